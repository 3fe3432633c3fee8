"""What the workbench of lesson 04 multiplies: the count, the size that is set, their product, what
stands beside it, and the sentence that answers.

report: one whose report.toml holds a table [workbench]. state: {"men": the size, "groups": one of
`counts`, "reading": "usual" or "wide", "own": bool}.
"""

import math
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from ..lesson.answers import close
from ..marks import Evidence, Mark, Row, answer_mark, number_mark
from ..reading.interval import Interval
from ..reading.numerals import written

PRINTED = ", as printed"  # what a control adds to the name of a count
SETTING = "in a notebook you move it; this is where it stands"
SET = "your setting, no claim of the report"


class Reading(NamedTuple):
    """One way to take the count. said: in a sentence. value: Interval. printed: whether it is taken
    with the hedge that stands in print, and not as if it were exact.
    """

    said: str
    value: Interval
    printed: bool


class Count:
    """The count of the report. mark: its Mark. readings: dict, what the control calls it ->
    Reading: as if it were exact, and as it is printed. unit: that of the product.
    """

    def __init__(self, report):
        key = report.about["workbench"]["count"]
        row = report.numbers.loc[key]
        self.mark = number_mark(report, key)
        figure = row[["low", "high"]].max()
        hedge = row["hedge"].split(";")[0]
        exact = f"exactly {written(figure)}"
        printed = report.interval(key)
        if hedge:
            said = f"{hedge} {written(figure)}"
            self.readings = {exact: Reading(exact, Interval(figure, figure), False)}
            self.readings[said + PRINTED] = Reading(said, printed, True)
        else:
            self.readings = {exact: Reading(exact, printed, False)}
        self.unit = _unit(report)

    def reading(self, state):
        """Reading: the one that is chosen."""
        return self.readings[state["groups"]]

    def times(self, state):
        """Interval: the count times the size that is set."""
        return self.reading(state).value * state["men"]


def counts(report):
    """list of str: what the control calls the count, as if it were exact, and as it is printed."""
    return [*Count(report).readings]


def _size_in_words(bench, state):
    return f"{written(state['men'])} {bench['per']}"


def _whose(who):
    return f"{who}’" if who.endswith("s") else f"{who}’s"


def product_mark(report, state, count=None):
    """Mark of the product; its words are those of the count. count: Count, where it is at hand."""
    count = count or Count(report)
    bench = report.about["workbench"]
    made = count.times(state)
    counted = count.mark
    sure = "" if count.reading(state).printed else f", if {state['groups']},"
    size = _size_in_words(bench, state)
    return replace(
        counted,
        row=Row("settings", "product"),
        label=f"{_whose(counted.who)} {bench['counted']}{sure} × your {size}: {made}",
        value=replace(
            made,
            basis=f"{state['groups']}, times the {bench['per']} set here",
            soft=made.soft and f"our reading: {made}",
        ),
        unit=count.unit,
        again=partial(product_mark, state=state),
    )


def _unit(report):
    """str: the unit of the estimates, which is that of the product."""
    return report.numbers.loc[report.about["workbench"]["beside"][0], "unit"]


def size_mark(report, state, count=None):
    """Mark of the size that is set; no report holds it. count: Count, where it is at hand."""
    bench = report.about["workbench"]
    men = state["men"]
    told = Evidence(_size_in_words(bench, state), SETTING, Row("settings", "slider"))
    return Mark(
        row=Row("settings", "men"),
        label="you",
        who="you",
        value=Interval(men, men, basis=SET),
        unit=f"{count.unit if count else _unit(report)} per {bench['each'][0]}",
        evidence=(told,),
        again=partial(size_mark, state=state),
    )


def estimates(report, state):
    """list of Mark: the two numbers of the report beside which the product stands."""
    first, second = report.about["workbench"]["beside"]
    return [number_mark(report, first, state["reading"]), number_mark(report, second)]


def sizes(report):
    """list of Mark: the sizes in print."""
    listed = report.about["workbench"]["sizes"]
    return [number_mark(report, key) for key in listed if key in report.elsewhere.index]


def prediction(report, state):
    """list of the Mark of what the learner predicted, where it is to be drawn."""
    key = report.about["workbench"].get("prediction")
    if not key or not state.get("own"):
        return []
    row = Row("answers", "prediction")
    basis = "no claim of the report"
    where = "kept in this lesson"
    mark = answer_mark(row, "your prediction", close(key), where, basis, key)
    return [mark] if mark else []


class Beside:
    """What the sentence tells the product beside: it does not change while the slider moves.
    count: Count. few, other: the Intervals of the two estimates. first: the words of the first,
    with its reading. second: whose the other is, and what. least: the smallest size in print.
    """

    def __init__(self, report, state):
        self.table = report.about["workbench"]
        self.count = Count(report)
        rows = [report.numbers.loc[key] for key in self.table["beside"]]
        self.few, self.other = (mark.value for mark in estimates(report, state))
        self.whose = _whose(rows[1]["who"])
        self.first = f"“{rows[0]['words']}” ({self.few}, {state['reading']} reading)"
        closed = self.other.high >= self.other.low and not self.other.soft
        words = str(self.other) if closed else f"“{rows[1]['words']}”"
        self.second = f"{self.whose} {words}"
        lows = (mark.low for mark in sizes(report) if not math.isnan(mark.low))
        self.least = min(lows, default=0)


def sentence(report, state, beside):
    """str: what the product reaches, in which reading, and what is missing. beside: Beside."""
    b = report.about["workbench"]
    made = beside.count.times(state)
    reading = beside.count.reading(state)
    groups = f"{reading.said.capitalize()} {b['each'][1]}"
    said = f"{groups} {b['between']} {_size_in_words(b, state)}: {made}."
    if reading.printed:
        return f"{said} {_as_printed(beside, made)}"
    return f"{said} {_as_exact(beside, made, state['men'])}"


def _as_printed(beside, made):
    """str: what a bound, or a rounded count, fits."""
    if not made.meets(beside.other):
        over = made.low >= beside.other.high
        end = written(beside.other.high if over else beside.other.low)
        which = "fewest are more" if over else "most are fewer"
        return f"Even the {which} than {beside.whose} {end}."
    fits = beside.second
    no_ceiling = math.isnan(made.high)
    if made.meets(beside.few):
        fits = f"both {beside.first} and {beside.second}"
        if not beside.few.meets(beside.other):
            fits += ", but those two name no number in common"
        elif no_ceiling:
            fits += " and so they name a number in common"
    if not no_ceiling:
        return f"It shares numbers with {fits}."
    return (
        f"With “at least” there is no upper end, so this fits {fits}. Words with an open end fit"
        " almost everything, and say little."
    )


def _as_exact(beside, made, men):
    """str: in which of the two estimates the product lies, and what that costs."""
    also, alone = _smallest(beside, men)
    if made.meets(beside.few) and made.meets(beside.other):
        price = f"Goal reached, at the price of {beside.table['price']}."
        return f"It lies in {beside.second} and in {beside.first}. {price}{also}"
    if made.meets(beside.few):
        below = made.low <= beside.other.low
        end = written(beside.other.low if below else beside.other.high)
        side = "below" if below else "above"
        return f"It lies in {beside.first}, but {side} {beside.whose} {end}.{alone}"
    if made.meets(beside.other):
        far = "below" if made.low <= beside.few.low else "above"
        return f"It lies in {beside.second}, but {far} {beside.first}."
    return f"It lies in neither: not in {beside.first}, and not in {beside.second}."


def cannot(report, state):
    """str: that no size on the scale lies in both estimates, where that is so; else ""."""
    bench = report.about["workbench"]
    beside = Beside(report, state)
    if not beside.count.reading(state).printed and _meets_both(bench, state, beside):
        return ""
    of = bench["each"][0]
    return f"No size of a {of} does it in this setting. Change how the words are read instead."


def _meets_both(bench, state, beside):
    """bool: whether some size on the scale makes a product that lies in both estimates."""
    count = (bench["most"] - bench["least"]) / bench["step"]
    sizes = (bench["least"] + bench["step"] * i for i in range(int(count) + 1))
    made = (beside.count.times(state | {"men": size}) for size in sizes)
    return any(m.meets(beside.few) and m.meets(beside.other) for m in made)


def _smallest(beside, men):
    """(str, str): what is said of a setting below the smallest size in print, where both estimates
    are met and where one is.
    """
    if men >= beside.least:
        return "", ""
    one, many = beside.table["each"]
    known = "size in print that we know"
    least = written(beside.least)
    also = f" It also takes {many} smaller than the lowest {known}, {least}."
    return also, f" The lowest {one} {known} is {least}."
