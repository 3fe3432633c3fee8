"""Predictions: asked before a lesson shows the answer, changed until then, recalled with it."""

import math
import re

from ..reading.numerals import agreeing
from ..reading.text import Problem
from ..reading.vocabulary import ONES, TEENS
from . import answers, typed
from .cells import source
from .contents import as_key, entry
from .judge import unlike
from .say import answer_back, say, wait
from .session import current
from .values import is_number, plain

MAY_CHANGE = "You can change this until the lesson shows the answer."


def predict(key, /, *values, **fields):
    """Saves a prediction under its key. It may be changed until the lesson shows the answer; the
    last one before that counts. What is still ... or of the wrong type is asked for again.
    """
    key = as_key(key)
    asked = entry(key, "predict")["fields"]
    if len(values) == 1 and not fields and _are_fields(values[0]):
        return predict(key, **values[0])
    if values:
        return answer_back("not yet", _not_named(key, asked, values))
    if all(v is ... for v in fields.values()):
        return _as_it_stands(key)
    return _predicted(key, asked, fields)


def _are_fields(value):
    """Whether a value is a dict of values by their names."""
    return isinstance(value, dict) and bool(value) and all(isinstance(one, str) for one in value)


def _predicted(key, asked, fields):
    """Saves what was predicted under a key, or says why it cannot be."""
    fields = {name: _read(asked.get(name), value) for name, value in fields.items()}
    given = {name: plain(value) for name, value in fields.items() if name in asked}
    problems = _problems(asked, fields, given)
    if problems:
        return answer_back("not yet", f"{' '.join(problems)} Nothing was saved.")
    before = answers.prediction(key)
    verdict = answers.AFTER if before.shown and not before.made else ""
    if trouble := answers.save("predict", key, given, verdict):
        return answer_back("not yet", trouble)
    return answer_back("kept", _kept(key, given, before))


def _read(wanted, value):
    """A number where a number is wanted and a text names one, in the unit that is asked for, such
    as "40%" or "two"; anything else as it is.
    """
    if wanted is None or wanted["type"] != "number" or not isinstance(value, str):
        return value
    if re.fullmatch(r"\d{1,3}\.000", value.strip()):
        return float(value)  # and then it is asked whether thousands are meant
    number = typed.answered(value, wanted)
    if number is None:
        return value
    return int(number) if "." not in value and number % 1 == 0 else number


def _as_it_stands(key):
    """Says what was predicted under a key, in this lesson or an earlier one."""
    stands = answers.prediction(key)
    if not stands.made:
        return wait()
    earlier = key.split(".")[0] if not current().number.startswith(key.split(".")[0]) else ""
    where = f"In lesson {earlier} you" if earlier and current().number else "You"
    stays = stands.shown or stands.sealed
    more = "The lesson has shown the answer, so it stays as it is." if stays else _may(key)
    return answer_back("kept", f"{where} wrote: {listed(stands.value)}. {more}")


def _kept(key, given, before):
    """str: what was kept, and whether it counts. before: Predicted."""
    if before.sealed:
        return (
            "An earlier version of this lesson sealed your first answer, so it still counts:"
            f" {listed(before.value)}."
        )
    if not before.shown:
        return f"{listed(given)}. {_may(key)}"
    if before.made and before.verdict != answers.AFTER:
        return (
            "The lesson has already shown the answer, so what you wrote before that still counts:"
            f" {listed(before.value)}."
        )
    return f"{listed(given)}. The lesson had already shown the answer, and this is noted with it."


def _may(key):
    """str: until when a prediction may be changed; some have no answer that would be shown."""
    return entry(key, "predict").get("may", MAY_CHANGE)


def _not_named(key, asked, values):
    """str: that the values of a prediction are given without their names, and how it is written."""
    shown = [_in_code(value) for value in values[: len(asked)]]
    shown += ["..."] * (len(asked) - len(shown))
    pairs = ", ".join(f"{name}={value}" for name, value in zip(asked, shown))
    which = agreeing(len(asked), "its name", "its name, and an equals sign,")
    return f'Each value needs {which} in front: predict("{key}", {pairs}). Nothing was saved.'


def _in_code(value):
    """str: a value as it is typed."""
    return "..." if value is ... else repr(plain(value))


def _problems(asked, fields, given):
    """list of str: why a prediction cannot be saved; the first kind of trouble that there is."""
    strange = [name for name in fields if name not in asked]
    if strange:
        wanted = ", ".join(asked)
        return [f"There is nothing called {', '.join(strange)} to be predicted here, but {wanted}."]
    slip = current().slip()
    slip = slip if "~" in slip or "several" in slip else ""
    return (
        list(filter(None, [slip]))
        or _by_field(asked, fields)
        or _too_small(asked, given)
        or _no_count(asked, given)
        or _in_the_wrong_order(given)
    )


def _no_count(asked, given):
    """list of str: one sentence for each number that is to be a whole one, and is none."""
    counts = [name for name in asked if asked[name].get("count") and given[name] % 1]
    return [f"{name}: {given[name]:g} is no whole number, and this is a count." for name in counts]


def _by_field(asked, fields):
    """list of str: what is wrong with each value."""
    found = {name: _of_field(wanted, fields.get(name, ...)) for name, wanted in asked.items()}
    return [f"{name}: {problem}" for name, problem in found.items() if problem]


def _of_field(wanted, value):
    """str: what is wrong with one value, "" where nothing is."""
    if wanted["type"] == "number" and isinstance(value, tuple):
        found = re.search(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?!\d)", source())
        if found:
            number = found[0].replace(",", "")
            return f"a comma parts numbers, so Python read {len(value)} of them. Write {number}."
        return f"one number is wanted here, and these are {len(value)}."
    return unlike(value, wanted)


def _in_the_wrong_order(given):
    if given.get("least", 0) <= given.get("most", math.inf):
        return []
    return [
        f"least is {given['least']:g} and most is {given['most']:g}; the least cannot be above the"
        " most."
    ]


def _too_small(asked, given):
    """list of str: one question about numbers of which thousands are meant: typed with a dot, or
    below the bound `asks_below` of their field.
    """
    small = [given[name] for name in asked if _is_small(asked[name], given[name])]
    if not small:
        return []
    dotted = any(isinstance(value, float) for value in small)
    wrote = " and ".join(f"{value:g}" for value in small)
    meant = " and ".join(map(_thousands, small))
    write = " and ".join(f"{value * 1000:.12g}" for value in small)
    asked_back = f"You wrote {wrote}. Did you mean {meant}? Then write {write}."
    if not dotted:
        return [asked_back]
    dot = "In Python a dot in a number is a decimal point: 3.000 is three."
    if any("asks_below" in wanted for wanted in asked.values()):
        return [f"{asked_back} {dot}"]
    return [f"{asked_back} {dot} If you mean {wrote}, write {wrote}."]


def _is_small(wanted, value):
    """Whether a thousand times this number may have been meant."""
    if not is_number(value):
        return False
    if 0 < value < wanted.get("asks_below", 0):
        return True
    thousands = 0 < value < 1000 and 1000 * value <= wanted.get("most", math.inf)
    three = f"{value:.3f}" in source()  # 4.400 was typed, and not 4.4
    whole = value == int(value) or three or wanted.get("whole", False)
    return isinstance(value, float) and thousands and whole


def _thousands(value):
    words = dict(enumerate([*ONES, *TEENS], 1))
    return f"{words.get(value, f'{value:g}')} thousand"


def listed(fields):
    """str: the fields of a prediction with their values."""
    return ", ".join(f"{name} = {_short(value)}" for name, value in fields.items())


def _short(value):
    """A number as it is typed, without “.0”; a text as it is."""
    return f"{value:.12g}" if isinstance(value, float) else value


def recall(key, found="", **numbers):
    """Sets a prediction beside what the lesson has found; from then on it cannot be changed.
    found: str, such as "59 per cent"; default what the lesson's file says, with these numbers, so
    that no cell tells an answer before it is run.
    """
    key = as_key(key)
    found = found or _found(key, numbers)
    mine = answers.close(key)
    late = answers.prediction(key).verdict == answers.AFTER
    when = " after the answer was shown" if late else ""
    yours = f"You said {listed(mine)}{when}" if mine else "You made no prediction"
    say(f"{yours}; the report has {found}.", learner="" if mine else "prediction")


def _found(key, numbers):
    """str: what the lesson's file says that the lesson has found. Raises Problem where it says
    nothing, or has numbers that were not given.
    """
    told = entry(key, "predict").get("found", "")
    try:
        said = told.format(**numbers)
    except KeyError as lacks:
        wants = f"{lacks.args[0]}=…, as in the cell you were given"
        raise Problem(f'recall("{key}", …) wants {wants}.') from None
    if not said:
        raise Problem(f'recall("{key}", …) wants what was found, as in the cell you were given.')
    return said
