"""The parts of an artist: their points in data units, and where they lie on the picture."""

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox, IdentityTransform

WAY = 1 / 3  # of a measured line: there it is apart from others that end in the same place


def pointed_at(drawn):
    """list of Bbox: what one points at to mean a mark: no line where it has a place, and nothing
    that it shares with more marks than need be. drawn: list of (whether it is a line, how many
    other marks it shows, Bbox).
    """
    best = min((is_line, others) for is_line, others, _ in drawn)
    return [box for is_line, others, box in drawn if (is_line, others) == best]


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


def waypoints(artist):
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


def thousandths(boxes, page):
    """(x, y, width, height) of the box around some boxes; None where there is none."""
    boxes = [box for box in boxes or () if np.all(np.isfinite(box.get_points()))]
    if not boxes:
        return None
    (left, bottom), (right, top) = 1000 * Bbox.union(boxes).get_points() / (page.width, page.height)
    return tuple(round(float(v)) for v in (left, 1000 - top, right - left, top - bottom))
