#!/usr/bin/env python3
"""Makes the website with one command: python3 site/build.py

The first time it makes an environment of its own in site/_build, from site/requirements.txt. The
site stands in site/_build/html then; `python3 site/build.py --serve` shows it in a browser.
"""

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

from website.command_line import command_line

HERE = Path(__file__).resolve().parent
BUILD = HERE / "_build"
OLD = ("3.12.", "3.13.")  # Pythons of a Pyodide that goes with JupyterLite 0.6


def main(args):
    """int: what the build ends with. args: list of str."""
    asked = command_line(__doc__.splitlines()[0]).parse_args(args)
    if asked.serve:
        return subprocess.call([sys.executable, HERE / "serve.py", asked.into])
    if asked.pyodide and not (asked.pyodide / "pyodide-lock.json").is_file():
        print(f"There is no Pyodide in {asked.pyodide}: pyodide-lock.json is missing.")
        return 2
    python = environment(requirements(asked.pyodide))
    paths = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    done = subprocess.call([python, "-m", "website", *args], env=dict(os.environ, PYTHONPATH=paths))
    if not done:
        print(f"The site is made: {asked.into}. To look at it: python3 site/build.py --serve")
    return done


def requirements(pyodide):
    """Path of the list of packages that goes with a Pyodide. pyodide: Path of a folder, or None."""
    if pyodide is None:
        return HERE / "requirements.txt"
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    old = lock["info"]["python"].startswith(OLD)
    return HERE / ("requirements-tried.txt" if old else "requirements.txt")


def environment(listed):
    """Path of a Python that has the packages of a list; made where it is not there yet."""
    mark = hashlib.sha256(listed.read_bytes()).hexdigest()[:12]
    folder = BUILD / f"{listed.stem}-{mark}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / "complete").is_file():
        print(f"Installing the packages of {listed.name}, once …", flush=True)
        venv.create(folder, clear=True, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "-r", listed], check=True)
        (folder / "complete").touch()
    return python


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
