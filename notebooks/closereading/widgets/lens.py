"""Attribution lens (lesson 01): leave lit only the claims whose source you could ask."""

import pandas as pd

from ..data.checks import ANCHOR
from ..reading.accounts import without_source
from ..reading.given import looked_at
from ..reading.in_marks import in_marks
from ..reading.numerals import with_and
from ..reading.text import find_quote
from ..show.controls import Check, Choice
from ..show.html import render
from ..show.panel import Panel, View
from ..show.tables import box, html_table
from .bench_steps import CALLED, IN_FULL

GOAL = "Highlight only what you could check with one telephone call."
LEVELS = {
    "named": "named: a person or an institution",
    "group": "group: a country, a government, people without names",
    "none": "no stated source",
    "ambiguous": "ambiguous: it reads more than one way",
}
UNREACHABLE = {
    "none": "claims without a stated source",
    "group": "claims from groups",
    "ambiguous": "claims that read more than one way",
}
ALL_KINDS = "every kind"


@looked_at
def attribution_lens(report):
    """Panel on a report's own text: the claims of the chosen source levels and kind are lit in it,
    the others dark.
    """
    labels = dict(LEVELS if report.complete else IN_FULL | {"none": CALLED["none"]})
    if (report.claims["sourcing"] == "").any():
        labels["ambiguous"] += ", or nobody coded it"
    heading = "Highlight what comes from"
    levels = [Check(id=n, label=label, value=True, group=heading) for n, label in labels.items()]
    kinds = [ALL_KINDS, *(kind for kind in report.claims["kind"] if kind)]
    chosen = Choice(id="kind", label="Kind of claim", options=kinds)
    return Panel(GOAL, [*levels, chosen], lambda values: lens(report, values))


def lens(report, values):
    """View: a strip with one square a claim, parted by paragraphs; the text with the lit quotes,
    and the words behind them.
    values: {"named": bool, "group": bool, "none": bool, "ambiguous": bool, "kind": a kind or
    ALL_KINDS}.
    """
    claims = report.claims
    of_kind = claims if values["kind"] == ALL_KINDS else claims[claims["kind"] == values["kind"]]
    chosen = [level for level in LEVELS if values[level]]
    lit = of_kind[_levels(of_kind).isin(chosen)]
    content = render(
        "lens.html",
        strip=_strip(claims, lit),
        text=lit_text(report, set(lit.index)),
        behind=_behind(report, lit) if len(lit) else "",
    )
    return View(content, _sentence(claims, of_kind, lit, values["kind"]))


def _levels(claims):
    """Series: the source level of each claim; what nobody coded counts as ambiguous."""
    coded = claims["sourcing"].replace("", "ambiguous")
    return coded.mask(without_source(claims), "none")


def _strip(claims, lit):
    """str: a square for each claim, a blank between paragraphs."""
    parts = (part.index.isin(lit.index) for _, part in claims.groupby("paragraph"))
    return " ".join("".join("■" if one else "□" for one in part) for part in parts)


def _behind(report, lit):
    readings = zip(lit["sourcing"], lit["kind"])
    rows = pd.DataFrame(
        {
            "Claim": lit.index,
            "Exact words": [*map(in_marks, lit["quote"])],
            "Paragraph": lit["paragraph"],
            "Who says so": lit["who"],
            "How we read it" if report.complete else "How it is read": [
                f"{level}, {kind}".strip(", ") for level, kind in readings
            ],
        }
    )
    table = html_table(rows, "Every highlighted claim with who says so")
    return box(f"The words behind these {len(lit)} highlighted claims", table)


def _sentence(claims, of_kind, lit, kind):
    counted = "." if kind == ALL_KINDS else f" ({len(of_kind)} are of the kind “{kind}”)."
    said = f"{len(lit)} of {len(claims)} claims are highlighted{counted}"
    there = set(_levels(lit[lit["sourcing"] != ""]))
    unreachable = [what for level, what in UNREACHABLE.items() if level in there]
    if (lit["sourcing"] == "").any():
        unreachable.append("claims of whose speaker nobody has said yet who that is")
    if unreachable:
        return f"{said} Among them are {with_and(unreachable)}: whom would you telephone?"
    if lit.empty:
        return f"{said} Nothing is left to telephone about."
    names = ", ".join(dict.fromkeys(lit["who"]))
    said = f"{said} Each has someone who could pick up the telephone: {names}."
    reached = len(lit) == (claims["sourcing"] == "named").sum()
    others = f" For the other {len(claims) - len(lit)} the text names nobody to call."
    return f"{said} Goal reached.{others}" if reached else said


def lit_text(report, lit):
    """Markup: the report's text, paragraph by paragraph; quotes of the claims in `lit` (a set of
    ids) stand in <mark>, others are dark.
    """
    numbered = enumerate(report.read().paragraphs, 1)
    return render(
        "lit_text.html", text=[(n, pieces_of(report, n, text)) for n, text in numbered], lit=lit
    )


def pieces_of(report, number, text):
    """list of (words, claim or ""): a paragraph cut at the edges of its quotes. Of a quote inside
    another the longer, earlier one is kept.
    """
    quotes = report.claims.loc[report.claims["paragraph"] == number, list(ANCHOR)]
    spots = sorted((*find_quote(report.paragraphs, *row), key) for key, row in quotes.iterrows())
    pieces = []
    at = 0
    for start, end, key in spots:
        if end > at:
            start = max(start, at)
            pieces += [(text[at:start], ""), (text[start:end], key)]
            at = end
    return [*pieces, (text[at:], "")]
