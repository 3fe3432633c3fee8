"""Page: a figure filled from the top with lines of text and axes, measured in inches.

matplotlib's own layouts share a figure of a given size among its axes; they break no line and let
no figure grow with what it holds. This does both, and nothing else.

    with as_wide(NARROW):        pictures for a panel on a phone: drawn narrower, not made smaller
        chart(report)
"""

from contextlib import contextmanager
from functools import cache, partial

from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from .style import QUIET, our_style

# inches: of a page; of one for a panel as narrow as a phone's, so that lettering of 9 points is 11
# pixels tall where only 265 pixels are left
WIDTH = 4.9
NARROW = 3.0
MARGIN = 0.1
_widths = [WIDTH]
LINE = 1.25  # height of a line of text, in sizes of its lettering
_MEASURED_AT = 400  # dots to the inch; without hinting any resolution gives the same width


@contextmanager
def as_wide(inches):
    """Pages are so wide inside, and as wide as before afterwards."""
    _widths.append(inches)
    try:
        yield
    finally:
        _widths.pop()


def across():
    """float: inches across a page."""
    return _widths[-1]


def is_narrow():
    """bool: whether pages are narrower than they are made for."""
    return across() < WIDTH


def inner():
    """float: inches across what may be drawn on a page."""
    return across() - 2 * MARGIN


class OurFigure(Figure):
    """A Figure that is drawn with our settings, whoever saves it and whatever the reader's are."""

    @our_style()
    def draw(self, renderer):
        """Draws everything, as Figure does; each text is measured once, for all resolutions."""
        if isinstance(renderer, RendererAgg):
            renderer.get_text_width_height_descent = partial(_extent_for, renderer)
        super().draw(renderer)


def _extent_for(renderer, text, font, formula):
    """(width, height, descent) of a text in pixels of a renderer, as matplotlib asks for them."""
    if formula:
        return RendererAgg.get_text_width_height_descent(renderer, text, font, formula)
    return extent(text, font, renderer.dpi)


def extent(text, font, dpi):
    """(width, height, descent) of a line of text in pixels. font: FontProperties. dpi: dots to the
    inch.
    """
    scale = dpi / _MEASURED_AT
    return tuple(scale * size for size in _extent(text, hash(font), font))


_extents = {}


def _extent(text, key, font):
    """(width, height, descent) of a text in pixels, at the resolution at which all is measured.
    key: hash of the font, which is mutable.
    """
    if (text, key) not in _extents:
        found = _renderer().get_text_width_height_descent(text, font, False)
        _extents[text, key] = found
    return _extents[text, key]


@cache
@our_style()
def width(text, size, weight="regular"):
    """float: the width of one line of text in inches."""
    font = FontProperties(size=size, weight=weight)
    return _extent(text, hash(font), font)[0] / _MEASURED_AT


@cache
def _renderer():
    return FigureCanvasAgg(Figure(dpi=_MEASURED_AT)).get_renderer()


def wrap(text, size, weight="regular", room=None):
    """list of str: the text broken into lines that fit the room, in inches; default: the page. A
    word wider than the room is broken too.
    """
    room = inner() if room is None else room
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _fits(longer, size, weight, room):
            lines[-1] = longer
        else:
            lines += _pieces(word, size, weight, room)
    return [line for line in lines if line]


def _fits(line, size, weight, room):
    """bool: whether a line fits. Where the sum of its words leaves no doubt, the line itself is not
    measured: words come again and again, lines do not.
    """
    words = line.split()
    gaps = (len(words) - 1) * (width("n n", size, weight) - 2 * width("n", size, weight))
    about = gaps + sum(width(word, size, weight) for word in words)
    if abs(about / room - 1) > 0.03:
        return about < room
    return width(line, size, weight) <= room


def balanced(text, size, weight="regular", room=None):
    """list of str: as `wrap`, in as many lines, but broken where a sentence ends, or else into
    lines of about the same length: no word is left over by itself in the last one.
    """
    room = inner() if room is None else room
    lines = wrap(text, size, weight, room)
    tried = lines
    narrower = room
    while len(tried) == len(lines) > 1 and narrower > room / 3:
        if tried[0][-1] in ".?!:;":
            return tried
        lines = tried
        narrower = narrower - 0.1
        tried = wrap(text, size, weight, narrower)
    return lines


def _pieces(word, size, weight, room):
    """list of str: a word, in as many pieces as the room asks for."""
    pieces = []
    while width(word, size, weight) > room:
        fitting = (i for i in range(len(word) - 1, 1, -1) if width(word[:i], size, weight) <= room)
        cut = next(fitting, 1)
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


class Page:
    """A figure that grows downwards. y: inches filled so far."""

    def __init__(self, title="", size=14, after=0.06):
        self.wide = across()
        self.figure = OurFigure(figsize=(self.wide, 1))
        self.y = 0.1
        self._texts = []
        self._axes = []
        self._lines(balanced(title, size, "bold"), size, weight="bold")
        self.y += after

    def write(self, text, size=11, weight="regular", after=0.0, **look):
        """Lines of text across the page, and a gap after them in inches."""
        self._lines(wrap(text, size, weight), size, weight=weight, **look)
        self.y += after

    def _lines(self, lines, size, **look):
        for line in lines:
            artist = self.figure.text(0, 0, line, size=size, va="top", **look)
            self._texts.append((artist, self.y))
            self.y += size * LINE / 72

    def axes(self, height, width=None, left=0.0, **kwargs):
        """Axes of that size in inches, as wide as the page by default, beginning `left` inches from
        the margin: y runs downwards in inches, x is the value axis. kwargs: as Figure.add_axes
        takes them.
        """
        width = inner() if width is None else width
        ax = self.figure.add_axes((0, 0, 1, 1), **kwargs)
        ax.set(ylim=(height, 0), yticks=[])
        ax.spines[["left", "top", "right"]].set_visible(False)
        self._axes.append((ax, self.y, height, MARGIN + left, width))
        self.y += height
        return ax

    def per_inch(self, ax):
        """float: units of the value axis in one inch."""
        low, high = ax.get_xlim()
        return (high - low) / self._placed(ax)[4]

    def edges(self, ax):
        """(float, float): the left and right edge of what one may write on, in units of the value
        axis.
        """
        begin = ax.get_xlim()[0] - (self._placed(ax)[3] - MARGIN) * self.per_inch(ax)
        return begin, begin + (self.wide - 2 * MARGIN) * self.per_inch(ax)

    def _placed(self, ax):
        return next(place for place in self._axes if place[0] is ax)

    def done(self, note="", size=9):
        """The Figure, with a note at its foot, now as tall as what it holds."""
        self.write(note, size, color=QUIET)
        tall = self.y + 0.08
        whole = self.wide
        self.figure.set_size_inches(whole, tall)
        for artist, top in self._texts:
            artist.set_position((MARGIN / whole, 1 - top / tall))
        for ax, top, height, left, wide in self._axes:
            ax.set_position((left / whole, 1 - (top + height) / tall, wide / whole, height / tall))
        return self.figure
