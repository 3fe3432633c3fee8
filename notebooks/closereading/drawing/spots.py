"""Spots: where a mark lies on its picture, what is written for it included."""

from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

from ..marks import Role
from .elements import Part, bends, dealt, extents_of, lines_of, pointed_at, thousandths

SEEN = (Role.VALUE, Role.OPEN_END, Role.LINE, Role.PLACE, Role.EMPTY)  # what one would point at
WRITTEN = (Role.LABEL, Role.ALLOWED, Role.HEAD)  # what one may take for the mark


@dataclass(frozen=True)
class Spots:
    """Where a mark lies, in thousandths of the picture's width and height from the upper left.
    areas: tuple of (x, y, width, height), one for each Axes. ways: for each of them None, or a
    tuple of (x, y): the line that passes there. labels: tuple of the areas of what is written for
    it. squares: tuple of the areas of its single claims, in the order of its evidence.
    """

    areas: tuple = ()
    ways: tuple = ()
    labels: tuple = ()
    squares: tuple = ()


def spots_in(parts, squares, page):
    """Spots of a mark. A measured line is pointed at on its way, where it lies apart from the
    places at its ends. parts: {Axes: list of Part}. squares: list of Bbox of its single claims.
    page: Bbox of the picture in pixels.
    """
    pointed = [found for some in parts.values() if (found := pointed_at(some))]
    drawn = [(area, some[0].way) for some in pointed if (area := _around(some, page))]
    areas = tuple(area for area, _ in drawn)  # a line that fits is drawn once more, over the plain
    ways = tuple(None if way is None else bends(way, page) for _, way in drawn)
    single = tuple(thousandths([box], page) for box in squares)
    return Spots(areas, ways, tuple(_labels(parts, page, areas)), single)


def _labels(parts, page, areas):
    """Generator of the areas of what is written, but of what lies in the areas of the mark."""
    written = filter(attrgetter("written"), chain(*parts.values()))
    for label in dict.fromkeys(_around([part], page) for part in written):
        if label and not _inside(label, areas):
            yield label


def _around(parts, page):
    """(x, y, width, height) of some parts, in thousandths; None where they lie nowhere."""
    return thousandths([part.box for part in parts], page)


def _inside(label, areas):
    """bool: whether a label lies in one of the areas of its mark, give or take a thousandth."""
    return any(_holds(area, label) for area in areas)


def _holds(area, label):
    """bool: whether an area holds a label."""
    starts = all(low - 1 <= at for low, at in zip(area[:2], label[:2]))
    ends = zip(_far_corner(area), _far_corner(label))
    return starts and all(at <= high + 1 for high, at in ends)


def _far_corner(area):
    """(right, bottom) of an area."""
    return area[0] + area[2], area[1] + area[3]


def parts_of(artist, entries, renderer):
    """(Row of a mark, Part) of all of an artist that one would point at, or take for its mark.
    entries: list of (Mark, Role) that it shows.
    """
    written = [mark for mark, role in entries if role in WRITTEN]
    for box in extents_of(artist, renderer) if written else ():
        yield from ((mark.row, Part(box, written=True)) for mark in written)
    seen = [entry for entry in entries if entry[1] in SEEN]
    if seen:
        yield from _seen(artist, seen, renderer)


def _seen(artist, entries, renderer):
    """(Row of a mark, Part) of what one would point at. entries: those in such a role."""
    is_line = any(role is Role.LINE for _, role in entries)
    parts = lines_of(artist) if is_line else [Part(b) for b in extents_of(artist, renderer)]
    others = max(len(entries) - len(parts), 0)  # a place where many lines end
    for (mark, _), part in dealt(entries, parts):
        yield mark.row, replace(part, others=others)
