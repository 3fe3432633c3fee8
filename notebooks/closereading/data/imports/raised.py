"""Figures that a page raises or lowers: 140² people, 10⁶, CO₂. Set on the line they would become
another number, 1402 people; so they keep their height.
"""

import re

_RAISED = dict(zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", strict=True))
_LOWERED = dict(zip("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋", strict=True))
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
    letters), in their order; figures that stand smaller and higher than what they touch are raised.
    """
    made = ""
    foot = 0
    size = 0
    for text, height, letters in pieces:
        stands = made and not made[-1].isspace() and text.strip()
        if stands and letters < _SMALL * size and _AT_LEAST < (height - foot) / size < 1:
            made += raised(text)
            continue
        made += text
        if text.strip():
            foot = height
            size = letters
    return made


def told(text):
    """list of str: a sentence on the numbers of a text that have a raised figure."""
    found = list(dict.fromkeys(_NOTED.findall(text)))
    if not found:
        return []
    shown = ", ".join(f"“{word}”" for word in found[:4])
    return [f"A raised figure stays raised, and is no part of its number: {shown}."]
