"""The time of a number at the claim bench: the times near it that are offered, and what the list of
checks tells of a day.
"""

import pytest
from closereading import start_report
from closereading.reading.near_times import times_near
from test_bench import User

CLUB = [
    "Results for January–March 2024",
    "The club met in May 2022, on Tuesday. Over the past five weeks Rowe, 34,"
    " scored four times in 2019, he said on 4 March, and last year he rested.",
    "In June the club won. It has 300 members.",
    "The hall holds 90 people.",
]
OTHERS = ["Over the past five weeks", "4 March", "last year", "in May 2022"]


@pytest.mark.parametrize(
    "number, words, read, near",
    [
        (2, "four", "", ["in 2019", *OTHERS]),
        (2, "four", "in 2019", [*OTHERS, "on Tuesday"]),
        (3, "300", "", ["In June", "for January–March 2024"]),
        (4, "90", "", ["for January–March 2024"]),
        (1, "2024", "", []),
    ],
)
def test_the_times_near_a_number_are_those_of_its_sentence_then_before_then_above(
    number, words, read, near
):
    start = CLUB[number - 1].index(words)
    found = times_near(CLUB, number, start, start + len(words), read)
    assert found == near


@pytest.fixture
def club(work):
    start_report("club", "Rowe came on 4 March. The club sold 90 shirts, said Rowe.")
    user = User("club")
    user.take("90 shirts")
    return user


def test_one_press_fills_in_a_time_that_is_printed_near(club):
    assert "○ time it covers" in club.panel.view
    club.press("time", words="4 March")
    assert club.value("period") == "4 March" and "✓ time it covers: 4 March" in club.panel.view
    assert "time" not in [button["act"] for button in club.buttons()]


def test_a_day_that_was_typed_is_told_as_the_time(club):
    club.set(counted_on="2019-11-19")
    assert "✓ time it covers: 19 November 2019, the day you typed" in club.panel.view
    club.set(counted_on="2019-11-39")
    assert "○ time it covers" in club.panel.view and "✗ day: found" in club.panel.view
    club.set(counted_on="2019-11-19", period="the season")
    assert "the season; 19 November 2019, the day you typed" in club.panel.view


def test_beside_a_time_that_is_read_others_are_offered_at_their_step_only(work):
    start_report("club", "It met on 4 March. In 2019 the club sold 90 shirts, said Rowe.")
    user = User("club")
    user.take("90 shirts")
    assert "✓ time it covers: In 2019" in user.panel.view
    assert "time" not in [button["act"] for button in user.buttons()]
    user.set(step="4 time, ends")
    assert [b["words"] for b in user.buttons() if b["act"] == "time"] == ["4 March"]
