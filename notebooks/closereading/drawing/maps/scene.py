"""A claim's lines on a map and in a strip: what stands still, and what moves with the band."""

from functools import cached_property

import numpy as np
import shapely

from ...geo import lines, misplaced, unit_of, verdict
from ...reading.numerals import agreeing, written
from .. import mark_looks
from ..page import Page, inner, width
from ..sheet import Ground, Sheet
from ..style import INK
from .corners import draw_corners
from .frame import FARTHEST, frame_of
from .ground import draw_ground, layer_of, shapes
from .measured import chosen_band, line_mark, usual_band
from .names import Name, name_countries, place_names, write
from .note import note_below
from .places import Places
from .rules import RULES
from .strip import FOOT, SIZE, Strip, name_in
from .ways import way_of

NO_LINE = (
    "There is no line to measure here: a distance needs two places and a route that joins them."
)
TOO_LONG = (
    "The names of these places are too long to stand beside their lines: give them shorter ones."
)
ROWS = (
    "Each line of the map has its row in the strip, from the least to the most that the places’ own"
    " uncertainty allows."
)
HEAVY = "Heavy: all of it lies in the band. Dashed, with a question mark: a part of it does."
NOT_DRAWN = "Not on the map, since only the length of the way is on file:"
TOO_FAR = "These places lie so far apart that no flat map shows them truly."


DPI = 140  # a map weighs as much as ten charts; its lettering stays sharp at twice its size


class MapSheet(Sheet):
    """A Sheet with a map and a strip, and what its moving layer has to know of them. strip: Strip.
    names: list of (Name, offset), as the map has them; None for one that found no room on a narrow
    page.
    """

    strip = None
    names = ()


class Scene:
    """What does not depend on the band: the lines of a claim with their marks, their ways on the
    earth, and the frame that holds them. report, claim, unit, paths, besides: as `distances` takes
    them. trouble: why nothing can be drawn, or "".
    """

    def __init__(self, report, claim, unit="", paths=("straight",), besides=()):
        self.report = report
        self.claim = claim
        self.printed = unit_of(report, claim)[0] if claim else ""
        self.unit = unit or self.printed
        self.lines = lines(report, claim, paths, besides)
        self.marks = [self._mark(one) for one in self.lines]
        self.places = Places(report, self.lines)
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
        if max(width(name_in(m), SIZE, "bold") for m in self.marks) > 0.7 * inner():
            return TOO_LONG
        return TOO_FAR if self.frame.far > FARTHEST else ""

    @cached_property
    def ways(self):
        """dict of Row of a line -> array of shape (n, 2), lon and lat along it; None where only its
        length is on file.
        """
        return {mark.row: way_of(one) for mark, one in zip(self.marks, self.lines)}

    @cached_property
    def frame(self):
        """Frame that holds every way, every disc, and the names whose place is given."""
        ways = [way for way in self.ways.values() if way is not None]
        points = np.concatenate([self.places.lonlat, *ways])
        return frame_of(points, self.places.widest, self.places.boxes)

    @cached_property
    def layer(self):
        """str: the layer of outlines that the frame calls for."""
        return layer_of(self.frame)

    @cached_property
    def drawn(self):
        """dict of Row of a line -> array of shape (n, 2), metres: its way as the map has it."""
        return {row: self.frame.flat(way) for row, way in self.ways.items() if way is not None}

    @cached_property
    def runs(self):
        """shapely lines in metres: the ways as the map has them."""
        return shapely.MultiLineString(list(self.drawn.values()))

    def finding(self, band):
        """str: the title a map has by itself, how many of its lines fit the words. band: (least,
        most) or None.
        """
        quote = f"“{self.report.claims.loc[self.claim, 'quote']}”"
        if band is None:
            return f"{quote}: from where?"
        fits = [verdict(mark, *band) for mark in self.marks]
        count = fits.count("in")
        found = f"{count} of our {len(fits)} {agreeing(count, 'fits', 'fit')}"
        unsure = fits.count("undecided")
        return f"{quote}: {found}" + (f", {unsure} undecided" if unsure else "")

    @cached_property
    def reading(self):
        """Mark of the usual reading of the claim's words; None where the unit is not the printed
        one, or no number stands in the claim.
        """
        if self.unit != self.printed or self.claim not in set(self.report.numbers["from"]):
            return None
        return usual_band(self.report, self.claim, self.unit)

    def usual(self, band):
        """list of Mark: the usual reading, where it is another than the band."""
        if band is None or self.reading is None:
            return []
        same = (self.reading.low, self.reading.high) == tuple(band)
        return [] if same else [self.reading]

    def says(self, band):
        """str: the sentences below the picture. band: (least, most) or None."""
        parts = [ROWS]
        if band is not None:
            parts += [HEAVY, *map(self._told, self.usual(band))]
        lengths = [m.label for m in self.marks if m.row not in self.drawn]
        if lengths:
            parts.append(f"{NOT_DRAWN} {', '.join(lengths)} {self.unit}.")
        return " ".join(parts)

    def _told(self, usual):
        """str: what the usual reading is, and how many lines lie in it."""
        fits = [verdict(mark, usual.low, usual.high) for mark in self.marks].count("in")
        span = f"{written(usual.low)} to {written(usual.high)}"
        return f"Pale: {span}, {usual.reading}; {fits} of our lines lie in it."

    def still(self, title, band, reach=0.0):
        """MapSheet with the ground of the map, its places and lines, and the rows of the strip.
        band: (least, most) or None; of it shows only whether the usual reading is another. reach: a
        length that the axis of the strip must hold.
        """
        page = Page(title, after=0.08)
        bands = self.usual(band)
        ax = page.axes(self.frame.tall, projection=self.frame.crs)
        page.y += 0.08
        heads = len(bands) + (band is not None)
        farthest = max([reach, *(m.high for m in bands)])
        strip = Strip(self.marks, self.unit, heads, farthest)
        below = page.axes(strip.tall)
        page.y += FOOT
        sheet = MapSheet(page.figure, [*bands, *self.marks, *self.places.marks], title)
        sheet.kind = "Map with a strip of distances"
        sheet.strip = strip
        sheet.dpi = DPI
        sheet.meaning[ax] = Ground()
        sheet.rules += RULES
        self._draw_map(sheet, ax, self.marks)
        strip.draw_still(sheet, below)
        for mark in bands:
            strip.draw_usual(sheet, below, mark)
        page.done(note_below(self))
        return sheet

    def unmeasured(self, title):
        """MapSheet with the ground of the map and its places, without a line and without a strip:
        for whoever wants to measure first.
        """
        page = Page(title, after=0.08)
        ax = page.axes(self.frame.tall, projection=self.frame.crs)
        sheet = MapSheet(page.figure, [*self.places.marks], title)
        sheet.kind = "Map"
        sheet.dpi = DPI
        sheet.meaning[ax] = Ground()
        sheet.rules += RULES
        self._draw_map(sheet, ax, [])
        page.y += 0.05
        page.done(note_below(self, measured=False))
        return sheet

    def _draw_map(self, sheet, ax, marks):
        """The ground, the lines, the places, and all that is written on the map. marks: of the
        lines that are drawn.
        """
        frame = self.frame
        places = self.places
        draw_ground(sheet, ax, frame, self.layer)
        self._draw_ways(sheet, ax, marks)
        taken = places.draw(sheet, ax, frame)
        names = places.names(frame.crs, frame.per_inch)
        given = [n.box(n.offset, frame.per_inch) for n in names if n.offset is not None]
        full = taken + given
        taken += draw_corners(sheet, ax, frame, self.unit, self.layer, full, self.runs)
        kinds = self._kinds()
        below = [name_in(mark) for mark in marks]
        offsets = place_names(names + kinds, frame, taken, self.runs, below)
        places.write(sheet, ax, names, offsets)
        sheet.names = list(zip(names, offsets))
        sheet.named_below = {name.text for name, offset in sheet.names if offset is None}
        for name, offset in zip(kinds, offsets[len(names) :]):
            if offset is not None:
                sheet.scenery(write(ax, name, offset, color=INK, zorder=9))
        if self.layer:
            found = shapes(self.layer, frame.crs, frame.window)
            name_countries(sheet, ax, frame, found, taken, self.runs)

    def _draw_ways(self, sheet, ax, marks, fits="", chosen=False):
        """The ways of some lines, of those of which more than the length is on file. fits, chosen:
        as `mark_looks.ways` takes them.
        """
        known = [mark for mark in marks if mark.row in self.drawn]
        if known:
            mark_looks.ways(
                sheet, ax, [self.drawn[mark.row] for mark in known], known, fits, chosen
            )

    def _kinds(self):
        """list of Name: what kinds of way there are, written on one of each, where there are
        several.
        """
        found = {}
        for mark, one in zip(self.marks, self.lines):
            if mark.row in self.drawn:
                kind = "straight line" if one.straight else "railway"
                found.setdefault(kind, self.drawn[mark.row])
        if len(found) < 2:
            return []
        return [
            Name(kind, tuple(way[len(way) * 2 // 5]), 1, None, style="italic")
            for kind, way in found.items()
        ]

    def moving(self, sheet, band, chosen=None):
        """Adds to a still sheet what one state shows. band: (least, most) or None, as the still one
        has it. chosen: Row of a line, or None.
        """
        (ax, below) = sheet.figure.axes[:2]
        strip = sheet.strip
        if band is not None:
            mark = chosen_band(self.report, self.claim, *map(float, band), self.unit)
            strip.draw_chosen(sheet, below, mark)
            sheet.marks.insert(0, mark)
        lit = set()
        ways = []
        for row, mark in enumerate(self.marks):
            fits = verdict(mark, *band) if band else "out"
            if fits != "out" or mark.row == chosen:
                self._draw_ways(sheet, ax, [mark], fits, mark.row == chosen)
                strip.draw_lit(sheet, below, row, fits, mark.row == chosen)
                lit |= {self.lines[row].start, self.lines[row].end}
                ways.append(mark.row)
        self.places.draw_dots(sheet, ax, self.frame, lit)
        self._write_over(sheet, ax, ways)

    def _write_over(self, sheet, ax, rows):
        """Writes the names once more that lie under some ways. rows: list of Row of lines."""
        ways = [self.drawn[row] for row in rows if row in self.drawn]
        drawn = shapely.MultiLineString(ways)
        inch = self.frame.per_inch
        offsets = [
            offset if offset is not None and name.box(offset, inch).intersects(drawn) else None
            for name, offset in sheet.names
        ]
        self.places.write(sheet, ax, [name for name, _ in sheet.names], offsets)
