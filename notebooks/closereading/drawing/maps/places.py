"""The places of a map: a dot where a point is meant, a disc where ground is, and its name."""

import numpy as np
import shapely

from ...marks import Role
from .. import mark_looks
from ..style import TEXT
from .frame import flat
from .measured import place_mark
from .names import Name, write
from .ways import GROUND, offset_of, radius

SIZE = 10
END_SIZE = 12
MARGIN = 0.06  # inches that a name keeps from the edge of the map


class Places:
    """The places that lines join. marks: list of Mark, in the order of the lines. rows: list of
    their rows. lonlat: array of shape (n, 2), degrees. widest: metres by which the least certain
    one is uncertain.
    """

    def __init__(self, report, lines):
        ends = [pair for one in lines for pair in zip((one.start, one.end), one.places)]
        known = dict(ends)
        self.marks = [place_mark(report, key) for key in known]
        self.rows = list(known.values())
        self._last = {one.end for one in lines}
        self.lonlat = np.array([(row["lon"], row["lat"]) for row in self.rows], float)
        self.widest = max(map(radius, self.rows), default=0)

    def _is_end(self, i):
        return self.marks[i].row.id in self._last

    def names(self, crs, per_inch):
        """list of Name, one for each place, on a projection and at a scale."""
        found = []
        point = per_inch / 72
        for i, at in enumerate(flat(crs, self.lonlat)):
            row = self.rows[i]
            reach = 0.7 * radius(row) / point if row["kind"] == GROUND else mark_looks.PLACE / 2
            look = dict(size=END_SIZE, weight="bold") if self._is_end(i) else dict(size=SIZE)
            found.append(Name(row["name"], tuple(at), reach, offset_of(row), **look))
        return found

    def boxes(self, crs, per_inch):
        """list of shapely boxes in metres, of the names whose place is given, with a margin."""
        given = [name for name in self.names(crs, per_inch) if name.offset is not None]
        return [name.box(name.offset, per_inch).buffer(MARGIN * per_inch) for name in given]

    def draw(self, sheet, ax, frame):
        """Draws dots and discs. Gives the shapely boxes they take."""
        taken = []
        for i, (x, y) in enumerate(frame.flat(self.lonlat)):
            wide = radius(self.rows[i])
            if self.rows[i]["kind"] == GROUND:
                mark_looks.ground(sheet, ax, self.marks[i], (x, y), wide, zorder=7)
            half = max(0.6 * wide, 0.04 * frame.per_inch)
            taken.append(shapely.box(x - half, y - half, x + half, y + half))
        self.draw_dots(sheet, ax, frame, [mark.row.id for mark in self.marks])
        return taken

    def draw_dots(self, sheet, ax, frame, keys):
        """Draws the dots of some places; also once more, over lines that came later. keys: ids."""
        wanted = [
            i
            for i, row in enumerate(self.rows)
            if self.marks[i].row.id in keys and row["kind"] != GROUND
        ]
        if wanted:
            x, y = frame.flat(self.lonlat[wanted]).T
            sizes = [
                (mark_looks.CENTRE if self._is_end(i) else mark_looks.PLACE) ** 2 for i in wanted
            ]
            dots = ax.scatter(x, y, sizes, color=TEXT, linewidths=0, zorder=8)
            sheet.shows(dots, [self.marks[i] for i in wanted], Role.PLACE)

    def write(self, sheet, ax, names, offsets):
        """Writes the names. offsets: list of (dx, dy), one for each; None where it is left out."""
        for mark, name, offset in zip(self.marks, names, offsets):
            if offset is None:
                continue
            text = write(ax, name, offset, color=TEXT, zorder=9)
            sheet.shows(text, mark, Role.LABEL)
