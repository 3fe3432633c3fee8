"""Who speaks in a passage of the claim bench: whoever its sentence names, where it says “he” or
“she” whoever spoke before it, and the row before. All are offered as buttons; none is ever filled
in by itself.
"""

import re
from typing import NamedTuple

from ..data.groups import is_of_people, is_office
from ..data.offices import PERSONS
from ..data.speaking import (
    IN_COURT,
    MOST,
    doers_in,
    is_told_by,
    leads_in,
    named_in,
    speaks_of_nobody,
    spoke_before,
    tells,
    tells_of_things,
)
from ..reading.accounts import NO_SOURCE
from ..reading.vocabulary import singular
from .bench_quoted import has_quotation, is_beside_saying, is_quoted, opened_by, up_to_number
from .claim_rows import CALLED, KEPT

GUESS = " – a guess: not named here"


class Whose(NamedTuple):
    """Whose words a sentence may tell. named: list of str, whom it names; meant: who may be meant,
    though it does not name them; nobody: whether it may have no stated source; first: whoever of
    these stands before those whom it names.
    """

    named: list
    meant: list
    nobody: bool
    first: tuple = ()


def as_before(row, before):
    """dict of fields: the speaker of the row before with what is said of them, where this one has
    none. before: the fields of KEPT in the row that was saved last.
    """
    if row["speaker"].strip() or not before.get("speaker"):
        return {}
    return {field: before[field] for field in KEPT if field != "topic" and before.get(field)}


def last_of(report):
    """dict: the fields of KEPT in the last row of a report; empty without one."""
    if not len(report.claims):
        return {}
    last = report.claims.iloc[-1]
    columns = {"speaker": "who", "sourcing": "sourcing", "account": "account", "topic": "topic"}
    return {field: str(last[columns[field]] or "") for field in KEPT}


def who_is_offered(row, told, people, before):
    """list of (label, dict of what it does): the buttons for the speaker of a row: whom its
    sentence names, the speaker of the row before, then the others. told: list of str, the sentences
    up to that of its passage, which is the last. people: the speakers of other rows.
    """
    made = [] if row["speaker"].strip() or not told else _buttons(row, told, people)
    who = as_before(row, before).get("speaker", NO_SOURCE)
    return made if who == NO_SOURCE else _with_last(made, who)


def _with_last(made, who):
    """list of buttons: with the speaker of the row before, once."""
    named = [one for one in made if _is_named(one)]
    if any(does["who"] == who for _, does in named):
        return made
    others = [one for one in made if one not in named and one[1]["who"] != who]
    return [*named, (f"{who}, as in the row before", dict(act="before")), *others]


def _is_named(button):
    """bool: whether a button is of somebody whom the sentence names."""
    label, does = button
    return GUESS not in label and does["who"] != NO_SOURCE


def _buttons(row, told, people):
    """list of (label, dict of what it does): whoever may speak in a passage: first whom its
    sentence names, of these first whom the passage names; then who may be meant; then nobody. What
    the writer tells without a source has nobody first.
    """
    told = up_to_number(row, told)
    whose = _whose(row, told[-1], told[:-1], people)
    named = sorted(whose.named, key=lambda who: not _in(who, row["passage"]))
    others = [who for who in dict.fromkeys(whose.meant) if who not in named]
    nobody = [NO_SOURCE] if whose.nobody else []
    offered = dict.fromkeys([*whose.first, *named, *others[: MOST + 1], *nobody])
    guessed = {*others, *whose.first} - {NO_SOURCE, *named}
    return [_as_button(who, people, who in guessed) for who in offered]


def _tells(sentence):
    """bool: whether a reporting word of a sentence tells that somebody said something."""
    return tells(sentence) and not tells_of_things(sentence)


def _in(who, passage):
    """bool: whether somebody is named in a passage itself."""
    return bool(re.search(rf"(?<!\w){re.escape(who)}(?!\w)", passage))


def _whose(row, sentence, earlier, people):
    """Whose: who may speak in a sentence."""
    named = named_in(sentence, people, earlier)
    if opened := opened_by(row, sentence, earlier, people):
        meant = [*opened, *spoke_before(earlier, people)]
        return Whose([who for who in named if who not in opened], meant, True, tuple(opened))
    return _in_a_sentence(row, sentence, earlier, people, named)


def _in_a_sentence(row, sentence, earlier, people, named):
    """Whose: who may speak in a sentence by itself. named: list of str, whom it names."""
    if speaks_of_nobody(sentence):
        return Whose([], [*spoke_before(earlier, people), *named], False)
    if named and (is_told_by(sentence) or _tells(sentence)):
        first = (NO_SOURCE,) if is_beside_saying(row, sentence) else ()
        return Whose(named, _meant_by(named, earlier, people), False, first)
    if found := named or doers_in(sentence, people):
        return Whose(found, leads_in(earlier), True)
    return _guessed(row, sentence, earlier, people)


def _guessed(row, sentence, earlier, people):
    """Whose: who may speak in a sentence that names nobody: whoever spoke before; but where the
    writer tells what stands beside a quotation, first of all nobody.
    """
    inside = is_quoted(row, sentence, earlier)
    if not (_tells(sentence) or inside or has_quotation(sentence)):
        return Whose([], leads_in(earlier), True)
    first = () if inside or _tells(sentence) else (NO_SOURCE,)
    return Whose([], spoke_before(earlier, people), True, first)


def _meant_by(named, earlier, people):
    """list of str: who spoke before, where a sentence names somebody by a job alone: the barrister;
    there may be two.
    """
    job = re.fullmatch(r"the ([a-z]+)", named[0])
    if len(named) > 1 or not job or job[1] not in PERSONS:
        return []
    return [who for who in spoke_before(earlier, people) if who[:1].isupper()]


def _as_button(who, people, guessed=False):
    """(label, dict of what it does): a speaker, with what the words themselves say of who that is,
    where no other row says so. guessed: whether the sentence does not name them.
    """
    is_what = "" if who in people or who == NO_SOURCE else _by_its_words(who)
    label = f"Speaker: {who}{f' ({CALLED[is_what]})' if is_what else ''}"
    return label + GUESS * guessed, {"act": "speaker", "who": who, "is": is_what}


def _by_its_words(who):
    """str: a code of speakers.csv: two names are a name, “a town official” and “residents” are
    people without one; blank for all else.
    """
    if re.fullmatch(r"[A-Z][\w’'.-]*(?:\s(?:and\s(?=C[EFO]O\b))?[A-Z][\w’'.-]*)+", who):
        return "named"
    words = [singular(word) for word in re.findall(r"[\w’'-]+", who.casefold())]
    if who == IN_COURT:
        return "group"
    if is_office(who):
        return "named"
    if is_of_people(who):
        return "group"
    nobody = re.match(r"(?:an?|some|many|several)\s|[A-Z]?[a-z]+s(?:\s|$)", who)
    return "group" if nobody and PERSONS & set(words[:4]) else ""
