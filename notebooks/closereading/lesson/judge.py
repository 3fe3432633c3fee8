"""The verdict on an answer: it is compared with an entry of lessons/NN.toml, whatever its type, and
always gets a sentence.
"""

from .answer import Judged
from .of_charts import Chart
from .of_ends import TwoEnds
from .of_names import Names
from .of_number import OneNumber
from .of_one import OneText
from .of_parts import Parts
from .sentence import Sentence
from .values import kind_of

TYPES = {
    "number": OneNumber,
    "text": OneText,
    "set": Names,
    "interval": TwoEnds,
    "parts": Parts,
    "sentence": Sentence,
    "chart": Chart,
}


def judge(answer, exercise, report=None):
    """Judged: verdict and reason of an answer.

    exercise: dict from a lesson's toml. Its `type` is number, text, set (of names), interval (low
    and high, None where nothing is printed), parts (free text), sentence (one rewritten sentence)
    or chart (Axes, looked at by `rule`). report: Report that the answer is about. Never raises for
    an answer; raises Problem for an exercise that lacks something.
    """
    judging = TYPES[exercise["type"]](exercise, report)
    judging.whole()  # a fault of the lesson's is no fault of the answer
    try:
        return judging.judged(answer)
    except Exception as e:  # an object that behaves oddly must not end in a traceback either
        said = f"This is {kind_of(answer)}, and it could not be read ({type(e).__name__})."
        return Judged("wrong type", f"{said} {exercise.get('nudge', '')}".strip())


def unlike(value, wanted):
    """ "" where the value is of the wanted type and size, else one sentence: what was found, what
    was expected. wanted: dict with a `type`, and the bounds that it has.
    """
    if value is ...:
        return "still three dots."
    return TYPES[wanted["type"]](wanted).unlike(value)
