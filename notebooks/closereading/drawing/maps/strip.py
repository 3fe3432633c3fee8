"""The strip below a map: the same lines as ranges on one axis, shortest first, and what is let pass
behind them.
"""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox

from .. import mark_looks
from ..page import inner, is_narrow, width
from ..scale import overhang, set_ticks, ticks_that_fit
from ..style import ACCENT, INK, TEXT

# inches; a row of which the words stand above its range, and how far above
ROW = 0.205
FOLDED = 0.37
ABOVE = 0.19
HEAD = 0.22
FOOT = 0.42
GAP = 0.12
SIZE = 10.5
SMALL = 10
LEAST = 0.1  # in any unit: lines between places at one point have no length to scale by
GUIDE = "#d4d4d4"
USUAL = "#f9e6d0"
CHOSEN = "#f3c489"
# below the ranges: the usual reading, guides
BEHIND = 0.1
LINED = 0.2
BAND = 0.3  # what is let pass
# above them: what hides a plain row, and the lit one
COVER = 3
LIT = 4


class Strip:
    """One row for each measured line, its name and number left of the axis, or, on a narrow page,
    above its range. x is a length in the unit of the marks, y runs downwards in inches. marks: list
    of Mark of lines, from the top. heads: how many bands have their words above the rows. reach: a
    length that the axis must hold besides.
    """

    def __init__(self, marks, unit, heads, reach=0.0):
        self.marks = marks
        self.unit = unit
        self.heads = heads
        self.top = HEAD * heads + 0.08
        self.folded = is_narrow()
        self.row = FOLDED if self.folded else ROW
        self.tall = self.top + self.row * len(marks)
        self.numbers = max(width(number_in(m), SIZE, "bold") for m in marks)
        names = max(width(name_in(m), SIZE, "bold") for m in marks)
        self.column = 0.05 if self.folded else names + self.numbers + 2 * GAP + 0.05
        self.most = max(LEAST, reach, *(m.high for m in marks))
        beyond = max(overhang(self.most), GAP + width("?", SIZE, "bold"))
        self.axis = inner() - self.column - beyond  # inches from nought to the farthest
        self.per_inch = self.most / self.axis

    def y(self, row):
        """Inches from the top to the middle of the range of a row."""
        if self.folded:
            return self.top + self.row * row + ABOVE + 0.08
        return self.top + self.row * (row + 0.5)

    def draw_still(self, sheet, ax):
        """Axis, names, numbers and ranges: what does not depend on what is let pass."""
        ax.set(xlim=(-self.column * self.per_inch, (inner() - self.column) * self.per_inch))
        ends = [self.most, *(end for mark in self.marks for end in mark.printed)]
        set_ticks(ax, ticks_that_fit(ends, (0, self.most), self.axis))
        ax.set_xlabel(self.unit, labelpad=1).set_x((self.column + self.axis / 2) / inner())
        ax.spines["bottom"].set_bounds(0, self.most)
        for row, mark in enumerate(self.marks):
            self._label(sheet, ax, row, mark)
            mark_looks.span(sheet, ax, mark, self.y(row), INK, mark_looks.IN_STRIP)
        guides = [[(0, self.y(row)), (m.low, self.y(row))] for row, m in enumerate(self.marks)]
        lines = LineCollection(guides, color=GUIDE, linewidth=0.7, zorder=LINED)
        sheet.scenery(ax.add_collection(lines, autolim=False))

    def draw_usual(self, sheet, ax, mark):
        """The usual reading of the words, pale, with its words at the top."""
        self._band(sheet, ax, mark, 0, USUAL, zorder=BEHIND)

    def draw_chosen(self, sheet, ax, mark):
        """What is let pass, with its words just above the rows. It covers no plain range: one that
        it touches is lit.
        """
        self._band(sheet, ax, mark, self.heads - 1, CHOSEN, zorder=BAND)

    def _band(self, sheet, ax, mark, line, colour, **look):
        for low, high in self._behind(HEAD * (line + 1)):
            mark_looks.let_pass(sheet, ax, mark, low, high, colour, **look)
        # its words stand above it, as far in the middle as there is room
        room = width(mark.label, SMALL) * self.per_inch / 2
        left, right = ax.get_xlim()
        x = float(np.clip((mark.low + mark.high) / 2, left + room, right - room))
        look = dict(size=SMALL, ha="center", color=ACCENT)
        mark_looks.label(sheet, ax, mark, x, HEAD * (line + 0.5), mark.label, **look)

    def _behind(self, top):
        """list of (low, high): the heights at which a band lies behind the rows. It covers no name.
        top: inches below its words.
        """
        if not self.folded:
            return [(top, self.tall)]
        return [(self.y(row) - 0.08, self.y(row) + 0.08) for row in range(len(self.marks))]

    def draw_lit(self, sheet, ax, row, fits, chosen):
        """A row once more, over the plain one: heavy, where it fits; its name in bold, where all of
        it does or it was chosen; with a question mark, where a part of it does. fits: as `verdict`
        says. chosen: bool.
        """
        mark = self.marks[row]
        y = self.y(row)
        box = self._words_of(row)
        look = dict(color="white", linewidth=0, zorder=COVER)
        sheet.scenery(ax.add_patch(Rectangle(box.p0, box.width, box.height, **look)))
        weight = "bold" if chosen or fits == "in" else "regular"
        if fits == "out":
            self._label(sheet, ax, row, mark, weight=weight, zorder=LIT)
            return
        look = dict(color=ACCENT, zorder=LIT)
        self._label(sheet, ax, row, mark, weight=weight, **look)
        mark_looks.span(sheet, ax, mark, y, ACCENT, mark_looks.LIT_IN_STRIP)
        if fits == "undecided":
            x = mark.high + 0.07 * self.per_inch
            asked = dict(weight="bold", color=TEXT, zorder=LIT)  # it may stand on the band
            mark_looks.label(sheet, ax, mark, x, y, "?", SIZE, **asked)

    def _words_of(self, row):
        """Bbox: where the name and the number of a row stand."""
        left = -self.column * self.per_inch
        if not self.folded:
            wide = -left - 0.02 * self.per_inch
            return Bbox.from_bounds(left, self.y(row) - ROW / 2, wide, ROW)
        mark = self.marks[row]
        wide = width(f"{name_in(mark)}  {number_in(mark)}", SIZE, "bold") + GAP
        top = self.y(row) - 0.08 - ABOVE
        return Bbox.from_bounds(left, top, wide * self.per_inch, ABOVE)

    def _label(self, sheet, ax, row, mark, **look):
        """Name and number of a line, left of the axis or above its range."""
        look["ha"] = "left" if self.folded else "right"
        name, number = self._sides(row)
        y = self._words_of(row).get_points().mean(axis=0)[1]
        mark_looks.label(sheet, ax, mark, name, y, name_in(mark), SIZE, **look)
        mark_looks.label(sheet, ax, mark, number, y, number_in(mark), SIZE, **look)

    def _sides(self, row):
        """(x of the name, x of the number) of a row: where they begin above a range, where they end
        left of the axis.
        """
        if not self.folded:
            right = -GAP * self.per_inch
            return right - (self.numbers + GAP) * self.per_inch, right
        left = -self.column * self.per_inch
        after = (width(name_in(self.marks[row]), SIZE, "bold") + GAP) * self.per_inch
        return left, left + after


def name_in(mark):
    """str: how a strip names the mark of a line."""
    return mark.beside[0]


def number_in(mark):
    """str: its length, as a strip prints it."""
    return mark.beside[1]
