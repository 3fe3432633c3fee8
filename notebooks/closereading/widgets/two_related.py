"""Two accounts, second step: what two quotes are to each other, first in the learner's eyes, then
in ours, with the numbers and days that bear on it.
"""

import json
from typing import NamedTuple

from ..data.reference import readings
from ..lesson.reply import LOOKS, SIGNS, first_word
from ..reading.four_questions import (
    ASKED,
    EITHER,
    NO,
    ONLY_YOU,
    SENSE,
    UNSAID,
    YES,
    same_scope,
    turns_on,
)
from ..reading.hedges import hedge_in
from ..reading.pairs import AGREE, BOTH_TRUE, CLASH, DIFFERENT, RELATIONS, pair_of, verdict
from ..show.html import render
from .quotes import quote_of
from .two_bearing import bearing
from .whose_word import word_of

JOINS = {AGREE: "=", DIFFERENT: "∥", BOTH_TRUE: "≠", CLASH: "×"}
AT_ANSWERS = {"✓": "fits", "≈": "can be read so, too", "○": "does not fit"}
CANNOT_TELL = "cannot tell"
ANSWERS = ("yes", "no", CANNOT_TELL)
FIRST_FOUR = "Answer the four questions first. “Cannot tell” is an answer, too."
THEN_CHOOSE = "Now choose what the two do."
BOTH_UNLESS = (
    "Then both can be true, unless a word such as “merely” shuts out even what only could be."
)
AWAY = " (we took it from elsewhere in the report)"
_WHERE_AND_WHEN = ASKED[1:3]  # what a sentence often leaves to those around it
# ours, where the learner's answer goes with it
_GOES_WITH = {"yes": (YES,), "no": (NO,), CANNOT_TELL: (EITHER, UNSAID, ONLY_YOU)}


class State(NamedTuple):
    """A pair in hand. four: the answers to the four questions, "" where there is none yet.
    relation: one of RELATIONS, or "". shown: whether ours is shown. settled: whether the learner's
    choice stays as it is.
    """

    four: tuple
    relation: str
    shown: bool
    settled: bool

    @property
    def answered(self):
        """int: how many of the four questions have an answer."""
        return sum(answer in ANSWERS for answer in self.four)


class Asked(NamedTuple):
    """One of the four questions. options: list of (answer, what its button sets, whether it is
    chosen). yours, ours: the two answers; ours blank where we have none. sign, look: whether they
    go together. both: what the two speak of, in words.
    """

    question: str
    options: list
    yours: str
    ours: str
    sign: str
    look: str
    both: str


class Told(NamedTuple):
    """What is shown of our relation. word, sign, look: Right. … join, ours: our relation, as a sign
    and in words. turns: on which question it turns. why, also: the reason, and the others that we
    accept. numbers: list of sentences.
    """

    word: str
    sign: str
    look: str
    join: str
    ours: str
    turns: str
    why: str
    also: str
    numbers: list


def related(report, picked, state, finds, can_keep=False):
    """Markup: the two quotes in their settings, the four questions, the relation and, once it is
    shown, ours. picked: ids of two claims. state: State. finds: Finds. can_keep: whether a button
    offers to keep the pair.
    """
    told = _told(report, picked, state.relation) if state.shown else None
    return render(
        "two_related.html",
        quotes=[quote_of(report, key) for key in picked],
        told=told,
        asked=_asked(report, picked, state),
        coded=bool(same_scope(report, *picked)),
        says=word_of(report),
        relations=[(name, _sets("relation", name), name == state.relation) for name in RELATIONS],
        state=state,
        bearing=bearing(report, picked) if told else [],
        back=json.dumps({"open": {"picked": ["", ""]}}),
        show=json.dumps({"open": {"picked": list(picked), "shown": True}}),
        keep=json.dumps({"open": {"picked": list(picked), "shown": True, "keep": True}}),
        key=_key(report, picked, state) if told else "",
        ready=state.answered == len(ASKED) and state.relation != "",
        can_keep=can_keep,
        finds=finds,
    )


def by_answers(state, own=False):
    """str: what is to be done next; and what the learner's own answers say of the relation. own:
    whether the report is the learner's, of which we do not know what another sense makes of it.
    """
    if state.answered < len(ASKED):
        return f"{FIRST_FOUR} {state.answered} of {len(ASKED)} are answered."
    said = _rule(state, own)
    return said if state.relation else f"{said} {THEN_CHOOSE}"


def _rule(state, own):
    """str: what follows from four answers by the rule of the lesson; and that the relation that was
    chosen does not go with it.
    """
    apart = [asked for asked, answer in zip(ASKED, state.four) if answer == "no"]
    said = f"You say no to {', and to '.join(apart)}."
    if apart and apart != [SENSE]:
        return f"{said} Then they speak of something else.{_against(state, CLASH, BOTH_TRUE)}"
    if apart and own:
        return f"{said} Then one says that something is so, and the other not, or not yet."
    if apart:
        return f"{said} {BOTH_UNLESS}{_against(state, DIFFERENT)}"
    if CANNOT_TELL in state.four:
        return "Where you cannot tell, it depends on how you read them."
    return f"Four times yes: both answer one question.{_against(state, DIFFERENT)}"


def _against(state, *relations):
    """str: that the relation that was chosen does not go with the answers; blank where it does."""
    if state.relation not in relations:
        return ""
    return f" That does not go with “{state.relation}”."


def _sets(name, value):
    """str: what a choice in the view sets, as JSON."""
    return json.dumps({name: {"is": value}}, ensure_ascii=False)


def _asked(report, picked, state):
    """list of Asked: the four questions, ours beside the learner's answers once it is shown."""
    ours = same_scope(report, *picked) if state.shown else {}
    read = [_read(report, key) for key in picked]
    made = []
    for i, (question, yours) in enumerate(zip(ASKED, state.four)):
        options = [(answer, _sets(f"q{i}", answer), answer == yours) for answer in ANSWERS]
        mine, *both = ours.get(question, ("", "", ""))
        away = _is_away(report, question, mine, both, read)
        sign, look = _compared(yours, _known(report, mine), away)
        beside = _beside(mine, *both) + (AWAY if away else "")
        told = word_of(report).unsaid if mine == UNSAID else mine
        made.append(Asked(question, options, yours, told, sign, look, beside))
    return made


def _known(report, ours):
    """str: our answer; blank where a row of the learner's own does not say it, for the text may;
    and where the program cannot compare what two rows say.
    """
    return "" if ours in (UNSAID, ONLY_YOU) and not report.complete else ours


def _is_away(report, question, ours, both, read):
    """bool: whether our answer was taken from elsewhere in a report of the lessons."""
    asked_here = report.complete and ours and question in _WHERE_AND_WHEN
    return bool(asked_here) and not _stand_in(both, read)


def _read(report, key):
    """str: all that a learner reads of one quote: its sentence."""
    quote = quote_of(report, key)
    words = "".join(words for words, _ in quote.pieces)
    return f"{quote.setting.before}{words}{quote.setting.after}"


def _stand_in(both, read):
    """bool: whether what each of two claims speaks of stands in the sentence that is shown of it.
    both: (str, str), what they speak of; blank where the text does not say. read: the sentences.
    """
    return all(words.split(", or ")[0] in text for words, text in zip(both, read))


def _compared(yours, ours, away=False):
    """(sign, look): whether an answer of the learner goes with ours; blank where one is missing.
    away: whether ours was taken from elsewhere, so that nobody can tell from what is shown.
    """
    if not ours or yours not in ANSWERS:
        return "", ""
    if ours in _GOES_WITH[yours] or (away and yours == CANNOT_TELL):
        word = first_word("right")
    else:
        word = first_word("also" if ours == EITHER else "")
    return SIGNS[word], LOOKS[word]


def _beside(ours, first, second):
    """str: what the two speak of."""
    if ours == YES or first == second:
        return first
    return f"{first or 'not said'} ↔ {second or 'not said'}"


def _key(report, picked, state):
    """str: what the signs mean that stand between the quotes and at the learner's answers."""
    shown = {one.sign for one in _asked(report, picked, state)}
    told = " · ".join(f"{sign} {means}" for sign, means in AT_ANSWERS.items() if sign in shown)
    return told if report.complete else told.replace("we say", "your rows say")


def _told(report, picked, relation):
    """Told of the relation that was chosen."""
    found = verdict(report, *picked, relation)
    word = first_word(found.word)
    own = not report.complete
    numbers = {
        reading: f"{words} {'leave no value that both allow' if apart else 'meet'}."
        for reading, (apart, words) in found.numbers.items()
    }
    alike = set(numbers.values())
    told = [f"With {_read_as(report, picked, one)}: {said}" for one, said in numbers.items()]
    return Told(
        word="" if own else word,
        sign="" if own else SIGNS[word],
        look=LOOKS[word],
        join=JOINS.get(relation if own else found.ours, "?"),
        ours=found.ours,
        turns=_turns(report, picked, found),
        why=found.why or word_of(report).unknown,
        also="" if own else _also(report, picked, found.ours),
        numbers=_once(told, alike, own),
    )


def _once(told, alike, own):
    """list of str: what the numbers do in each reading; once, where it is alike in all. told: list
    of str, with the readings. alike: set of str, without. own: whether the report is the learner's.
    """
    if len(alike) > 1:
        return told
    whose = "As your rows have them" if own else "As printed"
    return [f"{whose}, {one}" for one in alike]


def _turns(report, picked, found):
    """str: which of the four questions decides what we say; blank where none does."""
    if found.reading and not found.numbers:
        return f"It depends on a reading: {found.reading}."
    turn = turns_on(same_scope(report, *picked))
    if not found.ours or turn is None or turn[1] != NO:
        return ""
    return f"What decides: not {turn[0]}, but “{turn[2]}” and “{turn[3]}”."


def _also(report, picked, ours):
    """str: the other relations that we accept of a pair; blank where there are none."""
    row = pair_of(report, *picked)
    others = [] if row is None else [one for one in row["accepted"].split("|") if one]
    return ", or that they ".join(one for one in others if one != ours)


def _read_as(report, picked, reading):
    """str: how a reading takes the words of two numbers that print no figure, “a few” as 3 to 5."""
    rows = report.numbers[report.numbers["from"].isin(picked)]
    bare = rows[rows["low"].isna() & rows["high"].isna()]
    found = [hedge_in(words, readings()) for words in bare["hedge"]]
    told = {hedge.names[0]: hedge.rules[reading] for hedge in found if hedge}
    return " and ".join(f"“{name}” read as {_span(rule)}" for name, rule in told.items())


def _span(rule):
    """str: the ends of a Rule for words without a figure, as they are told without a unit."""
    if not rule.high:
        return f"at least {rule.low}"
    return f"{rule.low} to {rule.high}" if rule.low else f"up to {rule.high}"
