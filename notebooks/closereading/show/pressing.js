// Buttons of a view in which one press changes what the next one finds: whoever presses one before
// Python has answered the one before is heard in turn, and told where the button is gone by then.

class Presses {
  constructor(live) {
    this.live = live;
    this.early = []; // [key, words] of the buttons that wait
    this.missed = "";
  }

  // The second half of a double click is no press of its own.
  press({ target, detail }) {
    const button = target.closest("[data-sets]");
    const { asking } = this.live;
    const waits = button?.closest("[data-turns]") && !asking.gone && asking.waits();
    if (!waits) this.live.set(button);
    else if (detail < 2) this.early.push([button.dataset.key, button.textContent.trim()]);
  }

  next() {
    if (!this.early.length || this.live.asking.waits()) return;
    const [key, words] = this.early.shift();
    const button = this.live.keyed(key);
    if (button) {
      this.live.set(button);
      return;
    }
    this.early = [];
    this.missed = `“${words}” was pressed too early and did nothing. `;
    this.live.tellLater();
  }
}

const PRESSED_ON = "button, summary, label, input[type=radio], input[type=checkbox]";
const LONGEST_PRESS = 1000; // milliseconds; then it is over, whatever became of it
const CLICK_AFTER = 50; // a finger's click comes a little after it is lifted

// A press has two halves: the mouse goes down and up, and so does the blank. What Python answers in
// between waits: a button that is drawn anew there would never hear of the second half.
class Halves {
  constructor(el) {
    this.due = new Map();
    this.listening = new AbortController();
    const at = { capture: true, signal: this.listening.signal };
    const begin = (event) => this.begin(event);
    el.addEventListener("pointerdown", begin, at);
    el.addEventListener("keydown", (event) => event.key === " " && begin(event), at);
    for (const name of ["pointerup", "pointercancel", "keyup"]) {
      document.addEventListener(name, () => this.on && this.over(CLICK_AFTER), at);
    }
  }

  begin({ target }) {
    if (!target.closest?.(PRESSED_ON)) return;
    this.on = true;
    this.over(LONGEST_PRESS);
  }

  over(after) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.release(), after);
  }

  release() {
    this.on = false;
    const acts = [...this.due.values()];
    this.due.clear();
    for (const act of acts) act();
  }

  // Does it now, or after the press.
  after(name, act) {
    if (this.on) this.due.set(name, act);
    else act();
  }

  end() {
    clearTimeout(this.timer);
    this.listening.abort();
  }
}
