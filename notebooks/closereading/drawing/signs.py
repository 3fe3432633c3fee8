"""Signs: the look of every mark in one place. Change a number here, and all charts and
maps follow.

Each function draws one sign at height y and enters it in the sheet. y is in inches, as on the axes
of a Page, values are in data units.
"""

import math
from dataclasses import dataclass

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke

from ..marks import Role
from .style import INK, INVERSE


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
        self.colour, self.opacity = colour, opacity


LARGE = Size()
SMALL = Size(
    line=1.6, cap=8, cap_line=1.0, dot=5, head="head_length=0.35,head_width=0.18", reach=0.4
)
DAY_IN_THE_REPORT, DAY_IN_PRINT_LATER = "o", "D"
PLACE, CENTRE = 4, 6  # dots of a map, in points: where lines start, and where they end
FADE, BAND = 0.18, 0.12  # heights in inches
BAND_OPACITY = 0.22


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
    at ends that nobody printed. The one place where fades are drawn.
    """
    ramp = np.minimum(np.linspace(0, 1, 240), np.linspace(1, 0, 240)) / 0.12
    opacity = 0.1 + 0.6 * np.clip(ramp, 0, 1)[None]
    sheet.shows(shade(ax, colour, opacity, (mark.low, mark.high, bottom, top)), mark)


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


def cite(sheet, ax, mark, x, y, paragraph, size=9.5):
    """The paragraph of one claim, written in its square."""
    look = dict(color=INVERSE, ha="center", va="center_baseline")
    sheet.shows(ax.text(x, y, f"{paragraph}", size=size, **look), mark, Role.CITED)
