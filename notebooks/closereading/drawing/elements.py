"""The parts of an artist: their points in data units, and where they lie on the picture."""

from dataclasses import dataclass

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox, IdentityTransform

WAY = 1 / 3  # of a measured line: there it is apart from others that end in the same place
BENT = 0.002  # of the picture's width: so far a way that is told may lie beside the drawn one


@dataclass(frozen=True)
class Part:
    """Where a part of an artist lies. box: Bbox in pixels. way: array of shape (n, 2) in pixels,
    where it is a line; then the box is a point on it. written: whether it is lettering that names
    its mark, or a band behind it. others: how many other marks it shows.
    """

    box: Bbox
    way: object = None
    written: bool = False
    others: int = 0

    @property
    def rank(self):
        """(bool, int): the lower, the rather it is what one points at to mean its mark."""
        return self.way is not None, self.others


def pointed_at(parts):
    """list of Part: what one points at to mean a mark: no line where it has a place, and nothing
    that it shares with more marks than need be.
    """
    drawn = [part for part in parts if not part.written]
    best = min((part.rank for part in drawn), default=None)
    return [part for part in drawn if part.rank == best]


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


def dealt(entries, parts):
    """(entry, part) of each entry; a single one goes with every part of its artist."""
    if len(entries) == 1 or len(entries) > len(parts):
        return [(entry, part) for entry in entries for part in parts]
    return list(zip(entries, parts))


def extents_of(artist, renderer):
    """list of Bbox in pixels: the place of an artist, or of each of its elements where it has
    several.
    """
    parts = _points_of(artist)
    to_pixels = artist.get_transform()
    if isinstance(artist, PathCollection):
        to_pixels = artist.get_offset_transform()
    alone = len(parts) < 2 and not _is_upright(artist)
    if alone or isinstance(to_pixels, IdentityTransform):
        return [_whole(artist, renderer)]
    up = _reach(artist) * artist.figure.dpi / 72
    across = artist.get_markeredgewidth() / 2 if _is_upright(artist) else up
    boxes = [Bbox.null() for _ in parts]
    for box, points in zip(boxes, parts):
        box.update_from_data_xy(to_pixels.transform(points))
    return [box.padded(across, up) for box in boxes]


def _points_of(artist):
    """list of arrays, as `elements` has it; empty where the points are not known."""
    try:
        return elements(artist)
    except TypeError:
        return []


def _whole(artist, renderer):
    """Bbox in pixels of all of an artist."""
    whole = artist.get_window_extent(renderer)
    if isinstance(artist, Annotation) and artist.arrow_patch:
        tip = artist.axes.transData.transform(artist.xy)  # a mitre reaches beyond its arrow's box
        whole = Bbox.union([whole, Bbox([tip, tip]).padded(artist.figure.dpi / 72)])
    return whole


def _is_upright(artist):
    """bool: whether the points of an artist are upright caps, high and of no width."""
    return isinstance(artist, Line2D) and artist.get_marker() == "|"


def lines_of(artist):
    """list of Part: each line of an artist, and a point on it, a third of the way along."""
    parts = []
    alone = isinstance(artist, Line2D)
    for points in [artist.get_xydata()] if alone else elements(artist):
        way = artist.get_transform().transform(points)
        steps = np.hypot(*np.diff(way, axis=0).T)
        gone = np.concatenate([[0.0], np.cumsum(steps)])
        x, y = (np.interp(WAY * gone[-1], gone, along) for along in way.T)
        box = Bbox([[x, y], [x, y]]).padded(_reach(artist) * artist.figure.dpi / 72)
        parts.append(Part(box, way))
    return parts


def straightened(way, off):
    """Array of shape (m, 2): some points of a way, no other of which lies farther than `off` from
    the line through them (Douglas and Peucker).
    """
    start = way[0]
    end = way[-1]
    across, up = end - start
    x, y = (way - start).T
    away = np.abs(across * y - up * x) / (np.hypot(across, up) or 1.0)
    farthest = int(np.argmax(away))
    if away[farthest] <= off:
        return np.array([start, end])
    first = straightened(way[: farthest + 1], off)
    return np.concatenate([first[:-1], straightened(way[farthest:], off)])


def _reach(artist):
    """Points (1/72 inch) by which a marker or a line reaches beyond its coordinates."""
    if isinstance(artist, Line2D):
        has_marker = artist.get_marker() not in ("None", "none", " ", "", None)
        return max(artist.get_linewidth(), artist.get_markersize() * has_marker) / 2
    if isinstance(artist, PathCollection):
        return float(np.sqrt(np.max(artist.get_sizes(), initial=0))) / 2
    return float(np.max(artist.get_linewidths(), initial=0)) / 2


def thousandths(boxes, page):
    """(x, y, width, height) of the box around some boxes; None where there is none."""
    boxes = [box for box in boxes or () if np.all(np.isfinite(box.get_points()))]
    if not boxes:
        return None
    (left, bottom), (right, top) = 1000 * Bbox.union(boxes).get_points() / (page.width, page.height)
    return tuple(round(float(v)) for v in (left, 1000 - top, right - left, top - bottom))


def bends(way, page):
    """tuple of (x, y), in thousandths of the picture: where a way in pixels bends."""
    size = np.array([page.width, page.height])
    kept = 1000 * straightened(np.asarray(way, float), BENT * page.width) / size
    return tuple((round(float(x)), round(float(1000 - y))) for x, y in kept)
