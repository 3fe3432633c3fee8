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
