"""Two quotes, each in the sentence in which it stands: pairs to be thought about, one a row."""

from ..show.html import render
from ..show.tables import Shown
from .quotes import quote_of


def two_quotes(report, *pairs):
    """Shown: one pair of claims a row, each quote marked in its sentence. pairs: (id, id)."""
    rows = [[quote_of(report, key) for key in pair] for pair in pairs]
    text = "\n".join(
        f"{n}. " + " | ".join(f"{one.who}, paragraph {one.paragraph}: {_said(one)}" for one in row)
        for n, row in enumerate(rows, 1)
    )
    return Shown(render("two_quotes.html", rows=rows), text)


def _said(quote):
    """str: the sentence in which a quote stands."""
    words = "".join(words for words, _ in quote.pieces)
    return f"{quote.setting.before}{words}{quote.setting.after}"
