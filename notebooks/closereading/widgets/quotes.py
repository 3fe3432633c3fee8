"""A quote as the widgets show it: its hedge underlined, the writer's reporting word in grey, and
how firmly it is said.
"""

import re
from typing import NamedTuple

from ..data.reference import readings
from ..reading.strength import SCALE, reporting_word, softened_by, strength_of


def shown_as(strength):
    """str: a strength as it is shown; one that no word weakens is said as a fact."""
    return "as fact" if strength == SCALE[-1] else strength


LEGEND = (
    "Underlined: the hedge, a word that softens or limits. Grey: the reporting word, which the"
    " writer chose. Bars, from weak to strong:"
    f" {' → '.join(map(shown_as, SCALE))}."
)


class Quote(NamedTuple):
    """One claim, ready to be shown. pieces: list of (words, whether they are a hedge). beside: a
    hedge that is printed outside the quote. cue: the reporting word. strength: how firmly it is
    said, as it is shown, or "". bars: the same as five signs. hangs_on: a condition that stands
    before it in the report.
    """

    key: str
    pieces: list
    who: str
    paragraph: int
    beside: str
    cue: str
    strength: str
    bars: str
    hangs_on: str


def quote_of(report, key):
    """Quote of one claim of a report. key: its id."""
    claims = _with_hedges(report)
    row = claims.loc[key]
    strength = strength_of(claims, key, readings())
    pieces, beside = _hedged(row["quote"], row["hedge"])
    return Quote(
        key=key,
        pieces=pieces,
        who=row["who"],
        paragraph=row["paragraph"],
        beside=beside,
        cue=reporting_word(report.claims, key),
        strength=shown_as(strength),
        bars=_bars(strength),
        hangs_on=str(report.about.get("conditions", {}).get(key, "")),
    )


def _with_hedges(report):
    """DataFrame: the claims of a report. The rows of a learner's own report code no hedges; those
    that stand in its quotes are taken, or else “it may rain” would be told as a fact.
    """
    claims = report.claims
    if report.complete:
        return claims
    found = ["; ".join(softened_by(quote, readings())) for quote in claims["quote"]]
    return claims.assign(hedge=claims["hedge"].where(claims["hedge"] != "", found))


def _bars(strength):
    """str: five signs, so many filled as a strength has steps; "" for none."""
    if not strength:
        return ""
    filled = SCALE.index(strength) + 1
    return "▮" * filled + "▯" * (len(SCALE) - filled)


def _hedged(quote, hedge):
    """(list of (words, whether they are a hedge), the hedges that do not stand in the quote)."""
    parts = [part.strip() for part in hedge.split(";") if part.strip()]
    inside = [part for part in parts if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", quote, re.I)]
    beside = ", ".join(part for part in parts if part not in inside)
    if not inside:
        return [(quote, False)], beside
    longest_first = sorted(inside, key=len, reverse=True)
    one_of = "|".join(map(re.escape, longest_first))
    pieces = re.split(rf"(?<!\w)({one_of})(?!\w)", quote, flags=re.I)
    return [(words, bool(i % 2)) for i, words in enumerate(pieces) if words], beside
