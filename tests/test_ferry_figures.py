"""The third report, a release full of figures: solved, invented, and marked so."""

import pandas as pd
import pytest
from closereading import charts, start_report, unexplained
from closereading.data.reference import printed, worth_a_row
from closereading.data.report import open_report
from closereading.reading.accounts import account_names
from closereading.reading.pairs import RELATIONS, clash
from closereading.widgets.lens import attribution_lens
from closereading.widgets.quote_trace import quote_trace
from closereading.widgets.two_accounts import two_accounts


@pytest.fixture
def figures():
    return open_report("ferry-figures")


def test_it_is_invented_and_says_so(figures):
    assert figures.title.endswith("(invented)") and "Invented by us" in figures.about["note"]
    assert len(figures.claims) >= 20 and len(figures.numbers) >= 15 and figures.complete


def test_each_number_is_what_its_words_say(figures):
    for key, row in figures.numbers.iterrows():
        hedge, *ends = printed(row["words"])
        cell_of_the_table = "\t" in figures.claims.loc[row["from"], "quote"]  # in millions
        factor = 10**6 if cell_of_the_table else 1
        wanted = pd.Series(ends, index=["low", "high"]) * factor
        assert row["hedge"] == hedge, key
        assert row[["low", "high"]].fillna(-1).tolist() == pytest.approx(wanted.fillna(-1)), key


def test_the_two_counts_of_staff_clash_and_the_others_do_not(figures):
    conflicts = figures.pairs[figures.pairs["relation"] == "clash"]
    ((first, second),) = conflicts[["first", "second"]].itertuples(index=False, name=None)
    assert "612" in figures.claims.loc[first, "quote"]
    assert "fewer than 600" in figures.claims.loc[second, "quote"]
    assert clash(figures, first, second)
    others = figures.pairs[figures.pairs["relation"] != "clash"]
    assert set(others["relation"]) <= set(RELATIONS) and len(others) == 4


def test_every_tool_takes_it(figures):
    for picture in (
        charts.intervals(figures),
        charts.intervals(figures, alone=3),
        charts.counts(figures),
        charts.accounts(figures),
        charts.in_their_words(figures),
    ):
        assert unexplained(picture, figures) == [] and picture.figure is not None
    for panel in (attribution_lens(figures), two_accounts(figures), quote_trace(figures)):
        assert "could not be shown" not in panel.says
    assert "Found 0 of 3" in two_accounts(figures).says
    assert list(account_names(figures)) == list(figures.accounts.index)


def test_a_learner_may_begin_with_a_copy_of_it(work):
    report = start_report("mine", like="ferry-figures")
    assert len(report.claims) == len(open_report("ferry-figures").claims)


def test_most_of_what_the_bench_would_offer_has_its_row(figures):
    offered = [one for one in worth_a_row(tuple(figures.paragraphs)) if one.number]
    numbers = " | ".join(figures.claims["quote"])
    missed = [one.words for one in offered if one.words not in numbers]
    assert len(missed) <= len(offered) / 4, missed
