"""A sign that Python does not know where it stands: a curly mark, a dash, a bracket too few."""

import ast
import keyword
import re
from itertools import pairwise

INSIDE = (
    "There are quotation marks inside a text, and Python takes the first of them for its end. Use"
    " single marks inside: \"he said 'no' to it\"."
)
_CURLY = "“”„«»‘’‚"
_BRACKETS = {"（": "(", "）": ")", "［": "[", "］": "]", "｛": "{", "｝": "}"}
_CLOSING = (
    "A text has no closing quotation mark. It begins and ends with the same mark, on one line; a"
    " text with an apostrophe in it stands in double marks."
)
_THREE = 'A text over several lines begins with three straight marks, """, and ends with three.'


def of_signs(message, bare, source):
    """str: one sentence on such a sign; "" where there is none. message: Python's own. bare: the
    source of the cell with empty texts.
    """
    ways = (_in_numbers, _marks, _other_scripts, _names, _attributes)
    return next(filter(None, (way(message, bare, source) for way in ways)), "")


def _marks(message, bare, source):
    """Quotation marks, and blanks that are none."""
    if "U+00A0" in message or "non-printable" in message:
        return (
            "There is a blank in it that only looks like one, perhaps copied from a web page."
            " Delete the blanks of this line and type them again."
        )
    if said := _texts(message, bare, source):
        return said
    quoted = "unterminated" in message and re.search(r"\"[^\"\n“]*“[^\"\n”]*”", bare)
    return _CLOSING if quoted else _curly(bare) or _closing(message, bare)


def _texts(message, bare, source):
    """str: that a text over several lines has no three marks at both ends; "" where it has."""
    odd = source.count('"""') % 2 or re.search(r"(?<![\"'])\"\"[^\W\d]", source)
    return _THREE if odd or "triple-quoted" in message or _goes_on(message, bare) else ""


def _goes_on(message, bare):
    """bool: whether a text that has no end on its line ends on a later one."""
    alone = [line for line in bare.replace('""', "").split("\n") if line.count('"') == 1]
    return "unterminated" in message and len(alone) > 1


def _curly(bare):
    """str: that a quotation mark is curly; "" where none is."""
    found = re.search(rf"[(\[=,]\s*([{_CURLY}])", bare) or re.search(rf"([{_CURLY}])", bare)
    if not found:
        return ""
    return (
        f"There is a curly quotation mark in it, {found[1]}. Python knows straight ones only:"
        ' "like these".'
    )


def _closing(message, bare):
    """str: that a quotation mark is of another kind, or has no partner."""
    if "`" in bare:
        return '` is no quotation mark for Python. Straight ones are wanted: "like these".'
    return _CLOSING if "unterminated" in message else ""


def _other_scripts(message, bare, source):
    """Brackets and signs as other keyboards write them."""
    if found := next((sign for sign in bare if sign in _BRACKETS), ""):
        return f"This bracket is of another script: {found}. Type {_BRACKETS[found]}."
    if found := re.search(r"[=(,/*+] *[–−—] *(\d+)", bare):
        return f"A minus is written with the hyphen of the keyboard: -{found[1]}."
    if re.search(r"\w *[·•∙] *\w", bare):
        return "Python writes “times” as *, such as 2 * 14."
    if "===" in bare:
        return (
            "To ask whether two things are equal, Python wants two equals signs, and no three: ==."
        )
    if re.search(r"\\[ ]*$", bare, re.M):
        return "A line ends with a backslash, \\. Delete it."
    return ""


def _in_numbers(message, bare, source):
    """A mark inside a number."""
    found = re.search(r"[=(, ](\d{1,3}'\d{3})(?!\d)", source)
    if not found:
        return ""
    joined = found[1].replace("'", "")
    return f"There is a mark inside a number, {found[1]}. Write {joined}, without it."


def _names(message, bare, source):
    """A name with a hyphen, before an equals sign."""
    found = re.search(r"^\s*([^\W\d]\w*(?:-\w+)+) *=(?!=)", bare, re.M)
    return f"A name has no hyphen in it: {found[1].replace('-', '_')}." if found else ""


def _attributes(message, bare, source):
    """A dot or a curly bracket where something is taken out of a table or a pair."""
    if found := re.search(r"([^\W\d]\w*)\.\[", bare):
        return f"No dot stands before the square bracket: {found[1]}[…]."
    if found := re.search(r"(?<![\w.])([^\W\d]\w*)(?:\{(\d)\}|\.(\d)(?!\w))", bare):
        return f"To take a value out, use square brackets: {found[1]}[{found[2] or found[3]}]."
    found = next(
        (f for f in re.finditer(r"([\w.]+)\.(\w+)", bare) if keyword.iskeyword(f[2])), None
    )
    if found:
        return (
            f"“{found[2]}” is a word of Python's own. A column of this name stands in brackets:"
            f' {found[1]}["{found[2]}"].'
        )
    return ""


def goes_on(source):
    """str: that a text on a line of its own is no part of the one before it; "" where none is."""
    try:
        lines = ast.parse(source).body
    except (SyntaxError, ValueError):
        return ""
    for first, second in pairwise(lines):
        if isinstance(first, ast.Assign) and _is_text(first.value) and _is_text(second.value):
            return (
                f"The line that begins with “{second.value.value[:30]}” stands alone, so it is no"
                ' part of your text. Put the whole text between three marks at each end: """.'
            )
    return ""


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
