// Where the box of an open mark has room: beside its mark and, if it can, over no other.
// A function, for a page may read this file more than once.
function marksRoom() {
  const GAP = 6; // px between a box and what it stands beside
  const WIDEST = 420; // px
  const NARROWEST = 230; // px
  const READABLE = 180; // px: in a lower box one sees a heading, and no words
  const AREA = ".jp-WindowedPanel-outer, #site"; // a notebook: beside it are its tools
  // what a place costs, in px that a box may lie away from its mark
  const HIDES = 100; // for each other mark, and for each name
  const COVERS = 0.02; // for each px² of the picture
  const LACKS = 6; // for each px of its height that one has to scroll to

  const between = (low, wanted, high) => Math.max(low, Math.min(wanted, high));
  const overlap = (one, other, low, high) => one[low] < other[high] && one[high] > other[low];
  const meet = (one, other) =>
    overlap(one, other, "left", "right") && overlap(one, other, "top", "bottom");

  const wholeWindow = () => {
    const { clientWidth: right } = document.documentElement;
    const view = window.visualViewport; // a phone's keyboard and bars leave less than the window
    if (!view || view.scale > 1.01) return { left: 0, top: 0, right, bottom: window.innerHeight };
    return { left: 0, top: view.offsetTop, right, bottom: view.offsetTop + view.height };
  };

  // What is seen of the notebook, or of the page.
  function seen(element) {
    const all = wholeWindow();
    const area = element.closest(AREA)?.getBoundingClientRect();
    if (!area) return all;
    return {
      left: Math.max(area.left, 0),
      top: Math.max(area.top, 0),
      right: Math.min(area.right, all.right),
      bottom: Math.min(area.bottom, all.bottom),
    };
  }

  // Where a box may lie: in the notebook, so that its tools stay free; in the window where so little
  // of the notebook is seen that one could not read there.
  function roomOf(element) {
    const inside = seen(element);
    const enough = inside.bottom - inside.top > READABLE + 2 * GAP;
    return enough && inside.right - inside.left > READABLE ? inside : wholeWindow();
  }

  // The places beside a mark and beside its picture, by name: left edge, width, and either the edge
  // below which or that above which the box stands; `at` is a height that it has beside it.
  function places(mark, picture, room) {
    const wide = Math.min(WIDEST, room.right - room.left - 2 * GAP);
    const across = between(room.left + GAP, mark.left, room.right - wide - GAP);
    const beyond = Math.min(WIDEST, room.right - picture.right - 2 * GAP);
    const all = {
      "beside the picture": { left: picture.right + GAP, wide: beyond, at: mark.top },
      "below the mark": { left: across, wide, below: mark.bottom },
      "above the mark": { left: across, wide, above: mark.top },
      "right of the mark": { left: mark.right + GAP, wide, at: mark.top },
      "left of the mark": { left: mark.left - GAP - wide, wide, at: mark.top },
      "below the picture": { left: across, wide, below: picture.bottom },
      "above the picture": { left: across, wide, above: picture.top },
    };
    const fits = ({ left, wide: own }) =>
      own >= Math.min(NARROWEST, wide) && left >= room.left && left + own <= room.right + 1;
    return Object.entries(all).filter(([, place]) => fits(place));
  }

  // The rectangle of a box in a place. tall: function that gives its whole height for a width.
  function laid([name, { left, wide, below, above, at }], room, tall) {
    const whole = tall(wide);
    const [top, bottom] = [room.top + GAP, room.bottom - GAP];
    const from = below === undefined ? top : Math.max(below + GAP, top);
    const to = above === undefined ? bottom : Math.min(above - GAP, bottom);
    const high = Math.min(whole, to - from);
    const y = above === undefined ? between(from, at ?? from, to - high) : to - high;
    return { name, left, wide, top: y, high, whole, right: left + wide, bottom: y + high };
  }

  function cost(box, { mark, picture, others }) {
    const apart = (low, high) => Math.max(mark[low] - box[high], box[low] - mark[high], 0);
    const shared = (low, high) =>
      Math.max(Math.min(box[high], picture[high]) - Math.max(box[low], picture[low]), 0);
    const far = apart("left", "right") + apart("top", "bottom");
    const covered = shared("left", "right") * shared("top", "bottom");
    const hides = others.filter((other) => meet(box, other)).length;
    return far + COVERS * covered + HIDES * hides + LACKS * (box.whole - box.high);
  }

  // All places where a box can be read, the best first. about: {mark, picture, others: rectangles of
  // the other marks, room, tall}. Where there is none, the box takes all the room: to read goes
  // before to see the mark.
  function ranked(about) {
    const { mark, picture, room, tall } = about;
    const found = places(mark, picture, room)
      .map((place) => laid(place, room, tall))
      .filter(({ high, whole }) => high >= Math.min(whole, READABLE));
    if (found.length) return found.sort((a, b) => cost(a, about) - cost(b, about));
    const wide = Math.min(WIDEST, room.right - room.left - 2 * GAP);
    return [laid(["all", { left: room.left + GAP, wide }], room, tall)];
  }

  // Keeps something in its place: calls `put` now, and whenever `rects` gives something else, before
  // the page is painted; until it gives nothing.
  function follow(rects, put) {
    let before = "";
    const look = () => {
      const now = rects();
      if (!now) return;
      const told = JSON.stringify(now);
      if (told !== before) put();
      before = told;
      requestAnimationFrame(look);
    };
    look();
  }

  return { seen, roomOf, ranked, follow, meet, between, GAP };
}
