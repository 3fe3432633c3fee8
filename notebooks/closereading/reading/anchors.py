"""A text has changed: where its quotes stand now."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from .text import everywhere

ALIKE = 0.5  # of two paragraphs that are taken for the same one


class Moved(NamedTuple):
    """Where quotes stand in a changed text. moved: dict, id of a claim -> its new paragraph. lost:
    dict, id of a claim -> why it has no place any more.
    """

    moved: dict
    lost: dict


def anchored(claims, before, now):
    """Moved: the claims that stand in another paragraph now, or nowhere. claims: DataFrame with
    paragraph, quote, prefix and suffix. before, now: lists of paragraphs. A quote that stands in
    several places belongs to the paragraph that is most like its old one.
    """
    moved = {}
    lost = {}
    for key, row in claims.iterrows():
        spots = everywhere(now, row["quote"], row["prefix"], row["suffix"])
        spots = [spot for spot in spots if not _cuts_a_figure(now[spot[0] - 1], *spot[1:3])]
        homes = _homes(spots, row["paragraph"], before, now)
        if len(homes) != 1:
            lost[key] = (
                f"stands {len(spots)} times now" if spots else "does not stand there any more"
            )
        elif homes[0] != row["paragraph"]:
            moved[key] = homes[0]
    return Moved(moved, lost)


def _cuts_a_figure(text, start, end):
    """bool: whether a figure goes on beside a place in a text: 90 in 190, or in 90,000."""
    before = re.search(r"\d[.,]?\Z", text[:start])
    behind = re.match(r"[.,]?\d", text[end:])
    return bool(before and text[start].isdigit() or behind and text[end - 1].isdigit())


def _homes(spots, paragraph, before, now):
    """list of int: the paragraphs in which a quote may be meant to stand; one where it is clear."""
    places = [number for number, *_ in spots]
    if len(places) < 2 or not 1 <= paragraph <= len(before):
        return places
    likeness = {number: _likeness(before[paragraph - 1], now[number - 1]) for number in places}
    best = max(likeness.values())
    return [number for number in places if likeness[number] == best >= ALIKE] or places


def _likeness(one, other):
    """float: how alike two paragraphs are, from 0 to 1."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
