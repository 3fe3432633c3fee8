"""What is offered as a number ends where the text does, and names and years are no numbers."""

import pytest
from closereading.data.reference import worth_a_row


def offered(text):
    """dict: the words of each number that is offered -> its unit."""
    return {one.words: one.number and one.number.unit for one in worth_a_row((text,))}


@pytest.mark.parametrize(
    "text, words, unit",
    [
        ("They fill 12 floors of the parliamentary archives.", "12 floors", "floors"),
        ("It would pay 10% of the developing world's debt.", "10%", "%"),
        ("Ten of the former directors will pay.", "Ten", ""),
        ("It was made in the first six months of the fiscal year.", "six months", "months"),
        (
            "He stood with three other men of distributing illegal pamphlets.",
            "three other men",
            None,
        ),
        ("Two of the world's biggest suppliers agreed.", "Two", ""),
        ("The firm makes half of Poland's cars, luring buyers.", "half of Poland's cars", None),
        ("The village lost 5 men, women and children.", "5", ""),
        ("The balance was plus 3 compared with a loss before.", "3", ""),
        ("They played eight post-World Cup matches.", "eight", ""),
        ("They played five good minutes of the second period.", "five", ""),
        ("It was around half of those who came.", "around half", ""),
        ("Just one in 10 recognised Anna Lund there.", "Just one in 10", ""),
        ("They screened 18,383 passengers and aircrew members.", "18,383", ""),
        ("Roughly 14 supporters and friends came.", "Roughly 14", ""),
        ("They saw 300 men and women there.", "300", ""),
        ("He has two sons and lives there.", "two sons", "sons"),
        ("40 boats and 3 cars left.", "40 boats", "boats"),
        ("They hit a few second serve returns.", "a few", ""),
        ("Only one person can win it.", "Only one person", "people"),
        ("Half of those weren't even close, and 9 goals counted.", "9 goals", "goals"),
        ("It has 30 million jobless people.", "30 million jobless people", "jobless people"),
        ("Some 92% of UK towns were too dear.", "Some 92% of UK towns", "% of UK towns"),
        ("It says 75% of respondents thought so.", "75% of respondents", "% of respondents"),
    ],
)
def test_a_unit_is_not_broken_off_in_the_middle(text, words, unit):
    found = offered(text)
    assert words in found
    assert unit is None or found[words] == unit


@pytest.mark.parametrize(
    "text",
    [
        "It will not come until the second half of 2005, with growth set to slow.",
        "They scored in the first half of the match.",
        "No one acts as its head.",
        "It says that one household in three will come.",
        "They beat League One leaders Lund and the Six Nations on BBC Two.",
        "The one who would be glad is away.",
        "The shop Pier 1 Imports saw fewer buyers.",
        "She told Radio 4 that all was well.",
        "He said that the FTSE 100 had closed.",
        "London Irish 19-33 Wasps.",
        "1 Severe illness: according to any of it.",
        "Some were ill. 2 Critical condition: any of it.",
        "Call (833) 461-5787 now.",
        "They met near 10 Mill Street.",
        "The jets were F-16 and P-3 planes.",
        "It began in the 1990s and the 1870s.",
        "It arrived at 1650 GMT.",
        "The hall was built in 1742, and in 1857 it burned.",
        "Its acts date back to 1497 - the oldest of all.",
        "He said that No 10 had no comment.",
        "These are facts: 1) If it rains, it leaks.",
    ],
)
def test_names_years_and_halves_of_a_time_are_not_offered(text):
    numbers = [one.words for one in worth_a_row((text,)) if one.kind == "a number"]
    assert not numbers


@pytest.mark.parametrize(
    "text, words",
    [
        ("In Sydney 35 people came, and in Lund 40.", "40"),
        ("The towns lost, in Kivu 12 deaths and near Lund 3 more.", "12 deaths"),
        ("Five Dead In Crash As Two Buses Collide.", "Two Buses"),
        ("He said: “Two men left.”", "Two men"),
        ("One in three homes is cold.", "One in three homes"),
        ("The army sent US 14 soldiers there.", "14 soldiers"),
        ("It leaked in 1200 places.", "1200 places"),
        ("They came on Friday 40 strong.", "40 strong"),
        ("It sold 4m euros (£3m, $5m) of bonds.", "$5m"),
        ("It rose to $40m (£19m; €22m) in May.", "€22m"),
        ("It cut costs (£2m to £2.6m) in May.", "£2m to £2.6m"),
        ("It lost $(364) million in May.", "$(364) million"),
    ],
)
def test_what_counts_is_still_offered(text, words):
    assert words in offered(text)


def test_a_figure_behind_another_is_a_name():
    assert "737-800 planes" not in offered("It bought 10 737-800 planes for $630m.")


def test_a_list_goes_along_with_its_first_word():
    text = (
        "Since January, 35 infrared thermometers have been installed by the office in airports,"
        " railway stations, long-distance bus stations, and ferry terminals."
    )
    (one,) = (one for one in worth_a_row((text,)) if one.kind == "a number")
    assert text[one.start : one.end].endswith("and ferry terminals")
