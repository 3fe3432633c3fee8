"""Wheels for Python in the browser: the toolkit with its data, and packages as they are installed
here. They hold nothing that was compiled, so they run wherever Python does.
"""

import base64
import hashlib
import io
import re
import zipfile
from importlib.metadata import distribution

from .places import DATA, TOOLKIT

COMPILED = {".so", ".pyd", ".pyc", ".c", ".map"}
LEFT_OUT = ("__pycache__", "tests/", ".dist-info/", "..")
WHEEL = "Wheel-Version: 1.0\nGenerator: close-reading\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
JEDI = (b"self.Completer.use_jedi = True", b"")
LICENCE = re.compile(r"\.dist-info/(.*/)?(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.I)
DAY = (2022, 2, 10, 0, 0, 0)  # of every file, so that the same files make the same bytes


def toolkit(release):
    """(str, bytes): name and content of the wheel of closereading, with the data inside it."""
    files = _files(TOOLKIT, "closereading") | _files(DATA, "closereading/_data")
    return packed("closereading", release, files)


def installed(name):
    """(str, bytes): the wheel of a package that is installed here, without what was compiled, and
    with its licence.
    """
    found = distribution(name)
    files = {
        path.as_posix(): path.locate().read_bytes()
        for path in found.files
        if path.suffix not in COMPILED and not any(part in path.as_posix() for part in LEFT_OUT)
    }
    licences = [path for path in found.files if LICENCE.search(path.as_posix())]
    files |= {
        f"{_stem(name, found.version)}.dist-info/{path.name}": path.locate().read_bytes()
        for path in licences
    }
    return packed(name, found.version, files)


def empty(name):
    """(str, bytes): a wheel of that name with nothing in it, for a package that the kernel asks for
    and that no lesson needs.
    """
    return packed(name, "0", {})


def without_jedi(data):
    """bytes: a wheel of the kernel that leaves it to IPython whether jedi is there. data: of the
    wheel. With jedi a lesson starts a second later, and what Tab offers is hardly better.
    """
    old = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry).replace(*JEDI), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed(name, version, files):
    """(str, bytes): file name and content of a wheel. files: {path in it: bytes}."""
    stem = _stem(name, version)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    inside = f"{stem}.dist-info"
    files = files | {f"{inside}/METADATA": about.encode(), f"{inside}/WHEEL": WHEEL.encode()}
    rows = [f"{path},sha256={_digest(data)},{len(data)}\n" for path, data in sorted(files.items())]
    record = "".join([*rows, f"{inside}/RECORD,,\n"])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in sorted(files.items()):
            wheel.writestr(_entry(path), data)
        wheel.writestr(_entry(f"{inside}/RECORD"), record.encode())
    return f"{stem}-py3-none-any.whl", out.getvalue()


def _stem(name, version):
    """str: what the names of a wheel and of the folder about it begin with."""
    return f"{re.sub('[-_.]+', '_', name)}-{version}"


def _files(folder, prefix):
    """dict {path in the wheel: bytes} of the files in a folder."""
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _entry(path):
    entry = zipfile.ZipInfo(path, DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _digest(data):
    """str: the SHA-256 of a file as wheels write it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
