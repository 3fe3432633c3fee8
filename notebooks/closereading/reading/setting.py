"""The setting of a quote: the sentence of the text in which it stands, with the one before where it
cannot be understood without it.
"""

import re
from typing import NamedTuple

from .sentences import sentences
from .text import find_quote

_BACK = "it|they|he|she|this|these|those|that"
# a word that begins a sentence and points back: It, But this
_BEGINS = re.compile(rf"\W*(?:(?:But |And )?(?:{_BACK.title()})|(?:But|And) (?:{_BACK}))\b")
# one near its beginning, with no name before it
_NEAR = re.compile(r"\W*[\w’'-]+(?: [a-z’'-]+,?){0,7} (?:it|they|he|she)\b")
# one further on: at that time, sceptical about that, calls this
_FURTHER = re.compile(
    r"\b(?:(?:about|after|against|at|before|by|for|from|of|on|to|with) (?:that|these|this|those)"
    r"|call(?:s|ed)? (?:it|that|this))\b"
)


class Setting(NamedTuple):
    """before, after: the words on both sides of a quote, up to the ends of its sentence; before
    that the sentence to which it points, from the paragraph before where it is the first of its
    own.
    """

    before: str
    after: str


def setting(report, key):
    """Setting of a claim; blank on both sides where the report has no text. key: its id."""
    if not report.paragraphs:
        return Setting("", "")
    row = report.claims.loc[key]
    number = row["paragraph"]
    printed = report.read().paragraphs
    anchor = (row["quote"], row.get("prefix", ""), row.get("suffix", ""))
    start, end = find_quote(report.paragraphs, number, *anchor)
    text = printed[number - 1]
    spans = sentences(text)
    at = sum(span[0] <= start for span in spans[1:])
    last = next((span[1] for span in spans if span[1] >= end), len(text))
    first = spans[at][0]
    before = ""
    points = _points_back(text[first:start], text[first:end])
    if at and (points or _NEAR.match(text[first:start])):
        first = spans[at - 1][0]
    elif points and number > 1:
        before = _end_of(printed, number - 1) + f" Paragraph {number}: "
    return Setting(before + text[first:start], text[end:last])


def _points_back(before, words):
    """bool: whether a sentence speaks of what was said before it. before: its words up to a quote.
    words: those up to the end of the quote.
    """
    return bool(_BEGINS.match(before) or _FURTHER.search(words))


def _end_of(paragraphs, number):
    """str: how a paragraph ends."""
    text = paragraphs[number - 1]
    start, end = sentences(text)[-1]
    return f"Paragraph {number} ends: {text[start:end]}"
