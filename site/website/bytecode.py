"""Makes the packages of the live lessons start quickly: their modules are compiled beforehand, and
what no lesson needs is left out. Run by a Python of the version that the browser will have: one of
this machine, or Pyodide itself under Node.js; so it uses nothing but Python's own library.

Usage: bytecode.py FOLDER, which holds wheels, and perhaps python_stdlib.zip
"""

import importlib.util
import io
import marshal
import re
import sys
import zipfile
from pathlib import Path

NEVER_CHECKED = 1  # a flag of compiled modules: they are not compared with their source
WITH_SOURCE = "closereading-"  # whoever wants to can read how the lessons do it
STORED = zipfile.ZIP_DEFLATED
NOT_NEEDED = re.compile(
    r"\.pyi$|/tests/|^numpy/(f2py|_core/include|_core/lib|random/lib)/"
    r"|^matplotlib/(mpl-data/(images|sample_data|fonts/(afm|pdfcorefonts))|backends/web_backend)/"
    r"|SourceSansPro-(?!Regular|Bold\.|It\.)"
)


def main(folder):
    """Rewrites each zip of a folder. folder: str."""
    for path in sorted(Path(folder).iterdir()):
        if path.suffix in {".whl", ".zip"}:
            path.write_bytes(repacked(path.read_bytes(), path.name.startswith(WITH_SOURCE)))


def repacked(data, keeps_source):
    """bytes: a wheel with compiled modules. data: of the wheel as it was. keeps_source: bool, else
    the compiled modules take the place of their sources.
    """
    old = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", STORED) as new:
        for entry in old.infolist():
            if not NOT_NEEDED.search(entry.filename):
                _write(new, entry, old.read(entry), keeps_source)
    return out.getvalue()


def _write(new, entry, data, keeps_source):
    """Writes one file, and compiled where it is a module."""
    name = entry.filename
    code = _compiled(data, name) if name.endswith(".py") else None
    if code is None or keeps_source:
        new.writestr(entry, data, STORED)
    if code is not None:
        place = importlib.util.cache_from_source(name) if keeps_source else f"{name}c"
        new.writestr(zipfile.ZipInfo(place, entry.date_time), code, STORED)


def _compiled(data, name):
    """bytes of a compiled module; None where it is none for this Python."""
    try:
        code = compile(data, name, "exec", dont_inherit=True, optimize=0)
    except (SyntaxError, ValueError):  # a template, or a test of wrong syntax
        return None
    head = importlib.util.MAGIC_NUMBER + NEVER_CHECKED.to_bytes(4, "little")
    return head + importlib.util.source_hash(data) + marshal.dumps(code)


if __name__ == "__main__":
    main(sys.argv[1])
