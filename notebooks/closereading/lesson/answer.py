"""How the value of an answer is read, whatever the type of its exercise, and what is said of it.
Which answers an exercise accepts is in lessons/NN.toml.
"""

from typing import NamedTuple

from ..reading.text import Problem
from . import own_table


class Read(NamedTuple):
    """One way to read a value. value: as entries of the toml are compared with it. note: how the
    answer is written otherwise, where it was not given in the wanted shape. loose: only an accepted
    answer is looked for in it, because it holds more than was asked for.
    """

    value: object
    note: str = ""
    loose: bool = False


class Judged(NamedTuple):
    """verdict: "right", "also", "kept", "misconception <name>", "not yet" or "wrong type". says:
    the reason, without the word with which a reply begins.
    """

    verdict: str
    says: str


class Answer:
    """An exercise, or a question of a prediction. exercise: dict from a lesson's toml. report: the
    Report that it is about, or None.
    """

    needs = ("nudge",)

    def __init__(self, exercise, report=None):
        self.exercise = exercise
        self.report = report

    def whole(self):
        """Raises Problem where the lesson's file leaves out what this kind of exercise needs."""
        lacks = [name for name in self.needs if name not in self.exercise]
        entries = [*self.exercise.get("accept", []), *self.exercise.get("misconception", [])]
        lacks += ["says"] * any("says" not in entry for entry in entries)
        if lacks:
            raise Problem(f"This exercise lacks {', '.join(lacks)} in its lesson's file.")

    def unlike(self, answer):
        """ "" where an answer is of the wanted type and size, else one sentence: what was found,
        what was expected.
        """
        raise NotImplementedError

    def judged(self, answer):
        """Judged: what can be said of an answer."""
        raise NotImplementedError


class Known(Answer):
    """An answer that is compared with those that are accepted, and with known mistakes."""

    needs = ("nudge", "accept")

    def readings(self, answer):
        """list of Read: the ways to read an answer, the one in the wanted shape first."""
        raise NotImplementedError

    def same(self, value, known):
        """bool: whether a value is that of an entry of the toml."""
        raise NotImplementedError

    def compared(self, value):
        """list of str: what can be said of a value that no entry has."""
        return []

    def slip(self, answer):
        """str: what was typed otherwise than it is meant, such as 3.000 for 3000; else ""."""
        return ""

    def judged(self, answer):
        """Right by our table, or by the learner's own; defensible; a known mistake; else not
        yet.
        """
        reads = list(self.readings(answer))
        return (
            self._accepted(reads, "right")
            or self._by_own_table(reads)
            or self._accepted(reads, "also")
            or self._mistaken([read for read in reads if not read.loose])
            or self._otherwise(answer, reads)
        )

    def _accepted(self, reads, verdict):
        wanted = [k for k in self.exercise["accept"] if bool(k.get("also")) == (verdict == "also")]
        for read in reads:
            for known in wanted:
                if self.same(read.value, known):
                    return Judged(verdict, _with(known["says"], read.note))
        return None

    def _by_own_table(self, reads):
        own = own_table.own(self.exercise.get("table"), self.report)
        for read in reads:
            if own and any(self.same(read.value, {"value": value}) for value in own.wanted):
                return Judged("right" if own.accepted else "also", _with(own.says, read.note))
        return None

    def _mistaken(self, reads):
        for read in reads:
            for known in self.exercise.get("misconception", []):
                if self.same(read.value, known):
                    return Judged(f"misconception {known['name']}", known["says"])
        return None

    def _otherwise(self, answer, reads):
        if slip := self.slip(answer):
            return Judged("not yet", slip)
        if problem := self.unlike(answer):
            return Judged("wrong type", problem)
        said = [*self.compared(reads[0].value), self.exercise["nudge"]] if reads else []
        return Judged("not yet", " ".join(said) or self.exercise["nudge"])


class ByRule(Answer):
    """An answer of which the parts are looked at, one rule each."""

    needs = ("says",)
    passed = "right"  # the verdict where every rule is kept

    def read(self, answer):
        """The value as its parts are looked at."""
        return answer

    def missing(self, value):
        """Generator of str: one sentence for each rule that is not kept."""
        raise NotImplementedError

    def judged(self, answer):
        """Passed where every rule is kept, else not yet, and what is missing."""
        if problem := self.unlike(answer):
            return Judged("wrong type", problem)
        missing = list(self.missing(self.read(answer)))
        if missing:
            return Judged("not yet", " ".join(missing))
        return Judged(self.passed, self.exercise["says"])


def _with(says, note):
    return f"{says} {note}".strip()
