// One form of native controls, one view, one announced sentence. All logic is Python's; this shows values and reports them.
const h = (tag, props = {}, ...kids) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...kids);
  return e;
};
let count = 0;
const mine = Math.random().toString(36).slice(2);      // every widget loads this file anew: ids must differ between them

const labelled = (c, e) => [h("label", { htmlFor: e.id, textContent: c.label }), e];
const boxed = (c, ...kids) => h("fieldset", {}, h("legend", { textContent: c.label }), ...kids);
const unit = (c, v) => `${v.toLocaleString("en")}${c.unit ? " " + c.unit : ""}`;

// A native slider with its value in words beside it: [nodes, put].
function slider(c, id, label, told) {
  const e = h("input", { id, type: "range", min: c.min, max: c.max, step: c.step ?? 1 }), out = h("span", { className: "cr-value", ariaHidden: "true" });
  const put = (v) => { e.value = v; out.textContent = unit(c, v); e.setAttribute("aria-valuetext", out.textContent); };
  e.oninput = () => { put(+e.value); told(+e.value); };
  return [[h("label", { htmlFor: id, textContent: label }), e, out], put];
}

// One native input for each option in a box; v is the option that is checked, or a list of those that are.
function options(c, type, name, told) {
  const all = c.options.map((o) => h("input", { type, name, value: o, onchange: () => told(all, o) }));
  return [[boxed(c, ...all.map((e) => h("label", {}, e, e.value)))], (v) => all.forEach((e) => { e.checked = [v].flat().includes(e.value); })];
}

// Each kind of control: how it is built, and how a value that comes from Python is put into it.
const KINDS = {
  choice: (c, id, tell) => {
    const e = h("select", { id, onchange: () => tell(e.value) }, ...c.options.map((o) => h("option", { value: o, textContent: o })));
    return [labelled(c, e), (v) => { e.value = v; }];
  },
  radio: (c, id, tell) => options(c, "radio", id, (all, o) => tell(o)),
  many: (c, id, tell) => options(c, "checkbox", "", (all) => tell(all.filter((e) => e.checked).map((e) => e.value))),
  check: (c, id, tell) => {
    const e = h("input", { id, type: "checkbox", onchange: () => tell(e.checked) });
    return [labelled(c, e).reverse(), (v) => { e.checked = v; }];
  },
  slider: (c, id, tell) => slider(c, id, c.label, tell),
  range: (c, id, tell) => {                     // two ends; one pushes the other along and they never cross
    let now = [c.min, c.max];
    const told = (i) => (v) => { now = i ? [Math.min(now[0], v), v] : [v, Math.max(now[1], v)]; put(now); tell(now); };
    const [from, putFrom] = slider(c, `${id}-from`, "from", told(0)), [to, putTo] = slider(c, `${id}-to`, "to", told(1));
    const put = (v) => { now = v; putFrom(v[0]); putTo(v[1]); };
    return [[boxed(c, h("div", {}, ...from), h("div", {}, ...to))], put];
  },
  text: (c, id, tell) => {
    let later;
    const now = () => { clearTimeout(later); tell(e.value); };
    const e = h("input", { id, type: "text", onchange: now, onkeydown: (event) => { if (event.key === "Enter") now(); } });
    if (c.live) e.oninput = () => { clearTimeout(later); later = setTimeout(now, 400); };          // each word is kept while it is typed
    if (c.options) e.setAttribute("list", `${id}-known`);
    return [[...labelled(c, e), h("datalist", { id: `${id}-known` }, ...(c.options ?? []).map((o) => h("option", { value: o })))], (v) => { e.value = v; }];
  },
  button: (c, id, tell) => {
    let pressed = 0;
    return [[h("button", { id, type: "button", textContent: c.label, onclick: () => tell(pressed + 1) })], (v) => { pressed = v; }];
  },
  ratings: (c, id, tell) => {                   // a real table: Tab goes to the next row, left and right to the next cell, up and down rate
    let now = [];
    const head = h("thead", {}, h("tr", {}, h("td"), ...c.columns.map((text) => h("th", { scope: "col", textContent: text }))));
    const cells = c.rows.map((row, i) => c.columns.map((column, j) => {
      const e = h("select", { ariaLabel: `${row}, ${column}`, tabIndex: j ? -1 : 0 }, ...c.options.map((o) => h("option", { value: o, textContent: o })));
      e.onchange = () => { now = now.map((r) => [...r]); now[i][j] = e.value; tell(now); };
      e.onfocus = () => cells[i].forEach((o) => { o.tabIndex = o === e ? 0 : -1; });
      e.onkeydown = (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step && !event.altKey && !event.ctrlKey) { event.preventDefault(); cells[i][j + step]?.focus(); }
      };
      return e;
    }));
    const body = h("tbody", {}, ...cells.map((row, i) => h("tr", {}, h("th", { scope: "row", textContent: c.rows[i] }), ...row.map((e) => h("td", {}, e)))));
    const put = (v) => { now = v; v.forEach((row, i) => row.forEach((r, j) => { cells[i][j].value = r; })); };
    return [[h("table", { className: "cr-ratings" }, h("caption", { textContent: c.label }), head, body)], put];
  },
};

function render({ model, el }) {
  guardPage();
  el.classList.add("cr-panel", "cr-live");
  const goal = h("p", { className: "cr-goal", textContent: model.get("goal") });
  const form = h("form", { onsubmit: (e) => e.preventDefault() });
  const says = h("p", { className: "cr-says" }), image = h("img", { hidden: true }), view = h("div", { className: "cr-view" });
  form.setAttribute("aria-label", model.get("goal"));
  says.setAttribute("role", "status");
  el.append(goal, form, says, image, view);
  let put = {}, later, shown;

  const build = () => {
    put = {};
    const made = [], held = form.contains(document.activeElement) && document.activeElement.closest("[data-id]").dataset.id;
    for (const c of model.get("controls")) {
      const tell = (v) => { model.set("values", { ...model.get("values"), [c.id]: v }); model.save_changes(); };
      const [nodes, setter] = KINDS[c.kind](c, `cr-${mine}-${++count}`, tell), box = h("div", {}, ...nodes), last = made.at(-1);
      box.dataset.id = c.id;
      put[c.id] = setter;
      if (c.group && last?.dataset.group === c.group) last.append(box);
      else if (c.group) { made.push(h("fieldset", {}, h("legend", { textContent: c.group }), box)); made.at(-1).dataset.group = c.group; }
      else made.push(box);
    }
    form.replaceChildren(...made);
    fill();
    if (held) (form.querySelector(`[data-id="${held}"] :is(:checked, select, input, button)`) ?? form.querySelector("select, input, button"))?.focus();
  };
  const fill = () => { for (const [id, v] of Object.entries(model.get("values"))) put[id]?.(v); };
  const draw = () => {                         // boxes a reader has opened stay open
    const open = [...view.querySelectorAll("details")].map((d) => d.open);
    view.innerHTML = model.get("view");        // escaped in Python (markupsafe)
    view.querySelectorAll("details").forEach((d, i) => { d.open = !!open[i]; });
  };
  const paint = () => {                        // the moving picture of a slider; the old one stays until the new one is there
    const bytes = model.get("frame"), old = shown;
    image.hidden = !bytes?.byteLength;
    if (image.hidden) return;
    shown = image.src = URL.createObjectURL(new Blob([bytes], { type: "image/webp" }));
    image.decode().catch(() => {}).then(() => old && URL.revokeObjectURL(old));
  };
  const tell = () => { clearTimeout(later); later = setTimeout(() => { says.textContent = model.get("says"); image.alt = model.get("alt"); }, 150); };
  const on = { "change:controls": build, "change:values": fill, "change:view": draw, "change:frame": paint, "change:says": tell };
  for (const [event, act] of Object.entries(on)) model.on(event, act);
  build(); draw(); paint();
  says.textContent = model.get("says"); image.alt = model.get("alt");
  return () => { clearTimeout(later); for (const [event, act] of Object.entries(on)) model.off(event, act); if (shown) URL.revokeObjectURL(shown); };
}
export default { render };
