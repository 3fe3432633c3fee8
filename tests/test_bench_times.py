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


@pytest.mark.parametrize(
    "text, unit, allowed",
    [
        ("Rowe scored four times in May.", "goals", True),
        ("Rowe scored four times.", "goals", True),
        ("Rowe scored four times in May.", "km", False),
        ("Rowe scored four times as many as Lund.", "goals", False),
        ("It cost four times the price.", "goals", False),
        ("It cost four times the price, and Lund paid two times.", "goals", False),
    ],
)
def test_how_often_something_was_done_may_be_counted_in_what_was_done(work, text, unit, allowed):
    start_report("club", text)
    user = User("club")
    number = "four times"
    user.set(passage=text[:-1], number=number, speaker="no stated source", unit=unit)
    assert ("write the unit that is printed" in user.panel.view) != allowed


# --- the steps


def test_without_a_number_the_steps_of_numbers_are_passed_and_it_is_said(club):
    whole = club.value("passage")
    club.set(passage="shirts", number="", step="2 who says what")
    club.press("next")
    assert club.value("step").startswith("5")
    assert club.says.startswith("Step 5 is shown: steps 3 and 4 are only for a number.")
    club.set(passage=whole, step="2 who says what")  # it holds a number, which is told at step 3
    club.press("next")
    assert club.value("step").startswith("3")
    club.set(number="90 shirts", step="2 who says what")
    club.press("next")
    assert club.value("step").startswith("3") and "only for a number" not in club.says


def test_what_was_said_of_a_step_goes_with_it(club):
    club.set(topic="shop")
    club.press("speaker", who="no stated source")
    assert club.says.startswith("Step 3 is shown")
    club.set(step="4 time, ends")
    assert "Step 3" not in club.says and "Nothing needed is missing" in club.says


def test_how_firmly_a_plain_passage_is_put_is_told_before_the_other_ways(club):
    club.set(step="5 how it is said")
    told = club.panel.view.index("As its words are read: ")
    assert "▮▮▮▮▮. Do you read it otherwise?" in club.panel.view[told:]


def test_the_speaker_of_the_row_before_brings_no_topic(work):
    start_report("club", "Ona Lund came. The club sold 90 shirts. Then it sold 20 caps.")
    user = User("club")
    user.take("90 shirts")
    user.set(speaker="Ona Lund", sourcing="named", topic="shop")
    user.press("save")
    user.take("20 caps")
    assert ">Ona Lund, as in the row before<" in user.panel.view and ">shop<" in user.panel.view
    user.press("before")
    assert (user.value("speaker"), user.value("topic")) == ("Ona Lund", "")
    assert user.value("step").startswith("2")
    user.press("topic", **{"is": "shop"})
    assert user.value("step").startswith("3")


def test_no_word_and_no_name_is_cut_to_a_time():
    text = "The Margin Rate of cases of 2019-nCoV was 17 in Mar. 2020."
    at = text.index("17")
    assert times_near((text,), 1, at, at + 2) == ["in Mar. 2020"]
