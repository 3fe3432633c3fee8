"""The other path: lessons 01 to 08 run on the stadium report when one name at the top is changed;
and that report is coded to the end.
"""

from itertools import combinations

import nbformat
from closereading import open_report
from closereading.data.reference import read
from closereading.data.report import TABLES
from closereading.reading.scope import accepted, split_by_scope
from closereading.widgets.hedge_dial import ALONE as ALONE_THERE
from closereading.widgets.hedge_dial import dial
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from nbclient import NotebookClient
from test_notebooks import ROOT
from test_widgets import dial_states


def run(notebook):
    NotebookClient(
        notebook,
        timeout=120,
        allow_errors=True,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
    ).execute()
    return {c.id: c for c in notebook.cells if c.cell_type == "code"}


def said(cell, kind="text/plain"):
    return [out.get("text", "") or out.get("data", {}).get(kind, "") for out in cell.outputs]


def test_a_slip_in_the_first_report_keeps_its_traceback():
    cells = [
        (
            "from closereading import begin, open_report\nreport ="
            ' open_report("full-house")\nbegin("01", report)'
        ),
        'report.claims["quot"]',
        "quoted",
        'report = open_report()\nbegin("01", report)',
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
