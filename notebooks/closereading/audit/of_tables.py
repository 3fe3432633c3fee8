"""Rules for tables of squares: functions (sheet, report) -> Complaints."""

from collections import Counter

from matplotlib.patches import Rectangle

from ..drawing.complaint import Complaint
from ..drawing.grid import dash_means
from ..drawing.sheet import Words
from ..marks import Role
from ..reading.accounts import DASH, NO_ROW, NO_TOPIC, Side, account_names, gap, gaps
from .look import bare


def squares_stand_in_their_cells(sheet, report):
    """A table of squares: each claim of the report has a square and its paragraph in its cell, and
    a cell without claims says once which kind of gap it is, by a dash where the picture says what
    that means.
    """
    tables = {ax: sheet.means(ax) for ax in sheet.figure.axes if sheet.in_cells(ax)}
    wanted = Counter()
    seen = Counter()
    for cells in tables.values():
        wanted.update(_wanted_in(cells, report))
    for ax, artist, mark, role, points in sheet.entries():
        if ax in tables and role is not Role.HEAD:
            cell = tables[ax].at(points.mean(axis=0))
            seen[cell, mark.row.id, _named_in_a_cell(artist, role, sheet.says)] += 1
    for cell, of, what in seen - wanted:
        yield Complaint(
            f"{what} drawn in the cell {_cell(cell)}; the report has none there", _cell(of)
        )
    for cell, of, what in wanted - seen:
        yield Complaint(f"{what} is missing in the cell {_cell(cell)}", _cell(of))


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
                kind = gap(report, Side("", "account", account), topic).kind
                yield cell, cell, f"its “{kind}”"


def _named_in_a_cell(artist, role, says):
    """str: what stands in a cell. says: what is said below the picture."""
    if role is Role.EMPTY:
        written = " ".join(artist.get_text().split())
        meant = NO_ROW if written == DASH and dash_means() in says else written
        return f"its “{meant}”"
    if role is Role.CITED:
        return f"a {artist.get_text()}"
    return "a square" if isinstance(artist, Rectangle) else f"a {type(artist).__name__}"


def words_stand_in_their_cells(sheet, report):
    """A table of words: each quote stands in the cell of its account and topic, and each cell holds
    a quote or says once which kind of gap it is.
    """
    for ax in sheet.figure.axes:
        means = sheet.means(ax)
        if isinstance(means, Words):
            yield from _words_in(sheet, ax, means, report)


def _words_in(sheet, ax, means, report):
    """Yields complaints on the words of some Axes."""
    filled = set()
    for cell, mark in _placed_in(sheet, ax, means):
        if cell not in _cells_of(mark, report):
            yield Complaint(f"drawn in the cell {_cell(cell)}", mark.row)
        filled.add((cell, mark.row.table))
    empty = gaps(report, [spot[4] for spot in means.spots])
    for *_, account, topic in means.spots:
        cell = (account, topic)
        wanted = "cells" if cell in empty else "claims"
        if (cell, wanted) not in filled:
            yield Complaint(_MISSING[wanted], _cell(cell))


_MISSING = {
    "cells": "this cell must say that it is empty",
    "claims": "no words stand in this cell",
}


def _placed_in(sheet, ax, means):
    """(cell, mark) of all words in some Axes that one would point at, or that say a cell is empty;
    the cell is ("", "") outside all of them.
    """
    for other, _, mark, role, points in sheet.entries():
        if other is ax and role in (Role.VALUE, Role.EMPTY):
            yield means.at(points[0]) or ("", ""), mark


def _cells_of(mark, report):
    """list of (account, topic): where a mark of words belongs; empty where its claim is lost."""
    if mark.row.table == "cells":
        return [mark.row.id]
    if mark.row.id not in report.claims.index:
        return []
    return [tuple(report.claims.loc[mark.row.id, ["account", "topic"]])]


def _cell(cell):
    """str: a cell by its ids."""
    return " / ".join(part or NO_TOPIC for part in cell)


def heads_name_their_columns_and_rows(sheet, report):
    """Heads of a table that do not say what stands under or beside them."""
    for ax in filter(sheet.in_cells, sheet.figure.axes):
        cells = sheet.means(ax)
        names = account_names(report)
        columns = [(x, names.get(account, account)) for x, account in cells.columns]
        rows = [(y, topic or NO_TOPIC) for y, topic in cells.rows]
        for side, heads in ((ax.xaxis, columns), (ax.yaxis, rows)):
            printed = dict(zip(side.get_ticklocs(), (t.get_text() for t in side.get_ticklabels())))
            for at, name in heads:
                if bare(printed.get(at, "")) != bare(name):
                    yield Complaint(f"the head of its cells says “{printed.get(at, '')}”", name)
            yield from _heads_open(sheet, ax, side, {at: name for at, name in heads})


def _heads_open(sheet, ax, side, heads):
    """Heads of some Axes that do not open to the marks of just their own cells. heads: dict, place
    on the axis -> name.
    """
    cells = sheet.means(ax)
    if side is ax.xaxis:
        wanted = {at: {(key, topic) for _, topic in cells.rows} for at, key in cells.columns}
    else:
        wanted = {at: {(account, key) for _, account in cells.columns} for at, key in cells.rows}
    for at, text in zip(side.get_ticklocs(), side.get_ticklabels()):
        own = {mark.row.id for mark, _ in sheet.shown.get(text, ())}
        if at in heads and own != wanted[at]:
            yield Complaint("its head does not open to the marks of just its cells", heads[at])
