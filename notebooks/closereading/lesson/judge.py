"""The verdict on an answer: it is compared with an entry of lessons/NN.toml, whatever its type, and
always gets a sentence.
"""

from .answer_types import Names, OneNumber, OneText, Parts, TwoEnds
from .judge_chart import Chart
from .values import kind_of

TYPES = {
    "number": OneNumber,
    "text": OneText,
    "set": Names,
    "interval": TwoEnds,
    "parts": Parts,
    "chart": Chart,
}


def judge(answer, exercise, paragraphs=()):
    """(verdict, says) of an answer. verdict: "right", "misconception 1" …, "not yet" or "wrong
    type".
    exercise: dict from a lesson's toml. Its `type` is number, text, set (of names), interval (low
    and high, None where nothing is printed), parts (free text, looked at for its parts only) or
    chart (Axes, looked at by `rule`). paragraphs: of the report that an answer may quote. Never
    raises for an answer.
    """
    wanted = TYPES[exercise["type"]](exercise, paragraphs)
    try:
        value = wanted.one(answer)
        problem = unlike(value, exercise)
        return (
            ("wrong type", f"Not yet. {problem}") if problem else wanted.verdict(wanted.read(value))
        )
    except Exception as e:  # an object that behaves oddly must not end in a traceback either
        said = f"Not yet. This is {kind_of(answer)}, and it could not be read ({type(e).__name__})."
        return "wrong type", f"{said} {exercise.get('nudge', '')}".strip()


def unlike(value, wanted):
    """ "" where the value is of the wanted type and size, else one sentence: what was found, what
    was expected. wanted: dict with a `type`, and the bounds that it has.
    """
    if value is ...:
        return "still three dots."
    return TYPES[wanted["type"]](wanted).unlike(value)
