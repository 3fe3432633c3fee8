"""What the audit asks of a map: every place and every way stands where the report has it, under its
own name, and none is missing. One rule a function: (sheet, report) -> Complaints.
"""

import numpy as np
from matplotlib.image import AxesImage
from matplotlib.text import Annotation

from ...geo import place
from ...marks import Role
from ..complaint import Complaint
from ..sheet import Ground
from .frame import flat
from .strip import FOLDED
from .ways import radius, way_between

SLACK = 1  # metre
NEAR = 30  # points between a place, or the edge of its disc, and its name


def _on_the_map(sheet, *roles):
    """(Axes, artist, Mark, Role, points) of everything shown on a map in these roles."""
    for ax, artist, mark, role, points in sheet.entries():
        if role in roles and isinstance(sheet.means(ax), Ground):
            yield ax, artist, mark, role, points


def _places(sheet, report, role):
    """(Axes, artist, row, Row, points) of everything that shows a place in a role. Another rule
    complains of places that the report does not hold any more.
    """
    for ax, artist, mark, _, points in _on_the_map(sheet, role):
        try:
            yield ax, artist, place(report, mark.row.id), mark.row, points
        except KeyError:
            continue


def _at(ax, row):
    """Array: x and y of a place, in metres on a map."""
    return flat(ax.projection, [(row["lon"], row["lat"])])[0]


def _same(drawn, wanted):
    return np.shape(drawn) == np.shape(wanted) and np.allclose(drawn, wanted, atol=SLACK)


def places_stand_where_they_are(sheet, report):
    """A dot that is elsewhere; a disc that is elsewhere, or not as wide as it is uncertain."""
    for ax, artist, row, key, points in _places(sheet, report, Role.PLACE):
        at = _at(ax, row)
        if isinstance(artist, AxesImage):
            if not _same(points, [at - radius(row), at + radius(row)]):
                yield Complaint(
                    "its disc is not where it is, or not as wide as it is uncertain", key
                )
        elif not _same(points, [at]):
            yield Complaint(f"drawn elsewhere than the report has {row['name']}", key)


def ways_run_between_their_places(sheet, report):
    """A line that runs otherwise than the shortest way, or the stations, between its places."""
    for ax, _, mark, _, points in _on_the_map(sheet, Role.LINE):
        way = way_between(report, mark)
        if way is None or not _same(points, flat(ax.projection, way)):
            yield Complaint("drawn elsewhere than its way between the two places", mark.row)


def names_stand_at_their_places(sheet, report):
    """A name that is not the report's, or not beside its place."""
    for ax, artist, row, key, _ in _places(sheet, report, Role.LABEL):
        if artist.get_text() != row["name"]:
            yield Complaint(f"the map calls it {artist.get_text()}; it is {row['name']}", key)
        if not (isinstance(artist, Annotation) and _beside(sheet, artist, _at(ax, row), row)):
            yield Complaint("its name does not stand beside it", key)


def _beside(sheet, artist, at, row):
    """bool: whether a name is tied to its place, near it, and where it was written."""
    offset = tuple(artist.xyann)
    near = np.hypot(*offset) <= NEAR + radius(row) / _per_point(artist.axes)
    written = any(name.text == row["name"] and offset == its for name, its in sheet.names)
    return _same(artist.xy, at) and near and written


def _per_point(ax):
    """float: metres of a map in one point (1/72 inch)."""
    inches = ax.get_position().width * ax.figure.get_figwidth()
    return np.ptp(ax.get_xlim()) / inches / 72


def no_place_is_missing(sheet, report):
    """A place without its dot or disc, or without its name, there or in the strip; a line whose
    place is no mark.
    """
    drawn = _on_the_map(sheet, Role.PLACE, Role.LABEL)
    seen = {(mark.row, role) for _, _, mark, role, _ in drawn}
    behind = {e.row for mark in _lines(sheet) for e in mark.evidence}
    for row in sorted((row for row in behind if row.table == "places"), key=str):
        if (row, Role.PLACE) not in seen:
            yield Complaint("it is not on the map", row)
        if (row, Role.LABEL) not in seen and not _is_named_below(sheet, report, row):
            yield Complaint("its name is not on the map", row)


def _is_named_below(sheet, report, row):
    """bool: whether a place that found no room for its name is named in the strip."""
    name = place(report, row.id)["name"]
    printed = {
        artist.get_text()
        for ax, artist, _, role, _ in sheet.entries()
        if role is Role.LABEL and not isinstance(sheet.means(ax), Ground)
    }
    return name in sheet.named_below & printed


def no_way_is_missing(sheet, report):
    """A line without its way, though that is known."""
    seen = {mark.row for _, _, mark, _, _ in _on_the_map(sheet, Role.LINE)}
    for mark in _lines(sheet):
        if mark.row not in seen and way_between(report, mark) is not None:
            yield Complaint("its line is not on the map", mark.row)


def _lines(sheet):
    """list of Mark: those of a sheet that are lines."""
    return [mark for mark in sheet.marks if mark.row.table in ("routes", "lines")]


def rows_of_the_strip_are_level(sheet, _):
    """A row of the strip whose name, number and range are not at one height, or, where they stand
    below each other, not in one row.
    """
    apart = FOLDED / 2 if sheet.strip is not None and sheet.strip.folded else 0
    heights = {mark.row: set() for mark in _lines(sheet)}
    for ax, _, mark, _, points in sheet.entries():
        if mark.row in heights and not isinstance(sheet.means(ax), Ground):
            heights[mark.row] |= set(np.round(points[:, 1], 6))
    for row, found in heights.items():
        if found and max(found) - min(found) > apart:
            yield Complaint("its name, number and range are not in one row of the strip", row)


RULES = (
    places_stand_where_they_are,
    ways_run_between_their_places,
    names_stand_at_their_places,
    no_place_is_missing,
    no_way_is_missing,
    rows_of_the_strip_are_level,
)
