"""What numbers the words of a report allow: printed ends, open ends, and readings of words that
print no figure.
"""

import csv
import math
import re
from dataclasses import dataclass
from functools import cache

from ..data.folders import data_folder
from .text import Problem

READINGS = data_folder() / "reference" / "readings.csv"
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty".split()
)


@dataclass(frozen=True)
class Interval:
    """low, high: float, NaN (or None) where that end is open: nothing is printed. basis: how we
    read it, as a sentence fragment.
    soft: "" where the ends are printed; else the words come without ends, and this says whose
    reading they are. ends: "[" or "(", then "]" or ")": whether a printed end belongs to the range
    ("at least 14") or not ("over 100,000"). Sums, differences, products and quotients hold every
    result of a member of one and a member of the other (Moore 1966), and keep open and excluded
    ends. A number stands for itself. Raises Problem for a division by a range that holds nought.
    """

    low: float
    high: float
    soft: str = ""
    basis: str = "as printed"
    ends: str = "[]"

    def __post_init__(self):
        for name in ("low", "high"):
            value = getattr(self, name)
            object.__setattr__(
                self, name, math.nan if value is None or math.isinf(value) else float(value)
            )
        if (
            self.low > self.high
            or self.low == self.high
            and self.ends != "[]"
            or self.ends not in {"[]", "[)", "(]", "()"}
        ):
            raise Problem(
                f"A range from {self.low:,g} to {self.high:,g}, with the ends {self.ends!r}: low"
                " comes first, one number has the ends [], and others are [) (] ()."
            )

    @property
    def middle(self):
        """The midpoint of two printed ends. Raises Problem where an end is open: a bound has none."""
        if math.isnan(self.low) or math.isnan(self.high):
            raise Problem(
                f"“{self}” has an open end, so it has no middle. Draw what is printed: one end, and"
                " an arrow."
            )
        return (self.low + self.high) / 2

    def __contains__(self, x):
        above = math.isnan(self.low) or x > self.low or x == self.low and self.ends[0] == "["
        return above and (
            math.isnan(self.high) or x < self.high or x == self.high and self.ends[1] == "]"
        )

    def meets(self, other):
        """bool: whether the two ranges have a number in common."""
        (low, in_low), (high, in_high) = (
            max(self._end(0), other._end(0), key=lambda e: (e[0], not e[1])),
            min(self._end(1), other._end(1)),
        )
        return low < high or low == high and in_low and in_high

    def __str__(self):
        low, high = f"{self.low:,.12g}", f"{self.high:,.12g}"
        if math.isnan(self.low) and math.isnan(self.high):
            return "anything"
        if math.isnan(self.high):
            return ("at least " if self.ends[0] == "[" else "over ") + low
        if math.isnan(self.low):
            return ("up to " if self.ends[1] == "]" else "under ") + high
        return (
            low
            if self.low == self.high
            else (
                f"{'over ' if self.ends[0] == '(' else ''}{low} to"
                f" {'under ' if self.ends[1] == ')' else ''}{high}"
            )
        )

    def _end(self, side):
        value = (self.low, self.high)[side]
        return (
            (value, self.ends[side] in "[]")
            if not math.isnan(value)
            else ((-math.inf, math.inf)[side], False)
        )

    def _with(self, other, how, by):
        pairs = [
            (how(a, b), in_a and in_b)
            for a, in_a in (self._end(0), self._end(1))
            for b, in_b in (other._end(0), other._end(1))
        ]
        pairs = [(v, belongs) for v, belongs in pairs if not math.isnan(v)]
        low, high = min(v for v, _ in pairs), max(v for v, _ in pairs)
        nought = by in "×÷" and (
            0 in self or 0 in other
        )  # a nought in either makes the product nought, whatever the other is
        first, last = (
            any(belongs for v, belongs in pairs if v == end) or nought and end == 0
            for end in (low, high)
        )
        return Interval(
            low,
            high,
            self.soft or other.soft,
            f"computed: ({self}) {by} ({other})",
            "(["[first] + ")]"[last],
        )

    def __add__(self, other):
        return self._with(_interval(other), lambda a, b: a + b, "+")

    def __sub__(self, other):
        return self._with(_interval(other), lambda a, b: a - b, "−")

    def __mul__(self, other):
        return self._with(_interval(other), lambda a, b: 0.0 if 0 in (a, b) else a * b, "×")

    def __truediv__(self, other):
        other = _interval(other)
        if 0 in other or other._end(0)[0] < 0 < other._end(1)[0]:
            raise Problem(f"“{other}” holds nought, and nothing can be divided by nought.")
        side = 1 if other._end(1)[0] > 0 else -1

        def ratio(a, b):  # of two open ends the others tell all
            if b == 0:
                return 0.0 if a == 0 else math.copysign(math.inf, a) * side
            return math.nan if math.isinf(a) and math.isinf(b) else a / b

        return self._with(other, ratio, "÷")

    __radd__, __rmul__ = __add__, __mul__


def _interval(value):
    return value if isinstance(value, Interval) else Interval(value, value)


def read(hedge, low, high, reading="printed"):
    """Interval of one printed quantity. hedge: str as printed; low, high: float as printed, NaN
    where blank.
    reading "printed": the printed ends; an end that is not printed stays open, and nothing is put
    in the middle. Only where the words print no end of their own (“a few …”, “about 200”) is the
    usual reading taken. Readings “logical”, “usual” and “wide” come from
    data/reference/readings.csv, where each has its basis. Raises Problem for a reading that is not
    listed.
    """
    words, table = hedge.lower(), _table()
    if reading not in {"printed", *(row["reading"] for row in table)}:
        raise Problem(
            f"There is no reading “{reading}”; the readings are printed, logical, usual and wide."
        )
    known = {
        row["reading"]: row
        for row in table
        if any(re.search(rf"\b{re.escape(name)}\b", words) for name in row["names"])
    }
    if math.isnan(low) and math.isnan(high):
        if not known:
            return Interval(
                low, high, "no reading", "words without a figure, and no reading of them on file"
            )
        times, row = (
            math.prod(n for word, n in _TIMES.items() if word in words),
            known["usual" if reading == "printed" else reading],
        )
        made, widest = (
            Interval(float(r["low"]) * times, float(r["high"]) * times, ends=r["ends"])
            for r in (row, known["logical"])
        )
        soft = f"our reading: {made}" + ("" if made == widest else f"; the words allow {widest}")
        return Interval(
            made.low,
            made.high,
            soft,
            f"{row['reading']} reading, ours: {row['basis']}; the words allow {widest}",
            row["ends"],
        )
    about = known and known["usual"]["words"] == "about"
    if reading == "printed" and not about:
        said = {
            (False, True): "lower end as printed; above it nothing is printed",
            (True, False): "upper end as printed; below it nothing is printed",
        }
        kept = known["logical"]["ends"] if known else "[]"
        basis = said.get(
            (math.isnan(low), math.isnan(high)),
            "as printed" if low == high else "both ends as printed",
        )
        return Interval(
            low,
            high,
            basis=basis.replace(
                " as printed;",
                " as printed, itself not included;" if kept != "[]" else " as printed;",
            ),
            ends=kept,
        )
    row = (known or {r["reading"]: r for r in table if r["words"].startswith("(")})[
        "usual" if reading == "printed" else reading
    ]
    made = [
        _end(row["low"], high if math.isnan(low) else low),
        _end(row["high"], low if math.isnan(high) else high),
    ]
    asked = (math.isnan(made[0]) or made[0] == low) and (math.isnan(made[1]) or made[1] == high)
    what = f"our reading: {Interval(*made, ends=row['ends'])}"
    basis = "as printed" if asked and row["words"].startswith("(") else row["basis"]
    if reading == "printed":
        return Interval(
            *made,
            what,
            f"“{hedge}” read as rounding, to within {high - made[0]:,g}; the reading is ours",
            row["ends"],
        )
    return Interval(
        *made,
        "" if asked else what,
        f"{reading} reading{'' if asked else ', ours'}: {basis}",
        row["ends"],
    )


def parse_words(words, reading="printed"):
    """Interval of a phrase, as a learner types it: "at least 14", "8,000 to 14,000", "only a few
    thousand", "nearly 6,000 miles", "six".
    Raises Problem where the words are unknown: it names them and lists what is known.
    """
    hedge, low, high, ends = _parsed(words)
    return (
        Interval(low, high, ends=ends, basis="both ends as printed")
        if ends
        else read(hedge, low, high, reading)
    )


def printed(words):
    """(hedge, low, high) of a phrase, for the columns of numbers.csv: NaN where no end is printed.
    Raises Problem as parse_words does.
    """
    return _parsed(words)[:3]


def _parsed(words):
    if not isinstance(words, str):
        raise Problem(
            f'This is {words!r}; words in quotation marks are wanted, such as "at least 14".'
        )
    text = re.sub(r"\b(only|just|merely|between)\b", " ", words.lower())
    hedges = {name: row["words"] for row in _table() for name in row["names"] if name[0] != "("}
    pattern = "|".join(sorted(hedges, key=len, reverse=True))
    small = rf"\b(?:{'|'.join(_SMALL)})\b"
    number = (
        rf"(\d[\d,]*(?:\.\d+)?|{small}|\ban?(?= (?:dozen|hundred|thousand|million)))((?:"
        r" (?:dozen|hundred|thousand|million))*)"
    )
    few = re.match(r"\s*a few(?:,? (dozen|hundred|thousand|million))*\b", text)
    found = re.match(
        rf"\s*({pattern})?\s*{number}(?: ?(?:to|and|or|–|(?<=\d)-) ?(under )?{number})?(?!\d)", text
    )
    if few:
        return few[0].strip(), math.nan, math.nan, ""
    if (
        not found
        or re.search(
            rf"\d|^\s*([+%]|k\b|or\b|at most|at least|-|(?:in|of) {small})", text[found.end() :]
        )
        or re.search(r"\d\.\d{3}\b", text)
    ):
        raise Problem(
            f"“{words[:60]}” cannot be read safely here. Known are numbers (14, 8,000, six), two of"
            " them with “to” between, “a few” dozen, hundred or thousand, and, before a number:"
            f" {', '.join(dict.fromkeys(hedges))}."
        )
    hedge, first, first_times, under, second, second_times = found.groups()
    low = _value(first, first_times or (second_times if second else ""))
    if second:
        return (
            hedge or "",
            low,
            _value(second, second_times),
            ("(" if hedge in {"over", "more than", "above"} else "[") + (")" if under else "]"),
        )
    name = hedges.get(hedge, "")
    open_above, open_below = (
        name in {"at least", "over"},
        name
        in {
            "up to",
            "nearly",
            "within",
            "under",
        },
    )
    return name, math.nan if open_below else low, math.nan if open_above else low, ""


def _value(figure, times):
    value = (
        1
        if figure in ("a", "an")
        else _SMALL.index(figure)
        if figure in _SMALL
        else float(figure.replace(",", ""))
    )
    return float(value) * math.prod(_TIMES[t] for t in times.split())


def _end(rule, x):
    """An end as the table writes it: x, moved by h (half a unit of the last place that is not
    zero), 2h, or r (h, for figures that end in at least two noughts).
    """
    if not rule:
        return math.nan
    half = max(last_place(x) / 2, 2)  # of a count such as 14 half a unit would hold no other count
    by = {"": 0.0, "h": half, "2h": 2 * half, "r": half * (half >= 50)}
    return x + (1 if "+" in rule else -1) * by[re.sub(r"x[+-]?", "", rule)]


def last_place(x):
    """The unit of the last digit that is not zero: 200 -> 100, 41,000 -> 1,000, 14 -> 1."""
    return next(unit for unit in (10**n for n in range(300)) if not x or x % (unit * 10))


@cache
def _table():
    with READINGS.open(encoding="utf-8", newline="") as f:
        return [
            {**row, "names": [row["words"], *filter(None, row["also"].split("|"))]}
            for row in csv.DictReader(f)
        ]
