"""The strip below a map: the same lines as ranges on one axis, shortest first, and what is let pass
behind them.
"""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ...geo import verdict
from ...marks import Role
from ...reading.numerals import written
from ..charts import INNER, width
from ..picture import ACCENT, INK

ROW, HEAD, FOOT, GAP = 0.205, 0.22, 0.42, 0.12  # inches
SIZE, SMALL = 10.5, 10
DARK, GUIDE, USUAL, CHOSEN = "#1c1c1c", "#d4d4d4", "#f9e6d0", "#f3c489"
FADE = 0.12  # of its width a band fades at each end: nobody printed where it ends


class Strip:
    """ax: its Axes; x is a length in the unit of the marks, y runs downwards in inches. marks: list
    of Mark of lines, from the top. heads: how many lines of text stand above them.
    """

    def __init__(self, marks, unit, heads):
        self.marks, self.unit, self.heads = marks, unit, heads
        self.top = HEAD * heads + 0.08
        self.tall = self.top + ROW * len(marks)
        names = max(width(name_in(m), SIZE, "bold") for m in marks)
        numbers = max(width(number_in(m), SIZE, "bold") for m in marks)
        self.number_at = -GAP  # inches from nought, right edges
        self.name_at = -GAP - numbers - GAP
        self.column = names + numbers + 2 * GAP + 0.05
        self.most = max(m.high for m in marks)
        self.per_inch = self.most / (INNER - self.column - 0.22)

    def y(self, row):
        """Inches from the top to the middle of a row."""
        return self.top + ROW * (row + 0.5)

    def draw_still(self, sheet, ax):
        """Axis, names and numbers: what does not depend on what is let pass."""
        ax.set(xlim=(-self.column * self.per_inch, (INNER - self.column) * self.per_inch))
        ax.set(ylim=(self.tall, 0), yticks=[])
        last = ax.get_xlim()[1]
        ticks = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(0, self.most)
        ax.set_xticks([t for t in ticks if 0 <= t <= last])
        ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: written(value)))
        ax.set_xlabel(self.unit, labelpad=1).set_x((1 + self.column / INNER) / 2)
        ax.spines[["left", "top", "right"]].set_visible(False)
        ax.spines["bottom"].set_bounds(0, max(self.most, ax.get_xticks()[-1]))
        for row, mark in enumerate(self.marks):
            self._label(sheet, ax, row, mark, color=DARK)
        guides = [[(0, self.y(row)), (m.low, self.y(row))] for row, m in enumerate(self.marks)]
        lines = LineCollection(guides, color=GUIDE, linewidth=0.7)
        sheet.scenery(ax.add_collection(lines, autolim=False))

    def _label(self, sheet, ax, row, mark, **look):
        """Name and number of a line, left of the axis. Gives the artists."""
        how = dict(size=SIZE, va="center_baseline", ha="right", **look)
        name = ax.text(self.name_at * self.per_inch, self.y(row), name_in(mark), **how)
        number = ax.text(self.number_at * self.per_inch, self.y(row), number_in(mark), **how)
        for artist in (name, number):
            sheet.shows(artist, mark, Role.LABEL)
        return [name, number]

    def draw_usual(self, sheet, ax, mark):
        """The usual reading of the words, pale, with its words at the top. Gives the artists."""
        return self._band(sheet, ax, mark, USUAL, 0)

    def draw_chosen(self, sheet, ax, mark):
        """What is let pass, with its words just above the rows. Gives the artists."""
        return self._band(sheet, ax, mark, CHOSEN, self.heads - 1)

    def _band(self, sheet, ax, mark, colour, line):
        return [self._fade(sheet, ax, mark, colour, line), self._head(sheet, ax, mark, line)]

    def _head(self, sheet, ax, mark, line):
        """The words of a band, above it, as far in the middle as there is room."""
        room = width(mark.label, SMALL) * self.per_inch / 2
        left, right = ax.get_xlim()
        x = float(np.clip((mark.low + mark.high) / 2, left + room, right - room))
        how = dict(size=SMALL, ha="center", va="center_baseline", color=ACCENT)
        return sheet.shows(ax.text(x, HEAD * (line + 0.5), mark.label, **how), mark, Role.LABEL)

    def _fade(self, sheet, ax, mark, colour, line):
        edge = HEAD * (line + 1)
        ramp = np.minimum(np.linspace(0, 1, 240), np.linspace(1, 0, 240)) / FADE
        image = _shade(
            ax, colour, np.clip(ramp, 0.15, 1)[None], mark.low, mark.high, edge, self.tall
        )
        return sheet.shows(image, mark)

    def draw_ranges(self, sheet, ax, band, chosen):
        """The range of each line; heavy and named in bold, where it lies in the band; asked for with
        a question mark, where a part of it does. chosen: Row of a line to be set off, or None. Gives
        the artists.
        """
        drawn = []
        for row, mark in enumerate(self.marks):
            fits = verdict(mark, *band) if band else "out"
            lit = fits != "out"
            y, colour = self.y(row), ACCENT if lit else INK
            caps = [[(x, y - 0.062), (x, y + 0.062)] for x in (mark.low, mark.high)]
            bar = [[(mark.low, y), (mark.high, y)]]
            artist = LineCollection(bar + caps, color=colour, linewidth=2.4 if lit else 1.6)
            drawn.append(sheet.shows(ax.add_collection(artist, autolim=False), mark))
            if lit or mark.row == chosen:
                drawn += self._lit(sheet, ax, row, mark, fits, mark.row == chosen)
        return drawn

    def _lit(self, sheet, ax, row, mark, fits, chosen):
        """A row's name and number once more, over the plain ones."""
        left, y = -self.column * self.per_inch, self.y(row)
        size = (-left - 0.02 * self.per_inch, ROW)
        ground = ax.add_patch(Rectangle((left, y - ROW / 2), *size, color="white", linewidth=0))
        sheet.scenery(ground)
        weight = "bold" if chosen or fits == "in" else "regular"
        look = dict(weight=weight, color=DARK if fits == "out" else ACCENT)
        drawn = [ground, *self._label(sheet, ax, row, mark, **look)]
        if fits == "undecided":
            at = (mark.high + 0.07 * self.per_inch, y)
            asked = ax.text(*at, "?", size=SIZE, weight="bold", va="center_baseline", color=ACCENT)
            drawn.append(sheet.shows(asked, mark, Role.LABEL))
        return drawn


def name_in(mark):
    """str: how a strip names the mark of a line."""
    return mark.beside[0]


def number_in(mark):
    """str: its length, as a strip prints it."""
    return mark.beside[1]


def _shade(ax, colour, opacity, left, right, bottom, top):
    from ..charts import shade  # to be replaced by the signs

    shade(ax, colour, opacity, (left, right, bottom, top), None)
    return ax.images[-1]
