"""Quote trace (lesson 05): find the words inside the quotation marks that are not in the text they
are traced to.
"""

import pandas as pd
from markupsafe import Markup

from ..reading.text import compare_quotes
from ..show.panel import Panel, View
from ..show.tables import html_table

NOTHING = "No quotation of this report has been traced, so there is nothing to compare."


def quotations(report):
    """dict: label -> (DataFrame of the claims whose words are printed as one quotation, source
    card it is traced to, note on that text).
    Claims that hang on one reporting word and are traced to one card are one quotation.
    """
    claims, traces, found = (
        report.claims,
        report.traces[report.traces["card"].map(report.sources["quote"]) != ""],
        {},
    )
    owner = claims["cue_of"].where(claims["cue_of"] != "", claims.index.to_series())
    for (first, card), rows in traces.groupby([traces["claim"].map(owner), "card"], sort=False):
        quote, source = claims.loc[rows["claim"].iloc[0], "quote"], report.sources.loc[card]
        opening = " ".join((quote.split('"')[1] if '"' in quote else quote).split()[:2])
        label = (
            f"paragraph {claims.loc[first, 'paragraph']}, “{opening} …”, beside"
            f" {source['publisher'].split(';')[0]}"
        )
        found[label] = claims.loc[rows["claim"]], source, rows["note"].iloc[0]
    return found


def quote_trace(report, ask=8):
    """Panel: a printed quotation beside the text it is traced to; the learner names the words that
    differ, or has them shown. ask: the paragraph where it opens, if it can.
    """
    labels = list(quotations(report)) or [NOTHING]
    controls = [
        dict(
            id="which",
            kind="choice",
            label="Quotation",
            value=next(
                (label for label in labels if label.startswith(f"paragraph {ask},")), labels[0]
            ),
            options=labels,
        ),
        dict(id="guess", kind="text", label="Words you cannot find there", value=""),
        dict(id="show", kind="check", label="Underline everything that differs", value=False),
    ]
    return Panel(
        "Find the words inside the marks that are not in the transcript.",
        controls,
        lambda values: trace(report, values),
    )


def trace(report, values):
    """View: two texts, differing words underlined and numbered; below, each number in words.
    values: {"which": a label of `quotations`, "guess": words the learner looks for, "show": bool}.
    """
    if values["which"] == NOTHING:
        return View(Markup(""), NOTHING)
    claims, source, note = quotations(report)[values["which"]]
    compared = compare_quotes(" … ".join(claims["quote"]), source["quote"])
    lost = {
        w.casefold(): instead
        for words, inside, instead in compared.runs
        if inside and instead is not None
        for w in words.split()
    }
    tried = [w.strip(".,;:“”\"'") for w in values["guess"].casefold().split()]
    found, text, named, pieces = (
        [w for w in lost if values["show"] or w in tried],
        Markup(""),
        [],
        iter(claims.index),
    )
    for words, inside, instead in compared.runs:
        if instead is not None and (
            values["show"] or all(w in found for w in words.casefold().split())
        ):
            named.append(
                {
                    "No.": len(named) + 1,
                    "Printed": f"“{words}”" + ("" if inside else ", outside the marks"),
                    "There": f"“{instead}”" if instead else "nothing",
                }
            )
            words = Markup("<u>{}</u><sup>{}</sup>").format(words, len(named))
        text += (
            Markup("({}) … ").format(next(pieces))
            if words == "…"
            else Markup("{} " if inside else "[{}] ").format(words)
        )
    printed = (
        f"Printed: {claims['who'].iloc[0]}, paragraph {claims['paragraph'].iloc[0]}"
        f" ({', '.join(claims.index)})"
    )
    rows = {
        "Where": [printed, f"There: {source['who']}, {source['publisher']} ({source.name})"],
        "Words": [text, Markup("{}<br><small>{}</small>").format(source["quote"], note)],
    }
    both = html_table(
        pd.DataFrame(rows),
        (
            "In square brackets: printed outside the marks"
            if "[" in text
            else "One quotation, two texts"
        ),
    )
    differ = (
        Markup('<div style="margin-top:1em">{}</div>').format(
            html_table(pd.DataFrame(named), "What differs, in words")
        )
        if named
        else ""
    )
    return View(
        both + differ,
        _sentence(compared, lost, found, [w for w in tried if w not in lost])
        + " Goal reached." * (bool(lost) and lost.keys() <= set(tried)),
    )


def _sentence(compared, lost, found, wrong):
    around = (
        f" What is printed beside {'them' if compared.of > 1 else 'it'} does not."
        if any(not inside and instead is not None for _, inside, instead in compared.runs)
        else ""
    )
    if not lost:
        return (
            f"{'All the words' if compared.of > 1 else 'The one word'} we hold of this quotation"
            f" stand{'s' * (compared.of == 1)} there.{around}"
        )
    named = ", ".join(f"“{w}” (there: {f'“{lost[w]}”' if lost[w] else 'nothing'})" for w in found)
    said = f"Found {len(found)} of {len(lost)}{': ' * bool(found)}{named}." + (
        f" Not among them: {', '.join(f'“{w}”' for w in wrong)}." if wrong else ""
    )
    return said + (
        f" We hold {compared.of} words of this quotation; type those that you cannot find there."
        if len(found) < len(lost)
        else ""
    )
