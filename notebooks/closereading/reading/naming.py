"""Whether a text names somebody: in full, or by the last name where no other speaker has it."""

import re

_ARTICLE = re.compile(r"^(?:the|an?|some|many|several)\s+", re.IGNORECASE)
_ROLE = re.compile(r"\s*[,(].*")  # Ona Lund, the harbour master
_PLAIN = "the these those some but and that as by to from of when while because if".split()
_BY_NAME = re.compile(r"[A-Z][\w’'.-]*(?:\s(?:of|the|de|van|von|al|bin|[A-Z][\w’'.-]*))+")


def is_named(who, text, others=()):
    """bool: whether a text has the words by which somebody is known. others: list of str, the other
    speakers; a last name that two of them have names neither.
    """
    known = _known_by(who)
    if _has(known, text):
        return True
    last = known.split()[-1]
    if any(_known_by(other).split()[-1] == last for other in others):
        return False
    if last[:1].islower():
        return _has_group(last, known, text)
    return bool(_BY_NAME.fullmatch(known)) and _has_last(last, text)


def _known_by(who):
    """str: a speaker without an article, and without what is said of them behind the name."""
    bare = _ARTICLE.sub("", _ROLE.sub("", who.strip()))
    return bare or who


def _has(words, text):
    """bool: whether words stand in a text, whatever their capitals and blanks are."""
    parts = r"\s+".join(map(re.escape, words.split()))
    return bool(re.search(rf"(?<!\w){parts}(?!\w)", text, re.IGNORECASE))


def _has_group(last, known, text):
    """bool: whether a text has the last word of a group's name, and does not say that others are
    meant: Federal prosecutors are “prosecutors”, and not “Belgian prosecutors”.
    """
    found = re.finditer(rf"(?:([\w’'-]+)\s+)?\b{re.escape(last)}\b", text, re.IGNORECASE)
    plain = {*_PLAIN, *known.casefold().split()}
    return any((match[1] or "the").casefold() in plain for match in found)


def _has_last(last, text):
    """bool: whether a text has a last name, or the body that it is: Lund, the council."""
    small = re.escape(last[:1].lower() + last[1:])
    return bool(re.search(rf"(?<!\w)(?:{re.escape(last)}|[Tt]he {small})(?!\w)", text))
