"""The ground of a map: sea, land, borders, waters, meridians. All of it is scenery; nothing here is
measured.
"""

import math
from functools import lru_cache, partial

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.ticker import NullLocator

from ...geo import outlines
from .frame import MORE, Window, flat

SEA = "#dfe9ee"
LAND = "#f6f2ea"
BORDER = "#a39786"
WATER = "#8fb3c4"
PAPER = "#eeeeea"  # where it is not known what is land and what is sea
NET = "#8a94a0"
HATCH = "#5d554b"
REGION = Window(18, 43, 46, 60)  # of the fine outlines
COARSE = Window(-12, 20, 180, 90)  # of the coarse ones
STEPS = (1, 2, 5, 10, 20, 40)  # degrees between meridians
LOOKS = {
    "rivers": dict(facecolor="none", edgecolor=WATER, linewidth=0.9),
    "lakes": dict(facecolor=SEA, edgecolor=WATER, linewidth=0.4),
}


def layer_of(frame):
    """str: the layer of outlines for a frame: fine ones where they reach, else coarse ones of
    Eurasia; "" where no outlines come with the region.
    """
    if shapely.box(*REGION).contains(shapely.box(*frame.window).buffer(-MORE)):
        return "countries_10m"
    return "eurasia_110m" if shapely.box(*COARSE).contains(frame.points) else ""


def shapes(layer, crs, window):
    """dict of name -> shapely geometry in metres on a projection: what lies in a window of
    degrees.
    """
    return _shapes(layer, crs, tuple(round(float(edge), 6) for edge in window))


@lru_cache(maxsize=32)
def _shapes(layer, crs, window):
    found = {}
    for name, shape in outlines(layer).items():
        inside = shapely.clip_by_rect(shape, *window)
        if not inside.is_empty:
            dense = shapely.segmentize(inside, 2)  # or the cut would run straight on the map
            found[name] = shapely.transform(dense, partial(flat, crs))
    return found


def hatched(layer, crs, window):
    """shapely geometry in metres: Crimea, as far as a layer of outlines has it."""
    land = shapes(layer, crs, window).get("Ukraine", shapely.Polygon())
    crimea = shapes("crimea", crs, window).values()
    return shapely.intersection(land, shapely.union_all(list(crimea)))


def draw_ground(sheet, ax, frame, layer):
    """Land, waters, and the net of meridians and parallels."""
    frame.put_on(ax)
    ax.set_facecolor(PAPER)
    without_ticks(ax)
    if layer:
        draw_land(sheet, ax, frame.crs, frame.window, layer)
    if layer == "countries_10m":
        for waters, look in LOOKS.items():
            found = shapes(waters, frame.crs, frame.window).values()
            sheet.scenery(_filled(ax, found, frame.crs, **look))
    draw_net(sheet, ax, frame)


def without_ticks(ax):
    """Takes the ticks off a map: they would be hidden, and made all the same."""
    ax.xaxis.set_major_locator(NullLocator())
    ax.yaxis.set_major_locator(NullLocator())


def draw_land(sheet, ax, crs, window, layer):
    """Sea, countries with their borders, and the hatch on Crimea."""
    ax.set_facecolor(SEA)
    found = dict(shapes(layer, crs, window))
    other = found.pop("other land", shapely.Polygon())
    sheet.scenery(
        _filled(ax, [other], crs, facecolor=LAND, edgecolor="none"),
        _filled(ax, found.values(), crs, facecolor=LAND, edgecolor=BORDER, linewidth=0.7),
    )
    crimea = hatched(layer, crs, window)
    if not crimea.is_empty:
        look = dict(facecolor="none", edgecolor=HATCH, linewidth=0, hatch="///////")
        sheet.scenery(_filled(ax, [crimea], crs, **look))


def _filled(ax, geometries, crs, **look):
    """The artist that draws these geometries, which are in metres on the map already."""
    return ax.add_geometries(list(geometries), crs, zorder=2, **look)


def draw_net(sheet, ax, frame):
    """Meridians and parallels in round degrees; cartopy's own gridlines take ten times as long."""
    seen = frame.window
    step = next(s for s in STEPS if (seen.north - seen.south - 2 * MORE) / s < 6)
    along = np.linspace(max(seen.south, -89), min(seen.north, 89), 60)
    across = np.linspace(seen.west, seen.east, 90)
    meridians = [
        np.column_stack([np.full(60, lon), along]) for lon in _round(seen.west, seen.east, step)
    ]
    parallels = [
        np.column_stack([across, np.full(90, lat)]) for lat in _round(seen.south, seen.north, step)
    ]
    lines = [frame.flat(line) for line in meridians + parallels]
    net = LineCollection(lines, color=NET, alpha=0.45, linewidth=0.5, zorder=3)
    sheet.scenery(ax.add_collection(net, autolim=False))


def _round(low, high, step):
    """Array of the multiples of a step from low to high."""
    return np.arange(math.ceil(low / step) * step, high, step)
