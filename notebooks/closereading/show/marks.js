// Buttons over a picture, one for each mark: it opens, where it stands, to the words behind it.
//
// What is found on the page: a words table, whose bodies carry data-at (marks_places.js); and the
// picture that stands last before it in the same cell or panel. Whoever points at a mark, or at what
// is written for it, opens it; for whoever does not point there is a button for each, of which one
// at a time is reached with Tab, and the others from there with the arrow keys.
// One function, for a page may read this file more than once. css: the look of the buttons, for a
// page that has no style sheet with it.
function openMarks(css = "") {
  if (document.crMarks) return;
  document.crMarks = true;

  // of a panel, JupyterLab, the website, the older notebook, VS Code
  const CELL = ".cr-panel, .jp-OutputArea, .cell_output, .output_wrapper, .cell_container";
  const WORDS = "details[data-words]";
  const LEAST = 40; // thousandths: so wide is the smallest button on a picture of the usual size

  const make = (tag, props = {}, ...kids) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...kids);
    return element;
  };
  const nameOf = (body) => body.querySelector("th").textContent.trim();
  const places = marksPlaces();
  const ring = marksRing(places);
  const room = marksRoom();
  const saved = marksSaved(room, pictureOf, CELL);
  const box = marksBox(nameOf, room);
  const buttonsOf = (frame) => laidOver.get(frame).marks.map(({ element }) => element);
  const keys = marksKeys(room, buttonsOf, entered, ringed);
  const laidOver = new WeakMap(); // the frame of a picture -> {marks, pointed: list of {mark, row}}

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
    keys.lay(frame);
    frame.addEventListener("click", (event) => pressed(frame, event));
    frame.addEventListener("pointermove", (event) => pointAt(frame, event));
    frame.addEventListener("pointerleave", () => pointAt(frame, null));
    return frame;
  }

  const bodiesOf = (words) => [...words.querySelectorAll("tbody[data-at]:has(th)")];
  const sizeOf = (picture) => ({ wide: picture.clientWidth, tall: picture.clientHeight });

  // --- the buttons

  function button(body, area) {
    const style = {
      left: `${(area.x + area.width / 2) / 10}%`,
      top: `${(area.y + area.height / 2) / 10}%`,
      width: `max(24px, ${area.width / 10}%)`,
      height: `max(24px, ${area.height / 10}%)`,
    };
    const element = make("button", { type: "button", className: "cr-mark", tabIndex: -1 });
    element.setAttribute("aria-label", `${nameOf(body)}: open the words`);
    element.setAttribute("aria-expanded", "false");
    element.setAttribute("aria-haspopup", "dialog");
    Object.assign(element.style, style);
    return element;
  }

  function markOf(body) {
    const at = places.read(body.dataset.at);
    const area = at.areas[0] ?? at.labels[0];
    return { body, at, area, element: button(body, area) };
  }

  // The smaller a mark is, the higher its button lies.
  function pile(marks) {
    const size = ({ area }) => Math.max(area.width, LEAST) * Math.max(area.height, LEAST);
    [...marks]
      .sort((a, b) => size(b) - size(a))
      .forEach(({ element }, i) => {
        element.style.zIndex = i + 1;
      });
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
    if (box.opened() && frame.contains(box.opened().button)) box.close(false);
    const tools = frame.querySelector(".cr-tools");
    const before = tools.querySelector(".cr-mark[tabindex='0']")?.ariaLabel;
    const marks = places.inReadingOrder(bodies.map(markOf), picture.clientHeight || 400);
    laidOver.set(frame, { marks, pointed: [] });
    tools.replaceChildren(...marks.map(({ element }) => element));
    keys.name(tools, marks.length);
    const first = marks.find(({ element }) => element.ariaLabel === before) ?? marks[0];
    if (first) first.element.tabIndex = 0;
    pile(marks);
    ringed(frame);
  }

  // --- pointing, going, opening

  const inFrame = (frame, { clientX, clientY }) => {
    const { x, y } = frame.querySelector("img").getBoundingClientRect();
    return [clientX - x, clientY - y];
  };

  // The marks that an event points at, and the square of the first one, {mark, spot, row}; where it
  // was made by no pointer, that of the button, which comes first where its middle is pressed, as
  // some screen readers do.
  function meant(frame, event) {
    const { marks } = laidOver.get(frame);
    const own = marks.find(({ element }) => element === event.target);
    if (own && !event.clientX) return [{ mark: own, spot: null }];
    const size = sizeOf(frame.querySelector("img"));
    const point = inFrame(frame, event);
    const [first, ...others] = places.meant(point, marks, size);
    const row = first && !first.written ? places.squareAt(point, first.mark.at, size) : undefined;
    const square = row !== undefined && places.inPixels(first.mark.at.squares[row], size);
    const found = first ? [{ ...first, spot: square || first.spot, row }, ...others] : [];
    if (!own || own === first?.mark || (first && !onMiddle(own.element, event))) return found;
    return [{ mark: own, spot: null }, ...found.filter(({ mark }) => mark !== own)];
  }

  function onMiddle(element, { clientX, clientY }) {
    const { x, y, width, height } = element.getBoundingClientRect();
    return Math.hypot(clientX - x - width / 2, clientY - y - height / 2) <= 1.5;
  }

  function pointAt(frame, event) {
    const over = laidOver.get(frame);
    const outside = !event || event.pointerType === "touch" || event.target.closest(".cr-told");
    const pointed = outside ? [] : meant(frame, event).slice(0, 1); // what a press would name first
    frame.classList.toggle("cr-over", pointed.length > 0);
    const as = ({ mark, row }, i) => mark === over.pointed[i].mark && row === over.pointed[i].row;
    if (pointed.length === over.pointed.length && pointed.every(as)) return;
    over.pointed = pointed;
    ringed(frame);
  }

  const part = (mark, row) =>
    row === undefined ? mark : { at: { areas: [mark.at.squares[row]], labels: [] } };

  // Draws the rings: of what is pointed at, what has the focus, and what is open.
  function ringed(frame) {
    const { marks, pointed } = laidOver.get(frame);
    const opened = box.opened();
    const wanted = pointed.map(({ mark, row }) => part(mark, row));
    for (const mark of marks) {
      const isOpen = opened?.button === mark.element;
      if (isOpen) wanted.push(part(mark, opened.row));
      else if (mark.element.matches(":focus-visible")) wanted.push(mark);
    }
    ring.put(frame, marks, [...new Set(wanted)]);
  }

  function pressed(frame, event) {
    if (event.target.closest(".cr-told")) return;
    const found = meant(frame, event);
    if (found.length) open(frame, found, found[0].spot ? inFrame(frame, event) : null);
  }

  // Opens the box of some marks, and of those that the first one hides, the nearest first. found:
  // list of {mark, spot, row}. point: [x, y] in px of the picture; null where it was no pointer.
  function open(frame, found, point) {
    const [{ mark, spot, row }, ...others] = found;
    const again = box.opened()?.button === mark.element && box.opened().row === row;
    box.close(again);
    if (again) return;
    const { marks } = laidOver.get(frame);
    const picture = frame.querySelector("img");
    const size = sizeOf(picture);
    const areas = spot && !spot.width ? [] : mark.at.areas; // a line hides nothing
    const hid = (other) =>
      areas.some((one) => other.at.areas.some((two) => places.hidden(one, two, size)));
    const here = ({ at }) => point && spot && places.liesOn(point, at, size);
    const beside = marks.filter((one) => hid(one) || here(one));
    const more = new Set([...others.map((one) => one.mark), ...beside]);
    more.delete(mark);
    const { x, y, width, height } = places.inPixels(mark.area, size);
    const near = places.byNearness(point ?? [x + width / 2, y + height / 2], [...more], size);
    select(frame, mark.element);
    const inWindow = (area) => {
      const of = picture.getBoundingClientRect();
      return new DOMRect(of.x + area.x, of.y + area.y, area.width, area.height);
    };
    const inTheWay = marks
      .filter((one) => one !== mark && !more.has(one))
      .flatMap(({ area, at }) => [area, ...at.labels])
      .concat(row === undefined ? [] : mark.at.squares.filter((_, i) => i !== row));
    box.show({
      button: mark.element,
      bodies: [mark, ...near].map(({ body }) => body),
      row,
      spot: () =>
        spot ? inWindow(places.enlarged(spot)) : mark.element.getBoundingClientRect(),
      others: () => [
        ...inTheWay.map((area) => inWindow(places.inPixels(area, sizeOf(picture)))),
        ...controlsOf(frame).map((control) => control.getBoundingClientRect()),
      ],
      closed: () => ringed(frame),
    });
    ringed(frame);
  }

  const CONTROLS = "label, input, select, [role=status]";
  const controlsOf = (frame) => [...(frame.closest(".cr-panel")?.querySelectorAll(CONTROLS) ?? [])];

  // The one button of a picture that Tab goes to.
  function select(frame, element) {
    for (const { element: other } of laidOver.get(frame).marks) {
      other.tabIndex = other === element ? 0 : -1;
    }
  }

  function entered(frame, element) {
    select(frame, element);
    ringed(frame);
  }

  // --- the page

  // Below the first picture of a page it is said that its marks open.
  function sayHow(words) {
    const seen = (element) => element.getClientRects().length > 0;
    if ([...document.querySelectorAll(".cr-how")].some(seen)) return;
    if (!seen(words) || !words.querySelector("[data-at]")) return;
    const how =
      "Each mark opens: click or tap it or its name, and read who said it and in which words. " +
      "Without a mouse, go to the picture with the Tab key, from mark to mark with the arrow " +
      "keys, and press Enter.";
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
    saved.tellAll();
    document.querySelectorAll(".jp-RenderedImage > img").forEach(nameless);
    document.querySelectorAll(WORDS).forEach(layOver);
    document.querySelectorAll(WORDS).forEach(sayHow);
  }

  function watch() {
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(layAll);
    };
    const elsewhere = ({ target }) => {
      const opened = box.opened();
      if (opened && !opened.box.contains(target) && target !== opened.button) box.close(false);
    };
    const ours = ({ target }) => target instanceof Element && target.closest(".cr-marks");
    const changed = (changes) => changes.every(ours) || soon();
    const all = { childList: true, subtree: true };
    new MutationObserver(changed).observe(document.documentElement, all);
    document.addEventListener("keydown", (event) => box.onKey(event) || keys.go(event), true);
    document.addEventListener("pointerdown", elsewhere, true);
    saved.watch();
    layAll();
  }

  // From here on, also while the rest of a page is still on its way: whoever taps a mark that is seen
  // already opens it.
  if (css) document.head.append(make("style", { textContent: css }));
  watch();
}
