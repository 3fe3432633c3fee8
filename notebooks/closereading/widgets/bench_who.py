"""Who speaks in a passage of the claim bench: whoever the sentence names beside its reporting word,
and the row before. Both are offered as buttons; neither is ever filled in by itself.
"""

import re

from ..data.reference import reporting_words
from ..reading.accounts import NO_SOURCE
from .claim_rows import KEPT

MOST = 3  # names that are offered at once
_NAME = r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|the|de|van|von|al|bin)\s+)?[A-Z][\w’'.-]*)*"
_GROUP = r"(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal)(?:\s+(?!who\b)[\w’'-]+){1,4}?"
_PLURAL = r"[A-Z]?[a-z]+s"
_WHOM = rf"(?:{_GROUP}|{_NAME}|{_PLURAL})"
_LATER = r"(?:,?\s+who\b[^.;“”\"]{1,60}?)?(?:\s+(?:also|later|then|has|had|have))?"
_OF_MANY = r"(?:\s+(?:of|from|in)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?"
_NOBODY = set("he she they it this that we you i there who which his hers its ours this".split())
_PASSIVE = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being|as)\s*$")
_JOB = re.compile(r"^(?:The|A|An|In|On|At|But|And)\s+(?=[A-Z])")


def named_in(sentence, people):
    """list of str: who a sentence names as its speaker, first whoever stands beside the reporting
    word, then whoever of `people`, the speakers of other rows, is named in it.
    """
    found = [_known(who, people) for who in _beside(sentence)]
    found += [who for who in people if who != NO_SOURCE and _named(who, sentence)]
    return list(dict.fromkeys(found))[:MOST]


def tells(sentence):
    """bool: whether a sentence has a reporting word."""
    found = re.finditer(rf"\b(?:{_cues()})\b", sentence, re.IGNORECASE)
    return any(not _PASSIVE.search(sentence[: match.start()]) for match in found)


def _cues():
    return "|".join(map(re.escape, sorted(reporting_words(), key=len, reverse=True)))


def _beside(sentence):
    """Yields str: whoever stands beside a reporting word of a sentence."""
    cue = _cues()
    patterns = (
        rf"\b[Aa]ccording to\s+((?:the\s+)?[\w’'-]+{_OF_MANY}|{_WHOM})(?=[,.;]|\s|$)",
        rf"\b({_WHOM}{_OF_MANY}){_LATER}\s+(?:{cue})\b",
        rf"\b(?:{cue})\s+({_WHOM})(?=[,.;“”\"]|\s|$)",
    )
    for pattern in patterns:
        for match in re.finditer(pattern, sentence):
            who = _JOB.sub("", match[1]).strip(" .,’'")
            if who.casefold().split()[0] not in _NOBODY and not _PASSIVE.search(who):
                yield who[:1].lower() + who[1:] if re.match(_GROUP, who) else who


def _known(who, people):
    """str: the speaker of another row who is meant, such as Raymond Ode by “Ode” and by “Fire Chief
    Raymond Ode”; else as it is.
    """
    words = set(who.split())
    meant = (one for one in people if words <= set(one.split()) or set(one.split()) <= words)
    return next(meant, who)


def _named(who, sentence):
    """bool: whether a sentence has the last word of a name."""
    return bool(re.search(rf"(?<!\w){re.escape(who.split()[-1])}(?!\w)", sentence))


def as_before(row, before):
    """dict of fields that the row before fills where this one is blank: the speaker with what is
    said of them, and the topic. before: the fields of KEPT in the row that was saved last.
    """
    blank = {field for field in ("speaker", "topic") if not row[field].strip()}
    if "speaker" in blank:
        blank |= {field for field in KEPT if field != "topic"}
    return {field: before[field] for field in KEPT if field in blank and before.get(field)}


def last_of(report):
    """dict: the fields of KEPT in the last row of a report; empty without one."""
    if not len(report.claims):
        return {}
    last = report.claims.iloc[-1]
    columns = {"speaker": "who", "sourcing": "sourcing", "account": "account", "topic": "topic"}
    return {field: str(last[columns[field]] or "") for field in KEPT}


def who_is_offered(row, sentence, people, before):
    """list of (label, dict of what it does): the buttons for the speaker and the topic of a row.
    sentence: the one of its passage. people: the speakers of other rows.
    """
    made = []
    if not row["speaker"].strip() and sentence:
        named = named_in(sentence, people)
        if not (named or tells(sentence)):
            named = [NO_SOURCE]
        made = [(f"Speaker: {who}", dict(act="speaker", who=who)) for who in named]
    kept = as_before(row, before)
    told = " · ".join(kept[field] for field in ("speaker", "topic") if field in kept)
    return [*made, (f"As in the row before: {told}", dict(act="before"))] if told else made
