"""The text of a report's folder: text.txt in any common encoding, our digest.md, or else the one
file there from which a text can be read: Word, HTML or PDF.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from ..reading.paragraphs import paragraphs
from ..reading.text import Problem
from .files import STRANGE, Trouble
from .imports import ENDINGS, Taken, taken

TEXTS = ("text.txt", "digest.md")
HANDED_ON = "-to-hand-on.html"
_take = lru_cache(maxsize=4)(taken)  # a PDF is read once, not at every opening


def text_files(folder):
    """list of Path: the text of a folder, in one file or, by mistake, in several; where none has
    our name, every file that may be a text; empty where there is none.
    """
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    for name in TEXTS:
        if named := [path for path in files if path.name.casefold() == name]:
            return named
    return [path for path in files if _may_be_text(path)]


def _may_be_text(path):
    """bool: by its name, a file may be a text; not the page that lesson 09 makes to be handed
    on.
    """
    return (
        path.is_file() and path.suffix.casefold() in ENDINGS and not path.name.endswith(HANDED_ON)
    )


class Text(NamedTuple):
    """A text as it was read. paragraphs: list of str. notes: tuple of sentences on how it was read.
    troubles: list of Trouble.
    """

    paragraphs: list
    notes: tuple
    troubles: list


def text_of(folder, path=None):
    """Text of a folder. path: of the file that is read for it, if it is another."""
    found = [path] if path else text_files(folder)
    if not found:
        wanted = "the text, its paragraphs parted by blank lines"
        return Text([], (), [Trouble(TEXTS[0], 0, "", "no such file, and no digest.md", wanted)])
    if len(found) > 1:
        listed = ", ".join(one.name for one in found[:6])
        wanted = "one of them; call it text.txt, or put the others elsewhere"
        return Text([], (), [Trouble(folder.name, 0, "", f"the files {listed}", wanted)])
    read, trouble = read_whole(found[0])
    return Text(paragraphs(read.text), read.notes, [trouble] if trouble else [])


def read_whole(path):
    """(Taken, None) of a file with a text, or (an empty Taken, Trouble)."""
    try:
        read = _take(path.name, path.read_bytes())
    except OSError as e:
        folder = "a folder of this name" if path.is_dir() else ""  # Windows says less
        found = folder or f"a file that cannot be read ({e.strerror})"
        return Taken("", ()), Trouble(path.name, 0, "", found, "a file you may read")
    except Problem as problem:
        return Taken("", ()), Trouble.saying(path.name, str(problem))
    if strange := re.search(f"[{''.join(STRANGE)}]", read.text):
        line = read.text[: strange.start()].count("\n") + 1
        found = f"{STRANGE[strange[0]]}, which stands in no text"
        return Taken("", ()), Trouble(path.name, line, "", found, "letters")
    return read, None
