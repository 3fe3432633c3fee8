// Two helps for the whole page, put there once: JupyterLab's keys delete no cell, and an error everybody makes gets a sentence.
function guardPage() {
  if (document.crGuarded) return;
  document.crGuarded = true;
  // JupyterLab takes x, d d and the arrows from whatever has the focus, unless that very element carries this mark.
  document.addEventListener("focusin", ({ target: e }) => {
    if (e instanceof Element && e.matches("summary, select, input, textarea, button, a, [tabindex]") && e.closest(".jp-OutputArea-output, .jp-RenderedMarkdown"))
      e.dataset.lmSuppressShortcuts = "true";
  }, true);
  // NameError and SyntaxError are true and help nobody.
  const hint = (e) => {
    const name = /NameError: name '(\w+)' is not defined/.exec(e.textContent)?.[1], unreadable = /SyntaxError:/.test(e.textContent);
    if (!(name || unreadable) || e.querySelector(".cr-hint")) return;
    const p = document.createElement("p");
    p.className = "cr-hint";
    p.style.cssText = "font: 600 1.05em sans-serif; white-space: normal; padding: .4rem 0";
    p.textContent = name ? `Python does not know “${name}”. If it is a word of your own, put it in quotation marks: "${name}". Otherwise the kernel was started anew ` +
      "or a cell above was skipped: choose Run, then Run All Above Selected Cell; then run this cell again."
      : "Python cannot read this. A text stands in quotation marks; a number stands alone, 40 and not 40% or 40 miles, and without a comma, 3000 and not 3,000; brackets come in pairs.";
    e.prepend(p);
  };
  const errors = '[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type="application/vnd.jupyter.error"]';
  new MutationObserver((changes) => changes.forEach((c) => c.addedNodes.forEach((n) => {
    if (n instanceof Element) [n.closest(errors), ...n.querySelectorAll(errors)].forEach((e) => e && hint(e));
  }))).observe(document.body, { childList: true, subtree: true });
  document.querySelectorAll(errors).forEach(hint);
}
