"""Words of a scope that may mean the same: minute and minutes, residents and people. Nobody but the
reader knows; so they are asked.
"""

import re
from itertools import combinations

from .turns import BOTH_TURNED, both_turned
from .vocabulary import singular

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[%$£€]")
PEOPLE_BOTH = "both are people"
ONE_SAYS = "one says more than the other"
# no question where another part of the scope differs
ONLY_IF = (PEOPLE_BOTH, ONE_SAYS, *BOTH_TURNED)
_SMALL = {"the", "a", "an", "of", "all", "some"}
PEOPLE = set(
    "person resident inhabitant citizen man woman child adult human individual local civilian"
    " passenger visitor spectator fan attendee protester demonstrator participant viewer guest"
    " worker employee staff patient victim casualty survivor evacuee refugee soldier troop member"
    " student pupil household family voter customer user".split()
)
ANYBODY = set("person individual human resident inhabitant citizen local civilian".split())
_ODD = {"people": "person", "persons": "person", "men": "man", "women": "woman"}
_ODD |= {"children": "child", "feet": "foot", "staff": "staff"}


def alike(one, other, units=()):
    """str: why two different texts of one field may mean the same; "" where nothing says so. units:
    tuple of Unit, whose names are read alike.
    """
    if not one or not other or one == other:
        return ""
    mine = _words(_called(one, units))
    theirs = _words(_called(other, units))
    if ("%" in mine) != ("%" in theirs):
        return ""  # a share is no count
    tests = {
        "they differ by a capital, an ending or a small word": mine == theirs,
        "both are names of one unit": _one_unit(one, other, units),
        ONE_SAYS: _one_in_the_other(mine, theirs),
        PEOPLE_BOTH: _both_people(mine, theirs),
    }
    return next((why for why, holds in tests.items() if holds), both_turned(one, other))


def _words(text):
    """list of str: the words of a text in small letters, each for a single thing."""
    words = _WORD.findall(re.sub(r"per ?cent", "%", text.casefold()))
    kept = [word for word in words if word not in _SMALL] or words
    return [_ODD.get(word, singular(word)) for word in kept]


def _called(text, units):
    """str: the first name of the unit that a text is a name or a sign of, USD: US dollars; else the
    text itself.
    """
    named = (unit for unit in units if _is_called(text, unit))
    return next((unit.names[0] for unit in named), text)


def _is_called(text, unit):
    """bool: whether a text is a name or a sign of a unit."""
    return text.casefold() in {name.casefold() for name in (*unit.names, *unit.signs)}


def _one_unit(one, other, units):
    """bool: whether two texts are names of the same unit."""
    return any(_is_called(one, unit) and _is_called(other, unit) for unit in units)


def _one_in_the_other(mine, theirs):
    """bool: whether two lists of words end alike, and one holds all of the other."""
    nested = set(mine) <= set(theirs) or set(theirs) <= set(mine)
    return mine[-1:] == theirs[-1:] and nested


def _people(words):
    return PEOPLE & set(words[:1] + words[-1:])


def _both_people(mine, theirs):
    """bool: whether two lists of words name people, and one of them any people."""
    found = [_people(mine), _people(theirs)]
    return all(found) and any(people & ANYBODY for people in found)


def asked_about(rows, fields, units=(), apart=()):
    """Yields (field, one, other, why) for texts of a table that may mean the same. rows: DataFrame
    of numbers. fields: its columns. apart: (field, one, other), in any order, that a reader has
    parted.
    """
    parted = {(field, frozenset(pair)) for field, *pair in apart}
    for field in fields:
        texts = dict.fromkeys(text for text in rows[field] if text)
        for one, other in combinations(texts, 2):
            why = alike(one, other, units)
            known = (field, frozenset((one, other))) in parted
            if why and not known and (why not in ONLY_IF or _share(rows, field, one, other)):
                yield field, one, other, why


def _share(rows, field, one, other):
    """bool: whether a number with one text in a field could share an axis with one of the other."""
    theirs = rows[rows[field] == other]
    return any(may_share(row, theirs, field) for _, row in rows[rows[field] == one].iterrows())


def may_share(row, numbers, field):
    """bool: whether a number could share an axis with one of several, whatever a field of theirs
    says: in the rest of who, where and doing what nothing parts them. row: dict or row of numbers.
    """
    rest = [name for name in ("population", "place", "status") if name != field]
    others = (other for _, other in numbers.iterrows())
    return any(all(_may_agree(row[name].strip(), other[name]) for name in rest) for other in others)


def _may_agree(mine, theirs):
    """bool: whether two texts are the same or may mean it; a blank may mean anything."""
    return not (mine and theirs) or mine == theirs or bool(alike(mine, theirs))
