"""Picture: a sheet as a page shows it, with the words behind every mark."""

import base64
import io
from functools import cache
from itertools import islice

import matplotlib
import pandas as pd
from markupsafe import Markup
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

from ..drawing.style import our_style
from ..drawing.words import ends
from .html import no_formula, render
from .tables import box, html_table

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

    def html(self):
        """Markup: the picture with its text alternative and caption, and under it the words behind
        its marks.
        """
        if self.figure is None:
            return render("said.html", text=self.says)
        return render(
            "picture.html",
            name=self.name,
            alt=self.alt,
            width=round(self.figure.get_figwidth() * SHOWN_AT),
            png=base64.b64encode(self.png()).decode(),
            says=self.says,
            words=self.words(),
        )

    def words(self):
        """Markup: <details> with one row for every row of the report behind every mark: who, the
        exact words and where, how we read them. Three columns, so that a phone can show them.
        """
        rows = [row for mark in self.marks for row in _rows_behind(mark)]
        if not rows:
            return Markup("")
        behind = {e.row.table for mark in self.marks for e in mark.evidence}
        kind = "claims" if behind == {"claims"} else "rows"
        more = f" ({len(rows)} {kind})" if len(rows) > len(self.marks) else ""
        return box(
            f"The words behind {_this_or_these(len(self.marks))}{more}",
            html_table(pd.DataFrame(rows), "Every mark with the words it came from"),
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": no_formula(self.html()), "text/plain": self.alt}

    def __repr__(self):
        return self.alt


def _rows_behind(mark):
    """list of dict: the rows of the table of words that belong to one mark."""
    name = mark.label if mark.label.startswith(mark.who) else f"{mark.label}: {mark.who}"
    shown = islice(mark.evidence, LISTED if mark.unit == "answers" else None)
    return [
        {
            "Mark, and who says so": name,
            "Exact words": f"{e.quoted()} ({e.row}, {e.place()})",
            "How we read it": f"{ends(mark.low, mark.high, mark.unit)}; {mark.reading}",
        }
        for e in shown
    ]


def _this_or_these(count):
    return "this 1 mark" if count == 1 else f"these {count} marks"


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
