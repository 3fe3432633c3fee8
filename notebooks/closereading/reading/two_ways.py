"""Phrases that only their sentence makes clear: a range, or how far something went and where it
came to; more than a time, or in the course of it. What it leaves open, the reader is asked.
"""

import re

from .sentences import sentences
from .spaced import with_commas
from .turns import FALL, RISE, to_a_level
from .vocabulary import ONES, POWERS, SMALL_SCALES, TEENS, TENS

_CHANGED = re.compile(  # went from 12 to 14: an old and a new number, and no range
    rf"\b(?:{FALL}|{RISE}|narrowed|widened|revised|raised|lowered|cut|moved|went|goes|go|gone"
    rf"|changed"
    r"|shifted|swung|extend(?:s|ed|ing)?|lengthen(?:ed)?|shorten(?:ed)?|raise|lower|reduce"
    r"|bring|move"
    r"|widen|narrow|doubling|moving|raising|lowering|reducing|change|revise|revising|upgraded"
    r"|downgraded|slowed|accelerated|edged|trimmed|corrected|doubled|tripled"
    r"|halved|up|down|brought|taken|took|bringing|taking)\b(?P<rest>[^.;:]{0,140})\Z",
    re.IGNORECASE,
)
_RANGING = re.compile(r"\b(?:rang\w+|var\w+|between|aged?|ages|anywhere|of)\s*\Z", re.IGNORECASE)

_TO = re.compile(r"\sto\s", re.IGNORECASE)
_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)
_OF = re.compile(r"\bof\s+\Z", re.IGNORECASE)
_FAR = 10  # times as large: no range, and a change is far smaller than its level
_WORDS = {word: n for n, word in enumerate(["", *ONES, *TEENS]) if word}
_WORDS |= {word: 10 * n for n, word in enumerate(TENS, 2)}
_SCALES = SMALL_SCALES | {word: 10**n for word, n in POWERS.items()}
_SCALES |= {"m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 1000}
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SMALL = re.compile(r"\b(?:cents?|pence|p|kobo|centavos)\b|(?<=\d)p\b|¢", re.IGNORECASE)
_LARGE = re.compile(r"[$£€]|\b(?:dollars?|euros?|pounds?|pesos?|naira)\b", re.IGNORECASE)
_SHARED = re.compile(  # $1.0 to $2.0 million
    rf"([A-Z]{{0,3}}[$£€¥]\d[\d.,]*) to ([A-Z]{{0,3}}[$£€¥])(\d[\d.,]*) ({'|'.join(POWERS)})"
)
_LIMIT = re.compile(  # a maximum sentence of five years
    r"\b(maximum|minimum)\s+(?:[a-z-]+\s+){1,2}of\s+\Z", re.IGNORECASE
)
_BOUND = re.compile(r"(?:up to|at least|more|less|fewer|over|under|between|from)\b", re.IGNORECASE)
_NUMBER_WORD = rf"(?:{'|'.join([*ONES, *TEENS, *TENS])}|\d{{1,2}})"
_BESIDE = re.compile(  # three four times; the figures of a table stand so, too
    rf"(?<![\w-])({'|'.join([*ONES, *TEENS, *TENS])})\s\Z", re.IGNORECASE
)
_A_NUMBER = re.compile(rf"{_NUMBER_WORD}(?![\w-])", re.IGNORECASE)
_PER_CENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_NO_UNIT = {*_WORDS, *_SCALES, "and", "a", "an", "about", "around", "some", "only", "just", "over"}
_NO_UNIT |= {"another", "further", "extra", "nearly", "almost", "roughly", "least", "at", "than"}
_SPAN = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?"
    r"|seasons?|years?|decades?|centur(?:y|ies)|matches|games|rounds|legs|sessions|innings|laps"
    r"|(?:kilo|)met(?:re|er)s?|km|miles?|yards?)"
)
_OVER = re.compile(rf"over (?P<span>.+?[\s-]{_SPAN})", re.IGNORECASE)
# before “over” these say how much, and not in the course of what
_AMOUNT = re.compile(
    r"\b(?:for|of|after|than|by|at|in|within|until|to|from|with|every|about|and|or|is|was|are|were"
    r"|be|been|being|has|have|had|having|takes?|took|taken|taking|last(?:s|ed|ing)?|wait(?:s"
    r"|ed|ing)?|aged?|spends?|spent|spending|spann(?:ed|ing)|spans?|needs?|needed|lies|lay|runs"
    r"|covers?"
    r"|covered|just|well|little|slightly|every|another|cost|costs|serv(?:es?|ed|ing)|completed"
    r"|reach(?:es|ed)|total(?:s|led)?|delayed(?: by)?|measures?|measuring|weighs?|some|not)\s+\Z"
    r"|[:(–—]\s*\Z",
    re.IGNORECASE,
)
_AMOUNT_BEHIND = re.compile(
    r"\s*(?:late|long|old|ago|since|earlier|later|before|after|away|apart|behind|ahead|high|wide"
    r"|deep|tall|thick|off|from|above|below|north|south|east|west|inland|more|less|longer|shorter"
    r"|worth)"
    r"\b|[ -](?:of|in)\s",
    re.IGNORECASE,
)


def change_in(text, start, end):
    """str: words such as “rose from 12 to 14”, or “fell 32 cents to $51”, where a phrase “12 to 14”
    is no range but two numbers: an old and a new one, or a change and a level; blank elsewhere.
    """
    phrase = text[start:end]
    if not _TO.search(phrase):
        return ""
    opens = re.match(r"from\s", phrase, re.IGNORECASE)
    before = text[:start] if opens else re.sub(r"\bfrom\s+\Z", "", text[:start])
    if opens or before != text[:start]:
        changed = _CHANGED.search(before)
        return "" if not changed or _RANGING.search(before) else text[changed.start() : end]
    return text[_first(text, start) : end] if _of_a_change(text, start, end) == "two" else ""


def two_ways(text, start, end):
    """list of str: what a phrase that is read as one number, or one range, may mean in its
    sentence, written so that each can be read; empty where the sentence leaves nothing open.
    """
    phrase = text[start:end]
    figures = with_commas(text)[start:end]
    if figures != phrase:
        return [figures]
    if _SHARED.fullmatch(phrase):
        return [_SHARED.sub(r"\1 \4 to \2\3 \4", phrase)]
    if limits := _limited(text, start, end):
        return limits
    if _of_a_change(text, start, end) == "open":
        first, last = _ends(phrase)
        return [f"between {first} and {last}"]
    over = _OVER.fullmatch(phrase)
    behind = text[end:]
    clear = _AMOUNT.search(text[:start]) or _AMOUNT_BEHIND.match(behind)
    if not over or clear or not _may_be_span(over["span"]):
        return []
    return [over["span"], f"more than {over['span']}"]


def _limited(text, start, end):
    """list of str: what a number may mean behind “a maximum sentence of”, or behind another number
    that it corrects: three four times.
    """
    phrase = text[start:end]
    limit = _LIMIT.search(text[:start])
    if limit and not _BOUND.match(phrase):
        up_to = "up to" if limit[1].casefold().startswith("max") else "at least"
        return [f"{up_to} {phrase}", phrase]
    beside = _BESIDE.search(text[:start])
    number = _A_NUMBER.match(phrase)
    if beside and number and _value(beside[1]) < _value(number[0]) and "-" not in phrase:
        return [f"between {beside[1]} and {phrase}", phrase]
    return []


def opened(text, start, end):
    """str: such a phrase with the word before it; blank for a phrase that is clear."""
    return text[_first(text, start) : end] if two_ways(text, start, end) else ""


def _may_be_span(span):
    """bool: whether something may happen in the course of so much: 3 years, five games."""
    rate = re.search(r"[$£€¥]|(?<!half)(?<!\bof)\s+(?:an?|per)\s+\S+\Z", span, re.IGNORECASE)
    if rate:
        return False
    things = re.search(
        r"(?:matches|games|rounds|legs|sessions|innings|laps)\Z", span, re.IGNORECASE
    )
    value = _value(span)
    return not things or value is None or value <= 12


def _first(text, start):
    """int: where the word begins that stands before a place in its sentence, or the place."""
    word = re.search(r"[\w’'-]+\s+\Z", text[:start])
    return word.start() if word else start


def _of_a_change(text, start, end):
    """str: two, where “A to B” is a change and a level; open, where it may be that or a range;
    blank where it is a range.
    """
    phrase = re.sub(r"^by\s+", "", text[start:end], flags=re.IGNORECASE)
    start = end - len(phrase)
    if not _TO.search(phrase) or phrase.casefold().startswith(("from ", "between ", "up to ")):
        return ""
    first, last = _ends(phrase)
    before = _sentence_up_to(text, start)
    by = _BY.search(before)
    of = _OF.search(before)
    plain = before[: (by or of).start()] if by or of else before
    changed = by or to_a_level(plain + " " * bool(by or of), f" to {last}")
    if not changed or _RANGING.search(plain):
        return ""
    return _judged(first, last, by, of)


def _judged(first, last, by, of):
    """str: two, open or blank, as in _of_a_change. by, of: whether this stands before them."""
    twice = has_unit(first)
    once = has_unit(last) and not twice
    if _in_two_units(first, last) or (_far_apart(first, last) and not once):
        return "two"
    if once:
        return _judged_once(first, last)
    if of:
        return ""
    return "two" if by and twice else "open"


def _judged_once(first, last):
    """str: as _judged, of two numbers whose unit is printed once: 3 to 5 percent."""
    if _PER_CENT.search(last) or not _far_apart(first, last):
        return ""
    return "open" if _scale(first) == _scale(last) else "two"


def _in_two_units(first, last):
    """bool: whether a change is printed in cents, and its level in the dollars of these."""
    return bool(_SMALL.search(first) and _LARGE.search(last))


def _far_apart(first, last):
    """bool: whether the second of two numbers is so much larger that they make no range."""
    values = [_value(first), _value(last)]
    return all(values) and values[1] > _FAR * values[0]


def _ends(phrase):
    """(str, str): both sides of the last “to” of a phrase."""
    at = list(_TO.finditer(phrase))[-1]
    return phrase[: at.start()].strip(), phrase[at.end() :].strip()


def _sentence_up_to(text, start):
    """str: a sentence up to a place in it."""
    spans = [span for span in sentences(text) if span[0] <= start < span[1]]
    return text[spans[0][0] : start] if spans else text[:start]


def has_unit(part):
    """bool: whether a number prints its unit."""
    words = re.findall(r"[^\W\d_]+|[$£€¥%¢]", part.casefold())
    return any(word not in _NO_UNIT for word in words)


def _value(part):
    """float: of a number in figures or plain words; None for others."""
    figure = _FIGURE.search(part)
    words = [word for word in re.findall(r"[a-z]+", part.casefold()) if word in _WORDS]
    if not figure and not words:
        return None
    lead = float(figure[0].replace(",", "")) if figure else sum(map(_WORDS.get, words))
    return lead * _scale(part)


def _scale(part):
    """int: what the thousand or million of a number makes of it."""
    found = re.search(rf"(?<![^\W\d_])({'|'.join(_SCALES)})\b", part.casefold())
    return _SCALES[found[1]] if found else 1
