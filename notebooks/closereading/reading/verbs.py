"""Verbs by which a few words are a statement, told by their form alone. A participle that may also
be a verb counts as one: what is offered is then as short as before.
"""

import re

_HELPING = (
    "am is are was were isn aren wasn weren has have had hasn haven hadn do does did don doesn didn"
    " will won would wouldn can cannot could couldn may might must shall should"
)
_PAST = (
    "became began blew bore bought bound broke brought built burnt came caught chose clung cost"
    " crept cut dealt drank drew drove dug ate fed fell felt fled flew forgot fought found froze"
    " gave got grew went heard held hid hit hung hurt kept knew laid lay led left lent let lit lost"
    " made meant met paid put ran rang rode rose said sang sank sat saw sent set shook shot shut"
    " slept slid sold sought spent split spoke spread stood stole struck stuck swam swept swore"
    " taught thought threw told took tore understood woke won wore wrote overtook withdrew"
)
_NOW = (
    "add believe call carry cost count cover earn employ expect fear feed get give go hold hope"
    " keep know lead lend lie live lose make mean need offer own pay plan produce promise"
    " reach receive remain run say see sell send serve show spend stand supply take think treat"
    " want work"
)
_S = {"carry": "carries", "supply": "supplies", "go": "goes", "reach": "reaches"}
_FORMS = [*_HELPING.split(), *_PAST.split(), *_NOW.split()]
_FORMS += [_S.get(word, f"{word}s") for word in _NOW.split()]
VERB = re.compile(rf"\b(?:{'|'.join(sorted(set(_FORMS)))}|(?!need|aged)[a-z]{{2,}}ed)\b(?!-)")
_FIRST = re.compile(
    rf"\W*(?:(?:and|but|or|then)\s+)?(?:(?:[a-z]+ly|also|then|now|still|even)\s+)?{VERB.pattern}"
)
# words behind which the same form is a noun, or describes one: a cost of, an estimated 400
_NOVERB = re.compile(
    r"\b(?:an?|the|its|their|his|her|our|of|in|on|at|by|for|with|from|per|than|to|no)\s+\Z",
    re.IGNORECASE,
)
# what begins a clause of its own within another, with the verb of whoever says it
_RELATIVE = re.compile(
    r"\b(?:says?|said|(?:who|which|that|whom|whose|where|when|while|although|because|since|as|if)"
    r"(?=,?\s+\w))\b"
)
_ONE_WORD = re.compile(r"\s*(?!(?:I|you|he|she|it|we|they)\b)[\w’]*\s*")
# a participle that only describes what stands before it: the ferry, built for 400 people
_DESCRIBES = re.compile(
    r",\s+(?:[a-z]+ed|built|held|made|sold|known|led|set|found|seen|taken|given|hit|caught|bought)"
    r"\s+(?:in|by|for|from|at|since|on|to|as|with|between|among)\b"
)


def verbs(text, start, end):
    """int: how many verbs, each with those that help it, stand between two places."""
    found = [m for m in VERB.finditer(text, start, end) if not _is_noun(text, start, m)]
    return sum(_is_new(text, one, two) for one, two in zip([None, *found], found))


def _is_noun(text, start, match):
    """bool: whether the word before a form makes a noun of it, or a participle that describes."""
    before = text[start : match.start()]
    helps = match[0] in _HELPING.split()
    return bool(_NOVERB.search(before)) and not helps


def _is_new(text, before, match):
    """bool: whether a verb is not the last part of the one before: had also been sold."""
    between = text[before.end() : match.start()].removeprefix("n’t") if before else ","
    helps = before and before[0] in _HELPING.split()
    return not helps or not _ONE_WORD.fullmatch(between)


def begins_with_verb(text, at):
    """bool: whether a clause that begins at a place begins with its verb, whose subject stands
    before it: carried 41,200 passengers.
    """
    return bool(_FIRST.match(text, at))


def states(text, start, end):
    """bool: whether some words have a verb that stands in no clause of theirs with which, who …,
    and is no participle that describes something.
    """
    leads = _RELATIVE.match(text, start, end)  # while the rest was sold
    others = _RELATIVE.findall(text, leads.end() if leads else start, end)
    described = _DESCRIBES.findall(text, start, end)
    return verbs(text, start, end) > len(others) + len(described)
