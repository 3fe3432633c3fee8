"""What only its sentence makes clear: a change and the level that it came to, and no range; over so
many years; per so many. Where the sentence leaves it open, nothing is read in silence.
"""

import math
import re
from html import unescape

import pytest
from closereading.data.chosen import choice, may_be
from closereading.data.own import start_report
from closereading.data.reference import contradict, parse_phrase, worth_a_row
from closereading.data.report import open_report
from closereading.reading.text import Problem
from closereading.reading.two_ways import two_ways
from test_bench import User


def read(text):
    """dict: each number phrase that is offered -> (its ends, its unit); None where it is asked."""
    found = (one for one in worth_a_row((text,)) if one.kind == "a number")
    return {one.words: one.number and _told(one.number) for one in found}


def _told(made):
    """(str, str): the range of a Quantity, and its unit."""
    return str(made.printed), made.unit


CHANGES = {  # how far something went, and where it came to
    "Oats fell 32 cents to $51.43 a sack.": {
        "32 cents": ("32", "cents (fall)"),
        "$51.43 a sack": ("51.43", "dollars per sack"),
    },
    "Rye closed up $2.80 to $51.15.": {
        "$2.80": ("2.8", "dollars (rise)"),
        "$51.15": ("51.15", "dollars"),
    },
    "Rye rose, too, adding $1.89 to $48.62.": {
        "$1.89": ("1.89", "dollars (rise)"),
        "$48.62": ("48.62", "dollars"),
    },
    "The total rose a higher than expected 17,000 to 4.483 million.": {
        "17,000": ("17,000", "(rise)"),
        "4.483 million": ("4,483,000", ""),
    },
    "The number of guests fell 206,900 to 4.64 million.": {
        "206,900": ("206,900", "(fall)"),
        "4.64 million": ("4,640,000", ""),
    },
    "The ticket slipped 5 pence to 270 pence.": {
        "5 pence": ("5", "pence (fall)"),
        "270 pence": ("270", "pence"),
    },
    "The index edged up 0.1% to 4.7%.": {"0.1%": ("0.1", "% (rise)"), "4.7%": ("4.7", "%")},
    "Costs went up by $3.8m to $4.9m.": {
        "$3.8m": ("3,800,000", "dollars (rise)"),
        "$4.9m": ("4,900,000", "dollars"),
    },
    "There was a fall of 32 cents to $51.43.": {
        "32 cents": ("32", "cents (fall)"),
        "$51.43": ("51.43", "dollars"),
    },
    "The fleet lost two boats to 270 boats.": {
        "two boats": ("2", "boats (fall)"),
        "270 boats": ("270", "boats"),
    },
}
RANGES = {
    "Output will grow 3 to 5 percent.": {"3 to 5 percent": ("3 to 5", "% (rise)")},
    "The mill may cut 10 to 15 jobs.": {"10 to 15 jobs": ("10 to 15", "jobs")},
    "The club gained 40 to 60 members.": {"40 to 60 members": ("40 to 60", "members")},
    "Prices rose by 3 to 5 percent.": {"3 to 5 percent": ("3 to 5", "% (rise)")},
    "The shop sold 3 to 5 boats.": {"3 to 5 boats": ("3 to 5", "boats")},
    "Fees may vary by $3 to $5.": {"$3 to $5": ("3 to 5", "dollars")},
}
SIGNS = {  # a level that is passed; down and up behind any word; less and fewer
    "Tickets are falling below $35.": {"below $35": ("under 35", "dollars")},
    "Deficits rise above 3%.": {"above 3%": ("over 3", "%")},
    "Sales rose more than 8%.": {"more than 8%": ("over 8", "% (rise)")},
    "Sales rose by over 3%.": {"over 3%": ("over 3", "% (rise)")},
    "The sheet showed exports down 2.3% to $4m.": {
        "2.3%": ("2.3", "% (fall)"),
        "$4m": ("4,000,000", "dollars"),
    },
    "The rain stopped with sales improving 17.6%.": {"17.6%": ("17.6", "% (rise)")},
    "There was a 0.3% slide in May.": {"0.3%": ("0.3", "% (fall)")},
    "It kept on, shedding 15%.": {"15%": ("15", "% (cut)")},
    "It showed gains of 4% and cuts of £3bn.": {
        "4%": ("4", "% (gain)"),
        "£3bn": ("3,000,000,000", "pounds sterling (cut)"),
    },
    "It picked up 5% of them and paid down $5m.": {
        "5%": ("5", "%"),
        "$5m": ("5,000,000", "dollars"),
    },
    "It was the $2bn collapse of a bank.": {"$2bn": ("2,000,000,000", "dollars")},
    "It costs $300 less than a boat, and has 3 fewer oars.": {
        "$300": ("300", "dollars (less)"),
        "3": ("3", "(fewer)"),
    },
}
UNITS = {  # what belongs to a number behind it
    "It costs 22 euro cents, or 9 euros cents.": {
        "22 euro cents": ("22", "euro cents"),
        "9 euros cents": ("9", "euro cents"),
    },
    "It costs 12 US cents.": {"12 US cents": ("12", "US cents")},
    "It costs 12 Manx pence.": {"12 Manx pence": None},
    "They made an A$4.17-a-share takeover offer.": {
        "A$4.17-a-share": ("4.17", "Australian dollars per share")
    },
    "It beat the 533p a share closing price.": {"533p a share": ("533", "pence per share")},
    "He thought a 300p a share bid enough.": {"300p a share": ("300", "pence per share")},
    "It spent 40bn Indian rupees and 12m CFA francs.": {
        "40bn Indian rupees": ("40,000,000,000", "Indian rupees"),
        "12m CFA francs": ("12,000,000", "CFA francs"),
    },
    "It saw a surge in petrol to a record high of $2 a gallon.": {
        "$2 a gallon": ("2", "dollars per gallon")
    },
    "It earned $14m in 2004.": {"$14m": ("14,000,000", "dollars")},
    "They pay $5 a working day.": {"$5 a working day": ("5", "dollars per working day")},
    "Only eight people per thousand own one.": {
        "Only eight people per thousand": ("8", "people per 1,000")
    },
    "It saw 12 deaths per 1,000 births.": {
        "12 deaths per 1,000 births": ("12", "deaths per 1,000 births")
    },
    "It saw 7 thefts per 100,000.": {"7 thefts per 100,000": ("7", "thefts per 100,000")},
    "It saw 4 boats in every thousand.": {"4 boats in every thousand": ("4", "boats per 1,000")},
    "It costs £40 per 1,000 litres.": {
        "£40 per 1,000 litres": ("40", "pounds sterling per 1,000 litres")
    },
    "It holds 80mg of salt per 100ml of water.": {"80mg of salt per 100ml": None},
    "Two men in 1,000 had it.": {"Two men in 1,000": None},
    "It spends $40 per capita.": {"$40": ("40", "dollars per capita")},
}


@pytest.mark.parametrize("text", [*CHANGES, *RANGES, *SIGNS, *UNITS])
def test_a_number_is_offered_as_its_sentence_means_it(text):
    assert read(text) == (CHANGES | RANGES | SIGNS | UNITS)[text]


def test_so_many_per_thousand_is_another_unit_than_so_many():
    assert contradict("people per 1,000", "people")


def test_two_units_far_apart_are_no_range_in_the_grammar():
    with pytest.raises(Problem, match="how far something went, and the second where it came to"):
        parse_phrase("32 cents to $51.43")
    assert str(parse_phrase("50 cents to $2").interval) == "50 to 200"


@pytest.mark.parametrize(
    "text, words, answers",
    [
        ("Guests were up 23,600 to 27,700.", "23,600 to 27,700", ["between 23,600 and 27,700"]),
        ("Then the fee rose $3 to $5.", "$3 to $5", ["between $3 and $5"]),
        ("In the war 3,000 died over 30 years.", "over 30 years", None),
        ("She led the club over 12 months.", "over 12 months", None),
        ("Over three years, they built boats.", "Over three years", None),
        ("They gave £9m over 15 years to it.", "over 15 years", None),
        ("She scored over five games.", "over five games", None),
        ("She ran over 10,000 metres.", "over 10,000 metres", None),
    ],
)
def test_what_a_sentence_leaves_open_is_offered_and_not_read(text, words, answers):
    span = words.removeprefix("over ").removeprefix("Over ")
    assert read(text)[words] is None
    at = text.index(words)
    assert two_ways(text, at, at + len(words)) == (answers or [span, f"more than {span}"])


@pytest.mark.parametrize(
    "text, words",
    [
        ("He waited for over two hours.", "over two hours"),
        ("It came after over 3 days.", "over 3 days"),
        ("It took over five weeks.", "over five weeks"),
        ("It was over three weeks late.", "over three weeks"),
        ("It is over two years since they met.", "over two years"),
        ("He has over 30 years of practice.", "over 30 years"),
        ("He was over 30 years old.", "over 30 years old"),
        ("The road is over 300 miles long.", "over 300 miles"),
        ("They played well over 40 games.", "well over 40 games"),
        ("They played over 40 games.", "over 40 games"),
        ("It costs them over £1bn a year.", "over £1bn a year"),
    ],
)
def test_over_stays_more_than_where_its_sentence_says_how_long(text, words):
    assert read(text)[words][0].startswith("over ")


def test_a_dash_before_a_word_is_no_number():
    assert read("Ora - one of the boats - sank.") == {}


def test_over_the_past_years_is_no_hedge():
    assert read("It rained over the past two years.") == {"two years": ("2", "years")}
    assert read("It will rain over the next 3 months.") == {"3 months": ("3", "months")}


ASKED = [  # answer, low, high
    ("In all 3,000 died over 30 years.", "over 30 years", "yes", "30", "30"),
    ("In all 3,000 died over 30 years.", "over 30 years", "no", "over 30", ""),
    ("Guests were up 23,600 to 27,700.", "23,600 to 27,700", "yes", "23,600", "27,700"),
]


@pytest.mark.parametrize("text, words, answer, low, high", ASKED)
def test_what_is_open_takes_one_answer(work, text, words, answer, low, high):
    start_report("quay", text)
    user = User("quay")
    user.set(passage=text.rstrip("."), number=words, unit="years", speaker="no stated source")
    assert "cannot be read safely. Which number is it?" in unescape(user.panel.view)
    user.press("ask", same=answer)
    assert (user.value("low"), user.value("high")) == (low, high)
    user.press("save")
    row = open_report("quay").numbers.iloc[0]
    assert row["low"] == float(re.sub(r"[^\d.]", "", low)) and row["words"] == words
    assert (row["high"] == row["high"]) == bool(high)


def test_a_range_that_is_open_is_not_read_where_its_reader_takes_neither(work):
    start_report("quay", "Guests were up 23,600 to 27,700.")
    user = User("quay")
    passage = "Guests were up 23,600 to 27,700"
    user.set(passage=passage, number="23,600 to 27,700", unit="guests", speaker="Ona Lund")
    user.press("save")
    assert open_report("quay").numbers.empty
    user.press("ask", same="no")
    assert open_report("quay").numbers.empty
    shown = unescape(user.panel.view)
    assert "“up 23,600 to 27,700”, which says something else than “23,600 to 27,700”" in shown


@pytest.mark.parametrize(
    "text, words, ways",
    [
        (
            "He faces a maximum sentence of five years.",
            "five years",
            ["up to five years", "five years"],
        ),
        (
            "It costs $1.0 to $2.0 million.",
            "$1.0 to $2.0 million",
            ["$1.0 million to $2.0 million"],
        ),
        ("It sets a minimum wage of $15.", "$15", ["at least $15", "$15"]),
        (
            "He scored three four times.",
            "four times",
            ["between three and four times", "four times"],
        ),
        ("He led in nine 10 games.", "10 games", ["between nine and 10 games", "10 games"]),
        ("He has a maximum of five years.", "five years", []),
        ("She has three two-year-old cats.", "two-year-old", []),
        ("Kasai 1 10 12", "10", []),
    ],
)
def test_a_limit_before_a_number_and_two_in_a_row_are_asked_about(text, words, ways):
    at = text.index(words)
    assert two_ways(text, at, at + len(words)) == ways


def test_twice_counts_and_who_scores_does_not():
    assert read("He won twice in five games.") == {
        "twice": ("2", "times"),
        "five games": ("5", "games"),
    }
    assert "scores" not in str(read("He scores at home."))
    assert worth_a_row(("1 Severe illness: According to any of these.",))[0].kind != "a number"


def test_brackets_before_a_per_cent_are_whole_and_asked_about():
    assert read("We expect (12.0)% to (9.0)% of it.") == {"(12.0)%": None, "(9.0)%": None}
    assert may_be("(2.2)%") == ["−2.2%", "2.2%"]
    assert read("It is to be $1.0 to $2.0 million.") == {"$1.0 to $2.0 million": None}


@pytest.mark.parametrize(
    "text, words, ends, told",
    [
        (
            "It has a maximum sentence of five years",
            "five years",
            (math.nan, 5),
            "up to five years",
        ),
        ("He scored just three four times", "four times", (3, 4), "between three and four times"),
        ("It was built over 30 years", "over 30 years", (30, 30), "30 years or more than"),
        ("It has a maximum sentence of five years", "five years", (math.nan, 7), ""),
    ],
)
def test_what_was_chosen_of_two_is_no_number_that_the_reader_typed(text, words, ends, told):
    row = dict(words=words, low=ends[0], high=ends[1], hedge="", unit="")
    said = choice(row, text[: text.index(words)], None)
    assert (told in said) if told else "alone do not say" not in said
    assert bool(said) == bool(told)
