"""How firmly a claim is made: could, appears, believes, will, or flat, by its hedge and its
reporting word.
"""

import re

from .ability import SURE, ability_in

SCALE = ("could", "appears", "believes", "will", "flat")  # from the weakest to the strongest
SAID = "firmly"  # a column of claims: what a reader says of it in the place of their words
AHEAD = "ahead"  # a column of claims: its “would” is the “will” of somebody who is told of
UNKNOWN = "unknown"  # whoever says that they do not know puts nothing, firmly or not


# a cause, a comparison, a kind of case: due to rain, better-than-expected, probable cases
_NO_SOFTENING = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\bdue to\b"
    r"|\b[\w-]+-than-\w+\b"
    r"|(?<=\bthe )(?:planned|scheduled|intended)(?= [a-z]+)"
    r"|\b(?:suspected|probable|possible)(?=(?:\s+[\w-]+)?\s+(?:cases?|deaths?|infections?"
    r"|patients?)\b)"
    r"|\blook(?:s|ed|ing)?\s+(?:at|to|for|into|after|back|forward)\b"
    r"|\bas\s+[\w-]+\s+as\s+possible\b|\bif\s+possible\b",
    re.IGNORECASE,
)
_THINGS = re.compile(  # a thing, and nothing that somebody does: the new plan, their fears
    r"\b(?:the|an?|this|that|these|those|new|old|his|her|its|their|our|my|your|of|any|no|through"
    r"|[\w]+[’']s)\s+(?:plans?|fears?|looks?|thoughts?|pledges?|promises?|vows?)\b"
    r"(?!\s+(?:to|that)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|otherwise|were to|whether)\b", re.IGNORECASE)
_PAST = re.compile(r"(?:ed|said|told|swore|wrote|spoke|made|gave|put)\Z")
# behind a number, what others reckon: 8.67 beat the average estimate of 8.10; its cue tells that
_ESTIMATE_OF = re.compile(
    r"(\d[^.;]*?\b(?:the|an?|its|their|average|consensus|[\w]+[’']s?)\s+(?:[\w-]+\s+)?)estimates?"
    r"(?=\s+of\b)"
)


def strength_of(claims, key, known):
    """str: the strength of one claim, one of SCALE; "" where none of its words is on file, or where
    its speaker does not know. Where several words stand together the weakest counts; a claim with
    neither hedge nor reporting word is told flat. claims: DataFrame of a report. known: tuple of
    Hedge.
    """
    row = claims.loc[key]
    if row.get(SAID, "") in SCALE:
        return row[SAID]
    cue = reporting_word(claims, key)
    hedge = row["hedge"]
    if row.get(AHEAD, False):
        hedge = re.sub(r"\bwould\b", "will", hedge)
    found = strengths_in(f"{hedge} {cue}", known)
    if UNKNOWN in found:
        return ""
    if found:
        return min(found, key=SCALE.index)
    return "" if cue else "flat"


def with_hedges(claims, known, said=()):
    """DataFrame: claims of which nobody has coded the hedges, as the rows of a learner's own report
    are; those that stand in their quotes are taken, or else “it may rain” would be told as a fact.
    said: dict, quote -> one of SCALE, where a reader reads it otherwise; a word of a quote that
    they read as put firmly softens nothing.
    """
    firmly = [dict(said).get(quote, "") for quote in claims["quote"]]
    found = [
        "" if one == SCALE[-1] else "; ".join(softened_by(quote, known))
        for quote, one in zip(claims["quote"], firmly, strict=True)
    ]
    hedges = claims["hedge"].where(claims["hedge"] != "", found)
    ahead = [_is_ahead(*both) for both in zip(claims["quote"], claims["cue"], strict=True)]
    return claims.assign(hedge=hedges, **{SAID: firmly, AHEAD: ahead})


def _is_ahead(quote, cue):
    """bool: whether “would” in a quote is a “will” that is told of later: he said it would rain,
    and not “it would rain if”. cue: its reporting word.
    """
    return bool(_PAST.search(cue.strip())) and not _CONDITION.search(quote)


def softened_by(words, known):
    """list of str: the words in a text that make a claim less than a fact, each once: may, believe,
    will, do not know. The month of May is none, and what only tells of an ability: could not go.
    known: tuple of Hedge.
    """
    strengths = _strengths(known)
    words = _ESTIMATE_OF.sub(lambda found: found[1], words)
    words = _THINGS.sub(" ", _NO_SOFTENING.sub(" ", words))
    found = [name for name in _standing_in(words, strengths) if strengths[_plain(name)] != "flat"]
    able = {word.split()[0] for word, how in ability_in(words).items() if how == SURE}
    return list(
        dict.fromkeys(name for name in found if not _is_name(name, words) and name not in able)
    )


def _is_name(word, words):
    """bool: whether a word with a capital is a name in some words: May, Age Concern."""
    if word == "May":
        return True
    return word[:1].isupper() and bool(re.search(rf"\w {re.escape(word)}\b", words))


def denied(claims, key, known):
    """bool: whether the reporting word of a claim says that it is not so: denied, ruled out."""
    word = reporting_word(claims, key).casefold()
    against = (hedge for hedge in known if hedge.direction == "denies")
    return any(re.search(rf"\b{re.escape(n)}\b", word) for h in against for n in h.names)


def reporting_word(claims, key):
    """str: the reporting word of a claim, or that of the claim whose word stands for it, too."""
    row = claims.loc[key]
    if row["cue"] or row["cue_of"] not in claims.index:
        return row["cue"]
    return claims.loc[row["cue_of"], "cue"]


def strengths_in(words, known):
    """list of str: the strengths of all reporting words in some words, each once. known: tuple of
    Hedge.
    """
    strengths = _strengths(known)
    found = _standing_in(words, strengths)
    return list(dict.fromkeys(strengths[_plain(name)] for name in found))


def _strengths(known):
    """dict {reporting word: its strength}."""
    of_saying = [hedge for hedge in known if hedge.strength]
    return {_plain(name): hedge.strength for hedge in of_saying for name in hedge.names}


def _standing_in(words, names):
    """list of str: the names that stand in some words, as they are written there; of two that begin
    alike the longer one: could not say, not could.
    """
    one_of = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = re.finditer(rf"\b(?:{one_of})\b", _plain(words)) if names else ()
    return [words[one.start() : one.end()] for one in found]


def _plain(words):
    """str: words in small letters, with straight apostrophes; no sign more or less."""
    small = (c.lower() if len(c.lower()) == 1 else c for c in words)
    return "".join(small).replace("’", "'")
