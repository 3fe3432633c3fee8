"""Vector: the artists that move, as SVG that is small enough to be sent at every step of a slider:
whole tenths of a point, and lettering as outlines, each of which is sent once. Attributes stand in
single quotation marks, which JSON sends as they are.
"""

import base64
import io
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.image import AxesImage
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from PIL import Image

from ..drawing.page import extent

UNITS = 10  # to the point, 1/72 inch
EM = 1000  # units of an outline to the size of its lettering
FIGURES = "0123456789,.–"  # what a slider changes: these go along with the first letter of a face
OURS = "~"  # begins each id; the page puts something of its own in its place
_SEGMENTS = {
    Path.LINETO: ("l", 1),
    Path.CURVE3: ("q", 2),
    Path.CURVE4: ("c", 3),
    Path.CLOSEPOLY: ("z", 1),
}


class Line(NamedTuple):
    """A line of text. uses: str, elements of SVG that draw its letters, in units of EM. letters:
    dict of id -> outline.
    """

    uses: str
    letters: dict


class Vector(RendererBase):
    """Draws artists of one figure as SVG. figure: matplotlib Figure, whose size and dpi stay.
    letters: dict of id -> outline of every letter that was drawn so far. Hatches and formulas are
    not drawn.
    """

    def __init__(self, figure):
        super().__init__()
        self._figure = figure
        self._scale = 72 * UNITS / figure.dpi
        self.letters = {}
        self._parts = []
        self._rims = ()

    def drawn(self, artists):
        """str: elements of SVG that show some artists, in the order in which they are given."""
        self._parts = []
        for artist in artists:
            if isinstance(artist, AxesImage):
                self._stretch(artist)
            else:
                self._draw(artist)
        return "".join(self._parts)

    def defined(self):
        """str: elements of SVG that `drawn` refers to: the outlines of the letters."""
        return "".join(f"<path id='{name}' d='{d}'/>" for name, d in self.letters.items())

    def box(self):
        """str: the viewBox in which all of it lies."""
        wide, tall = (round(72 * UNITS * size) for size in self._figure.get_size_inches())
        return f"0 0 {wide} {tall}"

    def _draw(self, artist):
        """Lettering is drawn with its rim, which is no further outline of it."""
        rims = artist.get_path_effects()
        artist.set_path_effects([])
        self._rims = rims
        artist.draw(self)
        self._rims = ()
        artist.set_path_effects(rims)

    def _stretch(self, image):
        """An image as it is, stretched over its extent."""
        corners = np.reshape(image.get_extent(), (2, 2)).T
        ends = self._flat(image.axes.transData.transform(corners))
        (x, y) = ends.min(axis=0)
        (wide, tall) = np.abs(np.diff(ends, axis=0))[0]
        pixels = np.rint(255 * np.asarray(image.get_array())).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "PNG")
        png = base64.b64encode(out.getvalue()).decode()
        self._parts.append(
            f"<image x='{x}' y='{y}' width='{wide}' height='{tall}' preserveAspectRatio='none'"
            f" href='data:image/png;base64,{png}'/>"
        )

    def _flat(self, points):
        """Array of int: points in our units, y downwards. points: shape (n, 2), in pixels of the
        figure, y upwards.
        """
        x, y = np.asarray(points, float).T
        return np.rint(np.column_stack([x, self.height - y]) * self._scale).astype(int)

    @property
    def height(self):
        """float: of the figure in pixels."""
        return self._figure.bbox.height

    # --- what matplotlib asks of a renderer; its arguments and their names are matplotlib's

    def get_canvas_width_height(self):
        """(float, float): of the figure in pixels."""
        return self._figure.bbox.width, self.height

    def points_to_pixels(self, points):
        """float: pixels of the figure."""
        return points * self._figure.dpi / 72

    def get_text_width_height_descent(self, s, prop, ismath):
        """(width, height, descent) of a text in pixels of the figure."""
        return extent(s, prop, self._figure.dpi)

    def draw_path(self, gc, path, transform, rgbFace=None):
        """Adds a path. What would lie outside its Axes, which are all rectangles, is cut off."""
        points = transform.transform(path.vertices)
        shape = f"<path d='{outline(self._flat(points), path.codes)}'{_look(gc, rgbFace)}/>"
        inside = gc.get_clip_rectangle()
        if inside is not None and not _holds(inside, points):
            (x, low), (far, y) = self._flat(inside.get_points())
            name = f"{OURS}c{len(self._parts)}"
            shape = (
                f"<clipPath id='{name}'><rect x='{x}' y='{y}' width='{far - x}'"
                f" height='{low - y}'/></clipPath><g clip-path='url(#{name})'>{shape}</g>"
            )
        self._parts.append(shape)

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
        """Adds a line of text, whose base line begins at a point; y runs downwards here."""
        text = _letters(s, prop)
        self.letters |= text.letters
        ((left, base),) = self._flat([(x, self.height - y)])
        turn = f" rotate({-angle:g})" if angle else ""
        scale = UNITS * prop.get_size_in_points() / EM
        ink = f" fill='{to_hex(gc.get_rgb())}'{_opacity('opacity', gc, gc.get_rgb())}"
        where = f"transform='translate({left} {base}){turn} scale({scale:.4g})'"
        letters = text.uses
        for rim in self._rims:
            name = f"{OURS}t{len(self._parts)}"
            look = f"stroke='{rim.colour}' stroke-width='{UNITS * rim.points / scale:.0f}'"
            look += f" stroke-opacity='{rim.opacity}' stroke-linejoin='round'"
            self._parts.append(f"<g {where} {look}><g id='{name}'>{letters}</g></g>")
            letters = f"<use href='#{name}'/>"
        self._parts.append(f"<g {where}{ink}>{letters}</g>")


def _holds(box, points):
    """bool: whether all points lie in a box; a path of one point does not tell."""
    low = box.min
    high = box.max
    return bool(np.all(points >= low) and np.all(points <= high))


def _look(gc, face):
    """str: attributes for how a path is filled and stroked. face: colour, or None."""
    look = " fill='none'"
    if face is not None:
        look = f" fill='{to_hex(face[:3])}'{_opacity('fill-opacity', gc, face)}"
    if not gc.get_linewidth() or not gc.get_rgb()[3]:
        return look
    look += f" stroke='{to_hex(gc.get_rgb())}' stroke-width='{gc.get_linewidth() * UNITS:.3g}'"
    look += _opacity("stroke-opacity", gc, gc.get_rgb())
    _, dashes = gc.get_dashes()
    if dashes is not None:
        told = " ".join(f"{length * UNITS:.3g}" for length in dashes)
        look += f" stroke-dasharray='{told}'"
    cap = {"projecting": "square"}.get(gc.get_capstyle(), gc.get_capstyle())
    look += f" stroke-linecap='{cap}'" if cap != "butt" else ""
    return look + (
        f" stroke-linejoin='{gc.get_joinstyle()}'" if gc.get_joinstyle() != "miter" else ""
    )


def _opacity(name, gc, colour):
    """str: the attribute of that name, where a colour is not opaque."""
    alpha = gc.get_alpha() if gc.get_forced_alpha() else ([*colour, 1.0])[3]
    return "" if alpha == 1 else f" {name}='{alpha:.3g}'"


def outline(points, codes=None):
    """str: a path as SVG writes it, each point told from the one before. points: array of int,
    shape (n, 2). codes: as those of matplotlib's Path.
    """
    said = []
    last = ""
    at = start = np.zeros(2, int)
    codes = [Path.MOVETO, *[Path.LINETO] * (len(points) - 1)] if codes is None else list(codes)
    i = 0
    while i < len(codes):
        letter, count = _SEGMENTS.get(codes[i], ("m", 1))
        if letter == "z":
            said.append("z")
            at = start
        else:
            numbers = (points[i : i + count] - at).ravel().tolist()
            said.append(_joined(numbers) if letter == last else letter + _joined(numbers).lstrip())
            at = points[i + count - 1]
            start = at if letter == "m" else start
        last = letter
        i += count
    return "".join(said)


def _joined(numbers):
    """str: numbers with a blank before each that has no minus to part it from the one before."""
    return "".join(str(n) if n < 0 else f" {n}" for n in numbers)


# --- lettering

_drawn = {}  # name of a letter in its font -> (id, outline); the same in every panel of a kernel


def _letters(text, font):
    """Line: the letters of a text and their places. font: FontProperties; its size does not matter.
    The outlines of all figures go along.
    """
    face = (tuple(font.get_family()), font.get_style(), font.get_weight())
    return _set(text, *face)


@lru_cache(4000)
def _set(text, families, style, weight):
    """Line: as `_letters` gives it; each text is set once."""
    files = [findfont(FontProperties(one, style, weight=weight)) for one in families]
    font = get_font(files)
    scale = EM / text_to_path.FONT_SCALE
    font.set_size(text_to_path.FONT_SCALE, text_to_path.DPI)
    found, outlines = text_to_path.get_glyphs_with_font(font, text)[:2]
    for name, (points, codes) in outlines.items():
        if len(points) and name not in _drawn:
            flat = np.rint(points * (scale, -scale)).astype(int)
            _drawn[name] = f"{OURS}{len(_drawn)}", outline(flat, codes)
    letters = dict(_drawn[name] for name in outlines if name in _drawn)
    uses = "".join(
        f"<use href='#{_drawn[name][0]}' x='{round(x * scale)}'/>"
        for name, x, *_ in found
        if name in _drawn
    )
    if text != FIGURES:
        letters |= _set(FIGURES, families, style, weight).letters
    return Line(uses, letters)
