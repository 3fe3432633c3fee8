"""Marks of words: one claim, the claims of a cell that are not printed, and a cell without any."""

from functools import partial

from ..marks import Evidence, Mark, Role, Row, on_card
from ..reading.accounts import (
    NO_TOPIC,
    OTHER_CODING,
    Side,
    account_names,
    cells,
    gap,
    gaps,
    questions,
    said_by,
)
from ..reading.in_marks import in_marks
from ..reading.interval import Interval
from ..reading.numerals import so_many


def claim_mark(report, key):
    """Mark of one claim in its exact words; its value is that of its number, where it has one.
    Raises KeyError where the report holds no such claim.
    """
    claim = report.claims.loc[key]
    numbers = report.numbers[report.numbers["from"] == key]
    value = Interval(None, None, basis="we read the words only")
    unit = ""
    if len(numbers) == 1:
        value = report.interval(numbers.index[0])
        unit = numbers["unit"].iloc[0]
    told = _told(report, key)
    again = partial(claim_mark, key=key)
    return Mark(Row("claims", key), claim["who"], claim["who"], value, unit, (told,), again)


def rest_mark(report, account, topic, keys):
    """Mark of the claims of a cell that are not printed. keys: tuple of their ids. Raises KeyError
    where one of them does not stand there any more.
    """
    side = _side(report, account)
    mine = said_by(report, side, topic)
    evidence = tuple(_told(report, key) for key in mine.loc[list(keys)].index)
    again = partial(rest_mark, account=account, topic=topic, keys=keys)
    said = f"and {len(keys)} more"
    value = Interval(len(keys), len(keys), basis="each claim counts once")
    row = Row("cells", (account, topic))
    return Mark(
        row,
        f"{side.name}, topic {topic}, {said}",
        side.name,
        value,
        "claims",
        evidence,
        again,
        (said,),
    )


def gap_mark(report, account, topic, named=False):
    """Mark of a cell in which no claim stands: behind it are the claims that another coding would
    put there, and what was in print elsewhere; where there is neither, how many claims were looked
    through. named: whether the name of the account stands for it, below the kind of gap. Raises
    KeyError where the cell is not empty.
    """
    side = _side(report, account)
    empty = gap(report, side, topic)
    if empty is None:
        raise KeyError(f"{account} / {topic}")
    evidence = [_told(report, key) for key in empty.claims]
    evidence += [
        on_card(report, card, says, f"source card {card}") for card, says in empty.in_print
    ]
    basis = "in print elsewhere by the day of the report"
    if not evidence:
        evidence = [_looked_through(report, side, topic)]
        basis = "an empty cell is no silence: no claim here has both this account and this topic"
    if empty.kind == OTHER_CODING:
        basis = "coded by us as another topic or account; this coding we accept, too"
    value = Interval(None, None, basis=basis)
    again = partial(gap_mark, account=account, topic=topic, named=named)
    row = Row("cells", (account, topic))
    label = f"{side.name}, topic {topic or NO_TOPIC}: {empty.kind}"
    beside = (side.name, empty.kind) if named else (empty.kind,)
    return Mark(row, label, side.name, value, "", tuple(evidence), again, beside)


def _looked_through(report, side, topic):
    """Evidence, in our words: how many claims there are, and how many of the account and of the
    topic; none has both.
    """
    claims = report.claims
    asked = topic or NO_TOPIC
    mine = int((claims["account"] == side.id).sum())
    others = int((claims["topic"] == topic).sum())
    words = (
        f"All {len(claims)} claims were looked through: {mine} of {side.name}, none of them on"
        f" “{asked}”; {others} on “{asked}”, none of them of {side.name}."
    )
    if not report.complete:
        words = (
            f"{so_many(mine, 'row')} of {side.name}, {so_many(others, 'row')} on “{asked}”, and"
            " none of both. Look into the text: perhaps it says more."
        )
    return Evidence(words, "the table of claims", Row("cells", (side.id, topic)), ours=True)


# what a text is to a mark: what one points at; who says it; the head of several
WORDS = (Role.VALUE, Role.LABEL)
SAID = (Role.LABEL,)
HEAD = (Role.HEAD,)


def enter(sheet, artist, marks):
    """Enters a text into a sheet. marks: list of (Mark, its roles); empty: it is scenery."""
    if not marks:
        sheet.scenery(artist)
    for mark, roles in marks:
        for role in roles:
            sheet.shows(artist, mark, role)


def _side(report, account):
    """Side of an account."""
    return Side(account_names(report).get(account, account), "account", account)


def _told(report, key):
    """Evidence: the words of one claim, and where they stand."""
    claim = report.claims.loc[key]
    where = f"{claim['who']}, paragraph {claim['paragraph']}"
    return Evidence(claim["quote"], where, Row("claims", key))


class WordsTable:
    """What a table of words prints. accounts: ids, in their order. names, asked: as account_names
    and questions give them. gaps: as `gaps`. cells: dict, (account, topic) -> list of (Mark, words,
    who says them, or blank). shown: how many quotes a cell prints. named: as gap_mark takes it.
    """

    def __init__(self, report, accounts, shown, named):
        self.report = report
        self.accounts = accounts
        self.named = named
        self.names = account_names(report)
        self.asked = questions(report)
        self.gaps = gaps(report, accounts)
        table = cells(report, accounts)
        self.cells = {
            (account, topic): self._cell(account, topic, table.loc[topic, account], shown)
            for topic in self.asked
            for account in accounts
        }

    def _cell(self, account, topic, keys, shown):
        """list of (Mark, words, about): what is printed in one cell."""
        if not keys:
            mark = gap_mark(self.report, account, topic, self.named)
            return [(mark, mark.beside[0], "")]
        quotes = self.report.claims["quote"]
        ordered = sorted(keys, key=lambda key: len(quotes[key]))
        made = [self._quote(account, key) for key in ordered[:shown]]
        if rest := tuple(key for key in keys if key not in ordered[:shown]):
            mark = rest_mark(self.report, account, topic, rest)
            made.append((mark, mark.beside[0], ""))
        return made

    def _quote(self, account, key):
        mark = claim_mark(self.report, key)
        paragraph = self.report.claims.loc[key, "paragraph"]
        return mark, in_marks(mark.words[0]), f"{mark.who}, par. {paragraph}"

    @property
    def marks(self):
        """list of Mark: all of them, question by question."""
        return [mark for items in self.cells.values() for mark, *_ in items]

    @property
    def title(self):
        """str: the finding."""
        empty = len(self.gaps)
        return f"In their words: {empty} of {len(self.cells)} cells hold no quote"

    @property
    def says(self):
        """str: what an empty cell means."""
        return (
            "The shortest words of each account on each question, exactly as printed. An empty cell"
            " is no silence: it says whom this text does not quote there, or that another reader"
            " may put words there."
        )
