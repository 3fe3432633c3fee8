"""The lesson that was begun in this kernel, and the report that begin was given for it."""

from dataclasses import dataclass

import pandas as pd
from IPython import get_ipython

from ..data.folders import choose_learner, is_learner, kept_elsewhere, nobody_chosen
from ..data.report import Report, open_report
from ..drawing.style import use_our_style
from ..reading.given import looked_at
from ..reading.numerals import which_ones
from ..reading.text import Problem
from ..show.html import render
from ..show.panel import guard_page
from ..show.tables import html_table, show_tables_plainly
from . import learners
from .blanks import leave_blanks
from .cells import names, source, watch
from .contents import as_number, lesson, lessons
from .say import say
from .slips import in_no_row, in_source
from .slips_of_numbers import comma_in
from .values import kind_of

SUBJECT = "union-resolve"  # the report that the exercises are about
PARAGRAPHS = range(1, 16)
SQUARES = {"■": "read in this lesson", "▪": "read in an earlier one", "□": "in neither"}


@dataclass(frozen=True)
class Session:
    """What begin was given. number: of the lesson. report: Report, or None where none was given."""

    number: str = ""
    report: Report | None = None

    @property
    def elsewhere(self):
        """bool: whether the report is another than the one the lessons' exercises are about."""
        return self.report is not None and self.report.folder.name != SUBJECT

    def subject(self):
        """Report: the one that answers are about."""
        return self.report or open_report(SUBJECT)

    def slip(self):
        """str: what was typed otherwise than it is meant in the cell that runs; "" as a rule."""
        return in_source(source()) or in_no_row(source(), names())

    def unmet(self):
        """str: a word in the cell that runs which no row of its table has; "" for none."""
        return in_no_row(source(), names())

    def comma(self):
        """str: the number in the cell that runs which a comma has taken apart; "" for none."""
        return comma_in(source())


_begun = [Session()]  # a kernel has one lesson


def current():
    """Session: the one that was begun last; before any, one without a report."""
    return _begun[-1]


@looked_at
def begin(number, report=None, who=None):
    """Shows what a lesson is about: which of the fifteen paragraphs it reads, what it needs and
    takes, what it cannot show. From then on tables and the learner's own charts look like ours.
    number: "04". report: the Report that the cells below speak of. who: where several learners
    share a machine, this one, in 1 to 20 letters or digits; their answers are kept apart. Raises
    Problem for a lesson that is not there, something that is no report, and another who.
    """
    show_tables_plainly()
    use_our_style()
    if isinstance(number, Report):
        raise Problem('The number of the lesson comes first, then the report: begin("01", report).')
    number = as_number(number)
    about = lesson(number)
    if who is not None and (isinstance(who, bool) or not is_learner(str(who))):
        raise Problem(
            'A learner is named by 1 to 20 letters or digits, such as begin("04", report, who="7");'
            f" this is {kind_of(who)}."
        )
    choose_learner("" if who is None else learners.known_as(str(who)))
    _begun[:] = [Session(number, report)]
    say(*_about(about, current()))
    if report is None:
        say(
            f'Which report is it? Write begin("{number}", report) with the report you opened; until'
            " then this is about the report of 10 February 2022."
        )
    if elsewhere := kept_elsewhere():
        say(elsewhere)
    if nobody_chosen():
        learners.choose(number)
    guard_page()
    if shell := get_ipython():
        leave_blanks(shell)
        watch(shell, _elsewhere)


def _elsewhere():
    return current().elsewhere


def _about(about, session):
    """(text, Markup) of what a lesson is about."""
    strip = _strip(about, session.number)
    said = _reads(about)
    if session.elsewhere:
        strip = ""
        note = session.report.about.get("note")
        said = " ".join(filter(None, [repr(session.report), note]))
        about = about | about.get("elsewhere", {})
    table = html_table(_in_short(about, session))
    said = f"{said}{_key(strip)}"
    return f"{strip} {said}", render("about_lesson.html", strip=strip, said=said, table=table)


def _in_short(about, session):
    """DataFrame: what a lesson is for, needs and cannot show. The minutes were estimated with the
    lessons' own report, so another one has none.
    """
    rows = {"You will be able to": about["able"], "You need": about["needs"]}
    if not session.elsewhere:
        alone, core = about["minutes"]
        rows["Minutes (estimated)"] = f"{alone} alone, {core} for the core in class"
    rows["What this notebook cannot show"] = about["cannot"]
    return pd.DataFrame(rows.items(), columns=["About this lesson", "in short"])


def _strip(about, number):
    """str: a square for each paragraph: read in this lesson, in one before, or in neither."""
    earlier = [n for n in lessons() if "00" < n < number]
    before = {p for n in earlier for p in lesson(n)["paragraphs"]}
    signs = dict.fromkeys(before, "▪") | dict.fromkeys(about["paragraphs"], "■")
    return "".join(signs.get(paragraph, "□") for paragraph in PARAGRAPHS)


def _key(strip):
    """str: what each kind of square in a strip means; blank where all squares are of one kind."""
    kinds = [f"{sign} {means}" for sign, means in SQUARES.items() if sign in strip]
    return f" Squares: {', '.join(kinds)}." if len(kinds) > 1 else ""


def _reads(about):
    """str: which paragraphs the lesson reads."""
    mine = about["paragraphs"]
    these = which_ones("paragraph", mine)
    if len(mine) == len(PARAGRAPHS):
        these = "all fifteen paragraphs"
    return f"This lesson reads {these}{about.get('then', '')}."
