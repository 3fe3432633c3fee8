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
    """Predicted: of a prediction the last one before the answer was shown. Where no line says that
    it was shown, the first; where it was shown before the first, that first one, which is late.
    found: list of dict, the lines of one key, oldest first.
    """
    kinds = [answer["kind"] for answer in found]
    shown = SHOWN in kinds
    at = kinds.index(SHOWN) if shown else len(found)
    before, after = _predictions(found[:at]), _predictions(found[at:])
    if not before + after:
        return Predicted(None, 0, shown)
    last = shown and before and found[at]["value"] != FIRST
    counts = (before or after)[-1 if last else 0]
    return Predicted(
        value=counts["value"],
        made=len(before + after),
        shown=shown,
        sealed=not shown and _is_sealed(before),
        verdict="" if before else AFTER,
        at=str(counts.get("at") or ""),
    )


def _is_sealed(predictions):
    """Whether one of some predictions was kept by a version that sealed the first."""
    return any(answer.get("v", 1) == 1 for answer in predictions)


def _predictions(found):
    return [answer for answer in found if answer["kind"] == "predict"]
