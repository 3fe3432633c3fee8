"""Exercises that depend on how something is coded: the answer by the learner's own table."""

from typing import NamedTuple

import pandas as pd
from IPython import get_ipython

from ..data.report import open_report
from ..reading import evidence
from ..reading.pairs import CLASH
from ..reading.scope import accepted

NAMED = "named"  # the word of the column sourcing
SHOWN = 3  # changes that are named; of more only how many


class Own(NamedTuple):
    """What holds by a table that a learner has changed. wanted: list of values, any of which is
    right. accepted: bool, whether we accept each change too. says: what was changed.
    """

    wanted: list
    accepted: bool
    says: str


class _Tables(NamedTuple):
    """The tables of a report as they are in the learner's notebook."""

    claims: pd.DataFrame
    numbers: pd.DataFrame
    pairs: pd.DataFrame
    outcomes: pd.DataFrame
    evidence: pd.DataFrame
    report: object


def own(name, report):
    """Own, or None where nothing was changed, or the exercise depends on no table. name: of a
    function in WANTED. report: the learner's Report.
    """
    if not name or report is None:
        return None
    filed = open_report(report.folder.name)
    mine = _tables(report)
    ours = _tables(filed)
    kind, columns = LOOKED_AT[name]
    changes = _changes(getattr(mine, kind), getattr(ours, kind), columns)
    if not changes:
        return None
    ok = all(change.accepted for change in changes)
    told = "; ".join(change.says for change in changes[:SHOWN])
    more = f"; and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    judged = "We accept that coding too." if ok else "We do not have that coding: give your reason."
    says = f"This holds by your own table, in which {told}{more}. {judged}"
    return Own(WANTED[name](mine), ok, says)


class _Change(NamedTuple):
    says: str
    accepted: bool


def _tables(report):
    """_Tables of a report; a table of the same name and rows in the notebook goes before."""
    shell = get_ipython()
    typed = shell.user_ns if shell else {}
    found = {}
    for kind in _Tables._fields[:-1]:
        table = getattr(report, kind)
        theirs = typed.get(kind)
        found[kind] = theirs if _is_like(theirs, table) and _is_current(report) else table
    return _Tables(**found, report=report)


def _is_current(report):
    """Whether this is the report that the notebook speaks of, and not our copy of it."""
    shell = get_ipython()
    return bool(shell) and shell.user_ns.get("report") is report


def _is_like(table, original):
    """Whether a table has all rows and columns of another."""
    return (
        isinstance(table, pd.DataFrame)
        and table.index.equals(original.index)
        and set(original.columns) <= set(table.columns)
    )


def _changes(mine, ours, columns):
    """list of _Change: the cells of some columns in which two tables differ."""
    both = ours.index[ours.index.isin(mine.index)]  # a report of an earlier day has fewer rows
    changes = []
    for column in columns:
        now = mine.loc[both, column].astype(str)
        was = ours.loc[both, column].astype(str)
        changes += [_change(ours.loc[key], column, now[key]) for key in both[now != was]]
    return changes


def _change(row, column, now):
    """_Change of one cell. row: Series, as we have it."""
    listed = row["accepted"] if "=" not in row["accepted"] else ""
    ok = now in accepted(row, column) or now in listed.split("|")
    return _Change(f"{row.name} has {column} “{now}” (ours: “{row[column]}”)", ok)


def _who_decides(t):
    rows = t.claims["quote"].str.contains("decision")
    return [t.claims.loc[rows, "who"].iloc[0]]


def is_counted(name, given, report):
    """bool: whether some texts are the very rows that an exercise counts: their ids, what stands in
    their column who, or as often as there are such rows the word that they are picked by. name: of
    a function in COUNTED.
    """
    if name not in COUNTED or report is None or not given:
        return False
    tables = [_tables(report), _tables(open_report(report.folder.name))]
    rows = [COUNTED[name](one) for one in tables]
    known = [list(ids) for one in rows for ids in one]
    return set(given) == {NAMED} or sorted(given) in map(sorted, known)


def _named_rows(t):
    """list of lists of str: the ways to list the claims that have a named source."""
    rows = t.claims[t.claims["sourcing"] == NAMED]
    return [rows.index, rows["who"]]


def _rows_of_named_numbers(t):
    """list of lists of str: as _named_rows, of the numbers, and of the claims they come from."""
    sourcing = t.claims.loc[t.numbers["from"], "sourcing"].to_numpy()
    rows = t.numbers[sourcing == NAMED]
    return [rows["from"], rows.index, rows["who"]]


def _named(t):
    return [len(_named_rows(t)[0])]


def _named_numbers(t):
    return [len(_rows_of_named_numbers(t)[0])]


def _claiming(t):
    rows = t.claims[t.claims["cue"] == "claiming"]
    return [sorted(set(rows["account"])), sorted(set(rows["account_name"]))]


def _fewest_topics(t):
    """Names, and ids, of the accounts that are quoted on the fewest topics."""
    topics = t.claims.groupby("account")["topic"].nunique()
    fewest = sorted(topics.index[topics == topics.min()])
    names = dict(zip(t.claims["account"], t.claims["account_name"]))
    return [fewest, [names[account] for account in fewest]]


def _clashes(t):
    rows = t.pairs[t.pairs["relation"] == CLASH]
    return [[first, second] for first, second in zip(rows["first"], rows["second"])]


def _ratings(t):
    """DataFrame of ratings, readings as rows, as the learner has them."""
    table = evidence.ratings(t.report)
    wide = t.evidence.pivot(index="reading", columns="item", values="rating")
    return wide.loc[table.index, table.columns]


def _alike(t):
    three = _ratings(t).drop(index="exercise")[["E1", "E2", "E3", "E5"]]
    return [[item for item in three if three[item].nunique() == 1]]


def _decides(t):
    ours = _ratings(t)
    tops = evidence.leave_one_out(ours)["top"]
    return [item for item in ours if tops[item] != tops["nothing"]]


def _held(t):
    five = t.outcomes[t.outcomes["claim"].isin(["C12", "C13", "C30", "C35", "C41"])]
    return [list(five.loc[five["verdict"] == "held", "claim"])]


WANTED = {
    "who decides": _who_decides,
    "named": _named,
    "named numbers": _named_numbers,
    "claiming": _claiming,
    "fewest topics": _fewest_topics,
    "clashes": _clashes,
    "alike": _alike,
    "decides": _decides,
    "held": _held,
}
COUNTED = {"named": _named_rows, "named numbers": _rows_of_named_numbers}
LOOKED_AT = {
    "who decides": ("claims", ["who"]),
    "named": ("claims", ["sourcing"]),
    "named numbers": ("claims", ["sourcing"]),
    "claiming": ("claims", ["cue", "account"]),
    "fewest topics": ("claims", ["account", "topic"]),
    "clashes": ("pairs", ["relation"]),
    "alike": ("evidence", ["rating"]),
    "decides": ("evidence", ["rating"]),
    "held": ("outcomes", ["verdict"]),
}
