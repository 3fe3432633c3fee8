"""Figures and number words that count nothing: days, times, names, labels, items of a list."""

import math
import re

from .context import KINDS_OF
from .vocabulary import ONES, TEENS, TENS

# what has figures and counts nothing: 5th, Q3, 1Q22, Tec-9, 24/0517, 1990s, 4’s, an address
_NAME = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:1[5-9]|20)\d0s|\d{1,2}['’]s|(?:9/11|50/50)|[A-Za-z]+\d+[A-Za-z]+"
    r"|\d?[A-Z]+\d+|0\d+(?:[/-]\d+)*|\d+/0\d+"
    r"|\d+(?:/\d+){2,}"
    r"|[A-Z][A-Za-z]*-\d+(?:-[a-z]+)*|(?:0|15|30|40)/(?:0|15|30|40)"
    r"|\S*(?:://|www\.|\w/\w+/)\S*|@\S+"
    r"|#[A-Za-z]\S*"
    r"|(?:[A-Za-z][\w-]*\.)+[a-z]{2,}/\S*|\S+@\S+\.\S+"
)
# a word that makes the figure behind it the name of one: Table 1, Level 2, item (3)
_LABEL = re.compile(
    r"(?:(?-i:\b[A-Z]{2,}-\s?)|\brefs?\.?\s+|\b(?:tables?|figures?|levels?|annex|appendix"
    r"|chapter|section|item|note|page|phase|stage"
    r"|top|bulletin|release|grade|group|room|gate|route|report|version"
    r"|volume|no\.?|number)\s+(?:[-–]\s+)?|[#№]\s?)\Z",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\(\d{1,2}\)(?=\s)")  # (2) of a list in a sentence that begins with (1)
_NOTE_BELOW = re.compile(r"\d{1,2} [A-Z][a-z]+(?: [a-z-]+){0,5}:")  # 1 Severe illness: any of
_MARK = re.compile(r"(?<![\w(,.])\d{1,2}\)(?=\s+[A-Z])")  # 1) Roads
_OLD_YEAR = re.compile(  # since 1497; where something is counted behind it, it is no year
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|during|circa|back to|dat(?:es|ed|ing) from) "
    r"(1[0-8]\d\d)(?![\d,.]\d|\d| (?!(?:and|or|but|after|before|when|while|to|in|at|by|for|the"
    r"|he|she|it|they|his|her|its|their)\b)[a-z$£€%])"
)
_CLOCK = re.compile(r"\b\d{4}(?= ?(?:GMT|BST|UTC|CET|EST|EDT|PST|hrs|hours local)\b)")
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3} )?0\d{1,3}(?: \d{2,4}){2,}(?!\d)|\(\d{3}\) \d{3}-\d{4}\b"
)
_HEADING = re.compile(r"\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=[^\W\d_A-Z]*[A-Z“\"‘'])")  # 1. Roads
_PLACE = re.compile(r"\b\d{1,2}-yard[\s-]line\b")  # of a field
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_MONTHS += f"|{_MONTHS.upper().replace('?', '')}"
_DAY = r"(?:[12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?"
_DATE = re.compile(  # 5 May 2020 · 3 to 20 January · 11 and 12 May · May 3-5, 2020 · 10:30
    rf"(?:{_DAY}(?:\s*(?:[-–,]|to|and|or|&|until|through)\s*{_DAY}){{0,3}}\s+)?"
    rf"(?:{_MONTHS})\b\.?"
    rf"(?:\s+{_DAY}\b(?![.,:]?\d)(?:\s*(?:[-–]|to|and)\s*{_DAY}\b(?![.,:]?\d))?)?"
    r"(?:,?\s+\d{4})?|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m|hrs|GMT|UTC|h\b)"
    r"|\b\d{1,2}\s*(?:[ap]\.?m|[AP]\.?M)\b"
    r"|\d{4}-\d\d-\d\d"
)
_POINTED = re.compile(r"\b(?:at|by|until|till|from|the|these|those)\s+\Z", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s+of\s+(?:the|its|his|her|their|these|those|our)\s+(?:[A-Z]\S*['’]s?\s+)?[a-z]"
)
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(\(\d+\))?")
_ONE_DAY = re.compile(  # he would one day win; the day when
    r"\b(?:that|who|will|would|might|may|could|can) one day\b"
    r"|\b[Oo]ne day(?= (?:I|we|he|she|they|it)\b)"
)
_NO_ONE = re.compile(  # no one acts; the one he would choose
    r"\b(?:no|any|every|some|each|which|this|that|the) one\b(?! of\b)", re.IGNORECASE
)
_BETWEEN_SIDES = re.compile(r"[A-Z]\w+ \d{1,3}[-–]\d{1,3} [A-Z]\w")  # Lund 19-33 Wasps
_STREET = re.compile(r"\d+ (?:[A-Z]\w+ ){1,2}(?:Street|Road|Avenue|Lane|Square|Place|Drive)\b")
# in Lund 40 may be forty of something; told Radio 4 is not
_OF_A_NAME = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bfrom )(?<!\bto )"
    rf"\b(?!(?:\w+day|{_MONTHS}|US)\s)[A-Z][\w’'&.-]*\s\Z"
)
_PROSE = re.compile(r"(?<![A-Za-z])[a-z]{2,}")
_GOES_ON = set(
    "and but for from had has have her his not now off out past per than that the their then they"
    " this were what when which while who will with would yesterday today tomorrow years".split()
)


def is_name(word):
    """bool: whether a word with figures is the name of something: 1Q22, Tec-9, 5th, an address."""
    return bool(_NAME.fullmatch(word)) or word.casefold() in KINDS_OF


def is_score(words):
    """bool: whether words are the score of a game, two numbers that count nothing together: 6-4,
    6-7(4). A range goes up.
    """
    found = _SCORE.fullmatch(words)
    return bool(found) and (bool(found[3]) or int(found[1]) >= int(found[2]))


def is_label(text, start, at):
    """bool: whether what stands at a place is a label: Table 1, Level 2. start: of its sentence."""
    return bool(_LABEL.search(text, start, at))


def _is_worded_name(text, start, at):
    """bool: whether a number word with a capital is one of a name: the Six Nations, League One; in
    a heading all words have capitals.
    """
    found = re.compile(r"([A-Z]\w+)(?: ([A-Za-z]))?").match(text, at)
    before = re.search(r"(\w)\w*[’']? \Z", text[start:at])
    if not found or not before or found[1].casefold() not in {*ONES, *TEENS, *TENS}:
        return False
    return not (before[1].isupper() and (found[2] or "").isupper())


def in_a_name(text, start, spot, counts=""):
    """bool: whether a figure is part of a name: Radio 4, 10 Mill Street, 10 737-800 jets. start: of
    its sentence; a name at its beginning may be any word with a capital. counts: what the figure
    counts, if it is read as a number.
    """
    at, end = spot
    street = _STREET.match(text, at) or _is_between_sides(text, at)
    behind_a_figure = re.search(r"\d\s\Z", text[start:at]) and re.match(r"\d+-\d", text[at:end])
    if _is_worded_name(text, start, at) or street or behind_a_figure:
        return True
    name = _OF_A_NAME.search(text, start, at)
    prose = name and _PROSE.search(text, start, name.start())
    figure = re.match(r"\d{1,4}(?=[\s,.;:)]|\Z)", text[at:]) if prose else None
    return bool(figure) and _goes_on_as_name(text[at + figure.end() :], counts)


def _is_between_sides(text, at):
    """bool: whether a score stands between the names of two sides."""
    found = (match.start() for match in _BETWEEN_SIDES.finditer(text))
    return any(start < at <= start + text[start:].index(" ") + 1 for start in found)


def _goes_on_as_name(behind, counts):
    """bool: whether the text behind a figure that follows a name lets it be part of that."""
    alone = re.match(r"[\s)]?(?:[,.;:)]|\s[a-z])", behind) and not counts
    return bool(alone or re.match(r"\s[A-Z]", behind))


def days_and_items(text, span):
    """list of (start, end): the days, years and times of a sentence, the marks of a list, the
    number of a heading, and places on a field.
    """
    kinds = (_DATE, _PLACE, _PHONE, _ONE_DAY, _OLD_YEAR, _CLOCK, _MARK, _NO_ONE)
    kinds += (_ITEM,) if "(1) " in text else ()
    found = [m.span() for kind in kinds for m in kind.finditer(text, *span)]
    heading = _HEADING.match(text) or _NOTE_BELOW.match(text, span[0])
    return [*found, heading.span()] if heading else found


def may_be_time(text, phrase, said):
    """bool: whether a phrase in words, without anything that is counted, may be a time of day, or
    stands for somebody (the two, one of them).
    """
    rest = text[phrase[1] :]
    if rest.lstrip().startswith(("o'clock", "o’clock", "past ")):
        return True
    figures = re.search(r"\d|\w\s+(?:in|out of)\s+\w", text[slice(*phrase)])  # one in five
    if said and said.words in ("several", "few") and not said.unit:
        return True
    counts = _is_count(said) or _counts_something(text, phrase) or _of_a_change(text, phrase)
    return not (figures or counts)


def _of_a_change(text, phrase):
    """bool: whether a bare number word is the old or the new one of a change: from five to four."""
    word = "|".join([*ONES, *TEENS, *TENS])
    old = re.search(r"\bfrom\s+\Z", text[: phrase[0]])
    new = re.search(rf"\bfrom\s+(?:{word})\s+to\s+\Z", text[: phrase[0]])
    return bool(new or (old and re.match(rf"\s+to\s+(?:{word})\b", text[phrase[1] :])))


def _is_count(said):
    """bool: whether a phrase names what it counts, or sets a limit: at least two."""
    if not said:
        return False
    part = 0 < said.printed.low < 1
    return bool(said.unit or said.words or part or said.interval.ends != "[]" or _one_end(said))


def _one_end(said):
    """bool: whether one end of a phrase is open, and the other is not."""
    return math.isnan(said.interval.low) != math.isnan(said.interval.high)


def of_them(text, end):
    """int: where a phrase ends that goes on with what it is a part of: thirteen of the suspects;
    where it ends itself, if it does not.
    """
    found = _OF_THEM.match(text, end)
    return re.compile(r"[\w’'-]*").match(text, found.end()).end() if found else end


def _counts_something(text, phrase):
    """bool: whether a bare number word stands before what it counts, on no list of ours: ten prior
    convictions, thirteen of the suspects.
    """
    word = text[slice(*phrase)].casefold()
    behind = re.match(r"\s+([a-z]{3,})\b", text[phrase[1] :])
    counts = bool(behind) and behind[1] not in _GOES_ON
    of_them = _OF_THEM.match(text, phrase[1])
    plain = word in {*ONES[1:], *TEENS, *TENS} and (counts or bool(of_them))
    return plain and not _POINTED.search(text, 0, phrase[0])
