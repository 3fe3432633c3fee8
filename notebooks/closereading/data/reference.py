"""Tables that belong to no report: how hedges and reporting words are read, and towns."""

from functools import cache

from ..reading import hedges, phrases
from ..reading.text import Problem
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


def parse_words(words, reading="printed"):
    """Interval of a phrase, as a learner types it, by the readings on file: "at least 14", "8,000
    to 14,000", "only a few thousand". reading: printed, logical, usual or wide. Raises Problem
    where the words are unknown.
    """
    return phrases.parse_words(words, readings(), reading)


def printed(words):
    """(hedge, low, high) of a phrase by the readings on file; NaN where no end is printed. Raises
    Problem where the words are unknown.
    """
    return phrases.printed(words, readings())


def _checked(name, schema):
    """DataFrame of a file in data/reference. Raises Problem with all that is wrong with it."""
    frame, troubles = tables.read_table(REFERENCE / name, schema)
    if troubles:
        raise Problem("data/reference cannot be read: " + " ".join(troubles))
    return frame
