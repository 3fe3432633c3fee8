"""Numbers as people write them: the one place where pictures and tables turn a value into signs."""

import math
from decimal import Decimal

SCALES = {10**12: "trillion", 10**9: "billion", 10**6: "million"}


def written(value):
    """str: 1,234,567 · 0.13 · −14 million; never with an exponent. value: a finite number; ten
    digits of it count. A scale word is used from a million on, where at most two decimals remain.
    """
    for scale, word in SCALES.items():
        scaled = value / scale
        if abs(scaled) >= 1 and math.isclose(scaled, round(scaled, 2), rel_tol=1e-10):
            return f"{_plain(scaled)} {word}"
    return _plain(value)


def digits(value):
    """str: a number in digits, as it may be typed: 3500000; "" for NaN."""
    return "" if math.isnan(value) else format(Decimal(f"{value:.15g}"), "f")


def _plain(value):
    """str: a number without an exponent, thousands parted by commas, with a true minus sign."""
    return format(Decimal(f"{value:.10g}"), ",f").replace("-", "−")


def bounds_written(low, high):
    """(str, str): the ends of an axis, rounded to what its length lets one tell apart."""
    span = abs(high - low) or abs(high) or 1
    digits = max(0, math.ceil(-math.log10(span)) + 1) if span < 1 else 0
    return written(round(low, digits) + 0.0), written(round(high, digits) + 0.0)


def agreeing(count, one, several=""):
    """str: the word that goes with so many: a noun or a verb of one thing, or of several (of none,
    too). several: where it is not `one` with an s.
    """
    return one if count == 1 else several or f"{one}s"


def so_many(count, one, several=""):
    """str: how many things: “1 claim”, “3 claims”. one, several: as `agreeing` takes them."""
    return f"{written(count)} {agreeing(count, one, several)}"


def which_ones(noun, things):
    """str: a noun and the things it stands for: “paragraph 3”, “paragraphs 3, 5”."""
    return f"{agreeing(len(things), noun)} {', '.join(map(str, things))}"


def with_and(parts):
    """str: several things as a sentence tells them, “a, b and c”; "" of none."""
    *before, last = parts or [""]
    return f"{', '.join(before)} and {last}" if before else last
