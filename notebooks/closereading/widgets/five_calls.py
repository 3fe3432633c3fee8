"""Five calls (lesson 01): choose the claims you would check first, and see whom you would ring."""

import pandas as pd

from ..reading.given import looked_at
from ..reading.in_marks import in_marks
from ..reading.numerals import agreeing, so_many, with_and
from ..reading.scope import accepted
from ..reading.vocabulary import ONES
from ..show.controls import Choice
from ..show.html import render
from ..show.panel import Panel, View
from ..show.tables import html_table
from .lens import lit_text

CALLS = 5
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")
NOBODY_YET = "no call yet"
HEADS = ["Call", "Exact words", "Whom you would ring"]
NOBODY = {
    "none": "nobody: no stated source",
    "group": "nobody by name, only a group: {}",
    "ambiguous": "nobody yet: {}",
    "": "nobody yet: {}",
}


@looked_at
def five_calls(report):
    """Panel: a menu of the report's claims for each call; whom the chosen claims give to ring, and
    how many claims of the whole report give somebody. A report of fewer claims has as many calls.
    """
    known = _labels(report.claims)
    calls = ORDINALS[: min(CALLS, len(known))]
    goal = (
        f"You may make {ONES[len(calls) - 1]} {agreeing(len(calls), 'call')}. Choose what you"
        " would check first, and see whom you would ring."
    )
    options = [NOBODY_YET, *known]
    controls = [Choice(id=n.lower(), label=f"{n} call", options=options) for n in calls]
    return Panel(
        goal, controls, lambda values: rung(report, [known.get(v) for v in values.values()])
    )


def _labels(claims):
    """dict: what a menu shows of a claim, without its source -> its id."""
    rows = zip(claims.index, claims["paragraph"], claims["quote"])
    return {f"{paragraph}: {in_marks(quote)}": key for key, paragraph, quote in rows}


def rung(report, calls):
    """View of some calls: for each the exact words and whom they give to ring, and the text with
    these words marked. calls: list of ids of claims, None for a call that is not made yet.
    """
    chosen = report.claims.loc[[key for key in calls if key]]
    rows = [
        (ORDINALS[at], in_marks(report.claims.loc[key, "quote"]), _whom(report.claims.loc[key]))
        for at, key in enumerate(calls)
        if key
    ]
    table = html_table(pd.DataFrame(rows, columns=HEADS), "Your calls") if rows else ""
    content = render("five_calls.html", table=table, text=lit_text(report, set(chosen.index)))
    return View(content, _sentence(report.claims, chosen, len(calls)))


def _whom(claim):
    """str: whom a claim gives to ring, and whether somebody else may see it otherwise."""
    if claim["sourcing"] == "named":
        return claim["who"]
    told = NOBODY[claim["sourcing"]].format(claim["who"])
    may = "; somebody else may say that one can be rung" if _may_be_rung(claim) else ""
    return told + may


def _may_be_rung(claim):
    return "named" in accepted(claim, "sourcing")


def _sentence(claims, chosen, calls):
    """str: what the calls come to."""
    made = len(chosen)
    if not made:
        return "No call is chosen yet. The menus show the words and the paragraph, not the source."
    if chosen.index.has_duplicates:
        return "Two of your calls are about the same claim. Choose another one."
    names = list(dict.fromkeys(chosen.loc[chosen["sourcing"] == "named", "who"]))
    reached = (chosen["sourcing"] == "named").sum()
    so_far = f"{made} of {calls} calls chosen. The report gives you somebody to ring for {reached}"
    said = f"{so_far}{_reached(names)}."
    return said if made < calls else f"{said} {_compared(claims, names, calls)}"


def _reached(names):
    """str: how many different sources there are, and which."""
    if not names:
        return ""
    many = so_many(len(names), "different source")
    return f", and that makes {many}: {with_and(names)}"


def _compared(claims, names, calls):
    """str: the calls beside what could be checked at all. names: the sources that are reached."""
    named = claims[claims["sourcing"] == "named"]
    there = named["who"].nunique()
    whole = (
        f"In the whole report {len(named)} of {len(claims)} claims give you somebody, and behind"
        f" them are {there} different sources."
    )
    if len(names) == min(calls, there):
        return (
            f"{whole} Goal reached: no call was wasted. For the other {len(claims) - len(named)}"
            " claims the report names nobody to ring."
        )
    return f"{whole} Now try to reach {min(calls, there)} different sources with your calls."
