"""Workbench (lesson 04): a count × what may stand behind each, beside two estimates and the sizes
in print; [workbench] in report.toml says of what.
"""

from types import SimpleNamespace

import pandas as pd

from ..data.report import MARK_COLUMNS
from ..data.tables import read_table
from ..drawing.charts import Page, answer_mark, axis, beside_line, row
from ..drawing.picture import ACCENT, INK, Layers, Picture
from ..lesson.answers import latest
from ..reading.interval import Interval
from ..reading.scope import split_by_scope
from ..reading.text import Problem
from ..show.controls import Check, Radio, Slider
from ..show.panel import Panel

PRINTED, SET = ", as printed", "your setting, no claim of the report"


def workbench(report):
    """Panel: a slider of, say, men per group; so many times the groups counted in the report are
    drawn on the axis of two estimates.
    Raises Problem for a report whose report.toml has no table [workbench], or names there what the
    report does not hold.
    """
    made, b, counts = layers(report), report.about["workbench"], [*_counts(report)]
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
        Radio(
            id="groups",
            label=b["each"][1].capitalize(),
            options=counts,
            value=counts[0],
        ),
        Radio(
            id="reading",
            label=f"“{b['word'].capitalize()}” read",
            options=["usual", "wide"],
            value="usual",
        ),
        Check(id="own", label="draw my prediction", value=True),
    ]
    return Panel(b["goal"], [c for c in controls if c.id in ("men", *made.fixed)], made)


def _check(report):
    """Raises Problem where the table is missing, or something in it is not what it should be. A
    size is looked for in the file: one that as_of left out is not wrong.
    """
    bench, rows = report.about.get("workbench"), report.numbers
    if not isinstance(bench, dict):
        raise Problem(
            "A workbench multiplies what a report.toml names in its table [workbench]; the report"
            " that is open holds no such table."
        )
    listed = lambda v, sizes, known=None: (
        isinstance(v, list)
        and len({*map(str, v)}) in sizes
        and all(isinstance(k, str) and (known is None or k in known) for k in v)
    )
    kinds = [
        (
            "count",
            "the id of a number of the report, with one figure",
            lambda v: listed([v], [1], rows.index) and rows.loc[v, ["low", "high"]].nunique() == 1,
        ),
        ("beside", "the ids of two numbers of the report", lambda v: listed(v, [2], rows.index)),
        ("each", "a noun, for one and many", lambda v: listed(v, [2])),
        (
            "sizes",
            "ids of numbers of source cards",
            lambda v: listed(
                v,
                range(99),
                read_table(report.folder / "numbers.csv", "numbers")[0].index.difference(
                    rows.index
                ),
            ),
        ),
        (
            "least most step start",
            "a number above 0",
            lambda v: isinstance(v, (int, float)) and 0 < v < 1e9,
        ),
        (
            "per counted between word goal title heading price",
            "words",
            lambda v: isinstance(v, str),
        ),
    ]
    for key, what in (
        (key, what)
        for keys, what, right in kinds
        for key in keys.split()
        if not right(bench.get(key))
    ):
        raise Problem(
            f"report.toml, [workbench], “{key}”: found"
            f" {repr(bench[key]) if key in bench else 'nothing'}; expected {what}."
        )


def layers(report):
    """picture.Layers of the workbench. State: {"men": how many per group, "groups": one of the
    counts, "exactly 14" or "at least 14, as printed", "reading": "usual" or "wide", "own": bool,
    where the table names a prediction}. Raises Problem as `workbench` does.
    """
    bench = _check(report) or report.about["workbench"]
    places = " and ".join(
        map(str, sorted({*report.numbers.loc[[bench["count"], *bench["beside"]], "paragraph"]}))
    )
    note = (
        "The broken line and the last mark follow your slider. Source: the report,"
        f" paragraph{'s' * (' ' in places)} {places}{'; sizes as named' * bool(bench['sizes'])}."
    )

    def moving(figure, state):
        made, (above, below), men, mine, each = (
            _product(report, state),
            figure.axes,
            state["men"],
            _size(bench, state),
            bench["each"][0],
        )
        size = answer_mark(
            "men", "you", {"least": men, "most": men}, "slider", "set here", SET
        ) | dict(words=(mine,), unit=f"{made['unit']} per {each}")
        artists = [
            above.axvline(men, color=INK, linewidth=1.6, linestyle=(0, (3, 1.5)), gid="men"),
            above.text(
                men,
                0.09,
                f" you: {mine} ",
                size=10.5,
                weight="bold",
                color=INK,
                va="center",
                ha="left" if men < bench["most"] * 7 / 12 else "right",
                gid="men",
            ),
            *row(Page(), report, below, SimpleNamespace(**made), _ground(report, state)[1], INK),
        ]
        return artists, Picture(
            figure,
            pd.DataFrame([*_marks(report, state), size, made], columns=MARK_COLUMNS),
            bench["title"],
            _says(report, state),
            "workbench",
            "Interval chart",
            reading=state["reading"],
            again=lambda r, m: {m["gid"]: m for m in [*_marks(r, state), _product(r, state), size]}[
                m.gid
            ],
        )

    return Layers(
        lambda state: _ground(report, state)[0].done(note, 9.5),
        moving,
        fixed=("groups", "reading", *["own"] * ("prediction" in bench)),
    )


def _counts(report):
    """dict: the count as if it were exact, and as it is printed: {what the control calls it:
    Interval}.
    """
    counted = report.numbers.loc[report.about["workbench"]["count"]]
    figure, hedge = counted[["low", "high"]].max(), counted["hedge"].split(";")[0]
    return {
        f"exactly {figure:,g}": Interval(figure, figure),
        f"{hedge or 'exactly'} {figure:,g}{PRINTED * bool(hedge)}": report.interval(counted.name),
    }


_size = lambda bench, state: f"{state['men']:,g} {bench['per']}"
_whose = lambda who: f"{who}’{'s' * (who[-1:] != 's')}"
_times = lambda report, state: _counts(report)[state["groups"]] * state["men"]


def _product(report, state):
    made, b, sure = (
        _times(report, state),
        report.about["workbench"],
        "" if state["groups"].endswith(PRINTED) else f", if {state['groups']},",
    )
    return dict(
        mark := report.mark(b["count"]),
        gid="product",
        label=f"{_whose(mark['who'])} {b['counted']}{sure} × your {_size(b, state)}: {made}",
        low=made.low,
        high=made.high,
        unit=report.mark(b["beside"][0])["unit"],
        reading=f"{state['groups']}, times the {b['per']} set here",
        soft=made.soft and f"our reading: {made}",
    )


def _marks(report, state):
    bench, mine = (
        report.about["workbench"],
        (latest(report.about["workbench"]["prediction"]) if state.get("own") else None),
    )
    made = [
        report.mark(bench["beside"][0], reading=state["reading"]),
        report.mark(bench["beside"][1]),
        *(report.mark(k) for k in bench["sizes"] if k in report.elsewhere.index),
    ]
    return [
        *made,
        *filter(
            None,
            [
                answer_mark(
                    "prediction",
                    "your prediction",
                    mine,
                    bench.get("prediction"),
                    "sealed in this lesson",
                    "no claim of the report",
                )
            ],
        ),
    ]


def _ground(report, state):
    """(Page with everything that stands still but its note, top of the moving row in inches)."""
    bench, (few, other, *sizes) = (
        report.about["workbench"],
        [SimpleNamespace(**m) for m in _marks(report, state)],
    )
    prediction, page, most = (
        [sizes.pop()] if sizes and sizes[-1].gid == "prediction" else [],
        Page(bench["title"], 13),
        bench["most"],
    )
    page.write(bench["heading"], 11, "bold", after=0.04)
    above = page.axes(0.22 + 0.22 * len(sizes), 2.0)
    above.per_inch, ticks = most / 2.0, [round(most * i / 3, 1) for i in range(4)]
    above.set(xlim=(0, most), xticks=ticks, xticklabels=[f"{t:,g}" for t in ticks])
    for i, m in enumerate(sizes):
        beside_line(above, m, 0.33 + 0.22 * i, INK, at=most * 1.075)
    page.y += 0.34
    facet, *others = split_by_scope(report.numbers.loc[bench["beside"]])
    page.write(
        (
            scope := " · ".join(
                filter(None, (facet.scope[f] for f in ("population", "status", "place")))
            )
        )[:1].upper()
        + scope[1:],
        11,
        "bold",
    )
    alike = (
        "Two scopes, not to be compared."
        if others
        else facet.read_as and f"One axis, if both are read as “{facet.read_as}”."
    )
    page.write(f"{alike} {bench.get('caution', '')}", 9.5, color=ACCENT, after=0.06)
    exact, *printed = (
        SimpleNamespace(**_product(report, dict(state, men=most, groups=groups)))
        for groups in _counts(report)
    )
    ax, spare = axis(
        page,
        report,
        [few, other],
        spare=[exact],
        below=0.22 * len(prediction),
        reach=[e for m in (*printed, *prediction) for e in (m.low, m.high) if e == e],
    )
    for m in prediction:
        beside_line(ax, m, ax.get_ylim()[0] - 0.12, INK)
    page.y += 0.06
    return page, spare[0]


def _says(report, state):
    """str: what the product reaches, in which reading, and what is missing."""
    b, made, (first, second) = (
        report.about["workbench"],
        _times(report, state),
        (report.numbers.loc[key] for key in report.about["workbench"]["beside"]),
    )
    few, other, whose, each = (
        report.interval(first.name, state["reading"]),
        report.interval(second.name),
        _whose(second["who"]),
        b["each"],
    )
    said = (
        f"{state['groups'].removesuffix(PRINTED).capitalize()} {each[1]} {b['between']}"
        f" {_size(b, state)}: {made}."
    )
    a_few, its = (
        f"“{first['words']}” ({few}, {state['reading']} reading)",
        (other if other.high >= other.low and not other.soft else f"“{second['words']}”"),
    )
    if state["groups"].endswith(PRINTED) and not made.meets(other):
        return (
            f"{said} Even the {'fewest are more' if made.low >= other.high else 'most are fewer'}"
            f" than {whose} {other.high if made.low >= other.high else other.low:,g}."
        )
    if state["groups"].endswith(PRINTED):
        common = (
            " and so they name a number in common" * (made.high != made.high)
            if few.meets(other)
            else ", but those two name no number in common"
        )
        fits = f"both {a_few} and {whose} {its}{common}" if made.meets(few) else f"{whose} {its}"
        return (
            f"{said}"
            f" {f'A floor with nothing above it fits {fits}. A bound fits a great deal, and says little' if made.high != made.high else f'It shares numbers with {fits}'}."
        )
    least = min(
        (
            m["low"]
            for m in _marks(report, state)[2:]
            if m["gid"] in b["sizes"] and m["low"] == m["low"]
        ),
        default=0,
    )
    low = (
        f" It also takes {each[1]} smaller than the lowest size in print that we know, {least:,g}."
        if state["men"] < least
        else ""
    )
    (side, end), far = (
        ("below", other.low) if made.low <= other.low else ("above", other.high),
        ("below" if made.low <= few.low else "above"),
    )
    lowest = f" The lowest {each[0]} size in print that we know is {least:,g}." if low else ""
    lies = {
        (
            True,
            True,
        ): f"{whose} {its} and in {a_few}. Goal reached, at the price of {b['price']}.{low}",
        (False, False): f"neither: not in {a_few}, and not in {whose} {its}.",
        (True, False): f"{a_few}, but {side} {whose} {end:,g}.{lowest}",
        (False, True): f"{whose} {its}, but {far} {a_few}.",
    }
    return f"{said} It lies in {lies[made.meets(few), made.meets(other)]}"
