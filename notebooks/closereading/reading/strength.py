"""How firmly a claim is made: could, appears, believes, will, or flat, by its hedge and its
reporting word.
"""

import re

SCALE = ("could", "appears", "believes", "will", "flat")  # from the weakest to the strongest


def strength_of(claims, key, known):
    """str: the strength of one claim, one of SCALE; "" where none of its words is on file. Where
    several stand together the weakest counts; a claim with neither hedge nor reporting word is
    told flat. claims: DataFrame of a report. known: tuple of Hedge.
    """
    row = claims.loc[key]
    cue = reporting_word(claims, key)
    hedge = row["hedge"]
    found = strengths_in(f"{hedge} {cue}", known)
    if found:
        return min(found, key=SCALE.index)
    return "" if cue else "flat"


def softened_by(words, known):
    """list of str: the words in a text that make a claim less than a fact, each once: may, believe,
    will. The month of May is none. known: tuple of Hedge.
    """
    soft = [hedge for hedge in known if hedge.strength in SCALE[:-1]]
    names = sorted((name for hedge in soft for name in hedge.names), key=len, reverse=True)
    one_of = "|".join(map(re.escape, names))
    found = re.findall(rf"\b(?:{one_of})\b", words, re.IGNORECASE) if names else []
    return list(dict.fromkeys(word for word in found if word != "May"))


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
    strengths = {name.lower(): hedge.strength for hedge in known for name in hedge.names}
    names = sorted((name for name in strengths if strengths[name]), key=len, reverse=True)
    one_of = "|".join(map(re.escape, names))
    found = re.findall(rf"\b(?:{one_of})\b", words.lower()) if names else []
    return list(dict.fromkeys(strengths[name] for name in found))
