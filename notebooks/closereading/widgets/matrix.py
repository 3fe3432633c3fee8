"""Matrix bench (lesson 07): rate the open columns, leave an item out, lay a neighbour's table
beside yours.
"""

from pathlib import Path

import pandas as pd

from ..data.folders import work_folder
from ..data.schema import several
from ..lesson import answers
from ..reading.evidence import WORDS, inconsistency, leave_one_out, ratings
from ..reading.given import looked_at
from ..reading.numerals import so_many
from ..reading.text import Problem
from ..show.controls import Choice, Ratings, Text
from ..show.html import render
from ..show.panel import Panel, View
from ..show.tables import box, html_table

GOAL = "Find the one item that decides, if there is one."
KEY = "07.m"
ASK = "If the reading in this row were true, how would the item go with it?"
BLANK = "not rated"
NOTHING = "nothing"
CODES = {word: code for code, word in WORDS.items()} | {BLANK: BLANK}
BEHIND = ["Item", "Exact words", "Who says so", "Why we rated it so"]


@looked_at
def matrix_bench(report, rate=None, table=None):
    """Panel on a report's table of evidence, readings as rows. rate: ids of the items that the
    learner rates, or one of them (default: all of the table).
    Totals stay hidden until each of them is rated; then the ratings are saved. Raises Problem
    where there is nothing to rate.
    """
    worked = ratings(report, table)
    goal = GOAL if rate is not None else f"Rate all of it. {GOAL}"
    rate = [rate] if isinstance(rate, str) else rate
    rate = list(worked.columns if rate is None else rate)
    if not rate or set(rate) - set(worked.columns):
        raise Problem(
            "There is nothing to rate by these names; the table of this report holds"
            f" {', '.join(worked.columns) or 'no item'}."
        )
    named = {item: f"{item} {report.items['name'][item]}" for item in worked.columns}
    controls = [
        Ratings(
            id="ratings",
            label=ASK,
            rows=report.hypotheses["name"][worked.index],
            columns=[named[item] for item in rate],
            options=[BLANK, *WORDS.values()],
        ),
        Choice(id="out", label="Leave out", options=[NOTHING, *named.values()]),
        Text(id="file", label="A neighbour’s file in your work folder"),
    ]

    def answer(values):
        mine = worked.copy()
        mine[rate] = [[CODES[word] for word in row] for row in values["ratings"]]
        _keep(report, mine, rate)
        return bench(report, mine, rate, values["out"].split()[0], values["file"].strip())

    return Panel(goal, controls, answer)


def _keep(report, mine, rate):
    """Saves the ratings, once there are all of them and where they changed."""
    kept = {"report": report.folder.name, "ratings": mine[rate].to_dict()}
    if not mine.isin([BLANK]).any(axis=None) and kept != answers.latest(KEY):
        answers.save("keep", KEY, kept)


@looked_at
def my_table(report, path=None):
    """DataFrame: the report's first table with the ratings that a learner's answers hold for it
    (path: their file; default: one's own), else as filed.
    """
    worked = ratings(report)
    saved = answers.latest(KEY, path=path)
    if isinstance(saved, dict) and saved.get("report") == report.folder.name:
        worked.update(pd.DataFrame(saved["ratings"]))
    return worked


def bench(report, mine, rate, out=NOTHING, file=""):
    """View: the table with its ratings in words, the totals once all is rated, and the words
    behind every item.
    mine: DataFrame of ratings, BLANK where there is none. rate: the learner's columns. out: an
    item to leave out, or NOTHING. file: name of a neighbour's answers in the work folder, or
    blank.
    """
    blank = int(mine.isin([BLANK]).sum().sum())
    cells = mine[rate].size
    tables = {"The table so far" if blank else "Your table": mine}
    if blank:
        said = f"{cells - blank} of {cells} cells are rated. The totals appear when all are."
    else:
        said = _sentence(report, mine, out)
    if file and not blank:
        theirs = my_table(report, _neighbour(file))
        tables[f"Your neighbour’s, {file}"] = theirs
        said += _apart(report, mine, theirs)
    grids = [
        _grid(report, table.drop(columns=out, errors="ignore"), caption, not blank)
        for caption, table in tables.items()
    ]
    behind = _behind(report, mine, rate if blank else [])
    return View(render("matrix.html", grids=grids, behind=behind), said)


def _apart(report, mine, theirs):
    """str: the cells in which two tables differ."""
    names = report.hypotheses["name"]
    differs = theirs != mine.reindex_like(theirs)
    cells = [f"{i} for “{names[h]}”" for i in theirs for h in theirs.index[differs[i]]]
    which = f": {', '.join(cells)}" if cells else ""
    many = so_many(len(cells), "cell")
    return f" You and your neighbour differ in {many}{which}."


def _behind(report, mine, open_items):
    """Markup: the words behind every item, in a box. open_items: those yet to be rated by the
    learner, whose reasons of ours stay hidden.
    """
    rows = []
    for item in mine:
        told = report.items.loc[item]
        reason = "yours to rate" if item in open_items else told["why"]
        for key in several(told["from"]):
            rows.append((f"{item} {told['name']}: {told['text']}", *report.behind(key), reason))
            reason = ""  # once for each item
    frame = pd.DataFrame(rows, columns=BEHIND)
    table = html_table(frame, "Every item with the words it came from")
    return box(f"The words behind these {mine.shape[1]} items ({len(rows)} claims)", table)


def _sentence(report, mine, out):
    """What the table says with an item left out: who shares the top, and whether that item decides
    it.
    """
    tops = leave_one_out(mine)["top"]
    all_of_it, without = (_named(report, tops[which]) for which in (NOTHING, out))
    if tops[out] != tops[NOTHING]:
        return (
            f"Goal reached: {out} decides. With it, the top is held by {all_of_it};"
            f" without it, by {without}."
        )
    least = f"Least speaks against {all_of_it}."
    if out == NOTHING:
        return f"{least} Leave out one item at a time, and see whether that changes."
    said = f"{least} Without {out} that stays so."
    if tops.nunique() == 1:
        said += " In your table no single item decides; that is a finding, too."
    return said


def _named(report, top):
    """str: the names of readings that share the top: “a”, “b” and “c”. top: their ids."""
    *before, last = (f"“{report.hypotheses['name'][key]}”" for key in top.split(", "))
    return f"{', '.join(before)} and {last}" if before else last


def _grid(report, table, caption, totals):
    """Markup: ratings in words, readings as rows; a column of totals where they may be seen."""
    frame = table.map(lambda rating: WORDS.get(rating, rating))
    frame = frame.rename(columns=lambda item: f"{item} {report.items['name'][item]}")
    frame.insert(0, "Reading", report.hypotheses["name"][table.index])
    if totals:
        frame["Speaks against it"] = [f"{s:g}" for s in inconsistency(table)]
    return html_table(frame, caption)


def _neighbour(name):
    """Path of a file in the work folder that holds a rated table. Raises Problem where it is not
    there or holds none.
    """
    path = work_folder() / Path(name).name
    if answers.latest(KEY, path=path) is None:
        lacks = "holds no rated table" if path.is_file() else "is not in your work folder"
        raise Problem(
            f"“{path.name}” {lacks}. Put the answers.jsonl of a neighbour who has rated both"
            " columns there, under another name, and type that name."
        )
    return path
