"""Exercises whose answer is a set of names, in any order and in whatever shape they are given."""

import re
from functools import cached_property

import numpy as np
import pandas as pd

from ..reading.numerals import so_many
from ..reading.vocabulary import ONES, TEENS
from .answer import Known, Read
from .names_given import columns_in, pairs_in, strings_in, texts_in
from .values import LISTS, folded, is_number, kind_of, written_plainly

MOST_NAMES = 6  # that are told; of more only how many
_PARTED = re.compile(r"[,;/\n]+")
_JOINED = re.compile(r"[,;/\n&]+|\band\b|\bor\b")
_ID = re.compile(r"[A-Za-z]{1,2}\d{1,2}")
_IDS = re.compile(r"(?<![a-z])([a-z]) ?(\d{1,2})(?!\d)")
_FROM_TO = re.compile(r"\b([a-z])(\d) ?(?:[–—-]|to|bis) ?\1?(\d)\b")
_DENIES = re.compile(r"\b(?:not|no|none|without|except|but|never|neither|either|nor|all)\b")
_NONE = re.compile(
    r"(?:none|nothing|nobody|no claims?|not one|0|zero)(?: of (?:them|these|the five))?"
)
_NONE_HELD = re.compile(_NONE.pattern + "(?: (?:held|holds|hold))?")
_FILLER = frozenset(
    "paragraph paragraphs claim claims item items row rows column columns is in are the and both"
    " from to training near town of at".split()
)
_NUMBERED = {word: str(n) for n, word in enumerate([*ONES, *TEENS], 1)}
_AS_NAMES = "(You gave more than the names. They are enough.)"
_AS_ONE = "(You gave one text. A list has each name in quotation marks: ['one', 'another'].)"
_AS_TABLE = "(You gave a table. One column of it is the answer.)"
_AS_QUOTES = "(You gave their words. Their ids say the same in fewer letters.)"
_IN_ORDER = "(You left the numbers out, and gave the names in their order.)"
_AS_NUMBERS = "(You gave bare numbers. The ids have a letter in front.)"
_AS_MASK = "(You gave True and False for each row; table[…] picks the True ones out.)"


class Names(Known):
    """A set of names. in_order, of the exercise: what stands in front of each name, where they are
    given in this order without it. empty, of the exercise: why a list may be empty. pairs, of the
    exercise: what is said of two names that are no accepted pair, where pairs are listed.
    """

    def readings(self, answer):
        """dict {name as it is compared: as typed} for each way to read the answer."""
        if self._no_pair(answer):
            return []
        ways = [*self._as_list(answer), *self._as_text(answer), *self._as_table(answer)]
        return [read for read in ways if read.value or self._is_none(answer) and not read.loose]

    def unlike(self, answer):
        """Blank for texts, or for an empty list where none is accepted; else one sentence."""
        if told := self._no_pair(answer):
            return told
        if texts_in(answer) or self._is_none(answer):
            return ""
        if is_empty(answer) or isinstance(answer, pd.DataFrame) and answer.empty:
            return f"The list is empty.{self._why_empty}"
        column = " Take one column of it." if isinstance(answer, pd.DataFrame) else ""
        return (
            f"This is {kind_of(answer)}; a list of names is wanted, such as ['one',"
            f" 'another'].{column}"
        )

    def same(self, value, known):
        """Whether these are the wanted names, all and no others."""
        return set(value) == set(map(self._key, _listed(known["value"])))

    def compared(self, value):
        """What there is too much and too little of, against the nearest accepted set."""
        accepted = [
            set(map(self._key, _listed(known["value"]))) for known in self.exercise["accept"]
        ]
        wanted = min(accepted, key=lambda one: len(set(value) ^ one))
        extra = sorted(typed for key, typed in value.items() if key not in wanted)
        missing = len(wanted - set(value))
        more = f" and {len(extra) - MOST_NAMES} more" if len(extra) > MOST_NAMES else ""
        told = ", ".join(name[:40] for name in extra[:MOST_NAMES])
        said = [f"Does not belong: {told}{more}."] if extra else []
        if missing:
            said.append(f"{so_many(missing, 'more is', 'more are')} missing.")
        return said

    def _no_pair(self, answer):
        """str: one sentence on the first pair of a list of pairs that is none of those accepted,
        where the exercise asks for pairs; else blank.
        """
        told = self.exercise.get("pairs")
        accepted = [set(known["value"]) for known in self.exercise["accept"]]
        for pair in pairs_in(answer) if told else []:
            if set(pair) not in accepted:
                return told.format(*pair)
        return ""

    @property
    def _why_empty(self):
        """str: what an empty list comes from, where the exercise says so."""
        told = self.exercise.get("empty", "A list of names is wanted, such as ['one', 'another'].")
        return f" {told}"

    def _is_none(self, answer):
        """Whether an answer is an empty list, or says so in a word, where that is accepted."""
        if not any(not known["value"] for known in self.exercise["accept"]):
            return False
        said = isinstance(answer, str) and _NONE_HELD.fullmatch(folded(answer))
        return bool(said) or is_empty(answer)

    @cached_property
    def _called(self):
        """dict {key of another name: key of the name that the exercise has}."""
        called = self.exercise.get("called", {})
        return {key_of(other): key_of(name) for name, others in called.items() for other in others}

    def _read(self, names, note="", loose=False):
        """Read of some names."""
        given = {self._key(name): name.strip() for name in names if folded(name)}
        return Read(given, note, loose)

    def _key(self, name):
        key = key_of(name)
        return self._called.get(key, key)

    @cached_property
    def _known(self):
        """dict {a name that the exercise knows, folded: its key}."""
        entries = [*self.exercise["accept"], *self.exercise.get("misconception", [])]
        known = [name for entry in entries for name in _listed(entry["value"])]
        known += [other for others in self.exercise.get("called", {}).values() for other in others]
        return {folded(name): self._key(name) for name in known}

    @cached_property
    def _wanted(self):
        """set of str: every accepted name, folded."""
        accepted = [_listed(known["value"]) for known in self.exercise["accept"]]
        return {folded(name) for names in accepted for name in names}

    def _as_list(self, answer):
        """Names as they stand in a list, or as the index of a column of numbers."""
        texts = texts_in(answer)
        if texts or self._is_none(answer):
            yield self._read([] if self._is_none(answer) else texts)
        yield from self._in_order(texts)
        if len(texts) == 1:
            yield from self._in_order(re.split(r"[\s,;/]+", texts[0].strip()))
        if _are_numbers(answer):
            yield self._read(self._ids_of(list(answer)), _AS_NUMBERS, True)

    def _in_order(self, texts):
        """Names in the order of the exercise, without what stands in front of them."""
        order = self.exercise.get("in_order", [])
        if order and len(texts) == len(order) and not re.search(r"\d", " ".join(texts)):
            yield self._read([f"{first} {name}" for first, name in zip(order, texts)], _IN_ORDER)

    def _ids_of(self, numbers):
        """list of str: the ids that the exercise knows with these numbers."""
        ids = [name for name in self._known if _ID.fullmatch(name)]
        return [name for name in ids if int(re.sub(r"\D", "", name)) in numbers]

    def _as_text(self, answer):
        """Names out of one text, or out of texts that hold several each; quotes for ids."""
        texts = texts_in(answer)
        whole = ", ".join(texts)
        if not whole:
            return
        note = _AS_ONE if isinstance(answer, str) else ""
        yield self._read(_PARTED.split(whole), note)
        yield self._read(_JOINED.split(whole), note)
        found = self._found_in(whole)
        yield Read(dict.fromkeys(found, whole), note, True)
        if len(texts) == 1 or all(re.search(r"\d", text) for text in texts):
            yield from self._ids_in(written_plainly(whole).casefold(), note)
        if ids := self._quoted(texts):
            yield self._read(ids, _AS_QUOTES)

    def _ids_in(self, text, note):
        """The ids that a text names, whatever stands between them: "C26 vs. C43", "E1-E3", "claims
        26 and 43".
        """
        if _DENIES.search(text) or not any(map(_ID.fullmatch, self._known)):
            return
        if _FROM_TO.search(text):
            yield self._read(_IDS.sub(r"\1\2", _FROM_TO.sub(_each, text)).split(), note, True)
        ids = [letter + number for letter, number in _IDS.findall(text)]
        bare = re.sub(r"[\s,;/&+-]|\band\b", "", _IDS.sub("", text))
        yield self._read(ids, note or _as_names(bare), bool(bare))
        rest = [word for word in folded(text).split() if word not in _FILLER]
        if rest and all(map(str.isdigit, rest)):
            yield self._read(self._ids_of(list(map(int, rest))), _AS_NUMBERS, True)

    def _found_in(self, text):
        """list of str: the keys of the known names in a text that holds nothing else."""
        found = []
        rest = f" {folded(text)} "
        for name in sorted(self._known, key=len, reverse=True):
            if f" {name} " in rest:
                found.append(self._known[name])
                rest = rest.replace(f" {name} ", "  ")
        left = set(rest.split()) - _FILLER
        if not re.search(r"\d", " ".join(self._known)):
            left = {word for word in left if not word.isdigit()}
        return [] if left else found

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
            yield self._read([f"{key} {value}" for key, value in answer.items()])
            if len(set(map(str, answer.values()))) == 1:
                yield self._read(strings_in(answer), _AS_TABLE, True)
            answer = pd.Series(answer, dtype=object)
        if _is_mask(answer):
            yield self._read(strings_in(answer.index[answer.astype(bool)]), _AS_MASK, True)
        elif isinstance(answer, (pd.Series, pd.DataFrame)):
            yield from self._of_cells(
                answer if isinstance(answer, pd.DataFrame) else answer.to_frame()
            )

    def _of_cells(self, table):
        """Names out of one column of a table, its headings, its rows, or wherever they stand."""
        columns = columns_in(table)
        yield from (self._read(column, _AS_TABLE, True) for column in columns)
        yield self._read(strings_in(table.columns), _AS_TABLE, True)
        yield self._read([" ".join(map(str, row)) for row in table.to_numpy()], _AS_TABLE, True)
        known = [cell for cell in sum(columns[1:], []) if folded(cell) in self._wanted]
        if not self._is_whole(table):
            yield self._read(known, _AS_TABLE, True)

    def _is_whole(self, table):
        """Whether a table is one of the report's in which no row was picked."""
        tables = [
            one for one in vars(self.report or table).values() if isinstance(one, pd.DataFrame)
        ]
        return any(len(table) > 1 and table.index.equals(one.index) for one in tables)


def _is_mask(answer):
    """Whether this is a column of nothing but True and False."""
    kinds = (bool, np.bool_)
    listed = isinstance(answer, pd.Series) and len(answer) > 0
    return listed and all(isinstance(value, kinds) for value in answer)


def _each(found):
    """str: the ids from one to another, "e1-e3" as "e1 e2 e3"."""
    numbers = range(int(found[2]), int(found[3]) + 1)
    return " ".join(f"{found[1]}{number}" for number in numbers)


def _are_numbers(answer):
    """Whether this is a list of bare numbers."""
    listed = isinstance(answer, (list, tuple, set)) and bool(answer)
    return listed and all(is_number(one) for one in answer)


def key_of(name):
    """str: a name as it is compared: its words in any order, without those that only fill."""
    words = re.sub(r"(?<=\d)(?=[a-z]{4})", " ", folded(name)).split()
    words = [_NUMBERED.get(word, word) for word in words]
    return " ".join(sorted(word for word in words if word not in _FILLER) or words)


def is_empty(answer):
    """bool: whether an answer is a list, or something like one, with nothing in it."""
    has_length = isinstance(answer, LISTS) and getattr(answer, "ndim", 1) > 0
    return has_length and not len(answer)


def _key_with(quotes, text):
    """str: the id of the claim that has these words, or has them alone; "" where it is not one."""
    if len(text.split()) < 3:
        return ""
    keys = {key for quote, key in quotes.items() if text in quote or quote in text}
    return keys.pop() if len(keys) == 1 else ""


def _listed(value):
    return value if isinstance(value, list) else [value]


def _as_names(more):
    """str: that the names alone are enough, where more was given."""
    return _AS_NAMES if more else ""
