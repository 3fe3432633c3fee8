"""Layers: a picture in two layers, so that a slider draws and sends only what moves."""

from dataclasses import dataclass

from matplotlib.text import Text

from ..drawing.page import across
from ..drawing.style import our_style
from .picture import Picture, told_of_boxes
from .vector import Vector
from .words import at, rows_behind, told_in_short, words_table


@dataclass(frozen=True)
class Frame:
    """What a page shows of one state. The first four stay as long as the ground does.

    ground: bytes of a PNG of what stands still. box: the viewBox of what lies on it. view: Markup
    of the words behind the marks, as they were when the ground was drawn. alt: what the picture
    says.
    moving: elements of SVG. letters: those that they refer to. changed: list of [number of a mark,
    its areas, Markup of its rows or None where they are those of the view]. says: the sentence.
    """

    ground: bytes
    box: str
    view: str
    alt: str
    moving: str
    letters: str
    changed: list
    says: str


class Layers:
    """still: function (state) -> Sheet of what stands still. moving: function (sheet, state) that
    adds to a copy of that sheet what moves, and sets its words. It returns None, or a list of
    further artists that it added and that show no mark, such as whole Axes. fixed: the keys of the
    state on which the still layer depends.

    `picture` and `frame` show the same: the moving artists always lie above the still ones.
    """

    def __init__(self, still, moving, fixed=()):
        self.still = still
        self.moving = moving
        self.fixed = fixed
        self._drawn_for = self._ground = None

    @our_style()
    def picture(self, state):
        """Picture of one state, drawn whole: for the page, the file and the tests."""
        return Picture(_above(self.still(state), self.moving, state)[0])

    @our_style()
    def frame(self, state):
        """Frame of one state; only the moving layer is drawn, unless the state asks for another
        ground than the one before, or the page for another width.
        """
        wanted = [across(), *(state[key] for key in self.fixed)]
        if self._drawn_for != wanted:
            self._ground = _Ground(self.still(state))
            self._drawn_for = wanted
        return self._ground.frame(self.moving, state)


class _Ground:
    """A still layer that is drawn, and what is known of it. sheet: Sheet."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.texts = sheet.figure.findobj(Text)
        sheet.figure.set_dpi(sheet.dpi)
        self.png = Picture(sheet).png()
        self.vector = Vector(sheet.figure)
        self.extents = sheet.extents(sheet.artists())
        self.areas = {row: at(sheet.spots(row, of)) for row, of in self.extents.items()}
        self.first = None  # _Words of the view

    def frame(self, moving, state):
        """Frame of a state. moving: as Layers has it."""
        sheet, artists = _above(self.sheet, moving, state)
        drawn = self.vector.drawn(artists)
        areas = self._areas(sheet, artists)
        texts = [artist for artist in artists if isinstance(artist, Text)]
        says = sheet.says + told_of_boxes([*self.texts, *texts])
        for artist in artists:
            artist.remove()
        head = sheet.alt, told_in_short(sheet.marks), len(sheet.marks)
        if self.first is None or self.first.head != head:
            self.first = _Words(head, sheet.marks, areas)
        return Frame(
            ground=self.png,
            box=self.vector.box(),
            view=self.first.view,
            alt=sheet.alt,
            moving=drawn,
            letters=self.vector.defined(),
            changed=self.first.changed(sheet.marks, areas),
            says=says,
        )

    def _areas(self, sheet, artists):
        """list of str: the areas of each mark, of those that move anew."""
        moved = sheet.extents((artist.axes, artist) for artist in artists)
        areas = []
        for mark in sheet.marks:
            areas.append(self.areas.get(mark.row, ""))
            if mark.row in moved:
                drawn = self.extents.get(mark.row, {})
                more = moved[mark.row]
                both = {ax: [*drawn.get(ax, ()), *more.get(ax, ())] for ax in {**drawn, **more}}
                areas[-1] = at(sheet.spots(mark.row, both))
        return areas


class _Words:
    """The words behind the marks of one state, from which those of others are told. head: (alt, how
    many marks and rows there are, how many marks). marks: list of Mark. areas: list of str.
    """

    def __init__(self, head, marks, areas):
        self.head = head
        self.marks = list(marks)
        self.areas = areas
        self.rows = [rows_behind(mark) for mark in marks]
        self.view = words_table(head[1], self.rows, areas, head[0])

    def changed(self, marks, areas):
        """list of [number of a mark, its areas, its rows or None]: what is not as it was."""
        found = []
        for i, (mark, area) in enumerate(zip(marks, areas, strict=True)):
            rows = self.rows[i] if mark is self.marks[i] else rows_behind(mark)
            if (rows, area) != (self.rows[i], self.areas[i]):
                found.append([i, area, None if rows == self.rows[i] else rows])
        return found


def _above(ground, moving, state):
    """(Sheet of the whole, the artists of its moving layer from the lowest to the highest). ground:
    Sheet. moving: as Layers has it.
    """
    sheet = ground.copy()
    others = moving(sheet, state) or []
    entered = {*sheet.shown, *sheet.aside} - {*ground.shown, *ground.aside}
    inside = [child for ax in sheet.figure.axes for child in ax.get_children()]
    artists = [*others, *(child for child in inside if child in entered)]
    for artist in artists:
        artist.set_zorder(100 + artist.get_zorder() / 100)
    return sheet, sorted(artists, key=lambda artist: artist.get_zorder())
