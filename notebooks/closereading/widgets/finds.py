"""Finds: what a learner has found between two accounts, kept in their answers."""

from typing import NamedTuple

from ..data.schema import renamed, schema
from ..lesson import answers
from ..reading.accounts import NO_ROW, NOT_HERE, OTHER_CODING, gap
from ..reading.numerals import so_many
from ..reading.pairs import BOTH_TRUE, CLASH, RELATIONS, verdict
from .whose_word import EMPTY

KEY = "06.t"
WANTED = (CLASH, BOTH_TRUE, EMPTY)
GOT = {
    CLASH: f"two that {CLASH}",
    BOTH_TRUE: f"two that {BOTH_TRUE}",
    EMPTY: "an empty cell, and why it is empty",
}
SILENT = "silent"
# why a cell may be empty, as a learner may choose it
WHY = {
    SILENT: "They had nothing to say on it.",
    NOT_HERE: "This text does not quote them on it. They may have spoken elsewhere.",
    NO_ROW: "I have not made a row of it yet. The text may quote them.",
    OTHER_CODING: "A quote that we sorted into another cell may belong here.",
}
REACHED = (
    "Goal reached. Whether two quotes clash can depend on one word, and whoever is not quoted here"
    " may have spoken elsewhere. Now write your sentence below."
)
(RELATION,) = [field for field in schema("pairs")["fields"] if field["name"] == "relation"]


class Look(NamedTuple):
    """What was chosen of a pair. relation: one of RELATIONS. four: list of the answers to the four
    questions; empty where they were not kept.
    """

    relation: str
    four: list


class Finds:
    """What was found on one report. sides: dict, name -> Side. pairs: dict, (id, id) -> Look. gaps:
    dict, (name of a side, topic) -> why the cell is empty, one of WHY. found: dict, one of WANTED
    -> None.
    """

    def __init__(self, report, sides):
        self.report = report
        self.sides = sides
        self.pairs = {}
        self.gaps = {}
        self.found = {}
        self._take_up()

    def _take_up(self):
        """Takes up what was found before, where answers on this report are saved."""
        for answer in answers.load()[0]:
            if answer["key"] == KEY and isinstance(answer["value"], dict):
                self._take(answer["value"])

    def _take(self, value):
        """Takes up one saved answer; what this report does not hold is passed over."""
        if value.get("report") != self.report.folder.name:
            return
        four = {tuple(part[:2]): part[2:] for part in value.get("four", [])}
        for part in value.get("pairs", []):
            *pair, relation = map(str, part)
            known = all(key in self.report.claims.index for key in pair)
            relation = renamed(relation, RELATION)
            if len(pair) == 2 and known and relation in RELATIONS:
                self._enter(tuple(pair), Look(relation, four.get(tuple(pair), [])))
        for part in value.get("gaps", []):
            self._take_gap([str(word) for word in part])

    def _take_gap(self, part):
        """Takes up an empty cell: the name of a side, a topic and why it is empty. Before, a cell
        was opened without saying why: it counts as it did then.
        """
        if len(part) in (2, 3) and part[0] in self.sides:
            empty = gap(self.report, self.sides[part[0]], part[1])
            why = part[2] if len(part) == 3 else empty and empty.kind
            if why in WHY:
                self._open(part[0], part[1], why)

    def seen(self, pair):
        """Look at a pair, in either order; None where it was not looked at. pair: (id, id)."""
        return self.pairs.get(pair) or self.pairs.get(pair[::-1])

    def is_settled(self, pair):
        """bool: whether a pair was looked at and ours was shown: its choice does not change."""
        look = self.seen(pair)
        return look is not None and verdict(self.report, *pair, look.relation).ours != ""

    def look_at(self, pair, look):
        """Enters what was chosen of a pair, and saves it; the first choice counts where ours was
        shown after it. pair: (id, id).
        """
        if self.is_settled(pair) or self.seen(pair) == look:
            return
        self.pairs.pop(pair[::-1], None)
        self._enter(pair, look)
        self._save()

    def say_why(self, side, topic, why):
        """Enters why a cell is empty, and saves it; the first answer counts. side: name of a Side.
        why: one of WHY.
        """
        if (side, topic) not in self.gaps:
            self._open(side, topic, why)
            self._save()

    def is_find(self, pair):
        """bool: whether a pair that was looked at is one of those to be found."""
        relation = self.seen(pair).relation
        return relation in WANTED and verdict(self.report, *pair, relation).word == "right"

    def _enter(self, pair, look):
        self.pairs[pair] = look
        if self.is_find(pair):
            self.found[look.relation] = None

    def _open(self, side, topic, why):
        self.gaps[side, topic] = why
        if self.is_right(side, topic):
            self.found[EMPTY] = None

    def is_right(self, side, topic):
        """bool: whether the learner said of an empty cell what we say. side: name of a Side."""
        empty = gap(self.report, self.sides[side], topic)
        return empty is not None and empty.kind == self.gaps[side, topic]

    def _save(self):
        value = {
            "report": self.report.folder.name,
            "pairs": [[*pair, look.relation] for pair, look in self.pairs.items()],
            "four": [[*pair, *look.four] for pair, look in self.pairs.items() if look.four],
            "gaps": [[*cell, why] for cell, why in self.gaps.items()],
        }
        answers.save("keep", KEY, value)

    @property
    def reached(self):
        """bool: whether all that was to be found in a report of ours is found."""
        return self.report.complete and len(self.found) == len(WANTED)

    def told(self):
        """str: how far the learner is."""
        if not self.report.complete:
            kept = f"{so_many(len(self.report.pairs), 'pair')} kept in pairs.csv"
            return f"{so_many(len(self.pairs), 'pair')} looked at, {kept}."
        if self.reached:
            return REACHED
        return f"Found {len(self.found)} of {len(WANTED)}."

    def marks(self):
        """list of (what is to be found, whether it is found); empty in a report of one's own."""
        wanted = WANTED if self.report.complete else ()
        return [(GOT[name], name in self.found) for name in wanted]

    def lines(self):
        """list of str: one line for each pair that was looked at."""
        return [self._line(pair) for pair in self.pairs]

    def _line(self, pair):
        relation = self.pairs[pair].relation
        one, other = (f"“{self.report.claims.loc[key, 'quote']}” ({key})" for key in pair)
        ours = verdict(self.report, *pair, relation).ours
        said = f"{one} and {other}: you said they {relation}"
        return said + (f"; we say they {ours}." if ours else ".")
