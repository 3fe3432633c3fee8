"""The words of which sentences about the report are made, by what they mean, and patterns that ask
for them: “<troops>” is any word for soldiers, “<source> && <negation>” both in one clause.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
_ASKED = re.compile(r"<([a-z]+)>")
_CLAUSES = re.compile(r"[.;!?](?:\s|$)|\bbut\b|\byet\b")


def _forms(verb):
    """list of str: the forms of a verb; "leave/left" brings an irregular one of its own. A verb of
    two words is written point_out.
    """
    base, *others = verb.replace("_", " ").split("/")
    head = base.split()[0]
    rest = base.removeprefix(head)
    stem = head.removesuffix("e")
    ending = "es" if re.search(r"(?:s|sh|ch|x|z|o)$", head) else "s"
    forms = [head, head + ending, f"{stem}ed", f"{stem}ing"]
    if re.search(r"[^aeiou]y$", head):
        forms = [head, f"{head[:-1]}ies", f"{head[:-1]}ied", f"{head}ing"]
    return [f"{form}{rest}" for form in forms] + others


def _plurals(noun):
    """list of str: a noun and its plural; one of its own stands behind a stroke."""
    base, *others = noun.replace("_", " ").split("/")
    if re.search(r"[^aeiou]y$", base):
        return [base, f"{base[:-1]}ies", *others]
    return [base, f"{base}es" if re.search(r"(?:s|sh|ch|x)$", base) else f"{base}s", *others]


def _alternatives(name):
    """str: pattern of every word that is listed under a name."""
    words = [form for verb in _TABLE["verbs"].get(name, "").split() for form in _forms(verb)]
    words += [form for noun in _TABLE["nouns"].get(name, "").split() for form in _plurals(noun)]
    patterns = [re.escape(word) for word in sorted(set(words), key=len, reverse=True)]
    own = re.sub(r"\n(?=\|)", "", _TABLE["words"].get(name, "")).replace("\n", " ")
    return f"(?:{'|'.join([*patterns, *filter(None, [own])])})"


WORDS = {name: _alternatives(name) for kind in _TABLE.values() for name in kind}


@cache
def _compiled(pattern):
    return re.compile(_ASKED.sub(lambda asked: rf"(?<!\w){WORDS[asked[1]]}(?!\w)", pattern))


def found(pattern, text):
    """re.Match, or None: where a pattern with names of words stands in a plain text first."""
    return _compiled(pattern).search(text)


def every(pattern, text):
    """list of re.Match: all places where a pattern with names of words stands in a plain text."""
    return list(_compiled(pattern).finditer(text))


def every_as(pattern, word, text):
    """str: a plain text in which each place that a pattern finds is another word."""
    return _compiled(pattern).sub(word, text)


def has(pattern, text):
    """bool: whether a plain text has what a pattern asks for; parts between && must stand in one
    clause.
    """
    parts = [rf"\b{part}\b" if part[:1] == "<" else part for part in pattern.split(" && ")]
    if len(parts) == 1:
        return bool(found(parts[0], text))
    return any(all(found(part, clause) for part in parts) for clause in clauses(text))


def clauses(text):
    """list of str: the clauses of a plain text, as full stops, semicolons and but part them."""
    return _CLAUSES.split(text)
