"""Exercises whose answer is free text: what it lacks, and what in it speaks against the report."""

import re
from difflib import SequenceMatcher

from . import english
from .answer import ByRule
from .foreign import foreign_words
from .handed_on import LEAST, given_by_pronoun, given_to, is_named, runs, speakers_of
from .of_one import unlike_text
from .on_its_day import on_no_card
from .quotations import marked, stands_in
from .values import single

_NUMBERED = re.compile(
    r"(?:^|(?<=[\s.;,:!?]))(?:\(?[1-9][.):]\)?|(?:the )?(?:first|second|third|fourth)(?:ly)?"
    r"(?: way| one| possibility)?\s*[:,–-]|[a-d]\))\s*",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|without|suppose|supposing|provided|in case|assuming|because)\b"
    r"|\bwith (?:an?|more|better|enough|real|fewer|some) \w+"
    r"|\bhad \w+(?: \w+)* (?:not )?\w+(?:ed|en|n|t|k)\b|\bwere\b|\bhad (?:the|russia|putin|they)\b"
)
_ELSE = re.compile(  # another way out, without an “if”: “they might simply have gone home”
    r"\b(?:could|might|would) (?:(?:also|just|still|perhaps|even|well|\w+ly) )*"
    r"(?:not )?have (?:(?:also|just|even|\w+ly) )*\w+"
)
_OTHERWISE = re.compile(r"\b(?:would|could|might|may|should|can|will|maybe|perhaps|possibly)\b")
ALIKE = 0.8  # of two ways: so alike are the same way twice
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
        count = len(value.split())
        if count > self.exercise["words"]:
            yield f"It has {count} words; {self.exercise['words']} is the limit."


def _one_text(answer):
    """An answer as one text: its entries, numbered, where it is a list of texts."""
    entries = list(answer.values()) if isinstance(answer, dict) else answer
    if isinstance(entries, (list, tuple)) and len(entries) > 1:
        if all(isinstance(entry, str) for entry in entries):
            bare = [re.sub(rf"^\s*{_NUMBERED.pattern}", "", entry, flags=re.I) for entry in entries]
            return " ".join(f"{n}. {entry}" for n, entry in enumerate(bare, 1))
    return single(answer)


def _says(text, tick, *_):
    """One of some expressions stands in the text."""
    if not any(re.search(pattern, text) for pattern in tick["any"]):
        yield tick["missing"]


def _not(text, tick, *_):
    """None of some expressions stands in a clause, unless one of others goes before it there."""
    for clause in re.split(r"[.;!?]\s|\bbut\b", text):
        found = [re.search(pattern, clause) for pattern in tick["none"]]
        heads = [clause[: match.end()] for match in found if match]
        if any(not _any(head, tick.get("unless", [])) for head in heads):
            yield tick["wrong"]
            return


def _any(text, patterns):
    return any(re.search(pattern, text) for pattern in patterns)


def _quote(text, tick, value, report):
    """Three words in a row of the report stand between marks, and are given to who said them."""
    found = runs(value, report)
    if not found:
        yield tick["missing"]
        return
    wrong = [*_altered(value, report), *_two_quotes(found, tick)]
    wrong += _without_marks(found, tick, report)
    wrong += list(filter(None, (_given_wrongly(run, text, report) for run in found)))
    if wrong:
        yield wrong[0]
    elif not any(_is_given(run, text, report) for run in found):
        whose = _or(speakers_of(found[0], report)) or "its account"
        yield f"{tick['unnamed']} “{found[0].text}” is said by {whose}."


def _altered(value, report):
    """Generator of str: one sentence for what stands between marks and begins as the report does,
    but does not go on so. A sentence of the learner's own between marks has a reporting word.
    """
    for quoted in marked(value):
        said = re.search(rf"\b{english.SAYS}\b", english.plain(quoted))
        whole = any(stands_in(quoted, paragraph) for paragraph in report.paragraphs)
        kept = runs(f"“{quoted}”", report)
        if kept and not said and not whole and kept[0].size >= LEAST:
            yield (
                f"Between marks you have “{quoted}”. The report has “{kept[0].text}”, and then"
                " other words. Take a quote exactly as printed."
            )


def _two_quotes(found, tick):
    """One sentence where two quotes have no words in common and the tick asks for the same twice.
    found: list of Run.
    """
    texts = [english.plain(run.text) for run in found[:2]]
    if "same" in tick and len(texts) == 2 and not (texts[0] in texts[1] or texts[1] in texts[0]):
        yield tick["same"]


def _without_marks(found, tick, report):
    """list of str: one sentence where a tick asks for words that the report itself puts between
    marks, and these it retells.
    """
    inside_marks = set(report.traces["claim"])
    if "retold" not in tick or any(inside_marks & set(run.claims) for run in found):
        return []
    return [tick["retold"].format(words=found[0].text)]


def _given_wrongly(run, text, report):
    """str: that words are given to somebody who did not say them; "" where they are not."""
    mine = speakers_of(run, report)
    given = given_to(run, text, report)
    given = given or given_by_pronoun(run, text)
    if not mine or not given or given in mine:
        return ""
    return f"You give “{run.text}” to {given}. In the report it is said by {_or(mine)}."


def _is_given(run, text, report):
    """Whether a text names who says some words of the report."""
    return any(is_named(name, text) for name in speakers_of(run, report))


def _or(names):
    """str: who may be meant; the text's own voice is called so."""
    told = ["the text’s own voice" if name == "the report" else name for name in names[:2]]
    return " or ".join(told)


def _clause(text, tick, value, report):
    """A word that begins a clause is there, and the clause says something."""
    clauses = [found[1] for pattern in tick["begins"] for found in re.finditer(pattern, text)]
    said = [clause for clause in clauses if len(clause.split()) >= tick["least"]]
    strange = [word for clause in said for word in foreign_words(clause, report, tick["also"])]
    if not said:
        yield _too_short("".join(clauses), tick)
    elif len(strange) > max(2, STRANGE * len(" ".join(said).split())):
        yield f"{tick['missing']} “{strange[0]}” has nothing to do with the report."


def _too_short(clauses, tick):
    """str: what is told of clauses that are missing or say too little."""
    begun = clauses.strip(" .,;…")
    return tick.get("short", tick["missing"]) if begun else tick["missing"]


def _ways(text, tick, value, report):
    """Two ways, each with a condition that starts from a card, and neither fate."""
    ways = ways_in(value)
    if len(ways) != 2:
        yield tick["one"] if len(ways) < 2 else tick["more"]
        return
    plain = [english.plain(way) for way in ways]
    if SequenceMatcher(None, *(way.split() for way in plain)).ratio() > ALIKE:
        yield tick["same"]
        return
    for way, name in zip(plain, ("first", "second")):
        yield from _one_way(way, name, tick, report)


def _one_way(way, name, tick, report):
    """One sentence at most on one of the two ways."""
    told = _wrong_way(way, tick) or on_no_card(way, report)
    if told:
        yield f"The {name}: {told}"


def _wrong_way(way, tick):
    """str: what a way lacks, or has too much of; "" where it is one that could have been."""
    if _any(way, tick["fate"]):
        return tick["fated"]
    if not (_CONDITION.search(way) and _OTHERWISE.search(way) or _ELSE.search(way)):
        return tick["condition"]
    if _any(way, tick["happened"]):
        return tick["so_it_was"]
    return "" if _any(way, tick["cards"]) else tick["from_a_card"]


def ways_in(value):
    """list of str: the ways that a text has: numbered in any form, in lines, else its sentences of
    more than three words.
    """
    parts = [part.strip() for part in _NUMBERED.split(value)]
    if len(parts) > 2 or len(parts) == 2 and not parts[0]:
        return list(filter(None, parts))
    lines = list(filter(str.strip, value.split("\n")))
    if len(lines) > 1:
        return lines
    sentences = re.split(r"(?<=[.!?;])\s+(?=[A-Z])|(?<=;)\s+", value.strip())
    return [one for one in sentences if len(one.split()) > 3]


NEEDS = {"says": _says, "not": _not, "quote": _quote, "clause": _clause, "ways": _ways}
