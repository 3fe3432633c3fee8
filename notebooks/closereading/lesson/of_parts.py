"""Exercises whose answer is free text: what it lacks, and what in it speaks against the report."""

import re

from . import english
from .answer import ByRule, Judged
from .foreign import foreign_words
from .handed_on import runs
from .misquotes import misquotes
from .of_one import unlike_text
from .on_one_question import are_apart, asked_otherwise
from .other_ways import NUMBERED, other_ways
from .quotations import marked, outside_marks, stands_in
from .to_whom import given_wrongly, is_given, whose
from .turned_round import turned_round
from .values import single
from .what_changed import what_changed
from .wording import every, every_as, found, has

STRANGE = 0.2  # of the words of a reason


class Parts(ByRule):
    """A free text. Its `tick`s, in the order of the toml, each look at one thing; `need` names how,
    as NEEDS has it. words: how many it may have.
    """

    passed = "kept"

    def read(self, answer):
        """The text, also out of a list of one or of several."""
        return _one_text(answer)

    def unlike(self, answer):
        """Blank for a text with something in it, else one sentence."""
        return unlike_text(_one_text(answer))

    def missing(self, value):
        """One sentence for each tick that is not kept, each thing that speaks against the report,
        and a length above the limit.
        """
        text = english.plain(value)
        for tick in self.exercise["tick"]:
            yield from NEEDS[tick["need"]](text, tick, value, self.report)
        yield from misquotes(value, self.report)
        count = len(value.split())
        if count > self.exercise["words"]:
            yield f"It has {count} words; {self.exercise['words']} is the limit."

    def judged(self, answer):
        """As by every rule; who says the words that are kept is told where nobody is named."""
        judged = super().judged(answer)
        if judged.verdict != self.passed:
            return judged
        value = self.read(answer)
        notes = [_whom(value, tick, self.report) for tick in self.exercise["tick"]]
        return Judged(judged.verdict, " ".join([judged.says, *filter(None, notes)]))


def _whom(value, tick, report):
    """str: a tick's note on who says the quoted words, where a text names nobody; else ""."""
    quoted = runs(value, report) if "note" in tick else []
    if not quoted or not _is_unnamed(quoted, english.plain(value), report):
        return ""
    return f"{tick['note'].format(words=quoted[0].text, whose=whose(quoted[0], report))}."


def _one_text(answer):
    """An answer as one text: its entries, numbered, where it is a list of texts."""
    entries = list(answer.values()) if isinstance(answer, dict) else answer
    if isinstance(entries, (list, tuple)) and len(entries) > 1:
        if all(isinstance(entry, str) for entry in entries):
            bare = [re.sub(rf"^\s*{NUMBERED.pattern}", "", entry, flags=re.I) for entry in entries]
            return " ".join(f"{n}. {entry}" for n, entry in enumerate(bare, 1))
    return single(answer)


def _says(text, tick, *_):
    """One of some expressions stands in the text."""
    if not _any(text, tick["any"]):
        yield tick["missing"]


def _not(text, tick, *_):
    """None of some expressions stands in a clause, or, where the tick says “own”, outside of its
    quotation marks, unless one of others goes before it there.
    """
    looked_at = outside_marks(text) if tick.get("own") else text
    for clause in re.split(r"[.;!?]\s|\bbut\b", looked_at):
        matches = [found(pattern, clause) for pattern in tick["none"]]
        heads = [clause[: match.end()] for match in matches if match]
        if any(not _any(head, tick.get("unless", [])) for head in heads):
            yield tick["wrong"]
            return


def _any(text, patterns):
    return any(has(pattern, text) for pattern in patterns)


def _quote(text, tick, value, report):
    """Three words in a row of the report stand between marks, and are given to who said them."""
    quoted = runs(value, report)
    if not quoted:
        yield tick["missing"]
        return
    wrong = [*_two_quotes(quoted, tick), *_without_marks(quoted, tick, report)]
    wrong += [given_wrongly(run, text, report) for run in quoted]
    wrong += [*_other_words(value, quoted, tick, report), *_not_asked(text, quoted, tick, report)]
    if wrong := list(filter(None, wrong)):
        yield wrong[0]
    elif "unnamed" in tick and _is_unnamed(quoted, text, report):
        yield f"{tick['unnamed']} “{quoted[0].text}” is said by {whose(quoted[0], report)}."


def _other_words(value, quoted, tick, report):
    """Generator of str: one sentence for words between marks that begin or end as the report does
    not print them, where the tick asks for its own.
    """
    outer = marked(value) if "whole" in tick else []
    for words in (inner for one in outer for inner in marked(one) or [one]):
        mine = any(stands_in(run.text, words) for run in quoted)
        if mine and not any(stands_in(words, one) for one in report.paragraphs):
            yield tick["whole"]


def _not_asked(text, quoted, tick, report):
    """Generator of str: one sentence where quotes that are compared answer different questions, and
    where none answers the one that is asked.
    """
    if "apart" not in tick:
        return
    if are_apart(text, quoted, report):
        yield tick["apart"]
    if asked := asked_otherwise(text, quoted, report):
        yield tick["asked"].format(asked=asked)


def _two_quotes(quoted, tick):
    """One sentence where two quotes have no words in common and the tick asks for the same twice.
    quoted: list of Run.
    """
    texts = [english.plain(run.text) for run in quoted[:2]]
    if "same" in tick and len(texts) == 2 and not (texts[0] in texts[1] or texts[1] in texts[0]):
        yield tick["same"]


def _without_marks(quoted, tick, report):
    """list of str: one sentence where a tick asks for words that the report itself puts between
    marks, and these it retells.
    """
    inside_marks = set(report.traces["claim"])
    if "retold" not in tick or any(inside_marks & set(run.claims) for run in quoted):
        return []
    return [tick["retold"].format(words=quoted[0].text)]


def _is_unnamed(quoted, text, report):
    """Whether a text names nobody who says the words that it quotes."""
    return not any(is_given(run, text, report) for run in quoted)


def _as_it_says(text, tick, *_):
    """Nothing is said of a quote that it does not say."""
    if turned_round(text, tick["up"], tick["down"]):
        yield tick["wrong"]


def _clause(text, tick, value, report):
    """A word that begins a clause is there, and the clause says something."""
    clauses = [one[1] for pattern in tick["begins"] for one in every(pattern, text)]
    told = [every_as(tick.get("nothing", "$^"), " ", clause) for clause in clauses]
    said = [clause for clause in told if _is_enough(clause, tick)]
    strange = foreign_words(" ".join(said), report, tick["also"])  # each of them once
    if not said:
        yield _too_short("".join(clauses), tick)
    elif len(strange) > max(2, STRANGE * len(" ".join(said).split())):
        yield f"{tick['missing']} “{strange[0]}” has nothing to do with the report."
    elif not _is_about(said, tick):
        yield tick["empty"]


def _is_enough(clause, tick):
    """Whether a clause says something."""
    return len(clause.split()) >= tick["least"] or has(tick.get("enough", "$^"), clause)


def _is_about(clauses, tick):
    """Whether one of some clauses has, in its own words, what it is to be about, and no liking."""
    own = [every_as("<verdict>", " ", outside_marks(clause)) for clause in clauses]
    wanted = [one for one in own if has(tick.get("about", ""), one)]
    return any(not has(tick.get("not_about", "$^"), one) for one in wanted)


def _too_short(clauses, tick):
    """str: what is told of clauses that are missing or say too little."""
    begun = clauses.strip(" .,;…")
    return tick.get("short", tick["missing"]) if begun else tick["missing"]


NEEDS = {
    "says": _says,
    "not": _not,
    "quote": _quote,
    "clause": _clause,
    "as it says": _as_it_says,
    "ways": other_ways,
    "effect": what_changed,
}
