// The bar above a live lesson: what Python is doing, the answers to take along, a fresh start.
(() => {
  const WORK = "my-work";
  // Run before the first cell: it takes seconds, and meanwhile one can read. Where a lesson's own
  // folder is searched for each module, each takes a question to the browser's storage.
  const WARM = [
    "import sys as _sys",
    "_path = _sys.path[:]",
    "_sys.path[:] = filter(None, _path)",
    "try:",
    "    import closereading",
    "finally:",
    "    _sys.path[:] = _path",
    "get_ipython().execution_count -= 1",
  ].join("\n");
  const ASK = [
    "import json as _json",
    "from closereading.data.folders import nobody_chosen as _nobody",
    "from closereading.lesson.download import file_of_answers as _file",
    "print(_json.dumps({'nobody': True} if _nobody() else _file()))",
    "get_ipython().execution_count -= 1",
  ].join("\n");
  const SAYS = {
    page: "The lesson is being fetched …",
    starts:
      "Python is starting in your browser. The first time this may take twenty seconds or more. You can read on meanwhile.",
    busy: "Python is working …",
    ready: "Python is ready. To run a grey box, click into it, hold Shift and press Enter.",
    lost: "Python has stopped. In the menu Kernel, choose Restart Kernel.",
    none: "There are no answers yet.",
    who: "Several learners use this browser. Run the first two grey boxes, choose who you are, and press again.",
    anew: "Everything is put back as it was …",
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

  // JupyterLab's page begins where the bar ends, however many lines it has.
  new ResizeObserver(() => {
    document.body.style.setProperty("--cr-bar", `${bar.offsetHeight}px`);
    window.dispatchEvent(new Event("resize"));
  }).observe(bar);

  const app = () => window.jupyterapp;
  const kernel = () => app()?.shell?.currentWidget?.sessionContext?.session?.kernel;
  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };

  const STATES = {
    idle: "ready",
    busy: "busy",
    dead: "lost",
    unknown: "starts",
    starting: "starts",
  };
  let message = null; // {until, state}: ours stands so long, and until Python's state is another
  let warm = ""; // "starts" while the toolkit is read in, "ready" from then on
  function look() {
    const state = kernel()?.status;
    if (!warm && state === "idle") warmUp();
    if (message && (Date.now() < message.until || message.state === state)) return;
    message = null;
    const page = app()?.shell?.currentWidget ? "starts" : "page";
    const now = STATES[state] ?? page;
    say(SAYS[kernelRuns(state) && warm === "starts" ? warm : now]);
  }
  setInterval(look, 250);

  const kernelRuns = (state) => ["idle", "busy"].includes(state);

  async function warmUp() {
    warm = "starts";
    await printed(WARM).catch(() => {});
    warm = "ready";
    look();
  }

  function tell(words) {
    message = { until: Date.now() + 8000, state: kernel()?.status };
    say(words);
  }

  // {text, name} of the answers of whoever works here, or {says} where there are none. Python knows
  // who that is. Where it works for long, what the browser keeps is taken instead; a browser that
  // keeps nothing, or the answers of several, leaves it to Python, which answers when it is done.
  async function answers() {
    if (!app()) return { says: SAYS.page };
    const asked = ask();
    const told = await (keeps ? Promise.race([asked, pause(MOMENT)]) : asked);
    if (told) return told;
    const files = await kept(app().serviceManager.contents, WORK);
    if (files.some(({ path }) => path.includes("/learners/"))) {
      return (await asked) ?? { says: SAYS.who };
    }
    return { text: files.map(({ content }) => content).join(""), name: "answers.txt" };
  }

  const MOMENT = 3000; // milliseconds
  const pause = (time) => new Promise((done) => setTimeout(done, time));

  // What Python says to that; null where it does not run, or is stopped meanwhile.
  async function ask() {
    if (!kernelRuns(kernel()?.status)) return null;
    const told = JSON.parse((await printed(ASK).catch(() => "")) || "null");
    return told?.nobody ? { says: SAYS.who } : told && { text: told.text, name: told.name };
  }

  // The files of answers below a folder of the browser's storage.
  async function kept(contents, path) {
    const found = await contents.get(path, { content: true }).catch(() => null);
    if (found?.type === "directory") {
      const inside = found.content.filter(
        (one) => one.type === "directory" || /\/answers\.(txt|jsonl)$/.test(one.path),
      );
      return (await Promise.all(inside.map((one) => kept(contents, one.path)))).flat();
    }
    return found?.type === "file" ? [found] : [];
  }

  async function printed(code) {
    let text = "";
    const future = kernel().requestExecute({ code, silent: true, store_history: false });
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "stream" && content.name === "stdout") text += content.text;
    };
    await future.done;
    return text.trim();
  }

  take.onclick = async () => {
    const { text, name, says } = await answers();
    if (!text) return tell(says ?? SAYS.none);
    const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    tell(SAYS.taken);
  };

  // A link to another lesson opens it here, live, and a poster is the one that the pages have;
  // JupyterLab would look for files that are not there.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a");
      const to = link && (link.dataset.commandlinkerArgs ?? link.href);
      const name = to && /([\w.]+\.(?:ipynb|pdf))(?=["#?]|$)/.exec(to)?.[1];
      if (!name || link.closest("#cr-bar")) return;
      event.preventDefault();
      event.stopPropagation();
      if (name.endsWith(".pdf")) window.open(`../../teacher/${name}`);
      else open(name);
    },
    true,
  );

  async function open(name) {
    const context = app()?.shell?.currentWidget?.context;
    if (context?.model?.dirty) await context.save().catch(() => {});
    window.location.assign(`index.html?path=${name}`);
  }

  // Whoever leaves the page, or puts a phone away, finds the cells as they were.
  document.addEventListener("visibilitychange", () => {
    const context = app()?.shell?.currentWidget?.context;
    if (document.hidden && context?.model?.dirty) context.save().catch(() => {});
  });

  // Removes what this browser has kept of the lessons: the answers, and changed copies of notebooks.
  async function remove(contents, path) {
    const found = await contents.get(path, { content: true }).catch(() => null);
    if (found?.type === "directory") {
      for (const inside of found.content) await remove(contents, inside.path);
    }
    if (found && path) await contents.delete(path).catch(() => {});
  }

  anew.onclick = async () => {
    if (!app()) return tell(SAYS.page);
    const sure = window.confirm(
      "Start anew? Your answers and the changes in all lessons are removed from this browser. " +
        "If you want to keep your answers, download them first.",
    );
    if (!sure) return;
    take.disabled = anew.disabled = true;
    message = { until: Infinity };
    say(SAYS.anew);
    // what is saved now is not saved later, over what was put back
    await app()
      .shell.currentWidget?.context.save()
      .catch(() => {});
    await remove(app().serviceManager.contents, "");
    window.location.reload();
  };
})();
