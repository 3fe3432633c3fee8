"""Patterns that are put together while a text is judged. Python keeps the last 512 and makes the
others again each time; a judge asks for more than that about one sentence.
"""

import re
from functools import lru_cache

MANY = 8192


@lru_cache(maxsize=MANY)
def compiled(pattern):
    """re.Pattern: a regular expression, made once."""
    return re.compile(pattern)


def search(pattern, text):
    """re.Match, or None: where a regular expression stands in a text first."""
    return compiled(pattern).search(text)
