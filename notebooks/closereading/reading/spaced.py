"""Figures in groups of three with a blank between, as much of the world writes them: 75 748 for
75,748. In a row of a table the same signs are two figures, so the reader is asked.
"""

import re

_BLANK = "[ \u00a0\u2009\u202f]"
_GROUPS = re.compile(
    rf"(?<![\d.,\w])(?<!\d{_BLANK})[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})+(?![\w,.]?\d)"
)
_MORE = re.compile(rf"{_BLANK}(?:\(?\d|[-–—▲▼])")


def with_commas(text):
    """str: a text of the same length, in which each such figure has commas between its groups."""
    made = list(text)
    for start, end in _figures(text):
        made[start:end] = re.sub(_BLANK, ",", text[start:end])
    return "".join(made)


def whole_figure(text, start, end):
    """str: the figure of which a number is only one group, or some; blank where it is none."""
    places = (span for span in _figures(text) if span[0] < end and start < span[1])
    first, last = next(places, (start, end))
    return text[first:last] if first < start or end < last else ""


def _figures(text):
    """Yields (start, end) of each such figure; none that other figures follow, as in a table."""
    for found in _GROUPS.finditer(text):
        if not _MORE.match(text, found.end()):
            yield found.span()
