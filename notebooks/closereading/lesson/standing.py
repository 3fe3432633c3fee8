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
    """Predicted: of a prediction the last one before the answer was shown, or the last that there
    is; the first, where an earlier version sealed it; where the answer was shown before the first,
    that first one, which is late. found: list of dict, the lines of one key, oldest first.
    """
    at = next((i for i, answer in enumerate(found) if answer["kind"] == SHOWN), None)
    before = _predictions(found[:at])
    after = _predictions(found[len(found[:at]) :])
    if not before + after:
        return Predicted(None, 0, at is not None)
    sealed = _is_sealed(before) if at is None else found[at]["value"] == FIRST
    last = before and not sealed
    counts = before[-1] if last else (before + after)[0]
    return Predicted(
        value=counts["value"],
        made=len(before + after),
        shown=at is not None,
        sealed=at is None and sealed,
        verdict="" if before else AFTER,
        at=str(counts.get("at") or ""),
    )


def _predictions(found):
    return [answer for answer in found if answer["kind"] == "predict"]


def _is_sealed(predictions):
    """Whether one of some predictions was kept by a version that sealed the first."""
    return any(answer.get("v", 1) == 1 for answer in predictions)
