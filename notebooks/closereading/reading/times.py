"""The time that a number covers, as its sentence prints it: last year, from January through May, a
month. Only a time that stands in the same clause is taken, and none with which the number is
compared, as in “9% on the previous year”. Whether two such times are the same, only the reader can
say.
"""

import re

from .sentences import sentences

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_YEAR = r"(?:1[89]|20)\d\d(?:[/–-]\d\d(?!\d))?(?!\d|[.,]\d)"
_DAY = rf"(?:[0-3]?\d {_MONTH}|{_MONTH} [0-3]?\d(?![\d:]))"
_OF_YEAR = rf"(?:,? {_YEAR}|,? (?:of )?(?:last|this|next) year)"
_POINT = rf"(?:{_DAY}{_OF_YEAR}?|{_MONTH}{_OF_YEAR}?|{_YEAR})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# of a comparison: Q2 prior year, the prior-year period, the same period last year
_BEFORE_THAT = (
    r"(?:[QH][1-4],? (?:of )?(?:the )?(?:prior|previous|last) year"
    r"|[Tt]he (?:same|comparable|corresponding) (?:period|quarter|month|week)"
    r"(?: (?:of )?(?:the )?(?:last|prior|previous) year)?"
    r"|[Tt]he (?:prior|previous|last)[ -]year(?:[ -](?:period|quarter|month|comparable quarter))?)"
)
_LONG = r"(?:hour|day|week|weekend|month|quarter|year|season|decade)"
_ORDER = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)"
_KINDS = (
    rf"(?:[Ff]rom|[Bb]etween) (?:at least |about |around )?{_POINT}"
    rf" (?:to|through|until|till|and) {_POINT}",
    rf"[Ff]rom [0-3]?\d (?:to|until|through) {_POINT}",
    rf"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or) )?[Tt]he period (?:from |of )?{_POINT}"
    rf" ?(?:to|through|until|till|and|–|-) ?{_POINT}",
    rf"(?:(?:[Ff]or|[Ii]n|[Oo]ver) )?[Tt]he (?:full|whole|entire) (?:year|quarter|month)"
    rf" (?:of )?{_POINT}",
    rf"(?:(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring) )?[Tt]he (?:[\w-]+ ){{0,2}}"
    rf"(?:quarter|half|year|months|weeks|days) (?:ended|ending|to) {_POINT}",
    rf"[Aa]s of {_POINT}",
    rf"(?:[Ss]ince|[Aa]t|[Bb]y|[Tt]owards?|[Uu]ntil) the (?:beginning|start|end|turn) of {_POINT}",
    r"(?:[Ii]n |[Dd]uring )?[Tt]he (?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Oo]pening)"
    r" (?:period|half|quarter|set|inning|innings|round)(?! of)",
    rf"(?:[Oo]n |[Ll]ast |[Nn]ext |[Ss]ince |[Bb]y |[Uu]ntil )?{_WEEKDAY}"
    r"(?: (?:morning|afternoon|evening|night))?(?!['’])",
    rf"[Ww]ithin (?:an?|the|\w+) (?:[\w-]+ )?{_LONG}s?",
    r"(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Oo]vernight"
    r"|this (?:morning|afternoon|evening))",
    rf"(?:[Ff]or |[Ff]rom |[Ii]n |[Oo]f )?{_BEFORE_THAT}",
    rf"[QH][1-4](?: (?:of )?{_YEAR})?",
    rf"(?:[Ii]n |[Dd]uring )?[Tt]he {_ORDER} (?:half|quarter|week|month|year)s? of {_POINT}",
    rf"(?:[Ii]n |[Dd]uring |[Oo]ver )?[Tt]he (?:last|past|first|next|same|previous|prior)"
    rf" (?:[\w-]+ )?{_LONG}s?(?: of {_POINT})?",
    rf"(?:[Ii]n |[Dd]uring |[Oo]ver )?(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur) (?:last|past|first"
    rf"|next|previous) (?:[\w-]+ )?{_LONG}s?",
    rf"[Ii]n [Tt]he {_ORDER} (?:half|quarter)",
    rf"[Tt]he {_LONG} before",
    rf"(?:[Aa]n?|\w+) {_LONG}s? (?:ago|earlier|later|before)",
    rf"(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Tt]hroughout|[Ff]or)"
    rf" (?:early |late |mid-)?{_POINT}(?: and {_POINT})?",
    rf"(?:[Ll]ast|[Tt]his|[Nn]ext) {_LONG}",
    rf"(?:per|each|every|[Ee]ach|[Ee]very) {_LONG}"
    rf"(?: (?:of )?(?:this|last|next) year| of {_YEAR})?",
    rf"an? {_LONG}(?= on average|\W*$|[,;:)]| and )",
    rf"(?:{_YEAR}|{_MONTH}|last {_LONG})['’]s(?=\s)",
    r"(?:hourly|daily|weekly|monthly|yearly|annually)",
)
_TIME = re.compile("|".join(rf"\b(?:{kind})\b" for kind in _KINDS))
_OVER_LIST = re.compile(  # Financial highlights, January–December 2024
    rf"{_MONTH} ?[-–—] ?{_MONTH} {_YEAR}|\b(?:[Ff]ull|[Ww]hole|[Ff]inancial) year {_YEAR}"
    rf"|\b{_ORDER} (?:quarter|half)(?: of)? {_YEAR}|\b[QH][1-4] {_YEAR}|\b[Aa]s of {_POINT}"
)
_NO_FIGURES = re.compile(r"\b(?:Table|Figure) \d+|\b[A-Za-z]+-\d+|\b\d+-[A-Za-z][\w-]*")  # CO-19
KNOWN = (_OVER_LIST.pattern, _TIME.pattern, rf"\b{_POINT}(?![\w-])")  # to be offered only
_RUNNING = re.compile(r"[.!?…:;][’”\"')]*\s*\Z")
_ASIDE = re.compile(r"(?<![$£€¥])\([^()]*\)")  # $(9.5) is a number
_COMPARED = re.compile(r"\b(?:compared|versus|vs|against|than)\b")
_FROM_THEN = re.compile(r"^[Ff]rom (?=[QH][1-4]\b|the (?:prior|previous|last|same))")
_JUST_BEHIND = re.compile(r"%?(?:\s[\w-]+){0,3}\s?")  # the noun, and little else
_FIRST = re.compile(  # the best since May: the time of the one before
    r"\b(?:first|best|worst|highest|lowest|biggest|largest|smallest|fastest|slowest|strongest"
    r"|weakest|most|least|record)\b[^,;]*\Z"
)
_COMMA = re.compile(r",(?! (?:an?|up|down|or) )(?!\d)")  # 40 last year, a rise of 3
_WHICH = re.compile(r"\b(?:which|who|that)\b[^,;]*\Z")
# what may stand before a time that leads its sentence
_OPENS = re.compile(
    r"[\s“”„‘’\"'«»(•·▪◦*–-]*"
    r"(?:(?:barely|just|only|about|nearly|almost|some|more than|less than)\s)?",
    re.IGNORECASE,
)
_TELLING = re.compile(  # said on Tuesday: the day of the telling
    r"\b(?:says?|said|told|tells|announced|reported|stated|confirmed|warned|wrote|released"
    r"|published|issued|added|noted|posted)\b(?:\s[\w’'-]+){0,2}\s\Z"
)
_PACE = re.compile(
    r"\A(?:an? |per |each |every |hourly|daily|weekly|monthly|yearly|annually)", re.I
)
_THEN = re.compile(r"(?:ago|earlier|later|before)\Z")
_BASE = re.compile(  # with what a number is compared: on the previous year, from a year earlier
    r"\b(?:than|from|on|over|above|below|against|versus|vs\.?|with|to|as|since)\s+"
    r"(?:in\s+|the\s+)?\Z"
)
_SUBJECT = (
    r"(?:it|he|she|they|we|I|you|there|that|this|these|those|has|have|had|is|are|was|were|will"
    r"|would|could|may|last|next|its|his|her|their)"
)
_NEW_SUBJECT = re.compile(
    r"[;:]|[.!?][”\"')]*\s|\s[–—-]\s"
    r"|,\s(?:[A-Z][\w.]*\s)+(?:is|was|has|had|are|were|will|would)\s"
    r"|,\s(?:and|but|while|whereas|although|though|which|who|where|when)\s"
    rf"|\s(?:and|but|while)\s{_SUBJECT}\b"
)
# before a number that another one is compared with: up from just 16, instead of 16
_FROM = re.compile(
    r"\b(?:from|than|against|instead of|compared (?:with|to))"
    r"(?:\s(?:just|only|about|around|some|nearly|almost|an?|the|record|revised))*\s\Z"
)
_CLAUSE = re.compile(
    rf"{_NEW_SUBJECT.pattern}|,?\s(?:and|but)\s(?:in|during|since|by|from|for)\s"
    r"|\s(?:that|which|who|whom|while|whereas|although|though|because|where|when|until|since"
    r"|after|before|if|as)\s(?:the|a|an|it|he|she|they|we|its|his|her|their|[A-Z])"
)
_SMALL = re.compile(r"^(?:in|during|over|for|the) ")


def time_of(text, start, end):
    """str: the time that the clause of a number prints, the nearest to it where there are several;
    blank where it prints none, or only one that may be of something else. text: a paragraph.
    start, end: of the number in it.
    """
    spans = [span for span in sentences(text) if span[0] <= start < span[1]]
    if not spans:
        return ""
    first = spans[0][0]
    aside = [_at(first, m) for m in _ASIDE.finditer(text[slice(*spans[0])])]
    found = [
        (_gap(first + m.start(), first + m.end(), start, end), m[0])
        for m in _TIME.finditer(text[slice(*spans[0])])
        if _tells(text, _side(aside, first + m.start()), start, end)
        and _belongs(text, spans[0], _at(first, m), (start, end))
    ]
    return _FROM_THEN.sub("", min(found, key=lambda one: one[0])[1]) if found else ""


def printed_time(paragraphs, number, start, end):
    """str: the time that the text prints for a number: in its sentence, or in the heading of its
    list; of a figure alone in brackets, which may be of the year before, only in its sentence.
    number: of its paragraph, counted from 1. start, end: of the number in it.
    """
    text = paragraphs[number - 1]
    in_brackets = "(" in text[max(start - 1, 0) : start + 1]
    of_another = in_brackets or _FROM.search(text[:start])
    return time_of(text, start, end) or ("" if of_another else time_over(paragraphs, number))


def time_over(paragraphs, number):
    """str: the period that the heading above the items of a list prints; blank where an item or
    what stands between is running text, and where the heading prints none. number: of the item
    among the paragraphs, counted from 1.
    """
    above = [paragraphs[number - 1], *reversed(paragraphs[: number - 1])]
    for text in above:
        if found := _heads(text):
            return found
        if _RUNNING.search(text):
            return ""
    return ""


def _heads(text):
    """str: the period in a heading, which has no other figures; blank in anything else."""
    found = _OVER_LIST.search(text)
    rest = text[: found.start()] + text[found.end() :] if found else "1"
    rest = _NO_FIGURES.sub("", rest)
    return "" if re.search(r"\d", rest) or _RUNNING.search(text) else found[0]


def _at(first, match):
    """(start, end): of a match in a sentence that begins at `first`."""
    return first + match.start(), first + match.end()


def _side(asides, place):
    """(start, end) of the brackets in which a place lies; None outside of all."""
    return next((aside for aside in asides if aside[0] <= place < aside[1]), None)


def _tells(text, aside, start, end):
    """bool: whether a time in brackets is of a number: one inside, or right before them, as in 34
    cases (in May), and not in “the Open Era (since April 1968)” a long way behind. aside: (start,
    end) of the brackets; None for a time that stands in none.
    """
    if aside is None or aside[0] <= start < aside[1]:
        return True
    between = text[end : aside[0]]
    return end <= aside[0] and bool(_JUST_BEHIND.fullmatch(between))


def _belongs(text, span, time, number):
    """bool: whether a time is of a number, each (start, end) in a text; span: of the sentence."""
    words = text[slice(*time)]
    told = text[span[0] : time[0]]
    since = words[:5].casefold() == "since" and _FIRST.search(told)
    if since or _TELLING.search(told):
        return False
    if time[0] < number[1] and number[0] < time[1]:
        return bool(_PACE.search(words))
    if number[0] >= time[1]:
        return _holds_for(text, span, time, number[0])
    return _is_behind(text, time, number)


def _holds_for(text, span, time, start):
    """bool: whether a time holds for a number that begins behind it."""
    if _FROM.search(text[:start]):
        return False
    words = text[slice(*time)]
    between = text[time[1] : start]
    if _OPENS.fullmatch(text[span[0] : time[0]]):
        return not _breaks(between, True)
    if words.endswith(("'s", "’s")):
        return len(between.split()) < 3
    told = text[span[0] : time[0]]
    apart = _COMMA.search(between) or between.startswith(" to ") or _WHICH.search(told)
    relative = _PACE.search(words) or _THEN.search(words) or _BASE.search(told)
    return not (apart or relative or _breaks(between, False))


def _is_behind(text, time, number):
    """bool: whether a time that begins behind a number is of it."""
    start, end = number
    words = text[slice(*time)]
    between = _ASIDE.sub("", text[end : time[0]])
    if not between.strip():
        return True
    if _PACE.search(words) or _THEN.search(words) or _FROM.search(text[:start]):
        return bool(_JUST_BEHIND.fullmatch(between)) and not _BASE.search(text[: time[0]])
    if _COMPARED.search(between) and not _FROM.search(text[:start]):
        return False
    joined = _breaks(between + words.split()[0], False)
    return not (_BASE.search(between) or re.search(r"\d", between) or joined)


def _breaks(between, leads):
    """bool: whether a new clause begins between a time and a number; a time that leads a sentence
    holds for all of it, up to a new subject.
    """
    return bool((_NEW_SUBJECT if leads else _CLAUSE).search(between))


def _gap(start, end, first, last):
    """int: signs between two pieces of a text; nought where they share some."""
    return max(start - last, first - end, 0)


def sure_same(one, other):
    """bool: two times are the same but for a capital or a small word: in 2019, during 2019."""
    return _bare(one) == _bare(other)


def _bare(time):
    """str: a time in small letters, without a small word before it."""
    plain = time.casefold()
    while plain != (shorter := _SMALL.sub("", plain)):
        plain = shorter
    return plain
