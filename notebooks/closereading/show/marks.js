// Buttons over a picture, one for each mark: it opens, where it stands, to the words behind it.
//
// What is found on the page: a words table, whose bodies carry data-at, "x y width height" in
// thousandths of the picture; and the picture that stands last before it in the same cell or panel.
// One function, for a page may read this file more than once.
function openMarks(css) {
  if (document.crMarks) return;
  document.crMarks = true;

  // of a panel, JupyterLab, myst-nb, the older notebook
  const CELL = ".cr-panel, .jp-OutputArea, .cell_output, .output_wrapper";
  const WORDS = "details[data-words]";

  const make = (tag, props = {}, ...kids) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...kids);
    return element;
  };

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

  // Whether two buttons hide each other, so that one of them could hardly be pressed by itself. A
  // small one lies above a large one and is no trouble.
  function hidden(one, other) {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const larger = Math.max(a.width * a.height, b.width * b.height);
    return wide > 0 && high > 0 && wide * high > 0.4 * larger;
  }

  function button(body, area) {
    const style = {
      left: `${(area.x + area.width / 2) / 10}%`,
      top: `${(area.y + area.height / 2) / 10}%`,
      width: `max(24px, ${area.width / 10}%)`,
      height: `max(24px, ${area.height / 10}%)`,
      zIndex: 10 - Math.min(9, Math.ceil((area.width * area.height) / 20000)),
    };
    const element = make("button", { type: "button", className: "cr-mark" });
    element.setAttribute("aria-label", `${nameOf(body)}: open the words`);
    element.setAttribute("aria-expanded", "false");
    Object.assign(element.style, style);
    return element;
  }

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

  let open = null;

  function close(andFocus = true) {
    if (!open) return;
    open.box.remove();
    open.bodies.forEach((body) => body.classList.remove("cr-lit"));
    open.button.setAttribute("aria-expanded", "false");
    if (andFocus) open.button.focus();
    open = null;
  }

  function show(pressed, frame, bodies) {
    const again = open?.button === pressed;
    close(false);
    if (again) return;
    const heading = bodies.length > 1 ? `${bodies.length} marks lie here` : nameOf(bodies[0]);
    const shut = make("button", { type: "button", className: "cr-close", textContent: "Close" });
    const box = make("div", { className: "cr-told" }, ...bodies.map(told), shut);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", heading);
    const several = make("p", { className: "cr-several", textContent: heading });
    if (bodies.length > 1) box.prepend(several);
    shut.onclick = () => close();
    pressed.after(box);
    pressed.setAttribute("aria-expanded", "true");
    bodies.forEach((body) => body.classList.add("cr-lit"));
    open = { button: pressed, bodies, box };
    place(box, pressed, frame);
    shut.focus();
  }

  // Below its mark, or above it where there is no room; never out of the picture at the sides.
  function place(box, pressed, frame) {
    const room = frame.getBoundingClientRect();
    const mark = pressed.getBoundingClientRect();
    const width = Math.min(room.width, 420);
    const left = Math.min(Math.max(mark.left - room.left, 0), room.width - width);
    box.style.width = `${width}px`;
    box.style.left = `${left}px`;
    const below = mark.bottom - room.top + 6;
    const fits = mark.bottom + box.offsetHeight + 12 < window.innerHeight;
    const above = mark.top - room.top - box.offsetHeight - 6;
    box.style.top = `${fits || above < -room.top ? below : above}px`;
  }

  // Lays the buttons of one words table over its picture; work that is done is not done again.
  function layOver(words) {
    const picture = pictureOf(words);
    if (!picture) return;
    const bodies = [...words.querySelectorAll("tbody[data-at]")];
    const signature = bodies.map((body) => body.dataset.at + nameOf(body)).join("|");
    const frame = frameOf(picture);
    picture.alt = words.dataset.words;
    if (frame.dataset.laid === signature && frame.querySelector(".cr-mark")) return;
    frame.dataset.laid = signature;
    if (open && frame.contains(open.button)) close(false);
    frame.querySelectorAll(".cr-mark").forEach((old) => old.remove());
    const laid = bodies.flatMap((body) => areasOf(body).map((area) => [button(body, area), body]));
    for (const [element] of laid) {
      element.onclick = () => {
        const here = laid.filter(([other]) => other === element || hidden(other, element));
        show(element, frame, [...new Set(here.map(([, body]) => body))]);
      };
      frame.append(element);
    }
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

  function watch() {
    const layAll = () => {
      document.querySelectorAll(".cr-alt").forEach(describe);
      document.querySelectorAll(".jp-RenderedImage > img").forEach(nameless);
      document.querySelectorAll(WORDS).forEach(layOver);
    };
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(layAll);
    };
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !open) return;
      event.stopPropagation();
      close();
    }, true);
    document.addEventListener("pointerdown", ({ target }) => {
      if (open && !open.box.contains(target) && target !== open.button) close(false);
    }, true);
    layAll();
  }

  document.head.append(make("style", { textContent: css }));
  watch();
}
