"""Workbench (lesson 04): a count × what may stand behind each, beside two estimates and the sizes
in print; [workbench] in report.toml says of what.
"""

from dataclasses import replace
from functools import partial

from ..data.tables import read_table
from ..drawing import signs
from ..drawing.page import Page
from ..drawing.ranges import axis, beside_line, row, scope_in_words
from ..drawing.scale import set_ticks
from ..drawing.sheet import Sheet, Values
from ..drawing.style import ACCENT, INK, our_style
from ..lesson.answers import latest
from ..marks import Evidence, Mark, Row, answer_mark, number_mark
from ..reading.interval import Interval
from ..reading.numerals import written
from ..reading.scope import split_by_scope
from ..reading.text import Problem
from ..show.layers import Layers
from ..show.panel import Panel

PRINTED, SET = ", as printed", "your setting, no claim of the report"
DASHES = (0, (3, 1.5))
STEP = 0.22  # inches of one size in print


def workbench(report):
    """Panel: a slider of, say, men per group; so many times the groups counted in the report are
    drawn on the axis of two estimates. Raises Problem for a report whose report.toml has no table
    [workbench], or names there what the report does not hold.
    """
    made = layers(report)
    b, counts = report.about["workbench"], [*_counts(report)]
    readings = ["usual", "wide"]
    controls = [
        dict(id="men", kind="slider", label=f"{b['per'].capitalize()} per {b['each'][0]}")
        | dict(unit=b["per"], min=b["least"], max=b["most"], step=b["step"], value=b["start"]),
        dict(id="groups", kind="radio", label=b["each"][1].capitalize())
        | dict(options=counts, value=counts[0]),
        dict(id="reading", kind="radio", label=f"“{b['word'].capitalize()}” read")
        | dict(options=readings, value=readings[0]),
        dict(id="own", kind="check", label="draw my prediction", value=True),
    ]
    return Panel(b["goal"], [c for c in controls if c["id"] in ("men", *made.fixed)], made)


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


# --- marks


def _counts(report):
    """dict: what the control calls it -> Interval: the count as if it were exact, and as it is
    printed.
    """
    counted = report.numbers.loc[report.about["workbench"]["count"]]
    figure, hedge = counted[["low", "high"]].max(), counted["hedge"].split(";")[0]
    as_printed = f"{hedge} {written(figure)}{PRINTED}" if hedge else f"exactly {written(figure)}"
    return {
        f"exactly {written(figure)}": Interval(figure, figure),
        as_printed: report.interval(counted.name),
    }


def _size_in_words(bench, state):
    return f"{written(state['men'])} {bench['per']}"


def _whose(who):
    return f"{who}’" if who.endswith("s") else f"{who}’s"


def product(report, state):
    """Interval: the count times the size that is set."""
    return _counts(report)[state["groups"]] * state["men"]


def _product_mark(report, state):
    """Mark of the product; its words are those of the count."""
    made, bench = product(report, state), report.about["workbench"]
    count = number_mark(report, bench["count"])
    sure = "" if state["groups"].endswith(PRINTED) else f", if {state['groups']},"
    size = _size_in_words(bench, state)
    return replace(
        count,
        row=Row("settings", "product"),
        label=f"{_whose(count.who)} {bench['counted']}{sure} × your {size}: {made}",
        value=replace(
            made,
            basis=f"{state['groups']}, times the {bench['per']} set here",
            soft=made.soft and f"our reading: {made}",
        ),
        unit=number_mark(report, bench["beside"][0]).unit,
        again=partial(_product_mark, state=state),
    )


def _size_mark(report, state):
    """Mark of the size that is set; no report holds it."""
    bench, men = report.about["workbench"], state["men"]
    told = Evidence(_size_in_words(bench, state), "set here", Row("settings", "slider"))
    return Mark(
        row=Row("settings", "men"),
        label="you",
        who="you",
        value=Interval(men, men, basis=SET),
        unit=f"{number_mark(report, bench['beside'][0]).unit} per {bench['each'][0]}",
        evidence=(told,),
        again=partial(_size_mark, state=state),
    )


def _estimates(report, state):
    """list of Mark: the two numbers of the report beside which the product stands."""
    first, second = report.about["workbench"]["beside"]
    return [number_mark(report, first, state["reading"]), number_mark(report, second)]


def _sizes(report):
    """list of Mark: the sizes in print."""
    listed = report.about["workbench"]["sizes"]
    return [number_mark(report, key) for key in listed if key in report.elsewhere.index]


def _prediction(report, state):
    """list of the Mark of what the learner predicted, where it is to be drawn."""
    key = report.about["workbench"].get("prediction")
    if not key or not state.get("own"):
        return []
    row, basis = Row("answers", "prediction"), "no claim of the report"
    where = "sealed in this lesson"
    mark = answer_mark(row, "your prediction", latest(key), where, basis, key)
    return [mark] if mark else []


# --- the picture


def _ground(report, state):
    """Sheet with everything that stands still; `later` holds what the moving layer needs: the page,
    and the height of its row in inches.
    """
    bench, sizes = report.about["workbench"], _sizes(report)
    estimates, prediction = _estimates(report, state), _prediction(report, state)
    page = Page(bench["title"], 13)
    marks = [*estimates, *sizes, *prediction]
    sheet = Sheet(page.figure, marks, bench["title"], "", "workbench", "Interval chart")
    page.write(bench["heading"], 11, "bold", after=0.04)
    _draw_sizes(page, sheet, sizes, bench["most"])
    page.y += 0.34
    _write_scope(page, report)
    exact, *printed = (
        _product_mark(report, state | dict(men=bench["most"], groups=groups))
        for groups in _counts(report)
    )
    reach = [end for mark in [*printed, *prediction] for end in mark.printed]
    room = dict(spare=[exact], below=STEP * len(prediction), reach=reach)
    ax, (top,) = axis(page, report, sheet, estimates, **room)
    for mark in prediction:
        beside_line(page, sheet, ax, mark, ax.get_ylim()[0] - 0.12)
    page.y += 0.06
    page.done(_note(report), 9.5)
    sheet.later = {"page": page, "top": top}
    return sheet


def _draw_sizes(page, sheet, sizes, most):
    """The sizes in print on an axis of their own."""
    ax = page.axes(STEP * (len(sizes) + 1), 2.0)
    ax.set_xlim(0, most)
    set_ticks(ax, [round(most * i / 3, 1) for i in range(4)])
    sheet.meaning[ax] = Values("x")
    for i, mark in enumerate(sizes):
        beside_line(page, sheet, ax, mark, 0.33 + STEP * i, at=most * 1.075)


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
    paragraphs = f"paragraph{'s' * (len(places) > 1)} {' and '.join(map(str, places))}"
    sizes = "; sizes as named" if bench["sizes"] else ""
    return (
        "The broken line and the last mark follow your slider. Source: the report,"
        f" {paragraphs}{sizes}."
    )


@our_style()
def _move(report, sheet, state):
    """Adds the slider's line and the product to the ground."""
    bench, page = report.about["workbench"], sheet.later["page"]
    above, below = sheet.figure.axes
    size, made = _size_mark(report, state), _product_mark(report, state)
    sheet.marks += [size, made]
    sheet.says = sentence(report, state)
    sheet.shows(above.axvline(size.low, color=INK, linewidth=1.6, linestyle=DASHES), size)
    side = "left" if size.low < bench["most"] * 7 / 12 else "right"
    look = dict(weight="bold", color=INK, va="center", ha=side)
    signs.label(sheet, above, size, size.low, 0.09, f" you: {size.words[0]} ", 10.5, **look)
    row(page, report, sheet, below, made, sheet.later["top"], INK)


# --- the sentence


def sentence(report, state):
    """str: what the product reaches, in which reading, and what is missing."""
    b, made = report.about["workbench"], product(report, state)
    groups = state["groups"].removesuffix(PRINTED).capitalize()
    size = _size_in_words(b, state)
    said = f"{groups} {b['each'][1]} {b['between']} {size}: {made}."
    told = _as_printed if state["groups"].endswith(PRINTED) else _as_exact
    return f"{said} {told(report, state, made)}"


def _named(report, state):
    """(words of the first estimate with its reading, whose the second is, what it is)."""
    first, second = (report.numbers.loc[key] for key in report.about["workbench"]["beside"])
    few, other = (mark.value for mark in _estimates(report, state))
    closed = other.high >= other.low and not other.soft
    its = f"{other}" if closed else f"“{second['words']}”"
    reading = f"({few}, {state['reading']} reading)"
    return f"“{first['words']}” {reading}", _whose(second["who"]), its


def _as_printed(report, state, made):
    """str: what a bound, or a rounded count, fits."""
    a_few, whose, its = _named(report, state)
    few, other = (mark.value for mark in _estimates(report, state))
    no_ceiling = made.high != made.high
    if not made.meets(other):
        over = made.low >= other.high
        end = written(other.high if over else other.low)
        which = "fewest are more" if over else "most are fewer"
        return f"Even the {which} than {whose} {end}."
    fits = f"{whose} {its}"
    if made.meets(few):
        fits = f"both {a_few} and {whose} {its}"
        if not few.meets(other):
            fits += ", but those two name no number in common"
        elif no_ceiling:
            fits += " and so they name a number in common"
    if no_ceiling:
        floor = f"A floor with nothing above it fits {fits}."
        return f"{floor} A bound fits a great deal, and says little."
    return f"It shares numbers with {fits}."


def _as_exact(report, state, made):
    """str: in which of the two estimates the product lies, and what that costs."""
    b = report.about["workbench"]
    a_few, whose, its = _named(report, state)
    few, other = (mark.value for mark in _estimates(report, state))
    least = min((m.low for m in _sizes(report) if m.low == m.low), default=0)
    too_small = state["men"] < least
    lowest = f" The lowest {b['each'][0]} size in print that we know is {written(least)}."
    if made.meets(few) and made.meets(other):
        low = (
            f" It also takes {b['each'][1]} smaller than the lowest size in print that we know,"
            f" {written(least)}."
        )
        reached = f"{whose} {its} and in {a_few}. Goal reached, at the price of {b['price']}."
        return f"It lies in {reached}{low if too_small else ''}"
    if made.meets(few):
        side, end = ("below", other.low) if made.low <= other.low else ("above", other.high)
        ending = lowest if too_small else ""
        return f"It lies in {a_few}, but {side} {whose} {written(end)}.{ending}"
    if made.meets(other):
        far = "below" if made.low <= few.low else "above"
        return f"It lies in {whose} {its}, but {far} {a_few}."
    return f"It lies in neither: not in {a_few}, and not in {whose} {its}."
