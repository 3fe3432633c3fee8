"""A sentence about two accounts: whether each is given what it says in the report, and is quoted on
what it is said not to be.
"""

import re
from functools import cache
from typing import NamedTuple

from . import english
from .foreign import foreign_words, stem

# how learners call a topic; in patterns of english.plain
TOPICS = {
    "sea": r"(?:black )?seas?|(?:naval )?blockade|ships?|warships?|coast|navy|ports?",
    "purpose": r"purposes?|aims?|intentions?|goals?|what (?:it|they|the drills) (?:is|are) for",
    "place": r"places?|distances?|routes?|where",
    "forces": r"forces?|troops?|soldiers?|numbers?|how many|size|strength|equipment|weapons?",
    "timing": r"timing|times?|dates?|when|how long|schedule",
    "decision": r"decisions?|what putin|whether (?:russia|putin|an? attack)",
}
# by which names somebody is meant, and of which speakers or account the words are then; the more
# special ones first
SIDES = (
    ("Janes", r"jane'?s", ("janes",)),
    (
        "Reznikov",
        r"(?:oleksiy )?reznikov|(?:ukraine's |the )?(?:defen[cs]e )?minister",
        ("reznikov",),
    ),
    ("Stoltenberg", r"(?:jens )?stoltenberg|secretary[- ]general", ("stoltenberg",)),
    ("the Kremlin", r"kremlin|peskov", ("kremlin",)),
    (
        "the United States",
        r"united states(?: officials)?|washington|officials",
        ("united-states", "us-officials", "us-and-nato"),
    ),
    (
        "Ukraine",
        r"ukrain(?:e(?:'s government)?|ians?|ian (?:officials|government|side))|kyiv",
        ("ukraine",),
    ),
    (
        "Russia and Belarus",
        r"russia(?:ns?)?(?! (?:forces|troops|soldiers|units|buildup))|moscow|belarus",
        ("russia-belarus",),
    ),
    ("US and NATO", r"nato|western countries|the west|west", ("us-nato",)),
    ("Independent analysts", r"analysts?|experts?", ("analysts",)),
)
_NOT_QUOTED = r"(?: and belarus)?(?: alone)? (?:is|are|was|were|has|have)? ?(?:\w+ )?(?:not|never)"
_NOT_QUOTED += r"(?: been| being)? (?:quoted|cited)"
_NO_ONE = r"\bno(?:body|ne| one)?(?: (?:from|of|in))?(?: the| independent)? {}(?: \w+)?"
_NO_ONE += r" (?:is|are|was) (?:quoted|cited)"
_ON = r"(?: here| there| anywhere)? (?:on|about) (?:the |their |its |this |that )*"
_BECAUSE = re.compile(
    r"\b(?:because|since|as one)\b(.*?)(?:[.;]|\b(?:not|never) (?:\w+ )?quoted|$)"
)
_BOTH = re.compile(
    r"\b(?:both|agree|share)\b(.*?)(?:[.;]|\bbut\b|\bwhile\b|\bdiffer\b|\bdisagree\b|$)"
)
_IN = re.compile(
    r"\b(?:in|of|from|near|against|to|by|on|over|around|with|for|outside|inside|leave) (?:the )?$"
)


class _Side(NamedTuple):
    """Somebody whom the report quotes. name: as it is told. names: pattern of a plain text. rows:
    ids of claims.
    """

    name: str
    names: str
    rows: tuple


def misgiven(text, report, telling, also=""):
    """Generator of str: one sentence for each thing that a plain text gives to an account which
    the report does not, and for each topic on which somebody is said not to be quoted, and is.
    telling: words that tell the accounts apart, looked for in what each of them says. also: words
    that a reason may have, though no claim has them.
    """
    telling = _of(telling)
    known = f"{also} {' '.join(report.claims['claim'])}"
    sides = _sides(report)
    yield from _quoted_after_all(text, sides, report)
    reason = _BECAUSE.search(text)
    if reason and (strange := foreign_words(reason[1], report, known)):
        yield (
            f"“{strange[0]}” belongs to no reason that stands in the report. Say what each of the"
            " two says."
        )
        return
    for side, said in _given(reason[1] if reason else "", sides):
        yield from _not_theirs(side, said, report, telling)
    shared = _BOTH.search(text)
    named = [side for side, _ in _given(text, sides)][:2]
    for side in named if shared else ():
        yield from _not_theirs(side, shared[1], report, telling)


def _sides(report):
    """list of _Side: those of SIDES who have a claim in a report."""
    claims = report.claims
    found = []
    for name, names, keys in SIDES:
        rows = claims.index[claims["speaker"].isin(keys) | claims["account"].isin(keys)]
        found.append(_Side(name, rf"\b(?:{names})(?![\w-])", tuple(rows)))
    return [side for side in found if side.rows]


def _quoted_after_all(text, sides, report):
    """One sentence for each side that is said not to be quoted on a topic, and is quoted on it."""
    for side in sides:
        for topic, words in TOPICS.items():
            on = rf"{_ON}(?:\w+ )?(?:{words})(?!\w)"
            ways = (rf"{side.names}{_NOT_QUOTED}{on}", _NO_ONE.format(side.names) + on)
            rows = report.claims.loc[list(side.rows)]
            rows = rows[rows["topic"] == topic]
            if len(rows) and any(re.search(way, text) for way in ways):
                first = rows.iloc[0]
                yield (
                    f"{side.name} is quoted on that, in paragraph {first['paragraph']}:"
                    f" “{first['quote']}”."
                )


def _given(text, sides):
    """list of (_Side, str): who is named as one who says something, and the words that follow up to
    the next one.
    """
    starts = []
    rest = text
    for side in sides:
        for found in re.finditer(side.names, rest):
            if not _IN.search(text[: found.start()]):
                starts.append((found.start(), found.end(), side))
        rest = re.sub(side.names, lambda found: "·" * len(found[0]), rest)
    starts.sort()
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return [(side, text[after:end]) for (_, after, side), end in zip(starts, ends)]


def _not_theirs(side, said, report, telling):
    """One sentence for the first telling word that somebody else says, and this side does not."""
    mine = _stems(report, side.rows, True)
    for word in re.findall(r"[a-z]{3,}|\d[\d.]*\d", said):
        owners = _owners(report, stem(word)) if stem(word) in telling else []
        if owners and stem(word) not in mine:
            yield (
                f"In this report “{word}” belongs to the account “{owners[0]}”, and not to"
                f" {side.name}."
            )
            return


def _owners(report, one):
    """list of str: the names of the accounts that have a word in what they say."""
    claims = report.claims
    names = dict(zip(claims["account"], claims["account_name"]))
    return [
        name
        for key, name in names.items()
        if key != "reporter"
        and one in _stems(report, tuple(claims.index[claims["account"] == key]))
    ]


def _stems(report, rows, wide=False):
    """set of str: the stems of the words of some claims. wide: with what we note beside them."""
    columns = ["quote", "claim", *(["note", "topic"] if wide else [])]
    text = " ".join(report.claims.loc[list(rows), columns].to_numpy().ravel())
    if wide:
        numbers = report.numbers[report.numbers["from"].isin(rows)]
        pairs = report.pairs[report.pairs["first"].isin(rows) & report.pairs["second"].isin(rows)]
        text += " ".join(numbers[["population", "place", "status"]].to_numpy().ravel())
        text += " ".join(pairs["why"])
    return _of(text)


@cache
def _of(text):
    return frozenset(map(stem, re.findall(r"[a-z]{3,}|\d[\d.]*\d", english.plain(text))))
