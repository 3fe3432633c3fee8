"""unexplained: whatever a picture shows that its marks, or the report, do not say. One rule a
function.
"""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from matplotlib.patches import Rectangle

from .data.report import NO_TOPIC
from .drawing.sheet import Cells, Sheet, Values, elements
from .drawing.words import ends, told
from .marks import Mark, Role, number_mark
from .reading.accounts import account_names


def unexplained(picture, report):
    """list of str: everything the picture shows that its marks, or the report, do not say. Empty
    is what we want. picture: Sheet, or a Picture of one. Each mark is made anew from the report.
    """
    sheet = getattr(picture, "sheet", picture)
    if sheet.figure is None:
        return [f"{len(sheet.marks)} marks and no figure"] if sheet.marks else []
    found = [complaint for rule in RULES for complaint in rule(sheet, report)]
    drawn = _by_mark(sheet)
    for mark in sheet.marks:
        look = Look(mark, drawn[mark.row], sheet, report)
        found += [f"{mark.row}: {c}" for rule in RULES_OF_A_MARK for c in rule(look)]
    return found + [complaint for rule in sheet.rules for complaint in rule(sheet, report)]


@dataclass
class Look:
    """One mark of a sheet, with what is drawn of it. drawn: list of (Axes, artist, Role, points in
    data units), one for each point, segment or patch.
    """

    mark: Mark
    drawn: list
    sheet: Sheet
    report: object

    def values(self, *roles):
        """list of (artist, coordinates on the value axis) of what is drawn in these roles."""
        return [
            (artist, means.of(points).tolist())
            for ax, artist, role, points in self.drawn
            if role in roles and isinstance(means := self.sheet.means(ax), Values)
        ]

    def texts(self):
        """list of str: what the labels of the mark say."""
        return [artist.get_text() for _, artist, role, _ in self.drawn if role is Role.LABEL]

    @property
    def in_a_table(self):
        """bool: whether the mark is drawn as squares in the cells of a table."""
        return any(isinstance(self.sheet.means(ax), Cells) for ax, *_ in self.drawn)


def _by_mark(sheet):
    """dict: Row of a mark -> what is drawn of it, as Look.drawn has it."""
    found = defaultdict(list)
    for ax, artist, mark, role, points in sheet.entries():
        found[mark.row].append((ax, artist, role, points))
    return found


# --- rules for a sheet: function (sheet, report) -> complaints


def no_artist_without_a_mark(sheet, _):
    """What is neither shown nor set aside, or shows something that is no mark of this picture."""
    known = {mark.row for mark in sheet.marks}
    for _, artist in sheet.artists():
        if artist in sheet.aside:
            continue
        entries = sheet.shown.get(artist)
        if not entries:
            yield f"{_named(artist)}: no mark explains it"
        for mark, role in entries or ():
            if role is not Role.EMPTY and mark.row not in known:
                yield f"{_named(artist)}: no mark explains it; it shows {mark.row}"


def one_mark_for_each_point(sheet, _):
    """Points that are more, or fewer, than the marks which an artist is said to show."""
    for _, artist in sheet.artists():
        entries = sheet.shown.get(artist, ())
        rows = {mark.row for mark, _ in entries}
        try:
            count = len(elements(artist)) if rows else 0
        except TypeError as e:
            yield f"{entries[0][0].row}: {e}"
            continue
        if len(rows) > 1 and len(entries) != count:
            yield f"{_named(artist)}: {count} points, said to show {len(entries)} marks"


def squares_stand_in_their_cells(sheet, report):
    """A table of squares: each claim of the report has a square and its paragraph in its cell, and
    a cell without claims is called empty, once.
    """
    tables = {ax: sheet.means(ax) for ax in sheet.figure.axes if sheet.in_cells(ax)}
    wanted, seen = Counter(), Counter()
    for cells in tables.values():
        wanted.update(_wanted_in(cells, report))
    for ax, artist, mark, role, points in sheet.entries():
        if ax in tables:
            cell = tables[ax].at(points.mean(axis=0))
            seen[cell, mark.row.id, _named_in_a_cell(artist, role)] += 1
    for cell, of, what in seen - wanted:
        yield f"{_cell(of)}: {what} drawn in the cell {_cell(cell)}; the report has none there"
    for cell, of, what in wanted - seen:
        yield f"{_cell(of)}: {what} is missing in the cell {_cell(cell)}"


def _wanted_in(cells, report):
    """(cell, cell of its mark, what) for everything that a table must hold."""
    claims = report.claims
    for _, account in cells.columns:
        for _, topic in cells.rows:
            cell = (account, topic)
            mine = claims[(claims["account"] == account) & (claims["topic"] == topic)]
            for paragraph in mine["paragraph"]:
                yield cell, cell, "a square"
                yield cell, cell, f"a {paragraph}"
            if mine.empty:
                yield cell, cell, "a word of its emptiness"


def _named_in_a_cell(artist, role):
    """str: what stands in a cell."""
    if role is Role.EMPTY:
        return "a word of its emptiness"
    if role is Role.CITED:
        return f"a {artist.get_text()}"
    return "a square" if isinstance(artist, Rectangle) else f"a {type(artist).__name__}"


def _cell(cell):
    """str: a cell by its ids."""
    return " / ".join(part or NO_TOPIC for part in cell)


def heads_name_their_columns_and_rows(sheet, report):
    """Heads of a table that do not say what stands under or beside them."""
    names = account_names(report)
    for ax in sheet.figure.axes:
        if not sheet.in_cells(ax):
            continue
        cells = sheet.means(ax)
        columns = [(x, names.get(account, account)) for x, account in cells.columns]
        rows = [(y, topic or NO_TOPIC) for y, topic in cells.rows]
        for side, heads in ((ax.xaxis, columns), (ax.yaxis, rows)):
            printed = dict(zip(side.get_ticklocs(), (t.get_text() for t in side.get_ticklabels())))
            for at, name in heads:
                if _bare(printed.get(at, "")) != _bare(name):
                    yield f"{name}: the head of its cells says “{printed.get(at, '')}”"


RULES = (
    no_artist_without_a_mark,
    one_mark_for_each_point,
    heads_name_their_columns_and_rows,
    squares_stand_in_their_cells,
)


# --- rules for a mark: function (Look) -> complaints


def drawn_at_its_ends(look):
    """Ends that are drawn where the mark has none, or not drawn."""
    if look.in_a_table:
        return
    mark = look.mark
    drawn = {x for artist, values in look.values(Role.VALUE) for x in _ends_of(artist, values)}
    stray = sorted(x for x in drawn if not _near(x, mark.printed))
    if stray:
        where = ", ".join(told(x, mark.unit) for x in stray)
        says = ends(mark.low, mark.high, "day" if mark.unit == "day" else "")
        yield f"drawn at {where}; the mark says {says}"
    for end in dict.fromkeys(mark.printed):
        if not _near(end, drawn):
            yield f"its end {told(end, mark.unit)} is not drawn"


def _ends_of(artist, values):
    """The values at which an artist ends: of a bar from nought the other end."""
    return values[1:] if _from_nought(artist, values) else values


def _from_nought(artist, values):
    return isinstance(artist, Rectangle) and values[0] == 0


def _near(x, others):
    return any(math.isclose(x, other, rel_tol=1e-9) for other in others)


def only_a_count_is_a_bar(look):
    """A bar from nought for anything that was not counted row by row."""
    mark = look.mark
    if look.in_a_table or not any(_from_nought(*drawn) for drawn in look.values(Role.VALUE)):
        return
    if mark.low != mark.high or mark.low != len(mark.evidence):
        rows = f" and {len(mark.evidence)} rows" if len(mark.evidence) > 1 else ""
        yield f"a bar from zero, for {ends(mark.low, mark.high)}{rows}; only a count is a bar"


def inside_its_axis(look):
    """A value outside the limits of its Axes, where nobody sees it."""
    for ax, artist, role, points in look.drawn:
        means = look.sheet.means(ax)
        if role is Role.VALUE and isinstance(means, Values):
            low, high = sorted(getattr(ax, f"get_{means.along}lim")())
            slack = 1e-6 * (high - low)
            if any(not low - slack <= v <= high + slack for v in means.of(points)):
                yield "drawn outside its axis, where nobody sees it"


def an_open_end_has_its_arrow(look):
    """An open end whose arrow is missing or points the other way; an arrow at a closed range."""
    mark = look.mark
    tips = [tip for _, values in look.values(Role.OPEN_END) for tip in values]
    up, down = math.isnan(mark.high), math.isnan(mark.low)
    if tips and not (up or down):
        yield "an arrow, though both ends are printed"
    if not mark.printed or look.in_a_table:
        return
    if up and not (tips and all(tip > mark.low for tip in tips)):
        yield "an open end without its arrow"
    if down and not (tips and all(tip < mark.high for tip in tips)):
        yield "an open end without its arrow"


def the_label_says_who_and_what(look):
    """A label that lacks the speaker, or the words or number beside the mark."""
    if look.in_a_table:
        return
    label, mark = " ".join(" ".join(look.texts()).split()), look.mark
    for piece in mark.beside:
        number = re.escape(piece) if piece.isdigit() else None
        held = re.search(rf"(?<!\d){number}(?!\d)", label) if number else _holds(label, piece)
        if not held:
            yield f"no label says {piece if number else f'“{piece}”'}"
    if mark.beside:
        return
    if not _holds(label, mark.who):
        yield f"no label says “{mark.who}”"
    if not all(_holds(label, words) for words in mark.words):
        yield "no label holds its words"


def _holds(label, piece):
    """bool: whether a label holds some words; a word wider than a line is broken."""
    return _bare(piece) in _bare(label)


def _bare(text):
    return "".join(text.split())


def the_rows_cited_are_its_own(look):
    """Paragraphs written in squares that are not those of the claims behind the mark."""
    cited = Counter(a.get_text() for _, a, role, _ in look.drawn if role is Role.CITED)
    if look.in_a_table or not cited:
        return
    claims = look.report.claims
    keys = [key for key in look.mark.ids if key in claims.index]
    own = Counter(str(p) for p in claims.loc[keys, "paragraph"])
    for paragraph in {**(cited - own), **(own - cited)}:
        yield f"paragraph {paragraph} is cited {cited[paragraph]} times, not {own[paragraph]}"


def a_band_is_what_the_words_allow(look):
    """A pale band that is wider or narrower than what the words do not exclude."""
    drawn = {v for _, values in look.values(Role.ALLOWED) for v in values}
    if not drawn:
        return
    widest = number_mark(look.report, look.mark.row.id, "logical")
    if drawn != {widest.low, widest.high}:
        yield f"a band drawn for {sorted(drawn)}; its words allow {ends(widest.low, widest.high)}"


def the_report_still_says_so(look):
    """The mark against the same mark made anew from the report."""
    try:
        anew = look.mark.again(look.report)
    except KeyError as e:
        yield f"the report holds no {e.args[0]} any more, or with another speaker"
        return
    for name, (mine, now) in look.mark.differences(anew).items():
        yield f"{name} is {mine!r}; the report says {now!r}"


RULES_OF_A_MARK = (
    drawn_at_its_ends,
    only_a_count_is_a_bar,
    inside_its_axis,
    an_open_end_has_its_arrow,
    the_label_says_who_and_what,
    the_rows_cited_are_its_own,
    a_band_is_what_the_words_allow,
    the_report_still_says_so,
)


def _named(artist):
    """str: an artist by its kind, and by its text where it has one."""
    text = artist.get_text() if hasattr(artist, "get_text") else ""
    return type(artist).__name__ + (f" “{text}”" if text else "")
