// The box of the mark that is open: who says it, the exact words and where, how we read them.
// A function, for a page may read this file more than once. nameOf: of the rows of a mark.
function marksBox(nameOf) {
  const GAP = 6; // px between a mark and its box
  const WIDEST = 420; // px
  const READABLE = 180; // px: in a lower box one sees a heading, and no words
  const AREA = ".jp-WindowedPanel-outer, #site"; // a notebook: beside it are its tools

  const make = (tag, props = {}, ...kids) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...kids);
    return element;
  };

  let open = null;
  let boxes = 0;
  let lit = [];

  // What stands behind one mark, copied from its rows.
  function told(body) {
    const part = make("section", {}, make("p", { className: "cr-who", textContent: nameOf(body) }));
    for (const row of body.rows) {
      const [words, reading] = row.querySelectorAll("td");
      const copy = words.cloneNode(true);
      copy.querySelectorAll(".cr-code").forEach((code) => code.replaceWith(leading(code, row)));
      part.append(make("p", { className: "cr-words" }, ...copy.childNodes));
      if (row === body.rows[body.rows.length - 1])
        part.append(make("p", { className: "cr-reading", textContent: reading.textContent }));
    }
    return part;
  }

  // A code leads to its row in the table of words.
  function leading(code, row) {
    const props = { type: "button", className: "cr-code", textContent: code.textContent };
    const button = make("button", { ...props, onclick: () => leadTo(row) });
    button.setAttribute("aria-label", `${code.textContent}: go to its row in the table of words`);
    return button;
  }

  function leadTo(row) {
    const { bodies } = open;
    close(false);
    row.closest("details").open = true;
    light(bodies);
    const head = row.querySelector("th");
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  function light(bodies) {
    lit.forEach((body) => body.classList.remove("cr-lit"));
    lit = bodies;
    lit.forEach((body) => body.classList.add("cr-lit"));
  }

  function close(andFocus = true) {
    light([]);
    if (!open) return;
    const { button, box, closed } = open;
    open = null;
    box.remove();
    button.setAttribute("aria-expanded", "false");
    if (andFocus) button.focus({ preventScroll: true });
    closed();
  }

  // button: of the mark, which gets the focus back. bodies: rows of the marks that are told. spot:
  // function that gives the rectangle in the window beside which it stands. closed: is called then.
  function show({ button, bodies, spot, closed }) {
    close(false);
    const heading = bodies.length > 1 ? `${bodies.length} marks lie here` : nameOf(bodies[0]);
    const words = make("div", { id: `cr-told-${++boxes}` }, ...bodies.map(told));
    const shut = make("button", { type: "button", className: "cr-close", textContent: "Close" });
    const box = make("div", { className: "cr-told", popover: "manual" }, shut, words);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", heading);
    box.setAttribute("aria-describedby", words.id);
    const several = make("p", { className: "cr-several", textContent: heading });
    if (bodies.length > 1) words.prepend(several);
    shut.onclick = () => close();
    button.closest(".cr-marks").append(box);
    button.setAttribute("aria-expanded", "true");
    light(bodies);
    open = { button, bodies, spot, closed, box };
    box.showPopover?.(); // above all else, and cut off by nothing
    if (!place()) {
      button.scrollIntoView({ block: "start" }); // a small window, or one enlarged four times
      place();
    }
    shut.focus({ preventScroll: true });
  }

  // Where a box may lie: in the notebook, so that its tools stay free; in the window where there is
  // no notebook, or so little of it that one could not read there.
  function room() {
    const [right, bottom] = [document.documentElement.clientWidth, window.innerHeight];
    const area = open.button.closest(AREA)?.getBoundingClientRect();
    const all = { left: 0, top: 0, right, bottom };
    if (!area) return all;
    const inside = {
      left: Math.max(area.left, 0),
      top: Math.max(area.top, 0),
      right: Math.min(area.right, right),
      bottom: Math.min(area.bottom, bottom),
    };
    const enough = inside.bottom - inside.top > READABLE + 2 * GAP;
    return enough && inside.right - inside.left > READABLE ? inside : all;
  }

  const between = (low, wanted, high) => Math.max(low, Math.min(wanted, high));

  // Puts the box beside the open mark, never over it: below, above, to the right or the left, where
  // there is room for all; else where there is most, and the rest is scrolled to. Where that is too
  // low to read in, it takes all the room. Whether there is no more to be had by scrolling the page.
  function place() {
    const { box } = open;
    const mark = open.spot();
    const { left, top, right, bottom } = room();
    const wide = Math.min(WIDEST, right - left - 2 * GAP);
    const across = between(left + GAP, mark.left, right - wide - GAP);
    Object.assign(box.style, { width: `${wide}px`, maxHeight: "none" });
    const tall = box.offsetHeight;
    const down = between(top + GAP, mark.top, bottom - tall - GAP);
    const sides = [
      { high: bottom - mark.bottom - 2 * GAP, left: across, top: mark.bottom + GAP },
      { high: mark.top - top - 2 * GAP, left: across, above: true },
      { high: bottom - top - 2 * GAP, left: mark.right + GAP, top: down },
      { high: bottom - top - 2 * GAP, left: mark.left - wide - GAP, top: down },
    ].filter((side) => side.left >= left + GAP && side.left + wide <= right - GAP + 1);
    const most = sides.reduce((a, b) => (b.high > a.high ? b : a));
    const side = sides.find(({ high }) => high >= tall) ?? most;
    const all = bottom - top - 2 * GAP;
    const shown = Math.min(tall, side.high, all);
    if (shown < Math.min(tall, READABLE)) {
      const look = { left: `${across}px`, top: `${top + GAP}px`, maxHeight: `${all}px` };
      Object.assign(box.style, look); // very low: to read goes before to see the mark
      return true;
    }
    const high = side.above ? mark.top - GAP - shown : side.top;
    const kept = between(top + GAP, high, bottom - shown - GAP); // its mark may be scrolled away
    Object.assign(box.style, { left: `${side.left}px`, top: `${kept}px`, maxHeight: `${shown}px` });
    return shown === tall;
  }

  // Whether a key was ours: Escape closes; so does Tab where it leaves the box, and one is back at
  // the mark.
  function onKey(event) {
    if (!open) return false;
    const inside = [...open.box.querySelectorAll("button")];
    const last = event.shiftKey ? inside[0] : inside.at(-1);
    const leaves = event.key === "Tab" && event.target === last;
    if (event.key !== "Escape" && !leaves) return false;
    event.stopPropagation();
    event.preventDefault();
    close();
    return true;
  }

  return { show, close, place, onKey, opened: () => open };
}
