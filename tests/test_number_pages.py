"""Number phrases of 21 pages, read by hand before any machine had read them, beside parse_words.

The hand's signs: a blank end is open; “over” leaves its figure out; “nearly” and “about” print one
figure; a share is in per cent; a figure in brackets goes before the words beside it. Set A (120
phrases of ten pages) was open while the rules were written. Set B (120 phrases of eleven pages) was
read once, by counts alone, before anybody looked at it; its second line is no longer blind.

| set | quantities: right | refused | wrong | no quantity: refused | read as one |
|---|---|---|---|---|---|
| A, before | 52 | 43 | 0 | 24 | 1 |
| A, now | 77 | 18 | 0 | 25 | 0 |
| B, blind | 62 | 32 | 0 | 26 | 0 |
| B, now | 72 | 22 | 0 | 26 | 0 |

What is refused of both sets, 40, and stays so: the second half of a pair, or what came of a change
(“to $32.5 million”, “at 7,565.75”) 9; how much more or less than something that is not printed here
(“another”, “two goals down”, “64% higher than”) 10; ages by the ten, and ages behind a name 5; a
hedge before a pair or a whole (“over nine to 12 hours”) 3; numbers inside words (“single-vehicle”,
“multi-million”) 3; a label or a bracket alone (“(41%)” may be a loss) 2; a size 1; others 7.
"""

import csv
import math
from collections import Counter
from pathlib import Path

import pytest
from closereading.data.reference import parse_phrase
from closereading.reading.text import Problem

with (Path(__file__).parent / "number_pages.csv").open(encoding="utf-8", newline="") as file:
    PHRASES = list(csv.DictReader(file))
NAMES = {"USD": "dollars", "GBP": "pounds sterling", "EUR": "euros", "mph": "miles per hour"}
NAMES |= {"mm": "millimetres", "per cent": "%", "a year": "per year", "degrees C": "°C"}
PEOPLE = {"strong", "injured", "dead", "feared dead"}
SOFT = {"about", "an estimated"}
READ = {"A": 77, "B": 72}


def judged(row):
    """str: right, refused or wrong; what is no quantity is right where it is refused."""
    try:
        made = parse_phrase(row["phrase"])
    except Problem:
        return "right" if row["kind"] == "none" else "refused"
    fits = {"none": lambda *_: False, "words": _stays_words, "quantity": _is_quantity}
    return "right" if fits[row["kind"]](row, made) else "wrong"


def _stays_words(row, made):
    return bool(made.words) and math.isnan(made.printed.low) and math.isnan(made.printed.high)


def _is_quantity(row, made):
    share = row["unit"] == "per cent" and "%" not in made.unit
    times = 100 if share else 1
    wanted = [float(row[end]) if row[end] else math.nan for end in ("low", "high")]
    if row["hedge"] == "nearly":
        wanted[0] = math.nan
    ends = [made.printed.low * times, made.printed.high * times]
    alike = all(math.isclose(a, b) or a != a and b != b for a, b in zip(ends, wanted))
    left_out = made.printed.ends == {"over": "(]", "nearly": "[)", "under": "[)"}.get(
        row["hedge"], "[]"
    )
    soft = (made.hedge in SOFT) == (row["hedge"] == "about")
    return alike and left_out and soft and (share or _same_unit(row["unit"], made.unit))


def _same_unit(hand, ours):
    """bool: whether the unit that the hand wrote stands in ours, which may say more."""
    for name, told in NAMES.items():
        hand = hand.replace(name, told)
    if hand == "people" and ours in PEOPLE:
        return True
    return not ours or not hand or set(hand.split()) <= set(ours.split())


def test_no_phrase_of_the_pages_is_read_wrongly():
    assert [row["phrase"] for row in PHRASES if judged(row) == "wrong"] == []


@pytest.mark.parametrize("name", READ)
def test_as_many_of_the_pages_are_read_as_the_table_says(name):
    rows = [row for row in PHRASES if row["set"] == name]
    counts = Counter(judged(row) for row in rows if row["kind"] != "none")
    assert len(rows) == 120 and counts["right"] >= READ[name], counts


def test_the_judge_of_pages_sees_what_is_wrong():
    row = next(row for row in PHRASES if row["phrase"] == "Over 165,000 people")
    assert judged(row) == "right"
    for change in (
        {"phrase": "At least 165,000 people"},
        {"low": "166000"},
        {"unit": "ships"},
        {"hedge": "about"},
        {"kind": "none"},
    ):
        assert judged(row | change) == "wrong", change
