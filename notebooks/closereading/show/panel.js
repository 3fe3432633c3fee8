// One form of native controls, one view, one announced sentence. All logic is Python's; this shows
// values and reports them.

const LANDS = 400; // milliseconds, in which the page has gone to the cell below

// --- the form

// The box of one control: [box, put]. tell: reports a value, `tell.soon` one that is being typed.
function built(control, tell) {
  const { nodes, put } = KINDS[control.kind](control, newId(), tell);
  const box = h("div", { hidden: !nodes.length }, ...nodes);
  box.dataset.id = control.id;
  return [box, put];
}

// Neighbours of the same group stand in one fieldset.
function grouped(boxes) {
  const made = [];
  for (const [control, box] of boxes) {
    const last = made.at(-1);
    if (control.group && last?.dataset.group === control.group) {
      last.append(box);
    } else if (control.group) {
      const fieldset = h("fieldset", {}, h("legend", { textContent: control.group }), box);
      fieldset.dataset.group = control.group;
      made.push(fieldset);
    } else {
      made.push(box);
    }
  }
  return made;
}

// The id of the control that has the focus, if any.
function heldIn(form) {
  const focused = document.activeElement;
  return form.contains(focused) ? focused.closest("[data-id]").dataset.id : "";
}

function focusOn(form, id) {
  const same = form.querySelector(`[data-id="${id}"] :is(${FIELDS})`);
  (same ?? form.querySelector(FIELDS))?.focus();
  if (same) atTheEnd(same);
}

// What scrolls when something is moved up or down.
function scrollerOf(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY);
    if (scrolls && box.scrollHeight > box.clientHeight) return box;
  }
  return document.scrollingElement;
}

// --- the picture that moves

function drawing(tag, ...kids) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  element.append(...kids);
  return element;
}

// Ids in what Python draws begin with ~; two panels of a page have others.
const ours = (svg) => svg.replaceAll("~", `${mine}-`);

// --- the widget

class Live {
  constructor(model, el) {
    this.model = model;
    this.puts = {};
    this.boxes = [];
    this.now = {}; // the values that the form shows
    this.asking = new Asking(model, (is) => this.working(is));
    this.presses = new Presses(this);
    this.goal = h("p", { className: "cr-goal", textContent: model.get("goal") });
    this.form = h("form", { onsubmit: (event) => event.preventDefault() });
    this.says = h("p", { className: "cr-says" });
    this.busy = h("p", { className: "cr-busy", hidden: true, textContent: "Working …" });
    this.image = h("img");
    this.over = drawing("svg", drawing("defs"), drawing("g"));
    this.picture = h("div", { className: "cr-picture", hidden: true }, this.image, this.over);
    this.view = h("div", { className: "cr-view" });
    this.form.setAttribute("aria-label", model.get("goal"));
    this.says.setAttribute("role", "status");
    this.over.setAttribute("aria-hidden", "true");
    this.view.onclick = (event) => this.presses.press(event);
    this.hasty = new Hasty(this);
    this.selecting = watchSelection(this.view, (values) => this.setAll(values));
    const left = h("div", { className: "cr-asks" }, this.form, this.busy, this.says);
    const right = h("div", { className: "cr-shows" }, this.picture, this.view);
    el.append(this.goal, h("div", { className: "cr-body" }, left, right));
  }

  // A button in the view sets values, too; one with data-to leads to that field of the form, one
  // with data-next to the button of the view that comes in its place.
  set(button) {
    this.inView = Boolean(button);
    this.hasty.turning = Boolean(button?.closest("[data-turns]"));
    this.to = button?.dataset.to;
    this.next = button?.dataset.next;
    this.setAll(button ? JSON.parse(button.dataset.sets) : {});
  }

  setAll(values) {
    for (const [id, value] of Object.entries(values)) {
      this.puts[id]?.(value);
      this.tellPython(id, value);
    }
  }

  build() {
    const held = heldIn(this.form);
    const puts = {};
    this.puts = puts;
    this.boxes = this.model.get("controls").map((control) => {
      const tell = (value) => {
        this.pressed = control.kind === "button"; // what it answers comes into view
        this.inView = false;
        // of a field that was drawn anew meanwhile the new one may hold more letters
        const newest = puts === this.puts ? value : this.now[control.id];
        this.tellPython(control.id, newest);
      };
      tell.soon = (value) => {
        this.now[control.id] = value;
        this.asking.typed(control.id);
      };
      const [box, put] = built(control, tell);
      this.puts[control.id] = put;
      return [control, box];
    });
    this.form.replaceChildren(...grouped(this.boxes));
    this.list(this.wide ?? Infinity);
    this.reserve();
    for (const [id, value] of Object.entries(this.now)) {
      if (this.asking.isNewer(id)) this.puts[id]?.(value);
    }
    this.fill();
    if (held) focusOn(this.form, held);
  }

  // After an answer: the focus goes where a button leads to, and the next press has its turn.
  arrive() {
    this.hasty.arrive();
    requestAnimationFrame(() => this.presses.next());
    if (this.pressed) this.says.scrollIntoView({ block: "nearest" });
    this.pressed = false;
    if (!this.to) return;
    this.goal.scrollIntoView({ block: "nearest" });
    focusOn(this.form, this.to);
    this.to = "";
  }

  tellPython(id, value) {
    this.now[id] = value;
    this.presses.missed = "";
    this.edit = performance.now();
    this.arrange();
    this.asking.add(id, value);
  }

  fill() {
    for (const [id, value] of Object.entries(this.model.get("values"))) {
      if (this.asking.isNewer(id)) continue;
      this.now[id] = value;
      this.puts[id]?.(value);
    }
    this.arrange();
  }

  // A control that belongs to one value of another is there where that value is, at once.
  // value: another one that it is to be measured with.
  arrange(value) {
    for (const [{ when }, box] of this.boxes) {
      if (when.length) box.hidden = (value ?? this.now[when[0]]) !== when[1];
    }
  }

  // A table of menus is a list of questions where its columns have no room. wide: pixels.
  list(wide) {
    const other = this.wide !== wide;
    if (other) this.says.style.minHeight = "";
    this.wide = wide;
    for (const table of this.form.querySelectorAll(".cr-ratings")) {
      const columns = table.querySelectorAll("thead th").length;
      table.classList.toggle("cr-listed", wide < Math.max(460, COLUMN * (columns + 1)));
    }
    if (other) this.reserve();
  }

  // As tall as the step with the most fields: what is pressed below stays where it is.
  reserve() {
    this.form.style.minHeight = "";
    if (!this.view.querySelector("[data-turns]")) return;
    const focused = document.activeElement;
    let tallest = 0;
    for (const step of new Set(this.boxes.map(([{ when }]) => when[1]))) {
      this.arrange(step);
      tallest = Math.max(tallest, this.form.offsetHeight);
    }
    this.arrange();
    this.form.style.minHeight = `${tallest}px`;
    if (document.activeElement !== focused) focused.focus();
  }

  narrow(is) {
    if (this.asking.gone || this.model.get("narrow") === is) return;
    this.model.set("narrow", is);
    this.model.save_changes();
    this.fit();
  }

  // A picture that was drawn for a narrow panel is shown as one.
  fit() {
    this.goal.parentElement.classList.toggle("cr-narrow", Boolean(this.model.get("narrow")));
  }

  working(is) {
    this.busy.hidden = !is || this.asking.gone;
  }

  // No answer will come any more.
  lose() {
    this.asking.gone = true;
    this.asking.end();
    this.working(false);
    this.form.classList.add("cr-gone");
    this.form.setAttribute("aria-disabled", "true");
    this.says.textContent = GONE;
  }

  // [name, box] of each box of the view: what its line says without numbers, and which of those
  // that say the same it is.
  folded() {
    const seen = {};
    return [...this.view.querySelectorAll("details")].map((box) => {
      const says = box.querySelector("summary").textContent.replace(/[\d,]+/g, "").trim();
      seen[says] = (seen[says] ?? 0) + 1;
      return [`${says} ${seen[says]}`, box];
    });
  }

  // Boxes that a reader has opened stay open. The view was escaped in Python.
  draw() {
    const open = new Map(this.folded().map(([name, box]) => [name, box.open]));
    const held = this.view.contains(document.activeElement) && document.activeElement.dataset.key;
    const before = scrolled(this.view);
    this.view.innerHTML = this.model.get("view");
    scrollAgain(this.view, before);
    this.folded().forEach(([name, box]) => {
      box.open = Boolean(open.get(name));
    });
    this.bodies = [...this.view.querySelectorAll("tbody")];
    this.amended = [];
    this.amend();
    const next = this.next && this.keyed(this.next);
    this.next = "";
    if (next) next.focus();
    else if (held) (this.keyed(held) ?? this.view.querySelector("[data-land]"))?.focus();
  }

  // The button of the view that has a key: the same one again, after the view was drawn anew.
  keyed(key) {
    return this.view.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  // The words behind those marks that are elsewhere, or other marks, than in the view.
  amend() {
    const now = [...this.view.querySelectorAll("tbody")];
    const changed = new Map(this.model.get("changed").map(([i, ...body]) => [i, body]));
    for (const i of new Set([...this.amended, ...changed.keys()])) {
      const body = this.bodies[i].cloneNode(true);
      const [area, rows] = changed.get(i) ?? [];
      if (area) body.dataset.at = area;
      if (rows) body.innerHTML = rows;
      now[i].replaceWith(body);
    }
    this.amended = [...changed.keys()];
  }

  // What moves lies over its ground; a new ground and what lies on it are shown together.
  async paint() {
    const ground = this.model.get("ground");
    this.picture.hidden = !ground?.byteLength;
    if (this.picture.hidden) return;
    if (this.wanted !== ground) {
      this.wanted = ground;
      this.ground = await this.replaced(ground);
    }
    if (this.ground !== this.model.get("ground")) return;
    const [letters, moving] = this.over.children;
    if (this.letters !== this.model.get("letters")) {
      this.letters = this.model.get("letters");
      letters.innerHTML = ours(this.letters);
    }
    moving.innerHTML = ours(this.model.get("moving"));
  }

  // The ground that is shown now: this one, unless a later one has come meanwhile. An image that
  // was decoded once is shown at once.
  async replaced(ground) {
    const url = URL.createObjectURL(new Blob([ground], { type: "image/png" }));
    const image = h("img", { src: url });
    await image.decode().catch(() => {});
    if (this.wanted !== ground) {
      URL.revokeObjectURL(url);
      return this.ground;
    }
    URL.revokeObjectURL(this.image.src);
    this.image.src = url;
    this.picture.style.setProperty("--cr-tall", image.naturalHeight / image.naturalWidth);
    this.over.setAttribute("viewBox", this.model.get("box"));
    return ground;
  }

  // A sentence that stays the same after a change is said once more.
  tell() {
    if (this.asking.gone) return;
    const says = this.presses.missed + this.model.get("says");
    this.image.alt = this.model.get("alt");
    if (this.edit && this.says.textContent === says) this.says.textContent = "";
    this.edit = 0;
    requestAnimationFrame(() => {
      if (!this.asking.gone) this.say(says);
    });
  }

  // The place of the sentence never gets smaller, so that what comes and goes moves nothing.
  say(says) {
    this.steady(this.told, () => {
      this.says.textContent = says;
      if (!this.view.querySelector("[data-turns]")) return;
      this.says.style.minHeight = `${this.says.offsetHeight}px`;
    });
    this.told = true;
  }

  // What is pressed next stays where it is: by what the form and the sentence grow, the page is
  // scrolled.
  steady(holds, act) {
    const top = () => this.view.getBoundingClientRect().top;
    const before = top();
    act();
    if (!holds || !this.view.querySelector("[data-turns]")) return;
    scrollerOf(this.view).scrollBy(0, top() - before);
  }

  // After a while, so that quick keys are answered once, and nothing is spoken between them.
  tellLater() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.tell(), 200);
  }

  end() {
    clearTimeout(this.later);
    this.selecting();
    this.hasty.end();
    this.asking.end();
    URL.revokeObjectURL(this.image.src);
  }
}

// Once after its cell was run; whoever has scrolled on meanwhile is left where they are.
function land(model, goal) {
  const heard = new AbortController();
  const stop = () => heard.abort();
  for (const event of ["wheel", "touchmove"]) {
    document.addEventListener(event, stop, { capture: true, signal: heard.signal });
  }
  model.set("lands", false);
  model.save_changes();
  setTimeout(() => {
    if (!heard.signal.aborted) goal.scrollIntoView({ block: "start" });
    stop();
  }, LANDS);
}

function render({ model, el }) {
  guardPage();
  el.classList.add("cr-panel", "cr-live");
  el.tabIndex = -1; // a press beside a control stays here, and so do the letters after it
  const live = new Live(model, el);
  const on = {
    "change:controls": () => live.steady(live.inView, () => live.build()),
    "change:values": () => live.steady(live.inView, () => live.fill()),
    "change:told": () => {
      live.fill();
      live.tellLater();
      live.asking.heed();
      requestAnimationFrame(() => live.arrive());
    },
    "change:view": () => live.draw(),
    "change:changed": () => live.amend(),
    "change:ground": () => live.paint(),
    "change:moving": () => live.paint(),
    "change:says": () => live.tellLater(),
    "change:narrow": () => live.fit(),
  };
  const halves = new Halves(el);
  for (const [event, act] of Object.entries(on)) on[event] = () => halves.after(event, act);
  for (const [event, act] of Object.entries(on)) model.on(event, act);
  const leave = watchKernel(model.widget_manager, el, () => live.lose());
  const unwatch = watchWidth(live, el);
  live.build();
  live.draw();
  live.fit();
  live.paint();
  live.tell();
  if (model.get("lands")) land(model, live.goal);
  return () => {
    for (const [event, act] of Object.entries(on)) model.off(event, act);
    halves.end();
    leave();
    unwatch();
    live.end();
  };
}

export default { render };
