"""What numbers the words of a report allow: printed ends, open ends, and readings of words that print no figure."""
import csv
import math
from dataclasses import dataclass
from pathlib import Path

READINGS = Path(__file__).parents[2] / "data" / "reference" / "readings.csv"
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


@dataclass(frozen=True)
class Interval:
    """low, high: float, NaN where that end is open (nothing is printed). basis: how we read it, as a sentence fragment.

    soft: "" where the ends are printed; else the words come without ends, and this says whose reading they are.
    """
    low: float
    high: float
    soft: str = ""
    basis: str = "as printed"


def read(hedge, low, high, reading="usual"):
    """Interval of one printed quantity. hedge: str as printed; low, high: float as printed, NaN where blank.

    An end that is not printed stays open; nothing is put in the middle. “About” is read as rounding: half a unit of the
    last place that is not zero. “A few …” is read from data/reference/readings.csv, under `reading` (logical, usual, wide).
    Raises KeyError for a reading that is not listed.
    """
    words = hedge.lower()
    if math.isnan(low) and math.isnan(high):
        known = {row["reading"]: row for row in _table() if row["words"] in words}
        if reading not in {row["reading"] for row in _table()}:
            raise KeyError(reading)
        if not known:
            return Interval(low, high, "no reading", "words without a figure, and no reading of them on file")
        times = math.prod(n for word, n in _TIMES.items() if word in words)
        low, high = (float(known[reading][end]) * times for end in ("low", "high"))
        allowed = f"the words allow {float(known['logical']['low']) * times:,g} to {float(known['logical']['high']) * times:,g}"
        return Interval(low, high, f"our reading: {low:,g} to {high:,g}; {allowed}", f"{reading} reading, ours: {known[reading]['basis']}; {allowed}")
    if low == high and "about" in words:
        half = _last_place(low) / 2
        return Interval(low - half, low + half, f"our reading: {low - half:,g} to {low + half:,g}", f"“{hedge}” read as rounding, to within {half:,g}; the reading is ours")
    if math.isnan(high):
        return Interval(low, high, basis="lower end as printed; above it nothing is printed")
    if math.isnan(low):
        return Interval(low, high, basis="upper end as printed; below it nothing is printed")
    return Interval(low, high, basis="as printed" if low == high else "both ends as printed")


def _last_place(x):
    """The unit of the last digit that is not zero: 200 -> 100, 41,000 -> 1,000, 14 -> 1."""
    unit = 1
    while x and x % (unit * 10) == 0:
        unit *= 10
    return unit


def _table():
    with READINGS.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))
