"""Exercises whose answer is a set of names, in any order and in whatever shape they are given."""

import re
from functools import cached_property

import pandas as pd

from .answer import Known, Read
from .values import LISTS, folded, is_number, kind_of

_PARTED = re.compile(r"[,;/\n]+")
_JOINED = re.compile(r"[,;/\n&]+|\band\b|\bor\b")
_ID = re.compile(r"[A-Za-z]{1,2}\d{1,2}")
_FILLER = frozenset("paragraph claim claims item row column is in are the and both".split())
_AS_ONE = "(You gave one text. A list has each name in quotation marks: ['one', 'another'].)"
_AS_TABLE = "(You gave a table. One column of it is the answer.)"
_AS_QUOTES = "(You gave their words. Their ids say the same in fewer letters.)"
_IN_ORDER = "(You left the numbers out, and gave the names in their order.)"
_AS_NUMBERS = "(You gave bare numbers. The ids have a letter in front.)"
_AS_MASK = "(You gave True and False for each row; table[…] picks the True ones out.)"


class Names(Known):
    """A set of names. in_order, of the exercise: what stands in front of each name, where they are
    given in this order without it. empty, of the exercise: why a list may be empty.
    """

    def readings(self, answer):
        """dict {name as it is compared: as typed} for each way to read the answer."""
        ways = [*self._as_list(answer), *self._as_text(answer), *self._as_table(answer)]
        return [read for read in ways if read.value or self._none_is_right and not read.loose]

    def unlike(self, answer):
        """Blank for texts, or for an empty list where none is accepted; else one sentence."""
        if _texts(answer) or _is_empty(answer) and self._none_is_right:
            return ""
        if _is_empty(answer):
            return f"The list is empty.{self._why_empty}"
        column = " Take one column of it." if isinstance(answer, pd.DataFrame) else ""
        return (
            f"This is {kind_of(answer)}; a list of names is wanted, such as ['one',"
            f" 'another'].{column}"
        )

    def same(self, value, known):
        """Whether these are the wanted names, all and no others."""
        return set(value) == set(map(key_of, _listed(known["value"])))

    def compared(self, value):
        """What there is too much and too little of, against the nearest accepted set."""
        accepted = [set(map(key_of, _listed(known["value"]))) for known in self.exercise["accept"]]
        wanted = min(accepted, key=lambda one: len(set(value) ^ one))
        extra = sorted(typed for key, typed in value.items() if key not in wanted)
        missing = len(wanted - set(value))
        said = [f"Does not belong: {', '.join(extra)[:80]}."] if extra else []
        if missing:
            said.append(f"{missing} {'is' if missing == 1 else 'are'} still missing.")
        return said

    @property
    def _why_empty(self):
        """str: what an empty list comes from, where the exercise says so."""
        told = self.exercise.get("empty", "A list of names is wanted, such as ['one', 'another'].")
        return f" {told}"

    @property
    def _none_is_right(self):
        return any(not known["value"] for known in self.exercise["accept"])

    @cached_property
    def _known(self):
        """set of str: every name that the exercise knows, folded."""
        entries = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        return {folded(name) for entry in entries for name in _listed(entry["value"])}

    def _as_list(self, answer):
        """Names as they stand in a list, or as the index of a column of numbers."""
        texts = _texts(answer)
        if texts or _is_empty(answer) and self._none_is_right:
            yield _read(texts)
        order = self.exercise.get("in_order", [])
        if len(texts) == len(order) and not re.search(r"\d", " ".join(texts)):
            yield _read([f"{first} {name}" for first, name in zip(order, texts)], _IN_ORDER)
        if _are_numbers(answer):
            yield _read(self._ids_of(list(answer)), _AS_NUMBERS, True)

    def _ids_of(self, numbers):
        """list of str: the ids that the exercise knows with these numbers."""
        ids = [name for name in self._known if _ID.fullmatch(name)]
        return [name for name in ids if int(re.sub(r"\D", "", name)) in numbers]

    def _as_text(self, answer):
        """Names out of one text, or out of texts that hold several each; quotes for ids."""
        texts = _texts(answer)
        whole = ", ".join(texts)
        if not whole:
            return
        note = _AS_ONE if isinstance(answer, str) else ""
        yield _read(_PARTED.split(whole), note)
        yield _read(_JOINED.split(whole), note)
        tokens = [token for token in re.split(r"[\s,;/&]+", whole) if token not in ("and", "")]
        if all(map(_ID.fullmatch, tokens)):
            yield _read(tokens, note)
        yield Read(dict.fromkeys(map(key_of, self._found_in(whole)), whole), note, True)
        if ids := self._quoted(texts):
            yield _read(ids, _AS_QUOTES)

    def _found_in(self, text):
        """list of str: the known names in a text that holds nothing else."""
        found, rest = [], f" {folded(text)} "
        for name in sorted(self._known, key=len, reverse=True):
            if f" {name} " in rest:
                found.append(name)
                rest = rest.replace(f" {name} ", "  ")
        return found if not set(rest.split()) - _FILLER else []

    def _quoted(self, texts):
        """list of str: the ids of the claims whose words these are; empty where one is none."""
        if self.report is None:
            return []
        quotes = {folded(quote): key for key, quote in self.report.claims["quote"].items()}
        found = [_key_with(quotes, folded(text)) for text in texts]
        return found if all(found) else []

    def _as_table(self, answer):
        """Names out of the columns of a filtered table, out of a row, a mask or a dict."""
        if isinstance(answer, dict):
            yield _read([f"{key} {value}" for key, value in answer.items()])
            answer = pd.Series(answer, dtype=object)
        if isinstance(answer, pd.Series) and answer.dtype == bool:
            yield _read(_strings(answer.index[answer]), _AS_MASK, True)
        elif isinstance(answer, (pd.Series, pd.DataFrame)):
            columns = _columns(answer if isinstance(answer, pd.DataFrame) else answer.to_frame())
            yield from (_read(column, _AS_TABLE, True) for column in columns)
            every = sum(columns, [])
            known = [cell for cell in every if folded(cell) in self._known]
            yield _read(known, _AS_TABLE, True)


def _are_numbers(answer):
    """Whether this is a list of bare numbers."""
    listed = isinstance(answer, (list, tuple, set)) and bool(answer)
    return listed and all(is_number(one) for one in answer)


def _columns(table):
    """list of lists of str: the texts of the index and of each column of a table."""
    columns = [table.index, *(table.iloc[:, place] for place in range(table.shape[1]))]
    return [_strings(column) for column in columns]


def key_of(name):
    """str: a name as it is compared: its words in any order, without those that only fill."""
    words = folded(name).split()
    return " ".join(sorted(word for word in words if word not in _FILLER) or words)


def _read(names, note="", loose=False):
    """Read of some names."""
    given = {key_of(name): name.strip() for name in names if folded(name)}
    return Read(given, note, loose)


def _texts(answer):
    """list of str: the texts that an answer holds; empty where it holds something else."""
    if isinstance(answer, str):
        return [answer] if answer.strip() else []
    if isinstance(answer, pd.Series) and answer.dtype.kind in "if":
        answer = answer.index
    if not isinstance(answer, LISTS):
        return []
    entries = [_joined(entry) for entry in answer]
    return entries if all(isinstance(entry, str) for entry in entries) else []


def _joined(entry):
    """An entry of a list; a pair such as (4, "verbatim") as one text."""
    pair = isinstance(entry, (tuple, list)) and all(isinstance(v, (str, int)) for v in entry)
    return " ".join(map(str, entry)) if pair else entry


def _strings(column):
    """list of str: the texts of a column."""
    return [cell for cell in column if isinstance(cell, str)]


def _is_empty(answer):
    return isinstance(answer, LISTS) and not len(answer)


def _key_with(quotes, text):
    """str: the id of the claim that has these words, or has them alone; "" where it is not one."""
    if len(text.split()) < 3:
        return ""
    keys = {key for quote, key in quotes.items() if text in quote or quote in text}
    return keys.pop() if len(keys) == 1 else ""


def _listed(value):
    return value if isinstance(value, list) else [value]
