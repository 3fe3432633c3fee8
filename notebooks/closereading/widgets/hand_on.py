"""One page to hand on (lesson 09): a report of the learner's own as an HTML file that opens
offline, with its text, claims, pictures whose marks open, pairs, gates, and what was not found out.
"""

import re
from copy import copy
from pathlib import Path

from markupsafe import Markup

from ..data.files import write_whole
from ..data.folders import told_folder
from ..data.in_order import in_order
from ..data.mine import named
from ..data.own import own_folder
from ..data.report import open_report
from ..data.texts import HANDED_ON
from ..lesson import answers
from ..lesson.download import Download
from ..reading.accounts import without_source
from ..reading.days import day
from ..reading.four_questions import ONLY_YOU, UNSAID, same_scope
from ..reading.in_marks import in_marks
from ..reading.numerals import agreeing, with_and
from ..reading.pairs import objection
from ..reading.scaled import SCALE
from ..reading.text import Problem
from ..show import charts, maps
from ..show.html import render
from ..show.panel import MARKS, MARKS_LOOK
from .lens import pieces_of
from .page_rows import claim_row
from .page_text import corrected, without_row

LOOK = Path(charts.__file__).with_name("hand_on.css")
ALONE = 3  # axes with one number that are drawn
RIGHTS = "The text belongs to whoever wrote it: hand the page on only where you may."


def page_of(report):
    """str: the page of a report; all of it in the order of its text."""
    report = as_the_text(report)
    weight, unknown = (*(answers.latest("09.w") or []), "", "")[:2]
    numbered = enumerate(report.read().paragraphs, 1)
    return render(
        "hand_on.html",
        language=report.about.get("language", "en"),
        title=report.title,
        day="" if report.published is None else day(report.published),
        counted=repr(report).rpartition(": ")[2],
        look=Markup(LOOK.read_text(encoding="utf-8") + MARKS_LOOK),
        text=[(n, pieces_of(report, n, text)) for n, text in numbered],
        corrected=corrected(report),
        claims=[claim_row(report, key, row) for key, row in report.claims.iterrows()],
        pictures=list(_pictures(report)),
        pairs=[_pair(report, row) for _, row in report.pairs.iterrows()],
        traces=[_trace(report, row) for _, row in report.traces.iterrows()],
        gates=[_gate(gate) for gate in report.gates().gates],
        lacking=list(_lacking(report)),
        weight=weight,
        unknown=unknown,
        rights=RIGHTS,
        script=Markup(MARKS + "\nopenMarks();"),
    )


def as_the_text(report):
    """Report: the same with its claims, and their numbers, in the order of its text."""
    made = copy(report)
    made.claims = in_order(report)
    places = {key: at for at, key in enumerate(made.claims.index)}
    made.numbers = report.numbers.sort_values(
        "from", key=lambda keys: keys.map(places), kind="stable"
    )
    return made


def _pictures(report):
    """Yields (id, heading, the picture in HTML, with what it says) of what this report can show."""
    drawn = {
        "numbers": ("What the numbers allow", charts.intervals(report, alone=ALONE)),
        "counts": ("Who says so", charts.counts(report)),
        "accounts": ("Who is quoted on what", charts.accounts(report)),
    }
    if len(report.routes):
        drawn["distances"] = ("How far", maps.distances(report))
    for key, (heading, picture) in drawn.items():
        if picture.figure is not None:
            yield key, heading, picture.html()


def _pair(report, row):
    """dict: two claims beside each other."""
    first, second = (report.claims.loc[row[side]] for side in ("first", "second"))
    return dict(
        first=first["quote"],
        second=second["quote"],
        a=row["first"],
        b=row["second"],
        who_a=_whose(report, row["first"]),
        who_b=_whose(report, row["second"]),
        relation=row["relation"],
        why=row["why"],
        against=list(_against(report, row)),
    )


def _whose(report, key):
    """str: who says a claim, and in what its numbers are told: the shop, in thousands."""
    scales = report.numbers.loc[report.numbers["from"] == key].get(SCALE, ())
    return ", ".join([report.claims.loc[key, "who"], *filter(None, dict.fromkeys(scales))])


def _against(report, row):
    """Yields sentences: what the rows say against a pair, and what they leave open."""
    pair = (row["first"], row["second"])
    if said := objection(report, *pair, row["relation"]):
        yield said
    if report.complete:
        return
    scope = same_scope(report, *pair)
    unsaid = [asked for asked, (answer, *_) in scope.items() if answer == UNSAID]
    if unsaid:
        yield f"The rows do not say whether it is {with_and(unsaid)}."
    for asked, (answer, *both) in scope.items():
        if answer == ONLY_YOU:
            one, other = map(in_marks, both)
            yield f"In the rows one speaks of {one}, the other of {other}: whether it is {asked},"
            yield "only the reader can say."


def _trace(report, row):
    """dict: a claim and the page it was looked for on."""
    card = report.sources.loc[row["card"]]
    return dict(
        claim=row["claim"],
        quote=report.claims.loc[row["claim"], "quote"],
        publisher=card["publisher"],
        day=day(card["known_on"]),
        url=card["url"],
        words=card["quote"],
    )


def _gate(gate):
    """dict: one gate, without what its maker would have to press."""
    says = re.sub(r"(?<=[.?]) (?:Change its row in|In) the Claim bench.*", "", gate.says)
    return dict(passed=gate.passed, says=says if says.endswith((".", "?")) else f"{says}.")


def _lacking(report):
    """Yields sentences on what nobody has found out."""
    claims = report.claims
    nobody = list(claims.index[without_source(claims)])
    if nobody:
        yield f"No source is stated for {', '.join(nobody)}."
    if unnamed := list(claims.index[claims["sourcing"] == "group"]):
        yield f"The source has no name in {', '.join(unnamed)}."
    if without := list(claims.index[claims["topic"] == ""]):
        yield f"No topic is given for {', '.join(without)}."
    untraced = len(claims) - claims.index.isin(report.traces["claim"]).sum()
    if untraced:
        yield _looked_for(len(claims) - untraced, len(claims))
    if left := without_row(report):
        yield left
    without = set(range(1, len(report.paragraphs) + 1)) - set(claims["paragraph"])
    if without:
        listed = with_and(_runs(sorted(without)))
        yield f"No claim was made of {agreeing(len(without), 'paragraph')} {listed}."


def _looked_for(looked, claims):
    """str: how many of some claims were looked for elsewhere."""
    if not looked:
        return "No claim was looked for in another source."
    was = agreeing(looked, "was", "were")
    return f"Only {looked} of {claims} claims {was} looked for in another source."


def _runs(numbers):
    """list of str: numbers in their order, those that follow each other as one: 3 to 9."""
    runs = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [str(a) if a == b else f"{a} to {b}" for a, b in runs]


class HandOn(Download):
    """The button. Each time it is pressed the page is made anew, kept in the report's folder, and
    given to the browser.
    """

    def __init__(self, name):
        super().__init__()
        self.name = name
        self.label = "Make the page to hand on"
        self.says = (
            "One file that opens in any browser, without a network: text, claims, pictures, and"
            " what is open."
        )

    def _give(self, *_):
        self.send(file_to_hand_on(self.name))


def file_to_hand_on(name):
    """dict: text of the page, name of the file, and a sentence; the text is "" where the page
    cannot be made.
    """
    file = f"{name}{HANDED_ON}"
    try:
        page = page_of(open_report(name))
        write_whole(own_folder(name) / file, page)
    except Problem as problem:
        return {"text": "", "name": "", "says": str(problem)}
    says = f"{file} is in your downloads, and in the folder {told_folder(name)}."
    return {"text": page, "name": file, "says": says}


def hand_on(name=""):
    """HandOn: the button that makes one page of a report in the work folder. name: default, the one
    that was named last. Raises Problem for a name that no report can have.
    """
    name = named(name)
    own_folder(name)
    return HandOn(name)
