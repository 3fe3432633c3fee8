"""The plain values that a page and the kernel send each other, and how another one is refused."""

import math
from numbers import Real

from traitlets import TraitError

from ..reading.text import Problem


class Refused(Problem, TraitError):
    """A control, or a value of one, that no page can show. It says which, what was found and what
    is expected.
    """


def is_text(value):
    """bool: whether a value is a text with a letter in it."""
    return _is_str(value) and bool(value.strip())


def is_number(value):
    """bool: whether a value is a finite number; a truth value is none."""
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def texts(control, name, values, fewest):
    """tuple of str. Raises Refused for what is no list of at least so many texts."""
    found = () if isinstance(values, str) else tuple(values)
    if len(found) < fewest or isinstance(values, str) or not all(map(_is_str, found)):
        raise Refused(f"The control “{control.id}” needs a list of texts as its {name}.")
    return found


def _is_str(value):
    return isinstance(value, str)


def is_plain(part):
    """bool: a text, a truth value, or a list of texts."""
    texts = part if isinstance(part, list) else [part]
    return isinstance(part, bool) or all(isinstance(text, str) for text in texts)


def listed(options):
    """str: the options in words; of many the first few."""
    shown = ", ".join(f"“{o}”" for o in options[:6])
    return f"{shown} and {len(options) - 6} more" if len(options) > 6 else shown
