"""A quote as the widgets show it: its hedge underlined, the writer's reporting word in grey, how
firmly it is put, who says it, and the sentence in which it stands.
"""

import re
from typing import NamedTuple

from ..data.asked import said_firmly
from ..data.reference import readings
from ..reading.in_marks import inner_marks
from ..reading.setting import Setting, setting
from ..reading.strength import (
    SCALE,
    denied,
    reporting_word,
    strength_of,
    strengths_in,
    with_hedges,
)

LEGEND = (
    "Underlined: a word that softens (“could”) or leaves a number open (“at least”). Grey: the"
    " reporting word, which the writer chose. Bars: how firmly it is put, from “could” (one) to"
    " “put firmly” (five). They do not say whether it is true."
)
FIRM = "put firmly"
DENIED = "firmly denied"
THEIRS = "as the reader reads it"


class Quote(NamedTuple):
    """One claim, ready to be shown. pieces: list of (words, whether they are a hedge). who: the
    speaker. role: who that is, or "". beside: a hedge that is printed outside the quote. cue: the
    reporting word. strength: the word that makes it weaker, or that there is none, and that this is
    the reader's reading, where it is; "" where we know nothing of it. bars: how firmly it is put,
    as five signs. hangs_on: a condition that stands before it in the report. setting: the Setting.
    retold: whether that is a retelling of ours.
    """

    key: str
    pieces: list
    who: str
    role: str
    paragraph: int
    beside: str
    cue: str
    strength: str
    bars: str
    hangs_on: str
    setting: Setting
    retold: bool

    @property
    def weak(self):
        """bool: whether a word makes it weaker, or the reader reads it otherwise than its words."""
        return self.strength not in (FIRM, DENIED)


def quote_of(report, key):
    """Quote of one claim of a report. key: its id."""
    claims = report.claims
    if not report.complete:
        claims = with_hedges(claims, readings(), said_firmly(report.folder))
    row = claims.loc[key]
    strength = strength_of(claims, key, readings())
    cue = reporting_word(claims, key)
    around = setting(report, key)
    pieces, beside = _hedged(inner_marks(row["quote"]), row["hedge"])
    return Quote(
        key=key,
        pieces=pieces,
        who=row["who"],
        role=_role(report, row, around),
        paragraph=row["paragraph"],
        beside=beside,
        cue=cue,
        strength=_told(f"{row['hedge']}; {cue}", strength, denied(claims, key, readings()))
        + _whose(report, key, strength),
        bars=bars(strength),
        hangs_on=str(report.about.get("conditions", {}).get(key, "")),
        setting=around,
        retold="text" in report.about,
    )


def _role(report, row, around):
    """str: who a speaker is; blank where the sentence that is shown says so itself, or nobody does.
    row: of the claim. around: its Setting.
    """
    if re.search(rf"{re.escape(row['who'])}, an? ", f"{around.before} {around.after}"):
        return ""
    return str(report.about.get("roles", {}).get(row["speaker"], ""))


def _told(words, strength, is_denied):
    """str: how firmly a claim is put, in words, or that its speaker denies it firmly."""
    told = firmly(words, strength)
    return DENIED if is_denied and told == FIRM else told


def _whose(report, key, strength):
    """str: that how firmly a claim is put is the reader's reading, where the program's is another;
    else blank.
    """
    if report.complete:
        return ""
    as_read = with_hedges(report.claims, readings())
    return "" if strength == strength_of(as_read, key, readings()) else f", {THEIRS}"


def firmly(words, strength):
    """str: which of some words, parted by semicolons, makes a claim as weak as it is, in quotation
    marks; without them what the scale calls it, where none of the words says so; that it is put
    firmly; blank where nothing is known of it.
    """
    if strength in ("", SCALE[-1]):
        return strength and FIRM
    parts = [part.strip() for part in words.split(";")]
    found = (part for part in parts if strength in strengths_in(part, readings()))
    word = next(found, "")
    return f"“{word}”" if word else strength


def bars(strength):
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
