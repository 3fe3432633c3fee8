"""What an exercise accepts: an answer is compared with an entry of lessons/NN.toml, whatever its
type, and always gets a sentence.
"""

import math
import re
from numbers import Number

import matplotlib
import numpy as np
import pandas as pd

from ..data import report as reports
from ..reading.interval import Interval
from ..reading.text import straight


def judge(answer, exercise):
    """(verdict, says) of an answer. verdict: "right", "misconception 1" …, "not yet" or "wrong
    type".
    exercise: dict from a lesson's toml. Its `type` is number, text, set (of names), interval (low
    and high, None where nothing is printed), parts (free text, looked at for its parts only) or
    chart (Axes, looked at by `rule`). Never raises for an answer.
    """
    value = single(answer) if exercise["type"] in {"number", "text", "parts"} else answer
    try:
        problem = unlike(value, exercise)
        if problem:
            return "wrong type", problem
        value = _SHAPES.get(exercise["type"], lambda v: v)(value)
        if exercise["type"] in _BY_RULE:
            missing = list(_BY_RULE[exercise["type"]](value, exercise))
            return ("not yet", " ".join(missing)) if missing else ("right", exercise["says"])
        for verdict, entries in (
            ("right", exercise["accept"]),
            ("misconception", exercise.get("misconception", [])),
        ):
            for i, known in enumerate(entries, 1):
                if _same(value, known, exercise):
                    return verdict if verdict == "right" else f"{verdict} {i}", known["says"]
        return "not yet", " ".join([*_compared(value, exercise), exercise["nudge"]])
    except Exception as e:  # an object that behaves oddly must not end in a traceback either
        return (
            "wrong type",
            f"This is {kind_of(answer)}, and it could not be read ({type(e).__name__})."
            f" {exercise.get('nudge', '')}".strip(),
        )


def _same(value, known, exercise):
    wanted, slack = known.get("value"), exercise.get("tolerance", 0)
    if exercise["type"] == "number":
        spans = (
            [(known["from"], known["to"])]
            if "from" in known
            else [(v, v) for v in (wanted if isinstance(wanted, list) else [wanted])]
        )
        return any(low - slack <= value <= high + slack for low, high in spans)
    if exercise["type"] == "interval":
        return all(
            math.isnan(v) if w is None else abs(v - w) <= slack
            for v, w in zip(value, (known.get("low"), known.get("high")))
        )
    if exercise["type"] == "set":
        return value == {_folded(v) for v in wanted}
    return _folded(value) in [
        _folded(v) for v in (wanted if isinstance(wanted, list) else [wanted])
    ]


def _compared(value, exercise):
    """What a set has too much and too little of, against the nearest accepted one."""
    if exercise["type"] == "set":
        wanted = min(
            ({*map(_folded, known["value"])} for known in exercise["accept"]),
            key=lambda w: len(value ^ w),
        )
        extra, missing = value - wanted, wanted - value
        if extra:
            yield f"Does not belong: {', '.join(sorted(extra))[:80]}."
        if missing:
            yield f"{len(missing)} {'is' if len(missing) == 1 else 'are'} still missing."


def _missing_parts(text, exercise):
    for part in exercise.get("part", []):
        if not any(re.search(p, text, re.I) for p in part["any"]):
            yield part["missing"]
    if exercise.get("quote") and not _holds_quote(text):
        yield (
            "We found no three words in a row between quotation marks that this folder holds; take"
            " a quote from the table, exactly as printed."
        )
    if len(text.split()) > exercise.get("words", 10**6):
        yield f"It has {len(text.split())} words; {exercise['words']} is the limit."


def _holds_quote(text):
    quotes = [
        straight(quote.rstrip(" .,;"))
        for quote in re.findall(r"[“\"«‘']([^“”\"«»]{8,200}?)[”\"»’']", text)
        if len(quote.split()) >= 3
    ]
    return any(
        straight(paragraph).count(quote) == 1
        for report in reports.OPENED
        for paragraph in report.paragraphs
        for quote in quotes
    )


def drawn(axes):
    """dict of lists, in data units along x: what stands in some matplotlib Axes. bars: far ends;
    spans: (low, high); arrows: (tail, tip); texts.
    """
    lines = [
        *(line.get_xydata() for line in axes.lines),
        *(
            s
            for c in axes.collections
            if isinstance(c, matplotlib.collections.LineCollection)
            for s in c.get_segments()
        ),
    ]
    arrows, titles = (
        [],
        [
            *map(axes.get_title, ("left", "center", "right")),
            axes.get_xlabel(),
            axes.get_ylabel(),
        ],
    )
    for text in (t for t in axes.texts if getattr(t, "arrowprops", None) is not None):
        style, tail, tip = (
            str(text.arrowprops.get("arrowstyle", "->")),
            float(text.xyann[0]),
            float(text.xy[0]),
        )
        if ("<" in style) != (">" in style):  # an arrow with two heads points nowhere
            arrows.append((tip, tail) if "<" in style else (tail, tip))
    return {
        "bars": [
            p.get_x() + p.get_width()
            for p in axes.patches
            if isinstance(p, matplotlib.patches.Rectangle)
        ],
        "arrows": arrows,
        "spans": [(float(np.min(points[:, 0])), float(np.max(points[:, 0]))) for points in lines],
        "texts": [
            *titles,
            *(
                t.get_text()
                for t in [*axes.texts, *axes.get_yticklabels(), *axes.get_xticklabels()]
            ),
        ],
    }


def _missing_marks(axes, exercise):
    seen = [drawn(a) for a in axes]
    holding = {
        "range": [s for s in seen if any(hi > lo for lo, hi in s["spans"])],
        "arrow": [s for s in seen if s["arrows"]],
    }
    near = lambda a, b: abs(a - b) <= 1e-6 * max(1, abs(b))
    for rule in exercise["rule"]:
        if rule["need"] == "no bars":
            kept = not any(s["bars"] for s in seen)
        elif rule["need"] == "range":
            kept = any(
                near(lo, rule["low"]) and near(hi, rule["high"])
                for s in seen
                for lo, hi in s["spans"]
            )
        elif rule["need"] == "arrow":
            kept = any(
                near(tail, rule["from"]) and (tip < tail) == (rule["way"] == "left")
                for s in seen
                for tail, tip in s["arrows"]
            )
        elif rule["need"] == "words":
            kept = any(
                all(re.search(w, " ".join(s["texts"]), re.I) for w in rule["all"])
                for s in holding[rule["over"]]
            )
        elif rule["need"] == "nothing at":
            kept = not any(
                near(x, at)
                for at in rule["at"]
                for s in seen
                for lo, hi in [*s["spans"], *((b, b) for b in s["bars"])]
                for x in (lo, hi)
            )
        else:  # apart: no Axes holds both a span and an arrow
            kept = not any(s in holding["arrow"] for s in holding["range"])
        if not kept:
            yield rule["says"]


def _axes(value):
    """list of Axes in a Figure, an array, list or single Axes; empty where it is something else."""
    found = (
        value.axes
        if isinstance(value, matplotlib.figure.Figure)
        else np.ravel(np.array(value, dtype=object)).tolist()
    )
    return found if found and all(isinstance(a, matplotlib.axes.Axes) for a in found) else []


def _ends(value):
    """(low, high) as floats, NaN where nothing is printed, or None where it is no pair of ends."""
    pair = (
        (value.low, value.high)
        if isinstance(value, Interval)
        else tuple(value)
        if isinstance(value, (tuple, list, np.ndarray, pd.Series))
        else ()
    )
    if len(pair) != 2 or not all(v is None or _is_number(v) for v in pair):
        return None
    return tuple(math.nan if v is None or math.isinf(v) else float(v) for v in pair)


def _names(value):
    """set of str, folded, or None where it holds something else than texts."""
    value = (
        [value]
        if isinstance(value, str)
        else value.index
        if isinstance(value, pd.Series) and value.dtype.kind in "if"
        else value
    )
    if not isinstance(
        value,
        (
            list,
            tuple,
            set,
            frozenset,
            pd.Series,
            pd.Index,
            np.ndarray,
            pd.api.extensions.ExtensionArray,
        ),
    ):
        return None
    return (
        {_folded(v) for v in value}
        if len(value) and all(isinstance(v, str) for v in value)
        else None
    )


def _folded(text):
    return re.sub(r"^the ", "", " ".join(re.findall(r"[\w.]+", text.casefold())).replace(".", ""))


def unlike(value, wanted):
    """ "" where the value is of the wanted type and size, else one sentence: what was found, what
    was expected.
    """
    if value is ...:
        return "still three dots."
    this = f"This is {kind_of(value)}"
    if wanted["type"] == "number":
        if isinstance(value, str):
            return (
                f"This is a text, “{value[:40]}”; a number is wanted, without quotation marks and"
                " without a unit."
            )
        if not _is_number(value) or value != value:
            return (
                f"{this}; a single number is"
                f" wanted.{' It has a .low and a .high.' if isinstance(value, Interval) else _hint(value)}"
            )
        if not wanted.get("least", -float("inf")) <= value <= wanted.get("most", float("inf")):
            return (
                f"{str(value)[:20]} lies outside {wanted['least']:,.12g} to {wanted['most']:,.12g}."
            )
        if 0 < value < 1:
            return (
                f"{value:g} is a fraction; write 40 for 40 per cent, and whole numbers for counts."
            )
        return ""
    if wanted["type"] == "interval":
        if _ends(value) is None:
            given = value if isinstance(value, (tuple, list)) else ()
            if len(given) > 2 and all(isinstance(v, (Number, type(None))) for v in given):
                return (
                    f"Python read {len(given)} values, because a comma parts numbers. Write 30000"
                    " or 30_000, never 30,000."
                )
            quoted = (
                " Take the quotation marks away." if any(isinstance(v, str) for v in given) else ""
            )
            return (
                f"{this}; two ends are wanted, such as (10, 20), and None for an end that is not"
                f" printed.{quoted}"
            )
        low, high = _ends(value)
        return (
            f"The low end, {low:,g}, lies above the high end, {high:,g}. Low comes first."
            if low > high
            else ""
        )
    if wanted["type"] == "set":
        column = " Take one column of it." * isinstance(value, pd.DataFrame)
        return (
            ""
            if _names(value) is not None
            else f"{this}; a list of names is wanted, such as ['one', 'another'].{column}"
        )
    if wanted["type"] == "chart":
        return (
            ""
            if _axes(value)
            else f"{this}; the axes of a chart are wanted, as plt.subplots() gives them."
        )
    hint = _hint(value) or " It stands in quotation marks." * isinstance(
        value, (Number, type(None))
    )
    return "" if isinstance(value, str) and value.strip() else f"{this}; a text is wanted.{hint}"


def _is_number(value):
    return isinstance(value, Number) and not isinstance(value, (bool, complex))


def kind_of(value):
    """str: what a value is, in a learner's words."""
    if value is None:
        return "None, that is, no answer"
    if isinstance(value, (bool, Number)):
        return (
            f"{str(value)[:20]}, a {'truth value' if isinstance(value, bool) else 'number'}"
            if value == value
            else "“not a number”"
        )
    if isinstance(value, pd.DataFrame):
        return f"a table of {len(value)} rows"
    if isinstance(value, pd.Series):
        return f"a column of {len(value)} entries"
    if isinstance(value, str):
        return f"the text “{value[:40]}”" if value.strip() else "an empty text"
    return (
        "a function that was not called: the brackets are missing"
        if callable(value)
        else f"something of the type {type(value).__name__}"
    )


def _hint(value):
    if isinstance(value, pd.Series) and not len(value):
        return " No row matched: compare spelling and quotation marks with the table."
    if isinstance(value, pd.Series) and value.dtype == bool:
        return (
            " It says True or False of every row; .sum() counts the True ones, claims[…] picks them"
            " out."
        )
    if isinstance(value, tuple):
        return (
            f" It holds {len(value)} values: take one, such as [0]. Or was a comma typed inside a"
            " number? Write 30000."
        )
    return (
        " Pick one row and one column of it."
        if isinstance(value, (pd.Series, pd.DataFrame))
        else ""
    )


def single(value):
    """The one entry of a list or Series that has one; anything else as it is. numpy scalars become
    Python's.
    """
    if isinstance(value, (list, tuple, set, pd.Series, pd.Index)) and len(value) == 1:
        value = next(iter(value))
    return value.item() if hasattr(value, "item") and getattr(value, "size", 0) == 1 else value


def plain(value):
    """A value that JSON can hold: itself, or its repr."""
    value = single(value)
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)[:200]


_SHAPES = {"interval": _ends, "set": _names, "chart": _axes}
_BY_RULE = {"parts": _missing_parts, "chart": _missing_marks}
