"""A dot or a comma inside a number of a cell that Python could read."""

import re

from .slips_of_syntax import STRINGS

_DOTTED = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{3})+(?![\w.])")


def has_dotted(source):
    """bool: whether a number of a cell has a dot where thousands may be meant; so too outside of a
    notebook, where there is no cell.
    """
    return not source or bool(_DOTTED.search(source))


def has_comma(source):
    """bool: whether a comma certainly stands inside a number of a cell: 30,000, or 2 / 1,609344."""
    bare = STRINGS.sub('""', source)
    return bool(re.search(r"(?<![\w.])\d{1,3},0\d\d(?!\d)|[/*+-] *\d+,\d{3,}", bare))


def comma_in(source):
    """str: how the number in a cell is written that a comma has taken apart; "" for none."""
    found = re.search(r"(?<![\w.])(\d+),(\d+)(?!\w)", STRINGS.sub('""', source))
    if not found:
        return ""
    whole = len(found[2]) == 3 and len(found[1]) < 4
    return f"Write {found[1]}{'' if whole else '.'}{found[2]}."


def typed_comma(source):
    """bool: whether a comma stands between two digits of a cell; so too outside of a notebook."""
    return not source or bool(re.search(r"\d,\d", STRINGS.sub('""', source)))


def of_numbers(error, source, names):
    """str: that a comma stands inside a number, in a call that Python could read; else ""."""
    bare = STRINGS.sub('""', source)
    found = re.search(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?![\w.])", bare)
    if not found and re.search(r"[/*+-] *\d+,\d+", bare):
        return "There is a comma inside a number. Python's decimal sign is the point: 1.609344."
    if not found:
        return ""
    return (
        f"There is a comma inside a number, {found[0]}, so Python read several. Write"
        f" {found[0].replace(',', '')}, without the comma."
    )
