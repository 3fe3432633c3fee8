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

// --- the widget

class Live {
  constructor(model, el) {
    this.model = model;
    this.puts = {};
    this.goal = h("p", { className: "cr-goal", textContent: model.get("goal") });
    this.form = h("form", { onsubmit: (event) => event.preventDefault() });
    this.says = h("p", { className: "cr-says" });
    this.image = h("img", { hidden: true });
    this.view = h("div", { className: "cr-view" });
    this.form.setAttribute("aria-label", model.get("goal"));
    this.says.setAttribute("role", "status");
    this.view.onclick = (event) => this.set(event.target.closest("[data-sets]"));
    el.append(this.goal, this.form, this.says, this.image, this.view);
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
    if (held) (this.keyed(held) ?? this.view.querySelector("[data-land]"))?.focus();
  }

  // The button of the view that has a key: the same one again, after the view was drawn anew.
  keyed(key) {
    return this.view.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  // The moving picture of a slider; the old one stays until the new one is there.
  paint() {
    const bytes = this.model.get("frame");
    const old = this.shown;
    this.image.hidden = !bytes?.byteLength;
    if (this.image.hidden) return;
    this.shown = URL.createObjectURL(new Blob([bytes], { type: "image/webp" }));
    this.image.src = this.shown;
    const done = () => old && URL.revokeObjectURL(old);
    this.image.decode().then(done, done);
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
    if (this.shown) URL.revokeObjectURL(this.shown);
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
    "change:frame": () => live.paint(),
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
