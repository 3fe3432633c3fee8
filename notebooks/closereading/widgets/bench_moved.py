"""What was said of one passage at the claim bench does not stay for another one."""

from itertools import product
from typing import NamedTuple

from .bench_steps import BLANK
from .claim_rows import spots_of

_OF_THE_PASSAGE = ("passage", "prefix", "suffix")


class About(NamedTuple):
    """row: dict of fields. spots: list of (paragraph, start, end), where its passage stands."""

    row: dict
    spots: list


def about(report, row, before):
    """About of a row; the one before where its passage stands nowhere, as while it is typed."""
    spots = spots_of(report, row) if row["passage"].strip() else []
    return About(dict(row), spots) if spots else before


def stale(now, before):
    """list of str: the fields of a row that were said of another passage. now, before: About, or
    None.
    """
    if before is None or now is before or _touch(now.spots, before.spots):
        return []
    others = (field for field in BLANK if field not in _OF_THE_PASSAGE)
    return [f for f in others if now.row[f] and now.row[f] == before.row[f]]


def _touch(some, others):
    """bool: whether two passages share a sign of the text."""
    both = product(some, others)
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a, b in both)
