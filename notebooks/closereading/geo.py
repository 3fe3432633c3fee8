"""Distances on the earth, and the lines by which a report's claims of distance are measured.

pyproj and shapely are imported where they are used: most lessons measure nothing.
"""

import json
import math
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from .data.folders import data_folder
from .data.reference import gazetteer
from .reading.given import looked_at
from .reading.text import Problem

KM = {"miles": 1.609344, "kilometres": 1.0, "nautical miles": 1.852, "metres": 0.001}
SPELLINGS = {  # of a unit as reports print it: the unit we measure in, and how many of it one is
    "mile": ("miles", 1),
    "miles": ("miles", 1),
    "mi": ("miles", 1),
    "km": ("kilometres", 1),
    "kilometre": ("kilometres", 1),
    "kilometres": ("kilometres", 1),
    "kilometer": ("kilometres", 1),
    "kilometers": ("kilometres", 1),
    "metre": ("metres", 1),
    "metres": ("metres", 1),
    "meter": ("metres", 1),
    "meters": ("metres", 1),
    "m": ("metres", 1),
    "feet": ("metres", 0.3048),
    "foot": ("metres", 0.3048),
    "ft": ("metres", 0.3048),
    "yard": ("metres", 0.9144),
    "yards": ("metres", 0.9144),
    "nautical mile": ("nautical miles", 1),
    "nautical miles": ("nautical miles", 1),
    "nmi": ("nautical miles", 1),
}
TRY = "Try a town of the region, or a capital."
AREAS = {"border", "crimea", "donbas", "frontier", "oblast", "region"}
SCALES = ("10m", "50m", "110m")


@cache
def earth():
    """pyproj's Geod of the WGS 84 ellipsoid, on which every line is measured."""
    from pyproj import Geod

    return Geod(ellps="WGS84")


def point(place):
    """(lat, lon) in degrees. place: a row with lat and lon, or such a pair. Raises Problem for
    what is no point of the earth.
    """
    pair = (place["lat"], place["lon"]) if hasattr(place, "keys") else place
    try:
        lat, lon = (float(value) for value in pair)
    except (TypeError, ValueError):
        raise Problem(
            f"“{place}” is no point: two numbers are wanted, degrees north and degrees east."
        ) from None
    if not -90 <= lat <= 90:
        exchanged = abs(lat) <= 180 and abs(lon) <= 90
        asked = " Were latitude and longitude exchanged?" if exchanged else ""
        raise Problem(f"{lat:g} is no latitude: it runs from −90 to 90.{asked}")
    if not -180 <= lon <= 180:
        raise Problem(f"{lon:g} is no longitude: it runs from −180 to 180.")
    return lat, lon


def km(a, b):
    """Kilometres of the shortest line between two places on the WGS 84 ellipsoid. a, b: as `point`
    takes them.
    """
    (lat_a, lon_a) = point(a)
    (lat_b, lon_b) = point(b)
    return earth().inv(lon_a, lat_a, lon_b, lat_b)[2] / 1000


def path(a, b, points=100):
    """Array of shape (points, 2), lon and lat: the shortest line from a to b, in equal steps."""
    (lat_a, lon_a) = point(a)
    (lat_b, lon_b) = point(b)
    between = earth().npts(lon_a, lat_a, lon_b, lat_b, points - 2)
    return np.array([(lon_a, lat_a), *between, (lon_b, lat_b)])


@cache
def outlines(layer):
    """dict of name -> shapely geometry in lon and lat, from data/geography/<layer>.geojson."""
    from shapely.geometry import shape

    text = (data_folder() / "geography" / f"{layer}.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    return {f["properties"]["name"]: shape(f["geometry"]) for f in features}


@looked_at
def nearest(country, place, scale="10m"):
    """(km, (lat, lon)): the nearest point of a country's outline, anywhere on its segments. scale:
    "10m", "50m" or "110m", that is one to so many million. The outlines end at 18 and 46 degrees
    east, 43 and 60 north. Raises Problem for another scale, a country without outline, no point.
    """
    import shapely
    from pyproj import Proj

    if scale not in SCALES:
        raise Problem(f"There is no outline “{scale}”; the scales are 10m, 50m and 110m.")
    known = outlines(f"countries_{scale}")
    if not isinstance(country, str) or country not in known:
        raise Problem(f"There is no outline of “{country}”; there are {', '.join(sorted(known))}.")
    lat, lon = point(place)
    # on this map distances from its centre are true
    flat = Proj(proj="aeqd", ellps="WGS84", lat_0=lat, lon_0=lon)
    dense = shapely.segmentize(known[country].boundary, 0.02)
    edge = shapely.transform(dense, lambda lonlat: np.column_stack(flat(*lonlat.T)))
    line = shapely.shortest_line(shapely.Point(0, 0), edge)
    x, y = shapely.get_coordinates(line)[1]
    lon, lat = flat(x, y, inverse=True)
    return km(place, (lat, lon)), (lat, lon)


def find_place(report, name):
    """str: the id of the place with this name or spelling, in the report's places or else the
    gazetteer. Raises Problem where there is none.
    """
    wanted = _folded(name)
    known = _spellings(report)
    if wanted in known:
        return known[wanted]
    countries = {_folded(country) for country in gazetteer()["country"]}
    if {*wanted.split()} & AREAS or wanted in countries:
        raise Problem(
            f"“{name}” is an area, not a point: type a town in it, or measure from its nearest"
            " border, as exercise 3 does."
        )
    near = [spelling.title() for spelling in get_close_matches(wanted, known, 3, 0.8)]
    asked = f"Did you mean {' or '.join(near)}?" if near else TRY
    raise Problem(f"“{name}” is on no list here. {asked}")


def _folded(text):
    return " ".join(str(text).casefold().split())


def _spellings(report):
    """dict from every spelling of a place, folded, to its id; the report's own go first."""
    known = {}
    for table in (gazetteer(), report.places[report.places["of"] == ""]):
        for column in ("also", "name"):
            for key, names in table[column].items():
                known |= {_folded(name): key for name in names.split(";") if name}
    return known


class Span(NamedTuple):
    """The least and the most that a length may be."""

    low: float
    high: float


@dataclass(frozen=True)
class Line:
    """One measured line. claim, start, end, route: ids; start and end may be of the gazetteer, and
    route is "" for a line that is not on file. path: "straight", "rail" … places: the rows of both
    ends. low, high: kilometres, as far apart as the places are uncertain, or as the file has them.
    """

    claim: str
    start: str
    end: str
    route: str
    path: str
    places: tuple
    low: float
    high: float

    def span(self, unit):
        """Span in a unit of KM, rounded outwards to tenths."""
        low = 10 * self.low / KM[unit]
        high = 10 * self.high / KM[unit]
        return Span(math.floor(low) / 10, math.ceil(high) / 10)

    @property
    def straight(self):
        """Whether it is the shortest line, whose length is computed."""
        return self.path == "straight"


def place(report, key):
    """The row of a place, of the report or else of the gazetteer. Raises KeyError."""
    return report.places.loc[key] if key in report.places.index else gazetteer().loc[key]


def line(report, claim, start, end, route=""):
    """Line: measured between two places; or, where a route is named that is not straight, as long
    as the file says. Raises KeyError for an id that is gone.
    """
    ends = (place(report, start), place(report, end))
    path = report.routes.loc[route, "path"] if route else "straight"
    if path != "straight":
        low, high = report.routes.loc[route, ["km_low", "km_high"]]
        return Line(claim, start, end, route, path, ends, float(low), float(high))
    off = uncertainty(ends)
    length = km(*ends)
    return Line(claim, start, end, route, path, ends, length - off, length + off)


def uncertainty(places):
    """Kilometres by which a line between these places may be too long or too short."""
    return float(sum(row["uncertainty_km"] for row in places if pd.notna(row["uncertainty_km"])))


def lines(report, claim, paths=("straight",), besides=()):
    """list of Line, shortest first: those on file for a claim, by these paths, and straight ones
    besides, (start, end) each.
    """
    rows = report.routes[report.routes["claim"] == claim]
    made = [
        line(report, claim, row["from"], row["to"], key)
        for key, row in rows[rows["path"].isin(paths)].iterrows()
    ]
    made += [line(report, claim, start, end) for start, end in besides]
    return sorted(made, key=lambda one: one.low + one.high)


def said(low, high):
    """str: "205" where both ends lie within 7, else "205–224"."""
    return f"{(low + high) / 2:,.0f}" if high - low <= 7 else f"{low:,.0f}–{high:,.0f}"


def position(row):
    """str: where a place stands, as people write it, how far off it may be, and who says so."""
    return f"{_degrees(row)}; {row['source']}"


def _degrees(row):
    north = "N" if row["lat"] >= 0 else "S"
    east = "E" if row["lon"] >= 0 else "W"
    off = "" if pd.isna(row["uncertainty_km"]) else f" ± {row['uncertainty_km']:g} km"
    return f"{abs(row['lat']):g}° {north} {abs(row['lon']):g}° {east}{off}"


def unit_of(report, claim):
    """(unit of KM, factor): what the number in a claim is measured in, and how many of it one of
    the printed unit is; miles, where no number of the claim has a unit of length.
    """
    printed = report.numbers.loc[report.numbers["from"] == claim, "unit"]
    known = (SPELLINGS.get(unit.strip().casefold()) for unit in printed)
    return next(filter(None, known), ("miles", 1))


def band(report, claim):
    """Interval in the unit of `unit_of`: the usual reading of the number that stands in a claim."""
    usual = report.interval(report.numbers.index[report.numbers["from"] == claim][0], "usual")
    factor = unit_of(report, claim)[1]
    return replace(usual, low=usual.low * factor, high=usual.high * factor)


def verdict(span, least, most):
    """ "in", "out" or "undecided": whether all of a span, none of it or a part of it lies in the
    band from least to most. span: whatever has a low and a high end.
    """
    if least <= span.low and span.high <= most:
        return "in"
    return "out" if span.high < least or span.low > most else "undecided"


def misplaced(report):
    """list of str: places more than a degree outside the country they are said to be in; often a
    pair that was exchanged.
    """
    from shapely import Point

    shapes = outlines("eurasia_110m")
    found = []
    for key, row in report.places.iterrows():
        country = shapes.get(row["country"])
        if country is not None and country.distance(Point(row["lon"], row["lat"])) > 1:
            found.append(
                f"{row['name']} ({key}) stands at {_degrees(row)}, far outside {row['country']}."
                " Were latitude and longitude exchanged?"
            )
    return found
