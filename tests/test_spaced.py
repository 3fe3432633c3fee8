"""Figures in groups of three with blanks between are one number, or two: the reader is asked, and
none of the groups is offered alone.
"""

import pytest
from closereading import open_report
from closereading.data.chosen import may_be
from closereading.data.own import start_report
from closereading.data.reference import parse_phrase, strictest, worth_a_row
from closereading.reading.cuts import fuller
from closereading.reading.text import Problem
from test_bench import User


def offered(text):
    """dict: the words of each number that is offered -> what is read, None for what is not."""
    return {one.words: one.number for one in worth_a_row((text,)) if one.kind == "a number"}


@pytest.mark.parametrize(
    "text, words",
    [
        ("In all 75 748 confirmed cases were found.", "75 748 confirmed cases"),
        ("In all 75\u00a0748 boats were found.", "75\u00a0748 boats"),
        ("They sent 1\u202f234\u202f567 doses.", "1\u202f234\u202f567 doses"),
        ("It cost US$ 4 500 in May.", "US$ 4 500"),
        ("More than 12 345 people left.", "More than 12 345 people"),
        ("It made SEK 19 828 million in May.", "SEK 19 828 million"),
    ],
)
def test_groups_of_a_figure_are_offered_whole_and_unread(text, words):
    assert offered(text) == {words: None}


@pytest.mark.parametrize(
    "text, words",
    [
        ("Lund 917 349 12", ["917", "349", "12"]),
        ("In 2020 345 boats came.", ["345 boats"]),
        ("It had 12,345 boats.", ["12,345 boats"]),
        ("Call 12 34 56.", ["12", "34", "56"]),
    ],
)
def test_figures_of_a_row_and_others_stay_apart(text, words):
    assert list(offered(text)) == words


def test_what_it_may_be_is_told_and_a_group_alone_is_cut():
    assert may_be("75 748 boats") == ["75,748 boats"]
    with pytest.raises(Problem, match="write “75,748 boats” if it is one"):
        parse_phrase("75 748 boats")
    text = "In all 75 748 boats came."
    at = text.index("748")
    assert fuller(text, at, at + 9, strictest("748 boats")) == "75 748"


def test_one_answer_takes_it_into_a_row(work):
    start_report("boats", "In all 75 748 boats came, said Ona Lund.")
    user = User("boats")
    user.take("75 748 boats")
    user.set(speaker="Ona Lund", sourcing="named", topic="boats", kind="event")
    user.press("ask", same="yes")
    user.press("save")
    row = open_report("boats").numbers.iloc[0]
    assert (row["low"], row["high"], row["unit"], row["words"]) == (
        75748,
        75748,
        "boats",
        "75 748 boats",
    )
