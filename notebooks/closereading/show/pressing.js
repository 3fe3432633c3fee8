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

// Whoever goes on to a field before Python has answered a button, which may show other fields: the
// click waits, and so do the letters after it; the field that is there then takes them.
class Hasty {
  constructor(live) {
    this.live = live;
    this.turning = false; // a button was pressed and is not answered yet
    this.listening = new AbortController();
    const at = { capture: true, signal: this.listening.signal };
    live.form.addEventListener("mousedown", (event) => this.click(event), at);
    document.addEventListener("keydown", (event) => this.type(event), at);
  }

  waits() {
    return this.turning && !this.live.asking.gone && this.live.asking.waits();
  }

  click(event) {
    if (!this.waits() || event.target.closest("select")) return;
    event.preventDefault();
    this.spot = [event.clientX, event.clientY];
    this.letters = "";
  }

  type(event) {
    if (!this.spot || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key.length > 1 && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    this.letters = event.key.length > 1 ? this.letters.slice(0, -1) : this.letters + event.key;
  }

  // The form is drawn.
  arrive() {
    if (this.live.asking.waits()) return;
    this.turning = false;
    if (!this.spot) return;
    const box = document.elementFromPoint(...this.spot)?.closest("[data-id]");
    this.spot = null;
    const field = this.live.form.contains(box) && box.querySelector("input[type=text]");
    if (field) {
      field.focus();
      atTheEnd(field);
      if (this.letters) document.execCommand("insertText", false, this.letters);
    } else if (this.letters) {
      this.live.presses.missed = `“${this.letters}” was typed too early and stands nowhere. `;
      this.live.tellLater();
    }
  }

  end() {
    this.listening.abort();
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
