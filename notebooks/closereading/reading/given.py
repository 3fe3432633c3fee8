"""What a call of ours was given, looked at before anything is made of it: each value that it cannot
take gets one sentence, which says what is wanted there.
"""

import inspect
from difflib import get_close_matches
from functools import wraps
from typing import NamedTuple

import pandas as pd

from .text import Problem


class Wanted(NamedTuple):
    """holds: function (value) -> whether it can be taken. what: is wanted there, in words."""

    holds: object
    what: str


def _is_text(value):
    return isinstance(value, str)


def _is_report(value):
    return all(hasattr(value, name) for name in ("claims", "paragraphs", "folder"))


def _are_marks(value):
    listed = isinstance(value, (list, tuple))
    return listed and all(hasattr(one, "evidence") for one in value)


def _is_table_or_none(value):
    return value is None or isinstance(value, pd.DataFrame)


def _are_ids_or_none(value):
    """bool: whether these are ids, in whatever can be gone through; or there are none."""
    if value is None or isinstance(value, (list, tuple, set, pd.Series, pd.Index)):
        return value is None or all(isinstance(one, str) for one in value)
    return hasattr(value, "dtype") or isinstance(value, (str, dict))


# what is wanted, by the name of what a call takes; of other names a call looks itself
WANTED = {
    "report": Wanted(_is_report, "the report that open_report gave"),
    "marks": Wanted(_are_marks, "what report.marks(…) gives, with a table between its brackets"),
    "title": Wanted(_is_text, "a text in quotation marks, the words over the picture"),
    "says": Wanted(_is_text, "a text in quotation marks, a sentence below the picture"),
    "of": Wanted(
        lambda of: of is None or isinstance(of, dict),
        'which mark stands where, such as {"Putin": "C30"}',
    ),
    "picture": Wanted(lambda one: hasattr(one, "marks"), "the picture that opens(…) gave"),
    "numbers": Wanted(lambda one: isinstance(one, pd.DataFrame), "rows of report.numbers"),
    "table": Wanted(
        lambda one: one is None or isinstance(one, (str, pd.DataFrame)),
        "a table of ratings, as evidence.ratings(report) gives it",
    ),
    "rows": Wanted(_is_table_or_none, "rows of a table of the report, with their ids"),
    "rate": Wanted(_are_ids_or_none, 'a list of ids, such as ["E4", "E6"]'),
    "cards": Wanted(_are_ids_or_none, 'a list of ids, such as ["R33"]'),
}


def looked_at(call, called=""):
    """The same function, which raises Problem, in one sentence, for a value of another kind than it
    takes, for one that is missing, and for a name that it does not know. called: what a lesson
    calls it; default its name.
    """
    called = called or call.__name__
    signature = inspect.signature(call)

    @wraps(call)
    def asked(*args, **kwargs):
        _are_known(called, signature, kwargs)
        given = _bound(called, signature, args, kwargs)
        for name, value in given.items():
            wanted = WANTED.get(name)
            if wanted and not wanted.holds(value):
                raise Problem(
                    f"For “{name}”, {called}(…) wants {wanted.what}; this is {kind(value)}."
                )
        return call(*args, **kwargs)

    return asked


def _are_known(called, signature, named):
    """Raises Problem for the first name of some values that a call does not have."""
    takes = signature.parameters
    if any(one.kind is one.VAR_KEYWORD for one in takes.values()):
        return
    for name in (name for name in named if name not in takes):
        near = get_close_matches(name.casefold(), takes, 1, 0.5)
        instead = f"Did you mean {near[0]}?" if near else f"It has {', '.join(takes) or 'nothing'}."
        raise Problem(f"{called}(…) has nothing called “{name}”. {instead}")


def _bound(called, signature, args, kwargs):
    """dict {name: value}: what a call was given. Raises Problem for too few values or too many."""
    takes = signature.parameters
    several = any(one.kind is one.VAR_POSITIONAL for one in takes.values())
    alone = [name for name, one in takes.items() if one.kind is not one.VAR_KEYWORD]
    if len(args) > len(alone) and not several:
        raise Problem(_too_many(called, alone, len(alone) < len(takes)))
    missing = _missing(signature, args, kwargs)
    if missing:
        wanted = f", {WANTED[missing].what}" if missing in WANTED else ""
        raise Problem(f"{called}(…) is not whole: “{missing}” is missing{wanted}.")
    try:
        return signature.bind(*args, **kwargs).arguments
    except TypeError as e:
        raise Problem(f"{called}(…) cannot be called so: {e}.") from None


def _too_many(called, alone, named):
    """str: that a call was given too many values. alone: list of str, those that need no name.
    named: bool, whether others may follow with their names.
    """
    if named:
        return (
            f"Behind {' and '.join(alone)} each value in {called}(…) needs its name in front, and"
            " an equals sign."
        )
    return f"{called}(…) takes {', '.join(alone) or 'nothing'}, and no more."


def _missing(signature, args, kwargs):
    """str: the first value that a call needs and was not given; "" for none."""
    needed = [name for name, one in signature.parameters.items() if _is_needed(one)]
    return next((name for name in needed[len(args) :] if name not in kwargs), "")


def _is_needed(parameter):
    several = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    return parameter.default is parameter.empty and not several


def kind(value):
    """str: what a value is, in a learner's words."""
    if value is None or isinstance(value, (bool, int, float)):
        return str(value)
    if isinstance(value, str):
        return f"the text “{value[:40]}”"
    if isinstance(value, pd.DataFrame):
        return "a table"
    if isinstance(value, pd.Series):
        return "one row or column of a table"
    if _is_report(value):
        return "a report"
    known = {list: "a list", tuple: "a list", dict: "a dictionary", set: "a set"}
    return known.get(type(value)) or f"something of the type {type(value).__name__}"


def cut_from(report, rows, *names):
    """Raises Problem for what are no rows of one of some tables of a report, as they stand there.
    names: of the tables, "numbers", "elsewhere".
    """
    tables = [getattr(report, name) for name in names]
    wanted = f"rows of report.{names[0]}, with their ids"
    if isinstance(rows, pd.Series):
        raise Problem(f"Wanted are {wanted}. One row alone stands in two pairs of brackets: [[…]].")
    if not isinstance(rows, pd.DataFrame):
        raise Problem(f"Wanted are {wanted}; this is {kind(rows)}.")
    known = set().union(*(table.index for table in tables))
    strange = next((key for key in rows.index if key not in known), None)
    if strange is not None:
        raise Problem(f"Wanted are {wanted}; “{strange}” is the id of none.")
    changed = next(filter(None, (_changed(rows, table) for table in tables)), "")
    if changed:
        raise Problem(
            f"The report's own rows are shown here, and yours differ from them in “{changed}”."
            " Nothing was drawn: a number of your own stands in no report."
        )


def are_cut_from(report, rows):
    """Raises Problem for what are no rows of claims, events or numbers of a report; which of them
    they are is told by their columns.
    """
    columns = getattr(rows, "columns", ())
    if "quote" in columns:
        return cut_from(report, rows, "claims")
    events = ("events",) if "known_on" in columns else ("numbers", "elsewhere")
    return cut_from(report, rows, *events)


def _changed(rows, table):
    """str: the first column in which rows differ from those of their table; "" for none."""
    mine = rows.loc[rows.index.isin(table.index)]
    theirs = table.loc[mine.index]
    columns = [name for name in mine.columns if name in table.columns]
    return next((name for name in columns if not _same(mine[name], theirs[name])), "")


def _same(one, other):
    """bool: whether two columns hold the same, gaps among it."""
    pairs = zip(one, other)
    return all(a is b or a == b or (pd.isna(a) and pd.isna(b)) for a, b in pairs)
