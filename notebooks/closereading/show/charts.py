"""The charts that a lesson draws, each as a Picture."""

from functools import wraps

from ..drawing import bars, days, grid, own_drawing, ranges
from ..drawing import in_their_words as words
from ..reading.given import looked_at
from .picture import Picture


def shown(draw, called=""):
    """The function that draws a Sheet, as one that gives the Picture of it, and says in a sentence
    what it cannot take. called: what a lesson calls it; default its name.
    """
    asked = looked_at(draw, called)

    @wraps(draw)
    def made(*args, **kwargs):
        return Picture(asked(*args, **kwargs))

    made.__doc__ = (draw.__doc__ or "").replace("Sheet", "Picture", 1)
    return made


counts = shown(bars.counts, "charts.counts")
accounts = shown(grid.accounts, "charts.accounts")
in_their_words = shown(words.in_their_words, "charts.in_their_words")
intervals = shown(ranges.intervals, "charts.intervals")
timeline = shown(days.timeline, "charts.timeline")
opens = shown(own_drawing.explained, "opens")
