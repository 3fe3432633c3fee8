"""Whom the bench offers as the speaker: groups and offices, whoever opened a quotation, and nobody
where the writer speaks.
"""

import pytest
from closereading.data.reference import readings, reporting_words, worth_a_row
from closereading.reading.strength import softened_by, strengths_in
from closereading.widgets.bench_steps import BLANK
from closereading.widgets.bench_who import GUESS, who_is_offered

NOBODY = "no stated source"


def offered(told, number="14 boats", passage=""):
    """list of str: the speakers that the bench offers, as its buttons call them."""
    row = {**BLANK, "number": number, "passage": passage or number}
    told = [told] if isinstance(told, str) else told
    return [label.removeprefix("Speaker: ") for label, _ in who_is_offered(row, told, [], {})]


@pytest.mark.parametrize(
    "sentence, first",
    [
        ("Federal prosecutors alleged that 14 boats sank.", "Federal prosecutors (no name given)"),
        ("In May, prosecutors asserted that 14 boats sank.", "prosecutors (no name given)"),
        ("14 boats sank, prosecutors allege.", "prosecutors (no name given)"),
        ("Harbour officials said 14 boats sank.", "Harbour officials (no name given)"),
        (
            "State prosecutors in Norland County said 14 boats sank.",
            "State prosecutors in Norland County (no name given)",
        ),
        (
            "Officials with the board said 14 boats sank.",
            "Officials with the board (no name given)",
        ),
        ("On Tuesday state police said 14 boats sank.", "state police"),
        ("Medical staff told us that 14 boats sank.", "Medical staff"),
        ("Local media reported that 14 boats sank.", "Local media"),
        ("Most experts said 14 boats sank.", "most experts (no name given)"),
        ("Court records show that 14 boats were sold.", "Court records"),
        ("New figures published on Monday show 14 boats.", "New figures"),
        ("The indictment alleges that 14 boats sank.", "the indictment"),
        ("The company, which sold 14 boats, said it was calm.", "the company"),
        ("The company said it sold 14 boats.", "the company"),
        ("A lawsuit filed on Monday alleges that 14 boats sank.", "a lawsuit"),
        ("The group, citing police reports, said 14 boats sank.", "the group"),
        ("Officials say they think 14 boats sank.", "Officials (no name given)"),
        (
            "The Department of Justice alleged that 14 boats sank.",
            "Department of Justice (by name)",
        ),
        (
            "The Department of Boats and the FBI said 14 boats sank.",
            "Department of Boats and the FBI (by name)",
        ),
        ("U.S. prosecutors said 14 boats sank.", "U.S. prosecutors (no name given)"),
        ("Lund and police said 14 boats sank.", "Lund and police"),
        (
            "Local police and state officials said 14 boats sank.",
            "Local police and state officials (no name given)",
        ),
        ("It rained, and police said 14 boats sank.", "police"),
        ("The ministry reported on Monday that 14 boats sank.", "the ministry"),
    ],
)
def test_a_group_or_an_office_is_offered_as_it_is_printed(sentence, first):
    assert offered(sentence)[0] == first


@pytest.mark.parametrize(
    "sentence, giver",
    [
        (
            "Some 14 boats were reported to the board by the coastal authorities in Norland.",
            "the coastal authorities in Norland",
        ),
        ("14 boats were reported by the Coast Guard.", "Coast Guard (by name)"),
        ("Revenue reported by the company paid for 14 boats.", "the company"),
        ("All 14 boats reported by the company were old.", "the company"),
        ("Lund was told by the harbour board that 14 boats sank.", "the harbour board"),
        (
            "The board received detailed information from the National Fisheries Agency that 14"
            " boats sank.",
            "National Fisheries Agency (by name)",
        ),
    ],
)
def test_of_whom_a_figure_comes_is_offered_before_nobody(sentence, giver):
    assert offered(sentence) == [giver, NOBODY]


@pytest.mark.parametrize(
    "sentence",
    [
        "14 boats were stolen by thieves.",
        "14 boats had been reported by noon.",
        "14 boats were reported stolen by Monday.",
        "According to any of the following criteria, 14 boats are many.",
        "According to the following table, 14 boats sank.",
        "Some said that 14 boats sank.",
        "These show that 14 boats sank.",
        "Boats show 14 boats.",
        "Anna Lund added 14 boats.",
        "Researchers added 14 boats to the list.",
        "Sailors said to be ill left 14 boats.",
        "The workers had 14 boats provided by the club.",
    ],
)
def test_nobody_is_offered_where_there_is_none(sentence):
    assert offered(sentence) == [NOBODY]


def test_the_whole_name_of_an_office_is_taken():
    sentence = (
        "In May, the Ministry of Boats, Labour and Welfare, Norland (MBLW) reported 14 boats."
    )
    office = ["Ministry of Boats, Labour and Welfare (by name)"]
    assert offered(sentence) == office
    cited = "According to the Ministry of Boats, Labour and Welfare, 14 boats sank."
    assert offered(cited) == office


LUND = "Anna Lund, Chief Executive Officer, commented: “We sold 12 boats."


def test_whoever_opened_a_quotation_stands_first_for_all_that_is_in_it():
    before = ["Bo Berg said so.", LUND]
    guess = f"Anna Lund (by name){GUESS}"
    assert offered([*before, "We hope for 14 boats."])[0] == guess
    assert offered([*before, "Norland Boats expects to sell 14 boats."])[0] == guess
    assert offered([*before, "Ann Bo said 14 boats sank.", "We have 14 boats.”"])[0] == guess
    assert offered([LUND, "“It rained.", "“We hope for 14 boats.”"])[0] == guess
    closed = "We hope for 14 boats,” and Bo Berg said 30 sank."
    assert offered([LUND, closed])[0] == guess
    assert offered([LUND, closed], "30")[0] == "Bo Berg (by name)"
    assert offered([LUND, "It rained.”", "It has 14 boats."]) == [NOBODY]
    assert offered(LUND, "12 boats")[0] == "Anna Lund (by name)"
    added = "Bo Berg, Chief Financial Officer of Norland Boats, added, “We have 14 boats.”"
    assert offered(added)[0] == "Bo Berg (by name)"
    assert offered("“We have 14 boats,” Anna Lund said in a news release.") == [
        "Anna Lund (by name)"
    ]
    behind = "“We sold 14 boats. We hope for 20,” Lund said."
    assert offered(behind, passage=behind) == ["Lund"]


def test_what_the_writer_tells_has_nobody_first():
    beside = "Lund said before the match that he was calm."
    came = "A crowd of 15,522 came."
    assert offered(f"{beside} {came}", "15,522", f"{beside} {came}") == [NOBODY]
    told = [beside, "The town has a “boom” with 14 boats."]
    assert offered(told) == [NOBODY, f"Lund{GUESS}"]
    assert offered("“We won,” Lund said before 14 boats went home.") == [NOBODY, "Lund"]
    assert offered("Lund said in front of 14 boats that he was calm.") == [NOBODY, "Lund"]
    assert offered("Lund said before the match that 14 boats would come.") == ["Lund"]
    assert offered("“We won,” Lund said, as many as 14 boats.") == ["Lund"]


@pytest.mark.parametrize(
    "sentence, cue",
    [
        ("14 checks were missed, saying the loss was small.", ""),
        ("14 men were charged, falsely stating that all was well.", ""),
        ("Anna Lund added 14 boats.", ""),
        ("Anna Lund added that 14 boats sank.", "added"),
        ("Lund left, saying that 14 boats sank.", "saying"),
        ("Prosecutors alleged that 14 boats sank.", "alleged"),
        ("Anna Lund commented: “We sold 14 boats.”", "commented"),
    ],
)
def test_a_participle_tells_only_what_follows_it(sentence, cue):
    assert [one.cue for one in worth_a_row((sentence,))][0] == cue


@pytest.mark.parametrize(
    "words, softens",
    [
        ("14 boats were allegedly sold", "allegedly"),
        ("the alleged theft of 14 boats", "alleged"),
        ("14 boats were reportedly sold", "reportedly"),
    ],
)
def test_what_is_only_alleged_is_put_as_what_somebody_holds(words, softens):
    assert softened_by(words, readings()) == [softens]
    assert strengths_in(words, readings()) == ["believes"]
    assert {"allegedly", "reportedly"}.isdisjoint(reporting_words())
    assert {"alleged", "alleges", "allege"} <= set(reporting_words())
