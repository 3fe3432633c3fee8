"""Words of a learner's sentence that neither the report has nor a sentence about a report needs."""

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..data.reference import gazetteer
from ..reading.characters import straight
from ..reading.vocabulary import ONES, TEENS, TENS

PLAIN_WORDS = Path(__file__).with_name("plain_words.txt")
LONG = 7
CLOSE = 0.86
_NUMBERS = (*ONES, *TEENS, *TENS, "hundred", "thousand", "million")
_WORD = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?")
_ENDINGS = (
    "'s",
    "'",
    "ingly",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ied",
    "es",
    "ed",
    "ly",
    "er",
    "s",
    "d",
    "e",
    "y",
)


def foreign_words(text, report, also=""):
    """list of str: the words of a text, in their order, of whose stem neither the report nor
    plain_words.txt has a word, nor the list of towns. also: more words that are at home here.
    """
    known = _plain() | _of(" ".join(report.paragraphs)) | _of(also) | _of(_named(report)) | _towns()
    given = _WORD.findall(straight(text).casefold())
    strange = [word for word in given if len(word) > 2 and stem(word) not in known]
    return list(dict.fromkeys(word for word in strange if not _is_misspelt(word, known)))


def _is_misspelt(word, known):
    """Whether a long word is one of those that are known, but for a letter."""
    return len(word) >= LONG and bool(get_close_matches(stem(word), known, 1, CLOSE))


def respelt(text, report):
    """str: a text in which each long word that is one of the report's or of plain_words.txt, but
    for a letter or two, is spelt as there: a slip of the pen is no other source, and no other day.
    """
    ours = PLAIN_WORDS.read_text(encoding="utf-8")
    words = _words(" ".join([*report.paragraphs, _named(report), ours]))
    known = _plain() | frozenset(map(stem, [*words, *_NUMBERS])) | _towns()

    def mended(found):
        word = found[0]
        if len(word) < LONG or stem(word.casefold()) in known:
            return word
        close = get_close_matches(word.casefold(), words, 1, CLOSE)
        return close[0] if close else word

    return re.sub(r"[A-Za-zÀ-ÿ]+", mended, text)


@cache
def _words(text):
    """tuple of str: the long words of a text, each once."""
    return tuple(dict.fromkeys(w for w in _WORD.findall(straight(text).casefold()) if len(w) >= 6))


@cache
def stem(word):
    """str: a word without the endings that English puts to it, as far as letters tell."""
    shorter = word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            shorter = word[: -len(ending)]
            break
    shorter = re.sub(r"(.)\1$", r"\1", shorter)
    return word if shorter == word else stem(shorter)


@cache
def _plain():
    """frozenset of str: the stems of plain_words.txt."""
    return _of(PLAIN_WORDS.read_text(encoding="utf-8"))


@cache
def _of(text):
    return frozenset(map(stem, _WORD.findall(straight(text).casefold())))


def _named(report):
    """str: the names of the report's places and speakers."""
    return " ".join([*report.places["name"], *report.places["also"], *report.speakers["name"]])


@cache
def _towns():
    names = [*gazetteer()["name"], *gazetteer()["also"], *gazetteer()["country"]]
    return _of(" ".join(names))
