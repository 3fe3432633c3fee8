"""Two other ways in which things could have gone: each has a condition that starts from a card, and
something that could have come of it; the two are not the same, and neither is what did happen.
"""

import re

from . import english
from .foreign import stem
from .on_its_day import on_no_card
from .wording import every_as, has

NUMBERED = re.compile(
    r"(?:^|(?<=[\s.;,:!?]))(?:\(?[1-9][.):]\)?|(?:the )?(?:first|second|third|fourth)(?:ly)?"
    r"(?: way| one| possibility)?\s*[:,–-]|[a-d]\))\s*",
    re.I,
)
_CONDITION = (
    r"\b(?:if|unless|without|suppos\w*|provided|in case|assuming|because|imagine|instead of)\b",
    r"\bwith (?:an?|more|better|enough|real|fewer|some|less|no|the|all) \w+",
    r"\bhad \w+(?: \w+)* (?:not )?\w+(?:ed|en|n|t|k)\b",
    r"\bwere\b|\bhad (?:the|russia|putin|they)\b",
)
# another way out, without an “if”: “they might simply have gone home”
_ELSE = (
    r"\b(?:could|might|would|may) (?:(?:also|just|still|perhaps|even|well|not|\w+ly) )*"
    r"(?:not )?have (?:(?:also|just|even|\w+ly) )*\w+"
)
_OTHERWISE = (
    r"\b(?:would|could|might|may|should|can|will|maybe|perhaps|possibly)\b",
    r"\bif\b.*\b(?:had|was|were)\b.*\bhad\b",  # as learners put it: “they had gone home”
)
_VAGUE = (
    r"\b(?:would|could|might|may) (?:\w+ )?(?:have )?(?:\w+ )?(?:be|been|gone?|turned out|happen"
    r"|happened|come|ended) (?:\w+ )?(?:otherwise|differently|different|another way|in another way)"
    r"(?= ?(?:[.,;!]|$))"
)
# what is told of another past, and of another future
_PAST = (
    r"\b(?:had|have|has|were|was|did|of (?:been|come|gone|left|had|stayed))\b",
    r"\b(?:if|unless|suppose|supposing|provided|imagine)\b[^,.;]*\b(?:\w{2,}(?<!ne)ed|left|went"
    r"|came"
    r"|gave|sent|told|let|said|kept|made|took|met|began|held|meant|got)\b",
    r"\b(?:with|without|instead of)\b.*\b(?:would|could|might)\b",
)
_LATER = (
    r"\b(?:next time|in (?:the )?(?:near )?future|from now on|another time|in (?:the )?coming"
    r"|tomorrow|next (?:year|month|week))\b"
)
_WORD = re.compile(r"[a-z]{3,}|\d[\d-]*")
_SMALL = frozenset(
    "the and have had has been would could might may not that this they them their then than with"
    " from for was were will its his her also but one maybe perhaps been who which there because"
    " into said did what when all any more only just really after before over out".split()
)
# words that mean the same here
_ALIKE = {"<troops>": "troops", "<leave>": "leave", "<drills>": "drills", "<stay>": "stay"}
_GONE = r"\b(?:went|go|gone|going|move[ds]?|sent) (?:back|home|away|out)(?: home)?\b"
ALIKE = 0.7  # of the words of the shorter one: so alike are the same way twice


def other_ways(text, tick, value, report):
    """Generator of str: what a text of two other ways lacks, as its tick says it."""
    ways = ways_in(value)
    if len(ways) != 2:
        yield tick["one"] if len(ways) < 2 else tick["more"]
        return
    plain = [english.plain(way) for way in ways]
    if alike(*plain) >= ALIKE:
        yield tick["same"]
        return
    for way, name in zip(plain, ("first", "second")):
        told = _wrong(way, tick) or on_no_card(way, report)
        if told:
            yield f"The {name}: {told}"


def ways_in(value):
    """list of str: the ways that a text has: numbered in any form, in lines, else its sentences of
    more than three words.
    """
    parts = [part.strip() for part in NUMBERED.split(value)]
    if len(parts) > 2 or len(parts) == 2 and not parts[0]:
        return list(filter(None, parts))
    lines = list(filter(str.strip, value.split("\n")))
    if len(lines) > 1:
        return lines
    sentences = re.split(
        r"(?<=[.!?;])\s+(?=[A-Z]|(?:or )?(?:if|without|had)\b)|(?<=;)\s+", value.strip()
    )
    return [one for one in sentences if len(one.split()) > 3]


def alike(first, second):
    """float, 0 to 1: which part of the words of the shorter of two plain texts the other has, too.
    Words that mean the same here count as one.
    """
    one = _meant(first)
    other = _meant(second)
    return len(one & other) / max(1, min(len(one), len(other)))


def _meant(text):
    """set of str: the stems of what a way is about."""
    text = every_as(_GONE, " leave ", text)
    for pattern, word in _ALIKE.items():
        text = every_as(rf"\b{pattern}\b", f" {word} ", text)
    return {stem(word) for word in _WORD.findall(text) if word not in _SMALL}


def _wrong(way, tick):
    """str: what a way lacks, or has too much of; "" where it is one that could have been."""
    if _any(way, tick["fate"]):
        return tick["fated"]
    if not (_any(way, _CONDITION) and _any(way, _OTHERWISE) or has(_ELSE, way)):
        return tick["condition"]
    if not has(_ELSE, way) and (has(_LATER, way) or _is_advice(way)):
        return tick["advice"]
    return _untrue(way, tick) or ("" if _any(way, tick["cards"]) else tick["from_a_card"])


def _is_advice(way):
    """Whether a way tells of no day in the past what should be done, or done if it comes again."""
    if english.days(way) or _any(way, _PAST):
        return False
    return has(r"\b(?:again|always|should|ought to|must)\b", way)


def _untrue(way, tick):
    """str: what of a way did happen, or is told of somebody who did not do it; else ""."""
    if _any(way, tick["happened"]):
        return tick["so_it_was"]
    if has(_VAGUE, way):
        return tick["vague"]
    way = re.sub(r"\b(violations) (?:in|of|around|across) (?:the )?\w+", r"\1", way)
    if _any(way, tick["blamed"]):
        return tick["no_card_says"]
    if any(_is_by_another(way, deed, tick["actors"]) for deed in tick["deed"]):
        return tick["other_deed"]
    return ""


def _is_by_another(way, deed, actors):
    """Whether a way takes back a deed that nobody, or somebody else, did on the cards: “if NATO had
    not recognised …”. deed: dict of its verb `did`, `by` whom, and whether `only` they could.
    """
    negated = r"(?:not|never) " if not deed.get("only") else r"(?:(?:not|never) )?"
    did = rf"{negated}(?:\w+ )?(?:{deed['did']})(?!\w)"
    who = rf"(?P<who>(?:[\w']+ ){{0,2}}(?:{actors})(?:'s)?(?: [\w']+){{0,2}}?)"
    for told in (rf"\b{who}(?:,[^,]{{1,50}},)? (?:had|did) {did}", rf"\bhad {who} {did}"):
        for one in re.finditer(told, way):
            named = re.findall(rf"\b(?:{actors})(?!\w)", one["who"])
            if any(not re.fullmatch(deed["by"], name) for name in named):
                return True
    return False


def _any(text, patterns):
    return any(has(pattern, text) for pattern in patterns)
