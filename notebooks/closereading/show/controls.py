"""The kinds of control of a Panel: each knows what the page can show, and refuses anything else.

A kind is one class here, or, for what one writes or brings along, in entry.py; one entry of KINDS
in controls.js; and, where it looks otherwise than native controls do, a rule in panel.css.
"""

import math
from dataclasses import dataclass, field, fields
from numbers import Integral

from .plain_values import Refused, is_number, is_plain, is_text, listed, texts

KINDS = {}


@dataclass(frozen=True, kw_only=True)
class Control:
    """What all kinds have. id: its key among the values of the panel. label: its visible name.
    value: what it begins with. group: neighbours of the same group stand under this heading. when:
    (id of another control, value of that): the page shows this one only where it has that value.
    """

    id: str
    label: str
    value: object = None
    group: str = ""
    when: tuple = ()

    def __init_subclass__(cls):
        if "kind" in vars(cls):
            KINDS[cls.kind] = cls

    def __post_init__(self):
        for name in ("id", "label"):
            if not is_text(getattr(self, name)):
                raise Refused(f"A {self.kind} needs a text as its {name}.")
        self._check()
        object.__setattr__(self, "value", self.taken(self.value))

    def _check(self):
        """Raises Refused where the control itself is malformed."""

    def taken(self, value):
        """The value as the page will show it. Raises Refused where the page cannot show it."""
        raise NotImplementedError

    def form(self):
        """dict: what the page is told of the control."""
        told = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "value"}
        told = {name: list(v) if isinstance(v, tuple) else v for name, v in told.items()}
        return {"kind": self.kind, **told}

    def refuse(self, found, expected):
        """Raises Refused with a sentence. found: the value. expected: what would do, in words."""
        raise Refused(f"The control “{self.id}” takes {expected}; found {str(found)[:60]!r}.")


@dataclass(frozen=True, kw_only=True)
class _Options(Control):
    """A control with options. options: texts; one that comes twice is offered once."""

    options: tuple
    fewest = 1

    def _check(self):
        options = texts(self, "options", self.options, self.fewest)
        object.__setattr__(self, "options", tuple(dict.fromkeys(options)))

    def one_of(self, value):
        """The value, where it is one of the options. Raises Refused otherwise."""
        if not isinstance(value, str) or value not in self.options:
            self.refuse(value, f"one of {listed(self.options)}")
        return value


@dataclass(frozen=True, kw_only=True)
class Choice(_Options):
    """A list that unfolds. value: one of the options (default: the first). shown: texts, one for
    each option in their order, that the page shows in their place; none: the options themselves.
    """

    kind = "choice"
    shown: tuple = ()

    def _check(self):
        super()._check()
        shown = texts(self, "shown", self.shown, 0)
        if shown and len(shown) != len(self.options):
            self.refuse(f"{len(shown)} texts", f"a text for each of {len(self.options)} options")
        object.__setattr__(self, "shown", shown)

    def taken(self, value):
        """One of the options. Raises Refused for anything else."""
        return self.options[0] if value is None else self.one_of(value)


@dataclass(frozen=True, kw_only=True)
class Radio(_Options):
    """A button for each option, one of them pressed or none. value: an option, or None. replies:
    texts, one for each option in their order, that the page shows below the buttons as soon as it
    is pressed; none: nothing is shown.
    """

    kind = "radio"
    replies: tuple = ()

    def _check(self):
        super()._check()
        replies = texts(self, "replies", self.replies, 0)
        if replies and len(replies) != len(self.options):
            self.refuse(
                f"{len(replies)} replies", f"a reply for each of {len(self.options)} options"
            )
        object.__setattr__(self, "replies", replies)

    def taken(self, value):
        """One of the options, or None. Raises Refused for anything else."""
        return None if value is None else self.one_of(value)


@dataclass(frozen=True, kw_only=True)
class Check(Control):
    """A box to tick. value: bool."""

    kind = "check"
    value: bool = False

    def taken(self, value):
        """True or False. Raises Refused for anything else."""
        if not isinstance(value, bool):
            self.refuse(value, "True or False")
        return value


@dataclass(frozen=True, kw_only=True)
class Text(Control):
    """A line to type in. value: str. options: words that are offered, and need not be taken.
    live: whether Python is told while somebody types, not only at the end.
    """

    kind = "text"
    value: str = ""
    options: tuple = ()
    live: bool = False

    def _check(self):
        options = texts(self, "options", self.options, 0)
        object.__setattr__(self, "options", tuple(dict.fromkeys(options)))

    def taken(self, value):
        """A text. Raises Refused for anything else."""
        if not isinstance(value, str):
            self.refuse(value, "a text")
        return value


@dataclass(frozen=True, kw_only=True)
class Button(Control):
    """A button. value: how often it was pressed."""

    kind = "button"
    value: int = 0

    def taken(self, value):
        """A whole number from 0. Raises Refused for anything else."""
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.refuse(value, "how often it was pressed, 0 or more")
        return value


@dataclass(frozen=True, kw_only=True)
class _Scale(Control):
    """A control with a scale. min, max: its ends. step: from one mark of it to the next. unit: a
    word said behind each number.
    """

    min: float
    max: float
    step: float = 1
    unit: str = ""

    def _check(self):
        if not all(map(is_number, (self.min, self.max, self.step))):
            raise Refused(f"The control “{self.id}” needs numbers as its min, max and step.")
        if self.min >= self.max or self.step <= 0:
            raise Refused(f"The control “{self.id}” needs a min below its max, a step above 0.")

    def on_scale(self, value):
        """The mark of the scale that is nearest to a number, as a browser would take it. Raises
        Refused for what is no number, or lies outside.
        """
        if not is_number(value) or not self.min <= value <= self.max:
            self.refuse(value, f"a number from {self.min:,g} to {self.max:,g}")
        number = int(value) if isinstance(value, Integral) else float(value)
        marks = math.floor((number - self.min) / self.step + 0.5)
        last = math.floor((self.max - self.min) / self.step + 1e-9)
        nearest = self.min + min(marks, last) * self.step
        return number if math.isclose(number, nearest, rel_tol=1e-12) else nearest


@dataclass(frozen=True, kw_only=True)
class Slider(_Scale):
    """A scale with one handle. value: a number (default: min)."""

    kind = "slider"

    def taken(self, value):
        """A number on the scale. Raises Refused for anything else."""
        return self.on_scale(self.min if value is None else value)


@dataclass(frozen=True, kw_only=True)
class Range(_Scale):
    """A scale with two handles. value: [low, high] (default: both ends)."""

    kind = "range"

    def taken(self, value):
        """Two numbers on the scale, low and high. Raises Refused for anything else."""
        value = [self.min, self.max] if value is None else value
        if not isinstance(value, (list, tuple)) or len(value) != 2:
            self.refuse(value, "two numbers, low and high")
        low, high = map(self.on_scale, value)
        if low > high:
            self.refuse(value, "the low end first")
        return [low, high]


@dataclass(frozen=True, kw_only=True)
class Ratings(_Options):
    """A table in which every cell is a list that unfolds. rows, columns: their names. value: list
    of rows of options (default: the first option everywhere).
    """

    kind = "ratings"
    rows: tuple
    columns: tuple

    def _check(self):
        super()._check()
        for name in ("rows", "columns"):
            object.__setattr__(self, name, texts(self, name, getattr(self, name), 1))

    def taken(self, value):
        """An option for each cell. Raises Refused for anything else."""
        if value is None:
            value = [[self.options[0]] * len(self.columns) for _ in self.rows]
        if not isinstance(value, (list, tuple)) or len(value) != len(self.rows):
            self.refuse(value, f"{len(self.rows)} rows of ratings")
        return [self._row(row) for row in value]

    def _row(self, row):
        if not isinstance(row, (list, tuple)) or len(row) != len(self.columns):
            self.refuse(row, f"{len(self.columns)} ratings a row")
        return [self.one_of(cell) for cell in row]


@dataclass(frozen=True, kw_only=True)
class Held(Control):
    """What buttons in the view of a Panel have set; the form shows nothing of it. value: dict of
    texts, truth values and lists of texts. A button carries what it sets as JSON:
    data-sets='{"id of the control": {…}}'.
    """

    kind = "held"
    value: dict = field(default_factory=dict)

    def taken(self, value):
        """A dict of texts, truth values and lists of texts. Raises Refused for anything else."""
        if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
            self.refuse(value, "a dict with texts as keys")
        for part in value.values():
            if not is_plain(part):
                self.refuse(part, "texts, truth values and lists of texts")
        return dict(value)
