"""Numbers typed in sentences are those of the tables, and say their span where another coding is
accepted.
"""

import csv
import math
import re

import pytest
from closereading.data.report import open_report
from closereading.geo import nearest
from closereading.reading.accounts import cells
from closereading.reading.scope import accepted
from prose import ROOT, TEACHER, everything, words_of

IN_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
UNTESTED = "cannot be tested"


@pytest.fixture
def guide_text():
    """str: the teacher's guide."""
    return (TEACHER / "guide.md").read_text(encoding="utf-8")


def span(report, column, value):
    """(int, int): how many claims must be coded so, and how many may be."""
    may = [accepted(row, column) for _, row in report.claims.iterrows()]
    return sum(m == {value} for m in may), sum(value in m for m in may)


def test_lesson_01_and_the_guide_count_as_the_table_does(report, guide_text):
    counts = report.claims["sourcing"].value_counts()
    said = words_of("01", "all-saw")
    assert (
        f"For {counts['none']} of the {len(report.claims)} claims the report has no source" in said
    )
    assert f"For {IN_WORDS[counts['ambiguous']]} more" in said
    assert f"The other {counts['named'] + counts['group']} have a source" in said
    many = f"{len(report.claims)} claims in it; {counts['none']} do not say who says so"
    assert f"{many}, and for {counts['named']} there is somebody" in guide_text
    low, high = span(report, "sourcing", "none")
    least, most = span(report, "sourcing", "named")
    assert f"that we accept give {low} to {high}, and {least} to {most}.)" in guide_text
    know = words_of("01", "know")
    ours = f"and in our own coding {counts['none']}."
    assert f"between {low} and {high} claims have no source, {ours}" in know
    assert f"Between {least} and {most} claims have a person or an office" in know
    assert know.index(f"and in our own coding {counts['named']}.") > know.index(ours)
    tried = words_of("01", "last-saw")
    first, sixth = (int((report.claims["paragraph"] == number).sum()) for number in (1, 6))
    assert f"(There are {first} and {sixth}.)" in tried


ALL_CLAIMS = re.compile(r"(?:\b(?:the|all|our|found)|\|) (\d\d) claims\b")
ALL_ACCOUNTS = re.compile(
    rf"\b(?:[Aa]ll|into|what|holds) ({'|'.join(IN_WORDS)})(?: accounts\b| of them\b)"
)


def other_totals(texts, report):
    """(where, words) of what our prose counts all claims or accounts to, and the tables do not."""
    wanted = {str(len(report.claims)), IN_WORDS[len(report.accounts)]}
    for where, text in texts:
        for found in [*ALL_CLAIMS.finditer(text), *ALL_ACCOUNTS.finditer(text)]:
            if found[1] not in wanted:
                yield where, found[0]


def test_all_claims_and_all_accounts_are_as_many_as_the_tables_have(report):
    of_the_report = r"\d\d_|\d\d\.toml|guide\.md|README\.md$"
    texts = [(where, text) for where, text in everything() if re.match(of_the_report, where)]
    assert [*other_totals(texts, report)] == []
    report.claims = report.claims.drop("C44")
    report.accounts = report.accounts.drop("analysts")
    places = {where.partition(",")[0] for where, _ in other_totals(texts, report)}
    assert {"01_who_says_so.ipynb", "06_five_accounts.ipynb", "guide.md", "README.md"} <= places


def filled_under_another_coding(report, topic, account):
    """Whether some claim may be coded so that it stands in a cell of the table of accounts."""
    rows = (row for _, row in report.claims.iterrows())
    return any(
        topic in accepted(row, "topic") and account in accepted(row, "account") for row in rows
    )


def test_lesson_06_names_the_cells_that_are_empty_only_in_our_coding(report, guide_text):
    grid = cells(report).map(len).stack()
    empty = list(grid.index[grid == 0])
    hang = [cell for cell in empty if filled_under_another_coding(report, *cell)]
    assert sorted(topic for topic, _ in hang) == ["decision", "decision", "purpose", "purpose"]
    said = words_of("06", "chart-saw")
    assert f"{IN_WORDS[len(empty)].capitalize()} cells are empty" in said
    assert f"{IN_WORDS[len(hang)].capitalize()} of them, purpose twice and decision twice" in said
    many = f"{len(empty)} of {grid.size} cells are empty, {len(hang)} of them only in our coding"
    assert many in guide_text


def test_lesson_08_tests_warnings_like_everybodys_words():
    outcomes = open_report("union-resolve", as_of="2022-02-24").outcomes
    verdicts = outcomes.set_index("claim")["verdict"]
    assert verdicts["C02"] == "held" and verdicts["C07"] in ("held", UNTESTED)
    many = outcomes["claim"].nunique()
    assert f"How many of {IN_WORDS[many]} can be tested" in words_of("08", "predict-text")
    tested = outcomes.loc[outcomes["verdict"] != UNTESTED, "claim"].nunique()
    log = (ROOT / "data" / "CORRECTIONS.md").read_text(encoding="utf-8")
    assert f"; {tested} of {many} can be tested" in log


def test_the_spread_printed_beside_187_to_213_is_that_of_the_formula():
    path = ROOT / "data" / "reference" / "width_study.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        about = next(row for row in csv.DictReader(lines) if row["hedge"] == "about")
    z = math.log10(200)  # which ends in two zeros
    middle = 10 ** sum(float(about[k]) * v for k, v in zip("ABCE", (1, z, 2, 2 * z)))
    factor = 10 ** float(about["sigma_log10"])
    ends = {
        name: f"{200 - wide / 2:.0f} to {200 + wide / 2:.0f}"
        for name, wide in (("low", middle / factor), ("middle", middle), ("high", middle * factor))
    }
    two_in_three = f"between {middle / factor:.0f} and {middle * factor:.0f}"
    told = words_of("02", "words-text")
    assert two_in_three in told and "our assumption" in told
    assert ends["low"] in told and ends["middle"] in told and ends["high"] in told


def test_the_border_that_many_predict_is_told_in_the_core_of_lesson_02(report):
    """Whoever writes no code learns that “about 200 miles” does not fit the border of Belarus."""
    found = nearest("Belarus", report.places.loc["kyiv"], "10m")
    miles = found[0] / 1.609344
    said = words_of("02", "map-saw")
    assert f"only {miles:.0f} miles away" in said and "nearly four times" in said
    assert 3.5 < 200 / miles < 4
    russia = nearest("Russia", report.places.loc["kyiv"], "10m")[0] / 1.609344
    assert f"of Russia it is {russia:.0f} miles" in said and russia < 150
    assert f"the nearest soil of Belarus is {miles:.0f} miles" in words_of("02", "e3-text")


@pytest.fixture
def late():
    """Report with all its cards."""
    return open_report("union-resolve")


def test_the_small_word_before_30000_is_a_floor_once_and_a_ceiling_once(late):
    says = late.sources["says"]
    said = words_of("04", "journey-saw")
    for card, words in (
        ("R11", "more than 30,000"),
        ("R13", "up to 30,000"),
        ("R12", "an expected 30,000"),
        ("R14", "around 30,000"),
    ):
        assert words in says[card] and f"“{words}”" in said
    days = (late.sources.loc["R13", "known_on"] - late.sources.loc["R11", "known_on"]).days
    assert f"{IN_WORDS[days].capitalize()} days later" in said


def test_nothing_says_that_a_government_has_no_telephone():
    """A press office answers. What the report leaves out is who in the group spoke."""
    told = [text for _, text in everything() if "elephon" in text]
    assert told and not [text for text in told if "has no telephone" in text]


def test_lesson_08_says_how_many_are_tested_without_those_that_say_only_could(late):
    outcomes = late.outcomes
    tested = set(outcomes.loc[outcomes["verdict"] != UNTESTED, "claim"])
    could = {claim for claim in tested if "could" in late.claims.loc[claim, "quote"]}
    said = words_of("08", "cards-saw")
    assert (
        f"In our reading {IN_WORDS[len(tested)]} of the {IN_WORDS[outcomes['claim'].nunique()]}"
        in said
    )
    assert f"the {IN_WORDS[len(could)]} that say no more than “could”" in said
    assert f"{IN_WORDS[len(tested - could)]} remain" in said


def test_the_readme_tells_its_first_picture_as_it_is_drawn():
    told = re.search(
        r"!\[Interval chart: (\w+) numbers of forces on (\w+) axes;", text_of("README.md")
    )
    drawn = next(
        line for line in text_of("figures/README.md").splitlines() if "](04_forces.png)" in line
    )
    marks = int(re.search(r"(\d+) marks", drawn)[1])
    assert told.groups() == (IN_WORDS[marks], IN_WORDS[drawn.count(" from 0 to ")])


def text_of(name):
    """str: a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")
