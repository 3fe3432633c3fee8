"""What stands between quotation marks in a learner's text, and whether it stands in another."""

import re
from functools import lru_cache

from ..reading.characters import straight, words

_PAIRS = re.compile(
    r"[“„«](?P<curly>[^“”„«»]+)[”“»]"
    r"|(?<![\w\"])\"(?P<straight>[^\"]+)\"(?!\w)"
    r"|(?<!\w)[‘'](?P<single>(?:[^‘’']|(?<=\w)[’'](?=\w))+)[’'](?!\w)"
)


def marked(text):
    """list of str: what stands between quotation marks, of whatever form; marks inside others are
    part of it.
    """
    found = [next(filter(None, match.groups())) for match in _PAIRS.finditer(text)]
    if found or not re.search(r"[“”\"]", text):
        return found
    return [text]  # a mark without its other half: nothing tells where the quotation ends


def in_double_marks(text):
    """str: a text with double marks where a quotation stands between single ones."""
    return _PAIRS.sub(lambda one: f"“{one['single']}”" if one["single"] else one[0], text)


def stands_in(quoted, text):
    """bool: whether the words of a quotation stand in a text, each piece in one run."""
    theirs = words_of(text)
    pieces = [words_of(piece) for piece in re.split(r"…|\.\.\.|\[…\]", quoted)]
    return all(_runs_in(piece, theirs) for piece in pieces if piece)


@lru_cache(maxsize=2048)
def words_of(text):
    """tuple of str: the words of a text in small letters, without marks and stops."""
    found = words(straight(text))
    return tuple(word.text.casefold() for word in found if re.search(r"\w", word.text))


def _runs_in(piece, words):
    size = len(piece)
    return any(words[at : at + size] == piece for at in range(len(words) - size + 1))


def outside_marks(text):
    """str: a plain text without what stands between double quotation marks."""
    return re.sub(r'"[^"]*"', " … ", text)
