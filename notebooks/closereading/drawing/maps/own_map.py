"""Places that a learner drew, on plain axes or on a map of cartopy's: each opens to its words."""

import sys

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D

from ...marks import Role
from ...reading.given import cut_from
from ...reading.text import Problem
from ..mark_looks import HALO
from ..sheet import Ground, Sheet, drawn_in
from ..style import our_style
from .measured import line_mark, place_mark

SMALL = 9.5
DPI = 110  # two more pictures in one lesson, which has to open quickly


@our_style()
def explained(ax, report, places, title, says, claim=None, name=""):
    """Sheet of some Axes on which a learner drew places, as dots of one `scatter`, and perhaps the
    line between two of them, with `plot`. Their names are written beside the dots; all else is
    scenery. ax: matplotlib Axes, of longitude and latitude or of a projection of cartopy's. places:
    rows of report.places in the order of the dots. claim: the claim that the line measures; default
    the first that has lines on file. Raises Problem where ax is something else, or for no place.
    """
    if not isinstance(ax, Axes):
        raise Problem(f"This is a {type(ax).__name__}; the axes that you drew on are wanted.")
    cut_from(report, places, "places")
    if not len(places):
        raise Problem("There is no place among these rows, so there is nothing to draw.")
    marks = [place_mark(report, key) for key in places.index]
    sheet = Sheet(ax.figure, marks, title, says, name, "Map" if _on_a_map(ax) else "Chart")
    sheet.dpi = DPI
    sheet.meaning[ax] = Ground("longitude by latitude")
    _is_not_turned_round(ax, places)
    for artist in drawn_in(ax):
        _enter(sheet, artist, report, places, claim or next(iter(report.routes["claim"]), None))
    _give_room(ax, places)
    for mark, (_, row) in zip(marks, places.iterrows()):
        sheet.shows(_named(ax, row, places), mark, Role.LABEL)
    ax.set_title(title, wrap=True)
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(ax.figure)
    return sheet


def _is_not_turned_round(ax, places):
    """Raises Problem where the dots have latitude along x."""
    exchanged = places[["lat", "lon"]].to_numpy(float)
    for dots in ax.collections:
        at = dots.get_offsets() if isinstance(dots, PathCollection) else ()
        if len(at) == len(exchanged) and np.allclose(at, exchanged):
            raise Problem(
                "Longitude goes along x and latitude along y; your dots have them the other way"
                ' round. Write .scatter("lon", "lat").'
            )


def _on_a_map(ax):
    """bool: whether some Axes are of a projection of cartopy's."""
    return hasattr(ax, "projection")


def _give_room(ax, places):
    """Some room around the places for their names; on a map, for the countries around them."""
    if not _on_a_map(ax):
        ax.margins(0.25, 0.1)
    elif ax.get_autoscale_on():
        from .frame import frame_own

        frame_own(ax, places["lon"], places["lat"])


def _enter(sheet, artist, report, places, claim):
    """Enters an artist: the dots, the line between two places, or scenery."""
    count = len(places)
    if isinstance(artist, PathCollection) and len(artist.get_offsets()) == count:
        artist.set_zorder(3)
        sheet.shows(artist, sheet.marks[:count], Role.PLACE)
    elif isinstance(artist, Line2D) and count == 2 and len(artist.get_xydata()) == 2:
        line = line_mark(report, claim, *places.index)
        sheet.marks.append(line)
        sheet.shows(artist, line, Role.LINE)
        told = _written(artist.axes, _middle(places), " · ".join(line.beside) + " miles")
        sheet.shows(told, line, Role.LABEL)
    else:
        sheet.scenery(artist)


def _named(ax, row, places):
    """Annotation: the name of a place beside its dot, to the left where there is another one close
    to the right of it.
    """
    east = places["lon"] - row["lon"]
    north = places["lat"] - row["lat"]
    crowded = ((east > 0) & (east < 1.6) & (north.abs() < 0.12)).any()
    return _written(ax, (row["lon"], row["lat"]), row["name"], crowded)


def _middle(places):
    """(lon, lat) between two places."""
    return places["lon"].mean(), places["lat"].mean()


def _written(ax, at, text, to_the_left=False):
    """Annotation beside a place. at: (lon, lat)."""
    if _on_a_map(ax):
        import cartopy.crs as ccrs

        at = ax.projection.transform_point(*at, ccrs.PlateCarree())
    side = dict(xytext=(-7, 3), ha="right") if to_the_left else dict(xytext=(7, 3))
    look = dict(fontsize=SMALL, path_effects=HALO, zorder=9)  # it may lie on a border
    return ax.annotate(text, at, textcoords="offset points", **side, **look)


def countries():
    """list of shapely geometries in degrees: the outlines of the countries around Belarus."""
    from ...geo import outlines

    return list(outlines("countries_50m").values())
