"""Spots: where a mark lies on its picture, what is written for it included."""

from dataclasses import dataclass, replace

from ..marks import Role
from .elements import Part, bends, dealt, extents_of, lines_of, pointed_at, thousandths

SEEN = (Role.VALUE, Role.OPEN_END, Role.LINE, Role.PLACE, Role.EMPTY)  # what one would point at
WRITTEN = (Role.LABEL, Role.ALLOWED, Role.HEAD)  # what one may take for the mark


@dataclass(frozen=True)
class Spots:
    """Where a mark lies, in thousandths of the picture's width and height from the upper left.
    areas: tuple of (x, y, width, height), one for each Axes. ways: for each of them None, or a
    tuple of (x, y): the line that passes there. labels: tuple of the areas of what is written for
    it.
    """

    areas: tuple = ()
    ways: tuple = ()
    labels: tuple = ()


def spots_in(parts, page):
    """Spots of a mark. A measured line is pointed at on its way, where it lies apart from the
    places at its ends. parts: {Axes: list of Part}. page: Bbox of the picture in pixels.
    """
    areas = []
    ways = []
    for pointed in map(pointed_at, parts.values()):
        area = thousandths([part.box for part in pointed], page)
        if area:
            areas.append(area)
            line = pointed[0].way  # one that fits is drawn once more, over the plain one
            ways.append(None if line is None else bends(line, page))
    written = (part.box for some in parts.values() for part in some if part.written)
    labels = dict.fromkeys(thousandths([box], page) for box in written)
    told = [label for label in labels if label and not _inside(label, areas)]
    return Spots(tuple(areas), tuple(ways), tuple(told))


def _inside(label, areas):
    """bool: whether a label lies in one of the areas of its mark, give or take a thousandth."""
    x, y, wide, high = label
    return any(
        left - 1 <= x
        and top - 1 <= y
        and x + wide <= left + width + 1
        and y + high <= top + height + 1
        for left, top, width, height in areas
    )


def parts_of(artist, entries, renderer):
    """(Row of a mark, Part) of all of an artist that one would point at, or take for its mark.
    entries: list of (Mark, Role) that it shows.
    """
    seen = [entry for entry in entries if entry[1] in SEEN]
    written = [mark for mark, role in entries if role in WRITTEN]
    if written:
        for box in extents_of(artist, renderer):
            yield from ((mark.row, Part(box, written=True)) for mark in written)
    if seen:
        is_line = any(role is Role.LINE for _, role in seen)
        parts = lines_of(artist) if is_line else [Part(b) for b in extents_of(artist, renderer)]
        others = max(len(seen) - len(parts), 0)  # a place where many lines end
        for (mark, _), part in dealt(seen, parts):
            yield mark.row, replace(part, others=others)
