"""Something asked of a value that it does not have: brackets of the wrong kind, arithmetic with a
pair or a text, a column compared with a list.
"""

import re
from difflib import get_close_matches

from ..reading.numerals import with_and

_OF_TEXTS = {"contains", "startswith", "endswith", "lower", "upper", "split", "strip"}
_SQUARE = 'To take something out of a table or a pair, use square brackets: table["column"].'


def of_types(error, source, names):
    """str: what was asked of a value that does not have it, in a sentence; "" for other errors.
    error: the exception; source: of the cell; names: dict, what the notebook knows by name.
    """
    ways = {
        AttributeError: [_attribute],
        TypeError: [_square, _round, _arithmetic, _compared],
        ValueError: [_square, _of_columns],
        IndexError: [_beyond],
        ZeroDivisionError: [_by_nought],
    }
    known = next((found for kind, found in ways.items() if isinstance(error, kind)), [])
    return next(filter(None, (way(error, str(error), source) for way in known)), "")


def _attribute(error, said, source):
    """A name behind a dot."""
    if isinstance(error.obj, bool) and re.search(r"\bis\b", source):
        return (
            "To ask whether two things are equal, Python wants two equals signs, ==, and no “is”."
        )
    if error.name in _OF_TEXTS and hasattr(error.obj, "str"):
        return f"For a column of texts .str stands before it: .str.{error.name}(…)."
    if isinstance(error.obj, str):
        return (
            f"“.{error.name}” was asked of a text. Round brackets belong round the comparison"
            f' before it: (table["column"] == "word").{error.name}().'
        )
    small = {name.casefold(): name for name in dir(error.obj) if not name.startswith("_")}
    near = get_close_matches(error.name.casefold(), small, 1, 0.7)
    return f"There is no “.{error.name}” here. Did you mean “.{small[near[0]]}”?" if near else ""


def of_calls(error, source, names):
    """str: that a function was given too few values, too many, or one with a name that it does not
    have; "" for other errors. error, source, names: as of_types has them.
    """
    found = re.search(r"(\w+)\(\) (missing|takes|got) (.*)", str(error))
    if not found or not isinstance(error, TypeError):
        return ""
    name = found[1]
    kind = found[2]
    given = re.findall(r"'(\w+)'", found[3])
    if kind == "missing":
        return f"{name}(…) needs more than it was given: {with_and(given)}."
    if kind == "got" and given:
        return f"{name}(…) takes no value called {given[0]} here."
    return f"{name}(…) was given more values than it takes."


def _square(error, said, source):
    """Round brackets where square ones are wanted, or none."""
    round_ones = ("positional arg", "__call__", "No axis named")
    if re.search(r"\.i?loc\(", source) and any(words in said for words in round_ones):
        return "Square brackets belong behind loc: table.loc[…]."
    if re.search(r"'(?:DataFrame|Series|tuple|list|dict)' object is not callable", said):
        return _SQUARE
    if found := re.search(r"\.(low|high|index|columns|shape)\(\)", source):
        return f"No brackets stand behind .{found[1]}: it is a value." if "callable" in said else ""
    return ""


def _round(error, said, source):
    """Square brackets where round ones are wanted, or a table's name."""
    found = re.search(r"'([\w.]+)' object is not subscriptable", said)
    if not found:
        return ""
    kind = found[1]
    if kind in ("function", "method", "builtin_function_or_method"):
        called = re.search(r"(predict|check|keep|repair|quiz|\w+)\[[^\]]", source)
        named = re.search(r"(?<=\.)(between|isin|sum|nunique|head|query|round)\[", source)
        name = (named or called)[1]
        return f"Round brackets belong behind {name}: {name}(…)."
    if kind in ("ReadRange", "Interval"):
        return "A range has two ends, .low and .high, without brackets."
    if kind == "Report":
        return "A report has several tables. Name one: report.claims[…] or report.numbers[…]."
    return ""


def _arithmetic(error, said, source):
    """Arithmetic with a pair, a text or a whole row."""
    if re.search(r"\br?(?:and|or)_'|for [&|]:", said):
        return (
            "Each comparison stands in round brackets: (away > 150) & (away < 250), because & and |"
            " come first for Python."
        )
    if "unsupported operand" not in said:
        return ""
    if "'tuple'" in said or "'list'" in said:
        return (
            "A pair of values is no number. Calculate with each of them, (8000 / 14, 14000 / 14),"
            " or take one out, such as the first with [0]."
        )
    if re.search(r"for (?://|%|\*\*|divmod).*'(?:ReadRange|Interval)'", said):
        return "A range is added, taken away, multiplied and divided by +, -, * and / only."
    if "'str'" not in said:
        return ""
    if found := re.search(r"(?<!\()([\"'])(\d{4}-\d\d?-\d\d?)\1", source):
        return f'A date becomes one to calculate with by pd.to_datetime("{found[2]}").'
    if re.search(r"\.loc\[[\"'][^\"',]+[\"']\](?!\[)", source):
        return 'A whole row stands there. Take one column of it, such as .loc["V08", "date"].'
    return "You cannot calculate with a text. For a number phrase there is parse_words(…)."


def _compared(error, said, source):
    """A number in quotation marks that is compared with one."""
    found = re.search(r"(?<!check\()([\"'])(\d[\d.]*)\1", source)
    compared = re.search(r"not supported between.*'str'|[Ii]nvalid comparison.*\bstr\b", said)
    if not compared or not found:
        return ""
    return f"A number stands without quotation marks: {found[2]}, not {found[0]}."


def _of_columns(error, said, source):
    """Two columns joined by “or”, and a column compared with a list."""
    if "truth value" in said and (found := re.search(r"\b(or|and|not)\b", source)):
        sign = {"or": "|", "and": "&", "not": "~"}[found[1]]
        return (
            f"For columns “{found[1]}” is written {sign}, with round brackets round each"
            f' comparison: (table["column"] == "one") {sign} (table["column"] == "two").'
        )
    if "engths must match" in said and re.search(r"== *[\[(]", source):
        return (
            'A column is compared with one word, == "word", without square brackets. For several'
            ' words there is .isin(["one", "two"]).'
        )
    return ""


def _beyond(error, said, source):
    """A place in a pair or a list that it does not have."""
    if "out of range" not in said and "out-of-bounds" not in said:
        return ""
    return (
        "There are fewer values than that. Python counts from 0: the first is [0], the second [1]."
    )


def _by_nought(error, said, source):
    return "Nothing can be divided by 0. Look at what stands behind the sign /."
