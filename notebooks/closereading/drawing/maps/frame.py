"""The frame of a map: its shape, its margins, its edge, and a projection made for its points."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import cartopy.crs as ccrs
import numpy as np
import shapely

from ...geo import km
from ..page import inner, is_narrow

FARTHEST = 8500  # km from the middle: beyond it no flat map shows lines and places truly
MORE = 2  # degrees of ground around a frame, so that no edge of it shows
LEAST = 60_000  # metres across: places side by side keep some country around them
# height as a share of the width: (least, most), of a map and of one on a narrow page
SHAPE = (0.5, 0.76)
NARROW_SHAPE = (0.95, 1.15)
EDGE = dict(edgecolor="#a39786", linewidth=0.8)
SMALL_REACH = 790_000  # metres from the middle of the small map of the region to its edges
# degrees around the places of a learner's own map, west to east and south to north
AROUND = (6, 2)
PAD = 0.25  # inches around the points, where no name takes more
ROUNDS = 3  # a larger frame makes the names larger on it; so often is it fitted
LONLAT = ccrs.PlateCarree()


class Window(NamedTuple):
    """A part of the earth, by its edges in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Frame:
    """crs: cartopy's projection. west, south, east, north: metres on it. per_inch: metres an inch.
    far: km from the middle of the map to its farthest point. points: those it was made for, in
    degrees; longitudes run on across 180 degrees.
    """

    crs: ccrs.Projection
    west: float
    south: float
    east: float
    north: float
    per_inch: float
    far: float
    points: shapely.MultiPoint

    def flat(self, lonlat):
        """Array of shape (n, 2), metres on the map. lonlat: the same in degrees."""
        return flat(self.crs, lonlat)

    def round(self, xy):
        """Array of shape (n, 2), lon and lat. xy: metres on the map. Longitudes run on across 180
        degrees.
        """
        x, y = np.asarray(xy, float).T
        found = LONLAT.transform_points(self.crs, x, y)[:, :2]
        return running_on(found, self.crs.proj4_params["lon_0"])

    @property
    def box(self):
        """shapely box of the frame, in metres."""
        return shapely.box(self.west, self.south, self.east, self.north)

    @property
    def tall(self):
        """Inches from its lower to its upper edge."""
        return (self.north - self.south) / self.per_inch

    def put_on(self, ax):
        """Gives a map its limits and its edge. ax: GeoAxes in the frame's projection."""
        ax.set_xlim(self.west, self.east)
        ax.set_ylim(self.south, self.north)
        ax.spines["geo"].set(**EDGE)

    @cached_property
    def window(self):
        """Window: what lies in the frame, and MORE degrees on each side."""
        across = np.linspace(self.west, self.east, 9)
        along = np.linspace(self.south, self.north, 9)
        edge = self.round(np.stack(np.meshgrid(across, along), axis=-1).reshape(-1, 2))
        return Window(*(edge.min(axis=0) - MORE), *(edge.max(axis=0) + MORE))


def frame_region(ax):
    """Gives the small map of the region its limits. ax: GeoAxes."""
    ax.set_xlim(-SMALL_REACH, SMALL_REACH)
    ax.set_ylim(-SMALL_REACH, SMALL_REACH)


def frame_own(ax, lon, lat):
    """Gives a map that a learner drew room for the countries around its places. ax: GeoAxes. lon,
    lat: Series of degrees.
    """
    across, along = AROUND
    west = lon.min() - across
    east = lon.max() + across
    ax.set_extent([west, east, lat.min() - along, lat.max() + along])


def flat(crs, lonlat):
    """Array of shape (n, 2), metres on a projection. lonlat: the same in degrees."""
    lon, lat = np.asarray(lonlat, float).T
    return crs.transform_points(LONLAT, lon, lat)[:, :2]


def projection(lonlat):
    """cartopy's projection for some points: a conic that is true at two parallels between them in
    the middle latitudes, else one of equal areas. lonlat: array of shape (n, 2).
    """
    middle = middle_of(lonlat)
    south = lonlat[:, 1].min()
    north = lonlat[:, 1].max()
    lat = (south + north) / 2
    quarter = max((north - south) / 4, 1)
    if abs(lat) - quarter <= 15:
        return ccrs.LambertAzimuthalEqualArea(middle, lat)
    cutoff = -30 if lat > 0 else 30
    return ccrs.LambertConformal(
        middle, lat, standard_parallels=(lat - quarter, lat + quarter), cutoff=cutoff
    )


def running_on(lonlat, middle):
    """Array of shape (n, 2): the same points, longitudes within 180 degrees of a middle one."""
    lon, lat = np.asarray(lonlat, float).T
    return np.column_stack([middle + (lon - middle + 180) % 360 - 180, lat])


def middle_of(lonlat):
    """float: the longitude in the middle of some points, also where they lie across 180 degrees."""
    turn = np.radians(lonlat[:, 0])
    return float(np.degrees(np.arctan2(np.sin(turn).mean(), np.cos(turn).mean())))


def frame_of(lonlat, around, boxes):
    """Frame that holds points and the names beside them. lonlat: array of shape (n, 2). around:
    metres to leave free around each. boxes: function (crs, metres an inch) -> list of shapely
    boxes that have to lie on the map.
    """
    crs = projection(lonlat)
    middle = (crs.proj4_params["lat_0"], crs.proj4_params["lon_0"])
    far = max(km(middle, (lat, lon)) for lon, lat in lonlat)
    xy = flat(crs, lonlat)
    low = xy.min(axis=0) - around
    high = xy.max(axis=0) + around
    corners = _shaped((*low, *high))
    for _ in range(ROUNDS):
        per_inch = (corners[1] - corners[0])[0] / inner()
        full = [shapely.box(*low, *high).buffer(PAD * per_inch), *boxes(crs, per_inch)]
        corners = _shaped(shapely.union_all(full).bounds)
    per_inch = (corners[1] - corners[0])[0] / inner()
    (west, south), (east, north) = corners
    points = shapely.MultiPoint(running_on(lonlat, middle[1]))
    return Frame(crs, west, south, east, north, per_inch, far, points)


def _shaped(bounds):
    """(lower left, upper right): bounds made so wide and so tall as a map should be."""
    low = np.array(bounds[:2])
    high = np.array(bounds[2:])
    size = np.maximum(high - low, LEAST)
    flattest, tallest = NARROW_SHAPE if is_narrow() else SHAPE
    size = np.maximum(size, (size[1] / tallest, size[0] * flattest))
    return (low + high - size) / 2, (low + high + size) / 2
