"""Two quotes, each in the sentence in which it stands: pairs to be thought about, one a row."""

from ..reading.given import looked_at
from ..reading.text import Problem
from ..show.html import render
from ..show.tables import Shown
from .quotes import quote_of


@looked_at
def two_quotes(report, *pairs):
    """Shown: one pair of claims a row, each quote marked in its sentence. pairs: (id, id). Raises
    Problem for what is no pair of claims, and for none.
    """
    for pair in pairs or ((),):
        _is_a_pair(report, pair)
    rows = [[quote_of(report, key) for key in pair] for pair in pairs]
    text = "\n".join(
        f"{n}. " + " | ".join(f"{one.who}, paragraph {one.paragraph}: {_said(one)}" for one in row)
        for n, row in enumerate(rows, 1)
    )
    return Shown(render("two_quotes.html", rows=rows), text)


def _is_a_pair(report, pair):
    """Raises Problem for what are not two ids of claims of a report."""
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        raise Problem(
            'Two ids in round brackets are wanted for each pair, as in two_quotes(report, ("C09",'
            ' "C16")).'
        )
    for key in pair:
        report.card(key)  # it says where there is no such claim


def _said(quote):
    """str: the sentence in which a quote stands."""
    words = "".join(words for words, _ in quote.pieces)
    return f"{quote.setting.before}{words}{quote.setting.after}"
