"""To whom a learner hands words of the report that stand between quotation marks, and whether they
are theirs: Janes with “8,000 to 14,000 troops”; “only a few thousand”, says Reznikov.
"""

import re
from functools import cache
from typing import NamedTuple

from . import english
from .handed_on import is_named, pattern_of, speakers_of
from .patterns import compiled, search
from .quotations import outside_marks
from .saying import ADVERB, REPORT, SAYS
from .speaker_names import CALLED, NAMES

_TRUSTED = r"\b(?:trust|believe|prefer|weight (?:to|for|on)|side with|support|follow|go with)\w* "
_LEAD = (
    r"(?:[ ,:]+(?:that|its?|their|his|the|of|to|drills|practi[sc]e|was|were|is|are|there|a|an"
    r"|russian|forces|they|russia|rehearse|will|would|has|have|about|on|for|and|in)){0,9}"
)
_BARE = r"(?<!than )(?<!of )(?<!in )(?<!against )(?<!beats )(?<!over )(?<!versus )(?<!before )\b"
_OWN = r"(?:'s?|,? (?:with|and) (?:its|his|their)| ?[(:]) ?"
_WORDS = r"(?:words?|quot\w+|sentences?|statements?|figures?|numbers?|estimates?|promises?)"
_TO_MARK = r"['\"]+[^'\"]{0,40}$"  # from the first mark to the words
_FROM_MARK = r"[^'\"]{0,60}['\"]+"  # from the first words to the last mark
# a country may be where those are from of whom the words speak: “8,000 troops” of Russia
_COUNTRY = r"(?:russia|belarus|ukraine|(?:the )?united states|america)(?!'s|n)\b"
_WITH = re.compile(rf"\b(?:with|in|by)(?: (?:the|its|his|their|these|{_WORDS}))* {_TO_MARK}")
_BESIDE = r"\b(?:in|from|of|near|against|to|by|on|over|around|inside|leave|than|versus|through|at) "
_BESIDE += r"(?:the )?$"
_PRONOUN = re.compile(
    rf"\b(he|she|it|they) (?:(?:only|also|just|has|have) )*{SAYS}{_LEAD}[ ,:]*['\"]+"
)
_HIS = ("Reznikov", "Stoltenberg", "the Kremlin")


class _Handing(NamedTuple):
    """Patterns of what stands before and what behind words that are given to a source, and of what
    stands behind them where “with” stands before.
    """

    before: re.Pattern
    after: re.Pattern
    behind_with: re.Pattern


def given_wrongly(run, text, report):
    """str: that a plain text gives words to somebody who did not say them; "" where it does not."""
    mine = speakers_of(run, report)
    given = _given_to(run, text, report, mine) or _given_by_pronoun(run, text, mine)
    if not given and not is_given(run, text, report):
        given = _given_by_trust(run, text)
    wrong = [name for name in given if name and name not in mine]
    if not mine or not wrong:
        return ""
    return f"You give “{run.text}” to {wrong[0]}. In the report it is said by {whose(run, report)}."


def is_given(run, text, report):
    """Whether a plain text names who says some words of the report."""
    return any(is_named(name, text) for name in speakers_of(run, report))


def whose(run, report):
    """str: who says some words of the report, or may; the text's own voice is called so."""
    names = speakers_of(run, report)[:2]
    told = ["the text’s own voice" if name == "the report" else name for name in names]
    return " or ".join(told) or "its account"


def _given_to(run, text, report, mine):
    """list of str: the sources to which a plain text hands a run directly ("Ukraine said that …"),
    wherever the run stands in it; at each place one of `mine`, if it is handed to that too.
    """
    first, second = map(re.escape, english.plain(run.text).split()[:2])
    others = [name for key, name in report.speakers["name"].items() if key not in CALLED]
    named = [name for name in [*NAMES, *others] if is_named(name, text)]
    given = []
    for where in re.finditer(rf"(?<!\w){first}\W{{1,3}}{second}(?!\w)", text):
        handed = [name for name in named if _is_handed(where, name, text)]
        given += [name for name in handed if name in mine][:1] or handed[:1]
    return given


def _is_handed(where, name, text):
    """Whether what stands at a place of a plain text is given to a source there."""
    head = text[: where.start()]
    tail = text[where.end() :]
    ways = _handing(name)
    if ways.before.search(head) or ways.after.match(tail):
        return True
    return bool(ways.behind_with.match(tail) and _WITH.search(head))


@cache
def _handing(name):
    """_Handing: the patterns with which words are given to a source."""
    one = rf"(?:{pattern_of(name)})"
    bare = rf"{_BARE}{one}"
    told = rf"(?:'s)?(?![\w-])(?: {ADVERB})* {SAYS}{_LEAD}[ ,:]*"
    who = rf"\b{one}(?![\w-]),? (?:who|which|that) (?:\w+ ){{0,2}}?{SAYS}{_LEAD}[ ,:]*"
    having = rf"\b{one}(?![\w-]),? with (?:the |a )?(?:{_WORDS} )?"
    words_of = rf"\b{_WORDS} (?:from|of|by) (?:the )?{one}(?![\w-]),? ?[(:,]? ?"
    ways = rf"{bare}(?:{told}|{_OWN})|{who}|{having}|{words_of}"
    apart = rf"(?<!say )(?<!says )(?<!said )(?<!that ){bare} "
    said = rf"(?:(?:is|was|are|were|has been) )?{SAYS} (?:by )?(?:the )?"
    comes = r"(?:(?:which |that |and )?(?:comes?|came|stems?|is|are|was|were) (?:from|by) (?:the )?"
    comes += rf"|by (?:the )?|(?:from|of) (?!{_COUNTRY})(?:the )?)"
    what = r"(?:is|was|are|were) (?:what|how|something) (?:the )?"
    names = rf"\b{one}(?:'s)?(?![\w-])"
    behind = rf"(?:,? (?:{said}|{comes}|{what})(?<!than ){names}"
    behind += rf"| ?\( ?(?:(?:by|from|of|{SAYS}) )?(?:the )?{names}[^()]{{0,30}}\))"
    return _Handing(
        re.compile(rf"(?:{ways}|{apart}){_TO_MARK}"),
        re.compile(_FROM_MARK + behind),
        re.compile(rf"{_FROM_MARK},? (?:the )?{names}(?! (?:and|or)\b)"),
    )


def _given_by_pronoun(run, text, mine):
    """list of str: the source to which a plain text hands a run by he, she, it or they: of several
    the one that is trusted more ("I trust Janes more, because they say …"); empty where it hands it
    to none so.
    """
    if trusted := _given_by_trusted_pronoun(run, text):
        return [trusted]
    first = english.plain(run.text).split()[0]
    ways = _PRONOUN.finditer(text)
    spoken = next((one for one in ways if text.startswith(first, one.end())), None)
    head = outside_marks(text[: spoken.start()]) if spoken else ""
    named = [name for name in NAMES if _is_subject(name, head)]
    if set(named) & set(mine) or search(rf"\b{REPORT}\b", head):
        return []
    return [name for name in named if _may_be(spoken[1], name)][:1]


def _is_subject(name, text):
    """Whether a source is named, and not only as a place or beside somebody else."""
    places = compiled(rf"\b(?:{NAMES[name]})(?:'s)?(?![\w-])").finditer(text)
    return any(not search(_BESIDE, text[: place.start()]) for place in places)


def _may_be(pronoun, name):
    """Whether a pronoun may stand for a source."""
    is_man = name in _HIS
    return {"he": is_man, "she": False, "it": name not in ("Reznikov", "Stoltenberg")}.get(
        pronoun, True
    )


def _given_by_trusted_pronoun(run, text):
    """str: the source that is trusted more and to which a plain text hands a run by he, she, it or
    they; "" where it hands it to none so.
    """
    said = english.plain(run.text).split()
    first = re.escape(said[0])
    last = re.escape(said[-1])
    ways = (
        rf"\bbecause (?:he|she|it|they) (?:\w+ ){{1,6}}?"
        rf"(?:(?!but\b|while\b)[^'\"]){{0,20}}['\"]+{first}",
        rf"\bbecause (?:his|her|its|their) (?:\w+ ){{0,3}}['\"]+{first}",
        rf"{last}[,.]?['\"]+,? (?:as )?(?:he|she|they|it) (?:\w+ ){{0,2}}?{SAYS}(?! (?:in|here)\b)",
        rf"{last}[,.]?['\"]+ (?:is|are|was|were) (?:his|her|its|their)\b",
    )
    spoken = next(filter(None, (re.search(way, text) for way in ways)), None)
    return _trusted(text[: spoken.start()]) if spoken else ""


def _given_by_trust(run, text):
    """list of str: the source that is trusted more, where a plain text gives a run at once as the
    reason, and finds nothing missing in it ("I trust Ukraine because “…” is exact"); else empty.
    """
    first = re.escape(english.plain(run.text).split()[0])
    reason = re.search(rf"\bbecause (?:of )?(?:the )?(?:\w+ )?['\"]+{first}([^.;]*)", text)
    if not reason or re.search(r"\b(?:not?|never|nobody|nothing|neither|only|less)\b", reason[1]):
        return []
    return [_trusted(text[: reason.start()])]


def _trusted(text):
    """str: the only source that a plain text trusts more; "" where there is none, or several."""
    trusted = [name for name in NAMES if _trusting(name).search(text)]
    return trusted[0] if len(trusted) == 1 else ""


@cache
def _trusting(name):
    """Pattern of a source that is trusted more."""
    one = rf"\b(?:{NAMES[name]})(?![\w-])"
    return re.compile(
        rf"{_TRUSTED}(?:the )?{one}"
        rf"|\b(?:give|gave|giving|put) (?:the )?{one} (?:\w+ ){{0,2}}(?:weight|trust|credit)"
        rf"|(?<!than ){one} (?:\w+ ){{0,2}}(?:more|better|stronger|most|right)\b"
    )
