"""The numbers of the items of a Word file's lists, as Word shows them: 4., (b), 2.1 (ECMA-376, part
1, §17.9). mammoth counts each piece of a list from 1.
"""

import re

from .list_marks import whole, written
from .word_styles import attribute, child, name_of, value_of

_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


class Lists:
    """The lists of a file. root: Element of word/numbering.xml, or None. styles: Styles."""

    def __init__(self, root, styles):
        self._styles = styles
        parts = [] if root is None else list(root)
        self._kinds = {attribute(one, "abstractNumId"): one for one in _all(parts, "abstractNum")}
        self._lists = {attribute(one, "numId"): one for one in _all(parts, "num")}
        self._counts = {}
        self._begun = set()

    def mark(self, properties):
        """str: the mark of the next paragraph; blank where it is no item. properties: its Element
        w:pPr, or None.
        """
        place = self._place(properties)
        of = self._lists.get(place[0])
        kind = value_of(child(of, "abstractNumId"))
        level = _level(of, self._kinds.get(kind), place[1])
        if level is None:
            return ""
        counts = self._counts.setdefault(kind, {})
        first = whole(value_of(child(level, "start")), 1)
        self._begin_anew(of, place, counts)
        counts[place[1]] = counts.get(place[1], first - 1) + 1
        for deeper in [deep for deep in counts if deep > place[1]]:
            del counts[deeper]
        return self._written(of, kind, level)

    def _begin_anew(self, of, place, counts):
        """Sets the count of a level to where a list says that it begins, at its first item."""
        anew = value_of(child(_override(of, place[1]), "startOverride"))
        if anew and place not in self._begun:
            counts[place[1]] = whole(anew, 1) - 1
        self._begun.add(place)

    def _place(self, properties):
        """(id of a list, level of an item in it) of a paragraph, of its own or by its style."""
        of_style = self._styles.numbering(value_of(child(properties, "pStyle")))
        own = child(properties, "numPr")
        key = value_of(child(own, "numId")) or value_of(child(of_style, "numId"))
        level = value_of(child(own, "ilvl")) or value_of(child(of_style, "ilvl"))
        return key, whole(level, 0)

    def _written(self, of, kind, level):
        """str: the mark of an item with the numbers as they stand now."""
        how = value_of(child(level, "numFmt"))
        if how == "bullet":
            return "• "
        if how == "none":
            return ""
        counts = self._counts[kind]

        def number(match):
            at = int(match[1]) - 1
            its = _level(of, self._kinds[kind], at)
            kind_of_number = _KINDS.get(value_of(child(its, "numFmt")), "1")
            start = whole(value_of(child(its, "start")), 1)
            return written(counts.get(at, start), kind_of_number)

        mark = re.sub(r"%(\d)", number, value_of(child(level, "lvlText")))
        return f"{mark.strip()} " if mark.strip() else ""


def _all(parts, name):
    return [one for one in parts if name_of(one) == name]


def _override(of, at):
    """Element: what a list changes of a level of its kind; None where it changes nothing."""
    found = [one for one in _all(of, "lvlOverride") if attribute(one, "ilvl") == str(at)]
    return found[0] if found else None


def _level(of, kind, at):
    """Element w:lvl of a list, its own or that of its kind; None where there is none."""
    if of is None or kind is None:
        return None
    own = child(_override(of, at), "lvl")
    if own is not None:
        return own
    return next((one for one in _all(kind, "lvl") if attribute(one, "ilvl") == str(at)), None)
