"""Tables that belong to no report: readings.csv (hedges and reporting words), units.csv, towns."""

import re
from functools import cache, lru_cache
from itertools import chain

from ..reading import hedges, quantity, suggest, vocabulary
from ..reading.given import looked_at
from ..reading.text import Problem
from ..reading.told import read_range
from ..reading.turns import BELOW, both_turned, turned_in
from . import tables
from .folders import data_folder

REFERENCE = data_folder() / "reference"


@cache
def readings():
    """tuple of Hedge, in the order of data/reference/readings.csv. Raises Problem where that file
    cannot be read.
    """
    return hedges.hedges(_checked("readings.csv", "readings"))


@cache
def units():
    """tuple of Unit, in the order of data/reference/units.csv. Raises Problem where that file
    cannot be read.
    """
    return vocabulary.units(_checked("units.csv", "units"))


@cache
def gazetteer():
    """DataFrame of towns and capitals, with the columns of places.csv. From
    data/reference/gazetteer.csv.
    """
    return _checked("gazetteer.csv", "places")


def read(hedge, low, high, reading="printed"):
    """Interval of one printed quantity by the readings on file; as hedges.read, which says what the
    arguments are and what is raised.
    """
    return hedges.read(hedge, low, high, readings(), reading)


def parse_phrase(words, reading="printed"):
    """Quantity of a number phrase, by the readings and units on file: "up to 3.5 million people".
    reading: printed, logical, usual or wide. Raises Problem that names the word that is unknown.
    """
    return _parsed(words, reading, True)


def _parsed(words, reading, beside):
    """Quantity of a number phrase, made once: a report reads its phrases each time it is opened."""
    if not (isinstance(words, str) and isinstance(reading, str)):
        return quantity.parse(words, readings(), units(), reading, beside)  # it says what is wrong
    return _made(words, readings(), units(), reading, beside)


_made = lru_cache(maxsize=4096)(quantity.parse)


@cache
def reporting_words():
    """tuple of str: the words by which a text says that somebody said or thought something; not
    those that also say how sure it is (will, could) or that may tell of a deed (counted).
    """
    known = (h.names for h in readings() if h.strength in ("flat", "believes", "will"))
    return tuple(name for name in chain(*known) if name not in _OF_DEEDS)


_OF_DEEDS = set(
    "will shall would scheduled plans plan planned intends intend intended spotted seen counts"
    " count counted state states report reports call calls note notes fears estimates claim claims"
    " warning warnings comments allegedly reportedly supposedly purportedly".split()
) | {"due to"}


@lru_cache(maxsize=4)
def worth_a_row(paragraphs):
    """tuple of Suggestion: the passages of a text that may be worth a row. paragraphs: tuple."""
    read = (_parse_bare, parse_phrase)
    return tuple(suggest.suggestions(paragraphs, read, reporting_words()))


def strictest(words):
    """The stricter of two functions that understand a number phrase: parse_phrase where words such
    as "in prison" stand beside its number, else one that refuses such words.
    """
    try:
        _parse_bare(words)
    except Problem:
        return parse_phrase
    return _parse_bare


def _parse_bare(words):
    """Quantity of a number phrase in which nothing stands beside the number."""
    return _parsed(words, "printed", False)


def soft_hedges():
    """set of str: the hedges that point to neither side of a figure."""
    return {hedge.names[0] for hedge in readings() if hedge.direction == "around"}


@looked_at
def parse_words(words, reading="printed"):
    """Interval of a number phrase, as a learner types it: "at least 14", "8,000 to 14,000", "only a
    few thousand". It shows its unit, and where its ends are a reading of ours, it says so. Else as
    parse_phrase.
    """
    said = parse_phrase(words, reading)
    return read_range(said, _one, said.unit if measures(said.unit) else "")


def measures(unit):
    """bool: whether a unit is one of length, time, money and the like, and counts no things."""
    known = next((one for one in units() if unit in (one.name, one.one)), None)
    return known is not None and known.measures


def contradict(printed, given, often=False):
    """bool: whether a unit that is printed measures or pays in one thing, and another that was
    given is on file and another thing: 20 per cent and persons, miles and kilometres; or
    whether it leaves out what else is told: yards (loss) and yards, dollars per share and dollars.
    often: whether “times” is printed for how often something was done, as goals were scored.
    """
    one_way = both_turned(printed, given)  # % (lower), which the reader calls % (fall)
    printed, turn = turned_in(printed)
    if turn in BELOW and given and turn not in given and not one_way:
        return True
    if " per " in printed and given and given == printed.split(" per ")[0]:
        return True
    return _other_measure(printed, turned_in(given)[0], often)


def _as_printed(words):
    """Unit that measures or counts with which some words begin; None where they begin with none."""
    began = (unit for unit in units() if f"{words} ".startswith(f"{unit.name} "))
    return next((unit for unit in began if unit.measures or unit.kind == "thing"), None)


def _other_measure(printed, given, often):
    """bool: whether two units are on file, and the printed one measures something else, or counts
    things, or how often something was done, where the other one measures.
    """
    theirs = next((unit for unit in units() if given in (*unit.names, *unit.signs)), None)
    ours = _as_printed(printed)
    if theirs is None or ours is None or ours.name == "degrees":
        return False
    if not ours.measures or often:
        return theirs.measures and theirs is not ours
    words = (
        set(" ".join(unit.names).casefold().split()) - {"per", "of"} for unit in (ours, theirs)
    )
    return not set.intersection(*words)


def printed(words):
    """(hedge, low, high) of a number phrase, for the columns of numbers.csv; NaN where no end is
    printed. Raises Problem as parse_phrase does.
    """
    said = parse_phrase(words)
    return said.words or said.hedge, said.printed.low, said.printed.high


def _one(name):
    """str: a unit as it is told of a single thing, “Russian ship”; as it is where it is not on
    file.
    """
    for unit in units():
        head = re.fullmatch(rf"(.* )?{re.escape(unit.name)}((?: of| per) .*)?", name)
        if head and name != "":
            return f"{head[1] or ''}{unit.one}{head[2] or ''}"
    return name


def in_plural(unit):
    """str: a unit as it is told of several: “days” of “day”; as it is where it is not on file."""
    return next((known.name for known in units() if known.one == unit), unit)


def counted(made, unit):
    """str: an Interval with its unit, as people write it: 30 days, 1 day, 12 per cent."""
    return with_unit(str(made), unit)


def with_unit(told, unit):
    """str: a number in words with its unit."""
    many = in_plural(unit).replace("%", "per cent")
    return f"{told} {_one(many) if told == '1' else many}".rstrip()


_ENDLESS = re.compile(r"(?<![\d,.])\d+\.\d{7,}")


def as_said(made, words):
    """str: an Interval as its printed words say it: “almost 6” is a little under 6; and with three
    decimals where they do not end, as of 3 hours and 23 minutes in hours. words: of the number.
    """
    told = _ENDLESS.sub(lambda m: f"{float(m[0]):.3f}", str(made))
    hedge = hedges.hedge_in(words.casefold(), readings())
    if hedge is None or not told.startswith(("over ", "under ")):
        return told
    return {"near": "a little ", "far": "far "}.get(hedge.near, "") + told


def _checked(name, schema):
    """DataFrame of a file in data/reference. Raises Problem with all that is wrong with it."""
    frame, troubles = tables.read_table(REFERENCE / name, schema)
    if troubles:
        raise Problem("data/reference cannot be read: " + " ".join(troubles))
    return frame
