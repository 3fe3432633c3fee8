"""Own item (lesson 07): invent a piece of evidence, and rate it against each reading."""

import pandas as pd

from ..lesson import answers
from ..reading import evidence
from ..reading.given import looked_at
from ..reading.numerals import so_many
from ..reading.text import Problem
from ..show.controls import Ratings, Text
from ..show.html import render
from ..show.panel import Panel, View
from .matrix import BLANK, CODES, WORDS

KEY = "07.i"
GOAL = (
    "Invent something that one could have looked for on the day of the report, and that would look"
    " different if another reading were true."
)


@looked_at
def own_item(report):
    """Panel: a line for the item, and a rating for each reading. Raises Problem for a report that
    has no readings.
    """
    names = _readings(report)
    if names.empty:
        raise Problem("This report has no readings yet, so no item can be rated.")
    controls = [
        Text(id="item", label="Your item, as one sentence"),
        Ratings(
            id="ratings",
            label="If the reading in this row were true, how would your item go with it?",
            rows=names,
            columns=["your item"],
            options=[BLANK, *WORDS.values()],
        ),
    ]
    return Panel(GOAL, controls, lambda values: rated(report, **values))


def _readings(report):
    """Series: id of a reading in the report's first table of evidence -> its name."""
    return report.hypotheses["name"][evidence.ratings(report).index]


def rated(report, item, ratings):
    """View: how far apart the item sets the readings. item: a sentence. ratings: a row for each
    reading, of one word.
    """
    names = _readings(report)
    given = [row[0] for row in ratings]
    blank = given.count(BLANK)
    if blank or not item.strip():
        done = f"{len(given) - blank} of {len(given)} readings are rated."
        return View("", done if item.strip() else f"{done} Write down your item, too.")
    codes = pd.Series([CODES[word] for word in given], index=list(names))
    kept = {"item": item.strip(), "ratings": dict(zip(names.index, codes))}
    if kept != answers.latest(KEY):
        answers.save("keep", KEY, kept)
    return View(render("said.html", text=f"Your item: {item.strip()}"), _told(codes))


def _told(codes):
    """str: what an item with these ratings can do. codes: Series, name of a reading -> rating."""
    steps = int(evidence.diagnosticity(codes.to_frame("item"))["item"])
    if not steps:
        return (
            "Every reading goes with it alike, so it cannot tell them apart. What would look"
            " different under one of them only?"
        )
    against = [f"“{name}”" for name, code in codes.items() if evidence.AGAINST[code] < 0]
    far = f"Goal reached: your item sets the readings {so_many(steps, 'step')} apart."
    if not against:
        return f"{far} It speaks against none of them; it only fits some of them better."
    return (
        f"{far} It speaks against {', '.join(against)}. Who could have looked for it on that day,"
        " and what would it mean if nobody found it?"
    )
