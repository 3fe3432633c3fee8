"""A stranger's row (lesson 09): one claim of somebody's report, drawn by chance, to be read before
its coding is opened.
"""

from ..data.folders import data_folder, work_folder
from ..data.mine import named
from ..data.report import open_report
from ..reading.given import looked_at
from ..reading.text import Problem
from ..show.controls import Button, Choice
from ..show.panel import Panel, View
from ..show.tables import audit_html

GOAL = "Let somebody read one claim. Then open how it was coded, and compare."


@looked_at
def strangers_row():
    """Panel: a claim of the report that was named last, of another one in the work folder, or of
    one that comes with the lessons.
    """
    names = list(dict.fromkeys([*_mine(), *_names(work_folder()), *_names(data_folder())]))
    controls = [
        Choice(id="report", label="Report", options=names),
        Button(id="draw", label="Draw another claim"),
    ]
    return Panel(GOAL, controls, drawn)


def _mine():
    """list of str: the report that was named last, where it has claims."""
    try:
        name = named()
    except Problem:
        return []
    return [name] if (work_folder() / name / "claims.csv").exists() else []


def _names(folder):
    """list of str: the reports of a folder that have claims."""
    return sorted(path.parent.name for path in folder.glob("*/claims.csv"))


def drawn(values):
    """View of one claim. values: {"report": its name, "draw": how often another was drawn}."""
    try:
        claim = open_report(values["report"]).audit(draw=values["draw"] + 1)
    except Problem as problem:
        return View("", str(problem))
    return View(
        audit_html(claim),
        "Say aloud who speaks, what kind of claim it is and which numbers it allows.",
    )
