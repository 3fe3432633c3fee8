"""The ends of a number in the form: as its words are read, or as they were typed."""

import math
import re
from typing import NamedTuple

from ..data.reference import parse_phrase, printed, soft_hedges
from ..reading.text import Problem

_DIGITS = re.compile(r"[-−]?\d+(\.\d+)?", re.ASCII)


class Ends(NamedTuple):
    """A number as numbers.csv keeps it: the hedge, and its ends, NaN where one is open."""

    hedge: str
    low: float
    high: float


def typed(row):
    """Whether an end of a row's number was typed."""
    return row["low"].strip() or row["high"].strip()


def ends_of(row):
    """Ends of a row's number: as its words are read, or as its ends were typed. Raises Problem for
    words that are not understood and for ends that are none.
    """
    if not typed(row):
        return Ends(*printed(row["number"]))
    low_hedge, low = typed_end(row["low"], "above", "lower end")
    high_hedge, high = typed_end(row["high"], "below", "upper end")
    if low > high:
        raise Problem(f"lower end {low:,.12g}, above the upper, {high:,.12g}.")
    hedges = list(dict.fromkeys(filter(None, (low_hedge, high_hedge))))
    soft = [hedge for hedge in hedges if hedge in soft_hedges()]
    if soft and (math.isnan(low) or math.isnan(high)):
        raise Problem(f"“{soft[0]}” leaves neither side open: type the number into both boxes.")
    if len(hedges) == 2 and soft:
        raise Problem(
            f"One end is soft and the other a limit: leave “{soft[0]}” out, or type it twice."
        )
    return Ends("; ".join(hedges), low, high)


def typed_end(text, side, label):
    """(hedge, value) of one typed end: 140, 8,000, about 140, over 140; ("", NaN) of a blank one.
    side: "above" for a lower end, "below" for an upper one: the direction of the hedges that fit
    there. Raises Problem for anything else.
    """
    text = text.strip()
    if not text:
        return "", math.nan
    if _DIGITS.fullmatch(text) and not re.search(r"[1-9]\.\d{3}$", text):
        return "", float(text.replace("−", "-"))
    wanted = f"a number such as 8,000, or “{'over' if side == 'above' else 'under'} 8,000”"
    try:
        said = parse_phrase(text)
    except Problem as problem:
        raise Problem(f"{label}: {problem} Expected {wanted}.") from None
    ends = {"above": said.printed.low, "below": said.printed.high}
    value = ends[side]
    other = ends["below" if side == "above" else "above"]
    if math.isnan(value) or (value != other and not math.isnan(other)):
        raise Problem(f"{label}: found “{text}”; expected {wanted}.")
    return said.hedge, value
