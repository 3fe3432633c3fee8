"""Exercises whose answer is one short text."""

import re

import numpy as np
import pandas as pd

from .answer import Known, Read
from .values import folded, hint, is_number, kind_of, says_something, single

_DENIES = re.compile(
    r"\b(not|no|never|nobody|neither|nor|without|except|other than|wrong"
    r"|(?:any|every)(?:body|one) but|all but)\b|n[’']t\b",
    re.I,
)
_OTHERS = re.compile(r",? (?:and |but )?(?:not|rather than|instead of) .*", re.I)
_BARE_ID = re.compile(r"(?:(?:the )?(?:item|claim|column|row|number|no|nr) )?([a-z] ?)?(\d{1,2})")
_JOINED = re.compile(r"[;/&+]|\band\b|\bor\b")
_NAMED = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")
_NAME = re.compile(r"\b[A-Z]\w")
_ID = re.compile(r"([a-z])(\d{1,2})")
MOST_WORDS = 9  # in a sentence out of which one name is read
MOST_TABLE = 1  # rows of a table that stands for one of its cells


class OneText(Known):
    """A short text, such as a name."""

    def readings(self, answer):
        """The text; out of a list of one, a sentence, a row of a table."""
        value = single(_by_its_name(answer))
        if is_number(value):
            return [Read(str(value))]
        if isinstance(value, str):
            return [Read(value)] if says_something(value) else []
        row = isinstance(value, pd.Series) and "quote" in value.index
        if row or isinstance(value, pd.DataFrame) and len(value) <= MOST_TABLE:
            cells = np.ravel(value.to_numpy()).tolist()
            note = "(You gave the whole row. One column of it is the answer.)"
            return [Read(cell, note, True) for cell in cells if isinstance(cell, str)]
        return []

    def unlike(self, answer):
        """Blank for a text with something in it, else one sentence."""
        value = single(_by_its_name(answer))
        if isinstance(value, (list, tuple)) and "several" in self.exercise:
            return self.exercise["several"]
        return unlike_text(value)

    def same(self, value, known):
        """Whether a text is wanted, or is a short sentence that says it and denies nothing;
        capitals, stops and “the” do not count.
        """
        wanted = {folded(one) for one in listed(known["value"])}
        value = _OTHERS.sub("", value.strip())
        text = folded(value)
        if text in wanted or self._as_id(text) in wanted:
            return True
        if len(text.split()) > MOST_WORDS or _DENIES.search(value) or self._strangers(value):
            return False
        named = self._named(text)
        return bool(named) and named <= wanted

    def compared(self, value):
        """That several are named, where one is none that the exercise knows."""
        told = "You name several, “{}” among them. One is wanted."
        return [told.format(name) for name in self._strangers(value)[:1]]

    def _strangers(self, value):
        """list of str: the parts of a text, "this and that", that have a name, but none that the
        exercise knows; "this, that" where the other speaks in the report.
        """
        value = _OTHERS.sub("", value)
        joined = [part.strip() for part in _JOINED.split(value)]
        listed = [part.strip() for part in value.split(",")]
        strange = [part for part in joined if self._is_strange(part) and _NAME.search(part)]
        strange += [part for part in listed if self._is_strange(part) and self._is_somebody(part)]
        return strange if self._named(folded(value)) else []

    def _is_strange(self, part):
        return bool(part) and not self._named(folded(part))

    def _is_somebody(self, name):
        """Whether this is a name, or somebody so called speaks in the report."""
        if _NAMED.fullmatch(name):
            return True
        claims = getattr(self.report, "claims", None)
        return claims is not None and folded(name) in set(map(folded, claims["who"].dropna()))

    def _as_id(self, text):
        """str: the one id of the exercise that "item 4", "4" or "e 4" stands for; "" for none."""
        found = _BARE_ID.fullmatch(text)
        ids = [name for name in self._known if _ID.fullmatch(name)]
        if not found:
            return ""
        meant = [name for name in ids if int(name[1:]) == int(found[2])]
        letter = (found[1] or "").strip()
        return next((name for name in meant if name.startswith(letter)), "")

    @property
    def _known(self):
        """set of str: every name that the exercise knows, folded."""
        entries = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        return {folded(name) for entry in entries for name in listed(entry["value"])}

    def _named(self, text):
        """set of str: the names of the exercise that a text holds."""
        found = set()
        rest = f" {text} "
        for name in sorted(self._known, key=len, reverse=True):
            if len(name) > 1 and f" {name} " in rest:
                found.add(name)
                rest = rest.replace(f" {name} ", " | ")
        return found


def _by_its_name(answer):
    """The name of the one entry of a dict or a column that holds a number; all else as it is."""
    if not isinstance(answer, (dict, pd.Series)) or len(answer) != 1:
        return answer
    name, value = next(iter(answer.items()))
    return name if isinstance(name, str) and is_number(value) else answer


def listed(value):
    """list: a value of the toml that may be one or several."""
    return value if isinstance(value, list) else [value]


def unlike_text(value):
    """ "" where a value is a text with something in it, else one sentence."""
    if isinstance(value, str) and says_something(value):
        return ""
    bare = value is None or is_number(value) or isinstance(value, bool)
    more = hint(value) or (" It stands in quotation marks." if bare else "")
    return f"This is {kind_of(value)}; a text is wanted.{more}"
