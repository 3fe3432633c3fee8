"""Words, numbers and texts that stand side by side with nothing between them, in a cell that Python
cannot read: what was meant, as far as the words themselves tell.
"""

import keyword
import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<text>\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<number>\d[\d_]*(?:\.\d+)*(?:,\d{3}(?!\d))*)"
    r"|(?P<name>[^\W\d]\w*)|(?P<end>\n)|(?P<blank>[^\S\n]+|#[^\n]*)|(?P<sign>.)",
    re.S,
)
_VALUES = {"None", "True", "False"}
_TO = {"to", "and", "bis", "until", "or"}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_OTHER_LANGUAGES = {"let", "var", "const", "int", "float"}
_CALLS = {"predict", "check", "keep", "repair", "quiz"}


class Token(NamedTuple):
    """kind: text, number, name, sign or end. word: as it was typed. joined: whether nothing, not
    even a blank, stands before it.
    """

    kind: str
    word: str
    joined: bool


class Run(NamedTuple):
    """Tokens side by side. words: list of Token. before, behind: the signs around them, blank at
    the margin. opened: the name of the innermost call that they stand in, or the bracket; blank
    outside of brackets.
    """

    words: list
    before: str
    behind: str
    opened: str


def side_by_side(source):
    """str: one sentence on the first of such tokens in a cell; "" where there are none, or nothing
    certain can be said of them.
    """
    for run in _runs(_tokens(source)):
        if said := _told(run):
            return said
    return ""


def _tokens(source):
    """list of Token of a cell."""
    found = []
    joined = False
    for one in _TOKEN.finditer(source):
        if one.lastgroup != "blank":
            found.append(Token(one.lastgroup, one[0], joined))
        joined = one.lastgroup != "blank"
    return found


def _runs(tokens):
    """Generator of Run: of two or more tokens side by side, and each alone that is a number with
    two points.
    """
    opened = []
    words = []
    before = ""
    for place, token in enumerate([*tokens, Token("end", "\n", False)]):
        if _is_word(token):
            words.append(token)
            continue
        if token.kind == "end" and opened:
            continue
        if words:
            yield Run(words, before, token.word, opened[-1] if opened else "")
        _follow(opened, token, words)
        before = "" if token.kind == "end" else token.word
        words = []


def _follow(opened, token, words):
    """Notes which brackets are open. opened: list of names before them."""
    if token.word in ("(", "[", "{"):
        named = words and words[-1].kind == "name" and token.word == "("
        opened.append(words[-1].word if named else token.word)
    elif token.word in (")", "]", "}") and opened:
        opened.pop()


def _is_word(token):
    """Whether a token is a text, a number or a name, and no word with which Python joins them."""
    if token.kind == "name":
        reserved = keyword.iskeyword(token.word) and token.word not in _VALUES | _TO
        return not reserved
    return token.kind in ("text", "number")


def _told(run):
    """str: what is said of one run; "" where nothing is."""
    ways = (_points, _begins, _broken, _next_name, _numbers_with_names, _names, _texts)
    return next(filter(None, (way(run, run.words) for way in ways)), "")


def _points(run, words):
    """A number with two points."""
    found = next((w.word for w in words if w.kind == "number" and w.word.count(".") > 1), "")
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", found):
        written = "-".join(part.zfill(2) for part in reversed(found.split(".")))
        return f'A day stands in quotation marks, the year first: "{written}".'
    if found:
        return f"A number has one point at most, and {found} has more: write thousands without one."
    return ""


def _begins(run, words):
    """A line that begins with a word too many, or with a name in two parts."""
    first = words[0].word
    if len(words) < 2 or run.before or run.opened:
        return ""
    return _no_return(first) or (_no_name(first, words) if run.behind == "=" else "")


def _no_return(first):
    """str: how “return” is written."""
    if first.casefold() in ("return", "returns", "retrun"):
        return "Python writes it with small letters, and so: return."
    return ""


def _no_name(first, words):
    """str: what stands before an equals sign, and is no name of one word."""
    if first in _OTHER_LANGUAGES:
        return f"Python needs no “{first}”: {words[1].word} = …"
    if all(word.kind == "name" for word in words):
        return f"A name has no blank in it: {'_'.join(word.word for word in words)}."
    return ""


def _broken(run, words):
    """A call that has lost the line break before it."""
    called = words[-1].word
    if len(words) > 1 and called in _CALLS and run.behind in "(（":
        return f"A new line begins before {called}(…)."
    return ""


def _next_name(run, words):
    """A value, and the name of the next one without a comma before it."""
    if len(words) < 2 or run.behind != "=" or not run.opened:
        return ""
    first = words[-2].word if words[-2].kind != "text" else "the text"
    return f"A comma is missing between {first} and {words[-1].word}."


def _numbers_with_names(run, words):
    """A number beside words: a unit, a hedge, two numbers with “to” between them."""
    numbers = [word.word for word in words if _is_end(word)]
    names = [word.word for word in words if not _is_end(word)]
    texts = [word for word in words if word.kind == "text"]
    return "" if texts or not (numbers and names) else _mixed(run, words, numbers, names)


def _mixed(run, words, numbers, names):
    """str: what is said of a run of numbers and names, of which there is one each at least."""
    if len(numbers) == 2 and words[0].word == numbers[0] and set(names) <= _TO:
        return _two_ends(run, numbers)
    return "" if len(numbers) > 1 or _has_no_name(run) else _one_number(run, words, *numbers, names)


def _has_no_name(run):
    """Whether a value in a prediction stands there without its name."""
    return run.opened == "predict" and run.before not in ("=", "(")


def _is_end(word):
    return word.kind == "number" or word.word == "None"


def _two_ends(run, numbers):
    low, high = (number.replace(",", "") for number in numbers)
    if run.opened == "predict":
        return f"One number is wanted in each place, such as {low}."
    return f"Two ends stand in brackets, with a comma between them: ({low}, {high})."


def _one_number(run, words, number, names):
    """str: how a number is written that has words beside it."""
    plain = number.replace(",", "")
    if words[0].word == number and (said := _misspelt(words, plain)):
        return said
    more = " ".join(word.word for word in words)
    whole = run.opened != "predict" and run.behind in ",)" and not words[1].joined
    phrase = f', or the whole phrase in quotation marks: "{more}"' if whole else ""
    return f"Write the number alone, {plain}, without “{' '.join(names)}”{phrase}."


def _misspelt(words, number):
    """str: how a number is written whose last digit is a letter, or whose scale is a word."""
    behind = words[1]
    if behind.joined and behind.word in ("O", "o", "l", "I"):
        return f"“{behind.word}” behind {number} is a letter. Type the digit."
    if behind.word in _SCALES and number.isdecimal():
        return f"Write the number in figures: {int(number) * _SCALES[behind.word]}."
    return ""


def _names(run, words):
    """Several words of a text, without quotation marks."""
    if len(words) < 2 or not all(word.kind == "name" for word in words) or not run.opened:
        return ""
    text = " ".join(word.word for word in words)
    return f'A text of several words needs quotation marks: "{text}".'


def _texts(run, words):
    """A text beside another text, a number or a name."""
    if len(words) < 2 or not any(word.kind == "text" for word in words):
        return ""
    if any(word.kind == "name" for word in words[:-1]) and words[0].kind != "text":
        return ""
    first, second = (word.word if word.kind != "text" else "a text" for word in words[:2])
    return f"A comma is missing between {first} and {second}."
