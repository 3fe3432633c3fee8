"""Marks on thin lines, as many below each other as a chart holds besides its rows: words beside the
line, or above it on a narrow page.
"""

from . import mark_looks
from .page import is_narrow, width, wrap
from .style import INK

SIZE = 9.5  # of the lettering
LINE = 0.16  # inches: a line of words above
OVER = 0.14  # from the middle of the lowest one to the thin line


def tall(mark, beside):
    """float: inches that a mark takes. beside: inches of one whose words stand beside it."""
    if is_narrow():
        return LINE * len(wrap(words_of(mark), SIZE)) + 0.22
    return beside


def thin_line(page, sheet, ax, m, y, colour=INK, at=None):
    """A mark on one thin line at height y, with its words beside it, from `at` on in data units, or
    from further left where they would not fit on the page; on a narrow page above it.
    """
    per_inch = page.per_inch(ax)
    mark_looks.sign(sheet, ax, m, y, per_inch, colour, mark_looks.SMALL)
    left, right = page.edges(ax)
    text = words_of(m)
    if not is_narrow():
        at = min(at or m.printed[-1] + 0.1 * per_inch, right - width(text, SIZE) * per_inch)
        mark_looks.label(sheet, ax, m, at, y, text, SIZE, va="center")
        return
    for i, line in enumerate(reversed(wrap(text, SIZE))):
        mark_looks.label(sheet, ax, m, left, y - OVER - LINE * i, line, SIZE, va="center")


def words_of(mark):
    """str: what stands beside a thin line."""
    return f"{mark.label}: {mark.words[0]}"
