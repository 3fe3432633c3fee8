// The ring around the mark that one points at, has gone to, or has opened: of the mark's own size,
// and along a line. It lies over no lettering. A function, for a page may read this file more than
// once. places: as marksPlaces gives it.
function marksRing(places) {
  const OFF = 2.5; // px from a mark to the middle of its ring
  const SEEN = 0.7; // of the height of lettering: above and below it nothing is written
  const SVG = "http://www.w3.org/2000/svg";
  let rings = 0;

  function draw(tag, attributes, ...kids) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...kids);
    return element;
  }

  function around({ x, y, width, height, way }) {
    if (way.length) return along(way.join(" "));
    const [wide, high] = [width + 2 * OFF, height + 2 * OFF];
    return draw("rect", { x: x - OFF, y: y - OFF, width: wide, height: high, rx: 3 });
  }

  // A line among others of its colour is dark on a white edge, so that it can be followed.
  function along(points) {
    const edge = draw("polyline", { class: "cr-edge", points });
    return draw("g", {}, edge, draw("polyline", { class: "cr-line", points }));
  }

  // What is spared: the lettering of all marks.
  function lettering({ x, y, width, height }) {
    const [top, high] = [y + (height * (1 - SEEN)) / 2, height * SEEN];
    return draw("rect", { x, y: top, width, height: high, fill: "black", stroke: "none" });
  }

  // Draws rings on a picture, instead of those that were there. frame: the element around the
  // picture. marks: all marks of it, {at}. ringed: list of {at}: those marks, or squares of marks,
  // that get one.
  function put(frame, marks, ringed) {
    frame.querySelector(".cr-rings")?.remove();
    if (!ringed.length) return;
    const { clientWidth: wide, clientHeight: tall } = frame.querySelector("img");
    const size = { wide, tall };
    const id = `cr-spared-${++rings}`;
    const shapes = (list, shape) => list.map((one) => shape(places.inPixels(one, size)));
    const all = draw("rect", { x: 0, y: 0, width: wide, height: tall, fill: "white", stroke: "none" });
    const labels = marks.flatMap(({ at }) => shapes(at.labels, lettering));
    const room = { id, maskUnits: "userSpaceOnUse", x: 0, y: 0, width: wide, height: tall };
    const rects = ringed.flatMap(({ at }) => shapes(at.areas, around));
    const group = draw("g", { mask: `url(#${id})` }, ...rects);
    const look = { class: "cr-rings", viewBox: `0 0 ${wide} ${tall}`, preserveAspectRatio: "none" };
    const svg = draw("svg", look, draw("mask", room, all, ...labels), group);
    svg.setAttribute("aria-hidden", "true");
    frame.append(svg);
  }

  return { put };
}
