// Buttons over a picture, one for each mark: it opens, where it stands, to the words behind it.
//
// What is found on the page: a words table, whose bodies carry data-at, "x y width height" in
// thousandths of the picture; and the picture that stands last before it in the same cell or panel.
// One function, for a page may read this file more than once. css: the look of the buttons, for a
// page that has no style sheet with it.
function openMarks(css = "") {
  if (document.crMarks) return;
  document.crMarks = true;

  // of a panel, JupyterLab, the website, the older notebook
  const CELL = ".cr-panel, .jp-OutputArea, .cell_output, .output_wrapper";
  const WORDS = "details[data-words]";
  const LINE = 12; // px: marks no farther apart in height stand in one line
  const LEAST = 40; // thousandths: so wide is the smallest button on a picture of the usual size
  const GAP = 6; // px between a mark and its box
  const READABLE = 180; // px: in a lower box one sees a heading, and no words

  const make = (tag, props = {}, ...kids) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...kids);
    return element;
  };

  // --- what is on the page

  // The picture that some words belong to: the last one before them in their cell.
  function pictureOf(words) {
    const cell = words.closest(CELL) ?? words.parentElement;
    const after = Node.DOCUMENT_POSITION_FOLLOWING;
    const before = [...cell.querySelectorAll("img")].filter(
      (image) => image.compareDocumentPosition(words) & after,
    );
    return before.at(-1);
  }

  // A positioned box around a picture, made once; the buttons lie in it.
  function frameOf(picture) {
    if (picture.parentElement.matches(".cr-marks")) return picture.parentElement;
    const frame = make("span", { className: "cr-marks" });
    picture.replaceWith(frame);
    frame.append(picture);
    return frame;
  }

  // The areas of a mark on its picture; a mark may be drawn in several Axes.
  const areasOf = (body) =>
    body.dataset.at.split("; ").map((at) => {
      const [x, y, width, height] = at.split(" ").map(Number);
      return { x, y, width, height };
    });

  const nameOf = (body) => body.querySelector("th").textContent.trim();
  const bodiesOf = (words) => [...words.querySelectorAll("tbody[data-at]:has(th)")];

  // --- the buttons

  function button(body, area) {
    const style = {
      left: `${(area.x + area.width / 2) / 10}%`,
      top: `${(area.y + area.height / 2) / 10}%`,
      width: `max(24px, ${area.width / 10}%)`,
      height: `max(24px, ${area.height / 10}%)`,
    };
    const element = make("button", { type: "button", className: "cr-mark" });
    element.setAttribute("aria-label", `${nameOf(body)}: open the words`);
    element.setAttribute("aria-expanded", "false");
    element.setAttribute("aria-haspopup", "dialog");
    Object.assign(element.style, style);
    return element;
  }

  // In the order in which one reads: line by line, in each from the left. In one line are marks with
  // one foot, as upright bars, or with one middle. tall: px of the picture.
  function inReadingOrder(laid, tall) {
    const px = (thousandths) => (thousandths * tall) / 1000;
    const foot = ({ area }) => px(area.y + area.height);
    const middle = ({ area }) => px(area.y + area.height / 2);
    const near = (one, other) =>
      [foot, middle].some((height) => Math.abs(height(one) - height(other)) <= LINE);
    const lines = [];
    for (const one of [...laid].sort((a, b) => foot(a) - foot(b))) {
      const line = lines.at(-1);
      if (line && near(one, line[0])) line.push(one);
      else lines.push([one]);
    }
    return lines.flatMap((line) => line.sort((a, b) => a.area.x - b.area.x));
  }

  // Whether two buttons hide each other, so that one of them could hardly be pressed by itself: they
  // share nearly half of the larger one, or the smaller lies on its middle.
  function hidden(one, other) {
    const size = ({ width, height }) => width * height;
    const both = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const [small, large] = both.sort((a, b) => size(a) - size(b));
    const wide = Math.min(small.right, large.right) - Math.max(small.left, large.left);
    const high = Math.min(small.bottom, large.bottom) - Math.max(small.top, large.top);
    if (wide <= 0 || high <= 0) return false;
    const [across, down] = [large.left + large.width / 2, large.top + large.height / 2];
    const onIt =
      Math.abs(small.left + small.width / 2 - across) < small.width / 2 + 1 &&
      Math.abs(small.top + small.height / 2 - down) < small.height / 2 + 1;
    return onIt || wide * high > 0.4 * size(large);
  }

  // Lays the buttons of one words table over its picture; work that is done is not done again.
  function layOver(words) {
    const picture = pictureOf(words);
    if (!picture) return;
    if (!picture.clientHeight && !picture.complete) {
      picture.addEventListener("load", () => layOver(words), { once: true });
      return;
    }
    const bodies = bodiesOf(words);
    const signature = bodies.map((body) => body.dataset.at + nameOf(body)).join("|");
    const frame = frameOf(picture);
    if (picture.alt !== words.dataset.words) picture.alt = words.dataset.words;
    if (frame.dataset.laid === signature && frame.querySelector(".cr-mark")) return;
    frame.dataset.laid = signature;
    if (open && frame.contains(open.button)) close(false);
    frame.querySelectorAll(".cr-mark").forEach((old) => old.remove());
    const laid = bodies.flatMap((body) =>
      areasOf(body).map((area) => ({ area, body, element: button(body, area) })),
    );
    for (const { element, body } of inReadingOrder(laid, picture.clientHeight || 400)) {
      element.onclick = () => {
        const others = laid.filter((one) => hidden(one.element, element));
        show(element, [...new Set([body, ...others.map((one) => one.body)])]);
      };
      frame.append(element);
    }
    // the smaller a mark is, the higher its button lies
    const size = ({ area }) => Math.max(area.width, LEAST) * Math.max(area.height, LEAST);
    [...laid]
      .sort((a, b) => size(b) - size(a))
      .forEach(({ element }, i) => {
        element.style.zIndex = i + 1;
      });
  }

  // --- the box of the mark that is open

  let open = null;
  let boxes = 0;

  // What stands behind one mark, copied from its rows: who, the exact words and where, the reading.
  function told(body) {
    const part = make("section", {}, make("p", { className: "cr-who", textContent: nameOf(body) }));
    for (const row of body.rows) {
      const [words, reading] = [...row.querySelectorAll("td")].map((cell) => cell.textContent);
      part.append(make("p", { className: "cr-words", textContent: words }));
      if (row === body.rows[body.rows.length - 1])
        part.append(make("p", { className: "cr-reading", textContent: reading }));
    }
    return part;
  }

  function close(andFocus = true) {
    if (!open) return;
    const { button: pressed, bodies, box } = open;
    open = null;
    box.remove();
    bodies.forEach((body) => body.classList.remove("cr-lit"));
    pressed.setAttribute("aria-expanded", "false");
    if (andFocus) pressed.focus({ preventScroll: true });
  }

  function show(pressed, bodies) {
    const again = open?.button === pressed;
    close(false);
    if (again) return;
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
    pressed.after(box);
    pressed.setAttribute("aria-expanded", "true");
    bodies.forEach((body) => body.classList.add("cr-lit"));
    open = { button: pressed, bodies, box };
    box.showPopover?.(); // above all else, and cut off by nothing
    if (!place()) {
      pressed.scrollIntoView({ block: "start" }); // a small window, or one enlarged four times
      place();
    }
    shut.focus({ preventScroll: true });
  }

  // Puts the box beside the open mark, never over it: below, above, to the right or the left, where
  // there is room for all; else where there is most, and the rest is scrolled to. Where that is too
  // low to read in, it takes the window. Whether there is no more to be had by scrolling the page.
  function place() {
    const { button: pressed, box } = open;
    const mark = pressed.getBoundingClientRect();
    const [right, foot] = [document.documentElement.clientWidth, window.innerHeight];
    const wide = Math.min(420, right - 2 * GAP);
    const across = Math.min(Math.max(mark.left, GAP), right - wide - GAP);
    Object.assign(box.style, { width: `${wide}px`, maxHeight: "none" });
    const tall = box.offsetHeight;
    const down = Math.min(Math.max(mark.top, GAP), Math.max(foot - tall - GAP, GAP));
    const sides = [
      { high: foot - mark.bottom - 2 * GAP, left: across, top: mark.bottom + GAP },
      { high: mark.top - 2 * GAP, left: across, above: true },
      { high: foot - 2 * GAP, left: mark.right + GAP, top: down },
      { high: foot - 2 * GAP, left: mark.left - wide - GAP, top: down },
    ].filter(({ left }) => left >= GAP && left + wide <= right - GAP + 1);
    const most = sides.reduce((a, b) => (b.high > a.high ? b : a));
    const side = sides.find(({ high }) => high >= tall) ?? most;
    const shown = Math.min(tall, side.high);
    if (shown < Math.min(tall, READABLE)) {
      const all = { left: `${across}px`, top: `${GAP}px`, maxHeight: `${foot - 2 * GAP}px` };
      Object.assign(box.style, all); // a very low window: to read goes before to see the mark
      return true;
    }
    const top = side.above ? mark.top - GAP - shown : side.top;
    Object.assign(box.style, { left: `${side.left}px`, top: `${top}px`, maxHeight: `${shown}px` });
    return shown === tall;
  }

  // --- the page

  // Below the first picture of a page it is said that its marks open.
  function sayHow(words) {
    const seen = (element) => element.getClientRects().length > 0;
    if ([...document.querySelectorAll(".cr-how")].some(seen)) return;
    if (!seen(words) || !words.querySelector("[data-at]")) return;
    const how =
      "Each mark opens: click or tap it, and read who said it and in which words. Without a " +
      "mouse, go to it with the Tab key and press Enter.";
    words.before(make("p", { className: "cr-how", textContent: how }));
  }

  // A picture that a learner draws without our help; Jupyter gives it no name.
  function nameless(picture) {
    if (!picture.hasAttribute("alt")) picture.alt = "A picture that the code of this cell draws";
  }

  // What a picture says stands below it for whoever has no scripts; here it becomes its alt.
  function describe(sentence) {
    const picture = pictureOf(sentence);
    if (!picture) return;
    picture.alt = sentence.textContent;
    sentence.hidden = true;
  }

  function layAll() {
    document.querySelectorAll(".cr-alt:not([hidden])").forEach(describe);
    document.querySelectorAll(".jp-RenderedImage > img").forEach(nameless);
    document.querySelectorAll(WORDS).forEach(layOver);
    document.querySelectorAll(WORDS).forEach(sayHow);
  }

  function onKey(event) {
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab" && open.box.contains(event.target)) {
      close(); // and on to the next mark
    }
  }

  function watch() {
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(layAll);
    };
    const moved = ({ target }) => {
      if (open && !(target instanceof Node && open.box.contains(target))) place();
    };
    const pressed = ({ target }) => {
      if (open && !open.box.contains(target) && target !== open.button) close(false);
    };
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", pressed, true);
    document.addEventListener("scroll", moved, true);
    window.addEventListener("resize", moved);
    layAll();
  }

  if (css) document.head.append(make("style", { textContent: css }));
  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
}
