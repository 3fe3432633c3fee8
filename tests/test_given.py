"""What is put into a call that shows something: a value it cannot take gets one sentence, and what
a table holds is shown as it is or not at all.
"""

import closereading
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from closereading import Interval, charts, everywhere, evidence, maps, opens
from closereading.reading.text import Problem
from closereading.show.tables import frame_html, series_html

# a call as somebody types it, and words of the sentence that it gets
REFUSED = [
    ("charts.intervals(report, people.assign(low=5))", "yours differ from them in “low”"),
    ("charts.intervals(report, people.assign(low='x'))", "yours differ from them in “low”"),
    ("charts.timeline(report, events.assign(date='x'))", "differ from them in “date”"),
    ("report.marks(claims.assign(speaker='janes'))", "differ from them in “speaker”"),
    ("charts.intervals(report, ['N05'])", "For “rows”, charts.intervals(…) wants rows of a table"),
    ("charts.intervals(report, claims)", "Wanted are rows of report.numbers"),
    ("charts.intervals(report, people.reset_index())", "“0” is the id of none"),
    ("charts.counts(claims)", "wants the report that open_report gave; this is a table"),
    ("charts.counts(report, people)", "rows of report.claims"),
    ("charts.timeline(report, people)", "rows of report.events"),
    ("charts.intervals(report, people, titel='x')", "nothing called “titel”. Did you mean title?"),
    ("charts.intervals(report, people, 't', 5)", "For “says”, charts.intervals(…) wants a text"),
    ("charts.intervals()", "“report” is missing, the report that open_report gave"),
    ("report.marks(people['low'])", "One row alone stands in two pairs of brackets"),
    ("report.marks(people.loc['N05'])", "One row alone stands in two pairs of brackets"),
    ("opens(ax, claims, 'T', 's')", "wants what report.marks(…) gives"),
    ("opens(ax, report.marks(claims), 'T')", "“says” is missing"),
    ("opens(ax, report.marks(claims), 5, 7)", "For “title”, opens(…) wants a text"),
    ("opens(ax, report.marks(claims), 'T', 's', of=['a'])", "wants which mark stands where"),
    ("opens(polar, report.marks(claims), 'T', 's')", "These axes are round"),
    ("maps.opens(ax, report, claims, 'T', 's')", "rows of report.places"),
    ("maps.opens(ax, report, places.reset_index(), 'T', 's')", "“0” is the id of none"),
    ("maps.opens(turned, report, places, 'T', 's')", "Longitude goes along x"),
    ("maps.distances(report, band=(None, 213))", "A band has two ends"),
    ("maps.distances(report, band=(213, 187))", "the low one first"),
    ("maps.distances(report, band=200)", "this is 200"),
    ("maps.distances(report, band='187 to 213')", "this is 187 to 213"),
    ("maps.distances(report, band=('187', '213'))", "two ends that are numbers"),
    ("maps.distances(report, band=(187,))", "A band has two ends"),
    ("maps.distances(report, band=parse_words('over 200'))", "this is over 200"),
    ("maps.distances(report, band=(float('nan'), 5))", "two ends that are numbers"),
    ("maps.distances(report, unit='km')", "“km” is no unit of these maps; they have miles"),
    ("faults(ax, report)", "the picture that opens(…) gave; this is something of the type Axes"),
    ("two_quotes(report, 'C09', 'C16')", "Two ids in round brackets"),
    ("two_quotes(report, ('C09', 'C99'))", "“C99” is no claim of this report"),
    ("two_quotes(report)", "Two ids in round brackets"),
    ("dated_cards(report, ['R99'])", "This report has no source card “R99”"),
    ("scope_form(report, claims)", "rows of report.numbers"),
    ("compare_quotes(5, 'b')", "Two texts are compared; one of these is 5"),
    ("compare_quotes('b', None)", "one of these is None"),
    ("matrix_bench(report, rate=['E9'])", "nothing to rate by these names"),
    ("matrix_bench()", "“report” is missing"),
    ("hedge_dial(report, 'only a few')", "“only a few” cannot be read here; these phrases can"),
    ("my_band(report, 'C99')", "“C99” holds no number"),
    ("nearest(places.loc['kyiv'], 'Belarus')", "There is no outline of"),
    ("nearest('Belarus')", "“place” is missing"),
    ("split_by_scope(report)", "wants rows of report.numbers; this is a report"),
    ("everywhere('a text', 'a')", "A list of paragraphs comes first"),
    ("evidence.leave_one_out(report)", "a table of ratings, as evidence.ratings(report) gives it"),
    ("evidence.merged(rated, 'preparing', 'opn', 'better')", "There is no “opn” here"),
    ("evidence.merged(rated, 'preparing', 'open', 'best')", "there are better, worse"),
    ("evidence.over_accepted(rated)", "wants the report that open_report gave"),
    ("open_report(asof='2022-02-10')", "nothing called “asof”. Did you mean as_of?"),
    ("open_report('ferry', '2022-02-10', 3)", "takes name, as_of, and no more"),
    ("save_claim()", "save_claim(…) is not whole: “name” is missing"),
    ("save_claim('ferry', 'x')", "Behind name each value in save_claim(…) needs its name"),
    ("save_claim('ferry', {'passage': 'x'})", "Behind name each value in save_claim(…)"),
    ("save_claim('union-resolve', passage='x')", "cannot be the name of a report of yours"),
    ("save_claim('ferry', passage='x', speaker=True)", "speaker: found True; expected words"),
    ("save_claim('ferry', passage='x', speaker=5)", "speaker: found 5; expected words"),
    ("add_row('ferry')", "add_row(…) is not whole: “table” is missing"),
    ("add_row('ferry', 'places', 'x')", "Behind name and table each value in add_row(…)"),
    ("parse_words(word='at least 14')", "nothing called “word”. Did you mean words?"),
    ("edition(5)", "edition(…) takes nothing, and no more"),
    ("download_answers(5)", "download_answers(…) takes nothing"),
    ("begin(report)", 'then the report: begin("01", report)'),
    ("begin()", "“number” is missing"),
    ("recall('1.p')", 'recall("01.p", …) wants what was found'),
    ("recall('02.p')", 'recall("02.p", …) wants miles=…'),
    ("parse_words('8,000 to 14,000') / float('nan')", "“not a number” (nan)"),
]


@pytest.fixture
def cell(report):
    """dict: what a cell knows by name."""
    dots = report.places.plot.scatter("lat", "lon")
    known = dict(vars(closereading), report=report, claims=report.claims, places=report.places)
    known |= {"people": report.numbers.query("unit == 'persons'"), "events": report.events}
    known |= {"ax": plt.figure().gca(), "turned": dots, "rated": evidence.ratings(report)}
    yield known | {"polar": plt.figure().add_subplot(projection="polar")}
    plt.close("all")


@pytest.mark.parametrize("call, says", REFUSED, ids=[call for call, _ in REFUSED])
def test_what_cannot_be_taken_gets_one_sentence(cell, call, says):
    with pytest.raises(Problem) as told:
        eval(call, cell)
    assert says in str(told.value)


@pytest.mark.parametrize("band", [Interval(187, 213), [187, 213], (187, 213.0)])
def test_a_band_may_be_a_pair_or_a_range(report, band):
    title = maps.distances(report, band=band).sheet.title
    assert title == "“only about 200 miles”: 1 of our 12 fits, 1 undecided"


def test_one_id_is_a_list_of_one(report):
    assert "0 of 4 cells" in closereading.matrix_bench(report, rate="E4").says
    whole = closereading.open_report("union-resolve")
    assert "Card 1 of 1" in closereading.dated_cards(whole, "R33").says


def test_a_picture_is_said_to_have_the_marks_that_are_drawn_on_it(report):
    marks = report.marks(report.claims)
    assert "Chart, 0 marks" in opens(plt.figure().gca(), marks, "T", "s").sheet.alt
    few = report.claims[report.claims["sourcing"] == "group"]
    drawn = opens(few["who"].value_counts().plot.barh(), marks, "T", "s").sheet
    assert f"Bar chart, {few['who'].nunique()} marks" in drawn.alt
    whole = charts.counts(report).sheet
    assert f"{len(whole.marks)} marks" in whole.alt


def test_a_table_without_rows_says_nothing_of_the_report():
    told = frame_html(pd.DataFrame({"a": []}))
    assert "No row is in this table." in told and "report" not in told


def test_heads_and_spans_of_days_are_told_in_words():
    levels = pd.DataFrame([[1, 2]], columns=[("quote", "count"), ("quote", "")])
    assert "quote, count</th>" in frame_html(levels) and "(" not in frame_html(levels)
    told = series_html(pd.Series([pd.Timedelta("2 days"), pd.Timedelta("1 days 12:00:00")]))
    assert ">2 days<" in told and "1 days 12:00:00" in told


def test_a_word_is_looked_for_in_paragraphs(report):
    assert everywhere(report.paragraphs, "14,000")
