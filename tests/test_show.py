"""How things look: templates that escape, tables that keep the names of rows, controls that refuse
what no page can show.
"""

import math
import re
from pathlib import Path

import jinja2
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from closereading.show import panel
from closereading.show.controls import (
    KINDS,
    Button,
    Check,
    Choice,
    Held,
    Radio,
    Range,
    Ratings,
    Refused,
    Slider,
    Text,
)
from closereading.show.entry import LONGEST, Area, Upload
from closereading.show.html import TEMPLATES, render
from closereading.show.packed import packed, packed_look
from closereading.show.panel import Panel, View
from closereading.show.tables import frame_html, html_table, series_html
from markupsafe import Markup

SHOW = Path(__file__).parents[1] / "notebooks" / "closereading" / "show"


# --- templates


def test_what_a_template_is_given_is_escaped_and_what_it_is_not_given_is_an_error():
    attack = "<script>alert(1)</script>"
    assert attack not in render("said.html", text=attack)
    assert render("said.html", text=Markup("<b>ours</b>")) == "<p><b>ours</b></p>"
    with pytest.raises(jinja2.UndefinedError):
        render("said.html")


def test_no_template_switches_escaping_off():
    names = TEMPLATES.list_templates()
    assert len(names) >= 15
    for name in names:
        source = (SHOW / "templates" / name).read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", source), name


def test_no_size_hangs_on_the_root_of_the_page_around():
    """A rem is 10 px in the older notebook and 16 px elsewhere."""
    looks = [path for path in Path(panel.__file__).parent.glob("*.[cj]s*")]
    assert len(looks) > 8
    own = "hand_on.css"  # a page of its own
    rem = [p.name for p in looks if p.name != own and re.search(r"\drem\b", p.read_text("utf-8"))]
    assert rem == []


def test_every_template_is_used():
    sources = [*SHOW.parents[1].rglob("*.py"), *SHOW.rglob("*.html")]
    house = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [name for name in TEMPLATES.list_templates() if f'"{name}"' not in house] == []


def test_a_cell_without_blanks_may_be_broken_between_its_parts_and_stays_escaped():
    table = html_table(pd.DataFrame({"a": ["kind=x;topic=forces|<b>", "one; two", "R&amp;D"]}))
    assert "kind=x;<wbr>topic=forces|<wbr>&lt;b&gt;" in table
    assert "one; two" in table and "R&amp;amp;<wbr>D" in table


def test_line_breaks_of_a_template_are_not_sent():
    table = html_table(pd.DataFrame({"a": ["x  y", "1\n2"]}), "Two")
    assert "\n" not in table.replace("1\n2", "") and "x  y" in table and "1\n2" in table


def test_a_script_goes_along_without_its_comments_and_line_breaks():
    script = """
      // a comment
      //
      const A = 1; // the reader's, "too"
      const B = "// no comment";
      const url = "http://a.b/c"; // px
      list
        .map((x) => {
          return x;
        })
        .forEach(put);
      if (a)
        b();
      go()
      stop()
    """
    assert packed(script).split("\n") == [
        'const A = 1;const B = "// no comment";const url = "http://a.b/c";'
        "list.map((x) => {return x;}).forEach(put);if (a)",
        "b();go()",
        "stop()",
    ]
    look = "/* one */\n.a,\n.b :is(p) {\n  margin: 0 1px;\n  content: 'x y';\n}\n.c > a {}"
    assert packed_look(look) == ".a,.b :is(p){margin: 0 1px;content: 'x y';}.c > a{}"


# --- tables


def heads_and_rows(html):
    soup = BeautifulSoup(html, "html.parser")
    heads = [cell.get_text() for cell in soup.select("thead tr > *")]
    return heads, [
        [cell.get_text() for cell in row.select("th, td")] for row in soup.select("tbody tr")
    ]


@pytest.mark.parametrize(
    "index, shown",
    [
        (None, False),
        ([0, 1], False),
        (["Minsk", "Brest"], True),
        ([1, 2], True),
        ([1, 0], True),
        ([0.0, 1.0], False),
        ([False, True], True),
        (pd.Index([0, 1], name="day"), True),
        (pd.MultiIndex.from_tuples([("a", 1), ("a", 2)]), True),
    ],
)
def test_a_table_keeps_the_names_of_its_rows_unless_they_count_from_0(index, shown):
    frame = pd.DataFrame({"miles": [180, 220]}, index=index)
    heads, rows = heads_and_rows(frame_html(frame))
    assert [row[-1] for row in rows] == ["180", "220"]
    assert (len(heads) > 1) == shown == (len(rows[0]) > 1)
    assert heads == [*(n or "row" for n in frame.index.names if shown), "miles"]
    if shown and frame.index.nlevels == 1:
        assert [row[0] for row in rows] == [str(label) for label in frame.index]


def test_no_header_is_empty():
    frame = pd.DataFrame({"miles": [180]}, index=["Minsk"])
    for cell in BeautifulSoup(frame_html(frame), "html.parser").find_all("th"):
        assert cell.get_text().strip()


def test_a_series_is_a_table_of_one_column():
    column = pd.Series([180, 220], index=["Minsk", "Brest"], name="miles")
    assert heads_and_rows(series_html(column)) == (
        ["row", "miles"],
        [["Minsk", "180"], ["Brest", "220"]],
    )
    assert heads_and_rows(series_html(pd.Series([1.5, 2])))[0] == ["value"]


def test_an_index_of_the_same_name_as_a_column_is_no_error():
    frame = pd.DataFrame({"who": ["NATO"]}, index=pd.Index(["C12"], name="who"))
    assert heads_and_rows(frame_html(frame)) == (["who", "who"], [["C12", "NATO"]])


def test_attacks_in_rows_columns_and_names_stay_text():
    attack = "<img src=x onerror=alert(1)>"
    frame = pd.DataFrame({attack: [attack]}, index=pd.Index([attack], name=attack))
    assert BeautifulSoup(frame_html(frame), "html.parser").find("img") is None


# --- controls

GOOD = [
    (Choice(id="c", label="C", options=["a", "b"]), "a", "b"),
    (Radio(id="r", label="R", options=["a", "b"]), None, "b"),
    (Check(id="k", label="K"), False, True),
    (Text(id="t", label="T"), "", "anything"),
    (Button(id="n", label="N"), 0, 3),
    (Slider(id="s", label="S", min=10, max=20, step=5), 10, 15),
    (Range(id="g", label="G", min=10, max=20, step=5), [10, 20], [15, 15]),
    (
        Ratings(id="x", label="X", rows=["r"], columns=["1", "2"], options=["-", "+"]),
        [["-", "-"]],
        [["+", "-"]],
    ),
    (Area(id="a", label="A"), "", "one\ntwo"),
    (Upload(id="u", label="U"), {}, {"name": "a.txt", "data": "QQ=="}),
    (Held(id="h", label="H"), {}, {"open": ["a"], "shown": True}),
]
BAD = {
    "choice": [1, "z", "", ["a"], True, math.nan],
    "radio": ["z", 1, ["a"], False],
    "held": ["a", ["a"], None, 1, {"a": 1}, {"a": [1]}, {"a": None}],
    "check": [1, 0, None, "yes", "false"],
    "text": [None, 1, ["a"], math.nan],
    "area": [None, 1, ["a"], math.nan, "x" * (LONGEST + 1)],
    "upload": [None, "a", 1, {"name": "a"}, {"name": "a", "data": 1}, {"name": "a", "data": "!"}],
    "button": [-1, 1.5, None, True, "1"],
    "slider": [math.nan, math.inf, "12", 9, 21, True, [10]],
    "range": [[15], 15, [15, 10], [10, math.nan], [9, 20], "ab", {"a": 1, "b": 2}, [True, 20]],
    "ratings": [[["+"]], [["+", "z"]], "ab", [], [["+", "-"], ["+", "-"]], ["+-"]],
}


@pytest.mark.parametrize("control, first, other", GOOD, ids=[c.kind for c, *_ in GOOD])
def test_a_control_begins_with_a_value_it_can_show_and_takes_others(control, first, other):
    panel = Panel("Try.", [control], lambda values: View("", str(values)))
    assert control.value == first and panel.values == {control.id: first}
    panel.values = {control.id: other}
    assert panel.values == {control.id: other} and panel.says == str(panel.values)


@pytest.mark.parametrize(
    "control, bad", [(c, bad) for c, *_ in GOOD for bad in BAD[c.kind]], ids=lambda v: str(v)[:20]
)
def test_a_value_that_no_page_can_show_is_refused_in_a_sentence(control, bad):
    panel = Panel("Try.", [control], lambda values: View("", "answered"))
    before = dict(panel.values)
    with pytest.raises(Refused, match=f"“{control.id}” takes .+; found "):
        panel.values = {control.id: bad}
    assert panel.values == before
    panel.set_state({"values": {control.id: bad}})  # as the page would send it
    assert panel.values == before and "could not be shown" in panel.says
    assert "Traceback" not in panel.says
    panel.values = {control.id: control.value}
    assert panel.values == before


def test_every_kind_has_its_good_and_its_bad_values_and_is_known_to_the_page():
    kinds = {control.kind for control, *_ in GOOD}
    script = (SHOW / "controls.js").read_text(encoding="utf-8")
    table = re.search(r"const KINDS = \{(.*?)\}", script, re.S)[1]
    assert kinds == {*KINDS, "held"} == set(BAD) == set(re.findall(r"(\w+)(?::[^,]+)?,", table))


@pytest.mark.parametrize(
    "kind, given",
    [
        (Choice, dict(options=[])),
        (Choice, dict(options="ab")),
        (Choice, dict(options=["a", 1])),
        (Choice, dict(options=["a"], value="b")),
        (Choice, dict(options=["a", "b"], shown=["one"])),
        (Radio, dict(options=["a"], value="b")),
        (Check, dict(value=1)),
        (Slider, dict(min=5, max=5)),
        (Slider, dict(min=0, max=5, step=0)),
        (Slider, dict(min=0, max=math.inf)),
        (Slider, dict(min=0, max=5, value=6)),
        (Range, dict(min=0, max=5, value=[4, 3])),
        (Ratings, dict(options=["a"], rows=[], columns=["c"])),
        (Check, dict(label=" ")),
        (Check, dict(id="")),
    ],
)
def test_a_malformed_control_is_refused(kind, given):
    with pytest.raises(Refused):
        kind(**{"id": "c", "label": "C", **given})


def test_a_number_between_two_marks_of_a_slider_goes_to_the_nearer_as_in_a_browser():
    slider = Slider(id="s", label="S", min=0, max=11, step=5, value=7)
    assert slider.value == 5 and slider.taken(7.5) == 10 and slider.taken(11) == 10
    fine = Slider(id="f", label="F", min=0, max=1, step=0.1, value=0.3)
    assert fine.value == 0.3


def test_an_unknown_or_a_second_id_is_refused_and_what_is_not_named_keeps_its_value():
    two = [Check(id="a", label="A"), Check(id="b", label="B")]
    panel = Panel("Try.", two, lambda values: View("", str(values)))
    with pytest.raises(Refused, match="no control “c”; there are “a”, “b”"):
        panel.values = {"c": True}
    panel.values = {"a": True}
    panel.values = {"b": True}
    assert panel.values == {"a": True, "b": True}
    with pytest.raises(Refused, match="an id of its own"):
        Panel("Try.", [two[0], two[0]], lambda values: View("", ""))
    with pytest.raises(Refused, match="A control is wanted"):
        Panel("Try.", [dict(id="a", kind="check", label="A")], lambda values: View("", ""))


def test_a_form_built_anew_keeps_what_its_controls_can_show():
    first = Choice(id="c", label="C", options=["a", "b"], value="b")
    panel = Panel("Try.", [first], lambda values: View("", str(values)))
    panel.controls = [Choice(id="c", label="C", options=["x", "b"])]
    assert panel.values == {"c": "b"}
    panel.controls = [Choice(id="c", label="C", options=["x", "y"])]
    assert panel.values == {"c": "x"}


def test_a_page_that_still_shows_the_form_before_loses_nothing():
    seen = []
    panel = Panel("Try.", [Text(id="old", label="Old")], lambda v: seen.append(v) or View("", ""))
    panel.controls = [Text(id="new", label="New")]
    panel.set_state({"values": {"old": "typed late"}})
    assert {"new": "", "old": "typed late"} in seen


def test_a_long_list_of_options_is_not_told_in_full():
    many = Choice(id="c", label="C", options=[f"option {n}" for n in range(500)])
    with pytest.raises(Refused) as refused:
        many.taken("z" * 5000)
    assert len(str(refused.value)) < 300
