"""Words of the report that a learner hands on between quotation marks: which claims they are of,
and to whom the learner gives them.
"""

import re
from typing import NamedTuple

from ..reading.characters import straight, words
from . import english
from .patterns import search
from .quotations import words_of
from .saying import ADVERB, REPORT, SAYS
from .speaker_names import CALLED, NAMES

LEAST = 3  # words in a row that are handed on
_TRUSTED = r"\b(?:trust|believe|prefer|weight to|side with|support|follow)\w* "
OWN_VOICE = (
    rf"{REPORT}(?:'s)?(?: own)?(?: voice)?|own voice|nobody|no stated source|no source|unnamed"
)
# what may stand between a reporting word and the words that are handed on
_LEAD = (
    r"(?:[ ,:]+(?:that|its?|their|his|the|of|to|drills|practi[sc]e|was|were|is|are|there|a|an"
    r"|russian|forces|they|russia|rehearse|will|would|has|have|about|on|for|and|in)){0,9}"
)
_OWN = r"(?:'s?|,? (?:with|and) (?:its|his|their)| ?[(:])"


class Run(NamedTuple):
    """Words in a row that stand in the report too. text: the words. size: how many. claims: ids of
    the claims whose quote they are part of, or that are part of them.
    """

    text: str
    size: int
    claims: tuple


def runs(text, report):
    """list of Run: the runs of a learner's words that stand in the report, of at least three words
    or a whole quote of its, so many of them between quotation marks; the longest first.
    """
    mine = [word for word in words(straight(text)) if re.search(r"\w", word.text)]
    inside = _inside(text, mine)
    theirs = [words_of(paragraph) for paragraph in report.paragraphs]
    quotes = [words_of(quote) for quote in report.claims["quote"]]
    found = {}
    for start in range(len(mine)):
        size = _size(mine, start, theirs)
        said = tuple(word.text.casefold() for word in mine[start : start + size])
        marked = sum(inside[start : start + size])
        if marked >= LEAST or marked and said in quotes:
            found[start] = Run(" ".join(said), size, _claims_of(said, report))
    return _longest_first(found)


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


def _size(mine, start, theirs):
    """int: how many words from one on stand in a paragraph in a row."""
    longest = 0
    first = mine[start].text.casefold()
    for paragraph in theirs:
        for at in _places(first, paragraph):
            size = 1
            while (
                start + size < len(mine)
                and at + size < len(paragraph)
                and mine[start + size].text.casefold() == paragraph[at + size]
            ):
                size += 1
            longest = max(longest, size)
    return longest


def _places(word, paragraph):
    """list of int: where a word stands in a paragraph."""
    return [at for at, other in enumerate(paragraph) if other == word]


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


def given_by_pronoun(run, text):
    """str: the source that is trusted more and to which a plain text hands a run by he, she, it or
    they ("I trust Janes more, because they say …"); "" where it hands it to none so.
    """
    first = re.escape(english.plain(run.text).split()[0])
    spoken = re.search(
        rf"\bbecause (?:he|she|it|they) (?:\w+ ){{1,6}}?[^'\"]{{0,20}}['\"]+{first}", text
    )
    if not spoken:
        return ""
    found = []
    for name, names in NAMES.items():
        trusted = rf"{_TRUSTED}(?:the )?(?:{names})(?![\w-])"
        if search(trusted, text[: spoken.start()]):
            found.append(name)
    return found[0] if len(found) == 1 else ""


def given_to(run, text, report):
    """str: the source to which a plain text hands a run directly ("Ukraine said that …"); "" where
    it hands it to none.
    """
    said = english.plain(run.text).split()
    words_ = re.escape(said[0]) + r"\b.{0,3}" + re.escape(said[1])
    others = [name for key, name in report.speakers["name"].items() if key not in CALLED]
    for name in [*NAMES, *others]:
        names = pattern_of(name)
        if search(rf"\b(?:{names})", text) and _hands(names, words_, text):
            return name
    return ""


def _hands(names, words_, text):
    """Whether a text hands words to somebody, before them, after them, or as somebody's own."""
    bare = rf"(?<!than )(?<!of )(?<!in )(?<!against )\b(?:{names})"
    whole = rf"{bare}(?:'s)?(?![\w-])"
    saying = rf"{whole}(?: {ADVERB})* {SAYS}"
    ended = rf"{words_}[^'\"]{{0,60}}['\"]+,? "
    # the first of two is a part of the second, which takes long to be made
    ways = (
        (saying, rf"{saying}{_LEAD}[ ,:]*['\"]+[^'\"]{{0,40}}?{words_}"),
        (ended, rf"{ended}(?:{SAYS}) {whole}"),
        (bare, rf"{bare}{_OWN} ?['\"]+[^'\"]{{0,40}}?{words_}"),
    )
    return any(search(part, text) and search(way, text) for part, way in ways)
