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


def key(marks):
    """str: what the signs mean, of those only that stand on the chart."""
    closed = [m for m in marks if len(m.printed) == 2 and m.low < m.high]
    signs = {
        "Dot: one number is {}.": [m for m in marks if m.low == m.high],
        "Line with two caps: both ends are {}.": [m for m in closed if not m.soft],
        "Arrow: only the capped end is {}; its length means nothing.": [
            m for m in marks if len(m.printed) == 1
        ],
        "Fade: words without exact ends, and our reading of them; pale band: what they do not"
        " exclude.": [m for m in closed if m.soft],
    }
    return " ".join(says.format(_whose(these)) for says, these in signs.items() if these)


def _whose(marks):
    """str: whether the ends of some marks are printed, given by the reader, or some of each."""
    given = [m.reading.startswith((TYPED, CHOSEN)) for m in marks]
    if all(given):
        return _GIVEN
    return f"{_PRINTED} or {_GIVEN}" if any(given) else _PRINTED
