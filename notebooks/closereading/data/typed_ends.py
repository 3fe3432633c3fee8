"""Ends of numbers that a reader typed, and that the printed words do not say."""

from ..reading.one_unit import times
from ..reading.text import Problem
from .asked import parted
from .chosen import choice, is_read
from .reference import as_said, parse_phrase, printed, read, units, with_unit

TYPED = "as typed by the reader"
FIELD = "ends"  # as asked.json calls the question whether they are kept


def against(words, hedge, low, high):
    """(str, str): what a hedge and ends say that were typed, and what the printed words say; None
    where the two say the same, and where the words are not understood.
    """
    try:
        known = printed(words)
        said = read(*known)
        mine = read(hedge, low, high)
    except Problem:
        return None
    if not _is_printed(hedge, words, known[0]):
        return f"“{hedge}”", str(said)
    same = (said.low, said.high, said.ends) == (mine.low, mine.high, mine.ends)
    return None if same or str(said) == str(mine) else (str(mine), str(said))


def _is_printed(hedge, words, known):
    """bool: whether a hedge that was typed stands in the printed words, or is the one that they are
    known by. hedge: blank where none was typed. known: str, as readings.csv calls it.
    """
    printed_there = f"{words} {known}".casefold()
    parts = [part.strip() for part in str(hedge or "").casefold().split(";")]
    return all(part in printed_there for part in parts)


def basis(row, before="", scaled=None):
    """str: on what ends rest that a reader chose or typed: where the words say something else, or
    are not understood; blank where the ends are those of the words. row: of numbers.csv. before,
    scaled: as in `choice`.
    """
    words = row["words"]
    if chosen := choice(row, before, scaled):
        return chosen
    if not is_read(words):
        return f"{TYPED}; the program cannot read the words"
    both = against(words, row["hedge"], row["low"], row["high"])
    if not both:
        return ""
    said = parse_phrase(words)
    in_another = times(said.unit, row["unit"], units())
    told = with_unit(as_said(said.interval, words), said.unit) if in_another else both[1]
    return f"{TYPED}; the words say {told}"


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
