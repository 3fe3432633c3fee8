"""Which axes a chart of numbers draws: those that hold several, and a few of the others."""

from typing import NamedTuple

from ..data.reference import units
from ..reading.numerals import so_many
from ..reading.one_unit import times
from ..reading.scaled import with_scale
from ..reading.scope import FIELDS, TIME, scope_diff, split_by_scope, time_said

# what parts two axes, and what a blank leaves out, in the words of the Claim bench
APART = {
    "unit": ("the first axis is told in {}", "the unit"),
    "population": ("the first axis counts “{}”", "who or what"),
    "place": ("the first axis speaks of “{}”", "where"),
    "status": ("the first axis says “{}”", "doing what"),
    TIME: ("the first axis is of “{}”", "when"),
}


class Folded(NamedTuple):
    """facets: list of Facet, those that are drawn, the largest first. says: what is said of the
    numbers on the others. sizes: how many numbers each facet holds, also those that are not drawn.
    all_said: whether each number says all that it counts, so that what parts the axes is known.
    """

    facets: list
    says: str
    sizes: list
    all_said: bool


def folded(numbers, alone=None):
    """Folded: which facets of some numbers are drawn. alone: how many of those with one number;
    None for all.
    """
    facets = sorted(split_by_scope(numbers), key=_smallness)
    shared = [facet for facet in facets if len(facet.rows) > 1]
    single = facets[len(shared) :]
    sizes = [len(facet.rows) for facet in facets]
    all_said = bool((numbers[list(FIELDS)] != "").all(axis=None))
    if alone is None:
        return Folded(facets, "", sizes, all_said)
    kept = max(alone, not shared)
    single.sort(key=_is_exact)
    single.sort(key=lambda facet: not _counts_the_same(facet, facets))
    drawn = shared + single[:kept]
    return Folded(drawn, _not_drawn(single[kept:], len(drawn) - len(shared)), sizes, all_said)


def why_apart(facet, facets):
    """str: a sentence on what parts an axis from one that counts the same in another unit or at
    another time, or else from the first.
    """
    if other := _in_another_unit(facet, facets):
        return f"An axis of its own: it is told in {facet.scope['unit']}, and {other}."
    if other := at_another_time(facet, facets):
        return (
            f"An axis of its own: it counts the same as {with_scale(other.rows.iloc[0])}, but at"
            f" another time, and not “{other.scope[TIME]}”."
        )
    first = facets[0].scope
    field = scope_diff(facet.scope, first)[0]
    says, what = APART[field]
    if not first[field]:
        return f"An axis of its own: nobody has said {what} for the first axis."
    if not facet.scope[field]:
        return f"An axis of its own: nobody has said {what}."
    return f"An axis of its own: {says.format(first[field])}."


def _in_another_unit(facet, facets):
    """str: the words and the unit of a number on another axis that counts the same, but is told in
    another unit of the same kind, such as hours beside minutes; blank where there is none.
    """
    for other in facets:
        same = all(_scoped(facet, field) == other.scope[field] for field in FIELDS[1:])
        if same and times(facet.scope["unit"], other.scope["unit"], units()):
            return (
                f"{with_scale(other.rows.iloc[0])}, which counts the same, in {other.scope['unit']}"
            )
    return ""


def at_another_time(facet, facets):
    """Facet: another axis that counts the same, and whose numbers print another time; None where
    there is none.
    """
    said = facet.scope[TIME]
    for other in facets:
        same = all(_scoped(facet, field) == other.scope[field] for field in FIELDS)
        if same and said and other.scope[TIME] not in ("", said):
            return other
    return None


def time_of(facet):
    """(time of all numbers of an axis, blank where not all say it; a sentence on those that do,
    where only some do).
    """
    time = facet.scope[TIME]
    rows = [row for _, row in facet.rows.iterrows()]
    saying = [with_scale(row) for row in rows if time_said(row)]
    if len(saying) == len(rows):
        return time, ""
    return "", f"“{time}” is said of {', '.join(saying)} only." if time else ""


def _counts_the_same(facet, facets):
    """bool: whether another axis counts the same, in another unit or at another time."""
    return bool(_in_another_unit(facet, facets) or at_another_time(facet, facets))


def _scoped(facet, field):
    """str: a field of a facet's scope; None where it is blank, which is the same as nothing."""
    return facet.scope[field] or None


def _smallness(facet):
    """Key that puts the facet with most numbers first."""
    return -len(facet.rows)


def _is_exact(facet):
    """Key that puts a number with a range or an open end before one that is printed exactly."""
    row = facet.rows.iloc[0]
    return bool(row["low"] == row["high"] and not row["hedge"])


def _not_drawn(facets, drawn):
    """str: what is said of numbers that share an axis with no other, and are not drawn. drawn: how
    many such numbers are.
    """
    rows = [row for facet in facets for _, row in facet.rows.iterrows()]
    told = ", ".join(f"{with_scale(row)} ({_what(row, rows)})" for row in rows)
    if not told:
        return ""
    if not drawn:
        return f" Not drawn, because nothing in this report answers the same question: {told}."
    first = f"{so_many(drawn, 'is', 'are')} drawn, ranges and open ends first"
    return f" Of the numbers that share an axis with no other, {first}; not drawn: {told}."


def _what(row, rows):
    """str: what a number counts, and doing what; in full where another one is called the same."""
    told = _in_short(row)
    alike = sum(_in_short(other) == told for other in rows) > 1
    fields = ("place", TIME) if alike else ()
    return " · ".join([told, *(row[field] for field in fields if row.get(field))])


def _in_short(row):
    """str: what a number counts, and doing what."""
    what = row["population"] or row["unit"] or "nobody has said of what"
    return what if row["status"] in what else f"{what} · {row['status']}"
