"""What a learner's sentence makes of a quote in it, where that is more than the quote says, or its
reverse: a bound turned round, a possibility made certain, a “not” left out, a number that is none.
"""

import re

from .turns import turns
from .wording import found

_QUOTED = re.compile(r"\"([^\"]+)\"|(?<!\w)'([^']{9,}?)'(?!\w)")
# where what is said of a quote ends
_CUT = re.compile(
    r"[.;](?:\s|$)|\b(?:unless|if|until|while|whereas|but|although|though|than (?!\d)"
    r"|because|since)\b|\""
)
_OTHER = {"up": "down", "down": "up"}
# words by which a learner says what a quote means
_MEANS = (
    r"(?:mean|show|prove|tell|confirm|reveal|demonstrate|say|make clear|makes clear)\w*"
    r"(?: (?:us|me|that|clearly|already|it|very|openly|really|the|reader|readers|everyone))*"
)
_SO = r"(?:^|[,–] ?)(?:and )?(?:so|therefore|thus|hence|which means|that means|meaning)\b"
_DENIED = r"\b(?:not|no|never|nor|nothing|nobody|neither|without|hardly|lacks?|insufficient)\b"
_SURE = (
    r"(?<!how )\b(?:already|definitely|certain\w*|sure\w*|of course"
    r"|(?:will|shall|is going to|are going to)"
    r"(?: \w+){0,2} (?:attack|invade|come|happen|start|take part|be used|begin|join)"
    r"|is (?:coming|planned|near|decided)|are (?:there|here|in belarus)|is (?:a|the|just a) cover"
    r"|there (?:are|is)"
    r"|(?:has|have|had) (?:\w+ )?(?:decided|begun|started|arrived|finished|completed|made up)"
    r"|plans? (?:to|an)|wants? (?:to|war)|(?:take|takes|taking) part|attacks|invades)\b"
)
_POSSIBLE = (
    r"\b(?:could|may|might|can|potential|appears?|seems?|believe[sd]?|nearing|yet to|up to)\b"
)
_LOWER = r"\b(?:over|more than|at least|no fewer than|no less than|a minimum of)\b"
_UPPER = r"\b(?:up to|at most|no more than|a maximum of|fewer than|less than|under)\b"
_SO_MANY = r" (?:this|that|these|those|it|so many|\d{2,})\b"
_FIGURE = r"\b(?:exact|precise|concrete|clear|real|certain|definite|good|detailed|an?|the)"
_FIGURE += r" (?:\w+ )?(?:numbers?|figures?)\b"
_GIVES = rf"\b(?:gives?|has|have|names?|prints?|contains?|mentions?|states?) {_FIGURE}"
_NOT_DONE = re.compile(
    r"\b(?:(?:do|does|did|has|have|is|are) not|yet to)(?: \w+){0,4}? "
    r"(?P<deed>prepar|form|attack|invad|decision|impl)"
)
_DONE_BY = {"decision": r"decid\w*|made (?:his|a|the|up)", "impl": r"impl\w+|means? an? attack"}
# what a quote may be said to have
_HAS = r"\b(?:gives?|has|have|names?|prints?|contains?|mentions?|states?|says?|with|shows?|is)"
_TWO_ENDS = rf"{_HAS} (?:us )?(?:2 (?:\w+ )?(?:ends|limits|bounds)|both ends|(?:an?|the) (?:\w+ )?"
_TWO_ENDS += r"range|an? (?:lower|low) (?:\w+ )?and an? (?:upper|high))\b"
_A_DAY = rf"{_HAS} (?:us )?(?:an?|the|its) (?:\w+ )?(?:day|date|deadline)\b"
_WHEN = r"\b(?:days?|time|weeks?|night|hours?|month|february|year)\b|\d"
_EXACTLY = (
    rf"{_HAS} (?:us )?(?:an? |the )?(?:\w+ )?(?:exact|precise|definite) (?:number|figure)s?\b"
)
_HOW_MANY = r"\b(?:gives?|names?|prints?|says?|tells?|shows?|states?) (?:us )?(?:exactly )?"
_HOW_MANY += r"(?:how many|how much|(?:a|the) (?:numbers?|figures?) of)\b"
# that what is promised was kept, or that what is possible is sure
_KEPT = (
    r"\b(?:show|prove|mean|confirm|guarantee)\w*(?: us)?(?: that)? [^,;]{0,40}\b(?:left|gone|went|"
)
_KEPT += r"go|are going|leave)\b"
_SURELY = (
    r"^\W*(?:it |that |this |which )?(?:is|are) (?:\w+ )?(?:certain|sure|definite|a fact|decided)\b"
)
_NO_NUMBER = rf"{_HAS} (?:no|not an?|not any) (?:numbers?|figures?|digits?)\b(?! (?:of|that|for))"


def turned_round(text, up, down):
    """bool: whether a plain text says of a quote in it what the quote does not say. up, down: the
    patterns of what goes up and what goes down in the report.
    """
    return any(
        _is_turned(quote, said, up, down) for quote, said in _said_of_quotes(text) if said.strip()
    )


def _said_of_quotes(text):
    """Generator of (quote, what is said of it): the words that follow, up to the next clause."""
    for one in _QUOTED.finditer(text):
        yield one[1] or one[2], _CUT.split(text[one.end() :])[0]


def _is_turned(quote, said, up, down):
    """Whether some words say of a quote what it does not say."""
    return (
        _goes_the_other_way(quote, said, up, down)
        or _has_the_other_bound(quote, said)
        or _is_done_after_all(quote, said)
        or _is_certain_after_all(quote, said)
        or _has_a_number_after_all(quote, said)
        or _has_what_it_lacks(quote, said)
    )


def _goes_the_other_way(quote, said, up, down):
    """Whether something that increases is said to decrease, or too little to be enough."""
    theirs = turns(quote, up, down)
    mine = turns(said, up, down)
    if any((thing, _OTHER[way]) in mine for thing, way in theirs if way in _OTHER):
        return True
    return "insufficient" in quote and _is_said(r"\b(?:enough|sufficient|too many) <troops>", said)


def _has_the_other_bound(quote, said):
    """Whether “up to” is read as a lower end, the end of a range as one, or some as none."""
    if found(r"\d|thousand", quote) and _is_said(rf"\b{_MEANS} (?:there )?(?:\w+ )?no\b", said):
        return True
    if found(_UPPER, quote) and _is_said(_LOWER + _SO_MANY, said):
        return True
    ends = re.findall(r"\d{3,}", quote)
    return len(ends) == 2 and _is_said(rf"\b(?:over|more than|at least) {ends[1]}\b", said)


def _is_done_after_all(quote, said):
    """Whether what a quote says is not done is said to be done."""
    denied = _NOT_DONE.search(quote)
    if not denied:
        return False
    done = _DONE_BY.get(denied["deed"], rf"{denied['deed']}\w*")
    lead = rf"(?:{_MEANS}|{_SO}|\b(?:are|is)\b)"
    return _is_said(rf"{lead}[^,;]{{0,40}}?\b(?:{done})", said)


def _is_certain_after_all(quote, said):
    """Whether what a quote calls possible, or promises, is said to be shown by it."""
    if "will" in quote.split() and _is_said(_KEPT, said):
        return True
    if found(_POSSIBLE, quote) and _is_said(_SURELY, said):
        return True
    lead = found(rf"(?:\b{_MEANS}|{_SO})", said)
    if not lead or not found(_POSSIBLE, quote):
        return False
    rest = said[lead.start() :]
    nouns = "|".join(re.findall(r"\w{5,}", quote))
    is_so = rf"{_SURE}|\b(?:is|are) (?:\w+ )?(?:an?|the) (?:{nouns})\b"
    never = found(r"\b(?:no \w+ will|will (?:never|not)|there will be no|impossible)\b", rest)
    return bool(never) or _is_said(is_so, rest) and not found(_POSSIBLE, rest)


def _has_a_number_after_all(quote, said):
    """Whether a quote without a figure is said to give one."""
    if re.search(r"\d|\bsix\b", quote):
        return False
    if _is_said(_EXACTLY, said):
        return True
    if re.search(r"\b(?:thousand|dozen|hundred)", quote):
        return False
    return _is_said(rf"{_GIVES}(?! of\b)|{_HOW_MANY}", said)


def _has_what_it_lacks(quote, said):
    """Whether a quote is said to have two ends or a day, and has none; or no number that it has."""
    ends = re.findall(r"\d+", quote)
    if len(ends) < 2 and _is_said(_TWO_ENDS, said):
        return True
    if not re.search(_WHEN, quote) and _is_said(_A_DAY, said):
        return True
    return bool(ends) and bool(found(_NO_NUMBER, said))


def _is_said(pattern, said):
    """Whether some words have what a pattern asks for, and no “not” before it."""
    there = found(pattern, said)
    return bool(there) and not found(_DENIED, said[: there.start()])
