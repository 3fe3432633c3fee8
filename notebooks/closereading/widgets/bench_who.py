"""Who speaks in a passage of the claim bench: whoever the sentence names beside its reporting word,
where it says “he” or “she” whoever spoke before it, and the row before. All are offered as buttons;
none is ever filled in by itself.
"""

import re

from ..data.reference import reporting_words
from ..reading.accounts import NO_SOURCE
from ..reading.alike import PEOPLE
from ..reading.cues import describes
from ..reading.vocabulary import singular
from .claim_rows import CALLED, KEPT

MOST = 3  # names that are offered at once
_NAME = r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|the|de|van|von|al|bin)\s+)?[A-Z][\w’'.-]*)*"
_GROUP = r"(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal)(?:\s+(?!who\b)[\w’'-]+){1,4}?"
_PLURAL = r"(?:[A-Z]?[a-z]+s|[Pp]olice|[Ss]taff)"
_DOCUMENT = r"(?:[a-z][\w’'-]*\s+){1,5}[\w’'-]+(?=[,.;]|$)"  # figures of the health board
_MORE_CUES = (
    "spoke of|speaks of|wrote|writes|disputed|disputes|learned|learnt|found that|discovered"
    "|attributed|attributes"
)
_WHOM = rf"(?:{_GROUP}|{_NAME}|{_PLURAL})"
_LATER = r"(?:,?\s+who\b[^.;“”\"]{1,60}?)?(?:\s+(?:also|later|then|has|had|have))?"
_OF_MANY = r"(?:\s+(?:of|from|in)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?"
_NOBODY = set(
    "he she they it this that these those we you i there who which its one nobody the a an in on at"
    " but and some many several others".split()
)
_PASSIVE = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being|as)\s*$")
_PRONOUNS = {"he", "she", "they", "it", "we", "you", "i", "there", "who", "which"}
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
_OFFICES = (
    "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Fire|Police|Deputy|Acting|Chief|Captain"
    "|Sergeant|Inspector|Superintendent|Commissioner|Constable|Officer|Colonel|General|Lieutenant"
    "|Major|Admiral|Judge|Justice|Mayor|Governor|Senator|Councillor|Representative|President"
    "|Prime|Foreign|Defence|Finance|Health|Interior|Minister|Secretary|Chancellor|Director"
    "|Financial|Executive|Operating|Medical|Technology|Vice"
    "|Manager|Coach|District|Attorney|Sheriff|Detective|Agent|Chair|Chairman"
    "|Chairwoman|Spokesman|Spokeswoman|Spokesperson"
)
_TITLE = rf"(?:The|A|An|In|On|At|But|And|{_OFFICES})\b\.?"
_OFFICE = re.compile(rf"^(?:(?:{_OFFICES})\.?\s+)+(?!(?:{_OFFICES})\b)(?=\S)")
_BY_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z]\.)?(?:\s(?:(?:de|van|von|al|bin)\s)?[A-Z][\w’'-]+)+"
_SUBJECT = re.compile(rf"^(?:The\s+)?({_BY_NAME})|({_BY_NAME})(?=,\s(?:an?|the|who)\s)")
_PEOPLE = PEOPLE | set(
    "official manager spokesman spokeswoman spokesperson expert critic doctor nurse lawyer witness"
    " neighbour officer prosecutor investigator analyst diplomat researcher scientist engineer"
    " teacher parent organiser observer source colleague minister director player driver".split()
)
_JOB = re.compile(r"^(?:The|A|An|In|On|At|But|And)\s+(?=[A-Z])")


def named_in(sentence, people, earlier=()):
    """list of str: who a sentence names as its speaker, first whoever stands beside the reporting
    word, then whoever of `people`, the speakers of other rows, is named in it. earlier: the
    sentences before it, where a name may stand in full.
    """
    found = [_known(_in_full(who, earlier), people) for who in _beside(sentence)]
    found += [who for who in people if who != NO_SOURCE and _named(who, sentence)]
    if not found and tells(sentence) and not speaks_of_nobody(sentence):
        found = [_known(_bare(match[0]), people) for match in re.finditer(_BY_NAME, sentence)]
    return list(dict.fromkeys(found))[:MOST]


def tells(sentence):
    """bool: whether a sentence has a reporting word."""
    found = re.finditer(rf"\b(?:{_cues()})\b", sentence, re.IGNORECASE)
    told = (match for match in found if not _PASSIVE.search(sentence[: match.start()]))
    return any(not describes(sentence, match) for match in told)


def speaks_of_nobody(sentence):
    """bool: whether a pronoun stands beside a reporting word of a sentence: he said, said she."""
    cue = _cues()
    patterns = (rf"\b{_PRONOUN}{_LATER}\s+(?:{cue})\b", rf"\b(?:{cue})\s+{_PRONOUN}\b")
    return any(re.search(pattern, sentence) for pattern in patterns)


def spoke_before(earlier, people):
    """list of str: who spoke in the sentences before a passage, the nearest first. earlier: list of
    str, the sentences before it in their order. people: the speakers of other rows.
    """
    found = {}
    for n in range(len(earlier), 0, -1):
        here = [*named_in(earlier[n - 1], people, earlier[:n]), *_by_name(earlier[n - 1], people)]
        found |= dict.fromkeys(here)
        if len(found) >= MOST:
            break
    return list(found)[:MOST]


def _by_name(sentence, people):
    """Yields str: whoever a sentence is about, or presents, by a first and a last name."""
    for match in _SUBJECT.finditer(sentence):
        yield _known(_OFFICE.sub("", match[1] or match[2]), people)


def _in_full(who, earlier):
    """str: a single name with the first name that an earlier sentence gives: Ode is Raymond Ode."""
    if " " in who or not who[:1].isupper():
        return who
    full = rf"(?!{_TITLE})\b([A-Z][\w’'-]+\s(?:[A-Z]\.\s)?{re.escape(who)})(?![\w-])"
    found = re.findall(full, " ".join(earlier))
    return found[0] if found else who


def _cues():
    words = {*reporting_words(), *_MORE_CUES.split("|")}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _beside(sentence):
    """Yields str: whoever stands beside a reporting word of a sentence."""
    cue = _cues()
    patterns = (
        rf"({_BY_NAME}),\s+(?:an?|the)\s[^.;“”\"]{{1,80}},\s+(?:{cue})\b",
        rf"\b[Aa]ccording to\s+({_DOCUMENT}|{_NAME}{_OF_MANY}|(?:the\s+)?[\w’'-]+{_OF_MANY}"
        rf"|{_WHOM})(?=[,.;]|\s|$)",
        rf"\b({_WHOM}{_OF_MANY}){_LATER}\s+(?:{cue})\b",
        rf",\s+({_NAME}),\s+(?:{cue})\b",
        rf"[,”»’\"]\s*(?!according)(?:{cue})\s+({_WHOM})(?=[,.;“”\"]|\s|$)",
    )
    for pattern in patterns:
        for match in re.finditer(pattern, sentence):
            who = _bare(match[1])
            counts = re.search(r"\d", who) or _describes(sentence, match)
            if not (counts or _is_nobody(who.casefold()) or _PASSIVE.search(who)):
                yield who[:1].lower() + who[1:] if re.match(_GROUP, who) else who


def _describes(sentence, match):
    """bool: whether the reporting word beside somebody only describes a thing: confirmed deaths."""
    cue = re.compile(rf"\b(?:{_cues()})\b").search(sentence, match.start())
    return bool(cue) and cue.start() < match.end() and describes(sentence, cue)


def _bare(who):
    """str: a name without what stands before it: an article, an office, “Said”."""
    who = re.sub(rf"^(?:{_cues()})\s+(?=[A-Z])", "", who, flags=re.IGNORECASE)
    return _OFFICE.sub("", _JOB.sub("", who).strip(" .,’'"))


def _is_nobody(who):
    """bool: whether some words begin with a pronoun; its accounts and her letter are no pronoun."""
    first = who.split()[0]
    return who in _NOBODY or first in _PRONOUNS


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


def who_is_offered(row, told, people, before):
    """list of (label, dict of what it does): the buttons for the speaker and the topic of a row.
    told: list of str, the sentences up to that of its passage, which is the last. people: the
    speakers of other rows.
    """
    made = []
    if not row["speaker"].strip() and told:
        made = [_as_button(who, people) for who in _whose(told[-1], told[:-1], people)]
    kept = as_before(row, before)
    shown = " · ".join(kept[field] for field in ("speaker", "topic") if field in kept)
    return [*made, (f"As in the row before: {shown}", dict(act="before"))] if shown else made


def _whose(sentence, earlier, people):
    """list of str: who may speak in a sentence."""
    named = named_in(sentence, people, earlier)
    if speaks_of_nobody(sentence):
        return list(dict.fromkeys([*spoke_before(earlier, people), *named]))[: MOST + 1]
    if named or tells(sentence):
        return named or spoke_before(earlier, people)
    quoted = spoke_before(earlier, people) if re.search('[“”„«»"]', sentence) else []
    return [*quoted, NO_SOURCE]


def _as_button(who, people):
    """(label, dict of what it does): a speaker, with what the words themselves say of who that is,
    where no other row says so.
    """
    is_what = "" if who in people or who == NO_SOURCE else _by_its_words(who)
    label = f"Speaker: {who}{f' ({CALLED[is_what]})' if is_what else ''}"
    return label, {"act": "speaker", "who": who, "is": is_what}


def _by_its_words(who):
    """str: a code of speakers.csv: two names are a name, “a town official” and “residents” are
    people without one; blank for all else.
    """
    if re.fullmatch(r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)+", who):
        return "named"
    words = [singular(word) for word in re.findall(r"[\w’'-]+", who.casefold())]
    nobody = re.match(r"(?:an?|some|many|several)\s|[A-Z]?[a-z]+s(?:\s|$)", who)
    return "group" if nobody and _PEOPLE & set(words[:4]) else ""
