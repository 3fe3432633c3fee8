"""Workbench (lesson 04): a count × what may stand behind each, beside two estimates and the sizes
in print; [workbench] in report.toml says of what.
"""

from functools import cache, partial
from itertools import accumulate

from ..data.tables import read_table
from ..drawing import mark_looks
from ..drawing.page import Page, inner, is_narrow, width
from ..drawing.ranges import axis, row, scope_in_words
from ..drawing.scale import set_ticks
from ..drawing.sheet import Sheet, Values
from ..drawing.style import ACCENT, INK
from ..drawing.thin_lines import OVER, SIZE, tall, thin_line, words_of
from ..reading.given import looked_at
from ..reading.numerals import agreeing
from ..reading.scope import split_by_scope
from ..reading.text import Problem
from ..show.controls import Check, Radio, Slider
from ..show.layers import Layers
from ..show.panel import Panel
from . import products

DASHES = (0, (3, 1.5))
STEP = 0.22  # inches of one size in print


@looked_at
def workbench(report):
    """Panel: a slider of, say, men per group; so many times the groups counted in the report are
    drawn on the axis of two estimates. Raises Problem for a report whose report.toml has no table
    [workbench], or names there what the report does not hold.
    """
    made = layers(report)
    b = report.about["workbench"]
    counts = products.counts(report)
    readings = ["usual", "wide"]
    controls = [
        Slider(
            id="men",
            label=f"{b['per'].capitalize()} per {b['each'][0]}",
            unit=b["per"],
            min=b["least"],
            max=b["most"],
            step=b["step"],
            value=b["start"],
        ),
        Radio(id="groups", label=b["each"][1].capitalize(), options=counts, value=counts[0]),
        Radio(
            id="reading", label=f"“{b['word'].capitalize()}” read", options=readings, value="usual"
        ),
        Check(id="own", label="draw my prediction", value=True),
    ]
    shown = [control for control in controls if control.id in ("men", *made.fixed)]

    @cache
    def cannot(groups, reading):
        return products.cannot(report, dict(groups=groups, reading=reading))

    return Panel(b["goal"], shown, made, lambda state: cannot(state["groups"], state["reading"]))


def layers(report):
    """Layers of the workbench. State: {"men": how many per group, "groups": one of the counts,
    "exactly 14" or "at least 14, as printed", "reading": "usual" or "wide", "own": bool, where the
    table names a prediction}. Raises Problem as `workbench` does.
    """
    _check(report)
    bench = report.about["workbench"]
    fixed = ("groups", "reading", *(["own"] if "prediction" in bench else []))
    return Layers(partial(_ground, report), partial(_move, report), fixed)


# --- the table in report.toml


def _check(report):
    """Raises Problem where the table is missing, or something in it is not what it should be."""
    bench = report.about.get("workbench")
    if not isinstance(bench, dict):
        raise Problem(
            "A workbench multiplies what a report.toml names in its table [workbench]; the report"
            " that is open holds no such table."
        )
    for keys, what, right in _wanted(report):
        for key in keys.split():
            if not right(bench.get(key)):
                found = repr(bench[key]) if key in bench else "nothing"
                raise Problem(f"report.toml, [workbench], “{key}”: found {found}; expected {what}.")


def _wanted(report):
    """(keys, what they should be, function that says whether a value is that), one a kind. A size
    is looked for in the file: one that as_of left out is not wrong.
    """
    rows = report.numbers
    on_file = read_table(report.folder / "numbers.csv", "numbers")[0].index
    of_cards = on_file.difference(rows.index)

    def one_figure(value):
        return (
            _is_list([value], [1], rows.index) and rows.loc[value, ["low", "high"]].nunique() == 1
        )

    def above_nought(value):
        return isinstance(value, (int, float)) and 0 < value < 1e9

    return [
        ("count", "the id of a number of the report, with one figure", one_figure),
        (
            "beside",
            "the ids of two numbers of the report",
            lambda value: _is_list(value, [2], rows.index),
        ),
        ("each", "a noun, for one and many", lambda value: _is_list(value, [2])),
        (
            "sizes",
            "ids of numbers of source cards",
            lambda value: _is_list(value, range(99), of_cards),
        ),
        ("least most step start", "a number above 0", above_nought),
        (
            "per counted between word goal title heading price",
            "words",
            lambda value: isinstance(value, str),
        ),
    ]


def _is_list(value, sizes, known=None):
    """bool: whether a value is a list of so many different texts, all of them known."""
    if not isinstance(value, list) or len({*map(str, value)}) not in sizes:
        return False
    return all(isinstance(v, str) and (known is None or v in known) for v in value)


# --- the picture


def _ground(report, state):
    """Sheet with everything that stands still; `later` holds what the moving layer needs: the page,
    the height of its row in inches, what the sentence tells the product beside, and where its line
    crosses the sizes.
    """
    bench = report.about["workbench"]
    sizes = products.sizes(report)
    estimates = products.estimates(report, state)
    prediction = products.prediction(report, state)
    page = Page(bench["title"], 13)
    marks = [*estimates, *sizes, *prediction]
    sheet = Sheet(page.figure, marks, bench["title"], "", "workbench", "Interval chart")
    page.write(bench["heading"], 11, "bold", after=0.04)
    crossing = _draw_sizes(page, sheet, sizes, bench["most"])
    page.y += 0.34
    _write_scope(page, report)
    exact, *printed = (
        products.product_mark(report, state | dict(men=bench["most"], groups=groups))
        for groups in products.counts(report)
    )
    reach = [end for mark in [*printed, *prediction] for end in mark.printed]
    below = sum(tall(mark, STEP) for mark in prediction)
    room = dict(spare=[exact], below=below, reach=reach)
    ax, (top,) = axis(page, report, sheet, estimates, **room)
    for mark in prediction:
        thin_line(page, sheet, ax, mark, ax.get_ylim()[0] - 0.12)
    page.y += 0.06
    page.done(_note(report), 9.5)
    beside = products.Beside(report, state)
    sheet.later = dict(page=page, top=top, beside=beside, crossing=crossing)
    return sheet


def _draw_sizes(page, sheet, sizes, most):
    """The sizes in print on an axis of their own, which leaves room for their words. Gives (top,
    foot) in inches of each stretch where a line across them covers no word.
    """
    feet = [*accumulate((tall(mark, STEP) for mark in sizes), initial=STEP)]
    ax = page.axes(feet[-1], _beside_words(sizes))
    ax.set_xlim(0, most)
    set_ticks(ax, [round(most * i / 3, 1) for i in range(4)])
    sheet.meaning[ax] = Values("x")
    for mark, foot in zip(sizes, feet[1:]):
        thin_line(page, sheet, ax, mark, foot - STEP / 2, at=most * 1.075)
    if not (sizes and is_narrow()):
        return [(0, feet[-1])]
    return [(foot - OVER, foot) for foot in feet[1:]]


def _beside_words(sizes):
    """float: length of the axis of the sizes in inches, with their words beside it or above."""
    if is_narrow():
        return inner() - 0.3
    longest = max((width(words_of(mark), SIZE) for mark in sizes), default=0)
    return min(2.0, max(1.2, (inner() - longest - 0.02) / 1.075))


def _write_scope(page, report):
    """The scope of the two estimates, and what lets them share an axis."""
    bench = report.about["workbench"]
    facet, *others = split_by_scope(report.numbers.loc[bench["beside"]])
    page.write(scope_in_words(facet.scope), 11, "bold")
    alike = f"One axis, if both are read as “{facet.read_as}”." if facet.read_as else ""
    if others:
        alike = "Two scopes, not to be compared."
    page.write(f"{alike} {bench.get('caution', '')}", 9.5, color=ACCENT, after=0.06)


def _note(report):
    """str: the foot of the picture."""
    bench = report.about["workbench"]
    used = [bench["count"], *bench["beside"]]
    places = sorted({*report.numbers.loc[used, "paragraph"]})
    paragraphs = f"{agreeing(len(places), 'paragraph')} {' and '.join(map(str, places))}"
    sizes = "; sizes as named" if bench["sizes"] else ""
    return (
        "The broken line, and the row with your size, follow the slider. Source: the report,"
        f" {paragraphs}{sizes}."
    )


def _move(report, sheet, state):
    """Adds the slider's line and the product to the ground."""
    bench = report.about["workbench"]
    page = sheet.later["page"]
    above, below = sheet.figure.axes
    beside = sheet.later["beside"]
    size = products.size_mark(report, state, beside.count)
    made = products.product_mark(report, state, beside.count)
    sheet.marks += [size, made]
    sheet.says = products.sentence(report, state, beside)
    look = dict(color=INK, linewidth=1.6, linestyle=DASHES, clip_on=False)
    for top_and_foot in sheet.later["crossing"]:
        (line,) = above.plot([size.low] * 2, top_and_foot, **look)
        sheet.shows(line, size)
    side = "left" if size.low < bench["most"] * 7 / 12 else "right"
    look = dict(weight="bold", color=INK, va="center", ha=side)
    mark_looks.label(sheet, above, size, size.low, 0.09, f" you: {size.words[0]} ", 10.5, **look)
    row(page, report, sheet, below, made, sheet.later["top"], INK)
