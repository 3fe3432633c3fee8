"""Rules for tables of squares: functions (sheet, report) -> complaints."""

from collections import Counter

from matplotlib.patches import Rectangle

from ..marks import Role
from ..reading.accounts import NO_TOPIC, account_names
from .look import bare


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
    for ax in filter(sheet.in_cells, sheet.figure.axes):
        cells, names = sheet.means(ax), account_names(report)
        columns = [(x, names.get(account, account)) for x, account in cells.columns]
        rows = [(y, topic or NO_TOPIC) for y, topic in cells.rows]
        for side, heads in ((ax.xaxis, columns), (ax.yaxis, rows)):
            printed = dict(zip(side.get_ticklocs(), (t.get_text() for t in side.get_ticklabels())))
            for at, name in heads:
                if bare(printed.get(at, "")) != bare(name):
                    yield f"{name}: the head of its cells says “{printed.get(at, '')}”"
