"""Hedge dial (lesson 03): one phrase, three readings of it, and what each reading costs."""

import math
from types import SimpleNamespace

import pandas as pd

from ..data.report import MARK_COLUMNS
from ..drawing.charts import Page, answer_mark, axis, beside_line
from ..drawing.picture import ACCENT, INK, Picture
from ..drawing.style import our_style
from ..lesson.answers import everyone
from ..reading.scope import scope_diff, split_by_scope
from ..reading.text import Problem
from ..show.controls import Check, Choice, Radio
from ..show.panel import Panel

READINGS, ALONE, KEY, MOST = ("logical", "usual", "wide"), "nothing", "03.p", 40


def hedge_dial(report, phrase="only a few thousand", beside="8,000 to 14,000 troops"):
    """Panel: choose a phrase of the report and a reading; the range that it allows is drawn,
    beside another number if you like. Raises Problem for a report without numbers.
    """
    phrases, unread = (
        list(report.numbers["words"]),
        report.numbers[["low", "high"]].isna().all(axis=1),
    )
    if not phrases:
        raise Problem(
            "The report that is open holds no number, so there is no word to read as one."
        )
    controls = [
        Choice(
            id="phrase",
            label="Phrase",
            options=phrases,
            value=(
                phrase if phrase in phrases else [*report.numbers.loc[unread, "words"], *phrases][0]
            ),
        ),
        Radio(id="reading", label="Reading", options=list(READINGS), value="usual"),
        Choice(
            id="beside",
            label="Beside it",
            options=[ALONE, *phrases],
            value=beside if beside in phrases else ALONE,
        ),
        Check(
            id="own",
            label="draw my own answer and my class’s (for “a few thousand”)",
            value=True,
        ),
    ]
    return Panel(
        (
            "Is there a reading of “only a few thousand” that reaches Janes’ 8,000? Find it, and"
            " say what it costs."
            if phrase in phrases
            else (
                "What numbers do these words allow? Find the reading that allows most, and say what"
                " it costs."
            )
        ),
        controls,
        lambda values: dial(report, values),
    )


@our_style()
def dial(report, values):
    """Picture: the phrase under the chosen reading, and what stands beside it. values: {"phrase":
    words, "reading": one of READINGS, "beside": words or ALONE, "own": bool}.
    """
    by_words = {words: key for key, words in report.numbers["words"].items()}
    key, other, reading = (
        by_words[values["phrase"]],
        by_words.get(values["beside"]),
        values["reading"],
    )
    row, alike, other = report.numbers.loc[key], "", None if other == key else other
    facets = split_by_scope(report.numbers.loc[[key, other]]) if other else []
    if len(facets) > 1:
        field = scope_diff(facets[0].scope, facets[1].scope)[0]
        alike, other = (
            (
                f" “{values['beside']}” is not drawn beside it: its {field} is"
                f" “{facets[1].scope[field]}”, not “{facets[0].scope[field]}”."
            ),
            None,
        )
    as_read = {key: reading, other: "printed"}
    marks = [report.mark(k, reading=r) for k, r in as_read.items() if k]
    answers = everyone(KEY) if values["own"] and "a few thousand" in row["hedge"] else {}
    marks += filter(None, (_answer(*given) for given in list(answers.items())[:MOST]))
    drawn = [
        SimpleNamespace(**m) for m in marks if not (math.isnan(m["low"]) and math.isnan(m["high"]))
    ]
    frame, interval = (
        pd.DataFrame(map(vars, drawn), columns=MARK_COLUMNS),
        report.interval(key, reading),
    )
    says = f"{_cost(report, interval, reading, other)}{alike}"
    if not drawn or drawn[0].gid != key:
        return Picture(
            None,
            frame.iloc[:0],
            "",
            f"“{row['words']}” has no end to draw: {interval.basis}.{alike}",
        )
    title = f"{reading.capitalize()} reading of “{row['words']}”: {interval}"
    page = Page(title, 12.5, after=0.03)
    page.write(
        (
            f"One axis, if both are read as “{facets[0].read_as}”."
            if other and facets[0].read_as
            else ""
        ),
        9.5,
        color=ACCENT,
        after=0.08,
    )
    rows, extra = [m for m in drawn if m.gid in as_read], [m for m in drawn if m.gid not in as_read]
    ax, _ = axis(
        page,
        report,
        rows,
        len(rows) > 1,
        below=0.2 * len(extra),
        reach=[e for m in extra for e in (m.low, m.high)],
    )
    for i, m in enumerate(extra):
        beside_line(ax, m, ax.get_ylim()[0] - 0.2 * (len(extra) - i) + 0.08, INK)
    page.y += 0.1
    widest = report.mark(key, reading="logical")
    pale = (
        drawn[0].soft
        and math.isnan(row["low"])
        and (drawn[0].low, drawn[0].high) != (widest["low"], widest["high"])
    )
    signs = {
        "Dark: the range under this reading.": True,
        "Pale: what the words do not exclude.": pale,
        "Thin lines: answers given in lesson 03.": extra,
    }
    note = (
        " ".join(filter(signs.get, signs))
        + f" A range is not a probability. Source: {report.title}."
    )
    return Picture(
        page.done(note, 9.5),
        frame,
        title,
        says,
        "hedge_dial",
        "Interval chart",
        reading=reading,
        again=lambda r, m: (
            _answer(m.ids[0], everyone(KEY).get(m.ids[0]))
            if m.gid.startswith("answer ")
            else r.mark(m.gid, reading=as_read.get(m.gid, "printed"))
        ),
    )


def _answer(who, value):
    """dict: the mark of one answer to “a few thousand”, or None where there is none that can be
    drawn.
    """
    return answer_mark(
        f"answer {who}",
        who,
        value,
        who,
        "answered in lesson 03",
        "an answer in this class, no claim of the report",
    )


def _cost(report, interval, reading, other):
    """str: the basis of the reading, and whether the phrase now reaches the number beside it."""
    said = (
        f"{reading.capitalize()} reading: {interval}. Basis:"
        f" {interval.basis.split(': ', 1)[-1].split('; ')[0]}."
    )
    if other is None:
        return said
    there, second = report.numbers.loc[other], report.interval(other)
    gap = f" “{there['words']}” ({there['who']}{', in its usual reading' if second.soft else ''})"
    if not interval.meets(second):
        return (
            f"{said} It does not reach{gap}: read so, the two disagree, if both mean the same"
            " people on the same day."
        )
    lows = [e for e in (interval.low, second.low) if not math.isnan(e)]
    price = f" The price: the words must be able to mean {max(lows):,g} and more." if lows else ""
    return f"{said} It reaches{gap}, and the two need not contradict each other.{price}"
