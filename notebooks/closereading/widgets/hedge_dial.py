"""Hedge dial (lesson 03): one phrase, three readings of it, and what each reading costs."""

import math
from dataclasses import dataclass
from itertools import islice

from ..drawing.page import Page
from ..drawing.ranges import axis
from ..drawing.sheet import Sheet
from ..drawing.style import ACCENT, our_style
from ..drawing.thin_lines import tall, thin_line
from ..lesson.answers import close, everyone
from ..marks import Row, answer_mark, number_mark
from ..reading.given import looked_at
from ..reading.numerals import written
from ..reading.scope import scope_diff, split_by_scope
from ..reading.text import Problem
from ..show.controls import Check, Choice, Radio
from ..show.panel import Panel, View
from ..show.picture import Picture

READINGS = ("logical", "usual", "wide")
ALONE = "nothing"
# the prediction that is drawn; at most so many of a class
PHRASE = "only a few thousand"  # of lesson 03; another report begins with one of its own
KEY = "03.p"
MOST = 40
ANSWER = 0.2  # inches of one answer


@looked_at
def hedge_dial(report, phrase=PHRASE, beside="8,000 to 14,000 troops"):
    """Panel: choose a phrase of the report and a reading; the range that it allows is drawn,
    beside another number if you like. Raises Problem for a report without numbers, or without the
    phrase.
    """
    if report.numbers.empty:
        raise Problem(
            "The report that is open holds no number, so there is no word to read as one."
        )
    phrases = _read_in_ways(report)
    if phrase != PHRASE and phrase not in phrases:
        raise Problem(f"“{phrase}” cannot be read here; these phrases can: {'; '.join(phrases)}.")
    goal = (
        "Find a reading of “only a few thousand” that reaches Janes’ 8,000, and read what it costs."
        if phrase in phrases
        else "What numbers do these words allow? Find the reading that allows most, and read"
        " what it costs."
    )
    unread = report.numbers[["low", "high"]].isna().all(axis=1)
    first = phrase if phrase in phrases else [*report.numbers.loc[unread, "words"], *phrases][0]
    controls = _controls(report, phrases, first, beside)
    panel = Panel(goal, controls, lambda values: _shown(report, values))

    def follow(change):
        """Another phrase has other numbers that may stand beside it, and begins alone."""
        if change["old"]["phrase"] != change["new"]["phrase"]:
            panel.values = {"beside": ALONE}
            panel.controls = _controls(report, phrases, change["new"]["phrase"], ALONE)

    panel.observe(follow, "values")
    return panel


def _shown(report, values):
    """Picture, or, where a reading has no end to draw, a View with the sentence that says so."""
    picture = dial(report, values)
    return View("", picture.says) if picture.figure is None else picture


def _read_in_ways(report):
    """list of str: the phrases that two readings take in two ways; all where there are none."""
    read = {
        words: {str(number_mark(report, key, reading).value) for reading in READINGS}
        for key, words in report.numbers["words"].items()
    }
    several = [words for words, ranges in read.items() if len(ranges) > 1]
    return several or list(read)


def _controls(report, phrases, phrase, beside):
    """list of Control: those of the dial, for a phrase. A number that may not share its axis does
    not stand beside it.
    """
    others = _on_its_axis(report, phrase)
    own = "draw my own answer and my class’s (for “a few thousand”)"
    second = beside if beside in others else ALONE
    return [
        Choice(id="phrase", label="Phrase", options=phrases, value=phrase),
        Radio(id="reading", label="Reading", options=list(READINGS), value="usual"),
        Choice(id="beside", label="Beside it", options=[ALONE, *others], value=second),
        Check(id="own", label=own, value=True),
    ]


def _on_its_axis(report, phrase):
    """list of str: the phrases of the numbers that answer the same question as that of a phrase."""
    numbers = report.numbers
    key = numbers.index[numbers["words"] == phrase][0]
    others = numbers["words"].drop(key).items()
    return [words for at, words in others if len(split_by_scope(numbers.loc[[key, at]])) == 1]


@our_style()
def dial(report, values):
    """Picture: the phrase under the chosen reading, and what stands beside it. values: {"phrase":
    words, "reading": one of READINGS, "beside": words or ALONE, "own": bool}.
    """
    by_words = {words: key for key, words in report.numbers["words"].items()}
    key = by_words[values["phrase"]]
    reading = values["reading"]
    beside = _beside(report, key, by_words.get(values["beside"]), values["beside"])
    rows = [number_mark(report, key, reading)]
    if beside.key:
        rows.append(number_mark(report, beside.key))
    answers = _answers(report.numbers.loc[key, "hedge"]) if values["own"] else []
    says = f"{_cost(report, rows[0], reading, beside.key)}{beside.unlike}"
    if not rows[0].printed:
        why = rows[0].value.basis.split(": ", 1)[-1]
        words = f"“{values['phrase']}” has no end to draw in this reading: {why}.{beside.unlike}"
        return Picture(Sheet(None, says=words))
    title = f"{reading.capitalize()} reading of “{values['phrase']}”: {rows[0].value}"
    page = Page(title, 12.5, after=0.03)
    page.write(beside.alike, 9.5, color=ACCENT, after=0.08)
    drawn = [m for m in [*rows, *answers] if m.printed]
    sheet = Sheet(page.figure, drawn, title, says, "hedge_dial", "Interval chart")
    _draw(page, report, sheet, [m for m in rows if m.printed], answers)
    page.y += 0.1
    page.done(_note(report, rows[0], answers), 9.5)
    return Picture(sheet)


@dataclass(frozen=True)
class Beside:
    """What stands beside a phrase. key: id of a number, or None. alike: a sentence on what lets the
    two share an axis. unlike: one on what keeps the other off.
    """

    key: str | None = None
    alike: str = ""
    unlike: str = ""


def _beside(report, key, other, words):
    """Beside: the number that is drawn beside a phrase. other: its id, or None. words: its own."""
    if other in (None, key):
        return Beside()
    first, *rest = split_by_scope(report.numbers.loc[[key, other]])
    if rest:
        field = scope_diff(first.scope, rest[0].scope)[0]
        its = rest[0].scope[field]
        ours = first.scope[field]
        said = f" “{words}” is not drawn beside it: its {field} is “{its}”, not “{ours}”."
        return Beside(unlike=said)
    alike = f"One axis, if both are read as “{first.read_as}”." if first.read_as else ""
    return Beside(other, alike)


def _answers(hedge):
    """list of Mark: what was answered to “a few thousand”, where the phrase has these words."""
    if "a few thousand" not in hedge:
        return []
    where = "answered in lesson 03"
    basis = "an answer in this class, no claim of the report"
    close(KEY)
    given = islice(everyone(KEY).items(), MOST)
    made = (answer_mark(Row("answers", who), who, value, where, basis) for who, value in given)
    return [mark for mark in made if mark]


def _draw(page, report, sheet, rows, answers):
    """The rows on one axis, and the answers as thin lines below them."""
    reach = [end for mark in answers for end in mark.printed]
    heights = [tall(mark, ANSWER) for mark in answers]
    below = sum(heights)
    ax, _ = axis(page, report, sheet, rows, len(rows) > 1, below=below, reach=reach)
    foot = ax.get_ylim()[0] - below
    for mark, high in zip(answers, heights):
        foot += high
        thin_line(page, sheet, ax, mark, foot - 0.12)


def _note(report, mark, answers):
    """str: what the signs mean, of those only that stand on the picture, and the source."""
    widest = number_mark(report, mark.row.id, "logical")
    no_figure = math.isnan(report.numbers.loc[mark.row.id, "low"])
    narrower = (mark.low, mark.high) != (widest.low, widest.high)
    meanings = {
        "Dark: the range under this reading.": True,
        "Pale: what the words do not exclude.": mark.soft and no_figure and narrower,
        "Thin lines: answers given in lesson 03.": answers,
    }
    signs = " ".join(text for text, there in meanings.items() if there)
    return f"{signs} A range is not a probability. Source: {report.title}."


def _printed(report, mark):
    """str: a sentence on what the words print, where the reading has ends that they do not."""
    if not mark.value.soft:
        return ""
    ends = [end for end in report.numbers.loc[mark.row.id, ["low", "high"]] if not math.isnan(end)]
    figures = " to ".join(dict.fromkeys(map(written, ends)))
    return f"The words print {f'only {figures}' if figures else 'no figure'}. "


def _cost(report, mark, reading, other):
    """str: what the reading allows and why; then whether the phrase now reaches the number beside
    it, and what it costs to say so. mark: of the phrase, as it is read.
    """
    interval = mark.value
    why = interval.basis.split(": ", 1)[-1].split("; ")[0]
    said = f"{reading.capitalize()} reading: {interval}. {_printed(report, mark)}Why: {why}."
    if other is None:
        return said
    figures = report.numbers.loc[mark.row.id, ["low", "high"]].notna().any()
    there = report.numbers.loc[other]
    second = report.interval(other)
    usual = ", in its usual reading" if second.soft else ""
    gap = f"“{there['words']}” ({there['who']}{usual})"
    if not interval.meets(second):
        return (
            f"{said} It does not reach {gap}. Read like this, the two disagree, if both mean the"
            " same people on the same day."
        )
    goal = "" if figures else "Goal reached. "
    reached = f"{goal}{said} It reaches {gap}, and the two need not contradict each other."
    lows = [end for end in (interval.low, second.low) if not math.isnan(end)]
    if not lows:
        return reached
    return (
        f"{reached} What it costs: you must accept that these words can mean {written(max(lows))}"
        " or more. Would you use them for so many?"
    )
