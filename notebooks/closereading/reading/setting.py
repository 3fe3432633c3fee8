"""The setting of a quote: the sentence of the text in which it stands, with the one before where it
cannot be understood without it.
"""

import re
from typing import NamedTuple

from .sentences import sentences
from .text import find_quote

# a word near the beginning that points back, with no name before it
_POINTS_BACK = re.compile(
    r"\W*(?:But |And )?(?:It|They|He|She|This|These|Those|That)\b"
    r"|\W*[\w’'-]+(?: [a-z’'-]+,?){0,7} (?:it|they|he|she)\b"
)


class Setting(NamedTuple):
    """before, after: the words on both sides of a quote, up to the ends of its sentence."""

    before: str
    after: str


def setting(report, key):
    """Setting of a claim; blank on both sides where the report has no text. key: its id."""
    if not report.paragraphs:
        return Setting("", "")
    row = report.claims.loc[key]
    text = report.paragraphs[row["paragraph"] - 1]
    anchor = (row["quote"], row.get("prefix", ""), row.get("suffix", ""))
    start, end = find_quote(report.paragraphs, row["paragraph"], *anchor)
    first, last = _around(text, start, end)
    return Setting(text[first:start], text[end:last])


def _around(text, start, end):
    """(int, int): where the sentence begins and ends in which a part of a paragraph stands."""
    spans = sentences(text)
    begins = [i for i, span in enumerate(spans) if span[0] <= start]
    at = begins[-1] if begins else 0
    last = next((span[1] for span in spans if span[1] >= end), len(text))
    first = spans[at][0]
    if at and _POINTS_BACK.match(text[first:start]):
        first = spans[at - 1][0]
    return first, last
