"""Whose word is laid beside the learner's, between two accounts: ours, in the reports that come
with the lessons; in a report of the learner's own only that of their own rows and numbers.
"""

from typing import NamedTuple

from ..reading.four_questions import UNSAID
from ..reading.pairs import BOTH_TRUE, CLASH


class Word(NamedTuple):
    """What is said in its name. goal: of the panel. whom: "we" or “your rows”. show: the button.
    choose: before all is answered. shown: the answering sentence. unknown: of a pair of which
    nothing is known. uncoded: of two quotes of which nobody coded what they speak of.
    unsaid: that one of the four questions has no answer.
    """

    goal: str
    whom: str
    show: str
    choose: str
    shown: str
    unknown: str
    uncoded: str
    unsaid: str


EMPTY = "empty cell"
OURS = Word(
    goal=f"Find two that {CLASH}, two that {BOTH_TRUE}, and an {EMPTY}.",
    whom="we",
    show="Show what we say",
    choose="Answer the four questions and choose what the two do. Then you can see what we say.",
    shown="No find: wanted are pairs of these two kinds on which you chose what we say.",
    unknown="We have not looked at this pair. What you chose stands.",
    uncoded="We have not coded what these two speak of: nothing of ours stands beside yours.",
    unsaid=UNSAID,
)
THEIRS = Word(
    goal="Lay two quotes beside each other, and say what the two are to each other.",
    whom="your rows",
    show="Show what the numbers allow",
    choose="Answer the four questions and choose what the two do. Then you see what the numbers"
    " allow, and can keep the pair.",
    shown="What the numbers allow stands below the two quotes.",
    unknown="Nothing here says that two numbers count the same, so only you can judge this pair.",
    uncoded="Nothing of your rows stands here: a claim without a number does not say"
    " what it counts, and of several numbers in one passage the program does not choose one.",
    unsaid="your rows do not say",
)


def word_of(report):
    """Word that is laid beside the learner's in a report."""
    return OURS if report.complete else THEIRS
