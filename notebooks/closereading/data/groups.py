"""Speakers that are no person with a name: a group that says something (federal prosecutors), what
is on paper (court records show), an office of which a figure comes (reported by the authorities).
"""

import re

from ..reading.vocabulary import singular
from .offices import BODIES, PERSONS

_SMALL_WORDS = (
    r"(?:the|an?|this|that|these|those|some|many|several|all|any|both|few|most|other|of|in|on|at"
    r"|by|to|for|from|with|and|or|but|nor|as|than|if|so|yet|while|when|since|because|after|before"
    r"|until|although|though|where|which|who|whom|whose|what|it|he|she|they|we|you|i|there|not|no"
    r"|only|also|then|now|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might"
    r"|must|shall|should|do|does|did|how|why)\b"
)
_DESCRIBED = rf"(?:(?!(?i:{_SMALL_WORDS}))(?:(?:[A-Z]\.)+|[A-Za-z][\w’'&-]*)\s+){{0,3}}"
_PAPERS = (
    "records|documents|papers|filings|files|figures|data|statistics|accounts|reports"
    "|studies|surveys|polls|estimates|results|archives|logs|report|study|survey|poll"
    "|indictment|complaint|lawsuit|filing|census|register|analysis|audit|review"
)
_BEGINS = (
    r"(?:^|(?<=[,;:“”\"»—–])|(?<=\bthat)|(?<=\band)|(?<=\bbut)|(?<=\bwhile)|(?<=day))\s*[“\"«]?"
)
_OF = (
    r"(?:\s+(?:of|from|in|at|with|for|on)\s+(?:the\s+|an?\s+)?(?:(?!by\b)[\w’'&-]+\s+){0,5}?"
    r"[\w’'&-]+)?"
)
GROUP_OF_PEOPLE = rf"{_DESCRIBED}(?:[A-Za-z][a-z’'-]+s|[Pp]olice|[Ss]taff|[Pp]eople|[Mm]edia)"
_ON_PAPER = rf"(?:[Tt]he\s+|[Ii]ts\s+|[Aa]n?\s+)?{_DESCRIBED}(?i:{_PAPERS})"
_ISSUED = r"(?:,?\s+(?:published|released|filed|issued|obtained|seen|posted)\s[^.;“”]{1,50}?,?)?"
_SHOWS = (
    r"(?:also\s+|now\s+)?(?:shows?|showed|indicates?|indicated|suggests?|suggested|reveals?"
    r"|revealed|put|puts)"
)
_OFFICE = (
    r"(?:Ministry|Department|Office|Bureau|Agency|Board|Council|Commission|Committee|Institute"
    r"|Cent(?:er|re)s?|Directorate|Secretariat|Administration|Authority|Service)"
)
_PARTS = r"[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*"
# the Ministry of Boats, Labour and Welfare; a country behind it is where it stands
WHOLE_OFFICE = (
    rf"(?:{_PARTS}\s+)?{_OFFICE}\s+(?:of|for|on)\s+(?:the\s+)?{_PARTS}"
    rf"(?:(?:,\s+{_PARTS})*,?\s+and\s+{_PARTS})?"
)
_BESIDE_IT = rf"(?:(?:{GROUP_OF_PEOPLE}|{_PARTS})\s+and\s+(?:other\s+|the\s+)?)?"
_BESIDE = rf"(?:\s+and\s+the\s+{_PARTS})?"
_TO_WHOM = r"(?:\s+(?:to|in|on|at)\s+(?!be\b|have\b)[^,.;“”]{1,60}?)?"
_GIVEN = (
    r"(?:reported|notified|announced|confirmed|estimated|recorded|registered|disclosed|told"
    r"|informed|advised|warned)"
)
_PASSIVE = rf"(?:\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?{_GIVEN}{_TO_WHOM}|\b{_GIVEN})"
_NEWS = (
    r"(?:information|word|reports?|notice|notification|confirmation|details|news|figures|data"
    r"|updates?|letters?|messages?)"
)
_HEADS = "|".join(
    sorted(
        {f"{word[:-1]}(?:y|ies)" if word[-1] == "y" else f"{word}s?" for word in PERSONS | BODIES}
    )
)
_HEAD = rf"(?:{_HEADS}|police|staff|people|media|[a-z]+(?:ers|ors|ists|ians))\b"
_AGENT = (
    rf"((?:the\s+)?{WHOLE_OFFICE}|(?:the\s+)?{_PARTS}(?:\s+(?:of|for)\s+(?:the\s+)?{_PARTS})?"
    rf"|(?:the\s+|an?\s+|its\s+)?(?:(?!(?i:{_SMALL_WORDS}))[\w’'&-]+\s+){{0,4}}?{_HEAD}"
    rf"(?:\s+(?:of|in|from|for)\s+(?:the\s+)?{_PARTS})?)"
)
_SENT = rf"\b{_NEWS}\s+(?:provided|shared|sent|supplied|given)"
_BY = re.compile(rf"(?:{_PASSIVE}|{_SENT})\s+by\s+{_AGENT}(?=[,.;:()“”]|\s|$)")
_FROM = re.compile(
    rf"\b(?:received|receives|had|has|got|obtained)\s[^.;“”]{{0,50}}?\b{_NEWS}\s+(?:\w+\s+)?from\s+"
    rf"{_AGENT}(?=\s*\(|,|\s+(?:that|about|on|of|saying)\b)"
)
_DAYS = re.compile(r"(?:\w+day|January|February|March|April|May|June|July|August|September)\b")
_ALONE = set("any all these those which what each such both none most other others".split())


def groups_beside(sentence, cue, later):
    """Yields Match, whose first group is a group of people or something on paper that stands as the
    subject of a reporting word. cue: pattern of these words; later: what may stand before one.
    """
    ends = rf"{later}\s+(?:{cue})\b"
    for pattern in (
        rf"{_BEGINS}({_BESIDE_IT}{GROUP_OF_PEOPLE}{_OF}){ends}",
        rf"{_BEGINS}({_ON_PAPER}{_OF}){_ISSUED}\s+(?:{_SHOWS}|{cue})\b",
        rf"(?:[,”»’\"])\s*({GROUP_OF_PEOPLE}){ends}",
        rf"(?:\b[Tt]he\s+|[’']s?\s+|{_BEGINS})({WHOLE_OFFICE}{_BESIDE})(?:,\s+{_PARTS})?{ends}",
    ):
        found = re.finditer(pattern, sentence)
        yield from (match for match in found if is_group(match[1]))


def is_group(who):
    """bool: whether some words are people or a body, or are on paper; of an office its name."""
    head = re.split(r"\s(?:of|from|in|at|with|for|on)\s", who)[0].split()[-1]
    return is_office(who) or bool(re.fullmatch(f"(?i:{_PAPERS})", head)) or _speaks(head)


def is_of_people(who):
    """bool: whether some words are several people without a name: federal prosecutors."""
    head = re.split(r"\s(?:of|from|in|at|with|for|on)\s", who)[0].split()[-1]
    return head[:1].islower() and head.endswith("s") and singular(head) in PERSONS


def is_office(who):
    """bool: whether some words are the whole name of an office: the Ministry of Boats."""
    return bool(re.fullmatch(f"{WHOLE_OFFICE}{_BESIDE}", who))


def _speaks(word):
    """bool: whether a word is of people or of a body that may speak."""
    one = singular(word.casefold())
    return one in PERSONS | BODIES or bool(re.search(r"(?:ists?|ians?|[a-z]ers|ors)$", word))


def givers(sentence):
    """list of str: of whom a sentence says that something was reported by them, or that word of it
    came from them.
    """
    found = [*_BY.finditer(sentence), *_FROM.finditer(sentence)]
    return [match[1] for match in found if _gives(match[1])]


def _gives(who):
    """bool: whether somebody may give word of something, and is no day and no thing."""
    name = re.sub(r"^(?:the|an?|its)\s+", "", who)
    if _DAYS.match(name):
        return False
    return name[:1].isupper() or is_group(name)


def is_no_speaker(who):
    """bool: whether some words stand for none who speaks: any of the following, many of which."""
    words = who.casefold().split()
    if re.search(r"\bof (?:which|whom|the following)\b|\bfollowing\b", " ".join(words)):
        return True
    people = {singular(word) for word in words[1:]} & (PERSONS | BODIES)
    papers = re.search(rf"\b(?:{_PAPERS})$", words[-1])
    return words[0] in _ALONE and not (people or papers)
