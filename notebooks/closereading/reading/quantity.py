"""Number phrases, as news prints them, understood whole or refused: "up to 3.5 million people"."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lark import Lark
from lark.exceptions import UnexpectedInput, VisitError
from lark.lexer import Lexer

from .beside import fits, takes_apart
from .context import BEGIN, cannot
from .interval import Interval
from .meaning import Meaning
from .refusals import helped
from .said import in_per_cent, interval_of
from .text import Problem
from .tokens import MOST, tokens
from .vocabulary import vocabulary

_BEGINS = (
    "cannot begin a number: begin with the number, or with a small word before it, such as “about”"
)
GRAMMAR = Path(__file__).with_name("quantity.lark")


@dataclass(frozen=True)
class Quantity:
    """What a number phrase says.

    interval: Interval that the words allow under a reading. printed: Interval of the ends that are
    printed, whatever a soft hedge does to them ("about 200": 200). unit: what is counted or
    measured, blank where the phrase has none. hedge: the word of readings.csv that the phrase uses,
    blank where there is none. words: what stays words ("hundreds", "a few thousand"), because it
    prints no figure. beside: what stands beside the number and leaves it as it is, such as "in
    prison". near: what a hedge says of how far the number lies from the printed end, "near" or
    "far", and blank where it says nothing; typed: that hedge as it is printed, "almost". reading:
    printed, logical, usual or wide.
    """

    interval: Interval
    printed: Interval
    unit: str = ""
    hedge: str = ""
    words: str = ""
    beside: str = ""
    near: str = ""
    typed: str = ""
    reading: str = "printed"


def parse(phrase, known, units, reading="printed", beside=True):
    """Quantity of a whole phrase.

    phrase: str of at most 300 signs. known: tuple of Hedge; units: tuple of Unit. reading: printed,
    logical, usual or wide. beside: whether words may stand beside the number that leave it as it
    is ("in prison"). Raises Problem where a word is not understood, and names it.
    """
    if not isinstance(phrase, str):
        raise Problem(
            f'This is {phrase!r}; words in quotation marks are wanted, such as "at least 14".'
        )
    read = _with_beside if beside else _alone
    said, company = read(phrase, known, units)
    nears = [hedge.near for hedge in said.hedges if hedge.near]
    return Quantity(
        interval_of(said, known, reading),
        Interval(said.low, said.high, ends=said.ends),
        said.unit,
        "; ".join(hedge.names[0] for hedge in said.hedges) or said.about,
        said.words,
        company,
        "".join(nears[:1]),
        said.typed,
        reading,
    )


@cache
def grammar():
    """Lark of quantity.lark. Raises lark's GrammarError for a conflict in it."""
    text = GRAMMAR.read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer=_Ready, start="phrase", strict=True)


class _Ready(Lexer):
    """Hands lark the tokens that are made already."""

    def __init__(self, conf):
        """Takes nothing from lark."""

    def lex(self, data):
        """Yields the tokens."""
        yield from data


def _alone(phrase, known, units):
    """(Said, blank) of a phrase in which nothing stands beside the number."""
    try:
        return _said(phrase, known, units), ""
    except Problem as problem:
        raise helped(phrase, problem, known) from None


def _with_beside(phrase, known, units):
    """(Said, str) of a phrase, and what stands beside its number. Raises Problem as _said does: for
    the whole phrase, where no way to take it apart is clean.
    """
    try:
        return _said(phrase, known, units), ""
    except Problem as problem:
        first = problem
    if len(phrase) <= MOST:
        for parts in takes_apart(phrase, vocabulary(known, units)):
            if found := _said_apart(parts, known, units):
                parts, said = found
                return parts.with_unit(said)
    raise helped(phrase, first, known)


def _said_apart(parts, known, units):
    """(Parts, Said) of the core of a phrase that was taken apart; None where it does not fit
    together. A figure in per cent in brackets goes before the part in words that it belongs to.
    """
    try:
        said = _said(parts.core, known, units)
        inside = _said(_degrees(parts.bracket), known, units) if parts.bracket else None
    except Problem:
        return None
    if not fits(parts, said):
        return None
    if inside and in_per_cent(said, inside):
        return parts._replace(bracket=parts.core), replace(inside, unit=f"% {said.unit}".strip())
    if inside and not (said.measures and inside.measures and said.unit != inside.unit):
        return None
    return parts, said


def _degrees(text):
    """str: a conversion in brackets with its F as degrees, which elsewhere may be a name: 79F."""
    return re.sub(r"(?<=\d)F$", "°F", text)


def _said(phrase, known, units):
    """Said of a phrase. Raises Problem where it is not understood."""
    words = tokens(phrase, known, units)
    if not words:
        raise cannot(phrase, "there are no words in it")
    try:
        return Meaning(phrase).transform(grammar().parse(words))
    except VisitError as error:
        raise error.orig_exc from None
    except UnexpectedInput as error:
        token = getattr(error, "token", None)
        if token is None or token.type == "$END":
            raise cannot(phrase, "something is missing at its end") from None
        first = token is words[0]
        more = "read each number alone" if token.type in BEGIN else "leave it out, or read it alone"
        why = _BEGINS if first else f"does not fit the words before it: {more}"
        raise cannot(phrase, f"“{token.word}” {why}") from None
