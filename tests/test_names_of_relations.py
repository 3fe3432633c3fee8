"""What two claims do has one name for each possibility, from one table, wherever it is said: in
pairs.csv, in the widget, in lesson 06, in the glossary. Names of earlier versions are still read.
"""

import ast
import json
import re
import tomllib

import pandas as pd
import pytest
from closereading import open_report, start_report, two_accounts
from closereading.data.folders import work_folder
from closereading.data.own import add_row
from closereading.data.schema import schema
from closereading.lesson import answers
from closereading.reading.pairs import RELATIONS
from closereading.widgets.finds import KEY
from prose import ROOT

PACKAGE = ROOT / "notebooks" / "closereading"
PAIRS = PACKAGE / "reading" / "pairs.py"
REPORTS = ("union-resolve", "full-house", "ferry-figures")
FIELDS = {field["name"]: field for field in schema("pairs")["fields"]}
# what people call it besides
OTHERS = re.compile(
    r"\b(?:contradict\w*|quarrel\w*|conflict\w*|different scopes?|(?:can|cannot) both hold"
    r"|sounds? like a clash|truly clash)\b",
    re.I,
)


def other_names(text):
    """list of str: names of a relation that are not ours."""
    return OTHERS.findall(text)


def cells(name):
    """The text and code of a notebook, without what it prints."""
    notebook = json.loads((ROOT / "notebooks" / name).read_text(encoding="utf-8"))
    return "\n\n".join("".join(cell["source"]) for cell in notebook["cells"])


def sentences(value):
    """All texts of a lesson's file that a learner reads; patterns and names of columns are none."""
    if isinstance(value, list):
        return "\n".join(map(sentences, value))
    if not isinstance(value, dict):
        return ""
    read = (
        "able",
        "question",
        "says",
        "nudge",
        "empty",
        "ask",
        "text",
        "missing",
        "wrong",
        "short",
    )
    mine = [text for key, text in value.items() if key in read and isinstance(text, str)]
    return "\n".join(mine + [sentences(part) for part in value.values()])


def spoken():
    """{where: text} of all that speaks of pairs of claims."""
    lesson = PACKAGE / "lesson" / "lessons" / "06.toml"
    glossary = (ROOT / "site" / "glossary.md").read_text(encoding="utf-8")
    guide = (ROOT / "notebooks" / "teacher" / "guide.md").read_text(encoding="utf-8")
    texts = {
        name: cells(name) for name in ("06_five_accounts.ipynb", "stadium_06_five_accounts.ipynb")
    }
    texts["06.toml"] = sentences(tomllib.loads(lesson.read_text(encoding="utf-8")))
    texts["glossary"] = "\n".join(re.findall(r"^: .*\(06\)$", glossary, re.M))
    texts["route C"] = guide.split("### Route C")[1].split("\n## ")[0]
    files = [PAIRS, *PACKAGE.glob("widgets/two_*.py"), PACKAGE / "widgets" / "finds.py"]
    for path in [*files, *PACKAGE.glob("show/templates/two_*.html")]:
        texts[path.name] = path.read_text(encoding="utf-8")
    for name in REPORTS:
        texts[name] = (ROOT / "data" / name / "pairs.csv").read_text(encoding="utf-8")
    return texts


@pytest.mark.parametrize("where", spoken())
def test_a_relation_has_no_other_name(where):
    assert other_names(spoken()[where]) == []


def test_other_names_are_found():
    assert other_names("a quarrel of two contradictory claims, with different scopes") == [
        "quarrel",
        "contradictory",
        "different scopes",
    ]


def test_the_tables_hold_these_names_and_no_others():
    assert FIELDS["relation"]["constraints"]["enum"] == list(RELATIONS)
    for name in REPORTS:
        pairs = pd.read_csv(ROOT / "data" / name / "pairs.csv", keep_default_na=False)
        used = {*pairs["relation"], *"|".join(pairs["accepted"]).split("|")} - {""}
        assert used <= set(RELATIONS), name


def test_no_module_but_one_spells_a_name():
    modules = [*PACKAGE.rglob("*.py"), *(ROOT / "notebooks").glob("*.py")]
    found = {
        f"{path.name}: {node.value}"
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in RELATIONS and path != PAIRS
    }
    assert found == set()


def test_lesson_and_glossary_explain_every_name():
    table = cells("06_five_accounts.ipynb")
    glossary = " ".join((ROOT / "site" / "glossary.md").read_text(encoding="utf-8").split())
    for name, meaning in RELATIONS.items():
        assert f"| **{name}** | {meaning} |" in table
        assert f"*{name}*" in glossary or f"{name} :" in glossary
        assert (
            f"“{name}”"
            in tomllib.loads(
                (PACKAGE / "lesson" / "lessons" / "06.toml").read_text(encoding="utf-8")
            )["check"]["2"]["empty"]
        )


def test_the_widget_offers_these_names(report):
    panel = two_accounts(report)
    panel.values = {**panel.values, "open": {"picked": ["C09", "C16"]}}
    offered = re.findall('name="relation" value="([^"]*)"', panel.view)
    assert offered == list(RELATIONS)


# --- what was saved with the names of before


@pytest.mark.parametrize("before, now", FIELDS["relation"]["formerly"].items())
def test_a_table_of_before_is_read(work, before, now):
    report = open_report("full-house")
    assert now in RELATIONS and before not in RELATIONS
    start_report("mine", like="full-house")
    first, second = report.claims.index[[0, 1]]
    add_row("mine", "pairs", first=first, second=second, relation="agree", why="x")
    path = work_folder() / "mine" / "pairs.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",agree,", f",{before},"), encoding="utf-8")
    assert set(open_report("mine").pairs["relation"]) >= {now}
    assert before not in set(open_report("mine").pairs["relation"])


def test_finds_of_before_are_there_again(report):
    value = {
        "report": "union-resolve",
        "pairs": [["C26", "C43", "cannot both hold"], ["C10", "C07", "sound like a clash"]],
        "gaps": [],
    }
    answers.save("keep", KEY, value)
    assert "Found 2 of 3" in two_accounts(report).says
