"""A JupyterLab server and a Chromium page for the browser tests. Everything on loopback, every
folder fresh.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import nbformat
from nbformat import v4

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
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
IDLE = (
    "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status ==="
    " 'idle'"
)


def chromium():
    """Path of a Chromium or Chrome, or None."""
    named = [
        os.environ.get("CHROMIUM"),
        *map(shutil.which, ("chromium", "chromium-browser", "google-chrome")),
    ]
    return next((path for path in named if path), None)


@contextlib.contextmanager
def server(theme=None, work=None, notebooks=None, root=NOTEBOOKS.parent):
    """Address of a JupyterLab that serves a copy of the project, so that no test writes into it.

    notebooks: {name: list of cell sources} to be put beside the lessons; a source that begins with
    # is Markdown.
    """
    with tempfile.TemporaryDirectory() as tmp, socket.socket() as s:
        copy = Path(tmp, "copy")
        shutil.copytree(
            root,
            copy,
            ignore=shutil.ignore_patterns(
                ".git", ".venv", "my-work", "__pycache__", ".pytest_cache", ".hypothesis"
            ),
        )
        for name, sources in (notebooks or {}).items():
            cells = [
                (v4.new_markdown_cell if source.startswith("#") else v4.new_code_cell)(source)
                for source in sources
            ]
            kernel = {
                "kernelspec": {
                    "display_name": "Python 3 (ipykernel)",
                    "language": "python",
                    "name": "python3",
                }
            }
            nbformat.write(v4.new_notebook(cells=cells, metadata=kernel), copy / "notebooks" / name)
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
        s.close()
        env = dict(os.environ, CLOSE_READING_WORK=str(work or Path(tmp, "work")))
        for name in (
            "JUPYTER_CONFIG_DIR",
            "JUPYTER_DATA_DIR",
            "JUPYTER_RUNTIME_DIR",
            "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR",
            "IPYTHONDIR",
        ):
            env[name] = str(Path(tmp, name))
            Path(env[name]).mkdir()
        settings = Path(env["JUPYTERLAB_SETTINGS_DIR"], "@jupyterlab", "apputils-extension")
        settings.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
        if theme:
            (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
        command = [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            "--IdentityProvider.token=T",
            f"--ServerApp.root_dir={copy}",
            "--LabApp.expose_app_in_browser=True",
        ]
        with open(Path(tmp, "log"), "w+") as log:
            process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
            try:
                for _ in range(600):
                    with contextlib.suppress(OSError):
                        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status?token=T")
                        break
                    time.sleep(0.1)
                else:
                    raise RuntimeError(Path(tmp, "log").read_text())
                yield f"http://127.0.0.1:{port}"
            finally:
                process.terminate()  # the server stops its kernels first; on a busy machine that takes its time
                try:
                    process.wait(60)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


@contextlib.contextmanager
def browser(width=1280, height=900):
    """A page that records its errors (page.errors) and every request that leaves the machine
    (page.outside).
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as pw:
        app = pw.chromium.launch(executable_path=chromium(), args=ARGS)
        page = app.new_context(
            locale="en-GB", viewport={"width": width, "height": height}, reduced_motion="reduce"
        ).new_page()
        page.set_default_timeout(20_000)
        page.errors, page.outside = [], []
        page.on("pageerror", lambda e: page.errors.append(str(e)))
        inside = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
        page.on(
            "request", lambda r: None if r.url.startswith(inside) else page.outside.append(r.url)
        )
        yield page
        app.close()


def open_notebook(page, base, name, kernel=True):
    """Opens notebooks/<name> in JupyterLab and waits for its cells and, unless kernel is False,
    for its kernel.
    """
    page.goto(f"{base}/lab/tree/notebooks/{name}?reset&token=T")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    if kernel:
        page.wait_for_function(IDLE, timeout=60_000)


def save_and_reload(page, base, name):
    """Saves, shuts the kernel down, and opens the notebook anew, as on the next day; waits for its
    fresh kernel.
    """
    page.evaluate(
        """async () => { const panel = window.jupyterapp.shell.currentWidget; await panel.context.save(); await panel.sessionContext.shutdown(); }"""
    )
    open_notebook(page, base, name)


def run_cell(page, number):
    """Runs one cell, counted from 0, and waits until it is done."""
    page.evaluate(
        """async (i) => { const n = window.jupyterapp.shell.currentWidget.content; n.activeCellIndex = i; n.deselectAll();
        await window.jupyterapp.commands.execute('notebook:run-cell'); }""",
        number,
    )
    page.wait_for_function(IDLE, timeout=60_000)


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
    page.wait_for_function(IDLE, timeout=60_000)


def run_all(page):
    """Runs every cell and waits until each code cell is done."""
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
    page.wait_for_function(
        """() => window.jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code' && c.model.sharedModel.source.trim())
        .every(c => c.model.executionCount && c.model.executionState !== 'running')""",
        timeout=120_000,
    )
    page.wait_for_function(IDLE, timeout=60_000)


def axe(page):
    """list of (rule, HTML): what axe has against the outputs on a page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=".jp-OutputArea-output").response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found]


def cell_count(page):
    """How many cells the notebook has now."""
    return page.evaluate("() => window.jupyterapp.shell.currentWidget.content.model.cells.length")


def press_what_deletes_cells(page):
    """The keys that delete cells where nothing guards the focus."""
    for key in ("x", "d", "d"):
        page.keyboard.press(key)


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
