"""Has the packages of the live lessons compiled, by a Python of the version that they run on."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .places import BUILD

HERE = Path(__file__).parent
SCRIPT = HERE / "bytecode.py"
IN_NODE = HERE / "bytecode.mjs"
VERSION = "import sys; print(*sys.version_info[:2], sep='.')"
SLOWER = (
    "The packages of the live lessons are not compiled beforehand, so a lesson takes some seconds"
    " longer to start: there is no Python {} here, and no Node.js that could run Pyodide’s."
)


def make_quick(folder, pyodide):
    """Rewrites the wheels of a folder so that they start quickly, and Python's own library where it
    is there; what was made before is taken again. str: a sentence where it could not be done, else
    "". folder: Path. pyodide: Pyodide.
    """
    version = ".".join(pyodide.lock["info"]["python"].split(".")[:2])
    kept = {path: _kept(path, version) for path in _packed(folder)}
    missing = [path for path, made in kept.items() if not made.is_file()]
    command = missing and _command(version, pyodide.folder)
    if missing and not command:
        return SLOWER.format(version)
    if missing:
        _make(command, {path: kept[path] for path in missing})
    for path, made in kept.items():
        shutil.copy(made, path)
    return ""


def _packed(folder):
    """list of Path: the zips with modules in a folder."""
    return [path for path in sorted(folder.iterdir()) if path.suffix in {".whl", ".zip"}]


def _kept(path, version):
    """Path under which the compiled copy of a file is kept."""
    parts = (path.read_bytes(), SCRIPT.read_bytes(), version.encode(), path.name.encode())
    return BUILD / "quick" / hashlib.sha256(b"".join(parts)).hexdigest()


def _command(version, pyodide):
    """list of str that compiles a folder, which comes last; empty where nothing here can.
    pyodide: Path of a folder with a Pyodide, or None.
    """
    for name in (sys.executable, f"python{version}"):
        if (python := shutil.which(name)) and _says(python) == version:
            return [python, str(SCRIPT)]
    node = shutil.which("node")
    return [node, str(IN_NODE), str(pyodide), str(SCRIPT)] if node and pyodide else []


def _says(python):
    """str: the version that a Python says it has."""
    return subprocess.run([python, "-c", VERSION], capture_output=True, text=True).stdout.strip()


def _make(command, wanted):
    """Compiles some files. wanted: {Path of a file: Path of its compiled copy}."""
    with tempfile.TemporaryDirectory() as room:
        for path in wanted:
            shutil.copy(path, room)
        subprocess.run([*command, room], check=True)
        (BUILD / "quick").mkdir(parents=True, exist_ok=True)
        for path, made in wanted.items():
            shutil.copy(Path(room, path.name), made)
