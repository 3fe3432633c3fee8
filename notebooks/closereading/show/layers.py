"""Layers: a picture in two layers, so that a slider draws only what moves."""

import io

from matplotlib.backends.backend_agg import FigureCanvasAgg

from ..drawing.style import our_style
from .picture import Picture, pixels


class Layers:
    """still: function (state) -> Sheet of what stands still. moving: function (sheet, state) that
    adds to a copy of that sheet what moves, and sets its words. It returns None, or a list of
    further artists that it added and that show no mark, such as whole Axes. fixed: the keys of the
    state on which the still layer depends. dpi: of the live picture.

    `picture` and `frame` show the same pixels: the moving artists always lie above the still ones.
    """

    def __init__(self, still, moving, fixed=(), dpi=115):
        self.still, self.moving = still, moving
        self.fixed, self.dpi = fixed, dpi
        self._drawn_for = self._ground = None
        self._pixels = self._extents = None

    @our_style()
    def picture(self, state):
        """Picture of one state, drawn whole: for the page, the file and the tests."""
        sheet, _ = self._above(self.still(state), state)
        FigureCanvasAgg(sheet.figure)
        return Picture(sheet)

    @our_style()
    def frame(self, state):
        """(bytes of a lossless WebP, Picture with its marks, says and alt) of one state; only the
        moving layer is drawn.
        """
        self._draw_ground(state)
        canvas = self._ground.figure.canvas
        canvas.restore_region(self._pixels)
        sheet, artists = self._above(self._ground, state)
        sheet.held = sheet.extents(set(artists), self._extents)
        picture = Picture(sheet)
        for artist in artists:
            artist.axes.draw_artist(artist)
        for artist in artists:
            artist.remove()
        out = io.BytesIO()
        pixels(canvas).save(out, "WEBP", lossless=True, method=0, quality=0)
        return out.getvalue(), picture

    def _draw_ground(self, state):
        """Draws the still layer, where the state asks for another than before."""
        wanted = [state[key] for key in self.fixed]
        if self._drawn_for == wanted:
            return
        self._ground = self.still(state)
        figure = self._ground.figure
        figure.set_dpi(self.dpi)
        FigureCanvasAgg(figure).draw()
        self._pixels = figure.canvas.copy_from_bbox(figure.bbox)
        self._extents = self._ground.extents()
        self._drawn_for = wanted

    def _above(self, ground, state):
        """(Sheet of the whole, the artists of its moving layer from the lowest to the highest)."""
        sheet = ground.copy()
        others = self.moving(sheet, state) or []
        entered = [*sheet.shown, *sheet.aside]
        before = {*ground.shown, *ground.aside}
        artists = [*others, *(artist for artist in entered if artist not in before)]
        for artist in artists:
            artist.set_zorder(100 + artist.get_zorder() / 100)
        return sheet, sorted(artists, key=lambda artist: artist.get_zorder())
