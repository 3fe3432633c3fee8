"""Equations of a Word file (Office Math) on one line: no number in them is lost, and none is made;
1/2 is no 12, and 10⁶ is no 106.
"""

import re

from .raised import lowered, raised
from .word_styles import child, name_of, value_of

PARTED = " / "


def written(element):
    """str: an equation, or a part of it."""
    how = _WRITTEN.get(name_of(element))
    return how(element) if how else _beside(element)


def _beside(element):
    """str: what stands beside each other in an element; figures of two parts do not touch."""
    made = ""
    plain = True
    for one in element:
        if name_of(one).endswith("Pr"):  # how it looks
            continue
        text = written(one)
        of_one = plain and name_of(one) == "r"
        plain = name_of(one) == "r"
        touches = re.search(r"\d\Z", made) and re.match(r"\d", text)
        made += (PARTED if touches and not of_one else "") + text
    return made


def _run(element):
    return "".join(one.text or "" for one in element.iter() if name_of(one) == "t")


def _part(element, name):
    """str: a part of an equation; blank where there is none."""
    found = child(element, name)
    return "" if found is None else _beside(found)


def _closed(text):
    """str: a part in brackets where it is more than a word or a number."""
    return text if re.fullmatch(r"[\w.,]*", text) else f"({text})"


def _fraction(element):
    return f"{_closed(_part(element, 'num'))}/{_closed(_part(element, 'den'))}"


def _high(text):
    return _set(text, raised, "^")


def _low(text):
    return _set(text, lowered, "_")


def _set(text, moved, sign):
    """str: a part that is raised or lowered, by its figures or else by a sign."""
    small = moved(text)
    return small if small != text or not text else f"{sign}{_closed(text)}"


def _scripts(element):
    before = _low(_part(element, "sub")) + _high(_part(element, "sup"))
    base = _part(element, "e")
    return before + base if name_of(element) == "sPre" else base + before


def _root(element):
    return f"{_high(_part(element, 'deg'))}√({_part(element, 'e')})"


def _bracketed(element):
    properties = child(element, "dPr")
    signs = {}
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        found = child(properties, name)
        signs[name] = usual if found is None else value_of(found)
    inside = [_beside(one) for one in element if name_of(one) == "e"]
    return signs["begChr"] + signs["sepChr"].join(inside) + signs["endChr"]


def _nothing(element):
    return ""


_WRITTEN = {
    "r": _run,
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _scripts,
    "rad": _root,
    "d": _bracketed,
    "phant": _nothing,
}
