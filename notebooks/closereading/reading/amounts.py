"""One amount of quantity.lark: a number with sign, money, unit and rate; and two side by side."""

from dataclasses import replace

from lark import v_args

from .doubts import (
    TROUBLES,
    UNCLEAR_LETTER,
    apart,
    doubt_of_nouns,
    in_smaller,
    lacks_scale,
    letter,
    names,
    paid_apart,
    same_part,
    stands_for_one,
)
from .figures import WHOLE, amount
from .rates import Nouns, Rates, as_printed

# units whose word is an everyday one: a bit, a time
_DOUBTFUL = set("bits sums degrees times stone strong reals grays sigma rand".split())


def _is_joined(token):
    """bool: whether a word for one thing hangs on its number by a hyphen: a 22-point [service]."""
    return not token.blank_before and token.value.kind == "thing" and stands_for_one(token)


def _describes(token):
    """bool: whether a word only says how a measure is: rushing yards."""
    plain = token.value.kind == "quality" and token.word.islower() and "-" not in token.word
    return plain and token.word.endswith(("ing", "ed"))


@v_args(inline=True)
class Amounts(Rates):
    """One method for each rule of the grammar that makes an amount."""

    def minus(self, sign, number):
        """“−14”."""
        how = number.how | {"minus"} if sign and sign.word.casefold() == "minus" else number.how
        return replace(number, value=-number.value, lead=-number.lead, how=how)

    def paid(self, sign, number):
        """“$14”."""
        how = number.how | {"money"}
        return replace(number, unit=sign.value.name, measures=True, how=how)

    def paid_minus(self, first, second, number):
        """“−$14”, “$−14”."""
        sign = first if first.type == "MONEY" else second
        return self.paid(sign, self.minus(None, number))

    def nouns(self, *tokens):
        """Nouns of “battalion tactical groups”."""
        *before, last = [token.value for token in tokens]
        if before:
            self._check_first(tokens, before, last)
        if why := doubt_of_nouns(tokens):
            self.no(why)
        name = " ".join([*(token.word for token in tokens[:-1]), last.name])
        joined = not tokens[-1].blank_before
        lone = last.kind == "thing" and stands_for_one(tokens[-1])
        return Nouns(name, last, lone and not joined)

    def _check_first(self, tokens, before, last):
        """Raises Problem where the words before the last one do not belong to it."""
        if any(unit.measures for unit in before) or _is_joined(tokens[0]):
            self.no(f"“{tokens[-1].word}” is no part of the unit before it: leave it out")
        if last.measures and not all(map(_describes, tokens[:-1])):
            self.no(f"“{tokens[0].word}” before “{tokens[-1].word}” may be a name")

    def of(self, *tokens):
        """“of”, “of the”."""
        return " ".join(token.word.casefold() for token in tokens)

    def _check_whole(self, nouns):
        """Raises Problem where a whole is only half named: 49 % of the German [wind farms]."""
        if nouns.unit.kind == "quality" and nouns.name[:1].isupper():
            self.no(f"“{nouns.name}” says of what kind something is: take what it is, too")

    def unit_of(self, nouns, of, whole):
        """“pounds of meat”."""
        self._check_whole(whole)
        return Nouns(f"{nouns.name} {of} {as_printed(whole)}", nouns.unit, nouns.lone)

    def with_unit(self, number, unit):
        """“14 miles”."""
        name = unit.name
        last = unit.unit
        self._check_unit(number, name, last)
        if last.name == "centuries" and "part" in number.how:
            self.no("it may be 50 years or 50 runs: write which")
        if "place" in number.how or ("part" in number.how and not last.measures):
            self.no(f"a part of “{name}” may be a place in an order: write “of”")
        if unit.lone and abs(number.value) != 1:
            self.no(f"“{last.one}” is one, and the number is not: write what is counted")
        number = replace(number, of=last if name == last.name else None)
        how = number.how | {"paid"} if last.kind == "money" else number.how
        return replace(number, unit=name, measures=last.measures, how=how)

    def _check_unit(self, number, name, last):
        """Raises Problem where a number and its unit do not go together."""
        if last.kind != "money":
            self._check_letter(replace(number, unit=name, measures=last.measures))
        self.check_counted(last)
        if "plain" in number.how and names(number.value, name):
            self.no(f"“{number.value}” before “{name}” may be a name: write how many in words")
        if "money" in number.how and name != number.unit:
            self.no(f"“{name}” stands beside a sign of money")

    def check_counted(self, unit):
        """Raises Problem where a word says how something is, and not what it is."""
        if not unit.counts:
            self.no(f"“{unit.name}” is nothing that can be counted")

    def part_of_unit(self, part, *rest):
        """“half a mile”, “a quarter of an hour”."""
        nouns = rest[-1]
        if not nouns.unit.measures:
            self.no(f"a part of “{nouns.name}” may be a place in an order: write “of”")
        return replace(part, unit=nouns.name, measures=True)

    def share(self, part, of, nouns):
        """“two thirds of voters”: no number of voters."""
        self._check_whole(nouns)
        return replace(part, unit=f"{of} {as_printed(nouns)}", measures=True)

    def single(self, _, nouns):
        """“a mile”."""
        if not nouns.unit.measures:
            self.no("“a” is no number here")
        if nouns.name == "centuries":
            self.no("“a century” may be 100 years or 100 runs: write which")
        if nouns.name in _DOUBTFUL:
            self.no(f"“a {nouns.unit.one}” need not be a measure: write “one {nouns.unit.one}”")
        of = nouns.unit if nouns.name == nouns.unit.name else None
        return replace(amount(1, "single"), unit=nouns.name, measures=True, of=of)

    def single_and_part(self, article, nouns, _, part):
        """“an hour and a half”."""
        return self._and_part(self.single(article, nouns), part)

    def unit_and_part(self, number, nouns, _, part):
        """“two miles and a half”."""
        return self._and_part(self.with_unit(number, nouns), part)

    def _and_part(self, whole, part):
        if whole.value.denominator > 1 or whole.scale > 1 or not whole.measures:
            self.no("what the part is a part of can be read in two ways")
        value = whole.value + part.value
        return replace(whole, value=value, lead=value)

    def composite(self, first, nouns, *rest):
        """“5 feet 2 inches”."""
        second, part = rest[-2:]
        return self._both_units(self.with_unit(first, nouns), second, part)

    def single_composite(self, article, nouns, _, second, part):
        """“an hour and 45 minutes”."""
        return self._both_units(self.single(article, nouns), second, part)

    def _both_units(self, whole, second, part):
        """Amount in the larger of two units."""
        name = part.name
        unit = part.unit
        if whole.unit not in unit.wholes or not 0 <= second.value < unit.parts:
            self.no(f"“{whole.unit}” and “{name}” are two quantities: read them one by one")
        if whole.value.denominator > 1 or whole.value < 0:
            self.no(f"“{whole.unit}” is not whole, so “{name}” cannot be added")
        value = whole.value + second.value / unit.parts
        return replace(whole, value=value, lead=value, how=whole.how | {"two units"})

    def below_zero(self, thing, *_):
        """“14 degrees below zero”."""
        if thing.unit not in ("degrees", "°C", "°F"):
            self.no("only degrees lie below zero here")
        return replace(thing, value=-thing.value, lead=-thing.lead)

    def alike(self, first, last):
        """The two amounts with the same unit. A sign of money before the first, or a unit behind
        the last, counts for both. Raises Problem where they have different ones.
        """
        if apart(first, last):
            self.no("one of its two ends is a part of something, and the other may be a number")
        if first.unit == last.unit:
            return same_part(first, last), last
        if pair := in_smaller(first, last):
            return pair
        if not first.unit and "money" not in last.how:
            return replace(first, unit=last.unit, measures=last.measures), last
        if not last.unit and first.how & {"money", "single"}:
            how = last.how | {"paid"} if "money" in first.how else last.how
            return first, replace(last, unit=first.unit, measures=True, how=how)
        if last.unit.startswith(f"{first.unit} per "):  # $80 to $85 a barrel
            return replace(first, unit=last.unit), last
        self.no(f"its two ends have different units: “{first.unit}” and “{last.unit}”")

    def share_scale(self, first, last, joints):
        """The first amount with the scale of the last, as in "2 to 3 million", where that is clear.
        joints: set of the kinds of words between and before them. Raises Problem where it is not.
        """
        unclear = "the scale of its first number can be read in two ways: write both ends in full"
        if "compound" in last.how - first.how and first.scale == 1:
            self.no(unclear)
        if not lacks_scale(first, last):
            return first
        if first.value >= last.lead:
            if last.scale >= WHOLE and first.value < 10**4:
                self.no(unclear)
            return first
        if first.scale > 1 or "sum" in last.how or paid_apart(first, last, joints):
            self.no(unclear)
        how = (first.how - {"plain", "dot", "clock"}) | (last.how - {"money"})
        how |= first.how & {"money"}
        return replace(first, value=first.value * last.scale, scale=last.scale, how=how)

    def _check_letter(self, number):
        """Raises Problem where a letter behind the figure may be a scale or a unit."""
        if letter(number):
            self.no(UNCLEAR_LETTER)

    def checked(self, number):
        """Amount. Raises Problem where the way it is written allows another meaning."""
        for test, why in TROUBLES:
            if test(number):
                self.no(why)
        return number
