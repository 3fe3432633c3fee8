"""The series as a static site, from the notebooks as they were executed: no kernel, no script,
nothing fetched from elsewhere.

`write(folder)` is what `python notebooks/execute.py --html DIR` calls. Whatever a notebook shows
is cut down to a short list of harmless tags, so that no text of a report can become more than
text; the head of each page forbids scripts as well.
"""

import re
from pathlib import Path

from .site import ROOT, Site
from .texts import TAGS as TAGS

# the list of what stands here by our hand: only that is ever overwritten or removed
MADE = "made-by-close-reading.txt"


def write(folder, root=ROOT):
    """list of str: the files written into a folder. Raises ValueError, in words, where the folder
    holds things that are not ours to overwrite.
    """
    folder, wanted = Path(folder), dict(sorted(Site(root).files.items()))
    wanted[MADE] = ("\n".join([*wanted, MADE]) + "\n").encode("utf-8")
    before = _made_before(folder)
    _refuse_what_is_not_ours(folder, before, wanted)
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for name in before:
        if name not in wanted:
            (folder / name).unlink(missing_ok=True)
    for name, data in wanted.items():
        (folder / name).write_bytes(data)
    return list(wanted)


def _made_before(folder):
    """list of str: the files that an earlier run wrote into a folder."""
    path = folder / MADE
    names = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return [name for name in names if re.fullmatch(r"(pictures/)?[\w.-]+", name)]


def _refuse_what_is_not_ours(folder, before, wanted):
    """Raises ValueError where something would be overwritten that was not made here."""
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file. Name a folder; it may be a new one.")
    if folder.is_dir() and any(folder.iterdir()) and not before:
        raise ValueError(
            f"{folder} holds other things. Nothing was written; name an empty folder, or a new one."
        )
    if taken := _taken(folder, before, wanted):
        raise ValueError(
            f"{folder} holds {', '.join(taken)}, not made here. Nothing was written; move it away,"
            " or name another folder."
        )


def _taken(folder, before, wanted):
    """list of str: what stands in a folder in the place of a wanted file, and is none of ours."""
    links = [name for name in [*wanted, "pictures"] if (folder / name).is_symlink()]
    return links + [name for name in wanted if name not in before and (folder / name).exists()]
