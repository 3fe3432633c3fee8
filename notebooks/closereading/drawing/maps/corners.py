"""Scale bar and small map of the region: each in a corner of the map that is empty."""

import shapely

from ..page import INNER
from .ground import GAP, INSET, scale_bar, small_map

BAR = 1.45  # inches for a scale bar with its margins


def draw_corners(sheet, ax, frame, unit, layer, taken, ways):
    """Draws the scale bar, and the small map where the outlines are fine. taken: shapely boxes that
    are full. ways: shapely lines. Gives the boxes that both take.
    """
    inch = frame.per_inch
    full = [*taken]
    boxes = []
    if layer == "countries_10m":
        side = (INSET + 2 * GAP) * inch
        corner = _emptiest(_corners(frame, side, side), full, ways)
        left, low = corner.bounds[:2]
        small_map(sheet, ax, frame, (left + GAP * inch, low + GAP * inch))
        boxes.append(corner)
    left, low = _emptiest(_along_the_foot(frame), full + boxes, ways).bounds[:2]
    boxes.append(scale_bar(sheet, ax, frame, unit, (left + 0.12 * inch, low + 0.1 * inch)))
    return boxes


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
    starts = (frame.west + step * 0.25 * inch for step in range(int(4 * (INNER - BAR))))
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
