"""Maps of a report's distances, each with a strip of the same lines below it. cartopy is imported
when the first map is drawn.
"""

import math
from numbers import Real

from ...geo import KM
from ...reading.interval import Interval
from ...reading.text import Problem
from ..sheet import Sheet
from ..style import our_style


@our_style()
def distances(
    report,
    claim=None,
    band=(None, None),
    unit="",
    paths=("straight",),
    besides=(),
    title="",
    name="distances",
):
    """Sheet: the lines by which a claim of distance is measured, on a map, and the same lines in a
    strip, shortest first. claim: its id; default the first that has lines on file. band: (low,
    high) in `unit`, what to let pass, or an Interval. unit: one of geo.KM, default the printed one.
    paths: which of the lines, "straight", "rail" … besides: further straight lines, (start, end).
    What cannot be drawn is said in a sentence. Raises Problem for a band that is none.
    """
    try:
        from .scene import Scene
    except ModuleNotFoundError as lost:  # in a browser, where it is not among the packages
        return Sheet(None, says=f"No map can be drawn: this Python has no {lost.name}.", name=name)

    band = _ends(band)
    if unit not in ("", *KM):
        raise Problem(f"“{unit}” is no unit of these maps; they have {', '.join(KM)}.")
    claim = claim or next(iter(report.routes["claim"]), None)
    scene = Scene(report, claim, unit, [paths] if isinstance(paths, str) else paths, besides)
    if scene.trouble:
        return Sheet(None, says=scene.trouble, name=name)
    sheet = scene.still(title or scene.finding(band), band, band[1] if band else 0)
    scene.moving(sheet, band)
    sheet.says = scene.says(band)
    sheet.name = name
    return sheet


def _ends(band):
    """(low, high) of a band, or None where it has no end. Raises Problem for what is no band."""
    ends = (band.low, band.high) if isinstance(band, Interval) else band
    pair = isinstance(ends, (tuple, list)) and len(ends) == 2
    if pair and all(end is None for end in ends):
        return None
    if not pair or not all(_is_finite(end) for end in ends) or ends[0] > ends[1]:
        raise Problem(
            "A band has two ends that are numbers, the low one first, such as (187, 213); this is"
            f" {band}."
        )
    return tuple(ends)


def _is_finite(end):
    """bool: whether an end of a band is a number."""
    return isinstance(end, Real) and not isinstance(end, bool) and math.isfinite(end)


@our_style()
def unmeasured(report, claim=None, title="", name="unmeasured"):
    """Sheet: the places of a claim of distance on a map with a scale, and no line between them, so
    that a reader measures. claim: as `distances` takes it.
    """
    from .scene import Scene

    scene = Scene(report, claim or next(iter(report.routes["claim"]), None))
    if scene.trouble:
        return Sheet(None, says=scene.trouble, name=name)
    sheet = scene.unmeasured(title)
    sheet.says = "The places, and a scale to measure with."
    sheet.name = name
    return sheet
