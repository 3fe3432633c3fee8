// One form of native controls, one view, one announced sentence. All logic is Python's; this shows values and reports them.
const h = (tag, props = {}, ...kids) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...kids);
  return e;
};
let count = 0;

// JupyterLab takes x, d d and the arrows from whatever has the focus, unless that element itself carries this mark.
function keepKeys(event) {
  const e = event.target;
  if (e instanceof Element && e.matches("summary, select, input, textarea, button, a") && e.closest(".jp-OutputArea, .jp-RenderedMarkdown"))
    e.dataset.lmSuppressShortcuts = "true";
}

// Each kind of control: how it is built, and how a value that comes from Python is put into it.
const KINDS = {
  choice: (c, id, tell) => {
    const e = h("select", { id, onchange: () => tell(e.value) }, ...c.options.map((o) => h("option", { value: o, textContent: o })));
    return [[h("label", { htmlFor: id, textContent: c.label }), e], (v) => { e.value = v; }];
  },
  radio: (c, id, tell) => {
    const all = c.options.map((o) => h("input", { type: "radio", name: id, value: o, onchange: () => tell(o) }));
    const box = h("fieldset", {}, h("legend", { textContent: c.label }), ...all.map((e) => h("label", {}, e, e.value)));
    return [[box], (v) => all.forEach((e) => { e.checked = e.value === v; })];
  },
  check: (c, id, tell) => {
    const e = h("input", { id, type: "checkbox", onchange: () => tell(e.checked) });
    return [[e, h("label", { htmlFor: id, textContent: c.label })], (v) => { e.checked = v; }];
  },
  slider: (c, id, tell) => {
    const e = h("input", { id, type: "range", min: c.min, max: c.max, step: c.step }), out = h("span", { ariaHidden: "true" });
    const put = (v) => { e.value = v; out.textContent = `${v}${c.unit ? " " + c.unit : ""}`; e.setAttribute("aria-valuetext", out.textContent); };
    e.oninput = () => { put(+e.value); tell(+e.value); };
    return [[h("label", { htmlFor: id, textContent: c.label }), e, out], put];
  },
  text: (c, id, tell) => {
    const e = h("input", { id, type: "text", onchange: () => tell(e.value) });
    return [[h("label", { htmlFor: id, textContent: c.label }), e], (v) => { e.value = v; }];
  },
  button: (c, id, tell) => {
    let pressed = 0;
    return [[h("button", { id, type: "button", textContent: c.label, onclick: () => tell(pressed + 1) })], (v) => { pressed = v; }];
  },
};

function render({ model, el }) {
  if (!document.crKeepsKeys) { document.addEventListener("focusin", keepKeys, true); document.crKeepsKeys = true; }
  el.classList.add("cr-panel", "cr-live");
  const goal = h("p", { className: "cr-goal", textContent: model.get("goal") });
  const form = h("form", { onsubmit: (e) => e.preventDefault() });
  const says = h("p", { className: "cr-says" }), view = h("div", { className: "cr-view" });
  form.setAttribute("aria-label", model.get("goal"));
  says.setAttribute("role", "status");
  el.append(goal, form, says, view);
  let put = {}, later;

  const build = () => {
    put = {};
    const made = [];
    for (const c of model.get("controls")) {
      const tell = (v) => { model.set("values", { ...model.get("values"), [c.id]: v }); model.save_changes(); };
      const [nodes, setter] = KINDS[c.kind](c, `cr-${++count}`, tell), box = h("div", {}, ...nodes), last = made.at(-1);
      put[c.id] = setter;
      if (c.group && last?.dataset.group === c.group) last.append(box);
      else if (c.group) { made.push(h("fieldset", {}, h("legend", { textContent: c.group }), box)); made.at(-1).dataset.group = c.group; }
      else made.push(box);
    }
    form.replaceChildren(...made);
    fill();
  };
  const fill = () => { for (const [id, v] of Object.entries(model.get("values"))) put[id]?.(v); };
  const draw = () => {                         // boxes a reader has opened stay open
    const open = [...view.querySelectorAll("details")].map((d) => d.open);
    view.innerHTML = model.get("view");        // escaped in Python (markupsafe)
    view.querySelectorAll("details").forEach((d, i) => { d.open = !!open[i]; });
  };
  const tell = () => { clearTimeout(later); later = setTimeout(() => { says.textContent = model.get("says"); }, 150); };
  const on = { "change:controls": build, "change:values": fill, "change:view": draw, "change:says": tell };
  for (const [event, act] of Object.entries(on)) model.on(event, act);
  build(); draw(); says.textContent = model.get("says");
  return () => { clearTimeout(later); for (const [event, act] of Object.entries(on)) model.off(event, act); };
}
export default { render };
