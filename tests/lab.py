"""A JupyterLab server and a Chromium page for the browser tests. Everything on loopback, every folder fresh."""
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
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
NO_CHROMIUM = "no Chromium here; on Debian or Ubuntu: apt-get install chromium (or set CHROMIUM to its path)"
IDLE = "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"


def chromium():
    """Path of a Chromium or Chrome, or None."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))]
    return next((path for path in named if path), None)


@contextlib.contextmanager
def server(theme=None, work=None, notebooks=None, root=NOTEBOOKS.parent):
    """Address of a JupyterLab that serves a copy of the project, so that no test writes into it.

    notebooks: {name: list of cell sources} to be put beside the lessons; a source that begins with # is Markdown.
    """
    with tempfile.TemporaryDirectory() as tmp, socket.socket() as s:
        copy = Path(tmp, "copy")
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".git", ".venv", "my-work", "__pycache__", ".pytest_cache", ".hypothesis"))
        for name, sources in (notebooks or {}).items():
            cells = [(v4.new_markdown_cell if source.startswith("#") else v4.new_code_cell)(source) for source in sources]
            kernel = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
            nbformat.write(v4.new_notebook(cells=cells, metadata=kernel), copy / "notebooks" / name)
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
        s.close()
        env = dict(os.environ, CLOSE_READING_WORK=str(work or Path(tmp, "work")))
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR"):
            env[name] = str(Path(tmp, name))
            Path(env[name]).mkdir()
        settings = Path(env["JUPYTERLAB_SETTINGS_DIR"], "@jupyterlab", "apputils-extension")
        settings.mkdir(parents=True)
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
        if theme:
            (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}))
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
                   "--ServerApp.port_retries=0", "--IdentityProvider.token=T", f"--ServerApp.root_dir={copy}", "--LabApp.expose_app_in_browser=True"]
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
                process.terminate()          # the server stops its kernels first; on a busy machine that takes its time
                try:
                    process.wait(60)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


@contextlib.contextmanager
def browser(width=1280, height=900):
    """A page that records its errors (page.errors) and every request that leaves the machine (page.outside)."""
    from playwright.sync_api import sync_playwright
    with sync_playwright() as pw:
        app = pw.chromium.launch(executable_path=chromium(), args=ARGS)
        page = app.new_context(locale="en-GB", viewport={"width": width, "height": height}, reduced_motion="reduce").new_page()
        page.set_default_timeout(20_000)
        page.errors, page.outside = [], []
        page.on("pageerror", lambda e: page.errors.append(str(e)))
        inside = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
        page.on("request", lambda r: None if r.url.startswith(inside) else page.outside.append(r.url))
        yield page
        app.close()


def open_notebook(page, base, name, kernel=True):
    """Opens notebooks/<name> in JupyterLab and waits for its cells and, unless kernel is False, for its kernel."""
    page.goto(f"{base}/lab/tree/notebooks/{name}?reset&token=T")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    if kernel:
        page.wait_for_function(IDLE, timeout=60_000)


def save_and_reload(page, base, name):
    """Saves, shuts the kernel down, and opens the notebook anew, as on the next day; waits for its fresh kernel."""
    page.evaluate("""async () => { const panel = window.jupyterapp.shell.currentWidget; await panel.context.save(); await panel.sessionContext.shutdown(); }""")
    open_notebook(page, base, name)


def run_cell(page, number):
    """Runs one cell, counted from 0, and waits until it is done."""
    page.evaluate("""async (i) => { const n = window.jupyterapp.shell.currentWidget.content; n.activeCellIndex = i; n.deselectAll();
        await window.jupyterapp.commands.execute('notebook:run-cell'); }""", number)
    page.wait_for_function(IDLE, timeout=60_000)


def replace_cell(page, number, source):
    """Writes another source into a cell and runs it."""
    page.evaluate("([i, s]) => { window.jupyterapp.shell.currentWidget.content.widgets[i].model.sharedModel.source = s; }", [number, source])
    run_cell(page, number)


def restart(page):
    """Restarts the kernel as the menu does, without the question whether one is sure."""
    page.evaluate("async () => { await window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart(); }")
    page.wait_for_function(IDLE, timeout=60_000)


def run_all(page):
    """Runs every cell and waits until each code cell is done."""
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
    page.wait_for_function("""() => window.jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code' && c.model.sharedModel.source.trim())
        .every(c => c.model.executionCount && c.model.executionState !== 'running')""", timeout=120_000)
    page.wait_for_function(IDLE, timeout=60_000)
