"""A claim on the page to hand on: who says it, and how its words lead there; its numbers in words,
and whose reading they are; how firmly it is put, where the reader said so.
"""

from ..data.asked import said_firmly
from ..data.checks import ANCHOR
from ..data.chosen import CHOSEN
from ..data.reference import as_said, readings, with_unit
from ..data.typed_ends import TYPED
from ..reading.accounts import NO_SOURCE
from ..reading.days import day
from ..reading.naming import is_named
from ..reading.scaled import with_scale
from ..reading.scope import time_said
from ..reading.sentences import sentences
from ..reading.strength import strength_of, with_hedges
from ..reading.text import find_quote
from .quotes import bars, firmly

# what the page calls a speaker: a town official is coded as a group, and is one person
KNOWN_AS = {"group": "no name", "ambiguous": "two readings"}


def claim_row(report, key, row):
    """dict: one claim, with its numbers in words."""
    mine = report.numbers[report.numbers["from"] == key]
    numbers = [
        (_number(one, report.interval(number)), _scope(one)) for number, one in mine.iterrows()
    ]
    fields = ("quote", "paragraph", "who", "sourcing", "cue", "topic")
    return dict(
        key=key,
        numbers=numbers,
        known_as=KNOWN_AS.get(row["sourcing"], row["sourcing"]),
        concluded=concluded(report, row),
        firm=_firm(report, key),
        **{field: row[field] for field in fields},
    )


def _number(row, made):
    """str: the words of a number, and what they are read as, or what was typed; and whose reading
    it is, where the words print other ends or none.
    """
    if made.is_open:
        return f"“{row['words']}”: the words print no figure"
    told = made.soft or made.basis.startswith((TYPED, CHOSEN))
    said = with_unit(as_said(made, row["words"]), row["unit"])
    return f"{with_scale(row)}: {said}{f' ({made.basis})' if told else ''}"


def _scope(row):
    """str: what a number counts: who or what, doing what, where, and the time or day."""
    day_of = "" if row["counted_on"] != row["counted_on"] else day(row["counted_on"])
    fields = (row["population"], row["status"], row["place"], time_said(row), day_of)
    return " · ".join(filter(None, fields))


def concluded(report, row):
    """str: that the sentence of a claim of the learner's own does not name its speaker, so that the
    reader concluded who speaks; blank where it does, or nobody speaks.
    """
    who = row["who"]
    if report.complete or not report.paragraphs or who == NO_SOURCE:
        return ""
    others = [other for other in report.claims["who"].unique() if other != who]
    if is_named(who, _sentence_of(report, row), others):
        return ""
    return f"{_named_where(report, row, others)}: who speaks is the reader’s reading"


def _sentence_of(report, row):
    """str: the sentence or sentences in which a claim stands."""
    text = report.paragraphs[row["paragraph"] - 1]
    start, end = find_quote(report.paragraphs, *(row[name] for name in ANCHOR))
    touched = [span for span in sentences(text) if span[0] < end and start < span[1]]
    return text[touched[0][0] : touched[-1][1]] if touched else text


def _named_where(report, row, others):
    """str: where the text names a speaker whom the sentence of a claim does not name: in the
    paragraph nearest to it, and of two the one before.
    """
    here = row["paragraph"]
    texts = enumerate(report.paragraphs, 1)
    named = [n for n, text in texts if is_named(row["who"], text, others)]
    if not named:
        return "the text does not print this name"
    nearest = min(named, key=lambda n: (abs(n - here), n))
    return f"not named in this sentence, but in paragraph {nearest}"


def _firm(report, key):
    """str: how firmly a claim is put in the reading of a reader who read it otherwise than the
    program; blank where nobody did.
    """
    said = {} if report.complete else said_firmly(report.folder)
    mine = said.get(report.claims.loc[key, "quote"], "")
    words, code = _as_read(report, key)
    if mine in ("", code):
        return ""
    program = f"{bars(code)} {words} in the program’s" if code else "the program has none"
    return f"How firmly: {bars(mine)} {firmly('', mine)} in the reader’s reading; {program}"


def _as_read(report, key):
    """(str, code): how firmly the words of a claim put it, as the program reads them."""
    claims = with_hedges(report.claims, readings())
    code = strength_of(claims, key, readings())
    row = claims.loc[key]
    return firmly(f"{row['hedge']}; {row['cue']}", code), code
