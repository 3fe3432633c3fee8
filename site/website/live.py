"""The lessons live in the browser: JupyterLite, in the view of a single notebook."""

import json
import shutil
import subprocess
import sys

from . import lock as locks
from .places import BUILD, LITE, SITE, for_learners
from .quick import make_quick
from .wheels import empty, installed, toolkit, without_jedi

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
OF_THE_KERNEL = ("ipykernel", "piplite", "pyodide_kernel")
BAR = (
    '<link rel="stylesheet" href="../static/live.css">'
    '<script defer src="../static/live.js"></script>'
)
BESIDE = "static/pyodide"  # our wheels, and Pyodide itself where it is bundled


def build(target, release, pyodide):
    """Makes the live lessons in a folder. target: Path, new. release: str, of the wheel. pyodide:
    Pyodide, bundled or at its own address.
    """
    _files_for_learners()
    _jupyter_lite(target)
    beside = target / BESIDE
    beside.mkdir(parents=True, exist_ok=True)
    wheels = dict([toolkit(release), *map(installed, _packed(pyodide)), *map(empty, locks.EMPTY)])
    wheels |= _kernels_own(target)
    for name, data in wheels.items():
        (beside / name).write_bytes(data)
    lock = locks.with_wheels(pyodide.lock, wheels, pyodide.prefix)
    pyodide.copy_to(beside, lock, [*locks.preloaded(lock), *locks.MAPS, *locks.TEXTS])
    if slower := make_quick(beside, pyodide):
        print(slower)
    locks.hash_again(lock, beside)
    (beside / "close-reading-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    _settings(target, pyodide, locks.preloaded(lock))
    _bar(target)


def _packed(pyodide):
    """list of str: packages that this Pyodide has not, or that we want in our own version."""
    known = pyodide.lock["packages"]
    return ["font-source-sans-pro", *(n for n in locks.PACKED if locks.canonical(n) not in known)]


def _files_for_learners():
    """Lays out what learners find in their browser: the notebooks as they are."""
    shutil.rmtree(LITE, ignore_errors=True)
    files = LITE / "files"
    files.mkdir(parents=True)
    for path in for_learners():
        shutil.copy(path, files)


def _jupyter_lite(target):
    """Runs JupyterLite's own build. Raises RuntimeError with what it said where it fails."""
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--apps", "notebooks"]
    command += ["--lite-dir", str(LITE), "--contents", str(LITE / "files")]
    command += ["--output-dir", str(target), "--no-unused-shared-packages", "--no-sourcemaps"]
    done = subprocess.run(command, cwd=BUILD, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"JupyterLite was not built:\n{done.stdout}{done.stderr}")


def _kernels_own(target):
    """dict {file name: bytes}: the wheels that come with the kernel's extension."""
    folder = target / "extensions" / "@jupyterlite" / "pyodide-kernel-extension" / "static/pypi"
    return {
        path.name: without_jedi(path.read_bytes())
        for path in sorted(folder.glob("*.whl"))
        if path.name.startswith(OF_THE_KERNEL)
    }


def _bar(target):
    """Puts our bar above the lesson."""
    for name in ("live.js", "live.css"):
        shutil.copy(SITE / "static" / name, target / "static")
    page = target / "notebooks" / "index.html"
    text = page.read_text(encoding="utf-8")
    if "</head>" not in text:
        raise RuntimeError("The page of JupyterLite’s notebooks has no place for our bar.")
    page.write_text(text.replace("</head>", f"{BAR}</head>", 1), encoding="utf-8")


def _settings(target, pyodide, packages):
    """Writes what the kernel has to know into the site's jupyter-lite.json."""
    path = target / "jupyter-lite.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    data = config["jupyter-config-data"]
    data["appName"] = "Close Reading"
    data["exposeAppInBrowser"] = True
    data["settingsOverrides"] = {
        # what was typed into a cell is kept soon, and not after minutes
        "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 10},
        # light or dark as the reader's system is
        "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    }
    data.setdefault("litePluginSettings", {})[KERNEL] = {
        "pyodideUrl": pyodide.url,
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {
            "lockFileURL": f"./{BESIDE}/close-reading-lock.json",
            "packages": packages,
        },
    }
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
