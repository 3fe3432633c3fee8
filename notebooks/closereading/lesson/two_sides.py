"""A sentence about two accounts: whether each is given what it says in the report, and is quoted on
what it is said not to be.
"""

import re

from .empty_cells import quoted_after_all
from .foreign import foreign_words
from .handed_on import runs
from .pronouns import with_names
from .sides import sides_of
from .their_words import given, not_theirs
from .to_whom import given_wrongly
from .wording import has

# what somebody is said to be or to want, which no row of a report can hold
_INWARD = (
    r"(?:(?:really|just|only|secretly|simply|always|often|both|all|does|do) )*"
    r"(?:wants?|wanted|hides?|hid|lie[sd]?|lying|hates?|hated|fears?|feared|loves?|likes?"
    r"|cheats?|cheated|pretends?|invents?|invented|broke|breaks?|betrays?|always|is lying"
    r"|are lying|is afraid|are afraid)\b"
)
# the report has US and NATO “express concern” of the drills: that they fear a cover, it does say
_CONCERN = re.compile(
    r"(?P<who>\b(?:nato|western \w+|the west|united states)(?: countries| members)?) (?:\w+ )?"
    r"(?:fear(?:s|ed|ing)?|worr(?:y|ies|ied)|(?:is|are|was|were) (?:afraid|worried|concerned))"
    r"(?=[^.;,]{0,60}\b(?:cover|could|might|may|hid(?:e|es|ing)|what|groundwork|preparations?)\b)"
)
_BECAUSE = re.compile(
    r"\b(?:because|since|as (?:1|russia|ukraine|nato|janes|each|he|reznikov|stoltenberg|kyiv"
    r"|moscow|analysts)|due to|the reason)\b(.*?)"
    r"(?:[.;]|, (?:(?:the|these) (?:two|2)|the accounts|they) (?:differ|disagree)"
    r"|\b(?:not|never) (?:\w+ )?quoted|$)"
)
_BOTH = re.compile(
    r"\b(?:both|agree|share)\b(.*?)(?:[.;]|\b(?:but|while|however|because|since|differ"
    r"|disagree)\b|$)"
)
# behind what both say, what one of them does: “…: NATO says”
_EACH = re.compile(r"[:,] (?:[\w']+ ){1,3}(?:says?|calls?|speaks?|sees?|gives?)\b")
MANY = 3  # of the words of a reason, where it tells what somebody says
_TELLING = r"\b(?:<speech>|<thought>|estimat\w+|count\w*|calls?|called|about|looks? (?:only )?at"
_TELLING += r"|sees?|gives?|takes?"
_TELLING += r"|nam(?:es?|ed|ing)|means?|reads?|treats?|understands?|interprets?)\b"
_MARKED = (
    r"\d|\bone\b.*\b(?:other|another)\b|\bcould\b|\b(?:what|how|when|which|where) (?!it is\b)\w+"
)
_MARKED += (
    r"|\b(?:different|other|another|same) (?:days?|times?|units?|groups?|things?|areas?|places?"
)
_MARKED += r"|forces?|troops?|questions?|aims?|purposes?|words?|kinds?|methods?|sources?|dates?)\b"
# words of which a reason may be made that tells nothing
_HOLLOW = frozenset(
    "says said say tells speaks speak talks talk thinks think means sees the other another one they"
    " this that them their thing things something else anything different differ differently same"
    " opinion opinions view views side sides each both and has have not are was were about with for"
    " what how own does mean account accounts words way ways know knows".split()
)


def misgiven(text, value, report, telling, also=""):
    """Generator of str: one sentence for each thing that a text gives to an account which the
    report does not, and for each topic on which somebody is said not to be quoted, and is. text,
    value: the plain text, and as it was typed. telling: a pattern of the words in which a claim is
    retold, for each claim or several with a blank between them; the same words as a deed of
    somebody tell nothing. also: words that a reason may have, though no claim has them.
    """
    known = f"{also} {' '.join(report.claims['claim'])}"
    sides = sides_of(report)
    text = _CONCERN.sub(r"\g<who> says", text)
    text = with_names(text)
    yield from quoted_after_all(text, sides, report)
    reason = _BECAUSE.search(text)
    shared = _BOTH.search(text)
    if no_reason := _no_reason(reason, shared, sides, known, report, telling):
        yield no_reason
        return
    quoted = (given_wrongly(run, text, report) for run in runs(value, report))
    wrong = [told for told in quoted if told]
    for side, words in [*_reasons(reason, sides), *_both_say(text, shared, sides)]:
        wrong += not_theirs(side, words, report, telling)
    yield from wrong[:1]


def _no_reason(reason, shared, sides, known, report, telling):
    """str: why a reason is none that the report holds; "" where it is one, or there is none.
    reason, shared: re.Match or None. known: words that are at home in a reason.
    """
    said = " ".join(one[1] for one in (shared, reason) if one)
    if inward := _inward(said, sides):
        return (
            f"“{inward}” tells what somebody is or feels, or a deed that nobody here reports. Write"
            " what they say: “… says that …”."
        )
    if not reason:
        return ""
    tells = has("|".join(telling.values()), reason[1])
    strange = _strange(reason[1], sides, known, report)
    return strange if strange or tells else _tells_nothing(reason[1], sides)


def _told(reason, sides):
    """str: a reason without the names in it."""
    return re.sub("|".join(side.names for side in sides), " ", reason)


def _strange(reason, sides, known, report):
    """str: that a reason has words of no sentence here; "" where it has not."""
    told = _told(reason, sides)
    strange = foreign_words(told, report, known)
    if strange and (len(strange) > MANY or not has(_TELLING, told)):
        return (
            f"“{strange[0]}” stands in no sentence of the report about this. Give as the reason"
            " what each of the two says."
        )
    return ""


def _is_hollow(told):
    """Whether a reason, without the names in it, has no word of what anybody says."""
    return all(word in _HOLLOW for word in re.findall(r"[a-z]{3,}|\d{2,}", told))


def _tells_nothing(reason, sides):
    """str: why a reason tells nothing that somebody here says; "" where it does."""
    told = _told(reason, sides)
    if _is_hollow(told) or not has(f"{_TELLING}|{_MARKED}", told):
        return "Your “because” does not tell what each of the two says. Write “because … says …”."
    return ""


def _reasons(reason, sides):
    """list of (Side, str): what a found reason gives to whom."""
    return given(reason[1], sides) if reason else []


def _both_say(text, shared, sides):
    """list of (Side, str): what a text gives to the first two whom it names."""
    if not shared:
        return []
    words = _EACH.split(_after_names(shared[1], sides))[0]
    named = given(text[: shared.end(1)], sides)
    return [(side, words) for side, _ in named[:2]]


def _inward(text, sides):
    """Blank, or the words in which somebody is said to be, to feel or to do something."""
    names = "|".join(side.names for side in sides)
    asked = r"(?<!\bwhat )(?<!\bwhether )(?<!\bwhy )(?<!\bhow )"  # what Russia wants
    found = re.search(rf"{asked}(?:{names}|\bone|\bputin)\s+({_INWARD})", text)
    lying = re.search(r"\b(?:lying|lies|lie|liars?)\b", text)
    first = found or lying
    return first[first.lastindex or 0] if first else ""


def _after_names(text, sides):
    """str: what follows the last of the names with which a text begins."""
    names = "|".join(side.names for side in sides)
    return re.sub(rf"^(?:(?:\s|,|\band\b|\bthe\b|{names})*)", " ", text)
