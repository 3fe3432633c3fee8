"""Finds: what a learner has found between two accounts, kept in their answers."""

from ..data.schema import renamed, schema
from ..lesson import answers
from ..reading.accounts import gap
from ..reading.numerals import so_many
from ..reading.pairs import BOTH_TRUE, CLASH, DIFFERENT, RELATIONS, can_both_be_true, verdict
from .whose_word import EMPTY

KEY = "06.t"
WANTED = (CLASH, BOTH_TRUE, EMPTY)
GOT = {
    CLASH: f"two quotes that {CLASH}",
    BOTH_TRUE: f"two quotes that {BOTH_TRUE}",
    EMPTY: "an empty cell, and what was in print elsewhere",
}
REACHED = (
    "Goal reached. Whether two quotes clash can depend on how one word is read. Quotes that differ"
    " can be answers to two questions. And whoever is not quoted here may have spoken elsewhere."
    " Now write your sentence below."
)
(RELATION,) = [field for field in schema("pairs")["fields"] if field["name"] == "relation"]


class Finds:
    """What was found on one report. sides: dict, name -> Side. pairs: dict, (id, id) -> the
    relation that was chosen. missed: dict, (name of a side, topic) -> None. found: dict,
    one of WANTED -> None.
    """

    def __init__(self, report, sides):
        self.report = report
        self.sides = sides
        self.pairs = {}
        self.missed = {}
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
        for part in value.get("pairs", []):
            *pair, relation = map(str, part)
            known = all(key in self.report.claims.index for key in pair)
            relation = renamed(relation, RELATION)
            if len(pair) == 2 and known and relation in RELATIONS:
                self._enter(tuple(pair), relation)
        for part in value.get("gaps", []):
            if len(part) == 2 and part[0] in self.sides:
                self._open(*map(str, part))

    def look_at(self, pair, relation, thought_over):
        """bool: whether it counts what was chosen of a pair. Enters it, and saves it where it is
        new. A choice that is changed when ours was there to be copied counts if it was thought
        over. pair: (id, id).
        """
        if self.pairs.get(pair) == relation:
            return True
        if pair in self.pairs and not thought_over and self.report.complete:
            return False
        self._enter(pair, relation)
        self._save()
        return True

    def miss(self, side, topic):
        """bool: whether this empty cell is the one to be found. Enters it, and saves it where it is
        new. side: name of a Side.
        """
        if (side, topic) not in self.missed:
            self._open(side, topic)
            self._save()
        return self._counts(side, topic)

    def _enter(self, pair, relation):
        self.pairs[pair] = relation
        found = verdict(self.report, *pair, relation)
        if relation == CLASH and found.word in ("right", "also"):
            self.found[CLASH] = None
        both_true = relation in (BOTH_TRUE, DIFFERENT)
        if both_true and found.word != "not yet" and can_both_be_true(self.report, *pair):
            self.found[BOTH_TRUE] = None

    def _open(self, side, topic):
        self.missed[side, topic] = None
        if self._counts(side, topic):
            self.found[EMPTY] = None

    def _counts(self, side, topic):
        """bool: whether a cell is empty and something was in print elsewhere; in a report that has
        no such cards: whether it is empty.
        """
        empty = gap(self.report, self.sides[side], topic)
        on_file = len(self.report.in_print) > 0
        return empty is not None and (bool(empty.in_print) or not on_file)

    def _save(self):
        value = {
            "report": self.report.folder.name,
            "pairs": [[*pair, relation] for pair, relation in self.pairs.items()],
            "gaps": [list(cell) for cell in self.missed],
        }
        answers.save("keep", KEY, value)

    def told(self):
        """str: how far the learner is."""
        if not self.report.complete:
            kept = f"{so_many(len(self.report.pairs), 'pair')} kept in pairs.csv"
            return f"{so_many(len(self.pairs), 'pair')} looked at, {kept}."
        if len(self.found) == len(WANTED):
            return REACHED
        got = [GOT[name] for name in WANTED if name in self.found]
        so_far = f": {'; '.join(got)}" if got else ""
        return f"Found {len(got)} of {len(WANTED)}{so_far}."

    def lines(self):
        """list of str: one line for each pair that was looked at."""
        return [self._line(pair) for pair in self.pairs]

    def _line(self, pair):
        relation = self.pairs[pair]
        one, other = (f"“{self.report.claims.loc[key, 'quote']}” ({key})" for key in pair)
        ours = verdict(self.report, *pair, relation).ours
        said = f"{one} and {other}: you said they {relation}"
        return said + (f"; we say they {ours}." if ours else ".")
