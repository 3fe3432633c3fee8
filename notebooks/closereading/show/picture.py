"""Picture: a sheet as a page shows it, with the words behind every mark."""

import base64
import io
from functools import cache

import matplotlib
from IPython.display import display
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

from ..drawing.style import our_style
from .few_colours import few_colours
from .html import no_formula, render
from .words import at, rows_behind, told_in_short, words_table


class Picture:
    """A Sheet that a notebook shows: the picture, its text alternative, its caption, and the words
    behind its marks. figure, marks, title, says, name and alt are those of the sheet.
    """

    def __init__(self, sheet):
        self.sheet = sheet
        if sheet.figure is not None:
            sheet.says += told_of_boxes(sheet.figure.findobj(Text))

    figure = property(lambda self: self.sheet.figure)
    marks = property(lambda self: self.sheet.marks)
    title = property(lambda self: self.sheet.title)
    says = property(lambda self: self.sheet.says)
    name = property(lambda self: self.sheet.name)
    alt = property(lambda self: self.sheet.alt)

    @our_style()
    def png(self):
        """bytes of a PNG of `dpi` dots to the inch, in few colours and with no metadata: small, and
        the same on every run.
        """
        figure = self.figure
        out = io.BytesIO()
        before = figure.dpi
        figure.set_dpi(self.sheet.dpi)
        FigureCanvasAgg(figure).draw()  # savefig draws everything twice
        image = few_colours(pixels(figure.canvas))
        # level 9: 5 % smaller, ten times as long; fewer bits a dot: larger
        image.save(out, "PNG", compress_level=6, bits=8)
        figure.set_dpi(before)
        return out.getvalue()

    @property
    def width(self):
        """int: how wide the picture is on a page, in pixels of CSS."""
        return round(self.figure.get_figwidth() * self.sheet.shown_at)

    def html(self):
        """Markup: the picture and all that is told of it, in one piece."""
        if self.figure is None:
            return self.told()
        png = base64.b64encode(self.png()).decode()
        told = self.told(drawn=True)
        return render("picture.html", alt=self.alt, width=self.width, png=png, told=told)

    def told(self, drawn=False):
        """Markup: what the picture says, for whoever does not see it; its caption; the words behind
        its marks. drawn: as `words` takes it.
        """
        if self.figure is None:
            return render("said.html", text=self.says)
        return render("told.html", alt=self.alt, says=self.says, words=self.words(drawn))

    def outputs(self):
        """list of (bundle, metadata), one for each output of a cell. The picture is an output of
        its own, as every viewer shows it; what is told of it is the next.
        """
        if self.figure is None:
            return [({"text/html": no_formula(self.told()), "text/plain": self.says}, {})]
        picture = {"image/png": base64.b64encode(self.png()).decode(), "text/plain": self.alt}
        told = {"text/html": no_formula(self.told(drawn=True)), "text/plain": self.says}
        about = {
            "image/png": {"alt": self.alt, "width": self.width},
            "picture": {"name": self.name, "says": self.says},
        }
        return [(picture, about), (told, {})]

    @our_style()
    def words(self, drawn=False):
        """Markup: <details> with the words behind every mark. Each mark says where it lies on the
        picture. drawn: whether `png` was called, and nothing has been moved since.
        """
        areas = [*map(at, self.sheet.places(drawn))] or [""] * len(self.marks)
        rows = [*map(rows_behind, self.marks)]
        return words_table(told_in_short(self.marks), rows, areas, self.alt)

    def _ipython_display_(self):
        for bundle, metadata in self.outputs():
            display(bundle, metadata=metadata, raw=True)

    def _repr_html_(self):  # where a cell has one output only, as in marimo
        return no_formula(self.html())

    def __repr__(self):
        return self.alt


@cache
def _letters():
    """set of int: the codes of all letters that our fonts can draw."""
    fonts = map(font_manager.findfont, matplotlib.rcParams["font.family"])
    return set().union(*(font_manager.get_font(font).get_charmap() for font in fonts))


@our_style()
def told_of_boxes(texts):
    """str: a sentence on the letters in some texts of a figure that none of its fonts can draw, in
    the order of their codes; blank where there are none.
    """
    letters = {*"".join(text.get_text() for text in texts)}
    lost = sorted(c for c in letters if c.isprintable() and ord(c) not in _letters())
    if not lost:
        return ""
    more = " and other letters" if len(lost) > 6 else ""
    return (
        f" No font that comes with the lessons has {', '.join(lost[:6])}{more}: they show as boxes;"
        " the words below have them."
    )


def pixels(canvas):
    """Image of what a canvas shows."""
    size = canvas.get_width_height()
    image = Image.frombuffer("RGBA", size, canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    return image.convert("RGB")
