"""Pairs of claims: what two of them are to each other, in a learner's eyes and in ours."""

from itertools import combinations, islice
from typing import NamedTuple

import pandas as pd

from .four_questions import NO, SENSE, same_scope
from .rounding import may_be_rounded
from .scaled import with_scale
from .scope import split_by_scope, two_alike

AGREE = "agree"
DIFFERENT = "answer different questions"
BOTH_TRUE = "differ but can both be true"
CLASH = "clash"
# What two claims do, each with what it means. These are the names: in pairs.csv, in the widget, in
# the lessons and on the papers. A test looks for others.
RELATIONS = {
    AGREE: "They point the same way.",
    DIFFERENT: "They speak of other people or things, of another place or of another day.",
    BOTH_TRUE: "They speak of the same, and one does not rule the other out.",
    CLASH: "They cannot both be true, at least if their words are read in one particular way.",
}
BY_RULE = "We have written no reason for this pair: what we say follows from the four questions."
COMPUTED = "Computed from the two numbers, which count the same thing in the same sense."
READINGS = ("usual", "wide")  # of words that print no figure
APART = "As the rows have them, both numbers count the same, and no value fits both."
BESIDE = {  # what is said with it: only a reader may have a reason why both can be true
    CLASH: " Then the two cannot both be true.",
    DIFFERENT: " Say in your reason in what they differ.",
    BOTH_TRUE: (
        " Both can be true only in a reading of yours, because a headline rounds, for example."
        " Say it in your reason."
    ),
}
ROUNDED = "{} and {} may be one figure, rounded once more coarsely. Then only you can judge."
EQUAL = "The rows have the same number twice."


class Verdict(NamedTuple):
    """What is told of the relation that a learner chose. word: right, also, not yet, or kept where
    there is none of ours. ours: our relation, or blank. why: the reason. reading: the reading that
    a clash needs, or blank. numbers: dict, reading -> (whether no value is left that both allow,
    both numbers in words); empty where they hold none that may be compared.
    """

    word: str
    ours: str
    why: str
    reading: str
    numbers: dict


def clash(report, first, second, reading="usual"):
    """(bool, str) or None: whether the numbers in two claims leave no value that both allow, and
    both numbers in words. The reading is for words without a figure; what is printed stays so.
    None without numbers, or where their scopes differ: then there is nothing to clash.
    """
    both = _both(report, first, second, reading)
    return both and (not both[0].meets(both[1]), f"{both[0]} and {both[1]}")


def _both(report, first, second, reading):
    """(Interval, Interval) of the numbers in two claims; None as `clash` says."""
    rows = two_alike(report.numbers, first, second)
    if len(rows) != 2 or len(split_by_scope(rows)) != 1:
        return None
    a, b = (report.interval(key, _reading_for(row, reading)) for key, row in rows.iterrows())
    return None if a.is_open or b.is_open else (a, b)


def clashes(report, first, second):
    """dict: reading of words without a figure -> what `clash` finds; empty where it finds none."""
    found = {reading: clash(report, first, second, reading) for reading in READINGS}
    return {reading: pair for reading, pair in found.items() if pair}


def pair_of(report, first, second):
    """Series: the row of pairs.csv that holds both claims, in either order; None without one."""
    rows = report.pairs
    either = rows["first"].isin([first, second]) & rows["second"].isin([first, second])
    return rows[either].iloc[0] if either.any() else None


def verdict(report, first, second, relation):
    """Verdict on the relation, one of RELATIONS, that somebody sees between two claims. Of a
    learner's own report we know nothing but what its numbers allow.
    """
    row = pair_of(report, first, second)
    numbers = clashes(report, first, second)
    if not report.complete:
        return _by_the_numbers(report, first, second, relation, numbers)
    if row is not None:
        also = {row["relation"], *row["accepted"].split("|")}
        word = "right" if relation == row["relation"] else "not yet"
        word = "also" if word == "not yet" and relation in also else word
        return Verdict(word, row["relation"], row["why"], row["reading"], numbers)
    if not numbers:
        return _by_rule(report, first, second, relation)
    if not any(apart for apart, _ in numbers.values()):
        return _both_hold(report, first, second, relation, numbers)
    word = "right" if relation == CLASH else "not yet"
    return Verdict(word, CLASH, COMPUTED, "", numbers)


def _by_rule(report, first, second, relation):
    """Verdict on two claims of which nobody made a pair, by the four questions: where they speak of
    something else, they answer different questions; where only the sense is another, both can be
    true. What else one may see in them is kept; that they clash is not.
    """
    ours = relation_by(same_scope(report, first, second))
    if not ours:
        return Verdict("kept", "", "", "", {})
    word = {ours: "right", CLASH: "not yet"}.get(relation, "kept")
    return Verdict(word, ours, BY_RULE, "", {})


def relation_by(scope):
    """str: what two claims do, where the four questions alone decide it; else blank. One word may
    decide otherwise where only the sense is another: what “merely” shuts out cannot even be. That
    stands in pairs.csv, with its reading. scope: dict as of same_scope.
    """
    apart = [asked for asked, (answer, *_) in scope.items() if answer == NO]
    if not apart:
        return ""
    return BOTH_TRUE if apart == [SENSE] else DIFFERENT


def _by_the_numbers(report, first, second, relation, numbers):
    """Verdict on two claims of a learner's own report: what their numbers allow, and nothing of
    ours; “not yet” where the relation does not go with that. Numbers that do not meet are no
    objection to a reader who says that they answer different questions, or has a reason of their
    own why both can be true.
    """
    if not numbers:
        return Verdict("kept", "", "", "", numbers)
    if not any(apart for apart, _ in numbers.values()):
        return _by_what_they_allow(report, first, second, relation, numbers)
    if said := rounded(report, first, second):
        return Verdict("kept", "", said, "", {})
    if kinds := _two_kinds(report, first, second):
        return Verdict("kept", "", f"{APART} {kinds}", "", numbers)
    fits = relation in BESIDE
    beside = BESIDE.get(relation, f" That does not go with “{relation}”.")
    return Verdict("kept" if fits else "not yet", "", APART + beside, "", numbers)


def _by_what_they_allow(report, first, second, relation, numbers):
    """Verdict on two claims of a learner's own report whose numbers meet."""
    a, b = _both(report, first, second, next(iter(numbers)))
    allowed = EQUAL if str(a) == str(b) else _why_both(a, b)
    fits = relation != CLASH
    against = "" if fits else f" That does not go with “{relation}”."
    return Verdict("kept" if fits else "not yet", "", allowed + against, "", numbers)


def rounded(report, first, second):
    """str: that the numbers in two claims of a learner's own report may be one figure, which one of
    the two rounds; blank where they are not so near.
    """
    both = None if report.complete else _both(report, first, second, "usual")
    if not both or both[0].meets(both[1]) or not may_be_rounded(*both):
        return ""
    rows = two_alike(report.numbers, first, second)
    return ROUNDED.format(*(with_scale(row) for _, row in rows.iterrows()))


def _two_kinds(report, first, second):
    """str: that the rows call one claim of another kind than the other, so that a clash need not be
    one; blank where they do not say so.
    """
    kinds = report.claims.loc[[first, second], "kind"]
    if report.complete or not all(kinds) or kinds.nunique() == 1:
        return ""
    return "But your rows call one “{}” and the other “{}”: then only you can judge.".format(*kinds)


def objection(report, first, second, relation):
    """str: what the numbers in the rows of a learner's own report say against a relation; blank
    where they say nothing against it.
    """
    numbers = {} if report.complete else clashes(report, first, second)
    if not numbers:
        return ""
    apart = any(apart for apart, _ in numbers.values())
    judged = rounded(report, first, second) or _two_kinds(report, first, second)
    if apart == (relation == CLASH) or (apart and judged):
        return ""
    return APART if apart else _why_both(*_both(report, first, second, next(iter(numbers))))


def _both_hold(report, first, second, relation, numbers):
    """Verdict on two claims whose numbers meet. Only equal ones agree; of others nothing is said
    but that both can be true: they may well differ.
    """
    a, b = _both(report, first, second, next(iter(numbers)))
    if str(a) == str(b):
        return Verdict("right" if relation == AGREE else "not yet", AGREE, COMPUTED, "", numbers)
    holds = {BOTH_TRUE: "also", AGREE: "kept"}
    return Verdict(holds.get(relation, "not yet"), "", _why_both(a, b), "", numbers)


def _why_both(a, b):
    """str: that two ranges have values in common, and how."""
    for wide, narrow in ((a, b), (b, a)):
        if narrow.within(wide):
            return f"Both can be true: {wide} allows {narrow}."
    return f"Both can be true: {a} and {b} have values in common."


def suggested(report, most=5):
    """list of (id, id): claims whose numbers share a scope and leave no value that both allow, in
    the usual reading, and that stand in no pair yet: worth a look. most: so many at most.
    """
    return list(islice(_apart_and_unpaired(report), most))


def _apart_and_unpaired(report):
    """Yields (id, id) of claims; where a claim holds several numbers, by the one that shares an
    axis.
    """
    seen = {frozenset(pair) for pair in zip(report.pairs["first"], report.pairs["second"])}
    for facet in split_by_scope(report.numbers):
        for first, second in combinations(dict.fromkeys(facet.rows["from"]), 2):
            both = _both(report, first, second, "usual")
            if not both or both[0].meets(both[1]) or frozenset((first, second)) in seen:
                continue
            if not rounded(report, first, second) and not _two_kinds(report, first, second):
                seen.add(frozenset((first, second)))
                yield first, second


def _reading_for(row, reading):
    """str: a reading for words without a figure; what is printed stays so."""
    return reading if pd.isna(row["low"]) and pd.isna(row["high"]) else "printed"
