"""Names on a map: beside a place at the offset that places.csv gives, or where they cover least;
and the names of countries where there is room.
"""

from dataclasses import dataclass

import numpy as np
import shapely

from ..mark_looks import HALO
from ..page import is_narrow, width

SIDES = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)]
NEAR = 4  # points from the edge of a dot to its name
RINGS = (1, 2.5, 4)  # times NEAR; the farther ones where it is crowded
# share of a name that may be covered; price of one more step away
CROWDED = 0.05
OFF = 0.4
GRID = 14  # so many tries along and across a country
ROUGH = 0.02  # inches by which a border may be off when room is sought
COUNTRY = dict(size=10, color="#655b4d", zorder=4)
LEVEL = {-1: "right", 0: "center", 1: "left"}
UPRIGHT = {-1: "top", 0: "center", 1: "bottom"}


@dataclass(frozen=True)
class Name:
    """A name beside a point. at: (x, y) in metres. reach: points from there to the edge of its dot
    or disc. offset: (dx, dy) in points from the point to the name, where it is wanted; or None.
    """

    text: str
    at: tuple
    reach: float
    offset: tuple | None
    size: float = 10
    weight: str = "regular"
    style: str = "normal"

    def offsets(self):
        """list of (dx, dy): where the name may stand, the best first: where it is wanted, then
        around the place, near it and farther away.
        """
        wanted = [] if self.offset is None else [self.offset]
        around = [
            (self.reach + NEAR * ring) * np.array(side) * _slant(*side)
            for ring in RINGS
            for side in SIDES
        ]
        return wanted + [(float(dx), float(dy)) for dx, dy in around]

    def box(self, offset, per_inch):
        """shapely box in metres that the name takes there, with a little room around it."""
        point = per_inch / 72  # metres
        wide = width(self.text, self.size, self.weight) * per_inch + 2 * point
        tall = 1.15 * self.size * point
        left = self.at[0] + offset[0] * point
        low = self.at[1] + offset[1] * point
        left -= {-1: wide, 0: wide / 2, 1: 0}[_sign(offset[0])]
        low -= {-1: tall, 0: tall / 2, 1: 0}[_sign(offset[1])]
        return shapely.box(left, low, left + wide, low + tall)


def _slant(dx, dy):
    """float: how far to go along both axes, so that a corner is as near as a side."""
    return 0.7 if dx and dy else 1


def _sign(value):
    return int(value > 0) - int(value < 0)


def aligned(offset):
    """dict: the alignment of a name at an offset. It begins at a positive one, ends at a negative
    one, and lies centred at nought; upwards likewise.
    """
    return dict(ha=LEVEL[_sign(offset[0])], va=UPRIGHT[_sign(offset[1])])


def place_names(names, frame, taken, ways, elsewhere=()):
    """list of offsets, one for each Name: the one it wants, unless another name or a dot is there;
    else the one where it covers least. On a narrow page a name that finds no free room, and is
    read below the map too, is left out: None stands for it. taken: shapely boxes that are full, to
    which the names are added. ways: shapely lines not to be covered. elsewhere: the names that are
    read below the map.
    """
    found = [None] * len(names)
    for i in sorted(range(len(names)), key=lambda i: names[i].offset is None):
        options = names[i].offsets()
        boxes = np.array([names[i].box(offset, frame.per_inch) for offset in options])
        best = _best(boxes, frame, np.array(taken), ways, names[i].offset is not None)
        spare = is_narrow() and names[i].text in elsewhere
        if spare and not _is_free(boxes[best], frame, taken):
            continue
        found[i] = options[best]
        taken.append(boxes[best])
    return found


def _is_free(box, frame, taken):
    """bool: whether a name would be read there: whole, and on no other."""
    over = shapely.area(shapely.intersection(box, taken)).sum()
    return frame.box.contains(box) and over < CROWDED * box.area


def _best(boxes, frame, taken, ways, wanted):
    """int: which of some boxes is the best. A cut name is worst, then one on another, then one on a
    line, then one far away. wanted: whether the first is to be taken where it is free.
    """
    cut = ~shapely.contains(frame.box, boxes)
    over = shapely.area(shapely.intersection(boxes[:, None], taken[None, :]))
    share = over / shapely.area(boxes)[:, None]
    if wanted and not cut[0] and share[0].sum() < CROWDED:
        return 0
    crossed = shapely.length(shapely.intersection(boxes, ways)) / frame.per_inch
    away = OFF * (np.arange(len(boxes)) // len(SIDES))
    costs = 100 * cut + (10 * (share > 0) + 30 * share).sum(axis=1) + 20 * crossed + away
    return int(np.argmin(costs.round(6)))


def write(ax, name, offset, **look):
    """The text artist of a name, tied to its place."""
    return ax.annotate(
        name.text,
        name.at,
        offset,
        textcoords="offset points",
        annotation_clip=False,
        size=name.size,
        weight=name.weight,
        style=name.style,
        path_effects=HALO,
        **aligned(offset),
        **look,
    )


def name_countries(sheet, ax, frame, countries, taken, ways):
    """Writes the names of countries into the middle of the largest room that is free in each, where
    it suffices. countries: dict of name -> shapely geometry in metres.
    """
    bare = shapely.simplify(ways, ROUGH * frame.per_inch)
    full = shapely.union_all([*taken, shapely.buffer(bare, 2 * ROUGH * frame.per_inch, 2)])
    for name, shape in countries.items():
        if name == "other land":
            continue
        inside = shapely.simplify(shapely.intersection(shape, frame.box), ROUGH * frame.per_inch)
        seen = shapely.difference(inside, full)
        tall = 1.3 * COUNTRY["size"] / 72 * frame.per_inch
        wide = width(name.upper(), COUNTRY["size"]) * frame.per_inch + tall / 2
        at = _room(seen, wide, tall)
        if at is not None:
            look = dict(ha="center", va="center", **COUNTRY)
            sheet.scenery(ax.text(*at, name.upper(), **look))


def _room(shape, wide, tall):
    """(x, y) of the middle of a label of that size in a shape, as far from its edge as can be; None
    where there is no room.
    """
    if shape.area < wide * tall:
        return None
    across, along = (np.linspace(*shape.bounds[axis::2], GRID) for axis in (0, 1))
    x, y = np.meshgrid(across, along)
    boxes = shapely.box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2).ravel()
    shapely.prepare(shape)
    inside = boxes[shapely.contains(shape, boxes)]
    if not len(inside):
        return None
    away = shapely.distance(shape.boundary, inside)
    middle = shapely.centroid(inside[int(np.argmax(away))])
    return middle.x, middle.y
