// What can hardly be read in the outputs of a page: [what it is, its contrast, what is wanted]. axe
// sees only what lies in the window, because in JupyterLab what is scrolled away counts as hidden.
() => {
  const parts = (text) => (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const rgba = (text) => {
    const [r, g, b, a = 1] = parts(text);
    return text.startsWith("color(srgb") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a));
  const light = (part) => {
    const s = part / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map(light);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const around = (element) => {
    const all = [];
    for (let at = element; at; at = at.parentElement) all.push(at);
    return all;
  };
  const behind = (element) =>
    around(element)
      .reverse()
      .reduce(
        (below, at) => over(rgba(getComputedStyle(at).backgroundColor), below),
        [255, 255, 255],
      );
  const opacity = (element) =>
    around(element).reduce((all, at) => all * Number(getComputedStyle(at).opacity), 1);
  const isShown = (element) =>
    element.getClientRects().length > 0 &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest(
      ":disabled, option, .cr-spoken, .cr-gone, [data-mime-type*=error], [data-mime-type*=stderr]",
    );
  const wantedOf = (style) => {
    const px = parseFloat(style.fontSize);
    return px >= 24 || (px >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  };

  const found = [];
  const tell = (what, contrast, wanted) => {
    if (contrast < wanted - 0.005) found.push([what, Math.round(contrast * 100) / 100, wanted]);
  };
  for (const output of document.querySelectorAll(".jp-OutputArea-output")) {
    const walker = document.createTreeWalker(output, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || !isShown(element) || element.closest("svg, style, script")) continue;
      const style = getComputedStyle(element);
      const ground = behind(element);
      const [r, g, b, a] = rgba(style.color);
      const seen = over([r, g, b, a * opacity(element)], ground);
      tell(
        `${element.tagName} ${node.data.trim().slice(0, 60)}`,
        ratio(seen, ground),
        wantedOf(style),
      );
    }
    // the border of a field tells where it is
    for (const field of output.querySelectorAll("select, input:not([type]), input[type=text]")) {
      const style = getComputedStyle(field);
      if (!isShown(field) || style.borderTopStyle === "none") continue;
      const ground = behind(field.parentElement);
      tell(
        `border of ${field.tagName}`,
        ratio(over(rgba(style.borderTopColor), ground), ground),
        3,
      );
    }
  }
  return found;
};
