"""Picture: a sheet as a page shows it, with the words behind every mark."""

import base64
import io
from functools import cache
from itertools import islice

import matplotlib
from IPython.display import display
from markupsafe import Markup
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

from ..drawing.style import our_style
from ..drawing.words import ends
from .html import no_formula, render

LISTED = 20  # so many of a class's answers stand behind a mark; the mark says how many more
SHOWN_AT = 115  # dots to the inch on the page


class Picture:
    """A Sheet that a notebook shows: the picture, its text alternative, its caption, and the words
    behind its marks. figure, marks, title, says, name and alt are those of the sheet.
    """

    def __init__(self, sheet):
        self.sheet = sheet
        if sheet.figure is not None and (lost := boxes(sheet.figure)):
            more = " and other letters" if len(lost) > 6 else ""
            sheet.says += (
                f" No font that comes with the lessons has {', '.join(lost[:6])}{more}: they show"
                " as boxes; the words below have them."
            )

    figure = property(lambda self: self.sheet.figure)
    marks = property(lambda self: self.sheet.marks)
    title = property(lambda self: self.sheet.title)
    says = property(lambda self: self.sheet.says)
    name = property(lambda self: self.sheet.name)
    alt = property(lambda self: self.sheet.alt)

    @our_style()
    def png(self):
        """bytes of a PNG of `dpi` dots to the inch, 256 colours and no metadata: small, and the
        same on every run.
        """
        figure, out = self.figure, io.BytesIO()
        before = figure.dpi
        figure.set_dpi(self.sheet.dpi)
        FigureCanvasAgg(figure).draw()  # savefig draws everything twice
        image = pixels(figure.canvas).quantize(256, Image.Quantize.FASTOCTREE, dither=0)
        image.save(out, "PNG", compress_level=6)  # optimize=True: 5 % smaller, seven times as long
        figure.set_dpi(before)
        return out.getvalue()

    @property
    def width(self):
        """int: how wide the picture is on a page, in pixels of CSS."""
        return round(self.figure.get_figwidth() * SHOWN_AT)

    def html(self):
        """Markup: the picture and all that is told of it, in one piece."""
        if self.figure is None:
            return self.told()
        png = base64.b64encode(self.png()).decode()
        return render("picture.html", alt=self.alt, width=self.width, png=png, told=self.told())

    def told(self):
        """Markup: what the picture says, for whoever does not see it; its caption; the words behind
        its marks.
        """
        if self.figure is None:
            return render("said.html", text=self.says)
        return render("told.html", alt=self.alt, says=self.says, words=self.words())

    def outputs(self):
        """list of (bundle, metadata), one for each output of a cell. The picture is an output of
        its own, as every viewer shows it; what is told of it is the next.
        """
        told = {"text/html": no_formula(self.told()), "text/plain": self.says}
        if self.figure is None:
            return [(told, {})]
        picture = {"image/png": base64.b64encode(self.png()).decode(), "text/plain": self.alt}
        about = {
            "image/png": {"alt": self.alt, "width": self.width},
            "picture": {"name": self.name, "says": self.says},
        }
        return [(picture, about), (told, {})]

    @our_style()
    def words(self):
        """Markup: <details> with the words behind every mark: who, the exact words and where, how
        we read them; three columns, so that a phone can show them. Each mark's rows say where it
        lies on the picture (data-at, in thousandths, see marks.js).
        """
        places = self.sheet.places() or [[] for _ in self.marks]
        marks = [
            {"at": _told_places(place), "rows": _rows_behind(mark)}
            for mark, place in zip(self.marks, places, strict=True)
        ]
        count = sum(len(mark["rows"]) for mark in marks)
        if not count:
            return Markup("")
        behind = {e.row.table for mark in self.marks for e in mark.evidence}
        kind = "claims" if behind == {"claims"} else "rows"
        more = f" ({count} {kind})" if count > len(marks) else ""
        return render(
            "words.html",
            alt=self.alt,
            summary=f"The words behind {_this_or_these(len(marks))}{more}",
            caption="Every mark with the words it came from",
            heads=["Mark, and who says so", "Exact words", "How we read it"],
            marks=marks,
        )

    def _ipython_display_(self):
        for bundle, metadata in self.outputs():
            display(bundle, metadata=metadata, raw=True)

    def __repr__(self):
        return self.alt


def _rows_behind(mark):
    """list of dict: the rows of the table of words that belong to one mark."""
    name = mark.label if mark.label.startswith(mark.who) else f"{mark.label}: {mark.who}"
    shown = islice(mark.evidence, LISTED if mark.unit == "answers" else None)
    return [
        {
            "mark": name,
            "words": f"{e.quoted()} ({e.row}, {e.place()})",
            "reading": f"{ends(mark.low, mark.high, mark.unit)}; {mark.reading}",
        }
        for e in shown
    ]


def _this_or_these(count):
    return "this 1 mark" if count == 1 else f"these {count} marks"


def _told_places(places):
    """str: the areas of a mark, "x y width height" each, parted by semicolons."""
    return "; ".join(" ".join(map(str, place)) for place in places)


@cache
def _letters():
    """set of int: the codes of all letters that our fonts can draw."""
    fonts = map(font_manager.findfont, matplotlib.rcParams["font.family"])
    return set().union(*(font_manager.get_font(font).get_charmap() for font in fonts))


@our_style()
def boxes(figure):
    """list of str: the letters on a figure that none of its fonts can draw, in the order of their
    codes.
    """
    letters = {*"".join(text.get_text() for text in figure.findobj(Text))}
    return sorted(c for c in letters if c.isprintable() and ord(c) not in _letters())


def pixels(canvas):
    """Image of what a canvas shows."""
    size = canvas.get_width_height()
    image = Image.frombuffer("RGBA", size, canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    return image.convert("RGB")
