// The box of the mark that is open: who says it, the exact words and where, how we read them.
// A function, for a page may read this file more than once. nameOf: of the rows of a mark. room: as
// marksRoom gives it.
function marksBox(nameOf, room) {
  const AWAY = 30; // times that the page is painted: a change of theme takes a few

  const make = (tag, props = {}, ...kids) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...kids);
    return element;
  };

  let open = null;
  let boxes = 0;
  let lit = [];
  let back = null; // the button that leads from a row back to its mark

  // --- what it says

  // The words of some rows of a mark, copied, and how they are read, which its first row tells.
  function wordsOf(rows) {
    const copies = [...rows].map((row) => {
      const copy = row.querySelector("td").cloneNode(true);
      copy.querySelectorAll(".cr-code").forEach((code) => code.replaceWith(leading(code, row)));
      return make("p", { className: "cr-words" }, ...copy.childNodes);
    });
    const told = rows[0].parentElement.rows[0].lastElementChild;
    const reading = make("p", { className: "cr-reading", textContent: told.textContent });
    return told.matches(".cr-measured") ? [reading, ...copies] : [...copies, reading];
  }

  const folded = (head, rows) =>
    make("details", {}, make("summary", { textContent: head }), ...wordsOf(rows));

  // What stands behind the first mark; of one of its squares, the words of that claim before all.
  function first(body, row) {
    const { rows } = body;
    if (row === undefined || rows.length === 1) return wordsOf(rows);
    const [own] = wordsOf([rows[row]]);
    return [own, folded(`All ${rows.length} claims of this mark`, rows)];
  }

  // Of the other marks one sees the names, the nearest first, and the words where one opens them.
  function others(bodies) {
    const count = bodies.length === 1 ? "1 more mark" : `${bodies.length} more marks`;
    const head = make("p", { className: "cr-several", textContent: `${count} here:` });
    return bodies.length ? [head, ...bodies.map((body) => folded(nameOf(body), body.rows))] : [];
  }

  // A code leads to its row in the table of words.
  function leading(code, row) {
    const props = { type: "button", className: "cr-code", textContent: code.textContent };
    const button = make("button", { ...props, onclick: () => leadTo(row) });
    button.setAttribute("aria-label", `${code.textContent}: go to its row in the table of words`);
    return button;
  }

  function leadTo(row) {
    const { button } = open;
    close(false);
    row.closest("details").open = true;
    light([row.closest("tbody")]);
    const head = row.cells[0]; // the name of its mark, or its words
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
    const onclick = () => {
      light([]);
      button.focus();
    };
    const props = { type: "button", className: "cr-back", textContent: "Back to the picture" };
    back = make("button", { ...props, onclick });
    row.lastElementChild.append(back);
    head.onkeydown = (event) => run(head, event);
  }

  // JupyterLab is told to leave the keys of a row alone, or they would delete its cell; the keys
  // that run a cell are given to it again.
  function run(head, { key, code, keyCode, shiftKey, ctrlKey, isTrusted }) {
    if (!isTrusted || key !== "Enter" || !(shiftKey || ctrlKey)) return;
    const again = { key, code, keyCode, shiftKey, ctrlKey, bubbles: true, cancelable: true };
    delete head.dataset.lmSuppressShortcuts;
    head.dispatchEvent(new KeyboardEvent("keydown", again));
    head.dataset.lmSuppressShortcuts = "true";
  }

  // Whether one is at a row that a code led to, and the key leads back to its mark.
  function wentBack(event) {
    const there = back && back.closest("tr")?.contains(event.target);
    if (!there || !["Escape", "Backspace"].includes(event.key)) return false;
    event.stopPropagation();
    event.preventDefault();
    back.click();
    return true;
  }

  function light(bodies) {
    lit.forEach((body) => body.classList.remove("cr-lit"));
    back?.remove();
    lit = bodies;
    lit.forEach((body) => body.classList.add("cr-lit"));
  }

  // --- opening and closing

  function close(andFocus = true) {
    light([]);
    if (!open) return;
    const { button, box, closed } = open;
    open = null;
    button.setAttribute("aria-expanded", "false");
    if (andFocus) button.focus({ preventScroll: true });
    box.remove();
    closed();
  }

  // button: of the mark, which gets the focus back. bodies: rows of the marks that are told, the
  // nearest first. row: number of the one claim whose square is open; undefined where it is the mark.
  // spot: function that gives the rectangle in the window beside which it stands. others: the same
  // of what it had better not hide. closed: is called then. The page stays where it is.
  function show({ button, bodies, row, spot, others: around, closed }) {
    close(false);
    const [body, ...more] = bodies;
    const id = `cr-told-${++boxes}`;
    const text = make("div", { className: "cr-behind", id }, ...first(body, row), ...others(more));
    const who = make("p", { className: "cr-who", textContent: nameOf(body) });
    const move = make("button", { type: "button", textContent: "Move", onclick: moved });
    const shut = make("button", { type: "button", className: "cr-close", textContent: "×" });
    const bar = make("div", { className: "cr-head", onpointerdown: taken }, who, move, shut);
    const box = make("div", { className: "cr-told", popover: "manual" }, bar, text);
    shut.onclick = () => close();
    shut.ariaLabel = "Close";
    move.ariaLabel = "Move this box to another place";
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", nameOf(body) + (more.length ? `, and ${more.length} more` : ""));
    box.setAttribute("aria-describedby", text.id);
    button.closest(".cr-marks").append(box);
    button.setAttribute("aria-expanded", "true");
    light(bodies);
    open = { button, bodies, row, spot, around, closed, box, place: "", held: null, away: 0 };
    box.showPopover?.(); // above all else, and cut off by nothing
    box.querySelectorAll("details").forEach((one) => {
      one.ontoggle = () => open?.box === box && place();
    });
    const mine = open;
    room.follow(() => open === mine && rects(), place);
    shut.focus({ preventScroll: true });
  }

  // --- where it stands

  const pictureOf = ({ button }) => button.closest(".cr-marks").querySelector("img");

  // What its place depends on. Where its mark has left the page, or stays out of sight, it closes.
  function rects() {
    if (!open.button.isConnected) return close(false);
    const mark = open.spot();
    open.away = room.meet(mark, room.seen(open.button)) ? 0 : open.away + 1;
    if (open.away > AWAY) return close();
    return [mark, pictureOf(open).getBoundingClientRect(), room.roomOf(open.button)];
  }

  // The height that a box has in a width.
  function tall(wide) {
    Object.assign(open.box.style, { width: `${wide}px`, maxHeight: "none" });
    return open.box.offsetHeight;
  }

  function place() {
    const { box, held } = open;
    const scrolled = box.scrollTop; // to measure it, it is let grow
    const mark = open.spot();
    const within = room.roomOf(open.button);
    const picture = pictureOf(open).getBoundingClientRect();
    const about = { mark, picture, room: within, others: open.around(), tall };
    const all = room.ranked(about);
    const kept = all.find(({ name }) => name === open.place); // it does not leap while one scrolls
    const good = kept && (open.chosen || kept.high >= Math.min(kept.whole, all[0].high));
    const at = good ? kept : all[0];
    open.place = at.name;
    open.names = all.map(({ name }) => name);
    const look = { left: at.left, top: at.top, width: at.wide, maxHeight: at.high };
    if (held) {
      look.maxHeight = Math.min(at.whole, within.bottom - within.top - 2 * room.GAP);
      look.left = room.between(within.left, mark.left + held.x, within.right - at.wide);
      look.top = room.between(within.top, mark.top + held.y, within.bottom - look.maxHeight);
    }
    for (const [side, px] of Object.entries(look)) box.style[side] = `${px}px`;
    box.scrollTop = scrolled;
  }

  // One press moves it to its next place.
  function moved() {
    const { names, place: now } = open;
    open.place = names[(names.indexOf(now) + 1) % names.length];
    open.held = null;
    open.chosen = true;
    place();
  }

  // One can draw it by its bar, too.
  function taken(event) {
    if (event.target.closest("button")) return;
    const { box, spot } = open;
    const bar = event.currentTarget;
    const at = box.getBoundingClientRect();
    const off = { x: event.clientX - at.x, y: event.clientY - at.y };
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    bar.onpointermove = ({ clientX, clientY }) => {
      const mark = spot();
      open.held = { x: clientX - off.x - mark.left, y: clientY - off.y - mark.top };
      place();
    };
    bar.onpointerup = bar.onpointercancel = () => (bar.onpointermove = null);
  }

  // Whether a key was ours: Escape closes; so does Tab where it leaves the box, and one is back at
  // the mark.
  function onKey(event) {
    if (!open) return wentBack(event);
    const reached = (element) => !element.parentElement.closest("details:not([open])");
    const all = [...open.box.querySelectorAll("a, button, summary")];
    const inside = all.filter((one) => one.localName === "summary" || reached(one));
    const last = event.shiftKey ? inside[0] : inside.at(-1);
    const leaves = event.key === "Tab" && event.target === last;
    if (event.key !== "Escape" && !leaves) return false;
    event.stopPropagation();
    event.preventDefault();
    close();
    return true;
  }

  return { show, close, onKey, opened: () => open };
}
