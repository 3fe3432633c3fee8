"""Where the report has the ways and places of a map: along what a line runs, how far off a place
may be, and where its name stands.
"""

import pandas as pd

from ...data.folders import data_folder
from ...data.tables import read_table
from ...geo import line, path

GROUND = "training ground"  # the kind of place that is drawn as a disc


def radius(row):
    """float: metres by which a place is uncertain."""
    return 0.0 if pd.isna(row["uncertainty_km"]) else 1000 * float(row["uncertainty_km"])


def offset_of(row):
    """(dx, dy) in points from a place to its name, as places.csv gives it; None where blank."""
    given = (row["label_dx"], row["label_dy"])
    return None if any(map(pd.isna, given)) else tuple(map(float, given))


def way_of(one):
    """Array of shape (n, 2), lon and lat along a Line: the geodesic; by rail its stations; None
    where only the length of a way is on file.
    """
    if one.straight:
        return path(*one.places)
    stations = read_table(data_folder() / "reference" / "rail.csv", "rail")[0].set_index("station")
    names = [row["name"] for row in one.places]
    if one.path != "rail" or not set(names) <= set(stations.index):
        return None
    first, last = stations.loc[names, "km"]
    between = stations[stations["km"].between(min(first, last), max(first, last))]
    return between.sort_values("km", ascending=first < last)[["lon", "lat"]].to_numpy()


def way_between(report, mark):
    """The way of the mark of a line, as `way_of` gives it; None also where the report does not hold
    its places any more.
    """
    try:
        return way_of(line(report, *mark.ids))
    except KeyError:
        return None
