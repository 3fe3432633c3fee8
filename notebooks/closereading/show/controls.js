// The kinds of control, each one class of controls.py: how it is built of native inputs, and how
// a value that comes from Python is put into it.

// --- elements

function h(tag, props = {}, ...kids) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...kids);
  return element;
}

// Every widget loads this file anew: ids must differ between them.
const mine = Math.random().toString(36).slice(2);
let count = 0;
const newId = () => `cr-${mine}-${++count}`;

const label = (control, input) => h("label", { htmlFor: input.id, textContent: control.label });
const boxed = (control, ...kids) =>
  h("fieldset", {}, h("legend", { textContent: control.label }), ...kids);
const choices = (texts, shown = []) =>
  texts.map((text, i) => h("option", { value: text, textContent: shown[i] ?? text }));
const headers = (texts) => texts.map((text) => h("th", { scope: "col", textContent: text }));

// What can have the focus in a control, of whatever kind.
const FIELDS = "select, input, textarea, button";

// Where one types, the cursor goes behind what was typed; no other field has a selection.
function atTheEnd(field) {
  if (typeof field.selectionStart !== "number") return;
  field.setSelectionRange(field.value.length, field.value.length);
}

// --- parts that several kinds share: each gives the nodes, and how a value is put into them

// A native slider with its value in words beside it.
function slider(control, id, name, told) {
  const { min, max, step, unit } = control;
  const input = h("input", { id, type: "range", min, max, step });
  const words = h("span", { className: "cr-value", ariaHidden: "true" });
  const put = (value) => {
    input.value = value;
    words.textContent = `${value.toLocaleString("en")}${unit ? ` ${unit}` : ""}`;
    input.setAttribute("aria-valuetext", words.textContent);
  };
  input.oninput = () => {
    put(+input.value);
    told(+input.value);
  };
  return { nodes: [label({ label: name }, input), input, words], put };
}

// One native input for each option; `value` is the option that is checked, or a list of those.
function options(control, type, name, told) {
  const inputs = control.options.map((option) => {
    const input = h("input", { type, name, value: option });
    input.onchange = () => told(inputs, option);
    return input;
  });
  const labels = inputs.map((input) => h("label", {}, input, input.value));
  const put = (value) => {
    const checked = [value].flat();
    for (const input of inputs) input.checked = checked.includes(input.value);
  };
  return { nodes: [boxed(control, ...labels)], put };
}

// --- the kinds of control: each is one class of controls.py

function choice(control, id, tell) {
  const input = h("select", { id }, ...choices(control.options, control.shown));
  input.onchange = () => tell(input.value);
  const put = (value) => {
    input.value = value;
  };
  return { nodes: [label(control, input), input], put };
}

// A reply to the option that is pressed stands in the box, and is spoken when it changes.
function radio(control, id, tell) {
  const said = h("p", { className: "cr-replied" });
  said.setAttribute("role", "status");
  const reply = (option) => {
    const text = control.replies[control.options.indexOf(option)] ?? "";
    const [word, rest] = [/^[^.]*\./.exec(text)?.[0] ?? "", text.replace(/^[^.]*\./, "")];
    // in one piece: a screen reader would speak each of two
    if (said.textContent !== text) said.replaceChildren(h("span", {}, h("strong", {}, word), rest));
  };
  const made = options(control, "radio", id, (inputs, option) => {
    reply(option);
    tell(option);
  });
  if (!control.replies.length) return made;
  made.nodes[0].append(said);
  const put = (value) => {
    made.put(value);
    reply(value);
  };
  return { nodes: made.nodes, put };
}

function check(control, id, tell) {
  const input = h("input", { id, type: "checkbox" });
  input.onchange = () => tell(input.checked);
  const put = (value) => {
    input.checked = value;
  };
  return { nodes: [input, label(control, input)], put };
}

function oneSlider(control, id, tell) {
  return slider(control, id, control.label, tell);
}

// Two ends: one pushes the other along, and they never cross.
function range(control, id, tell) {
  let [low, high] = [control.min, control.max];
  const from = slider(control, `${id}-from`, "from", (value) => {
    put([value, Math.max(high, value)]);
    tell([low, high]);
  });
  const to = slider(control, `${id}-to`, "to", (value) => {
    put([Math.min(low, value), value]);
    tell([low, high]);
  });
  const put = (value) => {
    [low, high] = value;
    from.put(low);
    to.put(high);
  };
  return { nodes: [boxed(control, h("div", {}, ...from.nodes), h("div", {}, ...to.nodes))], put };
}

// `live`: each word is kept while it is typed. What was typed is told when the field is left, too.
function text(control, id, tell) {
  let later;
  let told = true;
  const input = h("input", { id, type: "text" });
  const now = () => {
    clearTimeout(later);
    if (!told) tell(input.value);
    told = true;
  };
  input.oninput = () => {
    told = false;
    tell.soon(input.value);
    clearTimeout(later);
    if (control.live) later = setTimeout(now, 400);
  };
  input.onchange = now;
  input.onblur = now;
  input.onkeydown = ({ key }) => {
    if (key === "Enter") now();
  };
  const put = (value) => {
    input.value = value;
  };
  const nodes = [label(control, input), input];
  if (control.options.length) {
    input.setAttribute("list", `${id}-known`);
    nodes.push(h("datalist", { id: `${id}-known` }, ...choices(control.options)));
  }
  return { nodes, put };
}

// Many lines; told when the field is left, and while somebody rests.
function area(control, id, tell) {
  let later;
  const input = h("textarea", { id, rows: 8, spellcheck: false });
  const now = () => {
    clearTimeout(later);
    tell(input.value);
  };
  input.oninput = () => {
    tell.soon(input.value);
    clearTimeout(later);
    later = setTimeout(now, 600);
  };
  input.onchange = now;
  // JupyterLab lets nobody break a line inside a cell's output; its listener comes after this one
  input.addEventListener("beforeinput", (event) => {
    if (event.inputType === "insertLineBreak") event.stopImmediatePropagation();
  });
  const put = (value) => {
    if (input.value !== value) input.value = value;
  };
  return { nodes: [label(control, input), input], put };
}

// A file, as {name, data in base64}; what is too large is said beside it and not sent.
function upload(control, id, tell) {
  const input = h("input", { id, type: "file", accept: control.endings.join(",") });
  const said = h("span", { className: "cr-value" });
  input.onchange = () => {
    const file = input.files[0];
    said.textContent = "";
    if (!file) return tell({});
    if (file.size > control.most) {
      said.textContent = `This file is too large: ${Math.ceil(file.size / 1e6)} of ${control.most / 1e6} MB.`;
      return tell({});
    }
    const reader = new FileReader();
    reader.onload = () => tell({ name: file.name, data: reader.result.split(",")[1] ?? "" });
    reader.readAsDataURL(file);
  };
  const put = (value) => {
    if (!value?.name) input.value = "";
  };
  return { nodes: [label(control, input), input, said], put };
}

function button(control, id, tell) {
  let pressed = 0;
  const onclick = () => {
    pressed += 1; // not Python's to say: it may answer two presses at once
    tell(pressed);
  };
  const input = h("button", { id, type: "button", textContent: control.label, onclick });
  const put = (value) => {
    pressed = value;
  };
  return { nodes: [input], put };
}

// A real table: Tab goes to the next row, left and right to the next cell, up and down rate.
function ratings(control, id, tell) {
  let now = [];
  const rated = (i, j, value) => {
    now = now.map((row) => [...row]);
    now[i][j] = value;
    tell(now);
  };
  const cells = control.rows.map((row, i) =>
    control.columns.map((column, j) => {
      const cell = h("select", {}, ...choices(control.options));
      cell.ariaLabel = `${row}, ${column}`;
      cell.tabIndex = j ? -1 : 0;
      cell.onchange = () => rated(i, j, cell.value);
      cell.onfocus = () => stopAt(cells[i], cell);
      cell.onkeydown = (event) => step(event, cells[i], j);
      return cell;
    }),
  );
  const body = cells.map((row, i) => {
    const head = h("th", { scope: "row", textContent: control.rows[i] });
    const asked = row.map((cell, j) => {
      const box = h("td", {}, cell);
      box.dataset.column = control.columns[j]; // said before the cell where there are no columns
      return box;
    });
    return h("tr", {}, head, ...asked);
  });
  const table = h(
    "table",
    { className: "cr-ratings" },
    h("caption", { textContent: control.label }),
    h("thead", {}, h("tr", {}, h("td"), ...headers(control.columns))),
    h("tbody", {}, ...body),
  );
  const put = (value) => {
    now = value;
    value.forEach((row, i) => {
      row.forEach((rating, j) => {
        cells[i][j].value = rating;
      });
    });
  };
  return { nodes: [table], put };
}

// One cell of a row is where Tab stops.
function stopAt(row, cell) {
  for (const other of row) other.tabIndex = other === cell ? 0 : -1;
}

function step(event, row, j) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  row[j + by]?.focus();
}

// Nothing in the form: buttons in the view set it.
function held() {
  return { nodes: [], put: () => {} };
}

const KINDS = {
  choice,
  radio,
  check,
  slider: oneSlider,
  range,
  text,
  area,
  upload,
  button,
  ratings,
  held,
};
