"""Two units of the same thing: minutes and hours, kilometres and miles, people and thousand people.
Numbers in them can be compared when one of them is told in the unit of the other.
"""

from fractions import Fraction

_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_IN = {  # what the table of units does not tie together: the smallest unit, and how many of it
    "miles": ("millimetres", Fraction(1609344)),
    "nautical miles": ("millimetres", Fraction(1852000)),
    "kilometres": ("millimetres", Fraction(1000000)),
    "metres": ("millimetres", Fraction(1000)),
    "centimetres": ("millimetres", Fraction(10)),
    "yards": ("millimetres", Fraction("914.4")),
    "feet": ("millimetres", Fraction("304.8")),
    "inches": ("millimetres", Fraction("25.4")),
    "tonnes": ("grams", Fraction(1000000)),
    "kilograms": ("grams", Fraction(1000)),
}


def times(one, other, units):
    """Fraction: how many of another unit make one of a unit: 60 minutes make one of the hours. None
    where they measure different things, or are one and the same. units: tuple of Unit.
    """
    mine, theirs = (_in_smallest(name, units) for name in (one, other))
    if not mine or not theirs or mine[0] != theirs[0] or mine[1] == theirs[1]:
        return None
    return mine[1] / theirs[1]


def _in_smallest(name, units):
    """(name of the smallest unit of its kind, how many of it make one); () for a blank."""
    words = name.casefold().split()
    powers = [_POWERS[word] for word in words if word in _POWERS]
    rest = " ".join(word for word in words if word not in _POWERS and word != "of")
    if not rest or len(powers) > 1:
        return ()
    smallest, many = _smaller(_told(rest, units), units)
    return smallest, many * Fraction(powers[0] if powers else 1)


def _told(name, units):
    """str: the name of a unit as the table tells it."""
    found = (unit.name for unit in units if name in {n.casefold() for n in unit.names})
    return next(found, name)


def _smaller(name, units):
    """(name of the smallest unit of one kind, how many of it make one of a unit)."""
    if name in _IN:
        return _IN[name]
    many = Fraction(1)
    seen = {name}
    while part := next((u for u in units if name in u.wholes and u.name not in seen), None):
        many *= part.parts
        name = part.name
        seen.add(name)
    return name, many
