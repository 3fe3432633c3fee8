"""What a lesson's cells call: begin, predict, keep, check, quiz, repair, self_test. What they know
stands in lessons/NN.toml.
"""

import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pandas as pd
from IPython import get_ipython
from IPython.display import display
from markupsafe import Markup

from ..data import report as reports
from ..data.folders import kept_elsewhere
from ..drawing.style import use_our_style
from ..reading.text import Problem
from ..show.panel import Panel, View, guard_page
from ..show.tables import Shown, each, html_table, show_tables_plainly
from . import answers
from .judge import judge, kind_of, plain, unlike

ELSEWHERE = (
    "This belongs to the report of 10 February 2022. Another one is open, so nothing is checked"
    " here: ask the same question of yours, and tell somebody the answer."
)
NOTHING = (
    "Nothing here yet. Replace the three dots and run the cell again; the lesson goes on"
    " without it."
)
ALONE = (
    "This lesson was written for the report of 10 February 2022. Its pictures and tools show the"
    " one that is open; cells that speak of the first alone are skipped."
)
TRIES, SKIPPED = 3, (KeyError, NameError, Problem)


def _said(text, html=None):
    return Shown(html or Markup("<p>{}</p>").format(text), text)


def _listed(fields):
    return ", ".join(f"{n} = {v}" for n, v in fields.items())


@cache
def lesson(number):
    """dict: what lessons/<number>.toml holds. Raises Problem where there is no such lesson."""
    path = Path(__file__).parent / "lessons" / f"{number}.toml"
    if not path.exists():
        raise Problem(f"There is no lesson “{number}”.")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _entry(key, kind):
    number, _, name = key.partition(".")
    entries = lesson(number).get(kind, {})
    if name not in entries:
        raise Problem(
            f"Lesson {number} has no {kind} “{name}”; it has {', '.join(entries) or 'none'}."
        )
    return entries[name]


def _elsewhere():
    """Whether the report that was opened last is another than the one the lessons' exercises are
    about.
    """
    return reports.OPENED and reports.OPENED[-1].folder.name != "union-resolve"


def begin(number):
    """Shows what a lesson is about: which of the fifteen paragraphs it reads, what it needs and
    takes, what it cannot show. From then on tables and the learner's own charts look like ours.
    """
    show_tables_plainly()
    use_our_style()
    about = lesson(number)
    before = {p for n in range(1, int(number)) for p in lesson(f"{n:02}")["paragraphs"]}
    strip = "".join(
        "■" if p in about["paragraphs"] else "▪" if p in before else "□" for p in range(1, 16)
    )
    these = (
        f"paragraph{'s' * (len(about['paragraphs']) > 1)}"
        f" {', '.join(map(str, about['paragraphs']))}"
    )
    said = (
        "This lesson reads"
        f" {'all fifteen paragraphs' if len(about['paragraphs']) == 15 else these}{about.get('then', '')}."
    )
    if _elsewhere():
        strip, said = (
            "",
            " ".join(
                filter(None, [repr(reports.OPENED[0]), reports.OPENED[0].about.get("note"), ALONE])
            ),
        )
    rows = {
        "You will be able to": about["able"],
        "You need": about["needs"],
        "Minutes (estimated)": "{} alone, {} for the core in class".format(*about["minutes"]),
        "What this notebook cannot show": about["cannot"],
    }
    table = html_table(pd.DataFrame(rows.items(), columns=["About this lesson", "in short"]))
    display(
        _said(
            f"{strip} {said}",
            Markup('<p><span aria-hidden="true">{}</span> {}</p>{}').format(strip, said, table),
        )
    )
    if elsewhere := kept_elsewhere():
        display(_said(elsewhere))
    guard_page()
    if shell := get_ipython():
        shell.set_custom_exc(SKIPPED if _elsewhere() else (), _skip)
        shell.events.register("post_run_cell", _go_on)


def _skip(shell, kind, error, trace, tb_offset=None):
    """One sentence in place of a traceback, for a cell that needs what only the first report has;
    and no picture half drawn from it.
    """
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
    asked = "”, “".join(re.findall("'([^']+)'", str(error).split("dtype")[0])) or error
    said = f"The report that is open has no “{asked}”, so this cell is skipped."
    if isinstance(error, NameError):
        said = (
            f"“{error.name}” is not there: the cell that makes it was skipped, or has not been run."
        )
    display(_said(str(error) if isinstance(error, Problem) else said))


def _go_on(result):
    """After a cell that was skipped: it counts as run, so that “Run All” goes on."""
    if _elsewhere() and isinstance(result.error_in_exec, SKIPPED):
        result.error_in_exec = None


def predict(key, **fields):
    """Saves a prediction under its key, sealed: the first one counts. What is still ... or of the
    wrong type is asked for again.
    """
    asked = _entry(key, "predict")["fields"]
    if all(v is ... for v in fields.values()):
        return display(_said(NOTHING))
    problems = [
        f"{name}: {unlike(fields.get(name, ...), wanted)}"
        for name, wanted in asked.items()
        if unlike(fields.get(name, ...), wanted)
    ]
    mine = {n: plain(v) for n, v in fields.items()}
    if not problems and mine.get("least", 0) > mine.get("most", float("inf")):
        problems = [
            f"least is {mine['least']:g} and most is {mine['most']:g}; the least cannot be above"
            " the most."
        ]
    if problems:
        return display(_said(f"{' '.join(problems)} Nothing was saved."))
    first, trouble = answers.latest(key, "predict"), answers.save("predict", key, mine)
    again = first is not None and first != mine
    display(
        _said(
            f"Your first answer stands: {_listed(first)}. It was sealed when you gave it. {trouble}".strip()
            if again
            else trouble or f"Sealed: {_listed(mine)}. You will meet it again."
        )
    )


def recall(key, found):
    """Sets a sealed prediction beside what the lesson has found. found: str, such as "59 per
    cent".
    """
    mine = answers.latest(key, "predict")
    display(
        _said(
            f"{f'You said {_listed(mine)}' if mine else 'You made no prediction'}; the report has"
            f" {found}."
        )
    )


def keep(key, *texts):
    """Saves texts of the learner's own, to come back in a later lesson. The last ones count."""
    wanted = _entry(key, "keep")["texts"]
    if all(t is ... for t in texts):
        return display(_said(NOTHING))
    good = [t for t in texts if isinstance(t, str) and t.strip()]
    if len(texts) != wanted or len(good) != wanted:
        return display(
            _said(
                f"{wanted} sentences are wanted, each inside quotation marks, with a comma after"
                f" it; here are {len(good)}. Nothing was saved yet."
            )
        )
    trouble = answers.save("keep", key, list(texts))
    display(
        _said(trouble or f"Kept, in your own words: {'; '.join(f'“{t.strip()}”' for t in texts)}.")
    )


def check(key, answer):
    """Says whether an answer holds, which known mistake it is, or that there is none yet. Saves it
    with its verdict. Never raises for an answer, whatever its type.
    """
    exercise = _entry(key, "check")
    if answer is ... or _elsewhere():
        return display(_said(NOTHING if answer is ... else ELSEWHERE))
    verdict, text = judge(answer, exercise)
    tried = sum(a["key"] == key and a.get("verdict") != "right" for a in answers.load()[0])
    trouble = answers.save("check", key, plain(answer), verdict)
    if verdict != "right" and tried + 1 >= TRIES:
        text += " The solution stands in the box below this cell."
    display(_said(" ".join(filter(None, [text, trouble]))))


def quiz(number):
    """Shows a lesson's questions as a Panel. Every option has words of its own; each choice is
    saved.
    """
    if _elsewhere():
        return display(_said(ELSEWHERE))
    questions, given = lesson(number)["quiz"], {}
    shown = {
        name: {f"{letter}  {o['text']}": letter for letter, o in q["options"].items()}
        for name, q in questions.items()
    }

    def answer(values):
        said = "Choose an answer; every one of them is answered back."
        for name, choice in values.items():
            if choice and choice != given.get(name):
                given[name], letter = choice, shown[name][choice]
                option = questions[name]["options"][letter]
                trouble = answers.save(
                    "quiz",
                    f"{number}.{name}",
                    letter,
                    "right" if option.get("right") else "not yet",
                )
                said = " ".join(
                    filter(None, [f"Question {name}, {letter}:", option["says"], trouble])
                )
        asked = each(
            "<p><strong>{}</strong><br>{}</p>",
            ((q["ask"], Markup("<br>").join(shown[name])) for name, q in questions.items()),
        )
        return View(Markup('<div class="cr-still-only">{}</div>').format(asked), said)

    controls = [
        dict(id=name, kind="radio", label=q["ask"], options=list(shown[name]))
        for name, q in questions.items()
    ]
    display(Panel("Two questions" if len(questions) == 2 else "Questions", controls, answer))


def repair(key, sentence):
    """Looks at a rewritten sentence for its parts only (is there a source, a bound, a day?) and
    saves it for lesson 09.
    """
    task = _entry(key, "repair")
    if sentence is ... or _elsewhere():
        return display(_said(NOTHING if sentence is ... else ELSEWHERE))
    if not isinstance(sentence, str) or not sentence.strip():
        return display(
            _said(
                f"This is {kind_of(sentence)}; one sentence in quotation marks is wanted. Nothing"
                " was saved."
            )
        )
    words = len(sentence.split())
    ticks = [
        (t["name"], any(re.search(p, sentence, re.I) for p in t["any"]), t["missing"])
        for t in task["tick"]
    ]
    ticks.append(
        ("length", words <= task["words"], f"It has {words} words; {task['words']} is the limit.")
    )
    trouble = answers.save(
        "repair", key, sentence.strip(), "right" if all(ok for _, ok, _ in ticks) else "not yet"
    )
    found = ", ".join(name for name, ok, _ in ticks if ok) or "none of the parts"
    missing = " ".join(says for _, ok, says in ticks if not ok)
    unseen = (
        "All parts are there. What no check can see: whether the sentence is true to the report,"
        " and whether it reads well."
    )
    display(_said(" ".join(filter(None, [f"Found: {found}.", missing or unseen, trouble]))))


def edition():
    """The sentences that were repaired in lessons 01 to 08, as a learner's own edition of the
    report, to be printed; where there is none, the lesson that makes it.
    """
    rows = [
        (answers.latest(f"{n:02}.r"), f"{n:02} · {lesson(f'{n:02}')['title']}") for n in range(1, 9)
    ]
    lines = [
        (text or "Not written yet.", f"Lesson {title}" if text else f"Lesson {title} makes it")
        for text, title in rows
    ]
    return _said(
        "\n".join(f"{text} ({title})" for text, title in lines),
        each("<p>{}<br><small>{}</small></p>", lines),
    )


def self_test():
    """Says in words whether Python, saving and widgets work here, and what to do where one does
    not.
    """
    lines = [
        (
            "Python works here."
            if sys.version_info >= (3, 11)
            else (
                f"This Python is {sys.version_info[0]}.{sys.version_info[1]}; the lessons need 3.11"
                " or newer. Install one and run the README's first command again."
            )
        )
    ]
    trouble = answers.save("test", "00.self-test", "")
    lines.append(
        "Saving works here."
        if not trouble
        else f"{trouble} To mend it, start JupyterLab in a folder where you may write."
    )
    display(_said(" ".join(lines), Markup("<ul>{}</ul>").format(each("<li>{}</li>", zip(lines)))))

    def answer(values):
        n = values["press"]
        return View(
            Markup(""),
            f"Pressed {n} time{'s' * (n != 1)}. Widgets work here." if n else "Not pressed yet.",
        )

    display(
        Panel(
            "Press the button; the sentence below it should change.",
            [dict(id="press", kind="button", label="Press", value=0)],
            answer,
        )
    )
