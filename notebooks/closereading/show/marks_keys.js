// The keys that go from mark to mark, and the hint that says which they are.
// A function, for a page may read this file more than once. room: as marksRoom gives it. buttonsOf:
// of the frame of a picture. chosen: is called with the frame and the button that has the focus now;
// left: with the frame that has lost it.
function marksKeys(room, buttonsOf, chosen, left) {
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const KEYS = "Arrow keys: from mark to mark. Enter: open.";

  const hintOf = (frame) => frame.querySelector(".cr-keys");

  let lastKey = ""; // blank after a press of the pointer
  document.addEventListener("keydown", ({ key }) => (lastKey = key), true);
  document.addEventListener("pointerdown", () => (lastKey = ""), true);

  // The tools of a frame, in which its buttons lie, and the hint.
  function lay(frame) {
    const tools = document.createElement("span");
    const hint = Object.assign(document.createElement("span"), { textContent: KEYS, hidden: true });
    tools.className = "cr-tools";
    hint.className = "cr-keys";
    hint.popover = "manual";
    tools.setAttribute("role", "toolbar");
    hint.setAttribute("aria-hidden", "true"); // it is the name of the toolbar, too
    tools.addEventListener("focusin", (event) => entered(frame, event));
    tools.addEventListener("focusout", (event) => gone(frame, event));
    frame.append(tools, hint);
  }

  function name(tools, count) {
    tools.setAttribute("aria-label", `Marks of this picture: ${count}. ${KEYS}`);
  }

  function entered(frame, { target, relatedTarget }) {
    chosen(frame, target);
    const within = relatedTarget && frame.contains(relatedTarget);
    if (lastKey === "Tab" && !within) hint(frame);
  }

  function gone(frame, { relatedTarget }) {
    left(frame);
    if (!frame.querySelector(".cr-tools").contains(relatedTarget)) quiet(frame);
  }

  // Where the hint has room: beside the picture, else above or below it; nowhere over the picture.
  function placeOf(at, seen, wide, high) {
    const y = room.between(seen.top, at.top, seen.bottom - high);
    const x = room.between(seen.left, at.left, seen.right - wide);
    const places = [
      { x: at.right, y },
      { x: at.left - wide, y },
      { x, y: at.top - high },
      { x, y: at.bottom },
    ];
    return places.find(
      (one) =>
        one.x >= seen.left &&
        one.x + wide <= seen.right &&
        one.y >= seen.top &&
        one.y + high <= seen.bottom,
    );
  }

  function hint(frame) {
    const element = hintOf(frame);
    const picture = frame.querySelector("img");
    element.hidden = false;
    element.showPopover?.();
    const rects = () =>
      element.isConnected &&
      !element.hidden && [
        picture.getBoundingClientRect(),
        room.seen(frame),
      ];
    room.follow(rects, () => {
      const [at, seen] = rects();
      const { width: wide, height: high } = element.getBoundingClientRect();
      const place = placeOf(at, seen, wide, high);
      element.style.visibility = place ? "visible" : "hidden";
      if (place) Object.assign(element.style, { left: `${place.x}px`, top: `${place.y}px` });
    });
  }

  function quiet(frame) {
    const element = hintOf(frame);
    if (!element.hidden) element.hidePopover?.();
    element.hidden = true;
  }

  // The arrow keys, Home and End go from mark to mark.
  function go(event) {
    const frame = event.target.closest?.(".cr-tools")?.parentElement;
    if (!frame || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = buttonsOf(frame);
    const at = all.indexOf(event.target);
    const ends = { Home: 0, End: all.length - 1 };
    const to = ends[event.key] ?? at + STEPS[event.key];
    if (Number.isNaN(to)) return;
    event.preventDefault();
    event.stopPropagation();
    quiet(frame);
    all[to]?.focus();
  }

  return { lay, name, go };
}
