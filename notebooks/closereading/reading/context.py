"""What a word does depends on its neighbours: “and”, a comma, a hyphen, “only”, “second”."""

from typing import NamedTuple

from .text import Problem

BEGIN = {"FIGURE", "PARTS", "ONES", "TEENS", "TENS", "HALF", "ZERO", "POINT", "MONEY"}
END = {"FIGURE", "PARTS", "ONES", "TEENS", "TENS", "HUNDRED", "SCALE", "DOZEN", "HALF", "ZERO"}
END |= {"DENOMINATOR"}
_WORDS = {"ONES", "TEENS", "TENS", "HUNDRED", "SCALE"}


KINDS_OF = set(  # words with a number in them that count nothing
    "one-time one-off one-way one-sided one-man one-woman one-stop one-party two-way two-sided"
    " two-tier".split()
)


class Unread(Problem):
    """A number phrase that is not understood whole. A lesson says so in a sentence."""


def cannot(phrase, why):
    """Unread: that a phrase is not read, and why."""
    shown = phrase if len(phrase) <= 60 else f"{phrase[:59]}…"
    return Unread(f"“{shown}” cannot be read safely here: {why}.")


def in_context(phrase, raw):
    """list of Token: what depends on the words beside it is settled, what says nothing is left
    out. phrase: str, for the Problem that is raised where a sign has no work to do.
    """
    made = []
    for at, token in enumerate(raw):
        settle = _SETTLE.get(token.type)
        kind = settle(phrase, token, made, raw[at + 1 :]) if settle else token.type
        if kind:
            token.type = kind
            made.append(token)
    return made


class _Beside(NamedTuple):
    """The kinds of the words beside one: before it, after it, and after that; blank for none."""

    before: str
    first: str
    second: str


def _beside(made, after):
    kinds = [*(token.type for token in after[:2]), "", ""]
    return _Beside(made[-1].type if made else "", *kinds[:2])


def _and(phrase, token, made, after):
    """What an "and" does: a limit before another, an end of a pair, a part, or a sum."""
    beside = _beside(made, [token for token in after if token.type != "_HYPHEN"])
    pair = [t.type for t in made if t.type in {"BETWEEN", "AND"}]
    if beside.first in {"ABOVE", "BELOW"}:
        return "BUT"
    if pair[-1:] == ["BETWEEN"]:
        return "AND"
    if kind := _and_in_amount(*beside):
        return kind
    raise cannot(phrase, f"“{token.word}” joins two things here; they are read one by one")


def _and_in_amount(before, first, second):
    """What an "and" does inside one amount; blank where it does nothing."""
    part = first in {"A", "ONES"} and second in {"HALF", "DENOMINATOR"}
    if part or first == "HALF":
        return "PART"
    if before == "NOUN" and first in BEGIN:
        return "ALSO"
    sums = before in {"HUNDRED", "SCALE"} and first in {"ONES", "TEENS", "TENS"}
    return "JOIN" if sums else ""


def _comma(phrase, token, made, after):
    """A comma between parts of one number says nothing; others are refused."""
    beside = _beside(made, after)
    before = beside.before
    first = beside.first
    inside = first in {"ONES", "TEENS", "TENS"} and beside.second in {"HUNDRED", "SCALE"}
    if first in {"BUT", "_AND", "PLUS_MINUS"} or (before == "SCALE" and inside):
        return ""
    if before == "NOUN" and first in BEGIN:
        return "ALSO"
    raise cannot(phrase, "“,” parts two things here; they are read one by one")


def _hyphen(phrase, token, made, after):
    """What a hyphen or dash does: a minus, the middle of a pair, or of a word (then blank)."""
    beside = _beside(made, after)
    before = beside.before
    kind = beside.first
    if before in {"", "TO", "FROM", "BETWEEN", "AND", "AROUND", "MONEY"}:
        if kind in {"FIGURE", "MONEY"} and not token.blank_after:
            return "MINUS"
    elif token.blank_before == token.blank_after and kind in BEGIN:
        return "" if not token.blank_after and _one_word(before, kind) else "DASH"
    elif not token.blank_before and _joins(before, kind, token.blank_after):
        _check_joined(phrase, made, after)
        return ""
    raise cannot(phrase, f"“{token.word}” stands where it could be a dash or a minus")


def _check_joined(phrase, made, after):
    """Raises Problem for a word with a hyphen that is no number: zero-sum, 4 million-pound jets."""
    word = f"{made[-1].word}-{after[0].word}"
    if made[-1].type == "ZERO" and after[0].type == "NOUN":
        raise cannot(phrase, f"“{word}” is no number")
    if _is_kind(made[-1], word):
        raise cannot(phrase, f"“{word}” tells of what kind something is, and counts nothing")
    scale = made[-1].type in {"SCALE", "HUNDRED", "DOZEN"}
    apart = scale and made[-1].blank_before and len(made) > 1
    if apart and made[-2].type != "A" and after[0].type == "NOUN" and after[0].word != "strong":
        raise cannot(phrase, f"“{word}” may belong to each of several things")


def _is_kind(token, word):
    """bool: whether a word with a hyphen has a number in it and counts nothing: one-time."""
    return word.casefold() in KINDS_OF or (token.type == "ONES" and word.endswith("-score"))


def _one_word(before, kind):
    return (before, kind) in {("TENS", "ONES"), ("ONES", "HALF")}


def _joins(before, kind, blank_after):
    """bool: whether a hyphen joins a word: 27-kilometre, two-thirds, 100-plus, 8- to 16-metre."""
    if blank_after:
        return before in END and kind in {"TO", "OR"}
    return kind in {"NOUN", "SCALE", "DOZEN", "DENOMINATOR"} or kind.endswith("_AFTER")


def _tone(phrase, token, made, after):
    """A word of tone ("only") before a number says nothing about it."""
    exactly = token.word.casefold() in {"exactly", "precisely", "fully"}
    soft = {"ABOVE", "BELOW", "AROUND"}
    if exactly and ({t.type for t in made[-1:]} | {t.type for t in after[:1]}) & soft:
        raise cannot(phrase, f"“{token.word}” and the word beside it contradict each other")
    one = [(t.type, t.value) for t in after] == [("ONES", 1)]
    if after and not one and not any(t.type in BEGIN | END | {"NOUN"} for t in made):
        return ""
    raise cannot(phrase, f"“{token.word}” is not understood in this place")


def _filler(phrase, token, made, after):
    """A word such as "more" in "two more miles": it changes nothing before a measure. What is
    counted, it adds to a number that is not printed here.
    """
    beside = _beside(made, after)
    before = beside.before
    first = beside.first
    measure = first == "NOUN" and after[0].value.measures
    if before in END | {"VAGUE"} and (measure or first == "_FILLER"):
        return ""
    if before in END | {"VAGUE"}:
        why = "tells how many come on top, not how many there are"
        raise cannot(phrase, f"“{token.word}” {why}: look for the whole number")
    raise cannot(phrase, f"“{token.word}” is not understood in this place")


def _noun(phrase, token, made, after):
    """A unit; but "twenty second" may be the 22nd."""
    of_a = [t.type for t in made[-2:]] == ["OF", "A"]
    numbered = made and made[-1].type in _WORDS | {"A", "NO"}
    if token.word.casefold() == "second" and numbered and not of_a:
        raise cannot(phrase, "“second” may be a place in an order here")
    if token.word.casefold() == "year" and after and after[0].type == "FIGURE":
        year = f"{token.word} {after[0].word}"
        raise cannot(phrase, f"“{year}” names a year: choose words that count or measure something")
    return "NOUN"


def _plus(phrase, token, made, after):
    """A plus before a figure, as in “+3.4%”, says nothing; others are refused."""
    beside = _beside(made, after)
    at_begin = beside.before in {"", "TO", "FROM", "BETWEEN", "AND"}
    if at_begin and beside.first in {"FIGURE", "MONEY"} and not token.blank_after:
        return ""
    raise cannot(phrase, f"“{token.word}” stands where it could be a sum: read each number alone")


def _around_after(phrase, token, made, after):
    """“20-odd” is a number; “20 odd” may be strange ones."""
    if token.word.casefold() == "odd" and token.blank_before:
        raise cannot(phrase, "“odd” may mean strange here: write “-odd” with a hyphen")
    return token.type


_SETTLE = {
    "AROUND_AFTER": _around_after,
    "_PLUS": _plus,
    "_AND": _and,
    "_COMMA": _comma,
    "_HYPHEN": _hyphen,
    "_TONE": _tone,
    "_FILLER": _filler,
    "NOUN": _noun,
}
