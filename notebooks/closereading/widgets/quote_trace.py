"""Quote trace (lesson 05): find the words inside the quotation marks that are not in the text they
are traced to.
"""

from functools import partial
from itertools import count
from typing import NamedTuple

import pandas as pd

from ..data.checks import ANCHOR
from ..reading.characters import words as words_of
from ..reading.given import looked_at
from ..reading.text import compare_quotes, find_quote
from ..show.controls import Check, Choice, Text
from ..show.html import render
from ..show.panel import Panel, View
from ..show.tables import html_table

GOAL = "Find the words inside the marks that are not in the transcript."
EMPTY = "A quotation beside the page that it is traced to."
NO_MARKS = "This passage has no quotation marks: compare the sense."
NOTHING = "No quotation of this report has been traced, so there is nothing to compare."


class Quotation(NamedTuple):
    """claims: DataFrame of those whose words are printed as one quotation. source: the row of
    .sources that it is traced to. note: on that text. marked: whether words of it stand between
    quotation marks.
    """

    claims: pd.DataFrame
    source: pd.Series
    note: str
    marked: bool = True


def quotations(report):
    """dict: label -> Quotation. Claims that hang on one reporting word and are traced to one card
    are one quotation.
    """
    claims = report.claims
    found = {}
    traces = report.traces[report.traces["card"].map(report.sources["quote"]) != ""]
    owner = claims["cue_of"].where(claims["cue_of"] != "", claims.index.to_series())
    for (first, card), rows in traces.groupby([traces["claim"].map(owner), "card"], sort=False):
        of_it = claims.loc[rows["claim"]]
        source = report.sources.loc[card]
        label = _label(claims.loc[first, "paragraph"], of_it["quote"].iloc[0], source["publisher"])
        marked = any(_marked(report, row) for _, row in of_it.iterrows())
        found[label] = Quotation(of_it, source, rows["note"].iloc[0], marked)
    return found


def _marked(report, claim):
    """bool: whether words of a claim stand between quotation marks, in it or in the text."""
    text = report.paragraphs[claim["paragraph"] - 1]
    start, end = find_quote(report.paragraphs, *(claim[name] for name in ANCHOR))
    mine = slice(len(words_of(text[:start])), len(words_of(text[:end])))
    return any(word.inside for word in (*words_of(text)[mine], *words_of(claim["quote"])))


def _label(paragraph, quote, publisher):
    """str: where a quotation stands, its first words inside the marks, the text beside it."""
    inside = quote.split('"')[1] if '"' in quote else quote
    opening = " ".join(inside.split()[:2])
    return f"paragraph {paragraph}, “{opening} …”, beside {publisher.split(';')[0]}"


@looked_at
def quote_trace(report, ask=8):
    """Panel: a printed quotation beside the text it is traced to; the learner names the words that
    differ, or has them shown. ask: the paragraph where it opens, if it can.
    """
    labels = list(quotations(report)) or [NOTHING]
    asked = [label for label in labels if label.startswith(f"paragraph {ask},")]
    controls = [
        Choice(id="which", label="Quotation", value=[*asked, *labels][0], options=labels),
        Text(id="guess", label="Words you cannot find there"),
        Check(id="show", label="Underline everything that differs"),
    ]
    goal = EMPTY if NOTHING in controls[0].options else GOAL
    return Panel(goal, controls, lambda values: trace(report, values))


def trace(report, values):
    """View: two texts, differing words underlined and numbered; below, each number in words.
    values: {"which": a label of `quotations`, "guess": words the learner looks for, "show": bool}.
    """
    if values["which"] == NOTHING:
        return View("", NOTHING)
    traced = quotations(report)[values["which"]]
    compared = compare_quotes(" … ".join(traced.claims["quote"]), traced.source["quote"])
    lost = _lost(compared)
    if not traced.marked:
        pieces = _pieces(compared.runs, traced.claims.index, lambda _: values["show"])
        return View(_content(traced, pieces), NO_MARKS)
    tried = _words(values["guess"])
    found = [word for word in lost if values["show"] or word in tried]
    is_shown = partial(_is_shown, found, values["show"])
    pieces = _pieces(compared.runs, traced.claims.index, is_shown)
    wrong = [word for word in tried if word not in lost]
    said = _sentence(compared, lost, found, wrong)
    if lost and lost.keys() <= set(tried):
        said += " Goal reached."
    return View(_content(traced, pieces), said)


def _words(guess):
    return [word.strip(".,;:“”\"'") for word in guess.casefold().split()]


def _content(traced, pieces):
    """Markup: both texts, and the differences in words."""
    differ = [piece for piece in pieces if piece.number]
    return render(
        "quote_trace.html",
        both=_side_by_side(traced, pieces),
        named=html_table(_named(differ), "What differs, in words") if differ else "",
    )


def _lost(compared):
    """dict: each word inside the marks that is not there, and what stands there instead."""
    lost = {}
    for words, inside, instead in compared.runs:
        if inside and instead is not None:
            lost |= dict.fromkeys(words.casefold().split(), instead)
    return lost


def _is_shown(found, show, words):
    """Whether a difference is shown: all of them are, or the learner has found its words."""
    return show or all(word in found for word in words.casefold().split())


class Piece(NamedTuple):
    """A run of words of a printed quotation. inside: whether between the marks. instead: what
    stands there, None where the same. number: of the difference, 0 where it is none or not shown.
    claim: the id of the claim that ends here, else blank; then the words are “…”.
    """

    words: str
    inside: bool
    instead: str | None
    number: int
    claim: str


def _pieces(runs, claims, is_shown):
    """list of Piece. claims: ids, in the order of their words. is_shown: function of the words."""
    ends = iter(claims)
    numbers = count(1)
    pieces = []
    for words, inside, instead in runs:
        number = next(numbers) if instead is not None and is_shown(words) else 0
        claim = next(ends) if words == "…" else ""
        pieces.append(Piece(words, inside, instead, number, claim))
    return pieces


def _named(pieces):
    """DataFrame of the pieces that differ, numbered."""
    rows = [
        {
            "No.": piece.number,
            "Printed": f"“{piece.words}”" + ("" if piece.inside else ", outside the marks"),
            "There": _instead(piece.instead),
        }
        for piece in pieces
    ]
    return pd.DataFrame(rows)


def _side_by_side(traced, pieces):
    """Markup: a table, the printed words above those they are traced to."""
    first = traced.claims.iloc[0]
    source = traced.source
    ids = ", ".join(traced.claims.index)
    rows = {
        "Where": [
            f"Printed: {first['who']}, paragraph {first['paragraph']} ({ids})",
            f"There: {source['who']}, {source['publisher']} ({source.name})",
        ],
        "Words": [
            render("traced_words.html", pieces=pieces),
            render("traced_source.html", quote=source["quote"], note=traced.note),
        ],
    }
    caption = "One quotation, two texts"
    if "[" in rows["Words"][0]:
        caption = "In square brackets: printed outside the marks"
    return html_table(pd.DataFrame(rows), caption)


def _sentence(compared, lost, found, wrong):
    if not lost:
        return _all_there(compared)
    named = ", ".join(f"“{word}” (there: {_instead(lost[word])})" for word in found)
    said = f"Found {len(found)} of {len(lost)}{': ' if found else ''}{named}."
    if wrong:
        said += f" Not among them: {', '.join(f'“{word}”' for word in wrong)}."
    if len(found) < len(lost):
        said += f" We hold {compared.of} words of this quotation; type those that you cannot find"
        said += " there."
    return said


def _instead(words):
    return f"“{words}”" if words else "nothing"


def _all_there(compared):
    several = compared.of > 1
    said = "All the words we hold of this quotation stand there."
    if not several:
        said = "The one word we hold of this quotation stands there."
    if any(not inside and instead is not None for _, inside, instead in compared.runs):
        said += f" What is printed beside {'them' if several else 'it'} does not."
    return said
