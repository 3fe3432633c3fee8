// Where the marks of a picture lie, and which of them a reader means who points at it.
//
// data-at of a mark: its areas, "x y width height" in thousandths of the picture, each with the
// bends "~ x y x y …" of the line that passes there; behind a bar the areas of what is written for
// it; behind a second bar the square of each of its rows. A function, for a page may read this file
// more than once.
function marksPlaces() {
  const REACH = 12; // px around a mark that mean it, too: so none is smaller than 24
  const STEADY = 3; // px by which nobody can help to be off
  const BESIDE = 4; // px around lettering
  const LETTERING = 150; // px²: counts as so large, for it lies above all but small marks
  const LINE = 200; // px²: counts as so large, where a line is meant
  const LEVEL = 12; // px: marks no farther apart in height stand in one line

  const rect = (at) => {
    const [x, y, width, height] = at.trim().split(" ").map(Number);
    return { x, y, width, height };
  };
  const pairs = (numbers) =>
    numbers.flatMap((x, i) => (i % 2 ? [] : [[x, numbers[i + 1]]]));
  const area = (at) => {
    const [box, way = ""] = at.split(" ~ ");
    return { ...rect(box), way: pairs(way ? way.split(" ").map(Number) : []) };
  };

  // What data-at says: {areas, labels, squares}.
  function read(at) {
    const [drawn, written = "", single = ""] = at.split(" | ");
    const each = (text, made) => (text ? text.split("; ").map(made) : []);
    return { areas: each(drawn, area), labels: each(written, rect), squares: each(single, area) };
  }

  // An area in px of a picture. size: {wide, tall}.
  const inPixels = ({ x, y, width, height, way = [] }, { wide, tall }) => ({
    x: (x * wide) / 1000,
    y: (y * tall) / 1000,
    width: (width * wide) / 1000,
    height: (height * tall) / 1000,
    way: way.map(([along, down]) => [(along * wide) / 1000, (down * tall) / 1000]),
  });

  const away = (at, low, size) => Math.max(low - at, at - low - size, 0);
  const fromBox = ([x, y], box) =>
    Math.hypot(away(x, box.x, box.width), away(y, box.y, box.height));

  function fromPiece([x, y], [ax, ay], [bx, by]) {
    const [across, down] = [bx - ax, by - ay];
    const length = across ** 2 + down ** 2;
    const along = length ? ((x - ax) * across + (y - ay) * down) / length : 0;
    const gone = Math.min(Math.max(along, 0), 1);
    return Math.hypot(x - ax - gone * across, y - ay - gone * down);
  }

  const fromWay = (point, way) =>
    Math.min(...way.slice(1).map((bend, i) => fromPiece(point, way[i], bend)));

  const fromMiddle = ([x, y], box) =>
    Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2);

  // All that is drawn or written for a mark: how far from a point it is, which is nothing where
  // nobody can help to be off; how large it counts; how near it is exactly; its spot.
  function parts(point, { areas, labels }, size) {
    const drawn = areas.map((one) => {
      const box = inPixels(one, size);
      const along = box.way.length > 0;
      const near = along ? fromWay(point, box.way) : fromBox(point, box);
      const large = along ? LINE : box.width * box.height;
      const spot = along ? { x: point[0], y: point[1], width: 0, height: 0 } : box;
      return { far: Math.max(near - STEADY, 0), large, reach: REACH, near, spot, along };
    });
    const written = labels.map((one) => {
      const spot = inPixels(one, size);
      const near = fromBox(point, spot);
      return { far: near, large: LETTERING, reach: BESIDE, near, spot, written: true };
    });
    const middle = ({ spot, along }) => (along ? 0 : fromMiddle(point, spot));
    return [...drawn, ...written].map((part) => ({ ...part, middle: middle(part) }));
  }

  // What is meant rather: what is not farther off, then what is smaller, then what is nearer.
  const rather = (a, b) =>
    a.far - b.far || a.large - b.large || a.near - b.near || a.middle - b.middle;
  const nearer = (a, b) => a.near - b.near || a.middle - b.middle;

  // That part of a mark which a point means; undefined where it means none.
  const distance = (point, at, size) =>
    parts(point, at, size)
      .filter(({ far, reach }) => far <= reach)
      .sort(rather)[0];

  // Whether a point lies on what is drawn or written for a mark, or beside its line.
  const liesOn = (point, at, size) =>
    parts(point, at, size).some(({ far, along }) => far <= (along ? REACH / 2 : 0));

  // Marks, the nearest to a point first.
  function byNearness(point, marks, size) {
    const near = (mark) => ({ mark, ...parts(point, mark.at, size).sort(nearer)[0] });
    return marks
      .map(near)
      .sort(nearer)
      .map(({ mark }) => mark);
  }

  // The number of that square of a mark which a point means; undefined where it has none.
  function squareAt(point, { squares }, size) {
    if (!squares.length) return;
    const off = squares.map((one) => fromMiddle(point, inPixels(one, size)));
    return off.indexOf(Math.min(...off));
  }

  // The marks that a point means, the likeliest first, each with the spot where it lies; several,
  // where none lies above the others, as where lines meet. marks: list of {at: as read}. point:
  // [x, y] in px of the picture.
  function meant(point, marks, size) {
    const found = marks
      .map((mark) => ({ mark, ...distance(point, mark.at, size) }))
      .filter(({ far }) => far !== undefined)
      .sort(rather);
    const [first] = found;
    if (!first) return [];
    const most = first.large < LETTERING ? first.large : Math.max(first.large, LINE);
    return found.filter(({ far, large }) => far === first.far && large <= most);
  }

  // Whether two areas hide each other where each is at least as large as a button: they share nearly
  // half of the larger one, or the smaller lies on its middle.
  function hidden(one, other, size) {
    const both = [one, other].map((area) => enlarged(inPixels(area, size)));
    const [small, large] = both.sort((a, b) => a.width * a.height - b.width * b.height);
    const shared = (low, long) =>
      Math.min(small[low] + small[long], large[low] + large[long]) - Math.max(small[low], large[low]);
    const [wide, high] = [shared("x", "width"), shared("y", "height")];
    if (wide <= 0 || high <= 0) return false;
    const apart = (low, long) => Math.abs(small[low] + small[long] / 2 - large[low] - large[long] / 2);
    const onIt = apart("x", "width") < small.width / 2 + 1 && apart("y", "height") < small.height / 2 + 1;
    return onIt || wide * high > 0.4 * large.width * large.height;
  }

  function enlarged({ x, y, width, height }) {
    const [wide, tall] = [Math.max(width, 2 * REACH), Math.max(height, 2 * REACH)];
    return { x: x - (wide - width) / 2, y: y - (tall - height) / 2, width: wide, height: tall };
  }

  // In the order in which one reads: line by line, in each from the left. In one line are marks with
  // one foot, as upright bars, or with one middle. marks: list of {area}. tall: px of the picture.
  function inReadingOrder(marks, tall) {
    const px = (thousandths) => (thousandths * tall) / 1000;
    const foot = ({ area }) => px(area.y + area.height);
    const middle = ({ area }) => px(area.y + area.height / 2);
    const near = (one, other) =>
      [foot, middle].some((height) => Math.abs(height(one) - height(other)) <= LEVEL);
    const lines = [];
    for (const one of [...marks].sort((a, b) => foot(a) - foot(b))) {
      const line = lines.at(-1);
      if (line && near(one, line[0])) line.push(one);
      else lines.push([one]);
    }
    return lines.flatMap((line) => line.sort((a, b) => a.area.x - b.area.x));
  }

  return { read, inReadingOrder, inPixels, enlarged, meant, hidden, byNearness, squareAt, liesOn };
}
