"""What of a page a reader sees: what is hidden, and what is struck out, is no part of its text."""

import re

from ...reading.numerals import so_many

_HIDDEN = re.compile(r"display:none|visibility:(?:hidden|collapse)")
_STRUCK = re.compile(r"text-decoration(?:-line)?:[^;]*line-through")
_DISPLAY = re.compile(r"(?:\A|;)display:([a-z-]+)")
_RAISED = re.compile(r"vertical-align:(?:super|text-top|top)")
SHOWN = 3  # pieces that are named
_LONGEST = 60  # letters of a piece that is named


def style(tag):
    """str: the attribute `style` of a tag in small letters, without blanks."""
    return re.sub(r"\s", "", str(tag.get("style", ""))).lower()


def display(tag):
    """str: how the attribute `style` says that a tag is laid out; blank where it says nothing."""
    found = _DISPLAY.search(style(tag))
    return found[1] if found else ""


def is_raised(tag):
    """bool: whether a tag stands higher than its line."""
    return tag.name == "sup" or bool(_RAISED.search(style(tag)))


def _is_hidden(tag):
    """bool: whether a browser shows nothing of a tag, or calls it a copy for the eye only."""
    closed = tag.name == "dialog" and not tag.has_attr("open")
    copy = tag.get("aria-hidden") == "true"
    return closed or copy or tag.has_attr("hidden") or bool(_HIDDEN.search(style(tag)))


def _is_struck(tag):
    """bool: whether the words of a tag are struck out."""
    return tag.name in ("del", "s", "strike") or bool(_STRUCK.search(style(tag)))


def only_shown(soup):
    """list of sentences on what was left out: takes what is hidden or struck out out of a page."""
    told = []
    for is_so, why in ((_is_hidden, "Hidden"), (_is_struck, "Struck out")):
        found = soup.find_all(is_so)
        outer = [tag for tag in found if tag.find_parent(is_so) is None]
        words = [" ".join(tag.get_text().split()) for tag in outer]
        for tag in outer:
            tag.decompose()
        told += told_of(why, words)
    return told


def told_of(why, words):
    """list of str: a sentence on what was left out; none where it held no words."""
    words = [one for one in words if re.search(r"\w", one)]
    if not words:
        return []
    named = ", ".join(f"“{_cut(one)}”" for one in words[:SHOWN])
    more = len(words) - SHOWN
    rest = f" and {so_many(more, 'more piece')}" if more > 0 else ""
    return [f"{why}, and left out here: {named}{rest}."]


def _cut(words):
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
