"""Evidence held against competing readings: what speaks against a reading, what tells readings
apart, what hangs on one item. A rating is a judgement, a score adds ratings up. Scores are added
only, never multiplied with one another, and are no probabilities. After Heuer 1999, chapter 8;
weights as in the description of PARC's table.
"""

import numpy as np
import pandas as pd

from .given import looked_at
from .scope import accepted
from .text import Problem

AGAINST = {"CC": 0, "C": 0, "N": 0, "I": -1, "II": -2}  # only what speaks against a reading counts
WORDS = {
    "CC": "fits very well",
    "C": "fits",
    "N": "neither",
    "I": "speaks against",
    "II": "strongly against",
}
STEP = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
WEIGHT = {"L": 2**-0.5, "M": 1.0, "": 1.0, "H": 2**0.5}


@looked_at
def ratings(report, table=None):
    """DataFrame of CC, C, N, I, II: readings as rows, items as columns, in the order of
    hypotheses.csv and items.csv.
    table: which of the report's tables (default: the first). Empty where the report has no
    evidence. Raises Problem where the table is unknown.
    """
    items = report.items.index[report.items["table"] == _table_asked_for(report, table)]
    rows = report.evidence[report.evidence["item"].isin(items)]
    wide = rows.pivot(index="reading", columns="item", values="rating")
    readings = [reading for reading in report.hypotheses.index if reading in wide.index]
    return wide.reindex(index=readings, columns=[item for item in items if item in wide.columns])


@looked_at
def in_words(table):
    """DataFrame: ratings as readers say them, such as “fits” in the place of C."""
    return table.replace(WORDS)


def _table_asked_for(report, table):
    """str: the name of one of the report's tables of evidence, the first where none is asked for;
    blank where there is none. Raises Problem where it is unknown.
    """
    known = list(dict.fromkeys(report.items["table"]))
    if table is None:
        return known[0] if known else ""
    if table not in known:
        raise Problem(
            f"There is no table “{table}” of evidence; this report has"
            f" {', '.join(f'“{name}”' for name in known) or 'none'}."
        )
    return table


@looked_at
def inconsistency(table, items=None, votes="item"):
    """Series: for each reading how much speaks against it, 0 or less; nearer 0 is less
    contradicted, which does not make it likely.
    table: DataFrame as `ratings` gives it. items: Report.items, for weights and clusters (default:
    all weights 1). Each rating counts -1 (I) or -2 (II), times credibility and relevance of its
    item (L 1/√2, M 1, H √2). votes: "item", or one vote a cluster, "worst" or "mean" of its items.
    Raises Problem where a rating is missing or unknown.
    """
    points = _points(table, AGAINST).astype(float)
    if items is not None:
        of = items.loc[table.columns]
        points = points * (of["credibility"].map(WEIGHT) * of["relevance"].map(WEIGHT))
    if votes != "item":
        by = points.T.groupby(items.loc[table.columns, "cluster"])
        points = {"worst": by.min, "mean": by.mean}[votes]().T
    return points.sum(axis=1)


@looked_at
def diagnosticity(table):
    """Series: for each item the distance between its best and its worst rating, 0 to 4. 0: it goes
    with every reading alike and tells nothing.
    """
    steps = _points(table, STEP)
    return steps.max() - steps.min()


def top(scores):
    """tuple of str: the readings that least speaks against, more than one where they tie. scores:
    Series as `inconsistency` gives it.
    """
    return tuple(scores.index[np.isclose(scores, scores.max(), atol=1e-9)])


@looked_at
def leave_one_out(table, items=None, votes="item"):
    """DataFrame: the scores with nothing left out, then without each item in turn; the column
    `top` names the readings that share the top.
    """
    rows = {
        out: inconsistency(table.drop(columns=out, errors="ignore"), items, votes)
        for out in ("nothing", *table.columns)
    }
    return (
        pd.DataFrame(rows)
        .T.rename_axis("left out")
        .assign(top=[", ".join(top(row)) for row in rows.values()])
    )


@looked_at
def merged(table, first, second, rule):
    """DataFrame: a table with two readings made one, “first or second”. rule: "better" takes of
    two ratings the better one (either reading would do), "worse" the worse. Raises Problem for a
    reading that the table does not have, and another rule.
    """
    rules = {"better": max, "worse": min}
    for asked, known in ((first, table.index), (second, table.index), (rule, rules)):
        if asked not in known:
            raise Problem(f"There is no “{asked}” here; there are {', '.join(known)}.")
    pick = [rules[rule](pair, key=STEP.get) for pair in zip(table.loc[first], table.loc[second])]
    both = pd.DataFrame([pick], index=[f"{first} or {second}"], columns=table.columns)
    return pd.concat([table.drop(index=[first, second]), both])


@looked_at
def over_accepted(report, table=None):
    """DataFrame: for each reading its lowest and highest score over all ratings that a reasonable
    reader may give (columns low, high; weights 1).
    """
    rows = report.evidence[report.evidence["item"].isin(ratings(report, table).columns)]
    points = pd.DataFrame(
        [sorted(AGAINST[r] for r in accepted(row, "rating")) for _, row in rows.iterrows()]
    ).ffill(axis=1)
    return (
        points.groupby(rows["reading"].to_numpy(), sort=False)
        .sum()
        .iloc[:, [0, -1]]
        .set_axis(["low", "high"], axis=1)
        .astype(int)
    )


def _points(table, scale):
    for (item, reading), rating in table.unstack().items():
        if rating not in scale:
            raise Problem(
                f"{item} for “{reading}”: found {rating!r}; expected one of {', '.join(scale)}."
            )
    return table.map(scale.get)
