"""People by their names: with the title that is printed before a name, and who is one and the same
with it or without it: Judge Anna Berg, Berg.
"""

import re

from .offices import BODY, OFFICES, RANK
from .reference import reporting_words

_MORE_CUES = (
    "spoke of|speaks of|wrote|writes|disputed|disputes|learned|learnt|found that|discovered"
    "|attributed|attributes"
)
_AFTER_RANK = re.compile(rf"^(?:[\w’'.-]+\s+)+?{RANK}\s+(?=[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+)*$)")
_OFFICE = re.compile(rf"^(?:(?:{OFFICES})\.?\s+)+(?!(?:{OFFICES})\b|{BODY}\b|(?:of|for)\b)(?=\S)")
_JOB = re.compile(
    r"^(?:the|The|A|An|In|On|At|But|And|When|While|As|If|So|Yet|For|Only|Many|Most|Some|All"
    r"|Both|Several)\s+(?=[A-Z])"
)
_HONOURS = re.compile(r"\s+(?:QC|KC|MP|MSP|OBE|CBE|MBE|PhD|MD)$")
_ONES = re.compile(r"^[A-Z][a-z]+ing\s+(?=[A-Z])")  # Sentencing Wilson
# two of them are not of one person
_HE = {"Mr", "Sir", "Lord"}
_SHE = {"Mrs", "Ms", "Miss", "Dame", "Lady"}


def cues():
    """str: pattern of the reporting words, and of those that only lead to a speaker."""
    words = {*reporting_words(), *_MORE_CUES.split("|")}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def bare(who):
    """str: a name without what stands before it: an article, an office, “Said”."""
    who = re.sub(rf"^(?:{cues()})\s+(?=[A-Z])", "", who, flags=re.IGNORECASE)
    who = _ONES.sub("", _JOB.sub("", who)).strip(" .,’'")
    return _AFTER_RANK.sub("", _OFFICE.sub("", _HONOURS.sub("", who))).strip(" .,’'")


def titled(name, text):
    """str: a bare name with the title before it, as a text prints both; without one the name."""
    before = rf"\b(?:(?:{OFFICES})\b\.?\s+(?:and\s+)?)+"
    found = re.search(rf"{before}{re.escape(name)}(?![\w-])", text) if name else None
    return found[0] if found else name


def known(who, people):
    """str: the speaker of another row who is meant, such as Raymond Ode by “Ode” and by “Fire Chief
    Raymond Ode”; else as it is.
    """
    return next((one for one in people if one_person(who, one)), who)


def one_person(one, other):
    """bool: whether two namings may be of one: Summer Stephan, District Attorney Stephan."""
    mine, theirs = (set(bare(name).split()) or set(name.split()) for name in (one, other))
    his, hers = (set(re.findall(r"\w+", name)) for name in (one, other))
    apart = his & _HE and hers & _SHE or his & _SHE and hers & _HE
    return not apart and (mine <= theirs or theirs <= mine)
