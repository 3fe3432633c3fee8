// One form of native controls, one view, one announced sentence. All logic is Python's; this shows
// values and reports them.

// --- the form

// The box of one control: [box, put].
function built(control, model) {
  const tell = (value) => {
    model.set("values", { ...model.get("values"), [control.id]: value });
    model.save_changes();
  };
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
  const same = form.querySelector(`[data-id="${id}"] :is(:checked, select, input, button)`);
  (same ?? form.querySelector("select, input, button"))?.focus();
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
    this.goal = h("p", { className: "cr-goal", textContent: model.get("goal") });
    this.form = h("form", { onsubmit: (event) => event.preventDefault() });
    this.says = h("p", { className: "cr-says" });
    this.image = h("img");
    this.over = drawing("svg", drawing("defs"), drawing("g"));
    this.picture = h("div", { className: "cr-picture", hidden: true }, this.image, this.over);
    this.view = h("div", { className: "cr-view" });
    this.form.setAttribute("aria-label", model.get("goal"));
    this.says.setAttribute("role", "status");
    this.over.setAttribute("aria-hidden", "true");
    this.view.onclick = (event) => this.set(event.target.closest("[data-sets]"));
    el.append(this.goal, this.form, this.says, this.picture, this.view);
  }

  // A button in the view sets values, too.
  set(button) {
    if (!button) return;
    this.model.set("values", { ...this.model.get("values"), ...JSON.parse(button.dataset.sets) });
    this.model.save_changes();
  }

  build() {
    const held = heldIn(this.form);
    this.puts = {};
    const boxes = this.model.get("controls").map((control) => {
      const [box, put] = built(control, this.model);
      this.puts[control.id] = put;
      return [control, box];
    });
    this.form.replaceChildren(...grouped(boxes));
    this.fill();
    if (held) focusOn(this.form, held);
  }

  fill() {
    for (const [id, value] of Object.entries(this.model.get("values"))) this.puts[id]?.(value);
  }

  // Boxes that a reader has opened stay open. The view was escaped in Python.
  draw() {
    const open = [...this.view.querySelectorAll("details")].map((box) => box.open);
    const held = this.view.contains(document.activeElement) && document.activeElement.dataset.key;
    this.view.innerHTML = this.model.get("view");
    this.view.querySelectorAll("details").forEach((box, i) => {
      box.open = Boolean(open[i]);
    });
    this.bodies = [...this.view.querySelectorAll("tbody")];
    this.amended = [];
    this.amend();
    if (held) (this.keyed(held) ?? this.view.querySelector("[data-land]"))?.focus();
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
    await h("img", { src: url }).decode().catch(() => {});
    if (this.wanted !== ground) {
      URL.revokeObjectURL(url);
      return this.ground;
    }
    URL.revokeObjectURL(this.image.src);
    Object.assign(this.image, { src: url, width: this.model.get("width") });
    this.over.setAttribute("viewBox", this.model.get("box"));
    return ground;
  }

  tell() {
    this.says.textContent = this.model.get("says");
    this.image.alt = this.model.get("alt");
  }

  // After a while, so that quick keys are answered once.
  tellLater() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.tell(), 150);
  }

  end() {
    clearTimeout(this.later);
    URL.revokeObjectURL(this.image.src);
  }
}

function render({ model, el }) {
  guardPage();
  el.classList.add("cr-panel", "cr-live");
  const live = new Live(model, el);
  const on = {
    "change:controls": () => live.build(),
    "change:values": () => live.fill(),
    "change:view": () => live.draw(),
    "change:changed": () => live.amend(),
    "change:ground": () => live.paint(),
    "change:moving": () => live.paint(),
    "change:says": () => live.tellLater(),
  };
  for (const [event, act] of Object.entries(on)) model.on(event, act);
  live.build();
  live.draw();
  live.paint();
  live.tell();
  return () => {
    for (const [event, act] of Object.entries(on)) model.off(event, act);
    live.end();
  };
}

export default { render };
