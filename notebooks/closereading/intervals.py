"""What numbers the words of a report allow: printed ends, open ends, and readings of words that print no figure."""
import csv
import math
from dataclasses import dataclass
from pathlib import Path

READINGS = Path(__file__).parents[2] / "data" / "reference" / "readings.csv"
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


@dataclass(frozen=True)
class Interval:
    """low, high: float, NaN where that end is open (nothing is printed). soft: the ends come from a reading of words.

    basis: how we read it, as a sentence fragment.
    """
    low: float
    high: float
    soft: bool = False
    basis: str = "as printed"


def read(hedge, low, high, reading="usual"):
    """Interval of one printed quantity. hedge: str as printed; low, high: float as printed, NaN where blank.

    An end that is not printed stays open; nothing is put in the middle. “About” is read as rounding: half a unit of the
    last place that is not zero. “A few …” is read from data/reference/readings.csv, under `reading` (logical, usual, wide).
    Raises KeyError for a reading that is not listed.
    """
    words = hedge.lower()
    if math.isnan(low) and math.isnan(high):
        for row in _table():
            if row["words"] in words:
                if row["reading"] != reading:
                    continue
                times = math.prod(n for word, n in _TIMES.items() if word in words)
                return Interval(float(row["low"]) * times, float(row["high"]) * times, True, f"{reading} reading: {row['basis']}")
        if reading not in {r["reading"] for r in _table()}:
            raise KeyError(reading)
        return Interval(low, high, True, "words without a figure, and no reading of them on file")
    if low == high and "about" in words:
        half = _last_place(low) / 2
        return Interval(low - half, low + half, True, f"“{hedge}” read as rounding, to within {half:,g}")
    if math.isnan(high):
        return Interval(low, high, False, "lower end as printed; above it nothing is printed")
    if math.isnan(low):
        return Interval(low, high, False, "upper end as printed; below it nothing is printed")
    return Interval(low, high, False, "as printed" if low == high else "both ends as printed")


def _last_place(x):
    """The unit of the last digit that is not zero: 200 -> 100, 41,000 -> 1,000, 14 -> 1."""
    unit = 1
    while x and x % (unit * 10) == 0:
        unit *= 10
    return unit


def _table():
    with READINGS.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))
