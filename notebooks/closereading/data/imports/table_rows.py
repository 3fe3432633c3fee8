"""Rows of a table in a PDF whose first cell is broken over lines: the name goes to its figures."""

import re
from itertools import takewhile

_CELL = r"(?:[-–—*]|[<>~]?[$£€]?\(?[-−+]?\d[\d.,]*%?\)?\*{0,2}|[▲▼►]|n/?a)"
_FIGURES = re.compile(rf"{_CELL}(?:\s+{_CELL})+")
_NAME = re.compile(r"[^\W\d_][^\d]{0,44}")
_STOP = re.compile(r"[.!?:;]\Z")
MOST = 5  # lines of a name


def with_names(lines):
    """list of str: lines in which a row of figures has the name again that stands above it. Of how
    many lines the name is, another place of the text tells, where it stands in one piece.
    """
    text = " ".join(" ".join(lines).split()).casefold()
    made = []
    for line in lines:
        if made and _FIGURES.fullmatch(line.strip()):
            many = _lines_of_name(made, text)
            name = " ".join(part.strip() for part in made[len(made) - many :])
            made = made[: len(made) - many]
            line = f"{name} {line.strip()}".strip()
        made.append(line)
    return made


def _lines_of_name(before, text):
    """int: of how many of the lines before it a row of figures has its name; nought for none."""
    last = [line.strip() for line in takewhile(_may_name, reversed(before[-MOST:]))][::-1]
    names = [" ".join(last[at:]) for at in range(len(last))]  # the longest first
    known = [at for at, name in enumerate(names) if text.count(name.casefold()) > 1]
    named = known or [at for at, name in enumerate(names) if name[0].isupper()][-1:]
    return len(last) - named[0] if named else 0


def _may_name(line):
    """bool: whether a line may be a part of a name: short, without figures and without a stop."""
    line = line.strip()
    return bool(_NAME.fullmatch(line)) and not _STOP.search(line)
