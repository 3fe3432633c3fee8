// What a page asks of Python, and what it does when the answer is late or will never come.

const WORKING = 500; // milliseconds without an answer, then the panel says so
const LOST = 10000; // then it is asked again
const GONE =
  "No kernel answers here any more: nothing that you change is kept. In a notebook, choose Run, " +
  "then Run All Above Selected Cell; then run this cell again.";

// The values that somebody has set on this page, told to Python one message after the other: what
// comes meanwhile goes with the next. A value that is newer than Python's answer is left alone.
class Asking {
  constructor(model, busy) {
    this.model = model;
    this.busy = busy;
    this.page = newId();
    this.turn = 0;
    this.unsent = {};
    this.sent = {};
    this.edited = {}; // id of a control -> the turn that told it; Infinity while it is typed
    this.gone = false;
  }

  answered() {
    return this.model.get("told")[this.page] ?? 0;
  }

  waits() {
    return this.turn > this.answered();
  }

  typed(id) {
    this.edited[id] = Infinity;
  }

  isNewer(id) {
    return (this.edited[id] ?? 0) > this.answered();
  }

  add(id, value) {
    this.unsent[id] = value;
    this.edited[id] = Infinity;
    if (this.turn === this.answered()) this.send();
  }

  send() {
    if (this.gone || !Object.keys(this.unsent).length) return;
    this.turn += 1;
    for (const id of Object.keys(this.unsent)) this.edited[id] = this.turn;
    this.sent = this.turn === this.answered() + 1 ? this.unsent : { ...this.sent, ...this.unsent };
    this.unsent = {};
    this.model.set("asked", { page: this.page, turn: this.turn, values: this.sent });
    this.model.save_changes();
    clearTimeout(this.slow);
    clearTimeout(this.lost);
    this.slow = setTimeout(() => this.busy(true), WORKING);
    this.lost = setTimeout(() => this.again(), LOST);
  }

  again() {
    this.unsent = { ...this.sent, ...this.unsent };
    this.send();
  }

  heed() {
    if (this.turn > this.answered()) return;
    this.end();
    this.busy(false);
    this.send();
  }

  end() {
    clearTimeout(this.slow);
    clearTimeout(this.lost);
  }
}

// Calls `gone` when the kernel of a model is stopped or started anew; gives what ends the watch.
function watchKernel(manager, el, gone) {
  const session = manager?.context?.sessionContext;
  const over = ["restarting", "autorestarting", "terminating", "dead"];
  const look = () => {
    const kernel = session?.session?.kernel;
    if (session && (!kernel || over.includes(kernel.status))) gone();
    if (el.closest(".jupyter-widgets-disconnected")) gone();
  };
  const soon = setTimeout(look, 300);
  session?.statusChanged.connect(look);
  session?.kernelChanged.connect(look);
  return () => {
    clearTimeout(soon);
    session?.statusChanged.disconnect(look);
    session?.kernelChanged.disconnect(look);
  };
}
