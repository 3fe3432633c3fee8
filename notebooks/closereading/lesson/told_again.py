"""What a learner answered, in plain words: the beginning of the file that they take along."""

from ..reading.text import Problem
from .contents import entry, lesson, lessons
from .lines import REMARK
from .predictions import listed
from .reply import first_word
from .standing import SHOWN, predicted

HEAD = (
    "These are your answers in “Close Reading”, in plain words.",
    "If you hand them in, give the whole file, as it is. The lines further down, which begin with",
    "a curly bracket, say the same, and the teacher’s page reads those.",
)
CALLED = {"predict": "Prediction", "check": "Exercise", "quiz": "Question", "repair": "Sentence"}
OWN = "Your own words"


def told_again(found):
    """str: remarks, one a line: for each lesson what counts of a learner's answers, in the order in
    which they were first given. found: list of dict, the lines of their file, oldest first.
    """
    said = [*HEAD]
    for number in lessons():
        mine = [answer for answer in found if answer["key"].startswith(f"{number}.")]
        told = [_told(*one) for one in _by_question(mine).items()]
        if told:
            said += ["", f"Lesson {number} · {lesson(number)['title']}", *told]
    return "".join(f"{REMARK} {' '.join(line.split())}".rstrip() + "\n" for line in said)


def _by_question(found):
    """dict {(kind, key): list of dict}: the lines of each question. That an answer was shown goes
    with its prediction.
    """
    asked = {}
    for answer in found:
        kind = "predict" if answer["kind"] == SHOWN else answer["kind"]
        asked.setdefault((kind, answer["key"]), []).append(answer)
    kinds = (*CALLED, "keep")
    return {one: given for one, given in asked.items() if one[0] in kinds and _is_given(given)}


def _is_given(given):
    """bool: whether one of some lines holds an answer."""
    return any(answer["kind"] != SHOWN for answer in given)


def _told(question, given):
    """str: one question with the answer that counts. question: (kind, key)."""
    kind, key = question
    last = given[-1]
    value = predicted(given).value if kind == "predict" else last["value"]
    name = f"{CALLED.get(kind, OWN)} {key}"
    verdict = last.get("verdict") or ""
    judged = kind not in ("predict", "keep") and verdict
    ends = first_word(verdict) if judged else ""
    return f"{name}: {_in_words(kind, key, value)}{_stop(ends)}"


def _stop(word):
    """str: the first word of a reply, behind what it was said to."""
    return f" ({word.rstrip('.').lower()})" if word else ""


def _in_words(kind, key, value):
    """str: a value as a person would write it."""
    if kind == "quiz":
        return _chosen(key, value)
    if kind == "predict" and isinstance(value, dict):
        return listed(value)
    return f"“{value}”" if kind == "repair" else _plain(value)


def _plain(value):
    """str: a value without the signs of Python."""
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_plain(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    return "none" if value is None else str(value)


def _chosen(key, letter):
    """str: what was asked and which option was chosen; the letter where that is not on file."""
    try:
        question = entry(key, "quiz")
        return f"{question['ask']} {question['options'][letter]['text']}"
    except (Problem, KeyError, TypeError):
        return str(letter)
