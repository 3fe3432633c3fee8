"""The other path: lessons 01 to 08 run on the stadium report when one name at the top is changed;
and that report is coded to the end.
"""

import re
from functools import cache
from itertools import combinations

import nbformat
import pytest
from closereading import open_report
from closereading.data.reference import read
from closereading.data.report import TABLES
from closereading.reading.scope import accepted, split_by_scope
from closereading.widgets.hedge_dial import ALONE as ALONE_THERE
from closereading.widgets.hedge_dial import dial
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from nbclient import NotebookClient
from test_notebooks import NOTEBOOKS, ROOT
from test_widgets import dial_states

LESSONS = [p for p in NOTEBOOKS if "01" <= p.name[:2] <= "08"]
DRAWS = re.compile(
    r"^(charts\.|maps\.|opens\(|attribution_lens|from_where|hedge_dial|workbench|quote_trace|narrative_lens|matrix_bench|dated_cards)|="
    r" opens\(",
    re.M,
)
# pictures of rows that only the first report has: there one sentence says so
ALONE = {"02 far", "03 drawn", "04 flawed", "04 treaty", "08 line"}
SENTENCE = re.compile(r"[A-Z“][^\n]{20,200}\.\s*")


def run(notebook):
    NotebookClient(
        notebook,
        timeout=120,
        allow_errors=True,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    ).execute()
    return {c.id: c for c in notebook.cells if c.cell_type == "code"}


@cache
def on_the_stadium(path):
    """dict: id -> cell of a lesson, executed after its one line was changed."""
    notebook = nbformat.read(path, 4)
    changed = [
        re.sub(
            r"^report = open_report\(.*\)$",
            'report = open_report("full-house")',
            c.source,
            flags=re.M,
        )
        for c in notebook.cells
    ]
    assert sum(new != c.source for new, c in zip(changed, notebook.cells)) == 1
    for cell, source in zip(notebook.cells, changed):
        cell.source = source
    return run(notebook)


def said(cell, kind="text/plain"):
    return [out.get("text", "") or out.get("data", {}).get(kind, "") for out in cell.outputs]


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_one_name_changed_and_the_lesson_runs(path):
    for name, cell in on_the_stadium(path).items():
        assert not [out.evalue for out in cell.outputs if out.output_type == "error"], cell.source
        drawn = any("<img" in html for html in said(cell, "text/html")) or any(
            "application/vnd.jupyter.widget-view+json" in out.get("data", {})
            for out in cell.outputs
        )
        if DRAWS.search(cell.source):
            assert drawn == (f"{path.name[:2]} {name}" not in ALONE), (cell.source, said(cell))
        if f"{path.name[:2]} {name}" in ALONE:
            assert len(cell.outputs) == 1 and SENTENCE.fullmatch(said(cell)[0]), said(cell)
        assert not re.search("Belarus|Kyiv|Reznikov|Janes", " ".join(said(cell))), (
            cell.source,
            said(cell),
        )
    begun = " ".join(said(on_the_stadium(path)["begin"]))
    assert "(invented)" in begun and "Invented by us for practice" in begun and "■" not in begun


def test_what_speaks_of_the_first_report_alone_says_so_in_one_sentence():
    skipped = [
        text
        for path in LESSONS
        for cell in on_the_stadium(path).values()
        for text in said(cell)
        if "skipped" in text and "cells that speak" not in text
    ]
    assert len(skipped) > 12 and all(SENTENCE.fullmatch(text) for text in skipped), skipped
    assert (
        "The report that is open has no “R11”, “R12”, “R13”, “R14”, “R16”, “R18”, so this cell is"
        " skipped." in [s.strip() for s in skipped]
    )
    assert "No row" in said(on_the_stadium(LESSONS[1])["places"], "text/html")[0]


def test_a_slip_in_the_first_report_keeps_its_traceback():
    cells = [
        (
            "from closereading import begin, open_report\nreport ="
            ' open_report("full-house")\nbegin("01")'
        ),
        'report.claims["quot"]',
        "quoted",
        'report = open_report()\nbegin("01")',
        'report.claims["quot"]',
        "quoted",
    ]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(c, id=f"c{i}") for i, c in enumerate(cells)]
    )
    ran = list(run(notebook).values())
    assert (
        [out.output_type for i in (1, 2) for out in ran[i].outputs] == ["display_data"] * 2
        and "“quot”" in said(ran[1])[0]
        and "“quoted” is not there" in said(ran[2])[0]
    )
    assert [out.ename for i in (4, 5) for out in ran[i].outputs] == [
        "KeyError",
        "NameError",
    ] and "■" in said(ran[3])[0]


def test_the_stadium_report_is_solved_to_the_end():
    report = open_report("full-house")
    assert all(
        (report.folder / f"{name}.csv").exists() and len(getattr(report, name)) for name in TABLES
    )
    claims, numbers = report.claims, report.numbers
    assert (claims[["claim", "kind", "topic", "note", "sourcing", "account"]] != "").all(
        axis=None
    ) and 24 <= len(claims) <= 28
    assert (
        list(claims.index) == [f"S{n:02}" for n in range(1, len(claims) + 1)]
        and claims["paragraph"].is_monotonic_increasing
    )
    governed = (claims["cue"] != "") | (claims["cue_of"] != "")
    assert ((claims["cue_class"] != "") == governed).all() and set(claims["cue_class"]) - {""} == {
        "neutral",
        "committed",
        "distancing",
        "belief",
        "estimate",
    }
    assert set(claims["kind"]) == {
        "event",
        "capability",
        "intent",
        "commitment",
        "judgement",
        "place",
    }
    for _, row in claims.iterrows():
        assert (
            all(
                piece in report.paragraphs[row["paragraph"] - 1]
                for piece in [row["cue"], *row["hedge"].split("; ")]
            )
            and len(row["quote"].split()) <= 12
        )
    for row in numbers.itertuples():  # a figure is filled in only where it is printed
        assert row.hedge in row.words and (row.hedge == "only a few hundred") == (
            read(row.hedge, row.low, row.high).soft != ""
            and row.low != row.low
            and row.high != row.high
        )
    rows = {f.read_as: list(f.rows.index) for f in split_by_scope(numbers) if len(f.rows) > 1}
    meet = {
        name: (
            read(*(numbers.loc[a, ["hedge", "low", "high"]])).meets(
                read(*(numbers.loc[b, ["hedge", "low", "high"]]))
            )
        )
        for name, (a, b) in rows.items()
    }
    assert meet == {"spectators": False, "people in the queue": True, "the wait for the tier": True}
    alike = [
        (a.name, b.name)
        for (_, a), (_, b) in combinations(numbers.iterrows(), 2)
        if a["unit"] == b["unit"]
        and a["status"] == b["status"]
        and a["place"] != b["place"]
        and accepted(a, "population") & accepted(b, "population")
    ]
    assert alike == [("M09", "M10")]  # the one pair that may be added: two places, all else equal
    assert report.accounts["rules_out"].ne("").all() and all(
        "(invented)" in p for p in report.sources["publisher"]
    )
    assert (
        report.places["source"].str.contains("invented").all()
        and (report.places["lon"] < -120).all()
    )
    assert str(report).startswith(
        "New stadium opens in Tallowford, six weeks late (invented)"
    ) and "Invented by us" in repr(report.read())


def test_no_letter_of_the_dial_leaves_the_page(any_report):
    for values in (v for v in dial_states(any_report) if v["beside"] == ALONE_THERE):
        figure = dial(any_report, values).figure
        for text in figure.findobj(Text) if figure else ():
            box = text.get_window_extent(FigureCanvasAgg(figure).get_renderer())
            assert not text.get_text() or -1 <= box.x0 and box.x1 <= figure.bbox.x1 + 1, (
                values,
                text.get_text(),
            )
