// What Python draws is drawn narrower where there is no room, instead of being shown smaller. Between
// the two widths all stays as it is, so that a scroll bar that comes and goes changes nothing.
const NARROW = 450; // pixels: so wide, letters of 9 points on a page of 4.9 inches are 11 pixels tall
const WIDE = 465;
const COLUMN = 145; // of a table of menus

function watchWidth(live, el) {
  const watch = new ResizeObserver(() => {
    const wide = el.clientWidth;
    if (!wide) return;
    live.list(wide);
    if (wide >= NARROW && wide <= WIDE) return;
    live.narrow(wide < NARROW);
  });
  watch.observe(el);
  return () => watch.disconnect();
}
