"""Passages of a text that may be worth a row: numbers, quotations, reporting words. They are
offered; nobody takes them by itself.
"""

import re
from itertools import product
from typing import NamedTuple

from .cues import cue_of, describes
from .cuts import tokens_of
from .sentences import sentences, trimmed
from .text import Problem
from .uncounted import days_and_items, is_label, is_name, may_be_time
from .vocabulary import ONES, POWERS, SMALL_SCALES, TEENS, TENS, VULGAR

# words on either side of a number that may belong to it
BEFORE = 4
BEHIND = 5
LONGEST = 30  # words of a passage
NUMBER = "a number"
QUOTATION = "a quotation"
REPORTED = "a reporting word"
_MARK = re.compile(r"[•‣◦▪–—-]\s+")  # of an item in a list
_WORDS = {*ONES, *TEENS, *TENS, *POWERS, *SMALL_SCALES, "half", "several", "few"}
_WORDS |= {"dozens", "hundreds", "thousands", "millions", "billions", "scores", "two-thirds"}
_CLAUSE = re.compile(r"[,;:](?=\s)|,[”»\"](?=\s)|\s[–—-]\s|[()]|—")
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
    said = next((m for m in reported.finditer(text, *span) if not describes(text, m)), None)

    def cue(spot):
        return cue_of(text, span, spot, reported)

    numbers = [
        Suggestion(NUMBER, n, *_passage(text, span, spot), text[slice(*spot)], number, cue(spot))
        for spot, number in _numbers(text, span, understand)
    ]
    taken = [(one.start, one.end) for one in numbers]
    free = _quotations(text, span, taken)
    quoted = [Suggestion(QUOTATION, n, *spot, text[slice(*spot)], None, cue(spot)) for spot in free]
    found = sorted([*numbers, *quoted], key=_begins)
    if found or not said:
        return found
    start, end = _reported(text, span, said.span())
    return [Suggestion(REPORTED, n, start, end, text[start:end], None, cue(said.span()))]


def _begins(one):
    """Key that puts suggestions in the order of the text."""
    return one.start


def _quotations(text, span, taken):
    """Yields (start, end) of the quotations of a sentence, of three words or more, that share
    nothing with what is offered already.
    """
    for match in _QUOTED.finditer(text, *span):
        if len(match[0].split()) > 2 and not _meets(match.span(), taken):
            yield match.span()


def _meets(spot, others):
    """bool: whether a (start, end) shares a sign with one of several."""
    return any(spot[0] < end and start < spot[1] for start, end in others)


def _numbers(text, span, understand):
    """Yields ((start, end), Quantity) of each number phrase of a sentence, the longest that is
    understood; Quantity is None where the grammar refuses it.
    """
    dates = days_and_items(text, span)
    words = [spot for spot in tokens_of(text) if span[0] <= spot[0] and spot[1] <= span[1]]
    done = span[0]
    for i, spot in enumerate(words):
        if spot[0] < done or _meets(spot, dates) or not _may_count(text, span[0], spot):
            continue
        phrase, said = _longest(text, words, i, done, understand)
        if not may_be_time(text, phrase, said):
            done = phrase[1]
            yield phrase, said


def _may_count(text, start, spot):
    """bool: whether a word is a number, or begins one, and no label. start: of its sentence."""
    return _is_number(text[slice(*spot)]) and not is_label(text, start, spot[0])


def _is_number(word):
    """bool: whether a word is a number, or begins one; Q3 and 24/0517 are names of something."""
    if is_name(word):
        return False
    low = word.casefold()
    parts = {low, *re.split(r"[-–]", low)}
    return bool(re.search(r"\d", low) or _WORDS & parts or set(VULGAR) & set(low))


def _longest(text, words, i, done, understand):
    """((start, end), Quantity): the longest phrase round a word that is understood; the word alone
    and None where there is none.
    """
    begins = [start for start, _ in words[max(0, i - BEFORE) : i + 1] if start >= done]
    ends = [end for _, end in words[i : i + BEHIND + 1]]
    spans = sorted(product(begins, ends), key=lambda span: span[0] - span[1])
    for read, (start, end) in product(understand, spans):
        said = _said(read, text[start:end])
        if said is not None:
            return _without_participle(text, (start, end), said, read)
    return words[i], None


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


def _passage(text, span, spot):
    """(start, end): the clause of a sentence that holds a spot; all of a short sentence."""
    if len(text[slice(*span)].split()) <= LONGEST // 2:
        return _without_stop(text, *span)
    start, end = trimmed(text, *_clause(text, span, spot))
    if len(text[start:end].split()) > LONGEST:
        start, end = spot
    return _without_stop(text, start, end)


def _clause(text, span, spot):
    """(start, end): the clause that holds a spot, with the one before it where it says nothing
    else.
    """
    breaks = [m.span() for m in _CLAUSE.finditer(text, *span) if not _meets(m.span(), [spot])]
    begins = [span[0], *(end for _, end in breaks if end <= spot[0])]
    end = min([first for first, _ in breaks if first >= spot[1]], default=span[1])
    alone = text[begins[-1] : end].strip(" .!?") == text[slice(*spot)]
    return _with_whom(text, begins, spot) if alone and _hangs(text, spot) else (begins[-1], end)


def _hangs(text, spot):
    """bool: whether a number says of nobody what it counts: a bare figure, or one in brackets."""
    bare = not re.search(r"[^\W\d_]", text[slice(*spot)])
    return bare or text[: spot[0]].endswith("(")


def _with_whom(text, begins, spot):
    """(start, end): a number that is a clause of its own, such as (82) or an age, with the clause
    before it, which says of whom.
    """
    before = [at for at in begins if text[at : spot[0]].strip(" ,;:(–—-")]
    return max(before, default=begins[0]), spot[1] + (text[spot[1] : spot[1] + 1] == ")")


def _without_stop(text, start, end):
    """(start, end) without a stop at the end, and without a mark that has no partner."""
    if mark := _MARK.match(text, start, end):
        start = mark.end()
    end = start + len(text[start:end].rstrip(" .!?,;:"))
    part = text[start:end]
    for opening, closing in ("“”", "«»", "()", "‘’"):
        if part.startswith(opening) and closing not in part:
            start += 1
        if part.endswith(closing) and opening not in part:
            end -= 1
    return start, end


def _reported(text, span, spot):
    """(start, end): a sentence whose reporting word stands at a spot, cut to its longest clause."""
    if len(text[slice(*span)].split()) <= LONGEST:
        return _without_stop(text, *span)
    return _passage(text, span, spot)
