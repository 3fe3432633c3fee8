"""Numbers of quantity.lark, in figures and words, and the parts of one: from words to a value."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from lark import Transformer, v_args

from .context import cannot

_CLOCK = re.compile(r"([1-9]|[01]\d|2[0-3])\.[0-5]0")  # 10.30
WHOLE = 10**6  # from a million on, "and a half" means half of that scale
UNCLEAR = "mbBTKk"  # letters that may be a scale or a unit


@dataclass(frozen=True)
class Amount:
    """One number. value: with its scale; lead: without; scale: the last one. unit: as it is told;
    measures: whether it may be halved. how: what the way it is written may hide: "digits" and
    no words, "plain" digits without a comma, "clock" (10.30), "dot" (3.000), "date" (3/4), "year"
    (two thousand and ten), "zero" (the word), "compound" (three hundred thousand, a hundred and
    six), one of the letters of UNCLEAR, "money" in front, "paid" by a unit of money behind,
    "single" (a mile), "ratio" (one in five), "minus" (the word), "part" or "place" (half, a third),
    "quarter", "sum" of several scales, "two units" (5 feet 2 inches). of: Unit, where the unit is
    one of units.csv and no more.
    """

    value: Fraction
    lead: Fraction
    scale: int = 1
    unit: str = ""
    measures: bool = False
    how: frozenset = frozenset()
    of: object = None


def amount(value, *how):
    """Amount without a scale."""
    return Amount(Fraction(value), Fraction(value), how=frozenset(how))


@v_args(inline=True)
class Numbers(Transformer):
    """One method for each rule of the grammar that makes a number."""

    def __init__(self, text):
        super().__init__()
        self.text = text

    def no(self, why):
        """Raises Problem."""
        raise cannot(self.text, why)

    def same(self, thing):
        """What a rule that only passes on gives."""
        return thing

    number = figures = words = whole = many = large = first = small = hundreds = same
    amount = unit = scale = times = same

    # numbers

    def figure(self, token):
        """“8,000”."""
        digits = token.value.text
        parts = digits.split(".")
        dot = len(parts[-1]) == 3 and len(parts) == 2 and parts[0] not in ("", "0")
        dot = dot and "," not in digits
        how = ["digits"] + ["plain"] * digits.isdigit() + ["dot"] * dot
        how += ["clock"] * bool(_CLOCK.fullmatch(digits))
        return amount(token.value.value, *how)

    def scaled(self, number, token):
        """“2.5 million”, “two hundred”, “two dozen”."""
        scale = token.value
        if scale.value in (12, 20) and number.value > 99 and number.value % 100:
            self.no("how many dozens are meant can be read in two ways")
        letter = [scale.text] if scale.text and scale.text in UNCLEAR else []
        compound = ["compound"] * (number.scale == 100)
        how = frozenset([*(number.how - {"plain", "dot", "clock"}), *letter, *compound])
        return Amount(number.value * scale.value, number.value, scale.value, how=how)

    def scaled_figure(self, token, scale):
        """“2.5 million”."""
        return self.scaled(self.figure(token), scale)

    def one_scale(self, _, token):
        """“a million”."""
        if token.value.text == "score":
            self.no("“a score” may be a result")
        return self.scaled(amount(1), token)

    def one_hundred_and(self, article, hundred, *rest):
        """“a hundred and two”."""
        return self.sum(self.one_scale(article, hundred), rest[-1])

    def tens(self, *tokens):
        """“twenty-one”."""
        return amount(sum(token.value for token in tokens))

    def sum(self, first, *rest):
        """“two thousand and six”."""
        small = rest[-1]
        spoken = first.scale >= WHOLE and small.value < 10 and len(rest) == 1
        if small.value >= min(first.scale, 1000) or spoken:
            self.no("its parts do not follow one another from large to small")
        how = {"sum"} if first.scale >= 1000 else {"compound"}
        total = first.value + small.value
        how |= (
            {"year"}
            if small.value < 100 and (1900 < total < 2000 or 2009 < total < 2100)
            else set()
        )
        return Amount(total, first.lead, how=frozenset(how))

    def next_scale(self, first, *rest):
        """“two million three thousand”."""
        small, scale = rest[-2:]
        if scale.value.value >= first.scale or small.value >= 1000:
            self.no("its parts do not follow one another from large to small")
        total = first.value + small.value * scale.value.value
        return Amount(total, first.lead, scale.value.value, how=frozenset({"sum"}))

    def digits(self, *tokens):
        """The figures behind “point”."""
        return "".join(str(token.value if token.type == "ONES" else 0) for token in tokens)

    def decimal(self, number, _, digits):
        """“two point three”."""
        return amount(number.value + Fraction(int(digits), 10 ** len(digits)))

    def decimal_scaled(self, number, point, digits, scale):
        """“two point three million”."""
        return self.scaled(self.decimal(number, point, digits), scale)

    def bare_decimal(self, *parts):
        """“zero point three”."""
        return self.decimal(amount(0), None, parts[-1])

    def zero(self, _):
        """“zero”."""
        return amount(0, "zero")

    # parts of one

    def half(self, *tokens):
        """“half”, “one half”; “quarter” before what it is a part of."""
        below = tokens[-1].value
        return amount(Fraction(1, below), "part", *["quarter"] * (below == 4))

    def one_part(self, _, denominator):
        """“a third”."""
        part = self._parts(1, denominator)
        return replace(
            part, how=part.how | {"quarter"} if part.value.denominator == 4 else part.how
        )

    def parts(self, above, denominator):
        """“two thirds”."""
        part = self._parts(above.value, denominator)
        of_a_year = {"quarter"} if denominator.value[0] == 4 and above.value in (2, 4) else set()
        return replace(part, how=part.how | of_a_year)

    def _parts(self, above, denominator):
        below, single = denominator.value
        if single != (above == 1):
            self.no(f"“{denominator.word}” may be a place in an order here")
        return amount(Fraction(above, below), "part", *["place"] * (below not in (2, 4)))

    def figure_part(self, token):
        """“3/4”, “¾”."""
        return amount(token.value.value, "part", *["date"] * _day_like(token.value.text))

    def mixed_figure(self, figure, token):
        """“2½”, “2 1/2”."""
        return self._add_part(self.figure(figure), token.value.value, "/" in token.value.text)

    def mixed(self, number, _, part):
        """“two and a half”, “a million and a half”."""
        return self._add_part(number, part.value)

    def mixed_scaled(self, number, scale):
        """“two and a half million”."""
        if number.value >= 1000:
            self.no("what the part is a part of can be read in two ways")
        return self.scaled(number, scale)

    def _add_part(self, number, part, slashed=False):
        """Amount of a number and a part of one, or of its scale from a million on."""
        clear = number.scale == 1 or (number.scale >= WHOLE and part.denominator in (2, 4))
        if not clear or part >= 1 or number.value.denominator > 1 or "dot" in number.how:
            self.no("what the part is a part of can be read in two ways")
        return amount(number.value + part * number.scale, *["date"] * slashed)

    def part_of(self, part, *rest):
        """“half a million”, “a quarter of a million”."""
        return replace(self.scaled(part, rest[-1]), how=frozenset())

    def part_of_scale(self, part, scale):
        """“half million”."""
        if "place" in part.how:
            self.no("a part before a scale may be a place in an order: write “of a”")
        return self.part_of(part, scale)


def _day_like(text):
    """bool: whether a figure such as 3/4 could be a day and a month."""
    if "/" not in text:
        return False
    low, high = sorted(map(int, text.split("/")))
    return low <= 12 and high <= 31
