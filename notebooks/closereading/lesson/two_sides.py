"""A sentence about two accounts: whether each is given what it says in the report, and is quoted on
what it is said not to be.
"""

import re
from typing import NamedTuple

from ..reading.in_marks import in_marks
from .foreign import foreign_words
from .patterns import search
from .pronouns import with_names
from .saying import SAYS
from .speaker_names import SIDES, names_of
from .wording import has

# how learners call a topic; in patterns of english.plain
TOPICS = {
    "sea": r"(?:black )?seas?|(?:naval )?blockade|ships?|warships?|coast|navy|ports?",
    "purpose": r"purposes?|aims?|intentions?|goals?|what (?:it|they|the drills) (?:is|are) for",
    "place": r"places?|distances?|routes?|where",
    "forces": r"forces?|troops?|soldiers?|numbers?|how many|size|strength|equipment|weapons?",
    "timing": r"timing|times?|dates?|when|how long|schedule",
    "decision": r"decisions?|what putin|whether (?:russia|putin|an? attack)",
}
_NOT_QUOTED = r"(?: and belarus)?(?: alone)? (?:is|are|was|were|has|have)? ?(?:\w+ )?(?:not|never)"
_NOT_QUOTED += r"(?: been| being)? (?:quoted|cited)"
_NO_ONE = r"\bno(?:body|ne| one)?(?: (?:from|of|in))?(?: the| independent)? {}(?: \w+)?"
_NO_ONE += r" (?:is|are|was) (?:quoted|cited)"
_NO_MAN = _NO_ONE.replace(r"(?: \w+)?", r"(?: (?:officials?|sources?|side|voices?|speakers?))?")
_NEITHER = re.compile(
    r"\bneither (?:the )?([^.;,]{2,50}?),? nor (?:the )?([^.;,]{2,50}?) (?:is|are|was|were)"
    r" (?:quoted|cited)([^.;]*)"
)
_HERE = r"(?: here| there| anywhere| at all| in (?:this|the) (?:report|text))*"
_ON = rf"{_HERE} (?:on|about) (?:the |their |its |this |that )*"
_ON_NOTHING = rf"{_HERE}(?= ?(?:[.;,!?]|$|and\b|but\b))"
# the words after a name which say that words of theirs follow, and no deed of theirs
_TELLS = re.compile(
    r"[\s,]*(?!puts? (?:\w+ )?pressure)(?:'s? )?(?:(?:officials?|government|alone|only|also|both"
    rf"|itself|one|side|and|then)[\s,]+)*(?:{SAYS}|calls?|called|protests?|denie[sd]"
    r"|deny|agree|share|uses?|takes? (?:it|this|them)|\"|of|about|that|how|what|when|where|in|a|an"
    r"|the|only|\d+)\b"
)
_DOUBTS = re.compile(r"\b(?:not|no|nothing|never|deny|denie[sd]|doubts?|rejects?|than|if)\b")
# what somebody is said to be or to want, which no row of a report can hold
_INWARD = (
    r"(?:(?:really|just|only|secretly|simply|always|often|both|all|does|do) )*"
    r"(?:wants?|wanted|hides?|hid|lie[sd]?|lying|hates?|hated|fears?|feared|loves?|likes?"
    r"|cheats?|cheated|pretends?|invents?|invented|broke|breaks?|betrays?|always|is lying"
    r"|are lying|is afraid|are afraid)\b"
)
# the report has US and NATO “express concern” of the drills: that they fear a cover, it does say
_CONCERN = re.compile(
    r"(?P<who>\b(?:nato|western \w+|the west|united states)(?: countries| members)?) (?:\w+ )?"
    r"(?:fear(?:s|ed|ing)?|worr(?:y|ies|ied)|(?:is|are|was|were) (?:afraid|worried|concerned))"
    r"(?=[^.;,]{0,60}\b(?:cover|could|might|may|hid(?:e|es|ing)|what|groundwork|preparations?)\b)"
)
_NOT_QUOTED_IS = re.compile(
    r"\bnot (?:quoted|cited)(?: here)?(?: is| are| was| were|:) (?:the )?([^.;,:]{2,40}?)"
    r" (on|about) "
)
_ON_FIRST = re.compile(
    r"\b((?:on|about|where) (?:the )?[\w ]{2,25}?),? ((?:no|nobody|neither|the|western|russia"
    r"|ukraine|nato|analysts|janes|belarus|kyiv|moscow|kremlin)\b[\w ]{0,40}?"
    r" (?:is|are|was|were)(?: not)? quoted)(?=[.;,]|$)"
)
_FROM_NOBODY = re.compile(r"\b(?:from|of) (?:the )?([\w ]{2,20}?),? nobody (is|was) quoted")
# “there” where the sea was spoken of before
_AT_SEA = re.compile(r"(\b(?:sea|coast|blockade)\b.*\b(?:quoted|cited)) (?:on |about )?there\b")
_BECAUSE = re.compile(
    r"\b(?:because|since|as (?:1|russia|ukraine|nato|janes|each|he|reznikov|stoltenberg|kyiv"
    r"|moscow|analysts)|due to|the reason)\b(.*?)"
    r"(?:[.;]|, (?:(?:the|these) (?:two|2)|the accounts|they) (?:differ|disagree)"
    r"|\b(?:not|never) (?:\w+ )?quoted|$)"
)
_BOTH = re.compile(
    r"\b(?:both|agree|share)\b(.*?)(?:[.;]|\bbut\b|\bwhile\b|\bdiffer\b|\bdisagree\b|$)"
)
_IN = re.compile(
    r"\b(?:in|of|from|near|against|to|by|on|over|around|with|for|outside|inside|leave"
    r"|(?:accus|blam|critici[sz]|suspect|charg|condemn|oppos|warn|urg|threaten)(?:es?|s|ed|ing)?)"
    r" (?:the )?$"
)


# behind what both say, what one of them does: “…: NATO says”
_EACH = re.compile(r"[:,] (?:[\w']+ ){1,3}(?:says?|calls?|speaks?|sees?|gives?)\b")
MANY = 3  # of the words of a reason, where it tells what somebody says
_TELLING = (
    r"\b(?:<speech>|<thought>|estimat\w+|count\w*|calls?|called|about|looks? at|sees?|gives?|takes?"
)
_TELLING += r"|nam(?:es?|ed|ing)|means?|reads?|treats?|understands?|interprets?)\b"
_MARKED = (
    r"\d|\bone\b.*\b(?:other|another)\b|\bcould\b|\b(?:what|how|when|which|where) (?!it is\b)\w+"
)
_MARKED += (
    r"|\b(?:different|other|another|same) (?:days?|times?|units?|groups?|things?|areas?|places?"
)
_MARKED += r"|forces?|troops?|questions?|aims?|purposes?|words?|kinds?|methods?|sources?|dates?)\b"


class _Side(NamedTuple):
    """Somebody whom the report quotes. name: as it is told. names: pattern of a plain text. rows:
    ids of claims.
    """

    name: str
    names: str
    rows: tuple


def misgiven(text, report, telling, also=""):
    """Generator of str: one sentence for each thing that a plain text gives to an account which
    the report does not, and for each topic on which somebody is said not to be quoted, and is.
    telling: a pattern of the words in which a claim is retold, for each claim or several with a
    blank between them; the same words as a deed of somebody tell nothing. also: words that a reason
    may have, though no claim has them.
    """
    known = f"{also} {' '.join(report.claims['claim'])}"
    sides = _sides(report)
    text = _CONCERN.sub(r"\g<who> says", text)
    text = _NEITHER.sub(r"\1 is not quoted\3; \2 is not quoted\3", text)
    text = _NOT_QUOTED_IS.sub(r"\1 is not quoted \2 ", text)
    text = _ON_FIRST.sub(r"\2 \1", text).replace(" quoted where ", " quoted on where ")
    text = _FROM_NOBODY.sub(r"nobody from \1 \2 quoted", text)
    text = with_names(text)
    text = _AT_SEA.sub(r"\1 on the sea", text)
    yield from _quoted_after_all(text, sides, report)
    reason = _BECAUSE.search(text)
    shared = _BOTH.search(text)
    if no_reason := _no_reason(reason, shared, sides, known, report, telling):
        yield no_reason
        return
    for side, words in [*_reasons(reason, sides), *_both_say(text, shared, sides)]:
        yield from _not_theirs(side, words, report, telling)


def _no_reason(reason, shared, sides, known, report, telling):
    """str: why a reason is none that the report holds; "" where it is one, or there is none.
    reason, shared: re.Match or None. known: words that are at home in a reason.
    """
    said = " ".join(one[1] for one in (shared, reason) if one)
    if inward := _inward(said, sides):
        return (
            f"“{inward}” tells what somebody is or feels, or a deed that nobody here reports. Write"
            " what they say: “… says that …”."
        )
    if not reason:
        return ""
    tells = has("|".join(telling.values()), reason[1])
    strange = _strange(reason[1], sides, known, report)
    return strange if strange or tells else _tells_nothing(reason[1], sides)


def _told(reason, sides):
    """str: a reason without the names in it."""
    return re.sub("|".join(side.names for side in sides), " ", reason)


def _strange(reason, sides, known, report):
    """str: that a reason has words of no sentence here; "" where it has not."""
    told = _told(reason, sides)
    strange = foreign_words(told, report, known)
    if strange and (len(strange) > MANY or not has(_TELLING, told)):
        return (
            f"“{strange[0]}” stands in no sentence of the report about this. Give as the reason"
            " what each of the two says."
        )
    return ""


def _tells_nothing(reason, sides):
    """str: why a reason tells nothing that somebody here says; "" where it does."""
    if not has(f"{_TELLING}|{_MARKED}", _told(reason, sides)):
        return "Your “because” does not tell what each of the two says. Write “because … says …”."
    return ""


def _reasons(reason, sides):
    """list of (_Side, str): what a found reason gives to whom."""
    return _given(reason[1], sides) if reason else []


def _both_say(text, shared, sides):
    """list of (_Side, str): what a text gives to the first two whom it names."""
    if not shared:
        return []
    words = _EACH.split(_after_names(shared[1], sides))[0]
    return [(side, words) for side, _ in _given(text, sides)[:2]]


def _sides(report):
    """list of _Side: those of SIDES who have a claim in a report."""
    claims = report.claims
    found = []
    for side in SIDES:
        of = claims["speaker"].isin(side["of"]) | claims["account"].isin(side["of"])
        found.append(_Side(side["name"], names_of(side), tuple(claims.index[of])))
    return [side for side in found if side.rows]


def _quoted_after_all(text, sides, report):
    """One sentence for each side that is said not to be quoted on a topic, and is quoted on it, or
    is said not to be quoted at all.
    """
    text = re.sub(r"\bnobody (is|was) quoted", r"somebody \1 not quoted", text)
    for side in [*sides, _somebody(report)]:
        claims = report.claims.loc[list(side.rows)]
        ways = (rf"{side.names}{_NOT_QUOTED}", _NO_ONE.format(side.names))
        for topic, words in TOPICS.items():
            on = rf"{_ON}(?:\w+ )?(?:{words})(?!\w)"
            if not any(search(way + on, text) for way in ways):
                continue
            rows = claims[claims["topic"] == topic]
            if len(rows):
                name = f"{side.name[0].upper()}{side.name[1:]}"
                yield f"{name} is quoted on that, in {_place_and_words(rows)}."
        bare = (ways[0], _NO_MAN.format(side.names))
        found = [_of_themselves(way + _ON_NOTHING, text) for way in bare]
        if any(one and " alone" not in one[0] for one in found):
            yield (
                f"The report quotes {side.name}, in {_place_and_words(claims)}. On what not? Write"
                " “not quoted on …”, with a topic whose cell is empty in the table."
            )


def _of_themselves(way, text):
    """The match of a pattern that begins with somebody; None where it is something of theirs that
    is not quoted: “a number from Russia is not quoted”.
    """
    found = search(way, text)
    return found if found and not _IN.search(text[: found.start()]) else None


def _somebody(report):
    """_Side: all who are quoted in a report."""
    quoted = report.claims.index[report.claims["account"] != "reporter"]
    return _Side("somebody", r"\bsomebody", tuple(quoted))


def _place_and_words(rows):
    """str: the paragraph and the words of the first of some claims."""
    first = rows.iloc[0]
    return f"paragraph {first['paragraph']}: {in_marks(first['quote'])}"


def _inward(text, sides):
    """Blank, or the words in which somebody is said to be, to feel or to do something."""
    names = "|".join(side.names for side in sides)
    asked = r"(?<!\bwhat )(?<!\bwhether )(?<!\bwhy )(?<!\bhow )"  # what Russia wants
    found = re.search(rf"{asked}(?:{names}|\bone|\bputin)\s+({_INWARD})", text)
    lying = re.search(r"\b(?:lying|lies|lie|liars?)\b", text)
    first = found or lying
    return first[first.lastindex or 0] if first else ""


def _after_names(text, sides):
    """str: what follows the last of the names with which a text begins."""
    names = "|".join(side.names for side in sides)
    return re.sub(rf"^(?:(?:\s|,|\band\b|\bthe\b|{names})*)", " ", text)


def _given(text, sides):
    """list of (_Side, str): who is named as one who says something, and the words that follow up to
    the next one.
    """
    starts = []
    rest = text
    for side in sides:
        for found in re.finditer(side.names, rest):
            head = text[: found.start()]
            if head.count('"') % 2 == 0 and not _IN.search(head):
                starts.append((found.start(), found.end(), side))
        rest = re.sub(side.names, lambda found: "·" * len(found[0]), rest)
    starts.sort()
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return [(side, text[after:end]) for (_, after, side), end in zip(starts, ends)]


def _speaks_for(side, claims):
    """bool: whether somebody is called in the place of the account that says it: the Kremlin."""
    return side.name == "the Kremlin" and "russia-belarus" in set(claims["account"])


def _not_theirs(side, said, report, telling):
    """One sentence for the first thing that a side is said to say, and only somebody else does."""
    if not _TELLS.match(said):
        return
    for ids, pattern in telling.items():
        found = search(rf"\b(?:{pattern})\b", said)
        if not found or _DOUBTS.search(said[: found.start()]):
            continue
        claims = report.claims.loc[ids.split()]
        if not (set(side.rows) & set(claims.index) or _speaks_for(side, claims)):
            yield (
                f"You give “{found[0]}” to {side.name}. In this report it stands with"
                f" “{claims.iloc[0]['account_name']}”, in {_place_and_words(claims)}."
            )
            return
