"""Whom a sentence says not to be quoted, and on what; and whether the report does quote them."""

import re

from .patterns import search
from .sides import named_in, place_and_words, somebody

# how learners call a topic; in patterns of english.plain, those first that a phrase may be about
# though it names another: “the number of ships” is of the sea
TOPICS = {
    "sea": r"(?:black |azov )?seas?|(?:naval )?blockade|ships?|warships?|coast|navy|ports?",
    "purpose": r"purposes?|aims?|intentions?|goals?|motives?|why|what for"
    r"|what [^,.;]{2,30} (?:is|are) for",
    "place": r"places?|distances?|routes?|where",
    "forces": r"forces?|troops?|soldiers?|numbers?|how many|size|strength|equipment|weapons?",
    "timing": r"timing|times?|dates?|when|how long|schedule|by when",
    "decision": r"decisions?|what putin|whether (?:russia|putin|an? attack)",
}
_TOPIC = "|".join(TOPICS.values())
_ON = r"\b(?:on|about|regarding|concerning|as (?:for|to)|with regard to|in the matter of)\b"
_ASKED = r"(?:where|how (?:many|long|strong|much)|when|why|what [^,.;]{2,30} for)\b"
_ABOUT = re.compile(
    rf"{_ON}(?: [\w'-]+){{0,3}}? (?:{_TOPIC})(?!\w)|(?:^ ?|, |\b(?:quoted|cited) ){_ASKED}"
)
_MORE = re.compile(rf"^,? (?:and|or|nor)(?: {_ON})?(?: [\w'-]+){{0,2}}? ({_TOPIC})(?!\w)")
_QUOTED = r"(?:quot\w+|cit(?:es?|ed)|mention\w*|printed|given|reported)"
_SAID_NOT = re.compile(
    rf"\b(?:not|never|nowhere|no longer|hardly)(?: [\w'-]+){{0,3}}? {_QUOTED}"
    rf"|\b(?:no(?:body|thing| one|ne)?|neither)\b[^,.;]{{0,60}}? {_QUOTED}"
    rf"|\b(?:quot|cit)\w+ (?:\w+ ){{0,2}}?(?:no|not|nobody|nothing|none|neither|nowhere)\b"
    r"|\bno (?:\w+ ){0,2}?(?:quot\w+|words?|voices?|statements?|opinions?)"
    r" (?:of|from|by|on|about)\b"
    r"|\bmissing\b|\bnothing (?:of|from|by)\b"
)
_PARTS = re.compile(
    r"[.;!?](?:\s|$)|\b(?:but|while|whereas|because|since|although|though|so)\b"
    r"|(?<!\w)and (?=[^,.;]{2,40} (?:is|are|was|were|has|does|gets|neither|nobody|not)\b)"
)
_SMALLER = re.compile(r"[,:()–]\s*")
_SPEAKS = re.compile(
    r"\b(?:says?|said|speaks?|talks?|calls?|differ|gives?|sees?|counts?|warns?|names|thinks?|that"
    r"|will|could|means?|how|what|both|agree)\b"
)
_ALONE = re.compile(r"\balone\b")
_NOBODY = re.compile(r"\b(?:nobody|no one|none|nothing)\b")
_NEITHER = re.compile(r"\b(?:neither(?: (?:of (?:them|the (?:two|2))|side|account))?|both|they)\b")
_ANYBODY = re.compile(
    r"^ ?(?:and )?(?:it|this|that|they)\b"
    r"|\b(?:some(?:body|one|thing)?|others?|people|(?:1|one) of them)\b"
)
_BESIDE = re.compile(
    r"\b(?:in|near|against|to|over|around|with|for|outside|inside|leave|on|about) (?:the )?$"
)
_AT_SEA = re.compile(r"\b(?:sea|coast|blockade)\b.*\b(?:quoted|cited)(?: on| about)? there\b")
_HERE = r"(?: here| there| anywhere| at all| in (?:this|the) (?:report|text))*"
_ON_NOTHING = rf"{_HERE}(?= ?(?:[.;,!?]|$|and\b|but\b))"
_NOT_QUOTED = r"(?: and belarus)?(?: alone)? (?:is|are|was|were|has|have)? ?(?:\w+ )?(?:not|never)"
_NOT_QUOTED += r"(?: been| being)? (?:quoted|cited)"
_NO_MAN = r"\bno(?:body|ne| one)?(?: (?:from|of|in))?(?: the| independent)? {}"
_NO_MAN += r"(?: (?:officials?|sources?|side|voices?|speakers?))? (?:is|are|was) (?:quoted|cited)"


def quoted_after_all(text, sides, report):
    """Generator of str: one sentence for each side that a plain text says not to be quoted on a
    topic, and is quoted on it; that is said not to be quoted at all; or that has no name.
    """
    for part in _said_not_to_be(text):
        topics = _topics(part) or (["sea"] if _AT_SEA.search(text) else [])
        who = _who(part, text, sides, report)
        if not who and _ANYBODY.search(part):
            yield "Say who is not quoted, by name, and on what: “… is not quoted on …”."
        for side in who:
            yield from _told(side, topics, part, report)


def _told(side, topics, part, report):
    """Generator of str: what is told of a side that a part of a text says not to be quoted."""
    yield from _is_quoted_on(side, topics, report)
    if not topics and not re.search(_ON, part) and _at_all(side, part):
        yield _is_quoted(side, report)


def _is_quoted_on(side, topics, report):
    """Generator of str: one sentence for each of some topics on which a side is quoted."""
    claims = report.claims.loc[list(side.rows)]
    for topic in topics:
        rows = claims[claims["topic"] == topic]
        if len(rows):
            name = f"{side.name[0].upper()}{side.name[1:]}"
            yield f"{name} is quoted on that, in {place_and_words(rows)}."


def _is_quoted(side, report):
    """str: that a side is quoted, which is said not to be, and not on what."""
    return (
        f"The report quotes {side.name}, in"
        f" {place_and_words(report.claims.loc[list(side.rows)])}. On what not? Write"
        " “not quoted on …”, with a topic whose cell is empty in the table."
    )


def _at_all(side, part):
    """Whether a part of a text says of a side that it is not quoted, and not on what."""
    if _NEITHER.search(part) or side.name == "somebody":
        return True
    bare = (f"{side.names}{_NOT_QUOTED}", _NO_MAN.format(side.names))
    return any(_of_themselves(way + _ON_NOTHING, part) for way in bare)


def _of_themselves(way, text):
    """The match of a pattern that begins with somebody; None where it is something of theirs that
    is not quoted: “a number from Russia is not quoted”.
    """
    found = search(way, text)
    beside = found and search(
        r"\b(?:in|of|from|near|by|on|with|for) (?:the )?$", text[: found.start()]
    )
    return None if beside else found


def _said_not_to_be(text):
    """list of str: the parts of a plain text in which somebody is said not to be quoted, each with
    what belongs to it beyond a comma.
    """
    text = re.sub(r"\bwhen it comes to\b", "on", re.sub(r'"[^"]*"', " … ", text))
    return [_whole(part) for part in _PARTS.split(text) if part and _SAID_NOT.search(part)]


def _whole(part):
    """str: of a part of a text the pieces between commas that tell who is not quoted on what."""
    pieces = [piece for piece in _SMALLER.split(part) if piece.strip()]
    at = next((i for i, piece in enumerate(pieces) if _SAID_NOT.search(piece)), None)
    if at is None:
        return part
    before = [piece for piece in pieces[:at] if not _speaks(piece)][-2:]
    return " , ".join([*before, *pieces[at : at + 3]])


def _topics(part):
    """list of str: the topics on which a part of a text says that somebody is not quoted."""
    about = _ABOUT.search(part)
    if not about:
        return []
    more = _MORE.match(part[about.end() :])
    phrases = [f"{about[0]}{_rest(part[about.end() :])}", *([more[1]] if more else [])]
    return list(dict.fromkeys(map(_topic, phrases)))


def _rest(tail):
    """str: what still belongs to a topic: “the number of ships”."""
    rest = re.match(r" (?:of|at|in|on) (?:the )?(?:[\w'-]+ ?){1,2}", tail)
    return rest[0] if rest else ""


def _topic(phrase):
    """str: the topic of a phrase: the sea, wherever it is named, else the first."""
    if search(rf"\b(?:{TOPICS['sea']})(?!\w)", phrase):
        return "sea"
    places = {topic: search(rf"\b(?:{words})(?!\w)", phrase) for topic, words in TOPICS.items()}
    named = {topic: place.start() for topic, place in places.items() if place}
    return min(named, key=named.get)


def _who(part, text, sides, report):
    """list of Side: who is said not to be quoted in a part of a text."""
    about = _ABOUT.search(part)
    free = f"{part[: about.start()]} {'·' * len(about[0])}{part[about.end() :]}" if about else part
    named = [side for first, _, side in named_in(free, sides) if not _BESIDE.search(free[:first])]
    if named:
        return [] if _ALONE.search(part) else list(dict.fromkeys(named))
    if _NEITHER.search(part):
        return list(dict.fromkeys(side for _, _, side in named_in(text, sides)))[:2]
    return [somebody(report)] if _NOBODY.search(part) else []


def _speaks(piece):
    """Whether a piece of a text tells of somebody who speaks, and not on what nobody is quoted."""
    return bool(_SPEAKS.search(piece)) and not _ABOUT.match(piece.strip())
