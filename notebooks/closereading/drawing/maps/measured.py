"""The marks of a map: a measured line, a place, and a band of what is let pass."""

from functools import partial

import pandas as pd

from ...geo import band, line, place, position, said, uncertainty
from ...marks import Evidence, Mark, Row, on_card
from ...reading.interval import Interval
from ...reading.numerals import written


def line_mark(report, claim, start, end, route="", unit="miles"):
    """Mark of one measured line. claim, start, end, route: ids, as `geo.line` takes them. Its ends
    are as far apart as both places are uncertain. Raises KeyError for an id that is gone.
    """
    one = line(report, claim, start, end, route)
    low, high = one.span(unit)
    name = name_of(report, one)
    label = f"{name} {said(low, high)}"
    row = report.claims.loc[claim]
    claimed = Evidence(
        row["quote"], f"paragraph {row['paragraph']}, {row['who']}", Row("claims", claim)
    )
    ends = [
        Evidence(spot["name"], position(spot), Row("places", key))
        for key, spot in zip((start, end), one.places)
    ]
    return Mark(
        row=row_of(one),
        label=label,
        who="measured by us" if one.straight else "added up, not measured",
        value=Interval(low, high, basis=_how(one)),
        unit=unit,
        evidence=(claimed, *ends, *_on_file(report, one)),
        again=partial(line_mark, claim=claim, start=start, end=end, route=route, unit=unit),
        beside=(name, said(low, high)),
    )


def name_of(report, one):
    """str: a line by its start, where all lines of its claim have one end; else by both; and by
    its path, where that is not straight.
    """
    others = report.routes.loc[report.routes["claim"] == one.claim, "to"]
    start, end = (spot["name"] for spot in one.places)
    name = start if set(others) <= {one.end} else f"{start}–{end}"
    return name if one.straight else f"{name} by {one.path}"


def row_of(one):
    """Row of a Line: that of the file, or its two places where it stands in none."""
    return Row("routes", one.route) if one.route else Row("lines", (one.start, one.end))


def _how(one):
    """str: how the length was got."""
    if not one.straight:
        return f"length by {one.path}, as on file"
    off = uncertainty(one.places)
    more = f", give or take {off:g} km for the places themselves" if off else ""
    return f"straight line on the WGS 84 ellipsoid{more}"


def _on_file(report, one):
    """The evidence for a length that was not computed."""
    if one.straight:
        return
    row = report.routes.loc[one.route]
    words = f"{row['km_low']:,g} to {row['km_high']:,g} km by {one.path}"
    yield Evidence(words, row["source"], Row("routes", one.route))


def place_mark(report, key):
    """Mark of one place, of the report or else of the gazetteer. Its value is how far the point may
    lie from what is meant, in kilometres. Raises KeyError for an id that is gone.
    """
    row = place(report, key)
    off = 0.0 if pd.isna(row["uncertainty_km"]) else float(row["uncertainty_km"])
    basis = "how far the point may lie from what is meant" if off else "one point is meant"
    return Mark(
        row=Row("places", key),
        label=row["name"],
        who="placed by us",
        value=Interval(0, off, basis=basis),
        unit="km",
        evidence=(Evidence(row["name"], position(row), Row("places", key)), *_named(report, row)),
        again=partial(place_mark, key=key),
        beside=(row["name"],),
    )


def _named(report, row):
    """The evidence that somebody names the place: a claim of the report, or a source card."""
    key = row["named_in"]
    if key in report.claims.index:
        claim = report.claims.loc[key]
        where = f"paragraph {claim['paragraph']}, {claim['who']}"
        yield Evidence(claim["quote"], where, Row("claims", key))
    elif key in report.sources.index:
        says = report.sources.loc[key, "says"]
        yield on_card(report, key, says, report.source_card(key))


def chosen_band(report, claim, low, high, unit):
    """Mark of what a reader lets pass as the words of a claim: from low to high, in a unit."""
    label = f"“{report.claims.loc[claim, 'quote']}” as {written(low)} to {written(high)}"
    basis = "the band that was chosen here: a reading of these words"
    again = partial(chosen_band, claim=claim, low=low, high=high, unit=unit)
    return _band(report, claim, Interval(low, high, basis=basis), unit, label, again)


def usual_band(report, claim, unit):
    """Mark of the usual reading of the words of a claim, where they print a unit of length."""
    value = band(report, claim)
    label = f"our reading: {written(value.low)} to {written(value.high)}"
    return _band(
        report, claim, value, unit, label, partial(usual_band, claim=claim, unit=unit), "usual"
    )


def _band(report, claim, value, unit, label, again, kind="chosen"):
    row = report.claims.loc[claim]
    told = Evidence(row["quote"], f"paragraph {row['paragraph']}", Row("claims", claim))
    return Mark(
        row=Row("bands", (kind, claim)),
        label=label,
        who=row["who"],
        value=value,
        unit=unit,
        evidence=(told,),
        again=again,
        beside=(label,),
    )
