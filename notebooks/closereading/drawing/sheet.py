"""Sheet: a figure, and what each artist on it shows. The audit and the page read it from here."""

import copy
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox, IdentityTransform

from ..marks import Role
from ..reading.numerals import bounds_written
from .words import told

WAY = 1 / 3  # of a measured line: there it is apart from others that end in the same place
SEEN = (Role.VALUE, Role.OPEN_END, Role.LINE, Role.PLACE)  # what one would point at


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
    show no mark, such as grid lines. meaning: dict from Axes to Values, Cells or Ground; Axes that
    are not in it have values along x. rules: further rules for the audit, functions (sheet, report)
    -> strings. dpi: dots to the inch of the saved picture. later: dict of what a moving layer needs
    to know of this ground.
    """

    def __init__(self, figure, marks=(), title="", says="", name="", kind="Chart"):
        self.figure, self.dpi = figure, 200
        self.title, self.says = title, says
        self.name, self.kind = name, kind
        self.marks = list(marks)
        self.shown, self.aside = {}, set()
        self.meaning = {}
        self.rules, self.later = [], {}

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

    def means(self, ax):
        """Values, Cells or Ground: what the coordinates of some Axes are."""
        return self.meaning.get(ax, Values())

    def copy(self):
        """Sheet on the same figure, to which more can be added without changing this one."""
        other = copy.copy(self)
        other.marks, other.rules = list(self.marks), list(self.rules)
        other.shown = {artist: list(entries) for artist, entries in self.shown.items()}
        other.aside, other.meaning = set(self.aside), dict(self.meaning)
        return other

    @property
    def alt(self):
        """str: kind, number of marks, axes with their ranges, the finding."""
        if self.figure is None:
            return self.says
        spans = filter(None, map(self._span, self.figure.axes))
        return f"{self.kind}, {len(self.marks)} marks; {'; '.join(spans)}. {self.title}"

    def _span(self, ax):
        """str: what some Axes hold, in words; blank for a map."""
        means = self.means(ax)
        if isinstance(means, Ground):
            return means.name
        if isinstance(means, Cells):
            return f"{_heads(ax.xaxis)} by {_heads(ax.yaxis)}"
        low, high = getattr(ax, f"get_{means.along}lim")()
        if means.along == "x":
            low, high = ax.spines["bottom"].get_bounds() or (low, high)
        label = " ".join(getattr(ax, f"get_{means.along}label")().split())
        if means.unit == "day":
            first, last = told(round(low), "day"), told(round(high), "day")
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
            for artist in drawn_in(ax):
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
            for (mark, role), points in _dealt(self.shown[artist], parts):
                yield ax, artist, mark, role, points

    def in_cells(self, ax):
        """bool: whether some Axes are a table."""
        return isinstance(self.means(ax), Cells)

    def places(self):
        """list of lists of (x, y, width, height), one list for each mark: where it lies on the
        picture, once for each Axes, in thousandths of its width and height from the upper left. A
        measured line is pointed at on its way, where it lies apart from the places at its ends.
        """
        if self.figure is None:
            return []
        renderer = FigureCanvasAgg(self.figure).get_renderer()
        self.figure.draw_without_rendering()
        found = defaultdict(lambda: defaultdict(list))
        for ax, artist in self.artists():
            entries = [entry for entry in self.shown.get(artist, ()) if entry[1] in SEEN]
            is_line = any(role is Role.LINE for _, role in entries)
            extents = _waypoints(artist) if is_line else _extents(artist, renderer)
            others = max(len(entries) - len(extents), 0)  # a place where many lines end
            for (mark, _), box in _dealt(entries, extents):
                found[mark.row][ax].append((is_line, others, box))
        page = self.figure.bbox
        boxes = [[_pointed_at(drawn) for drawn in found[m.row].values()] for m in self.marks]
        return [[place for box in mine if (place := _thousandths(box, page))] for mine in boxes]


def _pointed_at(drawn):
    """list of Bbox: what one points at to mean a mark: no line where it has a place, and nothing
    that it shares with more marks than need be. drawn: list of (whether it is a line, how many
    other marks it shows, Bbox).
    """
    best = min((is_line, others) for is_line, others, _ in drawn)
    return [box for is_line, others, box in drawn if (is_line, others) == best]


def _heads(side):
    """str: the heads of the columns or rows of a table."""
    return ", ".join(" ".join(label.get_text().split()) for label in side.get_ticklabels())


def elements(artist):
    """list of arrays of shape (n, 2): the points of an artist in data units, one array for each
    thing that may show a mark of its own: each point of a line or scatter, each segment, each
    patch. Raises TypeError for an artist whose points are not known.
    """
    for kind, points in _POINTS.items():
        if isinstance(artist, kind):
            return points(artist)
    raise TypeError(f"a {type(artist).__name__}, whose ends cannot be checked")


def _corners(box):
    """Array: two corners of a box, in data units."""
    return np.reshape(np.asarray(box, float), (2, 2))


_POINTS = {
    Line2D: lambda a: [np.array([p], float) for p in a.get_xydata()],
    LineCollection: lambda a: [np.asarray(s, float) for s in a.get_segments()],
    PathCollection: lambda a: [np.array([p], float) for p in np.asarray(a.get_offsets())],
    AxesImage: lambda a: [_corners(a.get_extent()).T],
    Rectangle: lambda a: [a.get_bbox().get_points()],
    Annotation: lambda a: [np.array([a.xy], float)],
    Text: lambda a: [np.array([a.get_position()], float)],
}


def _dealt(entries, parts):
    """(entry, part) of each entry; a single one goes with every part of its artist."""
    if len(entries) == 1 or len(entries) > len(parts):
        return [(entry, part) for entry in entries for part in parts]
    return list(zip(entries, parts))


def drawn_in(ax):
    """list: every artist in some Axes but their own frame, ticks, titles and legend."""
    return [*ax.lines, *ax.collections, *ax.patches, *ax.images, *ax.texts, *ax.artists, *ax.tables]


def _with_children(axes):
    """Axes and those inset in them."""
    for ax in axes:
        yield ax
        yield from _with_children(ax.child_axes)


def _extents(artist, renderer):
    """list of Bbox in pixels: the place of an artist, or of each of its elements where it has
    several.
    """
    whole = artist.get_window_extent(renderer)
    if isinstance(artist, Annotation):
        tip = artist.axes.transData.transform(artist.xy)  # a mitre reaches beyond its arrow's box
        whole = Bbox.union([whole, Bbox([tip, tip]).padded(artist.figure.dpi / 72)])
    try:
        parts = elements(artist)
    except TypeError:
        return [whole]
    if len(parts) < 2:
        return [whole]
    to_pixels = artist.get_transform()
    if isinstance(artist, PathCollection):
        to_pixels = artist.get_offset_transform()
    if isinstance(to_pixels, IdentityTransform):
        return [whole]
    reach = _reach(artist) * artist.figure.dpi / 72
    boxes = [Bbox.null() for _ in parts]
    for box, points in zip(boxes, parts):
        box.update_from_data_xy(to_pixels.transform(points))
    return [box.padded(reach) for box in boxes]


def _waypoints(artist):
    """list of Bbox in pixels: a point on each line of an artist, a third of the way along."""
    boxes = []
    for points in elements(artist):
        way = artist.get_transform().transform(points)
        steps = np.hypot(*np.diff(way, axis=0).T)
        gone = np.concatenate([[0.0], np.cumsum(steps)])
        x, y = (np.interp(WAY * gone[-1], gone, along) for along in way.T)
        boxes.append(Bbox([[x, y], [x, y]]).padded(_reach(artist) * artist.figure.dpi / 72))
    return boxes


def _reach(artist):
    """Points (1/72 inch) by which a marker or a line reaches beyond its coordinates."""
    if isinstance(artist, Line2D):
        has_marker = artist.get_marker() not in ("None", "none", " ", "", None)
        return max(artist.get_linewidth(), artist.get_markersize() * has_marker) / 2
    if isinstance(artist, PathCollection):
        return float(np.sqrt(np.max(artist.get_sizes(), initial=0))) / 2
    return float(np.max(artist.get_linewidths(), initial=0)) / 2


def _thousandths(boxes, page):
    """(x, y, width, height) of the box around some boxes; None where there is none."""
    boxes = [box for box in boxes or () if np.all(np.isfinite(box.get_points()))]
    if not boxes:
        return None
    (left, bottom), (right, top) = 1000 * Bbox.union(boxes).get_points() / (page.width, page.height)
    return tuple(round(float(v)) for v in (left, 1000 - top, right - left, top - bottom))
