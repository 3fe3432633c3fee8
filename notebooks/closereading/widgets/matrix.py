"""Matrix bench (lesson 07): rate the open columns, leave an item out, lay a neighbour's table
beside yours.
"""

from pathlib import Path

import pandas as pd
from markupsafe import Markup

from ..data.folders import work_folder
from ..data.tables import several
from ..lesson import answers
from ..reading.evidence import inconsistency, leave_one_out, ratings
from ..reading.text import Problem
from ..show.panel import Panel, View
from ..show.tables import box, html_table

GOAL, KEY, BLANK, NOTHING = (
    "Find the one item that decides, if there is one.",
    "07.m",
    "not rated",
    "nothing",
)
WORDS = {
    "CC": "fits very well",
    "C": "fits",
    "N": "neither",
    "I": "speaks against",
    "II": "strongly against",
}


def matrix_bench(report, rate=None, table=None):
    """Panel on a report's table of evidence, readings as rows. rate: ids of the items the learner
    rates (default: all of the table).
    Totals stay hidden until each of them is rated; then the ratings are saved. Raises Problem
    where there is nothing to rate.
    """
    worked, names = ratings(report, table), report.items["name"]
    goal, rate = (
        (GOAL, list(rate))
        if rate is not None
        else (f"Rate all of it. {GOAL}", list(worked.columns))
    )
    if not rate or set(rate) - set(worked.columns):
        raise Problem(
            "There is nothing to rate by these names; the table of this report holds"
            f" {', '.join(worked.columns) or 'no item'}."
        )
    code = {w: r for r, w in WORDS.items()} | {BLANK: BLANK}
    controls = [
        dict(
            id="ratings",
            kind="ratings",
            label="If the reading in this row were true, how would the item go with it?",
            rows=list(report.hypotheses["name"][worked.index]),
            columns=[f"{i} {names[i]}" for i in rate],
            options=[BLANK, *WORDS.values()],
            value=[[BLANK] * len(rate) for _ in worked.index],
        ),
        dict(
            id="out",
            kind="choice",
            label="Leave out",
            options=[NOTHING, *(f"{i} {names[i]}" for i in worked.columns)],
            value=NOTHING,
        ),
        dict(id="file", kind="text", label="A neighbour’s file in your work folder"),
    ]

    def answer(values):
        mine = worked.copy()
        mine[rate] = [[code[w] for w in row] for row in values["ratings"]]
        kept = {"report": report.folder.name, "ratings": mine[rate].to_dict()}
        if not mine.isin([BLANK]).any(axis=None) and kept != answers.latest(KEY):
            answers.save("keep", KEY, kept)
        return bench(report, mine, rate, values["out"].split()[0], values["file"].strip())

    return Panel(goal, controls, answer)


def my_table(report, path=None):
    """DataFrame: the report's first table with the ratings that a learner's answers hold for it
    (path: their file; default: one's own), else as filed.
    """
    worked, saved = ratings(report), answers.latest(KEY, path=path)
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
    blank, cells = int(mine.isin([BLANK]).sum().sum()), mine[rate].size
    shown = {"The table so far" if blank else "Your table": mine}
    said = (
        f"{cells - blank} of {cells} cells are rated. The totals appear when all are."
        if blank
        else _sentence(report, mine, out)
    )
    if file and not blank:
        theirs = shown[f"Your neighbour’s, {file}"] = my_table(report, _neighbour(file))
        apart = [
            f"{i} for “{report.hypotheses['name'][h]}”"
            for i in theirs
            for h in theirs.index
            if theirs.at[h, i] != mine.at[h, i]
        ]
        said += (
            f" You and your neighbour differ in {len(apart)}"
            f" cell{'s' * (len(apart) != 1)}{': ' * bool(apart)}{', '.join(apart)}."
        )
    grids = [
        _grid(report, table.drop(columns=out, errors="ignore"), caption, not blank)
        for caption, table in shown.items()
    ]
    rows = [
        (
            f"{i} {report.items['name'][i]}: {report.items['text'][i]}",
            *report.behind(key),
            "" if n else "yours to rate" if blank and i in rate else report.items["why"][i],
        )
        for i in mine
        for n, key in enumerate(several(report.items["from"][i]))
    ]
    behind = html_table(
        pd.DataFrame(rows, columns=["Item", "Exact words", "Who says so", "Why we rated it so"]),
        "Every item with the words it came from",
    )
    return View(
        Markup("").join(grids)
        + box(f"The words behind these {mine.shape[1]} items ({len(rows)} claims)", behind),
        said,
    )


def _sentence(report, mine, out):
    """What the table says with an item left out: who shares the top, and whether that item decides
    it.
    """
    tops = leave_one_out(mine)["top"]
    named = lambda keys: " and ".join(
        f"“{report.hypotheses['name'][k]}”" for k in keys.split(", ")
    ).replace("” and “", "”, “", keys.count(",") - 1)
    if tops[out] != tops[NOTHING]:
        return (
            f"Goal reached: {out} decides. With it, the top is held by {named(tops[NOTHING])};"
            f" without it, by {named(tops[out])}."
        )
    least = f"Least speaks against {named(tops[NOTHING])}."
    if out == NOTHING:
        return f"{least} Leave out one item at a time, and see whether that changes."
    return (
        f"{least} Without {out} that stays"
        f" so.{' In your table no single item decides; that is a finding, too.' if tops.nunique() == 1 else ''}"
    )


def _grid(report, table, caption, totals):
    """Markup: ratings in words, readings as rows, with a column of totals where they may be seen."""
    frame = table.map(lambda r: WORDS.get(r, r)).rename(
        columns=lambda i: f"{i} {report.items['name'][i]}"
    )
    frame.insert(0, "Reading", report.hypotheses["name"][table.index])
    return html_table(
        (
            frame.assign(**{"Speaks against it": [f"{s:g}" for s in inconsistency(table)]})
            if totals
            else frame
        ),
        caption,
    )


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
