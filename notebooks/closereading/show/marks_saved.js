// Pictures that stand as they were saved. Jupyter strips a saved output of where its marks lie until
// its cell is run; whoever presses such a picture reads so at the picture, and below it.
// A function, for a page may read this file more than once. room: as marksRoom gives it. pictureOf:
// of a sentence below a picture. CELL: selector of what holds a picture and its sentence.
function marksSaved(room, pictureOf, CELL) {
  const SAVED = "This picture is as it was saved. Run its cell, and its marks open.";
  let note = null;

  // Hides the sentence below a picture whose marks do open; says below another why they do not.
  function tell(sentence) {
    const beside = sentence.parentElement.querySelector("details");
    sentence.hidden = !beside || beside.matches("[data-words]");
    if (sentence.hidden) return;
    sentence.querySelector("small").textContent = SAVED;
    sentence.classList.add("cr-saved");
  }

  const tellAll = () =>
    document.querySelectorAll(".cr-asleep:not([hidden], .cr-saved)").forEach(tell);

  function close() {
    note?.remove();
    note = null;
  }

  // Whether a picture is one that was saved.
  function isSaved(picture) {
    const told = picture.closest(CELL)?.querySelectorAll(".cr-saved") ?? [];
    return [...told].some((sentence) => pictureOf(sentence) === picture);
  }

  function pressed({ target, clientX: x, clientY: y }) {
    close();
    if (target.localName !== "img" || !isSaved(target)) return;
    const { x: left, y: top } = target.getBoundingClientRect();
    show(target, { x: x - left, y: y - top });
  }

  // at: point of the picture, in px. The note goes with it.
  function show(picture, at) {
    const mine = Object.assign(document.createElement("p"), { className: "cr-note" });
    mine.popover = "manual";
    mine.setAttribute("role", "status");
    picture.parentElement.append(mine);
    mine.textContent = SAVED;
    mine.showPopover?.();
    note = mine;
    const rects = () => note === mine && mine.isConnected && [picture.getBoundingClientRect()];
    room.follow(rects, () => {
      const { left, right, top, bottom } = room.roomOf(picture);
      const { width: wide, height: high } = mine.getBoundingClientRect();
      const from = picture.getBoundingClientRect();
      const below = from.y + at.y + 2 * room.GAP;
      mine.style.left = `${room.between(left, from.x + at.x, right - wide)}px`;
      mine.style.top = `${room.between(top, below, bottom - high)}px`;
    });
  }

  function watch() {
    const away = ({ key }) => key === "Escape" && close();
    document.addEventListener("click", pressed, true);
    document.addEventListener("keydown", away, true);
  }

  return { tellAll, watch };
}
