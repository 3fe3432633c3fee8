"""Words of a learner's sentence that neither the report has nor a sentence about a report needs."""

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..data.reference import gazetteer
from ..reading.characters import straight
from ..reading.vocabulary import ONES, TEENS, TENS
from .wording import WORDS

PLAIN_WORDS = Path(__file__).with_name("plain_words.txt")
LONG = 7
CLOSE = 0.86
SHORTER = 5  # letters, where only one of them may be too few or too many
CLOSER = 0.9
_NUMBERS = (*ONES, *TEENS, *TENS, "hundred", "thousand", "million")
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]+(?![A-Za-zÀ-ÿ]|['’]t\b)")
# beginnings that make another word, and no slip of the pen
_BEGINNINGS = ("un", "im", "in", "re", "dis", "mis", "non")
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
    """str: a text in which each longer word that is one of the report's or of plain_words.txt, but
    for a letter or two, is spelt as there: a slip of the pen is no other source, and no other day.
    """
    ours = PLAIN_WORDS.read_text(encoding="utf-8")
    text_of_all = " ".join([*report.paragraphs, _named(report), ours])
    return _LETTERS.sub(lambda found: _spelt(found[0], text_of_all), text)


@cache
def _spelt(word, text):
    """str: a word as a text has it, where it is one of the text's but for a slip of the pen."""
    lower = word.casefold()
    words = _words(text)
    if len(lower) < SHORTER or lower in _forms_of(words) or _is_at_home(lower, words):
        return word
    close = get_close_matches(lower, words, 1, CLOSE if len(lower) >= LONG else CLOSER)
    if not close or lower.endswith(close[0]) and lower.startswith(_BEGINNINGS):
        return word
    return close[0]


def _is_at_home(word, words):
    """Whether a word is a number, a town, one that is asked for, or a short one of a known stem."""
    if word in _NUMBERS or word in _asked_for() or stem(word) in _towns():
        return True
    return len(word) < LONG and stem(word) in _stems(words)


@cache
def _stems(words):
    """frozenset of str: the stems of some words."""
    return frozenset(map(stem, words))


@cache
def _asked_for():
    """frozenset of str: the words that wording.toml asks for."""
    asked = " ".join(WORDS.values())
    return frozenset(re.findall(r"(?<!\\)\b[a-z]{4,}", asked))


@cache
def _forms_of(words):
    """frozenset of str: some words, and what English makes of them by rule."""
    return frozenset(words) | {form for word in words for form in _regular(word)}


def _regular(word):
    """list of str: what English makes of a word by rule."""
    silent = word.removesuffix("e")
    forms = [word + ending for ending in ("s", "es", "ed", "ing", "ly", "er", "ers", "ment")]
    forms += [silent + ending for ending in ("ed", "ing", "er", "ers", "ation", "able", "ion")]
    forms += [word + word[-1] + ending for ending in ("ed", "ing", "er")]
    if word.endswith("y"):
        forms += [word[:-1] + ending for ending in ("ies", "ied", "ily", "ier", "iness")]
    return forms


@cache
def _words(text):
    """tuple of str: the words of a text that are long enough to be known again, each once."""
    return tuple(dict.fromkeys(w for w in _WORD.findall(straight(text).casefold()) if len(w) >= 4))


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
