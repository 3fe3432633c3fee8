"""The site in one file, for a school without internet."""

import zipfile

READ_ME = """Close Reading: Union Resolve 2022, for a machine without internet

1. Unpack this file into a folder of its own.
2. You need Python 3.8 or newer on the machine. Nothing else is installed.
3. In that folder, run:   python3 serve.py      (on Windows:  py serve.py)
4. A browser opens with the lessons, at http://localhost:8765/. "Do it here" works there.

Run it on each machine. Across a network browsers allow no saving; a page from another machine can
be read, and its lessons run, but the answers are lost when it is closed.
"""
FOLDER = "close-reading"


def pack(site, path):
    """Writes a zip of the site. site: Path of a folder. path: of the zip."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        packed.writestr(f"{FOLDER}/READ ME.txt", READ_ME)
        for file in sorted(site.rglob("*")):
            if file.is_file():
                packed.write(file, f"{FOLDER}/{file.relative_to(site).as_posix()}")
