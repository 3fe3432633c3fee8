"""Distances on the earth, and the lines by which a report's claims of distance are measured."""

import json
import math
from difflib import get_close_matches
from functools import cache

import numpy as np
import pandas as pd
import shapely
from pyproj import Geod, Proj

from .data.folders import data_folder
from .data.report import MARK_COLUMNS, gazetteer
from .reading.text import Problem

EARTH = Geod(ellps="WGS84")
KM = {"miles": 1.609344, "kilometres": 1.0}
AREAS = {"border", "crimea", "donbas", "frontier", "oblast", "region"}


def point(place):
    """(lat, lon) in degrees. place: a row with lat and lon, or such a pair. Raises Problem for
    what is no point of the earth.
    """
    try:
        lat, lon = (
            float(v) for v in ((place["lat"], place["lon"]) if hasattr(place, "keys") else place)
        )
    except (TypeError, ValueError, KeyError):
        raise Problem(
            f"“{place}” is no point: two numbers are wanted, degrees north and degrees east."
        ) from None
    for value, name, most in ((lat, "latitude", 90), (lon, "longitude", 180)):
        if not -most <= value <= most:
            exchanged = (
                " Were latitude and longitude exchanged?"
                if name == "latitude" and abs(value) <= 180 and abs(lon) <= 90
                else ""
            )
            raise Problem(f"{value:g} is no {name}: it runs from −{most} to {most}.{exchanged}")
    return lat, lon


def km(a, b):
    """Kilometres of the shortest line between two places on the WGS 84 ellipsoid. a, b: as `point`
    takes them.
    """
    (lat_a, lon_a), (lat_b, lon_b) = point(a), point(b)
    return EARTH.inv(lon_a, lat_a, lon_b, lat_b)[2] / 1000


def path(a, b, points=100):
    """Array of shape (points, 2), lon and lat: the shortest line from a to b, in equal steps."""
    (lat_a, lon_a), (lat_b, lon_b) = point(a), point(b)
    return np.array(
        [(lon_a, lat_a), *EARTH.npts(lon_a, lat_a, lon_b, lat_b, points - 2), (lon_b, lat_b)]
    )


@cache
def outlines(layer):
    """dict of name -> shapely geometry in lon and lat, from data/geography/<layer>.geojson."""
    path = data_folder() / "geography" / f"{layer}.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {f["properties"]["name"]: shapely.geometry.shape(f["geometry"]) for f in features}


def nearest(country, place, scale="10m"):
    """(km, (lat, lon)): the nearest point of a country's outline, anywhere on its segments. scale:
    "10m", "50m" or "110m", that is
    one to so many million. The outlines end at 18 and 46 degrees east, 43 and 60 north.
    """
    if scale not in ("10m", "50m", "110m"):
        raise Problem(f"There is no outline “{scale}”; the scales are 10m, 50m and 110m.")
    known = outlines(f"countries_{scale}")
    if country not in known:
        raise Problem(f"There is no outline of “{country}”; there are {', '.join(sorted(known))}.")
    lat, lon = point(place)
    flat = Proj(
        proj="aeqd", ellps="WGS84", lat_0=lat, lon_0=lon
    )  # on this map distances from its centre are true
    edge = shapely.transform(
        shapely.segmentize(known[country].boundary, 0.02), lambda c: np.column_stack(flat(*c.T))
    )
    x, y = shapely.get_coordinates(shapely.shortest_line(shapely.Point(0, 0), edge))[1]
    lon, lat = flat(x, y, inverse=True)
    return km(place, (lat, lon)), (lat, lon)


def find_place(report, name):
    """str: the id of the place with this name or spelling, in the report's places or else the
    gazetteer. Raises Problem where there is none.
    """
    fold, known = lambda text: " ".join(str(text).casefold().split()), {}
    for table in (gazetteer(), report.places[report.places["of"] == ""]):
        known |= {
            fold(n): key
            for column in ("also", "name")
            for key, names in table[column].items()
            for n in names.split(";")
            if n
        }
    if fold(name) not in known:
        if {*fold(name).split()} & AREAS or fold(name) in {*map(fold, gazetteer()["country"])}:
            raise Problem(
                f"“{name}” is an area, not a point: type a town in it, or measure from its nearest"
                " border, as exercise 3 does."
            )
        near = get_close_matches(fold(name), known, 3, 0.8)
        raise Problem(
            f"“{name}” is on no list here."
            + (
                f" Did you mean {' or '.join(n.title() for n in near)}?"
                if near
                else " Try a town of the region, or a capital."
            )
        )
    return known[fold(name)]


def ends_of(report, ids):
    """[row, row]: the two places of a line, of the report or else of the gazetteer. ids: (claim,
    start, end …). Raises KeyError.
    """
    return [
        report.places.loc[k] if k in report.places.index else gazetteer().loc[k] for k in ids[1:3]
    ]


def line(report, claim, start, end, route="", unit="miles"):
    """dict with MARK_COLUMNS: one measured line. claim, start, end, route: ids; start and end may
    be of the gazetteer. Without a route it is straight, and its ends are as far apart as the
    uncertainty of both places. Raises KeyError for an id that is gone.
    """
    row, places = report.claims.loc[claim], ends_of(report, (claim, start, end))
    names, others = (
        [p["name"] for p in places],
        report.routes.loc[report.routes["claim"] == claim, "to"],
    )
    label = names[0] if set(others) <= {end} else "–".join(names)
    off = sum(p["uncertainty_km"] for p in places if pd.notna(p["uncertainty_km"]))
    words, where = (
        [row["quote"], *names],
        [
            f"paragraph {row['paragraph']}, {row['who']}",
            *map(_position, places),
        ],
    )
    if route:
        by = report.routes.loc[route]
        low, high, reading, label = (
            by["km_low"],
            by["km_high"],
            f"length by {by['path']}, as on file",
            f"{label} by {by['path']}",
        )
        words, where = [*words, f"{low:,g} to {high:,g} km by {by['path']}"], [*where, by["source"]]
    else:
        low, high = km(*places) - off, km(*places) + off
        reading = "straight line on the WGS 84 ellipsoid" + (
            f", give or take {off:g} km for the places themselves" if off else ""
        )
    low, high = (
        math.floor(10 * low / KM[unit]) / 10,
        math.ceil(10 * high / KM[unit]) / 10,
    )  # rounded outwards
    return dict(
        zip(
            MARK_COLUMNS,
            (
                route or f"{start}-{end}",
                f"{label} {said(low, high)}",
                low,
                high,
                unit,
                (claim, start, end, *[route] * bool(route)),
                tuple(words),
                tuple(where),
                "added up, not measured" if route else "measured by us",
                reading,
                "",
            ),
        )
    )


def lines(report, claim, unit="miles", paths=("straight",), besides=()):
    """DataFrame of marks, shortest first: the lines on file for a claim, by these paths, and
    straight ones besides, (start, end) each.
    """
    rows = report.routes[(report.routes["claim"] == claim) & report.routes["path"].isin(paths)]
    made = [
        line(report, claim, r["from"], r["to"], "" if r["path"] == "straight" else key, unit)
        for key, r in rows.iterrows()
    ]
    made += [line(report, claim, start, end, unit=unit) for start, end in besides]
    return pd.DataFrame(sorted(made, key=lambda m: m["low"] + m["high"]), columns=MARK_COLUMNS)


def said(low, high):
    """str: "205" where both ends lie within 7, else "205–224"."""
    return f"{(low + high) / 2:,.0f}" if high - low <= 7 else f"{low:,.0f}–{high:,.0f}"


def _position(row):
    way = (
        f"{abs(row['lat']):g}° {'N' if row['lat'] >= 0 else 'S'} {abs(row['lon']):g}°"
        f" {'E' if row['lon'] >= 0 else 'W'}"
    )
    return (
        way
        + ("" if pd.isna(row["uncertainty_km"]) else f" ± {row['uncertainty_km']:g} km")
        + f"; {row['source']}"
    )


def band(report, claim):
    """Interval: the usual reading of the number that stands in a claim."""
    return report.interval(report.numbers.index[report.numbers["from"] == claim][0], "usual")


def verdict(mark, low, high):
    """ "in", "out" or "undecided": whether a mark's whole range, none of it or a part of it lies in
    the band from low to high.
    """
    if low <= mark.low and mark.high <= high:
        return "in"
    return "out" if mark.high < low or mark.low > high else "undecided"


def misplaced(report):
    """list of str: places more than a degree outside the country they are said to be in; often a
    pair that was exchanged.
    """
    shapes = outlines("eurasia_110m")
    return [
        f"{row['name']} ({key}) stands at {_position(row).split(';')[0]}, far outside"
        f" {row['country']}. Were latitude and longitude exchanged?"
        for key, row in report.places.iterrows()
        if row["country"] in shapes
        and shapes[row["country"]].distance(shapely.Point(row["lon"], row["lat"])) > 1
    ]
