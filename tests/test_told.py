"""What our lessons tell, held against the tables it rests on: values that two hostile readers found
wrong once, so that none of them comes back.
"""

import json
import re

import pandas as pd
import pytest
from closereading.data.report import open_report
from closereading.data.schema import several
from closereading.lesson.contents import lesson as toml_of
from closereading.reading.scope import accepted
from prose import ROOT, everything, words_of

DAYS = "ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONCE = {  # what stood, by the reason why it went
    "announced closures are no closures": r"opened again|is opened|opened one|had closed three",
    "papers differ on the end of the drills": r"\bdrills ended\b(?! or were)|\bended on the 20th",
    "much is not most": r"most of Ukraine.s shore|shut Ukraine off|makes? most of",
    "to be airlifted is not flown": r"of troops that were flown|likely the origin, not",
    "both are 20 February": r"[Tt]wo days were announced",
    "Lavrov said if": r"Three Russian officials denied|Moscow denied again|depend on others",
    "an absence cannot be seen": r"nobody reports an escalation|no card of ours shows either",
    "three readings and one of ours": r"Four readings stand in the report",
    "the airfields follow": r"ends with “and some other|ends 'and some other",
    "several Englishes": r"n agency’s English|in one agency's English of|wrote English himself",
    "we have not read every official": r"No official printed this sum",
    "governments ask": r"\bthree states\b",
    "two sentences run into one": r"printed those of the transcript",
    "250 becomes 300": r"150 to 250 all become",
    "no card holds it": r"2016: “occupied”",
    "a page that denies what is": r"routes would be blocked",
    "averaging came second": r"and averaging several people’s judgements helped much more",
}


@pytest.fixture(scope="module")
def late():
    """Report with all its cards."""
    return open_report("union-resolve")


def told(rule):
    """list of str: where our prose says what it must not say."""
    return [where for where, text in everything() if re.search(rule, " ".join(text.split()))]


@pytest.mark.parametrize("why", ONCE)
def test_what_was_wrong_once_stands_nowhere(why):
    assert told(ONCE[why]) == []


def test_the_rules_find_what_stood():
    stood = [
        "A notice of 10 February opened the one in the Sea of Azov again; it is opened.",
        "The drills ended on the day printed; the troops stayed",
        "Two days were announced, for the end of the drills",
    ]
    for text in stood:
        assert any(re.search(rule, text) for rule in ONCE.values()), text


# --- lesson 08


def test_closures_are_announced_and_one_announcement_is_cancelled(late):
    said = late.sources.loc["R64", "says"]
    assert "canceled the preliminary announcement" in said and "R60" in said
    for text in (words_of("08", "worked"), late.outcomes.loc["O01", "why"]):
        assert "had announced that it would close three areas from 13 to 19 February" in text
        assert "cancelled the announcement for the one in the Sea of Azov" in text
    assert str(late.events.loc["V11", "date"].date()) == "2022-02-10"


def test_the_papers_differ_on_the_drills_and_both_are_cards(late):
    both = late.sources.loc["R84", "says"]
    assert "would extend" in both and "were completed" in both
    for cell in ("join-saw", "closing"):
        text = words_of("08", cell)
        assert "drills were over, others that they were extended" in text, cell
    title = "On 20 February the drills ended or were extended; the troops stayed"
    assert title in words_of("08", "line")


def test_the_violations_are_sums_of_the_cards_numbers(late):
    runs = late.quoted.loc[late.quoted["card"] == "R80"]
    last = [int(run.split()[0]) for run in runs["quote"]]
    assert (sum(last[:2]), sum(last[2:])) == (1566, 870)
    before = [int(re.search(r"recorded (\d+)", end).group(1)) for end in runs["suffix"]]
    assert (sum(before[:2]), sum(before[2:])) == (870, 591)  # each report repeats the day before
    for text in (words_of("08", "cards-saw"), late.outcomes.loc["O19", "why"]):
        assert "from 591 to 1,566" in text
    assert late.published < late.sources.loc["R80", "known_on"] <= late.events.loc["V05", "until"]


def test_a_sentence_of_an_official_is_not_cut_before_its_point(late):
    halves = {
        "objective necessity": "when we decide they should do so",
        "sounds funny": "a kind of encirclement",
        "not being considered": "upon the completion of a particular phase of the drills",
    }
    for first, second in halves.items():
        where = [text for _, text in everything() if first in text and len(text.split()) > 12]
        assert where, first
        assert [text[:60] for text in where if second not in " ".join(text.split())] == [], first


def test_the_days_between_two_estimates_are_those_that_the_table_allows(late):
    later = late.sources.loc["R28", "known_on"]
    days = accepted(late.numbers.loc["N07"], "counted_on")
    gaps = sorted((later - pd.Timestamp(day)).days for day in days)
    assert (
        f"{DAYS[gaps[0] - 10]} to {DAYS[gaps[-1] - 10]} days later"
        in late.outcomes.loc["O06", "why"]
    )


def test_readiness_is_asked_alike_of_both_who_spoke_of_it(late):
    of = late.outcomes.set_index("claim")
    assert of.loc["C20", "verdict"] == "cannot be tested"
    assert "held" in accepted(of.loc["C20"], "verdict")
    assert of.loc["C38", "source"] == "R83"
    assert late.claims.loc["C38", "account"] == "analysts"


# --- the strip of paragraphs


def strip(number):
    """set of int: the paragraphs that a lesson says it uses."""
    return set(toml_of(number)["paragraphs"])


def test_the_strips_of_07_and_08_hold_every_paragraph_that_is_used(late):
    tested = set(late.claims.loc[late.outcomes["claim"].unique(), "paragraph"])
    assert tested <= strip("08")
    early = late.events[late.events["known_on"] <= late.published]
    items = late.items[late.items["table"] == "six"]
    ids = {c for cell in [*early["from"], *items["from"]] for c in several(cell)}
    assert set(late.claims.loc[sorted(ids), "paragraph"]) <= strip("07")


# --- lessons 04 to 07


def test_every_card_that_counts_groups_in_belarus_is_named(late):
    groups = late.sources["says"].str.contains(r"battalion tactical groups|battalion-tactical|btg")
    there = late.sources["says"].str.contains("Belarus|R25|10-15")
    early = late.sources["known_on"] <= late.published
    cards = set(late.sources.index[groups & there & early]) | {"R78"}
    assert {"R25", "R78", "R79"} <= cards
    for text in (words_of("04", "chart-saw"), late.claims.loc["C42", "note"]):
        assert all(card in text for card in ("R25", "R78", "R79"))
    assert "R79" in late.items.loc["E4", "why"]
    assert f"{11 * 600:,}" in words_of("04", "chart-saw")


def test_the_journey_of_30000_begins_with_its_nearest_ancestor(late):
    ids = re.findall(r"R\d+", words_of("04", "journey"))
    assert ids[0] == "R78" and "“up to 30,000”" in late.sources.loc["R78", "says"]
    assert late.sources.loc[ids, "known_on"].is_monotonic_increasing
    assert "said on 30 January" in words_of("04", "journey-saw")


def test_the_prose_on_the_flawed_chart_agrees_with_what_the_tool_says():
    path = ROOT / "notebooks" / "04_how_many.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    faults = next(c for c in cells if c["id"] == "faults")["outputs"]
    out = "".join(text for o in faults for text in o["data"]["text/html"])
    assert "drawn at 11,000" in out and "The end 5,000 is not drawn" in out
    assert "3,000;" not in out.replace("3,000 to", "")
    assert "It does not complain of 3,000" in words_of("04", "faults-saw")


def test_the_one_clash_says_on_what_it_rests(late):
    pair = late.pairs.loc["V01"]
    assert "If they speak of other days or of other soldiers, both can be true" in pair["why"]
    assert "same troops" in pair["reading"] and "same days" in pair["reading"]


def test_the_two_dated_things_of_lesson_07_are_of_one_day(late):
    assert late.events.loc["V03", "until"] == late.events.loc["V04", "date"]
    assert "Two things are dated, and to one day" in words_of("07", "line-saw")


def test_another_scope_is_no_confirmation(late):
    item = late.items.loc["E06"]
    assert item["credibility"] != "H" and "another scope" in item["why"]


def test_what_a_ministers_card_says_of_a_flight_is_the_agencys(late):
    assert "are to be airlifted" in late.claims.loc["C05", "note"]
    assert "possibly the origin" in late.items.loc["E03", "why"]
    for number, cell in (("02", "tass-saw"), ("05", "tass")):
        text = words_of(number, cell)
        assert "Interfax" in text and "covering around 10,000 kilometers" in text


def test_what_each_line_does_not_test_is_said_of_every_account(late):
    said = words_of("06", "shared-saw")
    untested = re.findall("“([^”]+)”", said.split("These words stay untested:")[1])
    of = [late.claims[late.claims["quote"].str.contains(q, regex=False)] for q in untested]
    assert {account for rows in of for account in rows["account"]} == set(late.accounts.index)
    assert all(len(rows) for rows in of)


def test_the_troops_in_belarus_are_a_part_of_the_buildup(late):
    said = words_of("06", "pairs-saw")
    assert "of which those in Belarus are a part" in said and "other troops" not in said
    assert "one part of it can still go home" in late.pairs.loc["V22", "why"]
    assert "if Putin is preparing an attack" == late.about["conditions"]["C36"]


def test_only_those_who_denied_are_said_to_have_denied(late):
    said = late.sources.loc["R71", "says"]
    assert "Two officials denied" in said and "If it depends on the Russian Federation" in said
    (row,) = late.in_print[late.in_print["card"] == "R71"].itertuples()
    assert row.says.startswith("Two Russian officials had denied")
