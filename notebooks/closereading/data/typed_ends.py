"""Ends of numbers that a reader typed, and that the printed words do not say."""

import math

from ..reading.hedges import hedge_in
from ..reading.text import Problem
from .asked import parted
from .reference import printed, read, readings

TYPED = "as typed by the reader"
FIELD = "ends"  # as asked.json calls the question whether they are kept


def against(words, hedge, low, high):
    """(str, str): what ends say that were typed, and what the printed words say; None where the two
    say the same, and where the words are not understood. A hedge that cannot stand beside its ends
    says something else.
    """
    try:
        said = read(*printed(words))
        mine = read(hedge, low, high)
    except Problem:
        return None
    if odd := _odd_hedge(hedge, low, high):
        return odd, str(said)
    same = (said.low, said.high, said.ends) == (mine.low, mine.high, mine.ends)
    return None if same or str(said) == str(mine) else (str(mine), str(said))


def _odd_hedge(hedge, low, high):
    """str: a hedge that no reading knows, or that points to a side on which no end stands, beside
    its ends; blank where there is none.
    """
    if hedge and not _is_known(hedge):
        return f"“{hedge}”, which no reading on file knows,"
    if math.isnan(low) and math.isnan(high):
        return ""
    above = _points(hedge, "above")
    below = _points(hedge, "below")
    if below and not above and math.isnan(high):
        return f"“{hedge}” without an upper end"
    if above and not below and math.isnan(low):
        return f"“{hedge}” without a lower end"
    return ""


def _is_known(hedge):
    """bool: whether a hedge holds a word that is on file."""
    return any(name in hedge.lower() for one in readings() for name in one.names)


def _points(hedge, side):
    """bool: whether a hedge holds a word that points to a side."""
    return hedge_in(hedge, [one for one in readings() if one.direction == side]) is not None


def basis(words, hedge, low, high):
    """str: on what ends rest that a reader typed: where the words say something else, or are not
    understood; blank where the ends are those of the words.
    """
    try:
        read(*printed(words))
    except Problem:
        return f"{TYPED}; the program cannot read the words"
    both = against(words, hedge, low, high)
    return f"{TYPED}; the words say {both[1]}" if both else ""


def typed_ends(report):
    """dict: id of a number -> (what its ends say, what its words say), of those of a report of the
    learner's own that differ.
    """
    if report.complete:
        return {}
    rows = report.numbers[["words", "hedge", "low", "high"]]
    found = {key: against(*row) for key, row in rows.iterrows()}
    return {key: both for key, both in found.items() if both}


def not_kept(report):
    """dict: those of typed_ends of which the reader has not said that they are meant."""
    kept = {(field, words, mine) for field, words, mine in parted(report.folder)}
    words = report.numbers["words"]
    return {
        key: both
        for key, both in typed_ends(report).items()
        if (FIELD, words[key], both[0]) not in kept
    }
