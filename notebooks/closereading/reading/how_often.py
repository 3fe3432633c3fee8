"""Whether “times” counts how often something was done: she scored four times; in “four times the
price” it compares.
"""

import re

_OFTEN = re.compile(
    r"(?:(?!times)\S+ ){1,4}times"
    r"(?=\W*\Z|[.,;:!?)”’]|\s(?:in|on|at|during|since|this|last|against|before|after|when|while"
    r"|and|but|within|between|for|from)\b)",
    re.IGNORECASE,
)


def says_how_often(text, places, unit):
    """bool: whether a number and “times” behind it count how often. places: list of (start, end),
    where it stands, of which the first counts. unit: that is printed with it.
    """
    return bool(unit == "times" and places and _OFTEN.match(text, places[0][0]))
