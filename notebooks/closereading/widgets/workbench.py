"""Workbench (lesson 04): groups × men, beside the two estimates of the same forces and the group sizes in print."""
from types import SimpleNamespace

import pandas as pd

from ..answers import latest
from ..charts import Page, answer_mark, axis, beside_line, row
from ..intervals import Interval
from ..panel import Panel
from ..picture import ACCENT, INK, Layers, Picture
from ..report import MARK_COLUMNS
from ..text import Problem

GROUPS, FEW, JANES, SIZES, KEY = "N10", "N07", "N11", ["X01", "X02", "X03", "X04"], "04.p"
EXACTLY, AT_LEAST = "exactly 14", "at least 14, as printed"


def workbench(report):
    """Panel: a slider of men per group; 14 groups of them are drawn on the axis of the two estimates. Raises Problem for a report without them."""
    if not {GROUPS, FEW, JANES} <= {*report.numbers.index}:
        raise Problem("This workbench multiplies the groups of the report of 10 February 2022; the report that is open holds no such numbers.")
    controls = [dict(id="men", kind="slider", label="Men per group", min=100, max=1200, step=1, unit="men", value=850),
                dict(id="groups", kind="radio", label="Groups", options=[EXACTLY, AT_LEAST], value=EXACTLY),
                dict(id="reading", kind="radio", label="“A few” read", options=["usual", "wide"], value="usual"),
                dict(id="own", kind="check", label="draw my prediction", value=True)]
    return Panel("Find a group size at which Reznikov and Janes agree.", controls, layers(report))


def layers(report):
    """picture.Layers of the workbench. State: {"men": int, "groups": EXACTLY or AT_LEAST, "reading": "usual" or "wide", "own": bool}."""
    def still(state):
        return _ground(report, state)[0].done("The broken line and the last mark follow your slider. Source: the report, paragraphs 9 and 15; sizes as named.", 9.5)

    def moving(figure, state):
        made, (above, below) = _product(report, state), figure.axes
        size = dict(made, gid="men", low=float(state["men"]), high=float(state["men"]), unit="persons per group", label="you", who="you",
                    ids=("slider",), words=(f"{state['men']:,} men",), where=("set here",), reading="your setting, no claim of the report")
        above.per_inch = below.per_inch = (below.get_xlim()[1] - below.get_xlim()[0]) / (WIDE * 0.8)
        you = f" you: {state['men']:,} men "
        artists = [above.axvline(state["men"], color=INK, linewidth=1.6, linestyle=(0, (3, 1.5)), gid="men"),
                   above.text(state["men"], 0.09, you, size=10.5, weight="bold", color=INK, va="center", ha="left" if state["men"] < 700 else "right", gid="men")]
        artists += row(Page(), report, below, SimpleNamespace(**made), _ground(report, state)[1], INK)
        marks = pd.DataFrame([*_marks(report, state), size, made], columns=MARK_COLUMNS)
        return artists, Picture(figure, marks, TITLE, _says(report, state), "workbench", "Interval chart", reading=state["reading"],
                                again=lambda r, m: {m["gid"]: m for m in [*_marks(r, state), _product(r, state), size]}[m.gid])
    return Layers(still, moving, fixed=("groups", "reading", "own"))


WIDE, TITLE = 4.7, "How many troops are fourteen groups? It depends on their size"


def _product(report, state):
    made, sure = _times(report, state), ", if exactly 14," if state["groups"] == EXACTLY else ""
    return dict(report.mark(GROUPS), gid="product", label=f"Janes’ groups{sure} × your {state['men']:,} men: {made}", low=made.low, high=made.high, unit="persons",
                reading=f"{state['groups']}, times the men set here", soft="")


def _times(report, state):
    count = report.numbers.loc[GROUPS, "low"]
    return Interval(count, count if state["groups"] == EXACTLY else None) * Interval(state["men"], state["men"])


def _marks(report, state):
    made = [report.mark(FEW, reading=state["reading"]), report.mark(JANES), *(report.mark(k) for k in SIZES if k in report.elsewhere.index)]
    mine = latest(KEY) if state["own"] else None
    return [*made, *filter(None, [answer_mark("prediction", "your prediction", mine, KEY, "sealed in this lesson", "no claim of the report")])]


def _ground(report, state):
    """(Page with everything that stands still but its note, top of the moving row in inches)."""
    marks = {m["gid"]: SimpleNamespace(**m) for m in _marks(report, state)}
    page = Page(TITLE, 13)
    page.write("Persons in one battalion tactical group: four sizes in print", 11, "bold", after=0.04)
    sizes = [marks[k] for k in SIZES if k in marks]
    above = page.axes(0.22 + 0.22 * len(sizes), 2.0)
    above.set(xlim=(0, 1200), xticks=[0, 400, 800, 1200], xticklabels=["0", "400", "800", "1,200"])
    above.per_inch = 1200 / 2.0
    for i, m in enumerate(sizes):
        beside_line(above, m, 0.33 + 0.22 * i, INK, at=1290)
    page.y += 0.34
    page.write("Russian troops · present · Belarus", 11, "bold")
    page.write("One axis, if both are read as “Russian troops”.", 9.5, color=ACCENT, after=0.06)
    prediction = [marks["prediction"]] if "prediction" in marks else []
    widest = SimpleNamespace(**_product(report, dict(state, men=1200, groups=EXACTLY)))
    ax, spare = axis(page, report, [marks[FEW], marks[JANES]], spare=[widest], below=0.22 * len(prediction), reach=[*(m.high for m in prediction)])
    for m in prediction:
        beside_line(ax, m, ax.get_ylim()[0] - 0.12, INK)
    page.y += 0.06
    return page, spare[0]


def _says(report, state):
    """str: what the product reaches, in which reading, and what is missing."""
    made, few, janes = _times(report, state), report.interval(FEW, state["reading"]), report.interval(JANES)
    said = f"{state['groups'].split(',')[0].capitalize()} groups of {state['men']:,} men: {made}."
    a_few, theirs = f"“only a few thousand” ({few}, {state['reading']} reading)", "Janes’ 8,000 to 14,000"
    if state["groups"] == AT_LEAST and not made.meets(janes):
        return f"{said} Even the fewest are more than Janes’ 14,000."
    if state["groups"] == AT_LEAST:
        common = " and so they name a number in common" if few.meets(janes) else ", but those two name no number in common"
        fits = f"both {a_few} and {theirs}{common}" if made.meets(few) else theirs
        return f"{said} A floor with nothing above it fits {fits}. A bound fits a great deal, and says little."
    small = " It also takes groups smaller than the lowest size in print that we know, 600." if state["men"] < 600 else ""
    lies = {(True, True): f"{theirs} and in {a_few}. Goal reached, at the price of letting “a few” mean eight or more.{small}",
            (True, False): f"{a_few}, but below Janes’ 8,000. The lowest group size in print that we know is 600.",
            (False, True): f"{theirs}, but above {a_few}.", (False, False): f"neither: not in {a_few}, and not in {theirs}."}
    return f"{said} It lies in {lies[made.meets(few), made.meets(janes)]}"
