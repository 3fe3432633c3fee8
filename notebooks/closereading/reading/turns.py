"""Words beside a number that turn what it means: a loss of, fell, down, a decrease of, lower. Cut
from such a word the number would say something else, so the word is kept with its unit.
"""

import re

from .sentences import sentences
from .vocabulary import ONES, TEENS, TENS

FALL = (
    "fell|fall|falls|falling|fallen|drop|drops|dropped|dropping|decline|declines|declined"
    "|declining|decrease|decreases|decreased|decreasing|shrank|shrunk|shrinks|slip|slips|slipped"
    "|sank|sunk|plunged|plunges|plummeted|slumped|slumps|tumbled|tumbles|dipped|slid|contracted"
    "|retreated|reduced|shrinking|slipping|sinking|plunging|plummeting|slumping|tumbling|dipping"
    "|dips"
)
RISE = (
    "rose|rise|rises|rising|risen|climb|climbs|climbed|increase|increases|increased|increasing"
    "|jump|jumps|jumped|grew|grow|grows|grown|growing|soar|soars|soared|surge|surges|surged"
    "|improved|advanced|expanded|leapt|spiked|climbing|jumping|soaring|surging|leaping"
)
_VERBS = {FALL: "fall", RISE: "rise"}
# these turn a measure; of what is counted they say what was done
_VERBS_OF_MEASURES = {"lost|lose|loses|losing": "lost", "gain|gains|gained|gaining": "gain"}
_VERBS_OF_MEASURES |= {"cut|cuts|cutting|shed|sheds|shedding": "cut"}
_VERBS_OF_MEASURES |= {"improves?|improving|expanding": "rise", "slides?|sliding|eased": "fall"}
_MEASURES = re.compile(
    r"%|cent\b|points?\b|dollars|euros|pounds|sterling|yen|francs|kron|rupees|yuan|yards?|metres"
    r"|miles|feet|kilo|degrees|tonnes|tons|litres|hectares|acres"
)
_NOUNS = {
    "decrease|decline|drop|fall|reduction|dip|slump|contraction|plunge|tumble": "fall",
    "increase|rise|jump|surge|growth|uptick|upturn|hike|improvement": "rise",
    "loss|losses": "loss",
    "deficit": "deficit",
    "shortfall": "shortfall",
    "gain": "gain",
    "cut": "cut",
    "discount": "discount",
}
_COMPARED = {"lower|less|fewer|down|cheaper|slower|shorter|worse|smaller": "lower"}
_COMPARED |= {"higher|more|up|dearer|faster|longer|better|larger": "higher"}
_COMPARED |= {"below": "below", "above": "above"}
FURTHER = "further"
BELOW = {"fall", "lost", "loss", "deficit", "shortfall", "cut", "discount", "lower", "below"}
FEWER = "fewer"
LESS = "less"
BELOW |= {FURTHER, FEWER, LESS}
# words that may tell of one change
_WAYS = {
    "both are a decline": {"fall", "lost", "loss", "cut", "lower"},
    "both are a rise": {"rise", "gain", "higher"},
}
BOTH_TURNED = tuple(_WAYS)
# what somebody did to a number, by so much: raised its price by 10 percent
_BY = {rf"{FALL}|cut|lowered|reduced|trimmed|slashed|narrowed|shortened|cutting|lowering": "fall"}
_BY |= {rf"{RISE}|raised|lifted|boosted|hiked|widened|extended|raising|lifting": "rise"}
_SMALL = (
    r"(?:\s+(?:by|an? (?:average|total|mean|median) of|an?|some|just|only|another|further|sharply"
    r"|slightly|steeply|modestly|roughly|on average))*"
)
_UP_OR_DOWN = {"up": "rise", "down|off": "fall"}
# with these, up and down are no turn: to make up 5 % of, to pay down debts of $5m
_WITH_UP = (
    r"(?:makes?|made|buys?|bought|takes?|took|taken|gives?|gave|given|picks?|sets?|puts?|pays?|paid"
    r"|backs?|signs?|turns?|writes?|wrote|written|comes?|came|shuts?|breaks?|broke|broken|holds?"
    r"|held|hands?|handed|brings?|brought|lays?|laid|runs?|ran|eats?|ate|draws?|drew|drawn|snaps?"
    r"|tied?|locks?|winds?|wound|won|stood|stands?|adds?|goes over|[a-z]+(?:ed|ing))"
)
# of a share or a price, and not of a hill: a 0.3 % slide; a collapse of $1bn may be a bank's
_SLIDES = {"slides?|retreat|easing": "fall", "boost|leap": "rise"}
_RATES = re.compile(r"%|points?$|\bcents\b|pence")
_LEVELS = r"(?:above|below|past|beyond|through|under)"  # fell below $35 is where it went
# rose a higher than expected 17,000, and then “to 4.4 million”
_BY_SO_MUCH = (
    r"(?:\s+(?!(?:to|from|at|in|on|with|and|or|for|between|over|after|as|than the)\b)[a-z%-]+){0,6}"
)
_TO_A_NUMBER = re.compile(
    rf"\s+to\s+(?:[A-Z]{{0,3}}[$£€¥]?\s?\d|(?:{'|'.join([*ONES, *TEENS, *TENS])})\b)"
)
_GOING = {
    rf"{FALL}|lost|loses?|losing|cuts?|cutting|sheds?|shedding|slid|slides?|sliding"
    r"|eas(?:ed|es|ing)"
    "|down|off|easing": "fall",
    rf"{RISE}|gain(?:s|ed|ing)?|add(?:s|ed|ing)?|up|improv(?:es?|ing)|put on|rebounded": "rise",
}
_OF = (
    r"(?:\s+per\s+\w+)?(?:\s+(?:in|on|for|from|at)\s+(?:(?!\sto\s)[^,.;:]){{1,80}}?)?\s+of"
    r"(?:\s+(?:just|only|some|an?))?"
)
_IS = (
    r"(?:is|are|was|were|be|been|being|went|gone|go|goes|edged|ticked|inched|crept|moved"
    r"|ended|closed|finished|opened|trading|traded|now"
    r"|currently|also|shares|sales|profits?|revenues?|earnings)"
)
_UP_DOWN = {"up": "rise", "down": "fall"}  # of a measure, behind any other word
_ANYTHING = rf"(?<![\w’'-])(?!{_WITH_UP}\s)[\w%’')]+,?\s+"
_PER = re.compile(  # $7.06 per Class A and B share
    r"\s+(?:\([^()]*\)\s+)?(per\s+(?:[\w-]+\s+){0,5}?(?:shares?|stock|unit|head|person|capita"
    r"|barrel|ton|tonne|game"
    r"|play|day|week|month|year|hour|night|household|pupil|patient|employee|customer|passenger))\b"
)
_SPANS = "second minute hour day week month quarter year decade century".split()
_STOPS = (
    r"(?:a|an|the|of|in|on|at|by|to|for|from|with|and|or|but|as|than|that|which|who|was|were|is"
    r"|are|be|has|had|have|after|before|until|since|while|when|if|its|his|her|their|this|some)"
)
_BEHIND = rf"[\s-]+(?:(?!{_STOPS}\b)[a-z][\w-]*\s+){{0,2}}"
_LEVEL = (
    r"(?:was|were|is|are|totalled|totaled|reached|hit|exceeded|exceeds|\w+\s+(?:to|at))"
    r"(?:\s+(?:just|only|an?|around))?"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|said|reported|posted|had|has|made|earned|reached|came|sales|revenues?"
    rf"|profits?|income|{FALL}|{RISE})\b"
)
_JOINT = re.compile(
    r"(?:,?\s(?:and|or|from|versus|against|compared (?:with|to)|up from|down from))\s*\Z"
)
_FIGURE = re.compile(r"(?:[A-Z]{0,3}[$£€¥]\s?)?\d[\d.,]*")
_INSERTED = re.compile(r"\s[–—-]\s[^–—]*?\s[–—-](?=\s)|\([^()]*\)")


def turn_of(text, start, end, unit=""):
    """str: what turns a number of a text: fall, rise, loss, lower; blank where nothing does. text:
    a paragraph. start, end: of the number in it. unit: what it counts or measures.
    """
    spans = [span for span in sentences(text) if span[0] <= start < span[1]]
    if not spans or _says_so(unit):
        return ""
    first, last = spans[0]
    before = text[first:start]
    behind = text[end:last]
    if compared := _on_top(before, text[start:end], behind, unit):
        return compared
    own = "" if passed_level(before, text[start:end]) else _before(before, unit)
    turn = own or _behind(behind, text[start:end], unit)
    return turn or _by_others(before, text[start:end], behind)


def _by_others(before, number, behind):
    """str: what turns a number by way of another number beside it; blank elsewhere."""
    if passed_level(before, number):
        return ""
    return to_a_level(before, behind) or _in_other_words(before) or _of_a_loss(before)


def _on_top(before, number, behind, unit):
    """str: further, fewer or less, where a number says how many more or less; blank elsewhere."""
    if _further(before, number, behind):
        return FURTHER
    if re.match(r"\s+(?:fewer|less)\s+[a-z]", behind):
        return LESS if measured(unit) else FEWER
    return ""


def passed_level(before, number):
    """bool: whether a number is a level that is passed, and no change: falling below $35. before:
    the text up to the number, and its hedge.
    """
    opens = re.match(rf"(?:(?:well|just|far|\w+ly) )?{_LEVELS}\b", number, re.IGNORECASE)
    return bool(opens) and not re.search(r"\b(?:by|of)\s+\Z", before, re.IGNORECASE)


def measured(unit):
    """bool: whether a unit measures or pays, and counts nothing."""
    return bool(_MEASURES.search(unit) or unit.split(" ")[0].rstrip("s") in _SPANS)


def to_a_level(before, behind):
    """str: rise or fall, where a number says how far something went, and the next one where it came
    to: fell 32 cents to $51; blank elsewhere. before, behind: the text on either side.
    """
    if not _TO_A_NUMBER.match(behind):
        return ""
    return next((turn for words, turn in _GOING.items() if _goes(words, before)), "")


def _goes(words, before):
    return re.search(rf"(?<!-)\b(?:{words}){_BY_SO_MUCH}\s*\Z", before, re.IGNORECASE)


def per_what(text, end, unit):
    """str: what a number is counted for, where no phrase with it is read: per Class A and B share;
    blank elsewhere. end: of the number. unit: what it counts.
    """
    found = _PER.match(text, end) if " per " not in f" {unit} " else None
    return found[1] if found else ""


def with_turn(unit, turn):
    """str: a unit with the word that turns its number: yards (loss)."""
    return f"{unit} ({turn})".strip() if turn else unit


def turned_in(unit):
    """(str, str): a unit, and the word in brackets that turns its number; blank without one."""
    found = re.fullmatch(r"(.*?) ?\(([a-z ]+)\)", unit)
    return (found[1], found[2]) if found else (unit, "")


def both_turned(one, other):
    """str: why two units may be one, though different words turn their numbers: % (fall) and
    % (lower); blank where they are not of one kind, or go two ways.
    """
    (mine, turn), (theirs, their_turn) = map(turned_in, (one, other))
    ways = (why for why, words in _WAYS.items() if {turn, their_turn} <= words)
    return next(ways, "") if mine.casefold() == theirs.casefold() and turn != their_turn else ""


def _says_so(unit):
    """bool: whether a unit has such a word itself: job losses."""
    return bool(re.search(rf"\b(?:{'|'.join(_NOUNS)})(?:s|es)?\b", unit))


def _before(before, unit=""):
    """str: what the words right before a number make of it."""
    of_measures = _VERBS_OF_MEASURES if _MEASURES.search(unit) else {}
    kinds = (
        (_VERBS | of_measures, r"(?<!-)\b(?:{})" + _SMALL),
        (_BY, r"\b(?:{})\b[^.;:]{{0,60}}\sby" + _SMALL),
        (_UP_OR_DOWN, rf"(?:^|[,(–—]\s*|\b{_IS}\s+)" + r"(?:{})" + _SMALL),
        (_NOUNS, r"\b(?:{})s?" + _OF),
    )
    if measured(unit):
        kinds += ((_UP_DOWN, _ANYTHING + r"(?:{})" + _SMALL),)
    found = (_turned(words, pattern, before) for words, pattern in kinds)
    return next(filter(None, found), "")


def _turned(words, pattern, before):
    """str: what the first of some words makes of the number behind it, by a pattern; else blank."""
    found = (
        turn
        for one_of, turn in words.items()
        if re.search(pattern.format(one_of) + r"\s*\Z", before, re.IGNORECASE)
    )
    return next(found, "")


def _behind(behind, number, unit):
    """str: what the words right behind a number make of it; a span of time they do not turn."""
    last = re.split(r"[\s-]", number)[-1].rstrip("s")
    if last in _SPANS or unit.rstrip("s") in _SPANS:
        return ""
    compared = _COMPARED if unit else {}
    nouns = _NOUNS if "-" in number or measured(unit) or re.search(r"[$£€¥]", number) else {}
    nouns = nouns | (_SLIDES if _RATES.search(unit) else {})
    return _first(compared, r"\s+", behind) or _first(nouns, _BEHIND, behind)


def _first(words, before, behind):
    """str: what the first of some words that a text begins with makes of a number; else blank."""
    found = (turn for one_of, turn in words.items() if re.match(f"{before}(?:{one_of})\\b", behind))
    return next(found, "")


def _further(before, number, behind):
    """bool: whether a number comes on top of another: a further 40, 40 more people."""
    on_top = re.search(r"\b(?:further|additional|extra|another)\s+\Z", before, re.IGNORECASE)
    inside = re.search(r"\d\S*\s+more\s+\w|^\w+\s+more\s+[a-z]", number)
    more = re.match(r"\s+(?:more|others?|extra|additional)\b(?!\s+than)", behind)
    return bool(on_top or inside or (more and not re.search(r"%|cent\b|points?$", number)))


def _in_other_words(before):
    """str: what turns the number before this one, which says the same: fell 6 percent, or $2."""
    same = re.search(
        rf"({_FIGURE.pattern})(?:\s?%|\s[a-z]+){{0,2}},? or(?: about| some)?\s*\Z", before
    )
    return _before(before[: same.start()]) if same else ""


def _of_a_loss(before):
    """str: loss, deficit or shortfall, where it is what the number is as large as: the loss grew to
    3 million, and 2 million in May.
    """
    plain = _INSERTED.sub("", before)
    owner = re.search(
        rf"\b(loss|losses|deficit|shortfall)\b[^.;,]{{0,60}}?\s{_LEVEL}\s*\Z", plain, re.IGNORECASE
    )
    if owner:
        return "loss" if owner[1].casefold().startswith("loss") else owner[1].casefold()
    joint = _JOINT.search(plain)
    figures = list(_FIGURE.finditer(plain[: joint.start()])) if joint else []
    money = [found for found in figures if re.search(r"[$£€¥]", found[0])]
    if not money or _VERB.search(plain[money[-1].end() :]):
        return ""
    return _of_a_loss(plain[: money[-1].start()]) or _lost_before(plain[: money[-1].start()])


def _lost_before(before):
    """str: a loss of which the words right before a number tell."""
    turn = _before(before)
    return turn if turn in ("loss", "deficit", "shortfall") else ""
