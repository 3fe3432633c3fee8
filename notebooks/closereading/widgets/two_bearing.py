"""Two accounts, second step: the numbers and days that bear on what two quotes do."""

from ..drawing import days, ranges
from ..reading.four_questions import NO, ONLY_YOU, UNSAID, same_scope
from ..reading.scope import split_by_scope, two_alike
from ..show.html import render
from ..show.picture import Picture
from .whose_word import word_of


def bearing(report, picked):
    """list of Markup: what both quotes hold: numbers on an axis, or why they share none; days."""
    parts = (_numbers(report, picked), _days(report, picked))
    return [part for part in parts if part]


def _numbers(report, picked):
    """Markup: the numbers of both quotes on one axis, or the field that keeps them apart."""
    rows = report.numbers[report.numbers["from"].isin(picked)]
    if set(rows["from"]) != set(picked):
        return ""
    alike = two_alike(report.numbers, *picked)
    rows = alike if len(alike) else rows
    if len(split_by_scope(rows)) == 1:
        return Picture(ranges.intervals(report, rows, name="two")).html()
    return render("said.html", text=f"Both hold a number, {_apart(report, picked, rows)}")


def _apart(report, picked, rows):
    """str: whether two numbers count the same, which nobody may know, and what keeps them apart."""
    known = "but the two do not count the same."
    scope = same_scope(report, *picked)
    for asked, (same, first, second) in scope.items():
        if same == NO:
            return f"{known} It is not {asked}: “{first}” and “{second}”."
    for asked, (same, first, second) in scope.items():
        if same == UNSAID:
            return f"but {word_of(report).unsaid} whether it is {asked}."
        if same == ONLY_YOU:
            return f"but {ONLY_YOU} whether it is {asked}: “{first}” and “{second}”."
    units = dict.fromkeys(rows["unit"])
    return f"{known} They are counted in different units: {', '.join(units)}."


def _days(report, picked):
    """Markup: a strip of days, where each of the two quotes speaks of one."""
    mine = [
        [key for key, cell in report.events["from"].items() if one in cell.split(";")]
        for one in picked
    ]
    if not all(mine) or mine[0] == mine[1]:
        return ""
    rows = report.events.loc[list(dict.fromkeys(mine[0] + mine[1]))]
    return Picture(days.timeline(report, rows, name="two-days")).html()
