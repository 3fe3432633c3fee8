"""Words of the report that a learner hands on between quotation marks: which claims they are of,
and to whom the learner gives them.
"""

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ..reading.characters import straight, words
from . import english
from .patterns import search
from .quotations import in_double_marks, words_of
from .saying import ADVERB, REPORT, SAYS
from .speaker_names import CALLED, NAMES

LEAST = 3  # words in a row that are handed on
_TRUSTED = r"\b(?:trust|believe|prefer|weight to|side with|support|follow)\w* "
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
    """list of Run: the runs of a learner's words that stand in the report, of at least three words
    or a whole quote of its, so many of them between quotation marks; the longest first.
    """
    text = in_double_marks(text)
    mine = [word for word in words(straight(text)) if re.search(r"\w", word.text)]
    inside = _inside(text, mine)
    theirs = [words_of(paragraph) for paragraph in report.paragraphs]
    quotes = [words_of(quote) for quote in report.claims["quote"]]
    found = {}
    said_words = tuple(word.text.casefold() for word in mine)
    for start in range(len(mine)):
        size = _size(said_words[start:], theirs)
        said = said_words[start : start + size]
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


def given_by_pronoun(run, text):
    """str: the source that is trusted more and to which a plain text hands a run by he, she, it or
    they ("I trust Janes more, because they say …"); "" where it hands it to none so.
    """
    said = english.plain(run.text).split()
    first = re.escape(said[0])
    last = re.escape(said[-1])
    ways = (
        rf"\bbecause (?:he|she|it|they) (?:\w+ ){{1,6}}?"
        rf"(?:(?!but\b|while\b)[^'\"]){{0,20}}['\"]+{first}",
        rf"\bbecause (?:his|her|its|their) (?:\w+ ){{0,3}}['\"]+{first}",
        rf"{last}[,.]?['\"]+,? (?:as )?(?:he|she|they|it) (?:\w+ ){{0,2}}?{SAYS}(?! (?:in|here)\b)",
        rf"{last}[,.]?['\"]+ (?:is|are|was|were) (?:his|her|its|their)\b",
    )
    spoken = next(filter(None, (re.search(way, text) for way in ways)), None)
    return _trusted(text[: spoken.start()]) if spoken else ""


def given_by_trust(run, text):
    """str: the source that is trusted more, where a plain text gives a run at once as the reason,
    and finds nothing missing in it ("I trust Ukraine because “…” is exact"); else "".
    """
    first = re.escape(english.plain(run.text).split()[0])
    reason = re.search(rf"\bbecause (?:of )?(?:the )?(?:\w+ )?['\"]+{first}([^.;]*)", text)
    if not reason or re.search(r"\b(?:not?|never|nobody|nothing|neither|only|less)\b", reason[1]):
        return ""
    return _trusted(text[: reason.start()])


def _trusted(text):
    """str: the only source that a plain text trusts more; "" where there is none, or several."""
    trusted = [name for name in NAMES if _trusting(name).search(text)]
    return trusted[0] if len(trusted) == 1 else ""


def given_to(run, text, report):
    """list of str: the sources to which a plain text hands a run directly ("Ukraine said that …"),
    wherever the run stands in it.
    """
    first, second = map(re.escape, english.plain(run.text).split()[:2])
    others = [name for key, name in report.speakers["name"].items() if key not in CALLED]
    given = []
    for where in re.finditer(rf"(?<!\w){first}\W{{1,3}}{second}(?!\w)", text):
        given += [name for name in [*NAMES, *others] if _is_handed(where, name, text)][:1]
    return given


def _is_handed(where, name, text):
    """Whether what stands at a place of a plain text is given to a source there."""
    before, after = _handing(name)
    return bool(before.search(text[: where.start()]) or after.match(text[where.end() :]))


@cache
def _handing(name):
    """(pattern, pattern): what stands before and what behind words that are given to a source."""
    lead = (
        r"(?:[ ,:]+(?:that|its?|their|his|the|of|to|drills|practi[sc]e|was|were|is|are|there|a|an"
    )
    lead += r"|russian|forces|they|russia|rehearse|will|would|has|have|about|on|for|and|in)){0,9}"
    bare = r"(?<!than )(?<!of )(?<!in )(?<!against )(?<!beats )(?<!over )(?<!versus )(?<!before )"
    bare += rf"\b(?:{pattern_of(name)})"
    names = rf"{bare}(?:'s)?(?![\w-])"
    own = r"(?:'s?|,? (?:with|and) (?:its|his|their)| ?[(:]) ?"
    told = rf"(?:'s)?(?![\w-])(?: {ADVERB})* {SAYS}{lead}[ ,:]*"
    said = rf"(?:(?:is|was|are|were|has been) )?{SAYS} (?:by )?(?:the )?"
    whose = rf"{bare}(?:{told}|{own})|(?<!say )(?<!says )(?<!said )(?<!that ){bare} "
    before = re.compile(rf"(?:{whose})['\"]+[^'\"]{{0,40}}$")
    return before, re.compile(rf"[^'\"]{{0,60}}['\"]+,? {said}{names}")


@cache
def _named_at(name):
    """Pattern of a source's names, each whole."""
    return rf"\b(?:{NAMES[name]})(?![\w-])"


@cache
def _trusting(name):
    """Pattern of a source that is trusted more."""
    one = _named_at(name)
    return re.compile(
        rf"{_TRUSTED}(?:the )?{one}"
        rf"|\b(?:give|gave|giving|put) (?:the )?{one} (?:\w+ ){{0,2}}(?:weight|trust|credit)"
        rf"|(?<!than ){one} (?:\w+ ){{0,2}}(?:more|better|stronger|most|right)\b"
    )
