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
_PARTED = r"(?<!\d)(?<!20\d\d-\d\d-)(\d{1,3})[,. ](\d{3})(?!\d)"
_SHORT = {
    r"can't|cannot": "can not",
    r"won't": "will not",
    r"n't\b": " not",
    r"\b(he|she|it|there|that|who)'s\b": r"\1 is",
    r"'re\b": " are",
    r"'ve\b": " have",
    r"'ll\b": " will",
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
    text = re.sub(r"[–—]", " - ", text.casefold().replace("…", " … "))
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


# --- who says so

SAYS = (
    r"(?:sa(?:y|ys|id)|states?|stated|estimat(?:e|es|ed)|puts?|count(?:s|ed)?|report(?:s|ed)?"
    r"|assess(?:es|ed)?|believ(?:e|es|ed)|thinks?|thought|warn(?:s|ed)?|claim(?:s|ed)?"
    r"|announc(?:e|es|ed)|promis(?:e|es|ed)|declar(?:e|es|ed)|tells?|told|gives?|gave|writes?|wrote"
    r"|mention(?:s|ed)?|expect(?:s|ed)?|sees?|saw|seen|reckon(?:s|ed)?|calculat(?:e|es|ed)"
    r"|assum(?:e|es|ed)|suggest(?:s|ed)?|sp(?:eaks?|oke)|talk(?:s|ed)?|quot(?:e|es|ed)"
    r"|cit(?:e|es|ed)|describ(?:e|es|ed)|not(?:e|es|ed)|add(?:s|ed)?|explain(?:s|ed)?"
    r"|insist(?:s|ed)?|maintain(?:s|ed)?|argu(?:e|es|ed)|predict(?:s|ed)?|publish(?:es|ed)?"
    r"|prints?|printed|list(?:s|ed)?|inform(?:s|ed)?|admit(?:s|ted)?|confirm(?:s|ed)?|pledg(?:e|es"
    r"|ed)|vow(?:s|ed)?|assur(?:e|es|ed)|judg(?:e|es|ed)|consider(?:s|ed)?|f(?:ind|inds|ound)"
    r"|doubt(?:s|ed)?|detect(?:s|ed)?|observ(?:e|es|ed)|name[sd]?|guess(?:es|ed)?|hold[s]?|held"
    r"|speculat(?:e|es|ed)|indicat(?:e|es|ed)|reveal(?:s|ed)?)"
)
_DONE = r"(?:said|stated|estimated|counted|reported|assessed|cited|quoted|announced|given|printed"
_DONE += r"|published|promised|claimed|made|named|told|described|warned|put forward|mentioned)"
_NOUN = (
    r"(?:estimates?|counts?|assessments?|numbers?|figures?|words?|views?|opinions?|statements?"
    r"|announcements?|ranges?|data|promises?|claims?|reports?|analysis|information|warnings?"
    r"|sources?|judgements?|belief|expectations?)"
)
ADVERB = (
    r"(?:also|still|now|has|have|had|currently|officially|already|only|just|today|there|itself|"
    r"themselves|publicly|firmly|really|that day|as of|on|in|of|at|by|its|their|his|the|a|"
    r"thursday|february|report|20\d\d(?:-\d\d-\d\d)?|2022|would|could|may|might|does|do|did|not|"
    r"never|however|clearly|simply|,)"
)


_FEELS = r"(?:sceptical|skeptical|doubtful|sure|convinced|unsure|of the opinion|worried|concerned)"
_MEANS = r"(?:want(?:s|ed)?|plan(?:s|ned)?|intend(?:s|ed)?|meant|means|agreed)"
_PLACED = "".join(
    rf"(?<!\b{word} )"
    for word in "in from to of leave left near on inside into and with for".split()
)


def attributes(text, who, strictly=False):
    """bool: whether a plain text hands what it says to a source. who: regular expression of its
    names. "Janes estimates", "according to Janes", "by Janes", "Janes: …", "Janes’s estimate".
    strictly: only where nothing stands between the source and its verb, and the name is no place.
    """
    name = rf"\b(?:{who})(?:'s|')?(?![\w-])"
    subject = rf"{_PLACED}{name}" if strictly else name
    between = "" if strictly else r"(?:[ ,]+[a-z-]+){0,3}?"
    aside = r"(?:, [^,;.]{1,70},| \([^)]{1,70}\)| –[^–]{1,70}–)?"
    verbs = SAYS if strictly else rf"(?:{SAYS}|{_MEANS})"
    ways = [
        rf"\bac+ord?ing(?:ly)? to (?:\w+ ){{0,3}}{name}",
        rf"{subject}{between}{aside}(?: ?{ADVERB})* {verbs}\b",
        rf"\b{_DONE} (?:\w+ ){{0,2}}(?:by|from) (?:the |a )?{name}",
        rf"{subject} (?:[\w-]+ )?{_NOUN}\b",
        rf"\b{_NOUN} (?:\w+ )?(?:by|from|of|is|was|are|were|comes? from) (?:the |a )?{name}",
        rf"^{name}{aside}[^:]{{0,40}}:",
        rf"[(–:] ?(?:source: )?{name}[^()]{{0,30}}[).]*$",
        rf"\b(?:comes?|came|based|quoting|citing|cites?|cited|quotes?|quoted|asked)"
        rf" (?:from |on )?(?:the |a )?(?:\w+ ){{0,2}}{name}",
        rf"\bin (?:the )?(?:view|opinion|words|estimate|eyes) of (?:the )?{name}",
        rf"{name} (?:is|are|was|were) (?:the |its |a )?(?:only |named )?(?:source|{_DONE})",
        rf"\b(?:says?|said|warned|estimated|stated) (?:the )?{name}",
        rf"{subject} (?:is|are|was|were) (?:much |more |very |also )*{_FEELS}",
        rf"(?:^|, )(?:to|for) {name},",
        rf"\b(?:says?|said|states?|reports?|writes?) that,? (?:for|to) {name}",
        rf"\b(?:has|have|had) {name}(?: \w+)? saying\b",
    ]
    return any(re.search(way, text) for way in ways)


def denies_saying(text, who):
    """bool: whether a plain text says of a source that it did not say it."""
    name = rf"\b(?:{who})(?:'s)?"
    ways = [
        rf"{name}(?:, [^,;.]{{1,70}},)? (?:has |have |had )?(?:said|says|say|told|gave) nothing",
        rf"{name}(?:, [^,;.]{{1,70}},)? (?:did|do|does|has|have|had|will|would) (?:not|never)"
        r" (?:say|said|state|stated|claim|claimed|estimate|estimated|announce|announced|promise"
        r"|promised|warn|warned|speak|comment|mention|give)",
        rf"{name} (?:denies|denied|never said|never \w+ed|refuses|refused|was silent|is silent)",
    ]
    return any(re.search(way, text) for way in ways)


UNNAMED = re.compile(
    r"\bun(?:named|sourced|attributed|identified|stated|known|clear|specified|credited)\b|anonym"
    r"|\b(?:no|without|lacks?|lacking|missing)(?: \w+){0,3} (?:sources?|names?|authors?|person"
    r"|speakers?|origin|attribution|witness(?:es)?)\b"
    r"|\b(?:sources?|names?|author|speaker|attribution|origin)(?: \w+){0,4} (?:missing|absent|open"
    r"|lacking|not)\b"
    r"|\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could)(?: \w+)? not (?:\w+ )?"
    r"(?:say|said|tell|told|state|name|give|mention|explain|clear|credit|cite|identif|reveal"
    r"|specif|attribut|indicat|known?|show|quote|add|disclos|report|provid|back|support|point"
    r"|made clear|who)"
    r"|\b(?:never|not) (?:said|says|told|named|mentioned|cited|stated|clear|attributed)\b"
    r"|\b(?:nobody|none|no (?:person|source|official|expert|author|institution|country|one"
    r"|organi[sz]ation|government|agency|witness)s?)\b"
    r"|\bwithout (?:\w+ )?(?:mak|clear|nam|say|giv|tell|stat|mention|cit|quot|credit|identif|specif"
    r"|attribut|add|explain|indicat|point|reveal|any|a )"
    r"|\bleav\w+ (?:it |this |that |the \w+ )?open|left (?:it )?open|stays? open|\bopen who\b"
    r"|\bwhoever\b|\bfails? to\b|\bown (?:voice|name|words)\b|\bfrom whom\b"
    r"|\bwho\w* counted\b.*\bnot\b"
)
