"""A learner's English sentence in the form in which its parts are looked for: small letters, one
kind of quotation mark, numbers in figures, days as 2022-02-10, no short forms.
"""

import re
from functools import cache

from ..reading.characters import straight
from ..reading.days import MONTH, MONTHS
from ..reading.vocabulary import ONES, TEENS, TENS

_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_DAYS = [
    re.compile(rf"\b(?:the )?{_DAY}(?: of)? {MONTH}{_YEAR}(?!\w)"),
    re.compile(rf"\b{MONTH} (?:the )?{_DAY}{_YEAR}(?![\w,.]*\d)"),
    re.compile(r"\b(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)[./] ?(?P<number>0?[1-9]|1[0-2])[./] ?(?P<year>(?:20)?\d\d)\b"),
]
_SMALL = {word: n for n, word in enumerate([*ONES, *TEENS], 1)}
_SMALL |= {word: 10 * n for n, word in enumerate(TENS, 2)} | {"zero": 0}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "k": 1000, "dozen": 12}
_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_NUMBER = rf"(?:\d+(?:\.\d+)?|(?:{_WORDS})(?:[- ](?:{_WORDS}))?)"
_SCALED = re.compile(
    rf"\b(?P<low>{_NUMBER})(?P<to> ?(?:to|and|-|or) ?)(?P<high>{_NUMBER}) ?-?"
    r"(?P<scale>hundred|thousand|million|k)\b"
)
_ONE = re.compile(
    rf"\b(?P<number>{_NUMBER}|a|an)? ?-?(?P<scale>hundred|thousand|million|k)\b(?: "
    r"(?P<more>thousand)\b)?"
)
# three hundred and seventeen, and not: between one hundred and two hundred
_HUNDREDS = re.compile(
    rf"\b(?P<number>{_WORDS}|a) hundred(?: and|,)? (?P<rest>(?:{_WORDS})(?:[- ](?:{_WORDS}))?)\b"
    r"(?! ?-?hundred)"
)
_PARTED = r"(?<!\d)(?<!20\d\d-\d\d-)(\d{1,3})[,. ](\d{3})(?!\d)"
_SHORT = {
    r"\b(do|does|did|is|are|was|were|has|have|had|could|would|should)nt\b": r"\1 not",  # a slip
    r"\bcan'?t\b|\bcannot\b": "can not",
    r"\bwon'?t\b": "will not",
    r"\b(ukraine|russia|belarus|kremlin|nato|putin|stoltenberg|reznikov)s\b": r"\1's",
    r"n't\b": " not",
    r"'d (?=(?:not )?(?:been|left|gone|(?!need\b)\w+ed)\b)": " had ",
    r"\b(i|you|he|she|it|we|they|there|that|who)'d\b": r"\1 would",
    r"\b(he|she|it|there|that|who)'s\b": r"\1 is",
    r"'re\b": " are",
    r"'ve\b": " have",
    r"'ll\b": " will",
    r"\b(?:bea?c\w{0,4}se|becasue|becaus|becus|cuz|coz|cos|bc)\b": "because",
    r"(?<!the )(?<!a )(?<!to )(?<!ld )\b'?cause (?=it|he|they|the|this|that|janes|\")": "because ",
    r"\b(?:unles|unlees|unlesss|onless)\b": "unless",
    r"\b(more|less|better|stronger|weaker|higher|rather|other) then\b": r"\1 than",
    r"\bno[ -]?one\b|\bnot anyone\b|\bnot anybody\b": "nobody",
}
_AMERICA = re.compile(r"\b(?:US|U\.S\.A?\.?|USA)(?!\w)")


_TO_TENTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NTH = [*_TO_TENTH, "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"]
_NTH += ["seventeenth", "eighteenth", "nineteenth", "twentieth"]
_NTH += [f"twenty-{word}" for word in _TO_TENTH[:9]] + ["thirtieth", "thirty-first"]
_IN_WORDS = "|".join(reversed(_NTH))  # the longer ones first: twenty-first, and not first
# a day of a month in words, as one says it: the tenth of February
_ORDINALS = re.compile(rf"\b(?:{_IN_WORDS})(?= (?:of )?{MONTH})")


@cache
def plain(text):
    """str: a sentence as its parts are looked for. "Janes, 10 Feb: eight to fourteen thousand men"
    becomes "janes, 2022-02-10: 8000 to 14000 men". A day without a year is one of 2022.
    """
    text = straight(" ".join(_of_one_script(text).split()))
    text = _AMERICA.sub("united states", text)
    text = re.sub(r"\bthe usa?\b|\busa\b", "the united states", text.casefold())
    text = re.sub(r"[–—]", " - ", text.replace("…", " … "))
    text = " ".join(text.replace(" - ", " – ").split())
    for short, long in _SHORT.items():
        text = re.sub(short, long, text)
    text = _ORDINALS.sub(lambda found: str(_NTH.index(found[0]) + 1), text)
    for form in _DAYS:
        text = form.sub(_day, text)
    return _in_figures(text)


def _of_one_script(text):
    """str: a text without full-width digits, marks inside numbers and signs for “over”."""
    text = re.sub(r"[０-９]", lambda digit: str(int(digit[0])), text)
    text = re.sub(r"(?<=\d)['’](?=\d{3}(?!\d))", ",", text)
    return re.sub(r"(?:>|≥|>=)\s*(?=\d)", "over ", text)


def _day(found):
    """str: a day that was found, as 2022-02-10."""
    parts = found.groupdict()
    month = int(parts.get("number") or 0) or 1 + MONTHS.index(parts["month"])
    year = int(parts.get("year") or 2022) % 2000
    return f"20{year:02}-{month:02}-{int(parts['day']):02}"


def _in_figures(text):
    """str: a text with its numbers in figures, without signs for thousands."""
    while (joined := re.sub(_PARTED, r"\1\2", text)) != text:
        text = joined
    text = re.sub(r"(?<=\d{4})[,.](\d{3})(?!\d)", r"\1", text)
    text = _HUNDREDS.sub(lambda f: f"{100 * _value(f['number']) + _value(f['rest']):g}", text)
    text = _SCALED.sub(lambda f: f"{_times(f, 'low')}{f['to']}{_times(f, 'high')}", text)
    text = _ONE.sub(_one, text)
    return re.sub(rf"\b(?:{_WORDS})(?:[- ](?:{_WORDS}))?\b", lambda f: f"{_value(f[0]):g}", text)


def _one(found):
    if not found["number"] and not found["more"]:
        return found[0]
    number = _value(found["number"] or "a") * _SCALES[found["scale"]]
    return f"{number * _SCALES.get(found['more'], 1):.12g}"


def _times(found, end):
    return f"{_value(found[end]) * _SCALES[found['scale']]:.12g}"


def _value(text):
    """float: a number in figures or in small words, "twenty-five"."""
    if text in ("a", "an"):
        return 1
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    return float(sum(_SMALL[word] for word in re.split(r"[- ]", text)))


def days(text):
    """list of str: the days that a plain text names, as 2022-02-10."""
    return re.findall(r"\b20\d\d-\d\d-\d\d\b", text)


def numbers(text):
    """list of float: the numbers of a plain text that are no day, year, clock or paragraph."""
    text = re.sub(r"\b20\d\d(-\d\d-\d\d)?\b|\bparagraphs? \d+|\b\d+(am|pm)\b", " ", text)
    return [float(found) for found in re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)", text)]


def unknown(text, known):
    """list of float: the numbers of a plain text, above 4, that are not among those that are known,
    nor told to be wrong: “not 11000 but …”.
    """
    told = re.sub(r"\b(?:not|instead of|rather than) (?:\w+ )?\d+(?= (?:but|,))", "", text)
    return [number for number in numbers(told) if number not in known and number > 4]
