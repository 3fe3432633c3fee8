"""The passage that is offered round a number: the shortest one that says of whom it speaks."""

import re

from .sentences import trimmed
from .verbs import VERB, begins_with_verb, states, verbs

LONGEST = 30  # words of a passage
FEW = 7  # words before a clause that may say for where or when it counts
_SCOPE = re.compile(r"(?:As of|In|On|At|Among|Across|Within|Outside|Of|From|Since|By|During|For)\b")
_NO_SCOPE = re.compile(
    r"In (?:fact|addition|general|particular|short|turn|response)\b|At (?:least|first|last|the same"
    r" time)\b|On (?:the other hand|top of)|Of course|For (?:example|instance)|By contrast",
)
MOST = 3  # clauses that may lie between a number and the verb
WIDEST = 40  # words of a passage that needs the clause before it to say of whom it speaks
_IN_BRACKETS = re.compile(r"\((?:\s?[\d.,]+\s?%\s?|[A-Z][\w/.&-]{1,11})\)")  # (63.1%), (CFR)
_DAYS = r"(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_SPAN_OF_DAYS = re.compile(rf"\b(?:{_DAYS}[a-z]*|\d+)\s[–—-]\s(?={_DAYS})")
# a clause that only says when, with the one behind it
_WHEN = re.compile(
    r"(?:With|When|After|Before|If|While|Once|Until)\b|[\w-]+ [\w-]+ (?:later|earlier)\Z"
)
# a clause that begins so says of nobody what it tells
_LEADS_ON = re.compile(
    r"\W*(?:(?:and|but|or|while|then)\s+)?(?!at (?:least|most)\b|up to\b)"
    r"(?:(?:or|to|up|down|from|of|with|by|at|in|on|for|per"
    r"|which|whom|who|whose|where|among|(?:some|many|most|all|none|\w+) of (?:whom|which|them)"
    r"|including|compared|versus|representing)\b|[a-z]{2,}(?:ed|ing)\b"
    rf"|(?:[A-Z]{{0,3}}[$£€¥]|\d)(?![^,;]*{VERB.pattern}))"
)
_NAME = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
_LONG_NAME = re.compile(rf"\b{_NAME} of {_NAME}(?:, {_NAME})+,? and {_NAME}")  # of a ministry
_NO_BREAK = (_IN_BRACKETS, _SPAN_OF_DAYS, _LONG_NAME)
_CLAUSE = re.compile(r"[,;:](?=\s)|,[”»\"](?=\s)|\s[–—-]\s|[()]|—")
# somebody who is put into a sentence of theirs: Farmers, Ona Lund said, had lost it
_PUT_IN = re.compile(
    r"\A\W*(?:[\w’'.-]+ ){1,5}(?:said|says|added|wrote|reported|noted|warned)\W*\Z"
)
_QUOTED_BEFORE = re.compile(r"[”»\"’]\s*\Z")  # “We go,” said Ona Lund
_SAYS = re.compile(r"\s*(?:said|says|added|adds|wrote|writes)\s+(?=\w)")
# what begins a clause of its own, whose verb stands behind
_OF_ITS_OWN = re.compile(r"\W*(?:but|while|whereas|although|though|because)\b")
_AND_THAT = re.compile(r"(?:and|but|or) that (?=\w)")  # said that …, and that
_ITEM = r"(?:[\w’'-]+ ){0,3}[\w’'-]+"
_LIST = re.compile(rf"(?:, (?!and|or){_ITEM})+,? (?:and|or) {_ITEM}")
_MARK = re.compile(r"[•‣◦▪–—-]\s+")  # of an item in a list


def meets(spot, others):
    """bool: whether a (start, end) shares a sign with one of several."""
    return any(spot[0] < end and start < spot[1] for start, end in others)


def passage(text, span, spot, reported=None):
    """(start, end): the clause of a sentence that holds a spot; all of a short sentence. reported:
    pattern of the reporting words; what stands behind “said that” is a clause of its own.
    """
    if len(text[slice(*span)].split()) <= LONGEST // 2:
        return _without_stop(text, *span)
    start, end = trimmed(text, *_clause(text, span, spot))
    told = reported and list(re.finditer(rf"{reported.pattern} that ", text[start : spot[0]]))
    start = start + told[-1].end() if told else _begin_of_told(text, start, spot)
    if len(text[start:end].split()) > WIDEST:
        start, end = spot
    return _without_stop(text, start, end)


def _begin_of_told(text, start, spot):
    """int: where a passage begins whose first words only lead to what is told: and that it rained;
    said Ona Lund, who has two boats.
    """
    if behind := _AND_THAT.match(text, start, spot[0] + 1):
        return start if begins_with_verb(text, behind.end()) else behind.end()
    says = _SAYS.match(text, start, spot[0]) if _QUOTED_BEFORE.search(text[:start]) else None
    return says.end() if says else start


def holding_once(text, span, spot):
    """(start, end): a passage, cut so that it holds the words of its number once: the second of two
    figures 808 in a row has what stands behind the first.
    """
    word = re.compile(rf"(?<![\w.,-]){re.escape(text[slice(*spot)])}(?![\w%]|[.,]\d)")
    others = [m.span() for m in word.finditer(text, *span) if m.start() != spot[0]]
    start = max([end for _, end in others if end <= spot[0]], default=span[0])
    end = spot[1] if any(first >= spot[1] for first, _ in others) else span[1]
    return min(spot[0], _begin(text, start)), end


def _begin(text, start):
    """int: where the first word behind a place begins."""
    return re.compile(r"[\s,;:.)]*").match(text, start).end()


def _clause(text, span, spot):
    """(start, end): the clause that holds a spot, with the one before it where it says nothing
    else.
    """
    breaks = _breaks(text, span, spot)
    begins = [span[0], *(end for _, end in breaks if end <= spot[0])]
    end = min([first for first, _ in breaks if first >= spot[1]], default=span[1])
    begins = _with_subject(text, begins, end)
    end = _with_main_clause(text, begins[-1], end, [first for first, _ in breaks] + [span[1]])
    end = _with_verb(text, (begins[-1], end), breaks, span[1])
    end = _with_list(text, end, span[1])
    begins = _with_scope(text, begins)
    alone = text[begins[-1] : end].strip(" .!?") == text[slice(*spot)]
    return _with_whom(text, begins, spot) if alone and _hangs(text, spot) else (begins[-1], end)


def _breaks(text, span, spot):
    """list of (start, end): what parts the clauses of a sentence, and does not lie in a spot."""
    found = [m.span() for m in _CLAUSE.finditer(text, *span) if not meets(m.span(), [spot])]
    kept = [m.span() for kind in _NO_BREAK for m in kind.finditer(text, *span)]
    return [cut for cut in found if not meets(cut, kept)]


def _with_scope(text, begins):
    """list of int: the places where clauses begin, without the last one where the few words before
    it say for where or when it counts: On the continent, prices fell 19 %.
    """
    before = text[begins[-2] : begins[-1]].strip(" ,") if len(begins) == 2 else ""
    if before.endswith(":") and len(before.split()) < FEW:
        return begins[:-1]  # ECHO: 1.3 million
    few = bool(before) and len(before.split()) <= FEW
    scope = few and _SCOPE.match(before) and not _NO_SCOPE.match(before)
    return begins[:-1] if scope else begins


def _with_main_clause(text, start, end, ends):
    """int: where a clause ends; behind “With 26 seconds left” the clause behind it."""
    later = [at for at in ends if at > end]
    fits = later and len(text[start : later[0]].split()) <= LONGEST
    return later[0] if fits and _WHEN.match(text[start:end].strip()) else end


def _with_verb(text, part, breaks, last):
    """int: where a passage ends; of one that states nothing, behind the clause that begins with
    its verb: 23 people, four of them children, were hurt; Of the 340 boats, 210 sank.
    """
    start, end = part
    if "\t" in text[start:end] or states(text, start, end):
        return end
    begins = [at for first, at in breaks if first >= end][:MOST]
    ends = [first for first, _ in breaks if first > end] + [last]
    fits = _fits(text, start, zip(begins, ends))
    return fits if fits and len(text[start:fits].split()) <= LONGEST else end


def _with_list(text, end, last):
    """int: where a passage ends whose last word is the first of a list: in airports, stations, and
    harbours.
    """
    found = _LIST.match(text, end, last)
    if not found or VERB.search(found[0]) or re.search(r"\d", found[0]):
        return end
    stop = found.end() == last or text[found.end()] in ".;"
    return found.end() if stop and len(found[0].split()) < LONGEST // 2 else end


def _fits(text, start, clauses):
    """int: where the clause ends with which a passage states something; None without one. clauses:
    yields (start, end) of those behind it.
    """
    scope = _SCOPE.match(text, start) and not _NO_SCOPE.match(text, start)
    found = [end for at, end in clauses if scope or begins_with_verb(text, at)]
    return next((end for end in found if states(text, start, end)), found[0] if found else None)


def _with_subject(text, begins, end):
    """list of int: the places where clauses begin, without those that would leave a passage without
    the one of whom it speaks: increased to 3; of whom 12; or 7 a share.
    """
    kept = list(begins)
    while len(kept) > 1 and _is_part(text, kept[-1], end):
        kept.pop()
    while len(kept) > 1 and _hangs_on(text, kept[-1]):
        was = kept.pop()
        if begins_with_verb(text, was):
            kept = _without_insertion(text, kept, was)
    whole = len(text[kept[-1] : end].split()) <= WIDEST
    return kept if whole else begins


def _is_part(text, start, end):
    """bool: whether a clause has no verb, so that it says nothing without the one before it; a
    number in brackets has its name, and a row of a table has none.
    """
    if _OF_ITS_OWN.match(text, start):
        return False
    table = "\t" in text or text[end : end + 1] == ")" or ")" in text[start:end]
    return not table and not verbs(text, start, end)


def _without_insertion(text, begins, verb):
    """list of int: the places where clauses begin before one that begins with a verb, without that
    of what stands between the verb and its subject: Ona Lund, a sailor, sold.
    """
    between = text[begins[-1] : verb]
    insertion = _PUT_IN.match(between) or not states(text, begins[-1], verb)
    return begins[:-1] if len(begins) > 1 and insertion else begins


def _hangs_on(text, at):
    """bool: whether a clause that begins at a place needs the one before it (of whom)."""
    before = text[:at].rstrip()
    if before.endswith("("):
        return True
    if _QUOTED_BEFORE.search(before) and _SAYS.match(text, at):
        return False
    return bool(_LEADS_ON.match(text, at)) or begins_with_verb(text, at)


def _hangs(text, spot):
    """bool: whether a number says of nobody what it counts: a bare figure, or one in brackets."""
    bare = not re.search(r"[^\W\d_]", text[slice(*spot)])
    return bare or text[: spot[0]].endswith("(")


def _with_whom(text, begins, spot):
    """(start, end): a number that is a clause of its own, such as (82) or an age, with the clause
    before it, which says of whom.
    """
    before = [at for at in begins if text[at : spot[0]].strip(" ,;:(–—-")]
    return max(before, default=begins[0]), spot[1] + (text[spot[1] : spot[1] + 1] == ")")


def _without_stop(text, start, end):
    """(start, end) without a stop at the end, and without a mark that has no partner."""
    if mark := _MARK.match(text, start, end):
        start = mark.end()
    end = start + len(text[start:end].rstrip(" .!?,;:"))
    part = text[start:end]
    if part.count("(") > part.count(")") and text[end : end + 1] == ")" and part[0] != "(":
        return start, end + 1
    for opening, closing in ("“”", "«»", "()", "‘’"):
        if part.startswith(opening) and closing not in part:
            start += 1
        if part.endswith(closing) and opening not in part:
            end -= 1
    return start, end


def sentence_of(text, span, spot):
    """(start, end): a sentence whose reporting word stands at a spot, cut to its longest clause."""
    if len(text[slice(*span)].split()) <= LONGEST:
        return _without_stop(text, *span)
    start, end = passage(text, span, spot)
    if text[start:end].casefold().startswith("according to"):  # what they say stands behind it
        behind = end + len(text[end : span[1]]) - len(text[end : span[1]].lstrip(" ,"))
        return passage(text, (behind, span[1]), (behind, behind + 1))
    return start, end
