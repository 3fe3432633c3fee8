"""The look of every mark that stands for a value or a line, in one place. Change a number
here, and all charts, maps and strips follow. Where a sign stands is the chart's; so is lettering.

Each function draws one sign at height y and enters it in the sheet. y is in inches, as on the axes
of a Page, values are in data units.
"""

import math
from dataclasses import dataclass

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox

from ..marks import Role
from .style import ACCENT, INK, INVERSE


@dataclass(frozen=True)
class Size:
    """How large a sign is, in points (1/72 inch); `reach` of an arrow in inches."""

    line: float = 2.6
    cap: float = 13
    cap_line: float = 2.6
    dot: float = 8
    head: str = "head_length=0.5,head_width=0.24"
    reach: float = 0.6


class Rim(withStroke):
    """A rim around lettering, so that it can be read on a line. points: 1/72 inch, half of which
    lies under the letters. colour: its name. opacity: 0 to 1.
    """

    def __init__(self, points, colour, opacity):
        super().__init__(linewidth=points, foreground=colour, alpha=opacity)
        self.points = points
        self.colour = colour
        self.opacity = opacity


HALO = [Rim(2.6, "white", 0.9)]  # of names on a map
LARGE = Size()
SMALL = Size(
    line=1.6, cap=8, cap_line=1.0, dot=5, head="head_length=0.35,head_width=0.18", reach=0.4
)
IN_STRIP = Size(line=1.6, cap=9)  # a range below a map
LIT_IN_STRIP = Size(line=2.4, cap=9)  # one that fits, or may fit
DAY_IN_THE_REPORT = "o"
DAY_IN_PRINT_LATER = "D"
# dots of a map, in points: where lines start, and where they end
PLACE = 4
CENTRE = 6
# heights in inches
FADE = 0.18
BAND = 0.12
BAND_OPACITY = 0.22
FADING = 0.12  # of its width a reading fades at each end: nobody printed where it ends
CUT = 1.2  # points of the line between the squares of a bar
WAY = "#6a7686"  # a measured line that does not fit, or before one asks
WAY_LINE = 0.9  # points of a measured line
LIT_LINE = 2.4  # of one that fits, or may fit
CHOSEN_LINE = 3.4  # of the one that was chosen
DASHES = (0, (3, 1.2))  # of one that may fit
# a disc without an edge, for nobody knows where the ground ends
_SQUARE = np.meshgrid(np.linspace(-1, 1, 96), np.linspace(-1, 1, 96))
DISC = 0.75 * np.clip((1 - np.hypot(*_SQUARE)) / 0.55, 0, 1)


def point(sheet, ax, mark, y, colour=INK, size=LARGE, shape="o"):
    """One number or day that is printed."""
    look = dict(color=colour, markersize=size.dot, clip_on=False)
    (dot,) = ax.plot([mark.low], [y], shape, **look)
    sheet.shows(dot, mark)


def span(sheet, ax, mark, y, colour=INK, size=LARGE):
    """A range of which both ends are printed: a line with two caps."""
    (line,) = ax.plot([mark.low, mark.high], [y, y], "-", **_capped(colour, size))
    sheet.shows(line, mark)


def bound(sheet, ax, mark, y, per_inch, colour=INK, size=LARGE):
    """One printed end, and an arrow away from it, since nothing is printed beyond. The arrow stays
    inside the axes; its length means nothing. per_inch: units of the value axis in an inch.
    """
    (end,) = mark.printed
    way = size.reach if math.isnan(mark.high) else -size.reach
    tip = float(np.clip(end + way * per_inch, *ax.get_xlim()))
    caps(sheet, ax, mark, [end], y, colour, size)
    head = f"-|>,{size.head}"
    look = dict(arrowstyle=head, color=colour, linewidth=size.line, shrinkA=0, shrinkB=0)
    arrow = ax.annotate("", (tip, y), (end, y), arrowprops=look)
    sheet.shows(arrow, mark, Role.OPEN_END)


def caps(sheet, ax, mark, ends, y, colour=INK, size=LARGE):
    """Printed ends, without a line between them."""
    if ends:
        look = _capped(colour, size) | dict(linestyle="")
        (line,) = ax.plot(ends, [y] * len(ends), **look)
        sheet.shows(line, mark)


def _capped(colour, size):
    """dict: the look of a line that ends in caps."""
    caps = dict(marker="|", markersize=size.cap, markeredgewidth=size.cap_line)
    return dict(color=colour, linewidth=size.line, clip_on=False, **caps)


def band(sheet, ax, mark, low, high, y, colour=INK):
    """What the words do not exclude: a pale band behind a fade."""
    look = dict(facecolor=colour, alpha=BAND_OPACITY, linewidth=0)
    patch = ax.add_patch(Rectangle((low, y - BAND / 2), high - low, BAND, **look))
    sheet.shows(patch, mark, Role.ALLOWED)


def fade(sheet, ax, mark, bottom, top, colour=INK):
    """A reading of words: even all along, for no value in it is likelier than another, and fading
    at ends that nobody printed. bottom, top: its heights on the axes.
    """
    opacity = 0.1 + 0.6 * _ramp()
    sheet.shows(shade(ax, colour, opacity, (mark.low, mark.high, bottom, top)), mark)


def let_pass(sheet, ax, mark, bottom, top, colour, **look):
    """What is let pass, behind the rows of a strip: it fades as a reading of words does."""
    opacity = np.maximum(_ramp(), 0.15)
    sheet.shows(shade(ax, colour, opacity, (mark.low, mark.high, bottom, top), **look), mark)


def _ramp():
    """Array of shape (1, n): 1 all along, and less towards both ends, down to 0."""
    nearer = np.minimum(np.linspace(0, 1, 240), np.linspace(1, 0, 240))
    return np.clip(nearer / FADING, 0, 1)[None]


def ways(sheet, ax, lines, marks, fits="", chosen=False):
    """Measured lines on a map. lines: arrays of shape (n, 2), metres. marks: list of Mark, one for
    each. fits: whether they fit, as `verdict` says it; "" where nobody asked. chosen: whether a
    reader chose them.
    """
    look = _way(fits, chosen) if fits else dict(color=WAY, linewidth=WAY_LINE, zorder=5)
    drawn = ax.add_collection(LineCollection(lines, **look), autolim=False)
    sheet.shows(drawn, marks, Role.LINE)


def _way(fits, chosen):
    """dict: the look of a line that fits, may fit, or was chosen."""
    plain = fits == "out"
    return dict(
        linewidth=CHOSEN_LINE if chosen else LIT_LINE,
        capstyle="butt",
        zorder=5.5 if plain else 6,  # what fits lies on what was only chosen
        color=WAY if plain else ACCENT,
        linestyle=[DASHES] if fits == "undecided" else "-",
    )


def ground(sheet, ax, mark, centre, radius, colour=INK, **look):
    """A place of which only the ground is known: a disc. centre: (x, y); radius: as those."""
    x, y = centre
    extent = (x - radius, x + radius, y - radius, y + radius)
    sheet.shows(shade(ax, colour, DISC, extent, **look), mark, Role.PLACE)


def shade(ax, colour, opacity, extent, **look):
    """The image of one colour in some Axes, whose limits stay as they are. opacity: array (rows,
    columns), 0 to 1. extent: (left, right, bottom, top) in data units.
    """
    limits = ax.axis()
    pixels = np.dstack([np.broadcast_to(to_rgb(colour), (*opacity.shape, 3)), opacity])
    image = ax.imshow(pixels, extent=extent, aspect="auto", interpolation="bilinear", **look)
    ax.axis(limits)
    return image


def sign(sheet, ax, mark, y, per_inch, colour=INK, size=LARGE):
    """The sign that a mark with printed ends asks for. per_inch: as `bound` wants it."""
    if mark.low == mark.high:
        point(sheet, ax, mark, y, colour, size)
    elif len(mark.printed) == 2:
        span(sheet, ax, mark, y, colour, size)
    else:
        bound(sheet, ax, mark, y, per_inch, colour, size)


def label(sheet, ax, mark, x, y, text, size=11, **look):
    """Text that belongs to a mark, its middle at height y."""
    look = dict(va="center_baseline") | look
    return sheet.shows(ax.text(x, y, text, size=size, **look), mark, Role.LABEL)


def square(sheet, ax, mark, box, colour=INK):
    """One claim of a mark. box: (x, y of the upper left corner, width, height) in data units."""
    patch = Rectangle(box[:2], *box[2:], color=colour, linewidth=0)
    sheet.shows(ax.add_patch(patch), mark)


def cuts(sheet, ax, at, top, bottom):
    """Lines that cut a bar into squares. at: where along the bar. top, bottom: its heights."""
    sheet.scenery(ax.vlines(at, top, bottom, colors=INVERSE, linewidth=CUT))


def cite(sheet, ax, mark, box, paragraph, size=9.5):
    """The paragraph of one claim, written in its square, which opens to just that claim: a mark's
    claims are cited in their order. box: as `square` takes it.
    """
    square = Bbox.from_bounds(*box)
    look = dict(color=INVERSE, ha="center", va="center_baseline", size=size)
    text = ax.text(*square.get_points().mean(axis=0), f"{paragraph}", **look)
    sheet.shows(text, mark, Role.CITED)
    sheet.squares[mark.row].append((ax, square))
