"""The charts that a lesson draws, each as a Picture."""

from functools import wraps

from ..drawing import bars, days, grid, own_drawing, ranges
from ..drawing import in_their_words as words
from .picture import Picture


def shown(draw):
    """The function that draws a Sheet, as one that gives the Picture of it."""

    @wraps(draw)
    def made(*args, **kwargs):
        return Picture(draw(*args, **kwargs))

    made.__doc__ = (draw.__doc__ or "").replace("Sheet", "Picture", 1)
    return made


counts = shown(bars.counts)
accounts = shown(grid.accounts)
in_their_words = shown(words.in_their_words)
intervals = shown(ranges.intervals)
timeline = shown(days.timeline)
opens = shown(own_drawing.explained)
