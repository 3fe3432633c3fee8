"""What a lesson's cells call to give an answer: predict, recall, keep, check, repair; and edition.
What they know stands in lessons/NN.toml.
"""

import math
import re

from ..reading.vocabulary import ONES, TEENS
from ..show.html import render
from . import answers
from .contents import entry, lesson, lessons
from .judge import judge, unlike
from .say import ELSEWHERE, NOTHING, said, say
from .session import current
from .values import kind_of, plain

TRIES = 3
SOLUTION = "The solution stands in the box below this cell."
UNSEEN = (
    "All parts are there. What no check can see: whether the sentence is true to the report, and"
    " whether it reads well."
)


def predict(key, **fields):
    """Saves a prediction under its key, sealed: the first one counts. What is still ... or of the
    wrong type is asked for again.
    """
    asked = entry(key, "predict")["fields"]
    if all(v is ... for v in fields.values()):
        return say(NOTHING)
    given = {name: plain(value) for name, value in fields.items()}
    problems = _problems(asked, fields, given) or _too_small(asked, given)
    if problems:
        return say(f"{' '.join(problems)} Nothing was saved.")
    first, trouble = answers.latest(key, "predict"), answers.save("predict", key, given)
    if first is not None and first != given:
        stands = f"Your first answer stands: {_listed(first)}. It was sealed when you gave it."
        return say(f"{stands} {trouble}".strip())
    return say(trouble or f"Sealed: {_listed(given)}. You will meet it again.")


def _problems(asked, fields, given):
    """list of str: why a prediction cannot be saved."""
    unlikely = {name: unlike(fields.get(name, ...), wanted) for name, wanted in asked.items()}
    problems = [f"{name}: {problem}" for name, problem in unlikely.items() if problem]
    if problems or given.get("least", 0) <= given.get("most", math.inf):
        return problems
    return [
        f"least is {given['least']:g} and most is {given['most']:g}; the least cannot be above the"
        " most."
    ]


def _too_small(asked, given):
    """list of str: one question about numbers below the bound `asks_below` of their field, where
    thousands are meant.
    """
    bounds = {
        name: wanted["asks_below"] for name, wanted in asked.items() if "asks_below" in wanted
    }
    small = [given[name] for name, bound in bounds.items() if given[name] < bound]
    if not small:
        return []
    wrote = " and ".join(f"{value:g}" for value in small)
    meant = " and ".join(map(_thousands, small))
    write = " and ".join(f"{value * 1000:.12g}" for value in small)
    return [f"You wrote {wrote}. Did you mean {meant}? Then write {write}."]


def _thousands(value):
    words = dict(enumerate([*ONES, *TEENS], 1))
    return f"{words.get(value, f'{value:g}')} thousand"


def _listed(fields):
    return ", ".join(f"{name} = {value}" for name, value in fields.items())


def recall(key, found):
    """Sets a sealed prediction beside what the lesson has found. found: str, such as "59 per
    cent".
    """
    mine = answers.latest(key, "predict")
    yours = f"You said {_listed(mine)}" if mine else "You made no prediction"
    say(f"{yours}; the report has {found}.")


def keep(key, *texts):
    """Saves texts of the learner's own, to come back in a later lesson. The last ones count."""
    wanted = entry(key, "keep")["texts"]
    if all(text is ... for text in texts):
        return say(NOTHING)
    good = [text.strip() for text in texts if isinstance(text, str) and text.strip()]
    if len(texts) != wanted or len(good) != wanted:
        return say(
            f"{wanted} sentences are wanted, each inside quotation marks, with a comma after it;"
            f" here are {len(good)}. Nothing was saved yet."
        )
    trouble = answers.save("keep", key, list(texts))
    return say(trouble or f"Kept, in your own words: {'; '.join(f'“{text}”' for text in good)}.")


def check(key, answer):
    """Says whether an answer holds, which known mistake it is, or that there is none yet. Saves it
    with its verdict. Never raises for an answer, whatever its type.
    """
    exercise = entry(key, "check")
    if answer is ... or current().elsewhere:
        return say(NOTHING if answer is ... else ELSEWHERE)
    verdict, text = judge(answer, exercise, current().paragraphs())
    tried = sum(a["key"] == key and a.get("verdict") != "right" for a in answers.load()[0])
    trouble = answers.save("check", key, plain(answer), verdict)
    solution = SOLUTION if verdict != "right" and tried + 1 >= TRIES else ""
    return say(" ".join(filter(None, [text, solution, trouble])))


def repair(key, sentence):
    """Looks at a rewritten sentence for its parts only (is there a source, a bound, a day?) and
    saves it for lesson 09.
    """
    task = entry(key, "repair")
    if sentence is ... or current().elsewhere:
        return say(NOTHING if sentence is ... else ELSEWHERE)
    if not isinstance(sentence, str) or not sentence.strip():
        return say(
            f"This is {kind_of(sentence)}; one sentence in quotation marks is wanted. Nothing was"
            " saved."
        )
    found, missing = _looked_for(task, sentence)
    verdict = "not yet" if missing else "right"
    trouble = answers.save("repair", key, sentence.strip(), verdict)
    parts = f"Found: {', '.join(found) or 'none of the parts'}."
    return say(" ".join(filter(None, [parts, " ".join(missing) or UNSEEN, trouble])))


def _looked_for(task, sentence):
    """(names of the parts that are there, a sentence for each that is missing)."""
    words, most = len(sentence.split()), task["words"]
    ticks = [
        (part["name"], any(re.search(p, sentence, re.I) for p in part["any"]), part["missing"])
        for part in task["tick"]
    ]
    ticks.append(("length", words <= most, f"It has {words} words; {most} is the limit."))
    found = [name for name, there, _ in ticks if there]
    return found, [says for _, there, says in ticks if not there]


def edition():
    """The sentences that were repaired in the lessons, as a learner's own edition of the
    report, to be printed; where there is none, the lesson that makes it.
    """
    keys = [(number, name) for number in lessons("repair") for name in lesson(number)["repair"]]
    lines = [_repaired(number, name) for number, name in keys]
    text = "\n".join(f"{text} ({title})" for text, title in lines)
    return said(text, render("edition.html", lines=lines))


def _repaired(number, name):
    """(sentence, lesson that made it, or makes it). name: of the entry in the lesson."""
    text, title = answers.latest(f"{number}.{name}"), f"Lesson {number} · {lesson(number)['title']}"
    return (text, title) if text else ("Not written yet.", f"{title} makes it")
