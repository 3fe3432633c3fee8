"""Whose word is laid beside the learner's, between two accounts: ours, in the reports that come
with the lessons; in a report of the learner's own only that of their own rows and numbers.
"""

from typing import NamedTuple

from ..reading.pairs import BOTH_TRUE, CLASH


class Word(NamedTuple):
    """What is said in its name. goal: of the panel. whom: "we" or “your rows”. show: the button.
    choose: before a relation is chosen. comes: before four questions are answered. shown: the
    answering sentence. unknown: of a pair of which nothing is known.
    """

    goal: str
    whom: str
    show: str
    choose: str
    comes: str
    shown: str
    unknown: str


EMPTY = "empty cell"
OURS = Word(
    goal=f"Find two that {CLASH}, two that {BOTH_TRUE}, and an {EMPTY}.",
    whom="we",
    show="Show what we say",
    choose="Choose a relation above; then you can see ours.",
    comes="Answer the four questions, and our answers stand here beside yours.",
    shown="What we say stands below the two quotes.",
    unknown="We have not looked at this pair. What you chose stands.",
)
THEIRS = Word(
    goal="Lay a quote of one side beside one of another, and say what the two are to each other.",
    whom="your rows",
    show="Show what the numbers allow",
    choose="Choose a relation above. Then you see what the numbers allow, and can keep the pair.",
    comes="Answer the four questions, and what your rows say stands here beside it.",
    shown="What the numbers allow stands below the two quotes.",
    unknown="There are no two numbers here to compare, so only you can judge this pair.",
)


def word_of(report):
    """Word that is laid beside the learner's in a report."""
    return OURS if report.complete else THEIRS
