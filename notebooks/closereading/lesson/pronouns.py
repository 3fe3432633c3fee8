"""Whom “he” and “they” stand for, in a sentence about two sides of the report."""

import re

from .speaker_names import SIDES, names_of

_MEN = [side["name"] for side in SIDES if side.get("man")]
_HE = re.compile(r"\bhe\b")
_AND_THEY = re.compile(
    r"\b(and|while|but|whereas) they\b(?! (?:differ|disagree|both|all|are|do)\b)"
)


def with_names(text):
    """str: a plain text in which “he” is the name of the only man whom it names, and “and they”
    that of the only other side.
    """
    named = _named_in(text)
    men = [name for name in named if name in _MEN]
    if len(men) != 1 or re.search(r"\btheirs\b", text):
        return text
    his = named.pop(men[0])
    others = _before_they(text, [where for where in named.values() if not _within(where, his)])
    text = _HE.sub(men[0].casefold(), text)
    return _AND_THEY.sub(rf"\1 {others[0]}", text) if len(others) == 1 else text


def _before_they(text, named):
    """list of str: what of `named`, a list of re.Match, stands before “and they”."""
    they = _AND_THEY.search(text)
    return [where[0] for where in named if where.end() <= they.start()] if they else []


def _named_in(text):
    """dict {name of a side: re.Match} of those whom a plain text names."""
    where = {side["name"]: re.search(names_of(side), text) for side in SIDES}
    return {name: match for name, match in where.items() if match}


def _within(one, other):
    """Whether a match lies inside another: Ukraine in “Ukraine's minister”."""
    return other.start() <= one.start() and one.end() <= other.end()
