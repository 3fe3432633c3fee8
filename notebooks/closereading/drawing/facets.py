"""Which axes a chart of numbers draws: those that hold several, and a few of the others."""

from typing import NamedTuple

from ..reading.scope import split_by_scope


class Folded(NamedTuple):
    """facets: list of Facet, those that are drawn, the largest first. says: what is said of the
    numbers on the others. sizes: how many numbers each facet holds, also those that are not drawn.
    """

    facets: list
    says: str
    sizes: list


def folded(numbers, alone=None):
    """Folded: which facets of some numbers are drawn. alone: how many of those with one number;
    None for all.
    """
    facets = sorted(split_by_scope(numbers), key=_smallness)
    shared = [facet for facet in facets if len(facet.rows) > 1]
    single = facets[len(shared) :]
    kept = len(single) if alone is None else max(alone, not shared)
    sizes = [len(facet.rows) for facet in facets]
    return Folded(shared + single[:kept], _not_drawn(single[kept:]), sizes)


def _smallness(facet):
    """Key that puts the facet with most numbers first."""
    return -len(facet.rows)


def _not_drawn(facets):
    """str: what is said of numbers that share an axis with no other, and are not drawn."""
    rows = [row for facet in facets for _, row in facet.rows.iterrows()]
    told = ", ".join(f"“{row['words']}” ({_what(row)})" for row in rows)
    if not told:
        return ""
    return f" Not drawn, because nothing in this report answers the same question: {told}."


def _what(row):
    """str: what a number counts, in short."""
    return row["population"] or row["unit"] or "nobody has said of what"
