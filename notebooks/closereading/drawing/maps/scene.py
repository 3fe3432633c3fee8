"""A claim's lines on a map and in a strip: what stands still, and what moves with the band."""

from functools import cached_property

import numpy as np
import pandas as pd
import shapely

from ...data.folders import data_folder
from ...data.tables import read_table
from ...geo import band as usual_reading
from ...geo import lines, misplaced, path, unit_of, verdict
from ...marks import Role
from ...reading.numerals import written
from .. import signs
from ..page import INNER, Page, width
from ..sheet import Ground, Sheet
from ..style import ACCENT, INK, TEXT
from .corners import draw_corners
from .frame import FARTHEST, flat, frame_of
from .ground import draw_ground, layer_of, shapes
from .measured import chosen_band, line_mark, place_mark, usual_band
from .names import Name, name_countries, place_names, write
from .note import note_below
from .strip import FOOT, SIZE, Strip, name_in

PLAIN = "#6a7686"
GROUND = "training ground"  # the kind of place that is drawn as a disc
NO_LINE = (
    "There is no line to measure here: a distance needs two places (places.csv) and a row that"
    " joins them (routes.csv)."
)
TOO_LONG = (
    "The names of these places are too long to stand beside their lines: give them shorter ones in"
    " places.csv."
)
ROWS = (
    "Each line of the map has its row in the strip, from the least to the most that the places’ own"
    " uncertainty allows."
)
HEAVY = "Heavy: all of it lies in the band. Dashed, with a question mark: a part of it does."
NOT_DRAWN = "Not on the map, since only the length of the way is on file:"
TOO_FAR = "These places lie so far apart that no flat map shows them truly."
# without an edge: nobody knows where the ground ends
_SQUARE = np.meshgrid(np.linspace(-1, 1, 96), np.linspace(-1, 1, 96))
DISC = 0.75 * np.clip((1 - np.hypot(*_SQUARE)) / 0.55, 0, 1)


class Scene:
    """What does not depend on the band: the lines of a claim with their marks, their ways on the
    earth, and the frame that holds them. report, claim, unit, paths, besides: as `distances` takes
    them. trouble: why nothing can be drawn, or "".
    """

    def __init__(self, report, claim, unit="", paths=("straight",), besides=()):
        self.report, self.claim = report, claim
        self.printed = unit_of(report, claim)[0] if claim else ""
        self.unit = unit or self.printed
        self.lines = lines(report, claim, paths, besides)
        self.marks = [self._mark(one) for one in self.lines]
        self.trouble = self._trouble()

    def _mark(self, one):
        return line_mark(self.report, one.claim, one.start, one.end, one.route, self.unit)

    def _trouble(self):
        """str: why nothing can be drawn."""
        wrong = " ".join(misplaced(self.report))
        if wrong:
            return wrong
        if not self.lines:
            return NO_LINE
        if max(width(name_in(m), SIZE, "bold") for m in self.marks) > 0.7 * INNER:
            return TOO_LONG
        return TOO_FAR if self.frame.far > FARTHEST else ""

    @cached_property
    def ways(self):
        """dict of Row of a line -> array of shape (n, 2), lon and lat along it; None where only its
        length is on file.
        """
        return {mark.row: way_of(one) for mark, one in zip(self.marks, self.lines)}

    @cached_property
    def places(self):
        """dict of id of a place -> its row, the ends of lines last."""
        starts = {one.start: one.places[0] for one in self.lines}
        return starts | {one.end: one.places[1] for one in self.lines}

    @cached_property
    def place_marks(self):
        """list of Mark, one for each place, in the order of the lines."""
        keys = dict.fromkeys(key for one in self.lines for key in (one.start, one.end))
        return [place_mark(self.report, key) for key in keys]

    @cached_property
    def frame(self):
        """Frame that holds every way, every disc, and the names whose place is given."""
        spots = [(row["lon"], row["lat"]) for row in self.places.values()]
        ways = [way for way in self.ways.values() if way is not None]
        around = max(radius(row) for row in self.places.values())
        return frame_of(np.concatenate([spots, *ways]), around, INNER, self._boxes)

    def _boxes(self, crs, per_inch):
        """list of shapely boxes that the names take whose place is given."""
        names = [self._name(mark, crs, per_inch) for mark in self.place_marks]
        boxes = [n.box(n.offset, per_inch) for n in names if n.offset is not None]
        return [box.buffer(0.06 * per_inch) for box in boxes]

    @cached_property
    def layer(self):
        """str: the layer of outlines that the frame calls for."""
        return layer_of(self.frame)

    @cached_property
    def runs(self):
        """shapely lines in metres: the ways as the map has them."""
        ways = [self.frame.flat(way) for way in self.ways.values() if way is not None]
        return shapely.MultiLineString(ways)

    def finding(self, band):
        """str: the title a map has by itself, how many of its lines fit the words. band: (least,
        most) or None.
        """
        quote = f"“{self.report.claims.loc[self.claim, 'quote']}”"
        if band is None:
            return f"{quote}: from where?"
        fits = [verdict(mark, *band) for mark in self.marks]
        count = fits.count("in")
        found = f"{count} of our {len(fits)} fit{'s' * (count == 1)}"
        unsure = fits.count("undecided")
        return f"{quote}: {found}" + f", {unsure} undecided" * bool(unsure)

    def usual(self, band):
        """list of Mark: the usual reading of the claim's words, where it is another than the band
        and the unit is the printed one.
        """
        if band is None or self.unit != self.printed:
            return []
        value = usual_reading(self.report, self.claim)
        same = (value.low, value.high) == tuple(band)
        return [] if same else [usual_band(self.report, self.claim, self.unit)]

    def says(self, band):
        """str: the sentences below the picture. band: (least, most) or None."""
        parts = [ROWS]
        if band is not None:
            parts += [HEAVY, *map(self._told, self.usual(band))]
        lengths = [m.label for m in self.marks if self.ways[m.row] is None]
        if lengths:
            parts.append(f"{NOT_DRAWN} {', '.join(lengths)} {self.unit}.")
        return " ".join(parts)

    def _told(self, usual):
        """str: what the usual reading is, and how many lines lie in it."""
        fits = [verdict(mark, usual.low, usual.high) for mark in self.marks].count("in")
        span = f"{written(usual.low)} to {written(usual.high)}"
        return f"Pale: the usual reading of the words, {span} ({usual.reading}); {fits} lie in it."

    def strip(self, band):
        """Strip of the lines, with room for the bands. band: (least, most) or None."""
        heads = len(self.usual(band)) + (band is not None)
        return Strip(self.marks, self.unit, heads)

    def still(self, title, band):
        """Sheet with the ground of the map, its places and lines, and the rows of the strip. band:
        (least, most) or None; of it only whether there is one shows.
        """
        page, strip = Page(title, after=0.08), self.strip(band)
        ax = page.axes(self.frame.tall, projection=self.frame.crs)
        page.y += 0.08
        below = page.axes(strip.tall)
        page.y += FOOT
        bands = self.usual(band)
        sheet = Sheet(page.figure, [*bands, *self.marks, *self.place_marks], title)
        sheet.kind, sheet.meaning[ax] = "Map with a strip of distances", Ground()
        self._draw_map(sheet, ax)
        strip.draw_still(sheet, below)
        for mark in bands:
            strip.draw_usual(sheet, below, mark)
        page.done(note_below(self))
        return sheet

    def _draw_map(self, sheet, ax):
        frame = self.frame
        draw_ground(sheet, ax, frame, self.layer)
        for mark in self.marks:
            self._draw_way(sheet, ax, mark, color=PLAIN, linewidth=0.9, zorder=5)
        taken = [self._draw_place(sheet, ax, mark) for mark in self.place_marks]
        names = [self._name(mark, frame.crs, frame.per_inch) for mark in self.place_marks]
        taken += self._corners(sheet, ax, names, taken)
        names += self._kinds()
        offsets = place_names(names, frame, taken, self.runs)
        for name, offset, mark in zip(names, offsets, self.place_marks):
            text = write(ax, name, offset, color=TEXT, zorder=9)
            sheet.shows(text, mark, Role.LABEL)
        for name, offset in list(zip(names, offsets))[len(self.place_marks) :]:
            sheet.scenery(write(ax, name, offset, color=INK, zorder=9))
        if self.layer:
            found = shapes(self.layer, frame.crs, frame.window)
            name_countries(sheet, ax, frame, found, taken, self.runs)

    def _draw_way(self, sheet, ax, mark, **look):
        """The way of a line, where more than its length is on file."""
        way = self.ways[mark.row]
        if way is not None:
            (drawn,) = ax.plot(*self.frame.flat(way).T, **look)
            sheet.shows(drawn, mark, Role.LINE)

    def _at(self, mark, crs):
        """(x, y) in metres of a place."""
        row = self.places[mark.row.id]
        return tuple(flat(crs, [(row["lon"], row["lat"])])[0])

    def _draw_place(self, sheet, ax, mark):
        """Draws a dot, or a disc as wide as a ground's place is uncertain; gives the shapely box it
        takes.
        """
        row, (x, y), inch = (
            self.places[mark.row.id],
            self._at(mark, self.frame.crs),
            self.frame.per_inch,
        )
        if row["kind"] == GROUND:
            wide = radius(row)
            extent = (x - wide, x + wide, y - wide, y + wide)
            disc = signs.shade(ax, INK, DISC, extent, zorder=7)
            sheet.shows(disc, mark, Role.PLACE)
        else:
            self._dot(sheet, ax, mark)
        r = max(0.6 * radius(row), 0.04 * inch)
        return shapely.box(x - r, y - r, x + r, y + r)

    def _dot(self, sheet, ax, mark):
        """A place that is a point; the end of lines is larger than their starts."""
        x, y = self._at(mark, self.frame.crs)
        size = 6 if self._is_end(mark) else 4
        (dot,) = ax.plot([x], [y], "o", color=TEXT, markersize=size, zorder=8)
        sheet.shows(dot, mark, Role.PLACE)

    def _is_end(self, mark):
        return mark.row.id in {one.end for one in self.lines}

    def _name(self, mark, crs, per_inch):
        """Name of a place, for a projection and a scale."""
        row, point = self.places[mark.row.id], per_inch / 72
        reach = 0.7 * radius(row) / point if row["kind"] == GROUND else 2
        offset = (row.get("label_dx"), row.get("label_dy"))
        offset = None if pd.isna(offset[0]) or pd.isna(offset[1]) else offset
        look = dict(size=12, weight="bold") if self._is_end(mark) else dict(size=10)
        return Name(row["name"], self._at(mark, crs), reach, offset, **look)

    def _kinds(self):
        """list of Name: what kinds of way there are, written on one of each, where there are
        several.
        """
        found = {}
        for mark, one in zip(self.marks, self.lines):
            if self.ways[mark.row] is not None:
                kind = "straight line" if one.straight else "railway"
                found.setdefault(kind, self.frame.flat(self.ways[mark.row]))
        if len(found) < 2:
            return []
        return [
            Name(kind, tuple(way[len(way) * 2 // 5]), 1, None, style="italic")
            for kind, way in found.items()
        ]

    def _corners(self, sheet, ax, names, taken):
        """Scale bar and small map, in the corners that are emptiest. Gives the boxes they take."""
        frame = self.frame
        boxes = [*taken]
        boxes += [n.box(n.offset, frame.per_inch) for n in names if n.offset is not None]
        return draw_corners(sheet, ax, frame, self.unit, self.layer, boxes, self.runs)

    def moving(self, sheet, band, chosen=None):
        """Adds to a still sheet what one state shows. band: (least, most) or None. chosen: Row of a
        line, or None.
        """
        (ax, below), strip, lit = sheet.figure.axes[:2], self.strip(band), set()
        for mark, one in zip(self.marks, self.lines):
            fits = verdict(mark, *band) if band else "out"
            if fits != "out" or mark.row == chosen:
                self._draw_way(sheet, ax, mark, **_lit(fits, mark.row == chosen))
                lit |= {one.start, one.end}
        for mark in self.place_marks:
            if mark.row.id in lit and self.places[mark.row.id]["kind"] != GROUND:
                self._dot(sheet, ax, mark)
        if band is not None:
            mark = chosen_band(self.report, self.claim, *map(float, band), self.unit)
            strip.draw_chosen(sheet, below, mark)
            sheet.marks.insert(0, mark)
        strip.draw_ranges(sheet, below, band, chosen)


def _lit(fits, chosen):
    """dict: the look of a line that fits, may fit, or was chosen."""
    look = dict(linewidth=3.4 if chosen else 2.4, zorder=6, solid_capstyle="round")
    look["color"] = PLAIN if fits == "out" else ACCENT
    look["linestyle"] = (0, (3, 1.2)) if fits == "undecided" else "-"
    return look


def radius(row):
    """float: metres by which a place is uncertain."""
    return 0.0 if pd.isna(row["uncertainty_km"]) else 1000 * row["uncertainty_km"]


def way_of(one):
    """Array of shape (n, 2), lon and lat along a Line: the geodesic; by rail its stations; None
    where only the length of a way is on file.
    """
    if one.straight:
        return path(*one.places)
    stations = read_table(data_folder() / "reference" / "rail.csv", "rail")[0].set_index("station")
    names = [row["name"] for row in one.places]
    if one.path != "rail" or not set(names) <= set(stations.index):
        return None
    first, last = stations.loc[names, "km"]
    between = stations[stations["km"].between(min(first, last), max(first, last))]
    return between.sort_values("km", ascending=first < last)[["lon", "lat"]].to_numpy()
