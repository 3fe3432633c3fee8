// The bar above a live lesson: what Python is doing, the answers to take along, a fresh start.
(() => {
  const FILES = ["my-work/answers.txt", "my-work/answers.jsonl"];
  const ASK = [
    "from closereading.data.folders import work_folder as _where",
    "print(*(_file.read_text('utf-8') for _file in sorted(_where().rglob('answers.*'))))",
  ].join("\n");
  const SAYS = {
    page: "The lesson is being fetched …",
    starts:
      "Python is starting in your browser. The first time it takes about twenty seconds, because it is fetched. You can read on meanwhile.",
    busy: "Python is working …",
    ready: "Python is ready. To run a grey box, click into it, hold Shift and press Enter.",
    lost: "Python has stopped. In the menu Kernel, choose Restart Kernel.",
    none: "There are no answers yet.",
    taken: "Your answers were downloaded.",
    forgets:
      "This address lets your browser keep nothing. The lesson works, but your answers are gone when you close the page: download them first.",
  };
  const keeps = window.isSecureContext && "serviceWorker" in navigator;

  const make = (tag, props, ...kids) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...kids);
    return element;
  };

  const status = make("p", { id: "cr-status", textContent: SAYS.page });
  status.setAttribute("role", "status");
  const home = make("a", { href: "../../lessons.html", textContent: "All lessons" });
  const take = make("button", { type: "button", textContent: "Download my answers" });
  const anew = make("button", { type: "button", textContent: "Start anew" });
  const bar = make("div", { id: "cr-bar" }, home, status, take, anew);
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "This lesson");
  if (!keeps) {
    const warning = make("p", { id: "cr-forgets", textContent: SAYS.forgets });
    warning.setAttribute("role", "alert");
    bar.append(warning);
  }
  document.body.prepend(bar);
  document.body.classList.toggle("cr-forgets", !keeps);

  const app = () => window.jupyterapp;
  const kernel = () => app()?.shell?.currentWidget?.sessionContext?.session?.kernel;
  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };

  const STATES = { idle: "ready", busy: "busy", dead: "lost", unknown: "starts", starting: "starts" };
  let said = 0; // until then a message of ours stands
  function look() {
    if (Date.now() < said) return;
    const state = kernel()?.status;
    const page = app()?.shell?.currentWidget ? "starts" : "page";
    say(SAYS[STATES[state] ?? page]);
  }
  setInterval(look, 500);

  function tell(words) {
    said = Date.now() + 8000;
    say(words);
  }

  // What the browser keeps; where it keeps nothing, what the running Python has.
  async function answers() {
    const { contents } = app().serviceManager;
    for (const path of FILES) {
      const file = await contents.get(path, { content: true, format: "text" }).catch(() => null);
      if (file?.content) return file.content;
    }
    return kernel() ? printed(ASK) : "";
  }

  async function printed(code) {
    let text = "";
    const future = kernel().requestExecute({ code, store_history: false });
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "stream" && content.name === "stdout") text += content.text;
    };
    await future.done;
    return text.trim();
  }

  take.onclick = async () => {
    const text = app() ? await answers() : "";
    if (!text) return tell(SAYS.none);
    const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    make("a", { href: url, download: "answers.txt" }).click();
    tell(SAYS.taken);
  };

  // Removes what this browser has kept of the lessons: the answers, and changed copies of notebooks.
  async function remove(contents, path) {
    const found = await contents.get(path, { content: true });
    if (found.type === "directory") {
      for (const inside of found.content) await remove(contents, inside.path);
    }
    if (path) await contents.delete(path).catch(() => {});
  }

  anew.onclick = async () => {
    const sure = window.confirm(
      "Start anew? Your answers and the changes in all lessons are removed from this browser. " +
        "If you want to keep your answers, download them first.",
    );
    if (!sure || !app()) return;
    await remove(app().serviceManager.contents, "");
    window.location.reload();
  };
})();
