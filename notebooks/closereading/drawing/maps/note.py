"""The note below a map: what its lines, discs and borders mean, and where its places come from."""

import pandas as pd
import shapely

from .ground import REGION, hatched
from .ways import GROUND

LINES = "The lines measure; they are nobody’s route."
DISCS = "A disc is as large as we judge its place to be uncertain."
NO_OUTLINES = "No outlines come with this region."
OUTLINES = "Outlines: Natural Earth"
ORIGINS = ("GeoNames (CC BY 4.0)", "airportsdata (MIT)", "our own knowledge")
# so long it stood so
FIRST = pd.Timestamp("2014-03-27")
LAST = pd.Timestamp("2022-02-23")
BORDERS = "Borders as affirmed by the UN General Assembly"
CRIMEA = (
    "Hatched: Crimea, Ukraine’s by UNGA 68/262, occupied by Russia since 2014. Since 2014 parts of"
    " the Donetsk and Luhansk regions were not under Ukrainian government control either; they are"
    " not marked."
)
SINCE = "What Russia has occupied since 24 February 2022 is not marked either."


def note_below(scene, measured=True):
    """str: the sentences that hold for a Scene. measured: whether its lines are drawn."""
    grounds = any(row["kind"] == GROUND for row in scene.places.rows)
    return " ".join(
        filter(
            None,
            [
                LINES if measured else "",
                DISCS if grounds else "",
                _outlines(scene),
                _origins(scene),
            ],
        )
    )


def _outlines(scene):
    """str: what the borders are; and what is hatched, where that can be seen."""
    frame = scene.frame
    layer = scene.layer
    if not layer:
        return NO_OUTLINES
    seen = layer == "countries_10m"  # then the small map has it
    if seen or hatched(layer, frame.crs, frame.window).intersects(frame.box):
        published = scene.report.published
        if published is not None and FIRST <= published <= LAST:
            day = f"{published.day} {published:%B %Y}"
            return f"{BORDERS}; state of {day}. {CRIMEA} {OUTLINES}."
        return f"{BORDERS}. {CRIMEA} {SINCE} {OUTLINES}."
    if shapely.box(*frame.window).intersects(shapely.box(*REGION)):
        return f"{BORDERS}. {OUTLINES}, coarse."
    return f"{OUTLINES}, coarse."


def _origins(scene):
    """str: where the positions of the places come from."""
    if scene.report.about.get("invented"):
        return "The places are invented."
    said = " ".join(row["source"] for row in scene.places.rows)
    origins = [origin for origin in ORIGINS if origin.split(" (")[0] in said]
    return f"Places: {', '.join(origins) or 'as the words behind the marks say'}."
