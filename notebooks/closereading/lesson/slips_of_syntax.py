"""What was typed otherwise than it is meant, in a cell that Python cannot read at all."""

import re

from .side_by_side import side_by_side
from .slips_of_signs import INSIDE, of_signs

STRINGS = re.compile(r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.S)
DECIMAL = re.compile(r"(?<![\w.,])\d+,\d+(?![\w,])")
_THOUSANDS = re.compile(
    r"(?<![\w.,(])\d{1,3}(?:,\d{3})+(?![\w,.])|(?<=[(=])\d{1,3}(?:,\d{3})+(?!\w)"
)
_UNITS = "miles mile mi km men people troops percent per kilometres days"
_UNPAIRED = ("was never closed", "unmatched", "does not match", "incomplete input", "EOF")
_READ = (
    "A text stands in quotation marks; a number stands alone, 40 and not 40% or 40 miles, and"
    " without a comma, 3000 and not 3,000; brackets come in pairs."
)
_NAMED = "predict|save_claim|add_row|start_report|open_report|begin"  # whose values have names
_CALL = r"\b(predict|check|keep|repair|quiz|recall)"


def of_syntax(error, source, names):
    """str: one sentence on what Python could not read; "" where it could. error: the exception;
    source: of the cell; names: dict, what the notebook knows by name.
    """
    if not isinstance(error, SyntaxError):
        return ""
    bare = STRINGS.sub('""', source)
    ways = [
        of_signs,
        _titles,
        _key,
        _dots,
        _comma_after_key,
        _quotes_inside,
        _words,
        _scales,
        _signs,
        _operators,
        _dates,
        _two,
        _commas,
        _equals,
    ]
    ways += [_functions, _inner_marks, _call, _beside, _missing, _brackets]
    said = next(filter(None, (way(str(error), bare, source) for way in ways)), "")
    where = f"Python cannot read line {error.lineno}. " if error.lineno else ""
    return f"{where}{said or _READ}"


def _titles(message, bare, source):
    """The words over a chart, without quotation marks."""
    found = re.search(r"\b(set_title|set_[xy]label)\(\s*([^\W\d][^\"()]* [^\"()]*)\)", bare)
    return f'A text stands in quotation marks: {found[1]}("{found[2].strip()}").' if found else ""


def _key(message, bare, source):
    """The key of a question without its quotation marks."""
    found = re.search(rf"{_CALL}\(\s*(\d+\.[a-z]\w?)", bare)
    if not found:
        return ""
    return f'The key of the question stands in quotation marks: {found[1]}("{found[2]}", …).'


def of_dots(error, source, names):
    """str: as of_syntax, of signs that went with the three dots, in a cell that Python can read."""
    return _dots("", "", source) if isinstance(error, NameError) else ""


def _dots(message, bare, source):
    """str: which signs beside the three dots were replaced together with them, as a double click
    marks all of them: share60 in place of share=60; "" for none.
    """
    if found := re.search(r"\bpredict\(.*\b([a-z]{3,}?)(\d[\d_.]*)\)?\s*$", source, re.M):
        return f"The equals sign has gone with the dots. Write {found[1]}={found[2]})."
    if found := re.search(r"(?<![\w\"'])([a-z]\w*\.\w+)([\"']\w+[\"'])", source):
        return f"Square brackets have gone with the dots. Write {found[1]}[{found[2]}]."
    if found := re.search(r"== *([\"']\w+[\"'])([a-z]+\(\))", source):
        return f"A bracket and a dot have gone with the dots. Write {found[1]}).{found[2]}."
    return ""


def _comma_after_key(message, bare, source):
    found = re.search(rf"{_CALL}\(\s*([\"']\w+\.\w+[\"'])\s+[\w\"']", source)
    if found:
        return f"A comma is missing after the key: {found[1]}({found[2]}, …)."
    found = re.search(rf"{_CALL}\(\s*([\"']\w+\.\w+[\"'])\s*[:;.]", source)
    return f"A comma comes after the key: {found[1]}({found[2]}, …)." if found else ""


def _scales(message, bare, source):
    """A number of which a part is a word, or that stands among words."""
    scales = {"hundred": "00", "thousand": "000", "million": "000000"}
    if found := re.search(rf"(?<![\w.])(\d+) +({'|'.join(scales)})\b", bare):
        return f"Write the number in figures: {found[1]}{scales[found[2]]}."
    if found := re.search(r"^\s*\w+ *= *(?:[a-z]+ +)+(\d[\d_.]*)\s*$", bare, re.M):
        return f"Write the number alone, {found[1]}, or the whole phrase in quotation marks."
    if found := re.search(
        r"= *(\d[\d_.]*) +(?!if\b|and\b|or\b|in\b|is\b|not\b)([a-z]+)\s*$", bare, re.M
    ):
        return f"Write the number alone, {found[1]}, without “{found[2]}”."
    return ""


def _two(message, bare, source):
    """Two numbers with nothing between them."""
    if found := re.search(r"(?<![\w.])(\d{1,3}(?: \d{3})+)(?![\w.])", bare):
        return f"There is a blank inside a number. Write {found[1].replace(' ', '')}."
    if found := re.search(r"(?<![\w.])(\d[\d_.]*|None) +(\d[\d_.]*|None)(?!\w)", bare):
        return f"A comma is missing between {found[1]} and {found[2]}."
    return ""


def _signs(message, bare, source):
    """A sign or a letter at a number that Python does not know there."""
    if found := re.search(r"(\d+) ?%", bare):
        return f"Write {found[1]} for {found[1]} per cent, without the sign %."
    if found := re.search(rf"(?<![\w.,])(\d+) *({'|'.join(_UNITS.split())})\b", bare):
        return f"Write the number alone, {found[1]}, without “{found[2]}”."
    if found := re.search(r"\b(\d+) ?k\b", bare):
        return f"Write the number in full, {found[1]}000, without “k”."
    if found := re.search(r"[０-９]+", bare):
        plain = "".join(str(int(digit)) for digit in found[0])
        return f"These digits are of another script: {found[0]}. Type {plain}."
    if found := re.search(r"[½¼¾]", bare):
        return f"Python does not know “{found[0]}”. Write a number in figures, such as 0.5."
    if found := re.search(r"[=(,]\s*(?:≈|~|<=?|>=?|≤|≥|±|ca\.?)\s*(\d[\d_]*)", bare):
        return f"Write the number alone, {found[1]}, without a sign in front."
    if found := re.search(r"(\d+)\s*[–—]\s*\d+", bare):
        return f"One number is wanted in each place, such as {found[1]}, and no span with a dash."
    if found := re.search(r"(?<![\w.\"'])0+([1-9]\d*)(?![\w.])", _without_dates(bare)):
        return f"A number begins with no 0 in Python: write {found[1]}."
    return ""


def _operators(message, bare, source):
    """A sign of arithmetic as it is written by hand."""
    if "÷" in bare or re.search(r"[\w)]\s*:\s*\d", bare) and not re.search(r"\w\s*:\s*\"", bare):
        if "÷" in bare or not re.search(
            rf"\b(?:{_NAMED}|check|keep|repair|quiz)\([^)]*\b[a-z]+ *: *\d", bare
        ):
            return "Python writes “divided by” as /, such as 8000 / 14."
    if "×" in bare or re.search(r"\w\s+x\s+\d", bare):
        return "Python writes “times” as *, such as 2 * 14."
    return ""


def _without_dates(bare):
    return re.sub(r"\d{4}-\d{1,2}-\d{1,2}", "", bare)


def _dates(message, bare, source):
    found = re.search(r"\b\d{4}-\d{1,2}-\d{1,2}\b", bare)
    return f'A date stands in quotation marks: "{found[0]}".' if found else ""


def _words(message, bare, source):
    """Words of a text without quotation marks; two names of a function without a comma."""
    if found := re.search(r"\bdef \w+\(\s*(\w+) +(\w+)\s*\)", bare):
        return f"A comma is missing between {found[1]} and {found[2]}."
    if found := re.search(r"parse_words\(\s*([\w., ]*[a-z][\w., ]*?)\s*(?:\)|$)", bare, re.M):
        return f'A phrase stands in quotation marks: parse_words("{found[1]}").'
    if found := re.search(r"\b(?:repair|keep)\(\s*\"\",\s*[^\"\s.(]+ [^\"]", bare):
        return 'Your sentence stands between quotation marks: "One like this."'
    if found := re.search(rf"{_CALL}\(\"\",\s*([A-Za-z]\w* [A-Za-z]\w*(?: \w+)*)", bare):
        return f'A text of several words needs quotation marks: "{found[2]}".'
    return ""


def _commas(message, bare, source):
    found = _THOUSANDS.search(bare) or DECIMAL.search(bare)
    found = found or re.search(r"(?<==)-?\d+,\d+(?=, *\w+=|\))", bare)
    if not found or "comma" in message and not re.search(r"\d,\d{3}\b", bare):
        return ""
    joined = found[0].replace(",", "")
    if re.fullmatch(r"\d{1,3}(,\d{3})+", found[0]):
        return f"There is a comma inside a number, {found[0]}. Write {joined}, without the comma."
    return f"There is a comma inside a number, {found[0]}. Python's decimal sign is the point."


def _equals(message, bare, source):
    """An equals sign that is missing, one too many or too few."""
    call = re.search(rf"\b(?:{_NAMED})\(.*", bare, re.S)
    if call and (found := re.search(r"[(,] *([a-z]+) *(?::| ) *(\d[\d_.]*|\"\")", call[0])):
        shown = "…" if found[2] == '""' else found[2]
        return f"Between a name and its value stands an equals sign: {found[1]}={shown}."
    if call and (found := re.search(r"\b([a-z]+) *= *(?=[,)])", call[0])):
        return f"Nothing stands after {found[1]}=. Put your value there."
    if found := re.search(r"keyword argument repeated: (\w+)", message):
        return f"{found[1]} is given twice. Each name stands there once."
    called = re.search(rf"{_CALL}\s*\[", bare)
    if "==" in message and not called and re.search(r"[\])\w] *= *[\w\"]", bare):
        return "To ask whether two things are equal, Python wants two equals signs: ==."
    return ""


def _functions(message, bare, source):
    """A function that is not written as Python wants it."""
    if "unindent" in message or "tabs" in message:
        return (
            "It begins neither at the margin nor where a line above it does; a tab and blanks may"
            " look alike. Delete what stands in front of it, and begin it at the margin, or with"
            " four blanks inside a function."
        )
    if "unexpected indent" in message:
        return "It begins with a blank too many: begin it where the line above begins."
    if "indent" in message:
        return "The lines that belong to a function begin with blanks: type four before “return”."
    if "expected ':'" in message and (found := re.search(r"^\s*(def|for|if|while)\b", bare, re.M)):
        return f"The line that begins with “{found[1]}” ends with a colon."
    if "positional argument follows" in message and (found := re.search(rf"{_CALL}\(", bare)):
        return f"Each value in {found[1]}(…) needs its name in front, and an equals sign."
    return ""


def _quotes_inside(message, bare, source):
    """A text with a quotation in it: its first inner mark ends it, and a word or number follows."""
    if re.search(r"\"\"(?:\d[\d,.]*|\w+)(?: \w+)*\"\"", bare) and not re.search(
        rf"{_CALL}\s*\"", bare
    ):
        return INSIDE
    return ""


def _inner_marks(message, bare, source):
    if re.search(rf"\b(?:{_NAMED})\([^()]*\"\" +(?:\w+ *=[^=]|\w+ *[,)])", bare):
        return ""  # a comma is missing
    if re.search(r"\"\"\s*[^\s,)\]}=+:;%.\"'#(]", bare) or re.search(r"[a-z]\s*\"\"\s*[a-z]", bare):
        if not re.search(rf"{_CALL}\s*\"", bare):
            return f"{INSIDE} Or a comma is missing after a text."
    return ""


def _call(message, bare, source):
    """A call without its round brackets, with parts of it parted by a semicolon, or two calls on
    one line.
    """
    if found := re.search(rf"\) +{_CALL}\(", bare):
        return f"A new line begins before {found[1]}(…)."
    if found := re.search(rf"{_CALL}\s*(?:\[|\"|')", bare):
        return f"Round brackets belong round what you give: {found[1]}(…)."
    if re.search(r"\([^)]*;", bare):
        return "A comma parts what stands in brackets, and no semicolon."
    if re.search(r"\(\s*,", bare):
        return "Something is missing before the comma. For an end that is not printed, write None."
    return ""


def _missing(message, bare, source):
    if found := re.search(rf"\b(?:{_NAMED})\(\"\" +(\w+) *[,)]", bare):
        return f"A comma is missing between the text and {found[1]}."
    if found := re.search(r"([\w.]+|\"\") +(\w+) *=[^=]", bare):
        first = "the text" if found[1] == '""' else found[1]
        return f"A comma is missing between {first} and {found[2]}."
    return ""


def _beside(message, bare, source):
    return side_by_side(source)


def _brackets(message, bare, source):
    if any(words in message for words in _UNPAIRED) and re.search(r"#.*\)", bare):
        return "Python reads nothing behind the sign #, so the bracket there does not count."
    if any(words in message for words in _UNPAIRED):
        return "A bracket has no partner: each ( needs a ), each [ a ]."
    return ""
