"""Which of a learner's answers to one question counts."""

from typing import NamedTuple

SHOWN = "shown"  # kind of a line: from here on the answer was on the screen
FIRST = "first"  # value of such a line: the first prediction counts, it had been sealed
AFTER = "after the answer"  # verdict of a prediction that was made when the answer had been shown


class Predicted(NamedTuple):
    """What a learner predicted. value: what counts; None where there is none. made: int, how often
    they predicted. shown: bool, whether the lesson has shown the answer. sealed: bool, whether an
    earlier version of the lessons sealed the first. verdict: "", or AFTER where what counts was
    first made after the answer. at: when it was made.
    """

    value: object
    made: int
    shown: bool
    sealed: bool = False
    verdict: str = ""
    at: str = ""


def predicted(found):
    """Predicted: of a prediction the last one before the answer was shown, or so far. The first of
    all where an earlier version of the lessons had sealed it; where the answer was shown before
    any, the first after it, which is late. found: list of dict, the lines of one key, oldest first.
    """
    at = next((i for i, answer in enumerate(found) if answer["kind"] == SHOWN), None)
    before = _predictions(found[:at])
    after = _predictions(found[len(found[:at]) :])
    if not before + after:
        return Predicted(None, 0, at is not None)
    sealed = at is None and _is_sealed(before)
    keeps_first = sealed or not before or at is not None and found[at]["value"] == FIRST
    counts = (before + after)[0] if keeps_first else before[-1]
    return Predicted(
        value=counts["value"],
        made=len(before + after),
        shown=at is not None,
        sealed=sealed,
        verdict="" if before else AFTER,
        at=str(counts.get("at") or ""),
    )


def _predictions(found):
    return [answer for answer in found if answer["kind"] == "predict"]


def _is_sealed(predictions):
    """Whether one of some predictions was kept by a version that sealed the first."""
    return any(answer.get("v", 1) == 1 for answer in predictions)
