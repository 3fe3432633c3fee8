"""Whom a sentence names as its speaker: whoever stands beside its reporting word, does what only
a speaker does (seeks, charges, records), or, where it says “he” or “she”, spoke before.
"""

import re
from itertools import chain

from ..reading.accounts import NO_SOURCE
from ..reading.cues import describes
from ..reading.vocabulary import singular
from .groups import (
    GROUP_OF_PEOPLE,
    WHOLE_OFFICE,
    givers,
    groups_beside,
    is_group,
    is_no_speaker,
    is_office,
)
from .offices import BODIES, OFFICES, PERSONS, RANK
from .titles import bare, cues, known, one_person, titled

MOST = 3  # names that are offered at once
_NAMED = r"[A-Z][\w’'./&-]*"
NAME = rf"{_NAMED}(?:\s+(?:(?:of|the|de|van|von|al|bin)\s+)?{_NAMED})*"
_BOTH = rf"{NAME}(?:\s+and\s+{NAME})?"
_NO_RELATIVE = r"(?!(?:who|which|that|whom|whose|and|but)\b)"
GROUP = (
    rf"(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal)(?:\s+{_NO_RELATIVE}[\w’'-]+){{1,4}}?"
)
_PLURAL = r"(?:[A-Z]?[a-z]+s|[Pp]olice|[Ss]taff)"
_DOCUMENT = r"(?:[a-z][\w’'-]*\s+){1,5}[\w’'-]+(?=[,.;]|$)"  # figures of the health board
# what only somebody who gives a figure does with it; a deed, and no word of saying
_DEEDS = (
    "seeks|sought|charged|charges|recorded|records|registered|registers|appealed for|appeals for"
    "|estimates|counted|counts|logged|documented|verified|released|published|forecast|forecasts"
    "|projects|projected|predicts|posted|listed|lists|booked|proposes|proposed|plans to|planned to"
    "|aims to|expects|pledged|pledges"
)
_FORECASTS = "estimates?|forecasts?|expectations?|projections?|predictions?|consensus"
_WHOM = rf"(?:{GROUP}|{NAME}|{_PLURAL})"
_LATER = (
    r"(?:\s*\([^()]{1,12}\))?"
    r"(?:,?\s+who\b[^.;“”\"]{1,60}?|,\s+(?:which|citing|quoting)\b[^.;“”\"]{1,60}?,)?"
    r"(?:\s+(?:also|later|then|has|had|have))?"
)
_OF_MANY = r"(?:\s+(?:of|from|in)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?"
_NOBODY = set(
    "he she they it this that these those we you i there who which its one nobody the a an in on at"
    " but and some many several others only when while if as note since after before".split()
)
_PASSIVE = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being|as)\s*$")
_PRONOUNS = {"he", "she", "they", "it", "we", "you", "i", "there", "who", "which"}
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
_ENDS_IN_RANK = re.compile(rf"\b{RANK}$")
_TITLE = rf"(?:The|A|An|In|On|At|But|And|{OFFICES})\b\.?"
_BY_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z]\.)?(?:\s(?:(?:de|van|von|al|bin)\s)?[A-Z][\w’'-]+)+"
_SUBJECT = re.compile(rf"^(?:The\s+)?({_BY_NAME})|({_BY_NAME})(?=,\s(?:an?|the|who)\s)")
_LONGEST_NAME = 4  # words of a person's name with an office
_STOPS = re.compile(r"[.!?…:]['\"”’»)\]]*\s*$")
_AT = re.compile(r"\b(?:to|in|at|from|near)\s+$")  # before a place
# told in a court, by nobody who is named
_IN_COURT = re.compile(
    r"\b(?:court|jury|jurors|hearing|inquest|tribunal|inquiry)\s+(?:has\s+|had\s+)?(?:heard"
    r"|(?:was|is)\s+told)\b",
    re.IGNORECASE,
)
IN_COURT = "somebody in court"
_LEADS_IN = re.compile(
    r"\b(?:comments?|commented|writes|wrote|says|said|statement|letter)\b.*:\s*$"
)
_SIGNED = re.compile(rf"[—–-]\s*({NAME})\s*\((@\w+)\)")  # — NFL (@NFL)
# cues that also describe a thing: cases reported, losses expected
_OF_THINGS = re.compile(
    r"\b(?:reported|confirmed|estimated|recorded|expected|identified|registered|suspected"
    r"|attributed|projected|feared|believed|counted|charged|documented|listed|booked|verified)\b"
)


def named_in(sentence, people, earlier=()):
    """list of str: who a sentence names as its speaker, first whoever stands beside the reporting
    word; without one, where something is told, whoever of `people`, the speakers of other rows, is
    named. earlier: the sentences before it, where a name may stand in full.
    """
    found = [known(name, people) for who in _beside(sentence) for name in _all_names(who, earlier)]
    if not found and tells(sentence):
        found = [who for who in people if who != NO_SOURCE and _named(who, sentence)]
    found = found or _anywhere(sentence, people)
    return list(dict.fromkeys(found))[:MOST]


def _anywhere(sentence, people):
    """list of str: the names in a whole sentence that has a reporting word and no pronoun."""
    if not _STOPS.search(sentence) or speaks_of_nobody(sentence) or not tells(sentence):
        return []
    found = (m for m in re.finditer(_BY_NAME, sentence) if not _AT.search(sentence[: m.start()]))
    names = [name for name in (bare(m[0]) for m in found) if _is_name(name)]
    return [known(titled(name, sentence), people) for name in names]


def doers_in(sentence, people):
    """list of str: who in a sentence gives a figure by a deed and no word of saying: the office
    charged 21, WHO seeks 518 million; or signs it, as a short message is signed.
    """
    deed = rf"(?:[^.;“”\"]{{0,120}},\s+which\s+)?(?:{_DEEDS})\b"
    found = re.match(rf"(?:The\s+)?({_BOTH}|{GROUP})\s+(?:has\s+|have\s+|had\s+)?{deed}", sentence)
    if not found:
        found = re.match(rf"(?:The\s+)?({_BOTH})\s[^.;“”\"]*\bwhich\s+(?:{_DEEDS})\b", sentence)
    signed = [match[1] for match in _SIGNED.finditer(sentence)]
    forecast = re.findall(
        rf"\b({_PLURAL}|{NAME})[’'](?:s\s+)?\s*(?:[\w-]+\s+){{0,2}}(?:{_FORECASTS})\b", sentence
    )
    doer = [found[1]] if found and _may_speak(found[1], "") else []
    doer += [IN_COURT] if _IN_COURT.search(sentence) else []
    made = [known(titled(bare(who), sentence), people) for who in [*doer, *signed, *forecast]]
    made += [known(who, people) for who in map(_by_its_name, givers(sentence))]
    return list(dict.fromkeys(made))[:MOST]


def is_told_by(sentence):
    """bool: whether somebody stands beside a reporting word of a sentence."""
    return any(True for _ in _beside(sentence))


def tells(sentence):
    """bool: whether a sentence has a reporting word."""
    found = re.finditer(rf"\b(?:{cues()})\b", sentence, re.IGNORECASE)
    told = (match for match in found if not _PASSIVE.search(sentence[: match.start()]))
    return any(not describes(sentence, match) for match in told)


def tells_of_things(sentence):
    """bool: whether all reporting words of a sentence may describe a thing: deaths reported."""
    found = re.finditer(rf"\b(?:{cues()})\b", sentence, re.IGNORECASE)
    return all(_OF_THINGS.fullmatch(match[0].casefold()) for match in found)


def speaks_of_nobody(sentence):
    """bool: whether a pronoun stands beside a reporting word of a sentence: he said, said she."""
    cue = cues()
    patterns = (
        rf"\b{_PRONOUN}{_LATER}\s+(?:{cue})\b",
        rf"(?:^|[^\w\s]\s*)(?:{cue})\s+{_PRONOUN}(?=\s*(?:[^\w\s]|$)|\s+(?:on|in|at|to|last)\b)",
    )
    found = chain.from_iterable(re.finditer(pattern, sentence) for pattern in patterns)
    leads = re.compile(rf"\b(?:{cue})(?:\s+that)?\s*$")
    before = (sentence[: match.start()] for match in found)
    return any(not (leads.search(one) and is_told_by(one)) for one in before)


def spoke_before(earlier, people):
    """list of str: who spoke in the sentences before a passage, the nearest first. earlier: list of
    str, the sentences before it in their order. people: the speakers of other rows.
    """
    found = {}
    for n in range(len(earlier), 0, -1):
        here = [*named_in(earlier[n - 1], people, earlier[:n]), *_by_name(earlier[n - 1], people)]
        found |= dict.fromkeys(known(who, found) for who in here)
        if len(found) >= MOST:
            break
    return list(found)[:MOST]


def _by_name(sentence, people):
    """Yields str: whoever a sentence is about, or presents, by a first and a last name; a headline
    has no stop, and names nobody for sure.
    """
    if not _STOPS.search(sentence):
        return
    for match in _SUBJECT.finditer(sentence):
        name = bare(match[1] or match[2])
        if _is_name(name):
            yield known(titled(name, sentence), people)


def _is_name(name):
    """bool: whether some words may be the name of a person: two to four of them, no office."""
    words = name.split()
    whole = words[-1] not in ("No", "Republic", "Province", "Region") and not name.isupper()
    return whole and 1 < len(words) <= _LONGEST_NAME and not _ENDS_IN_RANK.search(name)


def _in_full(who, earlier):
    """str: a single name with the first name that an earlier sentence gives: Ode is Raymond Ode."""
    name = bare(who)
    if " " in name or not name[:1].isupper():
        return who
    told = " ".join(earlier)
    full = rf"(?!{_TITLE})\b([A-Z][\w’'-]+\s(?:[A-Z]\.\s)?{re.escape(name)})(?![\w-])"
    found = (titled(one, told) for one in re.findall(full, told))
    return next((one for one in found if one_person(who, one)), who)


def _all_names(who, earlier):
    """list of str: somebody by name; “the prosecutor” is whom an earlier sentence calls so, or
    another one.
    """
    job = re.fullmatch(r"the ([a-z]+)", who)
    if not job:
        return [_in_full(who, earlier)]
    named = re.findall(rf"\b(?i:{job[1]})\s({_BY_NAME})", " ".join(earlier))
    return [*(name for name in named[-1:] if _is_name(name)), who]


def leads_in(earlier):
    """list of str: who a sentence before presents whose words follow: Anna Borg comments on it:"""
    line = next((one for one in reversed(earlier) if _LEADS_IN.search(one)), "")
    names = (bare(match[0]) for match in re.finditer(_BY_NAME, line))
    return [titled(name, line) for name in names if _is_name(name)][:1]


def _beside(sentence):
    """Yields str: whoever stands beside a reporting word of a sentence; an outlet that quotes them
    comes last.
    """
    cue = cues().replace("according\\ to|", "")
    patterns = (
        rf"({_BY_NAME}),\s+(?:an?|the|its|our|[a-z]+ing|{OFFICES})\s[^.;“”\"]{{1,80}},"
        rf"\s+(?:{cue})\b",
        rf"\b[Tt]he\s+({NAME}),\s+{_NAMED}{_LATER}\s+(?:{cue})\b",
        rf"\b({_WHOM}{_OF_MANY}){_LATER}\s+(?:{cue})\b",
        rf",\s+({NAME}),\s+(?:{cue})\b",
        rf"^\s*(?i:{cue})\s+({NAME})\s*:",
        rf"[,”»’\"]\s*(?!according|told|tells)(?:{cue})\s+({_WHOM})(?=[,.;“”\"]|\s|$)",
        rf"\b[Aa]ccording to\s+({_DOCUMENT}|(?:the\s+)?{WHOLE_OFFICE}|(?:the\s+)?{NAME}{_OF_MANY}"
        rf"|(?:the\s+)?[\w’'-]+{_OF_MANY}|{_WHOM})(?=[,.;]|\s|$)",
    )
    found = []
    others = (re.finditer(pattern, sentence) for pattern in patterns)
    for match in chain(groups_beside(sentence, cue, _LATER), *others):
        if any(start <= match.start(1) < end for start, end in found):
            continue  # the last part of a name that was found
        found.append(match.span())
        who = match[1] if _in_full_already(match[1]) else bare(match[1])
        if _is_speaker(who, sentence, match):
            group = re.match(GROUP, who)
            yield who[:1].lower() + who[1:] if group else titled(who, sentence)


def _in_full_already(who):
    """bool: whether some words are a group as printed, of which nothing is taken: health staff."""
    return bool(re.match(rf"{GROUP_OF_PEOPLE}\b", who)) and who != who.title() and is_group(who)


def _by_its_name(who):
    """str: an office without its article, where it has a name; else as it is printed."""
    return re.sub(r"^the\s+(?=[A-Z])", "", who)


def _is_speaker(who, sentence, match):
    """bool: whether somebody beside a reporting word speaks, and is no count, thing or pronoun."""
    counts = re.search(r"\d", who) or _describes(sentence, match)
    nobody = not who or who.endswith(" make") or _is_nobody(who.casefold()) or _PASSIVE.search(who)
    return not (counts or nobody) and _may_speak(who, match[0])


def _may_speak(who, told):
    """bool: whether somebody may speak, and is no thing of which something is told: cases reported.
    told: the words with their reporting word.
    """
    if _is_rank(who):
        return False
    thing = not told or _OF_THINGS.search(told)
    if not thing or re.match(rf"{_BOTH}$", who) and not re.fullmatch(r"[A-Z][a-z]+s", who):
        return True
    words = re.findall(r"[\w’'-]+", who.casefold())
    heads = {singular(word) for word in words}
    return bool(heads & (PERSONS | BODIES)) or bool(
        re.search(r"(?:ists?|ians?|ers|ors)$", words[-1])
    )


def _is_rank(who):
    """bool: whether some words are the rank of somebody, without the name."""
    ends = _ENDS_IN_RANK.search(who) and who[:1].isupper() and not is_office(who)
    return bool(ends) and len(who.split()) > 1


def _describes(sentence, match):
    """bool: whether the reporting word beside somebody only describes a thing: confirmed deaths,
    deaths reported by others.
    """
    cue = re.compile(rf"\b(?:{cues()})\b").search(sentence, match.start())
    if not cue or cue.start() >= match.end():
        return False
    by_others = cue[0].endswith("ed") and re.match(r"\s+by\b", sentence[cue.end() :])
    return bool(by_others) or describes(sentence, cue)


def _is_nobody(who):
    """bool: whether some words begin with a pronoun; its accounts and her letter are no pronoun."""
    first = who.split()[0]
    return who in _NOBODY or first in _PRONOUNS or is_no_speaker(who)


def _named(who, sentence):
    """bool: whether a sentence has the last word of a name."""
    return bool(re.search(rf"(?<!\w){re.escape(who.split()[-1])}(?!\w)", sentence))
