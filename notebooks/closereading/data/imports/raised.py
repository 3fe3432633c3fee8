"""Figures that a page raises or lowers: 140² people, 10⁶, CO₂. Set on the line they would become
another number, 1402 people; so they keep their height.
"""

import re
from typing import NamedTuple

_RAISED = dict(zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", strict=True))
_LOWERED = dict(zip("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋", strict=True))
_HEIGHT = tuple(_RAISED.values())
_FIGURE = re.compile(r"\s*[+−-]?\d+(?:\s*,\s*\d+)*\s*", re.ASCII)
_NOTED = re.compile(r"[^\s]*\d[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_AT_LEAST = 0.15  # of the size of the letters before it, that a raised figure stands higher
_SMALL = 0.85  # of that size, that a raised figure has at most


def raised(text, signs=_RAISED):
    """str: a text that a page raises: figures as raised ones, all others (5th, [3]) as they are."""
    if not _FIGURE.fullmatch(text):
        return text
    return ",".join("".join(signs[sign] for sign in one.strip()) for one in text.split(","))


def lowered(text):
    """str: a text that a page lowers: figures as lowered ones, all others as they are."""
    return raised(text, _LOWERED)


def joined(pieces):
    """str: pieces of a page as one text. pieces: list of (text, height of its foot, size of its
    letters), in their order; figures that stand smaller and higher than what they follow are
    raised, and the line goes on behind them.
    """
    made = ""
    blank = ""  # white space that may belong to the height of a figure, and not to the text
    line = _Line(0, 0)
    for text, height, letters in pieces:
        if not text.strip():
            blank += text
        elif _FIGURE.fullmatch(text) and line.below(height, letters):
            made = made.rstrip() + raised(text.strip())
            blank = ""
        else:
            goes_on = made[-1:] in _HEIGHT and height == line.foot
            made += text if goes_on else blank + text
            blank = ""
            line = _Line(height, letters)
    return made + blank


class _Line(NamedTuple):
    """The height of the letters that came last, and their size."""

    foot: float
    size: float

    def below(self, height, letters):
        """bool: whether letters of a size stand higher, and on the same line."""
        small = letters < _SMALL * self.size
        return small and _AT_LEAST < (height - self.foot) / self.size < 1


def told(text):
    """list of str: a sentence on the numbers of a text that have a raised figure."""
    found = list(dict.fromkeys(_NOTED.findall(text)))
    if not found:
        return []
    shown = ", ".join(f"“{word}”" for word in found[:4])
    return [f"A raised figure stays raised, and is no part of its number: {shown}."]
