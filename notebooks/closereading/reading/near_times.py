"""The times that a text prints near a number, for a reader to choose from: in its sentence, in the
sentence before, in the heading above. Nothing says that the number speaks of one of them.
"""

import re

from .sentences import sentences
from .times import KNOWN, sure_same

MOST = 5
_OVER_LIST, *_OTHERS = KNOWN
_ANY = re.compile("|".join([rf"(?:\b[Ff]or |\b[Ii]n )?(?:{_OVER_LIST})", *_OTHERS]))
_RUNNING = re.compile(r"[.!?…;][’”\"')]*\s*\Z")


def times_near(paragraphs, number, start, end, read=""):
    """list of str: the times near a number, as printed, the nearest first; none twice, and not the
    one that is read already. number: of its paragraph, counted from 1. start, end: of the number.
    """
    text = paragraphs[number - 1]
    spans = sentences(text)
    at = next((i for i, span in enumerate(spans) if span[0] <= start < span[1]), None)
    if at is None:
        return []
    own = sorted(_in(text, spans[at], (start, end)), key=lambda one: one[0])
    before = _before(paragraphs, number, spans[:at])
    found = [words for _, words in own] + before + _over(paragraphs, number)
    return _each_once(found, read)[:MOST]


def _in(text, span, number):
    """list of (signs between, words): the times in a sentence that share no sign with a number."""
    matches = _ANY.finditer(text, *span)
    gaps = ((max(m.start() - number[1], number[0] - m.end()), m[0]) for m in matches)
    return [(gap, words) for gap, words in gaps if gap >= 0]


def _before(paragraphs, number, spans):
    """list of str: the times in the sentence before; at the beginning of a paragraph, in the last
    sentence of the one above. spans: of the sentences before it in its paragraph.
    """
    if spans:
        return _ANY.findall(paragraphs[number - 1], *spans[-1])
    above = paragraphs[number - 2] if number > 1 else ""
    return [m for span in sentences(above)[-1:] for m in _ANY.findall(above, *span)]


def _over(paragraphs, number):
    """list of str: the times in the nearest heading above; a heading ends in no stop."""
    for text in reversed(paragraphs[: number - 1]):
        found = [] if _RUNNING.search(text) else _ANY.findall(text)
        if found:
            return found
    return []


def _each_once(found, read):
    """list of str: times without those that are the same but for a small word. read: one more."""
    kept = []
    for words in found:
        if not any(sure_same(words, other) for other in [read, *kept]):
            kept.append(words)
    return kept
