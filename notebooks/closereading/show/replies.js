// Replies are spoken: one live region for the whole page, there before the first of them.
//
// A reply is spoken when it comes out of a cell that was run a moment ago, and not when a notebook
// is opened or scrolled. One function, for a page may read this file more than once.
function speakReplies(css) {
  if (document.crSpoken) return;
  const look = Object.assign(document.createElement("style"), { textContent: css });
  document.head.append(look);
  const region = Object.assign(document.createElement("div"), { className: "cr-spoken" });
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  document.body.append(region);
  document.crSpoken = region;

  const AGO = 5000; // milliseconds after a cell has run in which its outputs are its answer
  const ran = new WeakMap();
  const PROMPT = ".jp-InputPrompt, .prompt";
  const CELL = ".jp-CodeCell, .code_cell";

  function noteRun(node) {
    const prompt = node.closest?.(PROMPT) ?? node.parentElement?.closest(PROMPT);
    if (prompt?.textContent.includes("*")) ran.set(prompt.closest(CELL), Date.now());
  }

  function isFresh(reply) {
    const cell = reply.closest(CELL);
    return cell && Date.now() - (ran.get(cell) ?? -Infinity) < AGO;
  }

  const textOf = (reply) => {
    const copy = reply.cloneNode(true);
    copy.querySelectorAll("[aria-hidden], details").forEach((silent) => silent.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  let waiting = 0;
  let heard = [];
  function speakSoon(replies) {
    heard.push(...replies.map(textOf));
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const text = heard.join(" ");
      heard = [];
      // the same words again are spoken again
      region.textContent = text === region.textContent ? `${text}\u00a0` : text;
    }, 150);
  }

  const repliesIn = (node) => [
    ...(node.matches(".cr-reply") ? [node] : []),
    ...node.querySelectorAll(".cr-reply"),
  ];

  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => {
      noteRun(change.target);
      return [...change.addedNodes];
    });
    const elements = added.filter((node) => node instanceof Element);
    const fresh = [...new Set(elements.flatMap(repliesIn))].filter(isFresh);
    if (fresh.length) speakSoon(fresh);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}
