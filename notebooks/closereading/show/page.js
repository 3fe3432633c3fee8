// Helps for the whole page, put there once: the notebook's keys delete no cell, an error everybody
// makes gets a sentence, and a server that forbids widgets is named. One function, for a page may read this file more than once.
function guardPage() {
  if (document.crGuarded) return;
  document.crGuarded = true;

  const focusable = "summary, select, input, textarea, button, a, [tabindex]";
  const outputs = ".jp-OutputArea-output, .jp-RenderedMarkdown";
  const errors = ["stderr", "error"]
    .map((kind) => `[data-mime-type="application/vnd.jupyter.${kind}"]`)
    .join(", ");
  const unreadable =
    "Python cannot read this. A text stands in quotation marks; a number stands alone, 40 and " +
    "not 40% or 40 miles, and without a comma, 3000 and not 3,000; brackets come in pairs.";
  const curly = 'Type straight quotation marks: "like these". Python cannot read curly ones.';
  const ones =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
    "sixteen seventeen eighteen nineteen";
  const tens = "twenty thirty forty fifty sixty seventy eighty ninety";
  const figures = new Map([
    ["zero", "0"],
    ...ones.split(" ").map((word, at) => [word, `${at + 1}`]),
    ...tens.split(" ").map((word, at) => [word, `${10 * (at + 2)} and not ${word}`]),
  ]);
  const capitals = { none: "None", true: "True", false: "False" };
  const unknown = (name) => {
    const word = name.toLowerCase();
    if (Object.hasOwn(capitals, word))
      return `Python writes it with a capital letter: ${capitals[word]}.`;
    if (figures.has(word)) return `Write the number in figures: ${figures.get(word)}.`;
    return stranger(name);
  };
  const stranger = (name) =>
    `Python does not know “${name}”. If it is a word of your own, put it in quotation marks: ` +
    `"${name}". Otherwise the kernel was started anew or a cell above was skipped: choose Run, ` +
    "then Run All Above Selected Cell; then run this cell again.";

  // JupyterLab takes x, d d and the arrows from whatever has the focus, unless that very element
  // carries this mark.
  function keepKeys({ target }) {
    if (!(target instanceof Element)) return;
    const field = target.matches(focusable) && !target.matches(".cr-panel");
    if (field && target.closest(outputs)) {
      target.dataset.lmSuppressShortcuts = "true";
    }
  }

  // NameError and SyntaxError are true and help nobody.
  function help(error) {
    const text = error.textContent;
    const name = /NameError: name '(\w+)' is not defined/.exec(text)?.[1];
    if (!name && !/SyntaxError:/.test(text)) return;
    if (error.querySelector(".cr-hint")) return;
    const hint = document.createElement("p");
    hint.className = "cr-hint";
    hint.style.cssText = "font: 600 1.05em sans-serif; white-space: normal; padding: .4em 0";
    const marks = /invalid (?:non-printable )?character ['"][“”„‘’‚«»]/.test(text);
    hint.textContent = name ? unknown(name) : marks ? curly : unreadable;
    error.prepend(hint);
  }

  // A server may forbid what a widget is loaded by (Content-Security-Policy without blob:); then its
  // still view says so.
  const REFUSED =
    "This server’s rules keep the controls from appearing here. What you see is the first view; " +
    "ask whoever runs the server to allow scripts from blob:, or open the lesson elsewhere.";
  let refused = false;
  function tellRefused(node) {
    if (!refused) return;
    node.querySelectorAll(".cr-static em").forEach((hint) => {
      hint.textContent = REFUSED;
    });
  }
  const probe = URL.createObjectURL(new Blob([""], { type: "text/javascript" }));
  import(probe).then(
    () => URL.revokeObjectURL(probe),
    () => {
      refused = true;
      tellRefused(document);
    },
  );

  // A press that misses its field leaves the focus on the panel. What is typed then would be orders
  // to the notebook (x, d d, m, Enter), so it goes nowhere; Shift and Enter still runs the cell.
  function dropStray(event) {
    if (!event.target.matches?.(".cr-panel") || event.ctrlKey || event.metaKey) return;
    const typed = event.key.length === 1 || event.key === "Backspace";
    if (typed || (event.key === "Enter" && !event.shiftKey)) event.stopPropagation();
  }

  // The older notebook takes keys from everywhere but where it is told not to.
  function holdOlderKeys({ target, type }) {
    const keys = window.Jupyter?.keyboard_manager;
    if (!keys || !target.closest?.(".output_wrapper, .rendered_html")) return;
    if (type === "focusin" && target.matches(focusable)) keys.disable();
    if (type === "focusout") keys.enable();
  }

  // VS Code sends every key on to its notebook, whose cells it would delete, unless it stops here.
  // Markdown lies in a shadow there.
  const LEFT_TO_IT = /^(Escape|Tab|Shift|Control|Alt|Meta|F\d+)$/;
  const PRESSED = "summary, select, input, textarea, button, a";
  function stopHere(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || LEFT_TO_IT.test(event.key)) return;
    const output = event.target.closest?.(".cell_container, .markup");
    if (output && event.composedPath()[0].matches(PRESSED)) event.stopPropagation();
  }

  function helpIn(node) {
    if (!(node instanceof Element)) return;
    tellRefused(node);
    const around = node.closest(errors);
    if (around) help(around);
    node.querySelectorAll(errors).forEach(help);
  }

  window.addEventListener("keydown", dropStray, true);
  document.addEventListener("focusin", keepKeys, true);
  document.addEventListener("focusin", holdOlderKeys, true);
  document.addEventListener("focusout", holdOlderKeys, true);
  document.body.addEventListener("keydown", stopHere);
  const watch = new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(helpIn);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.querySelectorAll(errors).forEach(help);
}
