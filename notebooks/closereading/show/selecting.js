// Words that somebody selects in a text of the view, by mouse, finger or keys; and how far such a
// text was scrolled, which a new view keeps.

const RESTS = 500; // milliseconds in which a selection does not change any more

// The selected words, where they begin and in which paragraph, or nothing. Positions are counted in
// whole signs, as Python counts them.
function selectedIn(view) {
  const chosen = document.getSelection();
  if (!chosen?.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!view.contains(range.startContainer)) return null;
  const element = range.startContainer.parentElement ?? range.startContainer;
  const text =
    element.closest("[data-paragraph]") ??
    element.closest("[data-picks] p")?.querySelector("[data-paragraph]");
  const box = text?.closest("[data-picks]");
  if (!box) return null;
  const words = range.cloneRange();
  if (!text.contains(range.startContainer)) words.setStart(text, 0);
  if (!text.contains(range.endContainer)) words.setEnd(text, text.childNodes.length);
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(words.startContainer, words.startOffset);
  if (!words.toString().trim()) return null;
  const found = {
    words: words.toString(),
    start: `${[...before.toString()].length}`,
    paragraph: text.dataset.paragraph,
  };
  return { box, found };
}

// Tells what a selection in a text sets, once it rests; gives what ends the watch.
function watchSelection(view, set) {
  let timer;
  let down = false;
  let last = "";
  const look = () => {
    const selected = down ? null : selectedIn(view);
    const now = selected ? JSON.stringify(selected.found) : "";
    if (!selected || now === last) return;
    last = now;
    const values = JSON.parse(selected.box.dataset.picks);
    for (const part of Object.values(values)) Object.assign(part, selected.found);
    set(values);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, RESTS);
  };
  const press = () => {
    down = true;
    last = "";
  };
  const release = () => {
    down = false;
    soon();
  };
  const heard = [
    ["selectionchange", soon],
    ["pointerdown", press],
    ["pointerup", release],
    ["pointercancel", release],
  ];
  for (const [event, act] of heard) document.addEventListener(event, act, true);
  return () => {
    clearTimeout(timer);
    for (const [event, act] of heard) document.removeEventListener(event, act, true);
  };
}

const scrollers = (view) => [...view.querySelectorAll("[data-scroll]")];
const scrolled = (view) => new Map(scrollers(view).map((box) => [box.dataset.scroll, box.scrollTop]));
function scrollAgain(view, before) {
  for (const box of scrollers(view)) box.scrollTop = before.get(box.dataset.scroll) ?? 0;
}
