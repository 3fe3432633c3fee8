"""How a saved verdict names a known mistake: by its name in lessons/NN.toml, which stays the same
when others come before it. What an exercise accepts is in that file, too.
"""

import tomllib
from functools import cache
from pathlib import Path

from .contents import entry

KNOWN = "misconception "
BY_PLACE = Path(__file__).with_name("saved_by_place.toml")


@cache
def _places():
    """dict {key: list of names}: the known mistakes in the order in which files that were saved
    before 28 November 2026 count them.
    """
    return tomllib.loads(BY_PLACE.read_text(encoding="utf-8"))


def named(key, verdict):
    """str: a verdict, with the name of a known mistake in place of the number that older files
    have. A number that no list has stays.
    """
    place = verdict.removeprefix(KNOWN)
    names = _places().get(key, [])
    if place == verdict or not place.isdecimal() or not 1 <= int(place) <= len(names):
        return verdict
    return KNOWN + names[int(place) - 1]


def replies(key):
    """dict {verdict: what the lesson says to it}: the known mistakes of an exercise."""
    known = entry(key, "check").get("misconception", [])
    return {KNOWN + mistake["name"]: mistake["says"] for mistake in known}
