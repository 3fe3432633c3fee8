"""A JupyterLab server and a Chromium page for the browser tests. Everything on loopback, every
folder fresh.
"""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from functools import cache
from pathlib import Path

import nbformat
from nbformat import v4

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
CONTRAST = Path(__file__).with_name("contrast.js")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_CHROMIUM = (
    "no Chromium here; on Debian or Ubuntu: apt-get install chromium (or set CHROMIUM to its path)"
)
# milliseconds that a page waits for what must come; the machine may be busy, and no test here is
# one of speed
PATIENCE = 1000 * int(os.environ.get("CLOSE_READING_PATIENCE", "240"))
IDLE = (
    "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status ==="
    " 'idle'"
)


# the first is the same browser without windows, which takes less
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@cache
def chromium():
    """Path of a Chromium or Chrome, or None."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, BROWSERS)]
    return next((path for path in named if path), None)


LEFT_OUT = (".git", ".venv", "my-work", "__pycache__", ".pytest_cache", ".hypothesis", "_build")
FOLDERS = (
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "IPYTHONDIR",
)


class Server:
    """A JupyterLab that serves a copy of the project, so that no test writes into it.

    address: str, its address. work: path of its work folder. copy: path of what it serves.
    """

    def __init__(self, folder, root):
        self.folder, self.copy, self.work = folder, folder / "copy", folder / "work"
        shutil.copytree(root, self.copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        self.work.mkdir()
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def empty_work(self, like=None):
        """Empties the work folder, or makes it a copy of the folder `like`."""
        shutil.rmtree(self.work)
        if like is None:
            self.work.mkdir()
        else:
            shutil.copytree(like, self.work)

    def put(self, name, sources):
        """Writes a notebook beside the lessons; a source that begins with # is Markdown."""
        cells = [cell_of(source) for source in sources]
        spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
        notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": spec})
        nbformat.write(notebook, self.copy / "notebooks" / name)

    def environment(self):
        """The variables of the server: every folder of Jupyter's is fresh."""
        env = dict(os.environ, CLOSE_READING_WORK=str(self.work))
        for name in FOLDERS:
            env[name] = str(self.folder / name)
            Path(env[name]).mkdir()
        settings = Path(env["JUPYTERLAB_SETTINGS_DIR"], "@jupyterlab", "apputils-extension")
        settings.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
        return env

    def command(self):
        """The command that starts it."""
        return [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0",
            "--IdentityProvider.token=T",
            f"--ServerApp.root_dir={self.copy}",
            "--LabApp.expose_app_in_browser=True",
        ]

    def wait(self):
        """Waits as long as a page does until it answers; False where it does not."""
        for _ in range(PATIENCE // 100):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.address}/api/status?token=T")
                return True
            time.sleep(0.1)
        return False

    def stop_kernels(self):
        """Shuts down every kernel that a test has left."""
        sessions = f"{self.address}/api/sessions?token=T"
        for session in json.load(urllib.request.urlopen(sessions)):
            one = f"{self.address}/api/sessions/{session['id']}?token=T"
            urllib.request.urlopen(urllib.request.Request(one, method="DELETE"))


def cell_of(source):
    """A notebook's cell: Markdown where its source begins with #, else code."""
    return (v4.new_markdown_cell if source.startswith("#") else v4.new_code_cell)(source)


def free_port():
    """int: a port of this machine that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def server(root=NOTEBOOKS.parent):
    """A running Server on a copy of `root`."""
    with tempfile.TemporaryDirectory() as folder:
        lab = Server(Path(folder), root)
        with open(Path(folder, "log"), "w+") as log:
            process = subprocess.Popen(lab.command(), env=lab.environment(), stdout=log, stderr=log)
            try:
                if not lab.wait():
                    raise RuntimeError(Path(folder, "log").read_text())
                yield lab
            finally:
                process.terminate()  # the server stops its kernels first, which takes its time
                try:
                    process.wait(60)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


@cache
def _playwright():
    """The one Playwright of this process, and its Chromium; both stay until close_browser."""
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    return playwright, playwright.chromium.launch(executable_path=chromium(), args=ARGS)


def close_browser():
    """Ends Chromium where a test has started it."""
    if _playwright.cache_info().currsize:
        playwright, app = _playwright()
        app.close()
        playwright.stop()
        _playwright.cache_clear()
        kept_page.cache_clear()


# What JupyterLab itself throws when a kernel is stopped before it has answered: a test that closes
# a notebook stops its kernel, and whether an answer is still on its way then is a matter of luck.
GIVEN_UP = re.compile(r"^(Error: )?Canceled future for \w+ message before replies were done$")


def new_page(width, height):
    """A page, as one that opens Chromium for the first time has it: no cookies, nothing stored. It
    records its errors (page.errors) and every request that leaves the machine (page.outside).
    """
    context = _playwright()[1].new_context(
        locale="en-GB", viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.errors, page.outside = [], []
    page.on(
        "pageerror",
        lambda e: None if GIVEN_UP.search(str(e)) else page.errors.append(e.stack or str(e)),
    )
    inside = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(inside) else page.outside.append(r.url))
    return page


@contextlib.contextmanager
def browser(width=1280, height=900):
    """A page of its own, as new_page makes it, closed at the end."""
    page = new_page(width, height)
    try:
        yield page
    finally:
        page.context.close()


@cache
def kept_page():
    """The one page of JupyterLab. It is so tall that no cell is left unrendered."""
    return new_page(*KEPT)


KEPT = (1280, 12000)
AS_AT_FIRST = """async () => {
    const app = window.jupyterapp;
    for (const panel of [...app.shell.widgets('main')]) panel.dispose();
    app.shell.expandLeft();
    await app.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'});
}"""
BROUGHT = """() => window.jupyterapp.shell.currentWidget.content.widgets
    .flatMap(cell => cell.model.outputs?.toJSON() ?? [])
    .some(out => /guardPage\\(\\);\\s*openMarks\\(/.test(out.data?.['application/javascript']))"""


def clear(page):
    """Leaves the kept page as the next test wants it: JupyterLab is open, and nothing in it. The
    scripts of ours are there still; run_all looks whether a notebook brings them along.
    """
    page.keyboard.press("Escape")  # a box that is open over a picture would follow the window
    page.set_viewport_size(dict(zip(("width", "height"), KEPT)))
    if "/lab" in page.url:
        page.evaluate(AS_AT_FIRST)
    page.errors, page.outside = [], []


def drop_kept_page():
    """The next test gets a page of its own; for after a failure."""
    if kept_page.cache_info().currsize:
        kept_page().context.close()
        kept_page.cache_clear()


def open_notebook(page, base, name, kernel=True):
    """Opens notebooks/<name> in JupyterLab and waits for its cells and, unless kernel is False,
    for its kernel. A JupyterLab that is open in this page is taken as it is: to load it takes
    longer than to run a lesson.
    """
    if page.url.startswith(f"{base}/lab"):
        page.evaluate(
            "async path => {"
            " await window.jupyterapp.commands.execute('docmanager:open', {path}); }",
            f"notebooks/{name}",
        )
    else:
        page.goto(address(base, name))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    if kernel:
        page.wait_for_function(IDLE)


def address(base, name):
    """str: the address at which JupyterLab opens with notebooks/<name>."""
    return f"{base}/lab/tree/notebooks/{name}?reset&token=T"


def save_and_reload(page, base, name):
    """Saves, shuts the kernel down, and opens the notebook anew, as on the next day; waits for its
    fresh kernel.
    """
    page.evaluate(
        """async () => {
            const panel = window.jupyterapp.shell.currentWidget;
            await panel.context.save();
            await panel.sessionContext.shutdown();
        }"""
    )
    page.goto(address(base, name))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function(IDLE)


def run_cell(page, number):
    """Runs one cell, counted from 0, and waits until it is done."""
    page.evaluate(
        """async (i) => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            notebook.activeCellIndex = i;
            notebook.deselectAll();
            await window.jupyterapp.commands.execute('notebook:run-cell');
        }""",
        number,
    )
    page.wait_for_function(IDLE)


def replace_cell(page, number, source):
    """Writes another source into a cell and runs it."""
    page.evaluate(
        "([i, s]) => {"
        " window.jupyterapp.shell.currentWidget.content.widgets[i].model.sharedModel.source = s; }",
        [number, source],
    )
    run_cell(page, number)


def restart(page):
    """Restarts the kernel as the menu does, without the question whether one is sure."""
    page.evaluate(
        "async () => { await"
        " window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart(); }"
    )
    page.wait_for_function(IDLE)


def run_all(page):
    """Runs every cell and waits until each code cell is done. Our scripts must be among what
    they show.
    """
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
    page.wait_for_function(
        """() => window.jupyterapp.shell.currentWidget.content.widgets
            .filter(c => c.model.type === 'code' && c.model.sharedModel.source.trim())
            .every(c => c.model.executionCount && c.model.executionState !== 'running')""",
    )
    page.wait_for_function(IDLE)
    assert page.evaluate(BROUGHT), "no script of ours is in this notebook"


def axe(page):
    """list of (rule, HTML): what axe has against the outputs on a page, in the theme it has and in
    the other one, light or dark. The page is left in the other.
    """
    found = violations(page)
    dark = page.evaluate("() => document.body.dataset.jpThemeLight === 'false'")
    set_theme(page, "JupyterLab Light" if dark else "JupyterLab Dark")
    return found + violations(page)


def violations(page):
    """list of (rule, HTML): what axe has against the outputs on a page as it is now."""
    from axe_playwright_python.sync_playwright import Axe

    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(
        """async () => {
            const wanted = {resultTypes: ['violations'], preload: false};
            const found = await axe.run('.jp-OutputArea-output', wanted);
            return found.violations.map(v => [v.id, v.nodes[0].html.slice(0, 200)]);
        }"""
    )
    return [tuple(one) for one in found] + too_pale(page)


def too_pale(page):
    """list of ("contrast", str): the texts of the outputs, and the borders of their fields, that
    have too little contrast, wherever they lie on the page. axe looks at the window alone.
    """
    found = page.evaluate(CONTRAST.read_text(encoding="utf-8"))
    return [("contrast", f"{what}: {ratio}, {wanted} is wanted") for what, ratio, wanted in found]


def set_theme(page, theme):
    """Changes the theme of an open JupyterLab and waits until its colours are there."""
    page.evaluate(
        "theme => { window.jupyterapp.commands.execute('apputils:change-theme', {theme}); }", theme
    )
    page.wait_for_function(
        """theme => document.body.dataset.jpThemeName === theme
            && getComputedStyle(document.body).getPropertyValue('--jp-layout-color0')""",
        arg=theme,
    )


def cell_count(page):
    """How many cells the notebook has now."""
    return page.evaluate("() => window.jupyterapp.shell.currentWidget.content.model.cells.length")


def press_what_deletes_cells(page):
    """The keys that delete cells where nothing guards the focus."""
    for key in ("x", "d", "d"):
        page.keyboard.press(key)


def press_beside(page, panel):
    """A press that misses every control of a panel, and the keys that would delete cells then."""
    spot = panel.evaluate(
        """panel => {
            panel.scrollIntoView({block: "center"});
            const at = panel.getBoundingClientRect();
            for (let y = at.top; y < at.bottom; y += 4)
                for (let x = at.left; x < at.right; x += 8)
                    if (document.elementFromPoint(x, y) === panel) return [x, y];
        }"""
    )
    page.mouse.click(*spot)
    press_what_deletes_cells(page)


def drive(page, panel, control, key, says):
    """Presses a key on one control and waits for the sentence that answers; then the keys that
    would delete cells elsewhere.
    """
    control.focus()
    page.keyboard.press(key)
    panel.get_by_role("status").filter(has_text=says).wait_for()
    press_what_deletes_cells(page)


def open_box(page, summary):
    """Opens a box by keyboard; it must open, and stay open under the keys that would delete cells
    elsewhere.
    """
    summary.focus()
    page.keyboard.press("Enter")
    press_what_deletes_cells(page)
    assert summary.evaluate("e => e.parentElement.open")


def source_of(page, start):
    """Number of the first cell whose source begins so."""
    sources = page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.widgets.map(c =>"
        " c.model.sharedModel.source)"
    )
    return next(i for i, s in enumerate(sources) if s.startswith(start))


def write(page, start, old, new, expected):
    """Types `new` over `old` in a cell, as a learner does: Enter to edit, the keys, Shift and
    Enter to run; waits for what it answers.
    """
    number = source_of(page, start)
    page.evaluate(
        """i => { const n = window.jupyterapp.shell.currentWidget.content;
        n.activeCellIndex = i; n.mode = 'command'; n.activeCell.node.focus(); }""",
        number,
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Home")
    source = page.evaluate(
        "i => window.jupyterapp.shell.currentWidget.content.widgets[i].model.sharedModel.source",
        number,
    )
    at = source.index(old)
    lines = source[:at].split("\n")
    for _ in lines[1:]:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    for _ in lines[-1]:
        page.keyboard.press("ArrowRight")
    for _ in old:
        page.keyboard.press("Delete")
    page.keyboard.insert_text(new)
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-Cell").nth(number).locator(".jp-OutputArea-output").filter(
        has_text=expected
    ).first.wait_for()


def to(page, control, most=60):
    """Tabs until a control has the focus: by keyboard alone it must be reachable."""
    for _ in range(most):
        if control.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the Tab key does not reach this control")
