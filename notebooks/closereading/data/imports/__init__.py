"""Texts as people have them: plain text in any common encoding, Word, HTML, PDF, mails. Each kind
has a module; what reads it is imported only when such a file is read.
"""

import re
from pathlib import PurePath
from typing import NamedTuple

from ...reading.text import Problem
from . import letters
from .kinds import known_by

LARGEST = 20_000_000  # bytes
WORDS = 20_000
ENDINGS = (".txt", ".docx", ".html", ".htm", ".pdf")


class Taken(NamedTuple):
    """A text that was read from a file. text: str. notes: tuple of sentences on what was done, and
    on what a reader has to look at.
    """

    text: str
    notes: tuple


def taken(name, data):
    """Taken from the bytes of a file. name: str, of the file; what lies in it counts, not how it
    ends. Raises Problem that says what lies there where no text can be read from it.
    """
    name = PurePath(str(name)).name
    if len(data) > LARGEST:
        raise Problem(f"{name}: found {len(data):,} bytes; expected at most {LARGEST:,}.")
    if not data.strip():
        raise Problem(f"{name}: found an empty file; expected a text.")
    kind = known_by(name, data)
    text, notes = _READERS[kind](name, data)
    text = text.strip("\n")
    if not re.search(r"\w", text):
        raise Problem(f"{name}: found no letter that can be read; expected a text. {_COPY}")
    many = len(text.split())
    if many > WORDS:
        raise Problem(f"{name}: found {many:,} words; expected at most {WORDS:,}. {_COPY}")
    return Taken(text + "\n", tuple(notes))


_COPY = "Open it in the program that it is from, and copy the words of the report from there."


def _docx(name, data):
    from .word import read

    return read(name, data)


def _html(name, data):
    from .web_page import read

    return read(name, data)


def _mail(name, data):
    from .mail import read

    return read(name, data)


def _pdf(name, data):
    from .pdf import read

    return read(name, data)


_READERS = {"text": letters.read, "docx": _docx, "html": _html, "mail": _mail, "pdf": _pdf}
