"""Sheet: a figure, and what each artist on it shows. The audit and the page read it from here."""

import copy
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from ..marks import Role
from ..reading.numerals import bounds_written, so_many
from .elements import dealt, elements
from .end_names import told
from .spots import parts_of, spots_in

SHOWN_AT = 115  # dots to the inch on the page


@dataclass(frozen=True)
class Values:
    """Axes on which values run along x or y. along: "x" or "y". unit: "day", where they are days
    since 1970; else blank.
    """

    along: str = "x"
    unit: str = ""

    def of(self, points):
        """Array: the coordinates on the value axis. points: array of shape (n, 2)."""
        return np.reshape(np.asarray(points, float), (-1, 2))[:, "xy".index(self.along)]


@dataclass(frozen=True)
class Cells:
    """Axes that are a table. columns: tuple of (x, id of an account); rows: tuple of (y, topic)."""

    columns: tuple
    rows: tuple

    def at(self, point):
        """(account, topic): the ids of the cell that is nearest to a point in data units."""
        heads = zip((self.columns, self.rows), point, strict=True)
        return tuple(min(head, key=lambda h: abs(h[0] - at))[1] for head, at in heads)


@dataclass(frozen=True)
class Words:
    """Axes that hold words, each of which is a mark; a coordinate means nothing but its cell.
    columns, rows: tuple of str, their heads. spots: tuple of (left, right, top, bottom, account,
    topic).
    """

    columns: tuple
    rows: tuple
    spots: tuple

    def at(self, point):
        """(account, topic) of the cell in which a point lies; None outside all of them."""
        x, y = point
        inside = (
            s
            for s in self.spots
            if s[0] - 1e-6 <= x < s[1] - 1e-6 and s[2] - 1e-6 <= y < s[3] - 1e-6
        )
        return next((spot[4:] for spot in inside), None)


@dataclass(frozen=True)
class Ground:
    """Axes that are a map: coordinates are places, not values. name: of the region, for the text
    alternative.
    """

    name: str = ""


class Sheet:
    """A figure and what it shows.

    figure: matplotlib Figure, or None where there is nothing to draw; `says` then holds the reason.
    marks: list of Mark, in reading order. title: the finding. says: one sentence or two below the
    picture. name: its file in figures/, without ending. kind: "Bar chart" …

    shown: dict from an artist to a list of (Mark, Role), one for each of its points, segments or
    patches in its own order; a single entry stands for all of them. aside: set of the artists that
    show no mark, such as grid lines. meaning: dict from Axes to Values, Cells, Words or Ground;
    Axes that are not in it have values along x. ticks: dict from Axes to the list of those texts at
    their ticks that show marks. rules: further rules for the audit, functions
    (sheet, report) -> strings. dpi: dots to the inch of the saved picture. shown_at: the same of
    the picture on a page. later: dict of what a
    moving layer needs to know of this ground. squares: {Row of a mark: list of (Axes, Bbox in
    data units)}: those of its single claims, in the order of its evidence. named_below: set of the
    names that found no room on a map.
    """

    def __init__(self, figure, marks=(), title="", says="", name="", kind="Chart"):
        self.figure = figure
        self.dpi = 200
        self.shown_at = SHOWN_AT
        self.title = title
        self.says = says
        self.name = name
        self.kind = kind
        self.marks = list(marks)
        self.shown = {}
        self.aside = set()
        self.meaning = {}
        self.ticks = {}
        self.rules = []
        self.later = {}
        self.squares = defaultdict(list)
        self.named_below = frozenset()

    def shows(self, artist, marks, role=Role.VALUE):
        """The artist, which now shows these marks besides those that it showed before. marks: one
        Mark for all of the artist, or a list with one for each of its points, segments or patches.
        """
        several = [marks] if hasattr(marks, "evidence") else list(marks)
        self.shown.setdefault(artist, []).extend((mark, role) for mark in several)
        return artist

    def scenery(self, *artists):
        """The artists show no mark: grid lines, grounds, frames."""
        self.aside.update(artists)

    def shows_at_tick(self, ax, text, marks):
        """The text at a tick of some Axes is the head of these marks."""
        self.ticks.setdefault(ax, []).append(text)
        return self.shows(text, marks, Role.HEAD)

    def means(self, ax):
        """Values, Cells, Words or Ground: what the coordinates of some Axes are."""
        return self.meaning.get(ax, Values())

    def copy(self):
        """Sheet on the same figure, to which more can be added without changing this one."""
        other = copy.copy(self)
        other.marks = list(self.marks)
        other.rules = list(self.rules)
        other.squares = defaultdict(list, {row: [*these] for row, these in self.squares.items()})
        other.shown = {artist: list(entries) for artist, entries in self.shown.items()}
        other.aside = set(self.aside)
        other.meaning = dict(self.meaning)
        other.ticks = {ax: list(texts) for ax, texts in self.ticks.items()}
        return other

    @property
    def alt(self):
        """str: kind, number of marks that are drawn, axes with their ranges, the finding."""
        if self.figure is None:
            return self.says
        spans = filter(None, map(self._span, self.figure.axes))
        drawn = {mark.row for entries in self.shown.values() for mark, _ in entries}
        marks = so_many(sum(mark.row in drawn for mark in self.marks), "mark")
        return f"{self.kind}, {marks}; {'; '.join(spans)}. {self.title}"

    def _span(self, ax):
        """str: what some Axes hold, in words; blank for a map."""
        means = self.means(ax)
        if isinstance(means, Ground):
            return means.name
        if isinstance(means, Words):
            return f"{', '.join(means.columns)} by {' '.join(means.rows)}"
        if isinstance(means, Cells):
            return f"{_heads(ax.xaxis)} by {_heads(ax.yaxis)}"
        low, high = getattr(ax, f"get_{means.along}lim")()
        if means.along == "x":
            low, high = ax.spines["bottom"].get_bounds() or (low, high)
        label = " ".join(getattr(ax, f"get_{means.along}label")().split())
        if means.unit == "day":
            first = told(round(low), "day")
            last = told(round(high), "day")
        else:
            first, last = bounds_written(low, high)
        return f"{label or 'value'} from {first} to {last}"

    def artists(self):
        """(Axes, artist) of everything that is drawn in some Axes, small maps in them included;
        and (None, artist) of what lies on the figure itself, its texts left out.
        """
        if self.figure is None:
            return
        for ax in _with_children(self.figure.axes):
            for artist in [*drawn_in(ax), *self.ticks.get(ax, ())]:
                yield ax, artist
        for group in ("lines", "patches", "images", "artists"):
            for artist in getattr(self.figure, group):
                yield None, artist

    def entries(self):
        """(Axes, artist, Mark, Role, points) of everything shown, one for each point, segment or
        patch. points: array of shape (n, 2), in data units. An artist whose points are not known
        is left out.
        """
        for ax, artist in self.artists():
            if artist not in self.shown:
                continue
            try:
                parts = elements(artist)
            except TypeError:
                continue
            for (mark, role), points in dealt(self.shown[artist], parts):
                yield ax, artist, mark, role, points

    def in_cells(self, ax):
        """bool: whether some Axes are a table."""
        return isinstance(self.means(ax), Cells)

    def places(self, drawn=False):
        """list of Spots, one for each mark: where it lies on the picture. drawn: whether the figure
        was drawn as it is now; then that is not done again.
        """
        if self.figure is None:
            return []
        before = self.figure.dpi
        self.figure.set_dpi(self.dpi)  # lettering is wider or narrower by a dot at another one
        if not drawn:
            self._renderer()
            self.figure.draw_without_rendering()
        found = self.extents(self.artists())
        spots = [self.spots(mark.row, found[mark.row]) for mark in self.marks]
        self.figure.set_dpi(before)
        return spots

    def spots(self, row, parts):
        """Spots of a mark. row: its Row. parts: what `extents` has of it."""
        boxes = [box.transformed(ax.transData) for ax, box in self.squares.get(row, ())]
        return spots_in(parts, boxes, self.figure.bbox)

    def extents(self, artists):
        """{Row of a mark: {Axes: list of Part}}: where artists lie on a figure that was drawn.
        artists: (Axes, artist) of each.
        """
        found = defaultdict(lambda: defaultdict(list))
        for ax, artist in artists:
            entries = self.shown.get(artist)
            for row, part in parts_of(artist, entries, self._renderer()) if entries else ():
                found[row][ax].append(part)
        return found

    def _renderer(self):
        """The renderer of the figure; it keeps its canvas where it has one that can measure."""
        canvas = self.figure.canvas
        if not isinstance(canvas, FigureCanvasAgg):
            canvas = FigureCanvasAgg(self.figure)
        return canvas.get_renderer()


def _heads(side):
    """str: the heads of the columns or rows of a table."""
    return ", ".join(" ".join(label.get_text().split()) for label in side.get_ticklabels())


def drawn_in(ax):
    """list: every artist in some Axes but their own frame, ticks, titles and legend."""
    return [*ax.lines, *ax.collections, *ax.patches, *ax.images, *ax.texts, *ax.artists, *ax.tables]


def _with_children(axes):
    """Axes and those inset in them."""
    for ax in axes:
        yield ax
        yield from _with_children(ax.child_axes)
