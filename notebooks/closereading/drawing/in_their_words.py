"""In their words: accounts and questions, in each cell the shortest exact words or the kind of gap.

One function, two layouts: a page that a phone can show, and a poster for a wall (A3).
"""

from dataclasses import dataclass

from ..reading.accounts import account_names, ready_pairs
from . import said_marks
from .page import MARGIN, WIDTH, OurFigure, balanced, width, wrap
from .sheet import Sheet, Words
from .style import ACCENT, QUIET, RULE, our_style

NAME = "in_their_words"
KIND = "Table of quotes"


@dataclass(frozen=True)
class Layout:
    """Sizes of one layout, in inches and points. wide, tall: of the whole (tall None: as it comes).
    edge: of the margin. title, head, quote, small: sizes of lettering. dpi: of the saved picture.
    shown_at: dots to the inch on a page: where it is tall, its lettering is as large there as that
    of the page, and not larger.
    beside: whether accounts stand beside each other, as columns; else below each other. shown: how
    many quotes of a cell are printed; the others are behind “and 3 more”.
    """

    wide: float
    tall: float | None
    edge: float
    title: float
    head: float
    quote: float
    small: float
    dpi: int
    shown_at: int
    beside: bool
    shown: int


LAYOUTS = {
    "page": Layout(WIDTH, None, MARGIN, 17, 15, 14.8, 14.2, 150, 73, False, 1),
    "poster": Layout(16.54, 11.69, 0.42, 26, 18, 17.5, 12.8, 110, 115, True, 2),
}
SMALLEST = 12.8  # points, on a poster: 9 of them where it is printed on A4
LEADING = 1.18  # from one baseline to the next, in sizes of the lettering
GAP = dict(color=QUIET, style="italic")  # how a kind of gap is written
ASCENT = 0.8  # of the first line above its baseline, in sizes of its lettering
STEP = 0.97  # a poster that is too tall is set in smaller lettering, step by step


@our_style()
def in_their_words(report, layout="page"):
    """Sheet: for each question of the report what each account says, in its shortest exact words;
    an empty cell says which kind it is. layout: "page", as wide as our other pictures, or "poster",
    one landscape sheet of A3.
    """
    accounts = _ordered(report)
    if len(accounts) < 2:
        says = "One account; nothing to compare."
        return Sheet(None, says=says, name=NAME)
    look = LAYOUTS[layout]
    scale = 1.03
    table = said_marks.WordsTable(report, accounts, look.shown, named=not look.beside)
    while True:
        made = (_Columns if look.beside else _Blocks)(table, look, scale)
        if look.tall is None or made.deep <= look.tall or scale < 0.4:
            return made.sheet()
        scale *= STEP


def _ordered(report):
    """list of ids: the accounts, those of the first ready pair first."""
    names = account_names(report)
    pair = [side.id for two in ready_pairs(report)[:1] for side in two]
    return list(dict.fromkeys([a for a in pair if a in names] + list(names)))


class _Set:
    """A table that is being set, top down, on one Axes that is measured in inches. deep: inches
    that it fills.
    """

    def __init__(self, table, look, scale):
        self.table = table
        self.look = look
        self.scale = scale
        self.texts = []
        self.rules = []
        self.spots = []
        self.y = look.edge
        self.room = look.wide - 2 * look.edge
        self._title()
        self._fill()
        self._foot()
        self.deep = self.y + look.edge * 0.6

    def size(self, name):
        """float: the size of a kind of lettering, in points."""
        size = getattr(self.look, name)
        return max(size * self.scale, SMALLEST) if self.look.beside else size

    def _title(self):
        size = self.look.title
        lines = balanced(self.table.title, size, "bold", self.room)
        self.write(self.look.edge, lines, size, weight="bold")
        self.y += 0.1

    def _foot(self):
        note = f"{self.table.says} Source: {self.table.report.title}."
        size = self.look.small
        self.y += 0.05
        self.write(self.look.edge, wrap(note, size, "regular", self.room), size, color=QUIET)

    def write(self, x, lines, size, marks=(), **look):
        """Lines of text from the height that is reached on, which then lies below them. marks: of
        (Mark, its roles), as said_marks.enter takes them.
        """
        for line in lines:
            self.texts.append((x, self.y, line, size, marks, look))
            self.y += size * LEADING / 72

    def beside(self, x, line, size, marks=(), **look):
        """A text on the line that was written last."""
        self.y -= size * LEADING / 72
        self.write(x, [line], size, marks, **look)

    def item(self, x, room, item):
        """One thing in a cell: a quote and who says it; a gap; or how many more there are."""
        (mark, words) = item[:2]
        about = item[2]
        small = self.size("small")
        size = self.size("quote") if about else small
        look = {} if about else dict(color=QUIET, style="italic")
        lines = wrap(words, size, "regular", room)
        self.write(x, lines, size, [(mark, said_marks.WORDS)], **look)
        end = x + width(lines[-1], size) + 0.1
        said = [(mark, said_marks.SAID)]
        if about and not self.look.beside and end + width(about, small) < x + room:
            self.beside(end, about, size, said, color=QUIET, fontsize=small)
        elif about:
            lines = wrap(about, small, "regular", room)
            self.write(x, lines, small, said, color=QUIET)
        self.y += 0.07

    def sheet(self):
        """Sheet: everything drawn."""
        table = self.table
        look = self.look
        tall = look.tall or self.deep
        figure = OurFigure(figsize=(look.wide, tall))
        sheet = Sheet(figure, table.marks, table.title, table.says, NAME, KIND)
        sheet.dpi = look.dpi
        sheet.shown_at = look.shown_at
        ax = figure.add_axes((0, 0, 1, 1))
        ax.set(xlim=(0, look.wide), ylim=(tall, 0), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        heads = tuple(table.names[account] for account in table.accounts)
        sheet.meaning[ax] = Words(heads, tuple(table.asked.values()), tuple(self.spots))
        for y in self.rules:
            ends = [look.edge, look.wide - look.edge]
            sheet.scenery(*ax.plot(ends, [y, y], color=RULE, linewidth=0.8))
        for x, y, text, size, marks, style in self.texts:
            look = {"fontsize": size, "va": "baseline"} | style
            artist = ax.text(x, y + ASCENT * size / 72, text, **look)
            said_marks.enter(sheet, artist, marks)
        return sheet


class _Columns(_Set):
    """A poster: questions below each other, accounts beside each other."""

    def _fill(self):
        head = self.size("head")
        quote = 0.16
        side = max(width(word, head, "bold") for q in self._asked for word in q.split()) + 0.25
        side = max(side, 1.5)
        wide = (self.room - side) / len(self.table.accounts)
        left = [self.look.edge + side + i * wide for i in range(len(self.table.accounts))]
        self._heads(left, wide - quote, head)
        for topic, question in self.table.asked.items():
            self.rules.append(self.y)
            self.y += 0.09
            top = self.y
            deepest = self._head(question, side - 0.15, head)
            for account, x in zip(self.table.accounts, left):
                self.y = top
                self._cell(account, topic, x, wide - quote)
                deepest = max(deepest, self.y)
            self.spots += [
                (x, x + wide, top - 0.05, deepest, account, topic)
                for account, x in zip(self.table.accounts, left)
            ]
            self.y = deepest + 0.04

    @property
    def _asked(self):
        return self.table.asked.values()

    def _heads(self, left, room, size):
        """The accounts above the columns."""
        top = self.y
        deepest = self.y
        for account, x in zip(self.table.accounts, left):
            self.y = top
            lines = wrap(self.table.names[account], size, "bold", room)
            self.write(x, lines, size, weight="bold", color=ACCENT)
            deepest = max(deepest, self.y)
        self.y = deepest + 0.05

    def _head(self, question, room, size):
        """float: the height at which the question beside a row ends."""
        self.write(self.look.edge, wrap(question, size, "bold", room), size, weight="bold")
        return self.y

    def _cell(self, account, topic, x, room):
        for item in self.table.cells[account, topic]:
            self.item(x, room, item)


class _Blocks(_Set):
    """A page: a block for each question, in it the accounts below each other; those that are not
    quoted come last, together.
    """

    def _fill(self):
        left = self.look.edge
        room = self.room
        for topic, question in self.table.asked.items():
            self.rules.append(self.y)
            self.y += 0.07
            size = self.size("head") + 2
            self.write(left, wrap(question, size, "bold", room), size, weight="bold")
            for account in self.table.accounts:
                if (account, topic) not in self.table.gaps:
                    self._account(account, topic, left, room)
            for kind, accounts in self._empty(topic).items():
                self._gaps(kind, accounts, topic)
            self.y += 0.06

    def _empty(self, topic):
        """dict: kind of gap -> ids of the accounts that have it on a topic."""
        found = {}
        for account in self.table.accounts:
            if empty := self.table.gaps.get((account, topic)):
                found.setdefault(empty.kind, []).append(account)
        return found

    def _account(self, account, topic, left, room):
        """The name of an account with how many more words it has; below it those that are shown."""
        top = self.y
        size = self.size("small")
        items = self.table.cells[account, topic]
        lines = wrap(self.table.names[account], size, "bold", room)
        its_own = [(mark, said_marks.HEAD) for mark, *_ in items]
        self.write(left, lines, size, its_own, weight="bold", color=ACCENT)
        end = left + width(lines[-1], size, "bold") + 0.1
        for mark, words, about in sorted(items, key=lambda item: bool(item[2])):
            if not about and end + width(words, size) < left + room:
                its_own = [(mark, said_marks.WORDS)]
                self.beside(end, words, size, its_own, color=QUIET, style="italic")
            else:
                self.item(left + 0.15, room - 0.15, (mark, words, about))
        self.spots.append((left, left + room, top, self.y, account, topic))

    def _gaps(self, kind, accounts, topic):
        """A kind of gap, and behind it the accounts that have it, in as many lines as they need."""
        left = self.look.edge
        size = self.size("small")
        marks = [self.table.cells[account, topic][0][0] for account in accounts]
        told = f"{kind}:"
        self.write(left, [told], size, [(mark, said_marks.HEAD) for mark in marks], **GAP)
        x = left + width(told, size) + 0.08
        for account, mark in zip(accounts, marks):
            x = self._name(account, topic, x, mark)
        self.y += 0.04

    def _name(self, account, topic, x, mark):
        """float: where the next name may begin. The name of an account, behind the one before or,
        where it does not fit there, on a line of its own.
        """
        size = self.size("small")
        indent = self.look.edge + 0.15
        end = self.look.edge + self.room
        look = dict(weight="bold", color=ACCENT)
        name = self.table.names[account]
        line = size * LEADING / 72
        if x + width(name, size, "bold") < end:
            self.beside(x, name, size, [(mark, said_marks.WORDS)], **look)
            lines = [name]
        else:
            x = indent
            lines = wrap(name, size, "bold", end - indent)
            self.write(x, lines, size, [(mark, said_marks.WORDS)], **look)
        reach = x + width(lines[-1], size, "bold")
        spot = (x, max(reach, x + 0.1), self.y - line * len(lines), self.y, account, topic)
        self.spots.append(spot)
        return reach + 0.16
