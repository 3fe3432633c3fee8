"""The note below a map: what its lines, discs and borders mean, and where its places come from."""

import pandas as pd
import shapely

from .ground import REGION

LINES = "The lines measure; they are nobody’s route."
DISCS = "A disc is as large as the ground’s place is uncertain."
OUTLINES = "Outlines: Natural Earth"
ORIGINS = ("GeoNames (CC BY 4.0)", "airportsdata (MIT)", "our own knowledge")
DAY = pd.Timestamp("2022-02-10")
BORDERS = "Borders as affirmed by the UN General Assembly; state of 10 February 2022."
CRIMEA = (
    "Hatched: Crimea, Ukraine’s by UNGA 68/262, occupied by Russia since 2014. Since 2014 parts of"
    " the Donetsk and Luhansk regions were not under Ukrainian government control either; they are"
    " not marked."
)
SINCE = "What Russia has occupied since 24 February 2022 is not marked."


def note_below(scene):
    """str: the sentences that hold for a Scene."""
    grounds = any(row["kind"] == "training ground" for row in scene.places.values())
    return " ".join(filter(None, [LINES, DISCS * grounds, _outlines(scene), _origins(scene)]))


def _outlines(scene):
    """str: what the borders are, and what is hatched."""
    if not scene.layer:
        return "No outlines come with this region."
    window = shapely.box(*scene.frame.window)
    if not window.intersects(shapely.box(*REGION)):
        return f"{OUTLINES}, coarse."
    return f"{BORDERS} {CRIMEA} {OUTLINES}."


def _origins(scene):
    """str: where the positions of the places come from."""
    if scene.report.about.get("invented"):
        return "The places are invented."
    said = " ".join(row["source"] for row in scene.places.values())
    origins = [origin for origin in ORIGINS if origin.split(" (")[0] in said]
    return f"Places: {', '.join([*origins, 'each'])} as the words below say."
