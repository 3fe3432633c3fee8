"""What the way an amount is written may hide: a year, a time of day, a day, an unclear letter."""

from dataclasses import replace

from .company import VERBS
from .figures import UNCLEAR, WHOLE

UNCLEAR_LETTER = (
    "the letter behind the figure may be a scale or a unit (m can be metres): write the word"
)
_PEOPLE = set(
    "people persons men women children users voters workers jobs pupils students refugees residents"
    " jobs homes deaths cases votes fans flights migrants protesters"
    " customers subscribers members viewers followers visitors passengers households soldiers"
    " troops inhabitants citizens patients employees adults".split()
)
# figures that name what stands behind them: a 911 call, a 747 jet
_NAMED_BY = dict.fromkeys((101, 111, 112, 911, 999), "calls callers operators dispatchers".split())
_NAMED_BY |= dict.fromkeys(range(707, 788, 10), "jets planes aircraft airliners flights".split())
# what stands before another thing in the plural: arms deals, women drivers
_AS_ONE = set("arms sports sales women men drugs weapons customs savings news goods games".split())
# begin a name with a letter or a number behind them: Class A, Phase 3
_LABELS = set("Class Type Group Grade Category Level Phase Tier Zone Series Stage Section".split())
_STREETS = set("Street Road Avenue Lane Square Boulevard Drive".split())


def names(number, unit):
    """bool: whether a figure may be the name of what stands behind it: 911 calls."""
    return unit.split()[-1] in _NAMED_BY.get(number, ())


def stands_for_one(token):
    """bool: whether a word of a thing is that for a single one: “vote”, but not “sheep”."""
    unit = token.value
    return token.word.casefold() == unit.one.casefold() != unit.name.casefold()


def doubt_of_nouns(tokens):
    """str: why some words may not be what is counted: they may be a name (12 Angry Men), or one of
    them may say what is done (12 people report fever). Blank where there is no such doubt.
    """
    if _has_name(tokens) or tokens[-1].word in _LABELS:
        return f"“{' '.join(token.word for token in tokens)}” may be a name"
    pairs = list(zip(tokens, tokens[1:]))
    done = next((pair for pair in pairs if _does(*pair)), None)
    done = done or next((pair for pair in pairs[:-1] if _did(*pair)), None)
    return done and f"“{done[1].word}” may say what “{done[0].word}” do: leave out what they do"


def _has_name(tokens):
    """bool: whether a number before some words may belong to a name: a street, a title."""
    first = tokens[0]
    named = any(token.value.kind == "name" for token in tokens[:-1])
    several = len(tokens) > 1 and _title(first) and first.value.kind == "thing"
    street = any(token.word in _STREETS for token in tokens)
    return street or several or (named and _title(tokens[-1]))


def _title(token):
    """bool: whether a word begins with a capital, and is no abbreviation."""
    return token.word[0].isupper() and not token.word[1:2].isupper()


def _did(several, word):
    """bool: whether the second of two words says what the things of the first did to those behind
    it: two teams traded [punts].
    """
    plural = several.word.casefold() == several.value.name.casefold()
    things = several.value.kind == "thing" and plural and several.word not in _AS_ONE
    return things and word.value.kind == "quality" and word.word.endswith("ed")


def _does(several, one):
    """bool: whether the second of two words may say what the things of the first do."""
    things = several.value.kind == one.value.kind == "thing"
    plural = several.word.casefold() == several.value.name.casefold()
    verb = stands_for_one(one) or one.word.casefold() in VERBS
    return things and plural and verb and several.word not in _AS_ONE


def lacks_scale(first, last):
    """bool: whether the scale of the last of two amounts may count for the first, too."""
    if "sum" in last.how:
        return first.scale < 1000 and first.value < last.lead
    return first.value < last.value and first.scale < min(last.scale, 1000)


def letter(number):
    """bool: whether a letter behind the figure is a scale for sure only beside money or things."""
    clear = number.how & {"money", "paid"} or number.unit.split(" ")[-1] in _PEOPLE
    if "k" in number.how and (number.measures or not number.unit):
        return False
    return bool(number.how & set(UNCLEAR)) and not clear


def year_like(number):
    """bool: whether four plain digits, or their words, may be a year."""
    return (
        bool(number.how & {"plain", "year"})
        and 1500 <= abs(number.value) <= 2100
        and not number.measures
    )


TROUBLES = [
    (
        lambda number: "clock" in number.how and not number.unit,
        "it may be a time of day: write what it measures",
    ),
    (
        lambda number: "dot" in number.how and number.unit not in ("%", "seconds"),
        "a point before three digits may part thousands: write 3,000, or 3.0",
    ),
    (
        lambda number: "date" in number.how and not number.unit,
        "two figures with a stroke may be a day",
    ),
    (
        lambda number: "quarter" in number.how and not number.unit,
        "a quarter may be three months: write what it is a part of",
    ),
    (letter, UNCLEAR_LETTER),
    (
        year_like,
        "it may be a year: four digits without a comma, or their words; write a count with a"
        " comma, as in 2,015",
    ),
]


def apart(first, last):
    """bool: whether one of two ends is a part of a whole, and the other no part of the same one:
    “one in five to six”, “half to 40 per cent”; but half a mile to two miles is clear.
    """
    parts = ["ratio" in one.how or _part(one) for one in (first, last)]
    if all(parts) or not any(parts):
        return False
    clear = last.measures and last.value <= 5 and "paid" not in last.how and last.unit != "%"
    return not clear or bool({"ratio", "place"} & (first.how | last.how)) or parts[1]


def _part(one):
    """bool: whether an amount is a bare part of one."""
    return "part" in one.how and (not one.unit or one.unit.startswith("of "))


def paid_apart(first, last, joints):
    """bool: whether each of two sums has a sign of money, and the scale of the second is its own:
    “prizes from $1 to $2 million”, but not “$20 to $30 billion”.
    """
    both = first.value > 1 and last.scale >= WHOLE and not joints & {"FROM", "DASH", "OR"}
    return "money" in first.how & last.how and not both


def paid_in_two(first, last):
    """bool: whether two sums print two units: 32 cents and $51."""
    paid = bool(last.how & {"money", "paid"})
    return paid and bool(first.unit) and first.unit != last.unit


def same_part(first, last):
    """The first of two amounts; beside another part, a quarter is no quarter of a year."""
    both = {"part"} <= first.how & last.how
    return replace(first, how=first.how - {"quarter"}) if both else first


def in_smaller(first, last):
    """(Amount, Amount) in the smaller of two units: “20 minutes to an hour”; None where neither is
    a part of the other.
    """
    if first.of and last.unit in first.of.wholes:
        return first, _in_parts(last, first)
    if last.of and first.unit in last.of.wholes:
        return _in_parts(first, last), last
    return None


def _in_parts(large, small):
    """The larger amount, told in the unit of the smaller one."""
    by = small.of.parts
    return replace(
        large, value=large.value * by, lead=large.lead * by, unit=small.unit, of=small.of
    )
