"""Passages of a text that may be worth a row: numbers, quotations, reporting words. They are
offered; nobody takes them by itself.
"""

import re
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from .broken_off import breaks_off
from .cues import cue_of, describes
from .cut_short import cut_short, is_base
from .cuts import from_then, in_brackets, signed, tokens_of
from .passages import holding_once, meets, passage, sentence_of
from .sentences import sentences
from .spaced import with_commas
from .text import Problem
from .turns import per_what, turn_of, with_turn
from .two_ways import change_in, two_ways
from .uncounted import days_and_items, in_a_name, is_label, is_name, is_score, may_be_time, of_them
from .vocabulary import ONES, POWERS, SMALL_SCALES, TEENS, TENS, VULGAR

# words on either side of a number that may belong to it
BEFORE = 4
BEHIND = 6
NUMBER = "a number"
QUOTATION = "a quotation"
REPORTED = "a reporting word"
_WORDS = {*ONES, *TEENS, *TENS, *POWERS, *SMALL_SCALES, "half", "several", "few"}
_WORDS |= {"dozens", "hundreds", "thousands", "millions", "billions", "two-thirds", "twice"}
_OF_ANYBODY = re.compile(r"\b(?:you|one|make)(?:\s+(?:may|might|can|could|would|will))?\s*\Z", re.I)
_MONEY = re.compile(  # a number that stands behind it is no number without it
    r"(?:[A-Z]{0,3}[$£€¥]|\b(?:USD|EUR|GBP|SEK|NOK|DKK|CHF|JPY|CNY|AUD|CAD|INR|RUB|BRL|ZAR|PLN"
    r"|CZK|HUF|Rs|Fr|kr)\.?)\s*\Z"
)
_FOLD = re.compile(rf"(?:{'|'.join([*ONES, *TEENS, *TENS])})fold")
_QUOTED = re.compile(
    r"“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)|「[^「」]+」|\"[^\"]+\""
)


class Suggestion(NamedTuple):
    """One passage. kind: NUMBER, QUOTATION or REPORTED. paragraph: counted from 1. start, end: of
    the passage in it. words: the number phrase; of other kinds the passage. number: what the
    grammar says of the phrase (Quantity), or None. cue: the reporting word that tells it, or "".
    """

    kind: str
    paragraph: int
    start: int
    end: int
    words: str
    number: object = None
    cue: str = ""

    @property
    def key(self):
        """str: by which it is known again."""
        return f"{self.kind[2:3]}{self.paragraph}.{self.start}.{self.words[:12]}"


def suggestions(paragraphs, understand, cues):
    """list of Suggestion, in the order of the text. understand: two functions of a phrase, the
    strict one first, that give a Quantity or raise Problem. cues: reporting words.
    """
    found = []
    reported = _pattern(sorted(cues, key=len, reverse=True))
    for n, text in enumerate(paragraphs, 1):
        for span in sentences(text):
            found += _of_sentence(n, text, span, understand, reported)
    return found


def _pattern(cues):
    begins = [cue.capitalize() for cue in cues if cue == "according to"]  # a sentence, too
    one_of = "|".join(map(re.escape, [*cues, *begins]))
    return re.compile(rf"\b(?:{one_of})\b") if one_of else re.compile("(?!)")


def _of_sentence(n, text, span, understand, reported):
    """list of Suggestion in one sentence: its numbers and quotations, else its reporting word."""
    said = _reporting_word(text, span, reported)

    def suggestion(kind, place, spot, number=None):
        cue = cue_of(text, span, spot, reported)
        words = text[slice(*(spot if kind == NUMBER else place))]
        return Suggestion(kind, n, *place, words, number, cue)

    found = {}
    for spot, number in _numbers(text, span, understand):
        place = passage(text, span, spot, reported)
        place = holding_once(text, place, spot) if number else place
        found[spot] = suggestion(NUMBER, place, spot, number)
    taken = [(one.start, one.end) for one in found.values()]
    found |= {spot: suggestion(QUOTATION, spot, spot) for spot in _quotations(text, span, taken)}
    if found or not said:
        return [one for _, one in sorted(found.items(), key=_begins)]
    return [suggestion(REPORTED, sentence_of(text, span, said.span()), said.span())]


def _reporting_word(text, span, reported):
    """Match of the first word of a sentence by which somebody says something; None without one."""
    words = (m for m in reported.finditer(text, *span) if not _OF_ANYBODY.search(text[: m.start()]))
    return next((m for m in words if not describes(text, m)), None)


def _begins(item):
    """Key that puts suggestions in the order in which their numbers and quotations stand."""
    return item[0]


def _quotations(text, span, taken):
    """Yields (start, end) of the quotations of a sentence, of three words or more, that share
    nothing with what is offered already.
    """
    for match in _QUOTED.finditer(text, *span):
        if len(match[0].split()) > 2 and not meets(match.span(), taken):
            yield match.span()


def _numbers(text, span, understand):
    """Yields ((start, end), Quantity) of each number phrase of a sentence, the longest that is
    understood; Quantity is None where the grammar refuses it.
    """
    found = list(_each_number(text, span, understand))
    for (spot, said), after in zip(found, [*found[1:], None]):
        yield spot, _with_unit_of(text, spot, said, after)


def _with_unit_of(text, spot, said, after):
    """Quantity of an old number with the unit of the new one: from 60 to 80 years."""
    if not said or said.unit or not after or not after[1] or text[spot[1] : after[0][0]] != " to ":
        return said
    return replace(said, unit=after[1].unit) if change_in(text, spot[0], after[0][1]) else said


def _each_number(text, span, understand):
    """Yields ((start, end), Quantity) of each number phrase by itself."""
    printed = text
    text = with_commas(printed)
    dates = days_and_items(text, span)
    words = [spot for spot in tokens_of(text) if span[0] <= spot[0] and spot[1] <= span[1]]
    done = span[0]
    for i, spot in enumerate(words):
        if spot[0] < done or meets(spot, dates) or not _may_count(text, span[0], spot):
            continue
        phrase, said = _longest(text, words, i, done, understand)
        if not _is_none(text, span[0], phrase, said):
            done = phrase[1]
            as_it_is = printed[slice(*phrase)] == text[slice(*phrase)]
            yield phrase, _turned(text, phrase, said) if as_it_is else None


def _is_none(text, start, phrase, said):
    """bool: whether a phrase may be a time of day or somebody, or belongs to a name; several words
    that are not read are a number about which the reader is asked. start: of its sentence.
    """
    if in_a_name(text, start, phrase, said.unit if said else ""):
        return True
    asked = said is None and re.match(r"\w.* ", text[slice(*phrase)])
    return not asked and may_be_time(text, phrase, said)


def _turned(text, phrase, said):
    """Quantity with the words in its unit that turn the number: yards (loss), per Class A share."""
    if not said:
        return said
    per = per_what(text, phrase[1], said.unit)
    unit = f"{said.unit} {per}".strip()
    return replace(said, unit=with_turn(unit, turn_of(text, *phrase, unit)))


def _may_count(text, start, spot):
    """bool: whether a word is a number, or begins one, and no label or score. start: of its
    sentence.
    """
    word = text[slice(*spot)]
    if not _is_number(word) or is_base(text, spot[0]):
        return False
    if word.casefold() == "scores" and not text.startswith(" of ", spot[1]):
        return False
    return not is_score(word) and not is_label(text, start, spot[0])


def _is_number(word):
    """bool: whether a word is a number, or begins one; Q3 and 24/0517 are names of something."""
    if is_name(word):
        return False
    low = word.casefold()
    parts = {low, *re.split(r"[-–]", low)}
    fold = _FOLD.fullmatch(low) or low == "scores"
    return bool(fold or re.search(r"\d", low) or _WORDS & parts or set(VULGAR) & set(low))


def _longest(text, words, i, done, understand):
    """((start, end), Quantity): the longest phrase round a word that is understood; the word alone
    and None where there is none.
    """
    spans = _spans(text, words, i, done)
    for read, (start, end) in product(understand, spans):
        said = None if _is_cut(text, start, end) else _said(read, text[start:end])
        if said is None or breaks_off(text, start, end, said.unit):
            continue
        if whole := cut_short(text, start, end) or _open(text, start, end):
            return (start, start + len(whole)), None
        spot = _without_participle(text, (start, end), said, read)
        return _with_whole(text, *spot, understand[-1])
    return _as_it_stands(text, *words[i]), None


def _open(text, start, end):
    """str: a phrase that its sentence may mean in two ways; blank for another."""
    return text[start:end] if two_ways(text, start, end) else ""


def _spans(text, words, i, done):
    """list of (start, end): the phrases round a word, the longest first, and none without the sign
    of money that stands before it.
    """
    begins = [start for start, _ in words[max(0, i - BEFORE) : i + 1] if start >= done]
    begins = [start for start in begins if not _MONEY.search(text[:start])] or [words[i][0]]
    ends = [end for _, end in words[i : i + BEHIND + 1]]
    return sorted(product(begins, ends), key=lambda span: span[0] - span[1])


def _is_cut(text, start, end):
    """bool: whether what stands beside a phrase makes something else of it."""
    return any(part(text, start, end) for part in (from_then, change_in, in_brackets, signed))


def _as_it_stands(text, start, end):
    """(start, end): a number that is not read, with the sign or the brackets that belong to it."""
    money = _MONEY.search(text[:start])
    scale = re.compile(rf" (?:{'|'.join(POWERS)})\b").match(text, end)
    if money and scale:
        return money.start(), scale.end()
    if longer := cut_short(text, start, end):
        return start, start + len(longer)
    whole = in_brackets(text, start, end) or signed(text, start, end)
    last = end + whole.endswith(")")
    return (last - len(whole), last) if whole else (start, end)


def _with_whole(text, spot, said, read):
    """((start, end), Quantity): a bare number with what it is a part of: ten of the suspects."""
    end = of_them(text, spot[1])
    whole = _said(read, text[spot[0] : end]) if end > spot[1] and not said.unit else None
    fits = whole and whole.unit.startswith("of ") and not breaks_off(text, spot[0], end, whole.unit)
    return ((spot[0], end), whole) if fits else (spot, said)


def _without_participle(text, spot, said, read):
    """((start, end), Quantity): a phrase without a word at its end that only leads on, where what
    is counted is named before it: 278 cases [confirmed] in May, 10 years of [supervised] release.
    """
    start, end = spot
    words = text[start:end].split(" ")
    if not words[-1].endswith("ed"):
        return spot, said
    for kept in (words[:-1], words[:-2]):
        shorter = " ".join(kept)
        less = _said(read, shorter) if shorter else None
        if less is not None and less.unit:
            return (start, start + len(shorter)), less
    return spot, said


def _said(read, phrase):
    """Quantity of a phrase; None where it is not understood, or a lone "one"."""
    try:
        return None if "\t" in phrase or _lone_one(phrase) else read(phrase)
    except Problem:
        return None


def _lone_one(phrase):
    """bool: "one" alone is hardly ever a count."""
    return phrase.casefold() in ("one", "half", "few")
