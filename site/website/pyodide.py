"""Python for the browser: bundled from a folder, or fetched from its own address by the reader."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

RUNTIME = "pyodide.mjs pyodide.js pyodide.asm.js pyodide.asm.mjs pyodide.asm.wasm python_stdlib.zip"


@dataclass(frozen=True)
class Pyodide:
    """lock: its list of packages, as read. url: of the file that begins it, as the live lessons ask
    for it. prefix: address of its other files; "" where they are bundled. folder: Path where it is
    to be bundled, else None.
    """

    lock: dict
    url: str
    prefix: str = ""
    folder: Path | None = None

    def copy_to(self, target, lock, packages):
        """Copies what is to be bundled, no more than the lessons load. lock: with our wheels.
        packages: list of str, what is loaded with it.
        """
        if self.folder is None:
            return
        names = [*RUNTIME.split(), *_files(lock["packages"], packages)]
        for name in names:
            if (self.folder / name).is_file():
                shutil.copy(self.folder / name, target)


def bundled(folder):
    """Pyodide that stands in a folder. Raises ValueError, in words, where none does."""
    folder = Path(folder)
    path = folder / "pyodide-lock.json"
    if not path.is_file():
        raise ValueError(f"There is no Pyodide in {folder}: pyodide-lock.json is missing.")
    lock = json.loads(path.read_text(encoding="utf-8"))
    here = {p.name for p in folder.iterdir()}
    packages = lock["packages"]
    lock["packages"] = {n: p for n, p in packages.items() if p["file_name"] in here}
    return Pyodide(lock, f"./static/pyodide/{_entry(lock)}", folder=folder)


def at_its_address(lock, address):
    """Pyodide at its own address. lock: Path of its lock file. address: ends in a slash."""
    read = json.loads(lock.read_text(encoding="utf-8"))
    return Pyodide(read, address + _entry(read), address)


def _is_old(lock):
    return lock["info"]["python"].startswith(("3.12.", "3.13."))


def _entry(lock):
    """str: the file that begins it; JupyterLite 0.6, which goes with 0.27, takes no module."""
    return "pyodide.js" if _is_old(lock) else "pyodide.mjs"


def _files(known, names):
    """Generator of str: the files of packages and of all that they depend on."""
    waiting = list(names)
    seen = set()
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in seen or name not in known:
            continue
        seen.add(name)
        waiting += known[name]["depends"]
        yield known[name]["file_name"]
