"""What is said below a chart of numbers on its signs, and on the ends at which they stand: printed
ones, or those that a reader typed or chose.
"""

from ..data.chosen import CHOSEN
from ..data.typed_ends import TYPED

_PRINTED = "printed"
_GIVEN = "given by the reader"


def typed_or_chosen(marks):
    """str: which marks stand at ends that a reader typed or chose, and the program does not read in
    the words.
    """
    typed = ", ".join(m.evidence[0].quoted() for m in marks if m.reading.startswith(TYPED))
    chosen = ", ".join(m.evidence[0].quoted() for m in marks if m.reading.startswith(CHOSEN))
    said = f" Drawn {TYPED}, and not as the program reads the words: {typed}." if typed else ""
    return said + (f" Drawn {CHOSEN}: {chosen}." if chosen else "")


_SIGNS = {
    "dot": "Dot: one number is {}.",
    "line": "Line with two caps: both ends are {}.",
    "arrow": "Arrow: only the capped end is {}; its length means nothing.",
    "fade": "Fade: words without exact ends, and our reading of them; pale band: what they do not"
    " exclude.",
}


def key(marks):
    """str: what the signs mean, of those only that stand on the chart."""
    drawn = {sign: [m for m in marks if _sign(m) == sign] for sign in _SIGNS}
    return " ".join(_SIGNS[sign].format(_whose(these)) for sign, these in drawn.items() if these)


def _sign(mark):
    """str: with which sign of _SIGNS a mark is drawn."""
    if len(mark.printed) == 1:
        return "arrow"
    if mark.low == mark.high:
        return "dot"
    return "fade" if mark.soft else "line"


def _whose(marks):
    """str: whether the ends of some marks are printed, given by the reader, or some of each."""
    given = [m.reading.startswith((TYPED, CHOSEN)) for m in marks]
    if all(given):
        return _GIVEN
    return f"{_PRINTED} or {_GIVEN}" if any(given) else _PRINTED
