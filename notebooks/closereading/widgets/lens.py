"""Attribution lens (lesson 01): leave lit only the claims whose source you could ask."""

import pandas as pd
from markupsafe import Markup

from ..data.report import ANCHOR
from ..reading.text import find_quote
from ..show.panel import Panel, View
from ..show.tables import box, each, html_table

LEVELS = {
    "named": "named: a person or an institution",
    "group": "group: a country, a government, people without names",
    "none": "no stated source",
    "ambiguous": "ambiguous: it reads more than one way",
}
ALL_KINDS = "every kind"


def attribution_lens(report):
    """Panel on a report's own text: the claims of the chosen source levels and kind are lit in it,
    the others dark.
    """
    kinds = [ALL_KINDS, *dict.fromkeys(k for k in report.claims["kind"] if k)]
    labels = LEVELS | (
        {"ambiguous": LEVELS["ambiguous"] + ", or nobody coded it"}
        if (report.claims["sourcing"] == "").any()
        else {}
    )
    controls = [
        dict(id=level, kind="check", label=label, value=True, group="Keep lit what comes from")
        for level, label in labels.items()
    ]
    controls.append(
        dict(id="kind", kind="choice", label="Kind of claim", value=ALL_KINDS, options=kinds)
    )
    return Panel(
        "Leave lit only what you could check with one telephone call.",
        controls,
        lambda values: lens(report, values),
    )


def lens(report, values):
    """View: a strip with one square a claim, parted by paragraphs; the text with the lit quotes,
    and the words behind them.
    values: {"named": bool, "group": bool, "none": bool, "ambiguous": bool, "kind": a kind or
    ALL_KINDS}.
    """
    claims = report.claims
    of_kind = claims if values["kind"] == ALL_KINDS else claims[claims["kind"] == values["kind"]]
    level = of_kind["sourcing"].replace("", "ambiguous")
    lit = of_kind[level.isin([name for name in LEVELS if values[name]])]
    squares = (
        ["■" if key in lit.index else "□" for key in part.index]
        for _, part in claims.groupby("paragraph")
    )
    strip = Markup(
        '<p class="cr-strip"><span aria-hidden="true">{}</span><br><small>One square a claim,'
        " parted by paragraphs; a filled one is lit.</small></p>"
    ).format(" ".join("".join(part) for part in squares))
    rows = pd.DataFrame(
        {
            "Claim": lit.index,
            "Exact words": [f"“{q}”" for q in lit["quote"]],
            "Paragraph": lit["paragraph"],
            "Who says so": lit["who"],
            "How we read it": [
                f"{s}, {k}".strip(", ") for s, k in zip(lit["sourcing"], lit["kind"])
            ],
        }
    )
    behind = (
        box(
            f"The words behind these {len(lit)} lit claims",
            html_table(rows, "Every lit claim with who says so"),
        )
        if len(lit)
        else ""
    )
    return View(
        Markup("{}{}{}").format(strip, lit_text(report, set(lit.index)), behind),
        _sentence(claims, of_kind, lit, values["kind"]),
    )


def _sentence(claims, of_kind, lit, kind):
    said = f"{len(lit)} of {len(claims)} claims are lit" + (
        f" ({len(of_kind)} are of the kind “{kind}”)." if kind != ALL_KINDS else "."
    )
    levels = lit["sourcing"].replace("", "ambiguous").value_counts()
    hidden = {
        "none": "claims without a stated source",
        "group": "claims from groups",
        "ambiguous": "claims that read more than one way",
    }
    unreachable = [what for level, what in hidden.items() if level in levels]
    if unreachable:
        return (
            f"{said} Among them are"
            f" {' and '.join(filter(None, [', '.join(unreachable[:-1]), unreachable[-1]]))}: whom"
            " would you telephone?"
        )
    if lit.empty:
        return f"{said} Nothing is left to telephone about."
    names = list(dict.fromkeys(lit["who"]))
    reached = (
        " Goal reached: a telephone gets no further."
        if len(lit) == (claims["sourcing"] == "named").sum()
        else ""
    )
    return f"{said} Each has someone who could pick up the telephone: {', '.join(names)}.{reached}"


def lit_text(report, lit):
    """Markup: the report's text, paragraph by paragraph; quotes of the claims in `lit` (a set of
    ids) stand in <mark>, others are dark.
    """
    out, forms = (
        [],
        (
            '<span class="cr-dark" data-claim="{}">{}</span>',
            '<mark data-claim="{}">{}</mark>',
        ),
    )
    for number, text in enumerate(report.paragraphs, 1):
        quotes = report.claims.loc[report.claims["paragraph"] == number, list(ANCHOR)]
        shown, at = Markup(""), 0
        for start, end, key in sorted(
            (*find_quote(report.paragraphs, *row), key) for key, row in quotes.iterrows()
        ):
            if start >= at:  # of a quote inside another the longer, earlier one shows
                shown, at = (
                    shown + text[at:start] + Markup(forms[key in lit]).format(key, text[start:end]),
                    end,
                )
        out.append((number, shown + text[at:]))
    return Markup('<div class="cr-text">{}</div>').format(
        each('<p><span class="cr-number">{}</span> {}</p>', out)
    )
