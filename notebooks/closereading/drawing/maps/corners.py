"""Scale bar and small map of the region: each in a corner of the map that is empty."""

import math

import numpy as np
import shapely

from ...geo import KM, earth
from ..page import inner, is_narrow
from ..style import TEXT
from .frame import flat, frame_region, projection
from .ground import REGION, draw_land, without_ticks

SMALL_REGION = np.array([(20.8, 44.3), (43.2, 57.7)])  # west and south, east and north
# inches: the small map, and the same on a narrow page
INSET = 1.1
NARROW_INSET = 0.9
GAP = 0.06
BAR = 1.45  # for a scale bar with its margins


def draw_corners(sheet, ax, frame, unit, layer, taken, ways):
    """Draws the scale bar, and the small map where the outlines are fine. taken: shapely boxes that
    are full. ways: shapely lines. Gives the boxes that both take.
    """
    inch = frame.per_inch
    full = [*taken]
    boxes = []
    if layer == "countries_10m":
        side = (_inset() + 2 * GAP) * inch
        corner = _emptiest(_corners(frame, side, side), full, ways)
        left, low = corner.bounds[:2]
        _small_map(sheet, ax, frame, (left + GAP * inch, low + GAP * inch))
        boxes.append(corner)
    left, low = _emptiest(_along_the_foot(frame), full + boxes, ways).bounds[:2]
    boxes.append(_scale_bar(sheet, ax, frame, unit, (left + 0.12 * inch, low + 0.1 * inch)))
    return boxes


def _inset():
    """float: inches across the small map."""
    return NARROW_INSET if is_narrow() else INSET


def _corners(frame, wide, tall):
    """list of shapely boxes of one size in the corners: lower left, lower right, upper right, upper
    left.
    """
    left = (frame.west, frame.west + wide)
    right = (frame.east - wide, frame.east)
    low = (frame.south, frame.south + tall)
    high = (frame.north - tall, frame.north)
    pairs = ((left, low), (right, low), (right, high), (left, high))
    return [shapely.box(x[0], y[0], x[1], y[1]) for x, y in pairs]


def _along_the_foot(frame):
    """list of shapely boxes with room for a scale bar, along the lower edge."""
    inch = frame.per_inch
    starts = (frame.west + step * 0.25 * inch for step in range(int(4 * (inner() - BAR))))
    return [shapely.box(x, frame.south, x + BAR * inch, frame.south + 0.4 * inch) for x in starts]


def _emptiest(boxes, taken, ways):
    """The first of some boxes that holds least of what is drawn."""
    full = shapely.union_all(taken) if taken else shapely.Polygon()
    size = boxes[0].area ** 0.5
    costs = [
        shapely.intersection(box, full).area / box.area
        + shapely.intersection(box, ways).length / size
        for box in boxes
    ]
    return boxes[min(range(len(boxes)), key=costs.__getitem__)]


def _scale_bar(sheet, ax, frame, unit, corner):
    """Draws a bar of a round length, true in the middle of the map. corner: metres of its left end.
    Gives the shapely box it takes.
    """
    inch = frame.per_inch
    (x, y) = corner
    one = _metres(frame, unit)
    steps = (n * 10**e for e in range(5) for n in (1, 2, 5))
    length = max(n for n in steps if n * one < 1.2 * inch)
    wide = length * one
    up = y + 0.06 * inch
    (bar,) = ax.plot([x, x, x + wide, x + wide], [up, y, y, up], color=TEXT, linewidth=1.2)
    text = ax.text(x, y + 0.05 * inch, f" {length:,} {unit}", size=10, va="bottom", color=TEXT)
    for artist in (bar, text):
        artist.set_zorder(4)
    sheet.scenery(bar, text)
    return shapely.box(x - 0.1 * inch, y, x + max(wide, inch), y + 0.27 * inch)


def _metres(frame, unit):
    """Metres on the map that one mile or kilometre is long, from west to east in its middle."""
    middle = ((frame.west + frame.east) / 2, (frame.south + frame.north) / 2)
    ((lon, lat),) = frame.round([middle])
    east = earth().fwd(lon, lat, 90, 1000 * KM[unit])[:2]
    return math.dist(*frame.flat([(lon, lat), east]))


def _small_map(sheet, ax, frame, corner):
    """Draws the whole region small, the frame of the large map in it. corner: metres of its lower
    left corner.
    """
    crs = projection(SMALL_REGION)
    side = _inset() * frame.per_inch
    small = ax.inset_axes((*corner, side, side), transform=ax.transData, projection=crs, zorder=4)
    frame_region(small)
    draw_land(sheet, small, crs, REGION, "countries_50m")
    without_ticks(small)
    small.spines["geo"].set(edgecolor="#5a5a5a", linewidth=0.8)
    edge = frame.round(shapely.get_coordinates(shapely.segmentize(frame.box, frame.per_inch)))
    (outline,) = small.plot(*flat(crs, edge).T, color=TEXT, linewidth=1.2, zorder=4)
    at = flat(crs, [(34.4, 46.2)])[0]
    name = small.text(*at, "Crimea", size=10, ha="center", va="bottom", color=TEXT, zorder=5)
    sheet.scenery(outline, name)
