"""What is said of a phrase that is not read, where leaving a word out would make it wrong."""

import re
from functools import lru_cache
from itertools import chain

from . import company
from .context import cannot
from .shapes import slip_of
from .spaced import with_commas
from .turns import FALL, RISE
from .vocabulary import ONES, TEENS, TENS

_ADVICE = re.compile(
    r"leave it out|Leave out|“\(” is no|could be a dash or a minus|cannot begin a number"
    r"|does not fit|is no part of|a sign of money"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CHANGING = re.compile(
    r"\b(?:all but|not|nor|neither|never|no longer|fewer|less"
    r"|another|additional|extra|further|other|others|except|excluding|without|minus|short of|shy of"
    r"|(?:halv|doubl|tripl|trebl|quadrupl)(?:e|es|ed|ing)|(?:double|triple|treble)\b"
    r"|rose|rise|rises|rising|risen|grew|grow|grows|grown|climbed|climbs|increased|increases"
    r"|jumped|jumps|soared|surged|gained|fell|fall|falls|falling|fallen|dropped|drops|decreased"
    r"|declined|shrank|slipped|sank|plunged|slumped|lost|cut|up|down|off|higher|lower|faster|slower"
    r"|\w*fold|warmer|cooler|colder|hotter|older|younger|bigger|larger|smaller|taller|longer"
    r"|shorter|deeper|heavier|lighter|closer|richer|poorer|better|worse|than|every|either|both"
    r"|instead of|rather than|versus|vs|compared with|compared to|full|empty)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\b(figures?|digits?|teens|tens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|something"
    r"|[1-9]0s)\b",
    re.IGNORECASE,
)
_NUMBER = rf"(?:\d[\d,.]*|(?:{'|'.join([*ONES, *TEENS, *TENS])})(?:-\w+)?)"
_COUNT_AND_SIZE = re.compile(
    rf"\b{_NUMBER} (?:[\w]+ )?{_NUMBER}-?(?:[^\W\d_]+)(?:-[a-z]+)? \w+", re.IGNORECASE
)
_NAME = re.compile(
    r"\b[A-Z][A-Za-z]{0,3}-?\d+\w*|\b(?:[A-Z][a-z]+|No\.?|number|chapter|section|article|flight"
    r"|type|room|gate|route|platform|page|volume|phase|stage|channel|area|bus|train) \d+\b"
    r"|[#№]\s?\d+"
)
_RESULT = re.compile(  # a 10-9 win
    r"(?<![\d.,-])(\d{1,3} ?[-–] ?\d{1,3})(?:\(\d+\)\Z"
    r"|(?![\d.,%-])\s+(?:win|wins|loss|victory|defeat|lead|draw"
    r"|tie|record|vote|result|score|home|away|half-time|[A-Z]\w+)\b)"
)
_BRACKETED = re.compile(r"\A\(\s?[\d.,]+[^()]*\)\Z")
_YARD_LINE = re.compile(r"\b\d{1,2}-yard line\b")
_SIGNED = re.compile(r"\A[-–−] \d")
_CHANGE_AND_LEVEL = re.compile(rf"\b({FALL}|{RISE}|up|down)\b.*\d.*\bto\b.*\d", re.IGNORECASE)
_FOLD = re.compile(rf"\b((?:\d+|{'|'.join([*ONES, *TEENS, *TENS])})-?fold)\b", re.IGNORECASE)
_WHEN = re.compile(f"{company.A_TIME} {company.FROM_THEN}", re.IGNORECASE)
_LOOSE = re.compile(rf"\b({'|'.join(company.LOOSE)})\s", re.IGNORECASE)


def helped(phrase, problem, known):
    """Problem that is raised for a phrase: the given one, or one that says more where its advice
    could turn the sense of the phrase. known: tuple of Hedge, whose words change no number.
    """
    if not _ADVICE.search(str(problem)):
        return problem
    text = _hedges(tuple(known)).sub("", phrase)
    why = next(filter(None, (reason(text) for reason in _REASONS)), "")
    return cannot(phrase, why) if why else problem


def _begins_with_letter(name):
    return name[0].isalpha()


@lru_cache(maxsize=8)
def _hedges(known):
    """Pattern of all hedges of numbers, the longest first."""
    named = [hedge.names for hedge in known if hedge.rules]
    names = {name.removeprefix("… ") for name in chain.from_iterable(named)}
    words = sorted(filter(_begins_with_letter, names), key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, reversed(words)))})\b", re.IGNORECASE)


def _changing(phrase):
    found = _CHANGING.search(phrase)
    return found and (
        f"“{found[0]}” changes the number or compares it with another, and that is not read here."
        " Look for the number itself"
    )


def _spaced(phrase):
    groups = with_commas(phrase)
    return groups != phrase and (
        f"a blank between groups of three figures may make one number of them, or two: write"
        f" “{groups}” if it is one"
    )


def _size(phrase):
    found = _SIZE.search(phrase)
    return found and f"“{found[0]}” names a size and prints no figure, so no end can be read"


def _two_numbers(phrase):
    found = _COUNT_AND_SIZE.search(phrase)
    return found and "it holds two numbers, a count and a size: read them one by one"


def _name(phrase):
    found = _NAME.search(phrase)
    return found and f"“{found[0]}” is a name or a mark, and its figure counts nothing"


def _scale(phrase):
    words = [word for word in _WORD.findall(phrase) if word.casefold() in company.SCALES]
    return words and (
        f"“{words[0]}” is not read as a number word here: write the number in full, with thousand,"
        " million or billion"
    )


def _slip(phrase):
    for word in _WORD.findall(phrase):
        if meant := slip_of(word.casefold()):
            return f"“{word}” is no English word for a number: perhaps “{meant}” is meant"
    return ""


def _loose(phrase):
    found = _LOOSE.search(phrase)
    return found and f"“{found[1]}” may only mean much or little here: write the number"


def _when(text):
    """str: on words that tell when; a part of them would be read as a rate: a day."""
    found = _WHEN.search(text)
    return found and f"“{found[0]}” tells when, and is no rate: leave all of it out"


def _result(phrase):
    found = _RESULT.search(phrase)
    return found and (
        f"“{found[1]}” may be a score, which is two numbers: leave the number blank, or take each"
        " alone"
    )


def _bracketed(phrase):
    found = _BRACKETED.search(phrase)
    return found and (
        "a figure in brackets may be a loss, the year before, or a share, and may have the scale"
        " (million) of the figure before it: write the figure with that scale, if it counts for"
        f" it (“{found[0].strip('() ')} million”), or alone"
    )


def _on_a_field(phrase):
    found = _YARD_LINE.search(phrase)
    return found and f"“{found[0]}” is a place on a field, and measures nothing that happened"


def _signed(phrase):
    found = _SIGNED.search(phrase)
    return found and "the dash before it may be a minus: type the number with −, or without"


def _change_and_level(phrase):
    found = _CHANGE_AND_LEVEL.search(phrase)
    return found and (
        f"it holds two numbers: how far something went (“{found[1]}”), and where it came to; read"
        " them one by one"
    )


def _fold(phrase):
    found = _FOLD.search(phrase)
    return found and (
        f"“{found[1]}” multiplies another number; whether it came to so many times as much, or so"
        " many times as much came on top, the word does not tell"
    )


_REASONS = (
    _spaced,
    _bracketed,
    _signed,
    _on_a_field,
    _when,
    _result,
    _change_and_level,
    _fold,
    _scale,
    _slip,
    _size,
    _changing,
    _two_numbers,
    _name,
    _loose,
)
