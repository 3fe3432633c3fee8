"""The marks of the items of a list, as a browser shows them: •, 5., c., iv."""

LISTS = ("ol", "ul", "menu", "dir")
_ROMAN = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"]
_WORTH = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]


def marks_of(root):
    """dict: id of a tag li -> its mark, for the items of all lists with numbers below a tag."""
    return {
        id(item): f"{written(number, str(item.get('type') or of.get('type') or '1'))}. "
        for of in root.find_all("ol")
        for item, number in _numbered(of)
    }


def _numbered(of):
    """Yields (item, its number) of a list."""
    items = [item for item in of.find_all("li") if item.find_parent(LISTS) is of]
    back = of.has_attr("reversed")
    number = whole(of.get("start"), len(items) if back else 1)
    for item in items:
        number = whole(item.get("value"), number)
        yield item, number
        number += -1 if back else 1


def whole(value, otherwise):
    """int: an attribute as a number; another one where it is none."""
    try:
        return int(str(value))
    except ValueError:
        return otherwise


def written(number, kind):
    """str: the number of an item. kind: "1", "a", "A", "i" or "I", as HTML has them."""
    if number < 1 or kind not in "aAiI" or (kind in "iI" and number > 3999):
        return str(number)
    small = _roman(number) if kind in "iI" else _letters(number)
    return small.upper() if kind.isupper() else small


def _letters(number):
    """str: a, b … z, aa, ab …"""
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("a") + rest) + made
    return made


def _roman(number):
    """str: i, ii, iii, iv …"""
    made = ""
    for sign, worth in zip(_ROMAN, _WORTH, strict=True):
        made += sign * (number // worth)
        number %= worth
    return made
