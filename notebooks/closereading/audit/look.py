"""Look: one mark of a sheet, with what is drawn of it."""

import re
from collections import defaultdict
from dataclasses import dataclass

from ..drawing.sheet import Cells, Sheet, Values, Words
from ..marks import Mark, Role
from ..reading.in_marks import inner_marks


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
        """list of str: what the labels of the mark say; among words, what their heads say, too."""
        roles = (Role.LABEL, Role.HEAD) if self.in_words else (Role.LABEL,)
        return [artist.get_text() for _, artist, role, _ in self.drawn if role in roles]

    @property
    def is_a_place(self):
        """bool: whether the mark is a place on a map, whose point is no value."""
        return any(role is Role.PLACE for _, _, role, _ in self.drawn)

    @property
    def is_named_below(self):
        """bool: whether the mark is a place whose name found no room on the map; the rules of the
        map look whether it stands below.
        """
        return self.is_a_place and {*self.mark.beside} <= {*self.sheet.named_below}

    @property
    def in_words(self):
        """bool: whether the mark is drawn as its words, whose coordinates are no values."""
        return any(isinstance(self.sheet.means(ax), Words) for ax, *_ in self.drawn)

    @property
    def in_a_table(self):
        """bool: whether the mark is drawn as squares in the cells of a table."""
        return any(isinstance(self.sheet.means(ax), Cells) for ax, *_ in self.drawn)


def drawn_by_mark(sheet):
    """dict: Row of a mark -> what is drawn of it, as Look.drawn has it."""
    found = defaultdict(list)
    for ax, artist, mark, role, points in sheet.entries():
        found[mark.row].append((ax, artist, role, points))
    return found


def says(label, piece):
    """bool: whether a label holds some words, or a number that is no part of a longer one."""
    if piece.isdigit():
        plain = re.sub(r"(?<=\d),(?=\d{3})", "", label)
        return bool(re.search(rf"(?<!\d){piece}(?!\d)", plain))
    as_printed = (piece, inner_marks(piece))
    return any(bare(one) in bare(label) for one in as_printed)


def bare(text):
    """str: a text without white space, since a word wider than a line is broken."""
    return "".join(text.split())
