"""Words of the report that a learner hands on between quotation marks: which claims they are of,
and who is given them in the report.
"""

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ..reading.characters import straight, words
from . import english
from .patterns import search
from .quotations import in_double_marks, words_of
from .saying import REPORT
from .speaker_names import CALLED, NAMES

LEAST = 3  # words in a row that are handed on
OWN_VOICE = (
    rf"{REPORT}(?:'s)?(?: own)?(?: voice)?|own voice|nobody|no stated source|no source|unnamed"
)


class Run(NamedTuple):
    """Words in a row that stand in the report too. text: the words. size: how many. claims: ids of
    the claims whose quote they are part of, or that are part of them.
    """

    text: str
    size: int
    claims: tuple


def runs(text, report):
    """list of Run: the runs of a learner's words between quotation marks that stand in the report,
    of at least three words or a whole quote of its; the longest first.
    """
    text = in_double_marks(text)
    mine = [word for word in words(straight(text)) if re.search(r"\w", word.text)]
    inside = _inside(text, mine)
    theirs = [words_of(paragraph) for paragraph in report.paragraphs]
    quotes = [words_of(quote) for quote in report.claims["quote"]]
    found = {}
    said_words = tuple(word.text.casefold() for word in mine)
    for start in range(len(mine)):
        said = _between_marks(said_words[start:], inside[start:], quotes)
        size = _size(said, theirs) if said else 0
        if size >= LEAST or said[:size] in quotes:
            found[start] = Run(" ".join(said[:size]), size, _claims_of(said[:size], report))
    return _longest_first(found)


def _between_marks(said, inside, quotes):
    """tuple of str: the words between marks with which some words begin; or a whole quote, of which
    at least the first word stands between marks.
    """
    marked = tuple(word for word, _ in takewhile(lambda one: one[1], zip(said, inside)))
    whole = [quote for quote in quotes if marked and said[: len(quote)] == quote]
    return max(marked, *whole, key=len) if whole else marked


def _longest_first(found):
    """list of Run: those that are part of no other. found: dict {place: Run}."""
    kept = [run for start, run in found.items() if not _is_part(start, found)]
    return sorted(kept, key=lambda run: -run.size)


def _inside(text, mine):
    """list of bool: whether each word stands between marks; also where marks are doubled, of which
    the reading of a report makes two pairs.
    """
    doubled = re.sub(r"[“\"][“\"‘']|[”\"’'](?=[”\"])", '"', text)
    again = [word for word in words(straight(doubled)) if re.search(r"\w", word.text)]
    first = [word.inside for word in mine]
    second = [word.inside for word in again] if len(again) == len(mine) else first
    nested = re.search(r"[“\"]\s*[“\"‘]", text)
    return [a or b or bool(nested) for a, b in zip(first, second)]


def _size(said, theirs):
    """int: how many words from the first on stand in a paragraph in a row."""
    return max(_in_a_row(said, paragraph) for paragraph in theirs)


def _in_a_row(said, paragraph):
    """int: how many words from the first on stand in one paragraph in a row."""
    longest = 0
    for at in _places(paragraph).get(said[0], ()):
        same = (mine == theirs for mine, theirs in zip(said, paragraph[at:]))
        longest = max(longest, sum(1 for _ in takewhile(bool, same)))
    return longest


@cache
def _places(paragraph):
    """dict {word: list of places} of the words of a paragraph."""
    places = {}
    for at, word in enumerate(paragraph):
        places.setdefault(word, []).append(at)
    return places


def _is_part(start, found):
    """Whether the run from a word on lies inside one that begins earlier."""
    return any(at < start < at + run.size for at, run in found.items())


def _claims_of(said, report):
    """tuple of str: the claims whose quote shares three words with these, or is in them."""
    together = f" {' '.join(said)} "
    ids = []
    for key, quote in report.claims["quote"].items():
        theirs = words_of(quote)
        pieces = (theirs[at : at + LEAST] for at in range(max(1, len(theirs) - LEAST + 1)))
        if any(f" {' '.join(piece)} " in together for piece in pieces):
            ids.append(key)
    return tuple(ids)


def speakers_of(run, report):
    """list of str: the names, in NAMES, of those who are given these words in the report."""
    ids = report.claims.loc[list(run.claims), "speaker"]
    named = report.speakers["name"]
    called = [CALLED.get(key) or (named[key],) for key in ids]  # a speaker of another report too
    return list(dict.fromkeys(name for names in called for name in names))


def pattern_of(name):
    """str: regular expression of a source's names in a plain text."""
    if name == "the report":
        return OWN_VOICE
    return NAMES.get(name) or re.escape(english.plain(name))


def is_named(name, text):
    """bool: whether a plain text has a source by any of its names."""
    return bool(search(rf"\b(?:{pattern_of(name)})(?![\w-])", text))
