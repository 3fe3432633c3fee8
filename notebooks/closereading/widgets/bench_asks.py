"""What the claim bench asks of the words in a row: whether they mean the same as others, whether
typed ends are meant where the words say something else, which figure words stand for that cannot be
read safely, whether an amount stands in thousands, and whether two times are the same.
"""

from typing import NamedTuple

from ..data.asked import part, parted
from ..data.chosen import figure_of, is_read, may_be
from ..data.reference import parse_phrase, units
from ..data.times import APART, SAME, Times
from ..data.typed_ends import FIELD as ENDS
from ..data.typed_ends import TYPED, against
from ..reading.alike import ONLY_IF, PEOPLE_BOTH, alike, may_share
from ..reading.numerals import digits
from ..reading.one_unit import times
from ..reading.scaled import may_be_scaled, scale_of
from ..reading.scope import FIELDS
from ..reading.text import Problem
from ..reading.turns import turned_in
from ..reading.two_ways import two_ways
from .bench_ends import ends_of, typed
from .bench_units import told_in
from .claim_rows import NotSaved, in_text, time_in

ASKED_OF = {"unit": "numbers", "population": "numbers", "place": "numbers", "status": "numbers"}
ASKED_OF |= {"who": "claims", "topic": "claims", "kind": "claims", "account": "claims"}
ONE_UNIT = "one unit"  # as asked.json calls the question whether hours be told in minutes
SCALE = "scale"  # as asked.json calls the question whether an amount stands in thousands
UNREAD = "unread"  # and which figure words stand for that cannot be read safely
NEITHER = "Another number"
FIELD = {"who": "speaker"}  # as the form calls it


class Ask(NamedTuple):
    """One question. field: of the form, or ENDS. mine, known: the two texts. says: the question.
    yes, no: the two answers, as buttons.
    """

    field: str
    mine: str
    known: str
    says: str
    yes: str
    no: str = "No, they differ"


class Asks:
    """The questions of one report."""

    def __init__(self, report):
        self.report = report
        self.apart = {(f, frozenset(pair)) for f, *pair in parted(report.folder)}
        self.scale = scale_of(report.paragraphs)

    def about(self, row):
        """Ask: the first open question about a row, or None."""
        if ask := self._of_unread(row) or self._of_ends(row) or self._of_scale(row):
            return ask
        return self._of_unit(row) or self._of_words(row) or self._of_time(row)

    def _of_words(self, row):
        """Ask: whether a word of a row means the same as one of another row, or None."""
        for column, table in ASKED_OF.items():
            field = FIELD.get(column, column)
            mine = row.get(field, "").strip()
            texts = self._texts(table, column, row["passage"]) if mine else []
            for known in texts:
                why = self._why(column, mine, known, mine in texts)
                if why and not (why in ONLY_IF and self._apart(row, column, known)):
                    yes = f"Yes: write “{known}”"
                    return Ask(field, mine, known, _question(mine, known, why), yes)
        return None

    def _of_unread(self, row):
        """Ask: which figure the words of a number stand for that cannot be read safely, or None."""
        words = row.get("number", "").strip()
        figures = [] if typed(row) or not words else self._figures(row, words)
        if not figures or (UNREAD, frozenset((words, figures[0]))) in self.apart:
            return None
        first, *others = figures
        says = f"“{words}” cannot be read safely. Which number is it?"
        return Ask(UNREAD, words, first, says, first, next(iter(others), NEITHER))

    def _figures(self, row, words):
        """list of str: what the words of a number may stand for; none where they are clear."""
        text, places = in_text(self.report, row)
        found = two_ways(text, *places[0]) if len(places) == 1 else []
        return list(filter(is_read, found)) or may_be(words, row["passage"].split(words)[0])

    def _of_ends(self, row):
        """Ask: whether typed ends are meant that the words of the number do not say, or None."""
        words = row.get("number", "").strip()
        both = _typed_against(row, words) if words else None
        if both is None or (ENDS, frozenset((words, both[0]))) in self.apart:
            return None
        mine, said = both
        says = f"The words say {said}. Yours is {mine}. Keep yours?"
        return Ask(ENDS, words, mine, says, f"Keep {mine}, {TYPED}", f"Take the words: {said}")

    def _of_scale(self, row):
        """Ask: whether an amount is one of those that the text prints in thousands, or None."""
        words = row.get("number", "").strip()
        if self.scale is None or not may_be_scaled(words, row.get("unit", "")):
            return None
        said, factor = self.scale
        value = _as_it_stands(row, words)
        if value is None or (SCALE, frozenset((words, said))) in self.apart:
            return None
        full = f"{value * factor:,.12g}"
        says = (
            f"The text says “{said}”. Is “{words}” one of these amounts, so that it means {full}?"
        )
        return Ask(SCALE, words, said, says, f"Yes: {full}", f"No: {value:,.12g}")

    def _of_unit(self, row):
        """Ask: whether a number is to be told in the unit of another that counts the same, or None:
        hours beside minutes.
        """
        unit = row.get("unit", "").strip()
        if not (unit and row["number"].strip() and row["population"].strip()) or typed(row):
            return None
        for words, other in self._of_the_same(row):
            ends = told_in(row, times(unit, other, units()))
            if ends and (ONE_UNIT, frozenset((unit, other))) not in self.apart:
                told = " to ".join(dict.fromkeys(filter(None, ends.values())))
                says = (
                    f"“{words}” counts the same and is told in {other}; yours is told in {unit}."
                    f" Shall yours be told in {other}, too? Else no axis holds both."
                )
                return Ask(ONE_UNIT, unit, other, says, f"Yes: {told} {other}", f"No, keep {unit}")
        return None

    def _of_time(self, row):
        """Ask: whether a number covers the same time as another that counts the same, where their
        sentences print two; or None.
        """
        mine = time_in(self.report, row) if row.get("number", "").strip() else ""
        if not mine or not all(row[field].strip() for field in FIELDS):
            return None
        times = Times(self.report.folder)
        for words, time in self._of_the_same(row, "time"):
            known = not time or times.are_same(mine, time) or times.are_apart(mine, time)
            if not known:
                says = (
                    f"Is it the same time? The text says “{mine}”; at “{words}”, which counts the"
                    f" same, it says “{time}”. Only numbers of one time share an axis."
                )
                return Ask(APART, mine, time, says, "Yes, the same time", "No, another time")
        return None

    def _of_the_same(self, row, column="unit"):
        """list of (words, unit): the numbers of other passages that count the same as a row.
        column: given in the place of the unit; of a time only where the unit is the same, too.
        """
        claims = self.report.claims
        mine = claims.index[claims["quote"] == row["passage"]]
        numbers = self.report.numbers[~self.report.numbers["from"].isin(mine)]
        for field in FIELDS if column == "time" else FIELDS[1:]:
            numbers = numbers[numbers[field] == row[field].strip()]
        return list(zip(numbers["words"], numbers[column], strict=True))

    def _texts(self, table, column, passage):
        """list of str: what other rows have in a column; a row of this passage is changed."""
        claims = self.report.claims
        mine = claims.index[claims["quote"] == passage]
        rows = getattr(self.report, table)
        owner = rows["from"] if table == "numbers" else rows.index
        return list(dict.fromkeys(rows[column][~owner.isin(mine)]))

    def _apart(self, row, column, known):
        """bool: whether no axis could hold the number of a row and one that says `known` there."""
        if column not in ("population", "place", "status") and not turned_in(known)[1]:
            return False
        numbers = self.report.numbers
        return not may_share(row, numbers[numbers[column] == known], column)

    def _why(self, column, mine, known, had):
        """str: why two texts may mean the same; blank where they do not, or the reader said so.
        had: whether other rows have the first, too; then only what the gate asks is asked.
        """
        parted = (FIELD.get(column, column), frozenset((mine, known))) in self.apart
        if parted or (column == "unit" and times(mine, known, units())):
            return ""
        why = alike(mine, known, units())
        return "" if _is_not_asked(column, why, had) else why

    def answered(self, row, do):
        """dict of fields that change: the reader says whether two words mean the same."""
        ask = self.about(row)
        if ask is None or ask.field != do["field"]:
            return {}
        if ask.field == UNREAD:
            return self._told_which(row, ask, ask.yes if do["same"] == "yes" else ask.no)
        if do["same"] == "yes" and ask.field != ENDS:
            return self._agreed(row, ask)
        if ask.field == ENDS and do["same"] == "no":
            return dict(low="", high="")
        self._part(ask.field, ask.mine, ask.known)
        return {}

    def _told_which(self, row, ask, figure):
        """dict of fields that change where the reader says which figure some words stand for."""
        if figure == NEITHER:
            self._part(UNREAD, ask.mine, ask.known)
            return {}
        said = parse_phrase(figure)
        ends = dict(low=_end(said, said.printed.low), high=_end(said, said.printed.high))
        words = row["number"].strip()
        if differ := _typed_against(row | ends, words):
            self._part(ENDS, words, differ[0])
        return ends | dict(unit=row["unit"] or said.unit)

    def _agreed(self, row, ask):
        """dict of fields that change where the reader says yes to a question but that of ends."""
        if ask.field == SCALE:
            return self._in_full(row)
        if ask.field == ONE_UNIT:
            return self._in_unit(row, ask.known)
        if ask.field == APART:
            self._part(SAME, ask.mine, ask.known)
            return {}
        return {ask.field: ask.known}

    def _in_full(self, row):
        """dict: both ends of an amount that stands in thousands, written in full, and kept so."""
        words = row["number"].strip()
        full = digits(_as_it_stands(row, words) * self.scale.factor)
        ends = dict(low=full, high=full)
        if both := _typed_against(row | ends, words):
            self._part(ENDS, words, both[0])
        return ends

    def _in_unit(self, row, unit):
        """dict: the ends of a number and their unit, told in another unit, and kept so."""
        ends = told_in(row, times(row["unit"].strip(), unit, units()))
        both = _typed_against(row | ends, row["number"].strip())
        if both:
            self._part(ENDS, row["number"].strip(), both[0])
        return ends | dict(unit=unit)

    def _part(self, field, one, other):
        """Keeps what the reader said of two texts."""
        part(self.report.folder, field, one, other)
        self.apart.add((field, frozenset((one, other))))

    def settled(self, row):
        """Raises NotSaved where a question about a row is open."""
        if ask := self.about(row):
            raise NotSaved(f"Not saved. {ask.says}")


def _end(said, value):
    """str: an end of a number as it is typed, with its hedge; blank where it is open."""
    return f"{said.hedge} {value:,.12g}".strip() if value == value else ""


def _is_not_asked(column, why, had):
    """bool: whether two texts that may mean the same need no question."""
    one_says = why.startswith("one says")
    if had and (column not in FIELDS or one_says):
        return True
    people = why == PEOPLE_BOTH and column != "population"
    return people or (one_says and column == "topic")


def _question(mine, known, why):
    return f"You write “{mine}”; another row has “{known}”. Do they mean the same? ({why})"


def _as_it_stands(row, words):
    """float: the one figure that the words of a row say, or that its reader chose among those that
    they may stand for; None for other ends.
    """
    if not typed(row):
        return figure_of(words)
    chosen = may_be(words, row["passage"].split(words)[0]) if words else []
    made = _ends(row)
    one = made is not None and made.low == made.high and not made.hedge
    return made.low if one and made.low in map(figure_of, chosen) else None


def _ends(row):
    """Ends of a row; None where they are none."""
    try:
        return ends_of(row)
    except Problem:
        return None


def _typed_against(row, words):
    """(what the typed ends of a row say, what its words say), or None; as `against`."""
    made = _ends(row) if typed(row) else None
    return made and against(words, *made)
