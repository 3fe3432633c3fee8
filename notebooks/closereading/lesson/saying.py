"""Who says so: to whom a plain sentence hands what it says, whom it tells not to have said it, and
whether it tells that nobody is named.
"""

import re

from .wording import WORDS, clauses, every, found

SAYS = rf"(?:{WORDS['speech']}|{WORDS['thought']}|{WORDS['counting']})"
# what somebody who acts in a report does, too: of such verbs a name alone does not make a speaker
TELLS = (
    rf"(?:{WORDS['speech']}|{WORDS['thought']}|estimat\w+|assess\w*|calculat\w+|counts?|counted)"
)
NOUN = rf"(?:{WORDS['saying']}|reports?|analysis|analyses|words)"
_DONE = (
    r"(?:said|stated|estimated|counted|reported|assessed|cited|quoted|announced|given|printed|told"
    r"|published|promised|claimed|made|named|described|warned|put forward|mentioned|pointed out"
    r"|seen|viewed|perceived|noted|according|attributed|credited|ascribed|provided|issued|released"
    r"|voiced|expressed|believed)"
)
REPORT = (
    r"(?:this |the |a |an |one |news |unsigned |same )*(?:reports?|articles?|texts?|reporters?"
    r"|writers?|authors?|papers?|paragraph(?: \d+)?|journalist|newspaper|news|story|sentence)"
)
PEOPLE = r"(?:analysts?|experts?|officials?|researchers?|specialists?|people|staff)"
ADVERB = (
    r"(?:also|still|now|has|have|had|currently|officially|already|only|just|today|there|itself|"
    r"themselves|publicly|firmly|really|that day|as of|on|in|of|at|by|its|their|his|the|a|"
    r"thursday|february|report|20\d\d(?:-\d\d-\d\d)?|2022|would|could|may|might|does|do|did|not|"
    r"never|however|clearly|simply|,)"
)
_FEELS = (
    r"(?:is|are|was|were) (?:\w+ ){0,2}(?:sceptical|skeptical|doubtful|sure|convinced|unsure"
    r"|of the opinion|worried|concerned|certain|aware|confident|not aware|unaware"
    r"|under the impression)"
)
_DAY = r"20\d\d-\d\d-\d\d"
_ASIDE = r"(?:, [^,;.]{1,70},| \([^)]{1,70}\)| –[^–]{1,70}–)?"
_IN = r"\b(?:in|from|to|of|leave|leaves|left|leaving|near|on|inside|into|with|for|against|around) $"
_SUBJECT_IN = r"\b(?:in|from|to|of|near|on|inside|into|and|with|for|against|by|around|outside|as) "
_SUBJECT_IN += r"(?:the |a |an |this )?$"
_BEFORE = (  # what stands before a speaker
    r"\bac+o?rd\w* (?:to )?(?:\w+ ){0,3}$",
    r"\b(?:per|as per|via|quoting|citing|naming|referring to) (?:the |a )?(?:\w+ ){0,2}$",
    rf"\b(?:{_DONE}|{NOUN}) (?:\w+ ){{0,3}}(?:by|from|to) (?:the |a |an )?(?:\w+ )?$",
    rf"\b{NOUN} (?:\w+ )?(?:of|is|are|was|were|belongs? to|comes? from|came from) (?:the |a )?$",
    r"\b(?:quot|cit|draw|refer|reli|rel[iy]|attribut|credit|rest|bas|reference|ask)\w* "
    r"(?:(?!that\b|saying\b)\w+ ){0,3}$",
    r"\b(?:comes?|came|stems?|originates?) from (?:the )?$",
    rf"\b(?:has|have|had|takes?|took|gets?|got) (?:this|it|that|(?:its|the|this) {NOUN}) from"
    r" (?:the )?$",
    r"\bin (?:the )?(?:\w+ )?(?:view|opinion|words|name|estimate|eyes|judgement|judgment)"
    r" of (?:the )?$",
    r"(?:^|[,:;(–] ?|\bthat,? |\band |\bbut )(?:for|to) (?:the )?$",
    rf"\b{WORDS['weak']} (?:[\w-]+ ){{0,2}}(?:to|for) (?:the )?$",
    r"\b(?:has|have|had|lets?|makes?) (?:the )?$",
    r"\bif (?:we|you|one) (?:follows?|believes?|trusts?|asks?) (?:the )?$",
    r"\b(?:voice|mouth|lips|pen|authority|word|basis|strength) of (?:the )?$",
    r"\b(?:goes|go|going|went|traced) back to (?:the )?$",
    r"\bas (?:the )?$",
    r"(?:^|[,;:.–'\")]) ?(?:and )?so (?:say |said )?(?:the )?$",
    r"\bif (?:the )?$",
    r"\bsources?:?,? (?:is |was |being )?(?:the )?$",
    r"\b(?:gives?|gave|hands?|leaves?) (?:\w+ ){1,3}to (?:the )?$",
    rf"\b(?:having|after|by|while|when) (?:\w+ )?{WORDS['speech']}\b[^.;]{{0,90}}, (?:the )?$",
    r"\b(?:ha(?:s|ve|d|ving)|tak(?:es?|en|ing)|took|g[eo]t(?:s|ting)?|learn\w*|hear[ds]?|know[ns]?"
    r"|ow(?:es?|ed|ing)|borrow\w*|receiv\w*) (?:over )?"
    r"(?:(?:this|that|it|these|its|the)\b[^.;,]{0,60} )?"
    r"(?:from|to) (?:the )?$",
    rf"\b(?:has|have) (?:a |an |the )?{REPORT}\b[^.;]{{0,40}} from (?:the )?$",
    r"\b(?:put|set|estimated|given) at (?:[\w-]+ ){1,5}by (?:the )?$",
)
STRICT = 8  # of them, where nothing else may be meant
_BETWEEN = (  # on both sides of one
    (r"\( ?(?:source: )?(?:the )?$", r"^[^()]{0,60}\)[).]*$"),
    (
        r"[–:] ?(?:source: )?(?:the )?$",
        r"^(?:(?! (?:has|have|had|is|are|was|were|will|would)\b)[^()]){0,30}[).]*$",
    ),
    (r"^['\" ]*(?:the )?$", rf"^{_ASIDE}[^:]{{0,40}}:"),
    (r"[,;.–] ?['\"]*(?:the )?$", r"^[^:,;.]{0,20}:"),
    (r"['\"] ?(?:the )?$", rf"^[ ,(]*(?:(?:on|in) )?{_DAY}[).]*$"),
)
# what somebody is, before the name
_TITLE = (
    r"(?:the |a |an |its )?(?:[\w-]+ ){0,2}(?:publisher|company|magazine|institute|firm|service"
    r"|think[- ]tank|provider|website|secretary[- ]general|chief|head|boss|minister|leader),? $"
)
_AND_STOPS = (
    r"(?:[,.;:)!\"]|'(?!s\b)|$| –| \(| (?:in|on|at|as|and|of|from|according|via|this|that|which|who"
)
_AND_STOPS += r"|when)\b)"
_AFTER = (  # what stands behind one
    rf"^(?:'s?)? (?:[\w-]+ ){{0,2}}{NOUN}\b",
    rf"^{_ASIDE} (?:is|are|was|were|has been) (?:the |its |a )?(?:\w+ )?"
    rf"(?:source|{_DONE})\b(?! to\b)",
    rf"^{_ASIDE} {_FEELS}",
    r"^(?:'s)? ['\"](?:[\w'-]+ ){2}",
    r"^(?:'s?)? (?:eyes|mind)\b",
    r"^(?: \w+)? saying\b",
    r"^ (?:has|have|had) (?:\w+ )?(?:announced|promised|said|stated|declared|told|claimed)\b",
    r"^ (?:has|have|had) [^.;,]{3,60} (?:at|with) (?!least|most)(?:\w+ )?\d",
    r"^(?:'s)? (?:\w+ )?(?:has|have|had|sees?|saw|finds?|found) (?:no|little|not an?y?)(?: \w+)?"
    r" (?:signs?|indications?|evidence|idea|impression|reason|proof|information|hints?)\b",
    rf"^{_ASIDE}(?: \w+){{0,3}} (?:have|has|had|gets?|got) (?:the |an? )?"
    r"(?:impression|feeling|idea|view)\b",
    r"^(?: \w+)? lets? (?:\w+ ){1,3}known?\b",
)
_OTHERS = rf"\b(?:{REPORT}|somebody|someone|kremlin|peskov|putin|moscow|russia|russian \w+|belarus"
_OTHERS += r"|janes|think tank|united states|washington|nato|stoltenberg|reznikov|ukraine"
_OTHERS += r"|ukrainian \w+|officials|analysts|experts|minister|ministry|lukashenko|makei|west)\b"


def speaks(text, who, strictly=False):
    """bool: whether a plain text hands what it says to a source. who: regular expression of its
    names. "Janes estimates", "according to Janes", "by Janes", "Janes: …", "Janes’s estimate".
    strictly: only where nothing stands between the source and its verb, and the name is no place.
    """
    return any(_is_speaker(text, one, strictly) for one in _mentions(text, who))


def _mentions(text, who):
    """list of re.Match: where a source is named, other than by what is its own: “its forces”."""
    troops = WORDS["troops"]
    own = rf"(?!(?:'s?)? {troops}\b|'s? [\w-]+ {troops}\b)"
    return every(rf"\b(?:{who})(?![\w-]){own}(?:(?:'s?)? {PEOPLE})?", text)


def _is_speaker(text, one, strictly):
    """Whether a source that is named in a text speaks there."""
    head = text[: one.start()]
    tail = text[one.end() :]
    bare = re.sub(_TITLE, "", head)
    if _is_led_up_to(head, tail, strictly) or _is_led_up_to(bare, tail, strictly):
        return True
    if strictly and found(_SUBJECT_IN, head):
        return False
    if any(found(way, tail) for way in _AFTER):
        return True
    if found(_SUBJECT_IN, head):
        return False
    return bool(found(_way_on(strictly), tail if strictly else _own_part(tail)))


def _is_led_up_to(head, tail, strictly):
    """Whether what stands before a source makes it speak: “according to”, “said”, a bracket."""
    verb = rf"\b{TELLS if strictly else SAYS},? (?:the |a )?$"
    if any(found(way, head) for way in _BEFORE[: STRICT if strictly else None]):
        return True
    if found(verb, head) and found(f"^{_AND_STOPS}", tail):
        return True
    return any(found(left, head) and found(right, tail) for left, right in _BETWEEN)


def _way_on(strictly):
    """str: pattern of the verb that follows a source."""
    return rf"^{_ASIDE}(?: ?{ADVERB})* {TELLS}\b" if strictly else rf"(?:^|[ ,(–']){SAYS}\b"


def _own_part(tail):
    """str: what follows a source, up to the next one who could be the subject, or a full stop."""
    tail = re.sub(rf"^{_ASIDE}", "", re.split(r"[.;](?:\s|$)", tail)[0])
    for other in every(_OTHERS, tail):
        if not found(_SUBJECT_IN, tail[: other.start()]):
            return tail[: other.start()]
    return tail


_WHOSE = r"(?![^.;]{0,50}\b(?:who|whom|whose|where|source|name|how|when|whether|which|if)\b)"
_DENIED_BY = r"\b(?:denied|rejected|disputed|contradicted|ruled out) by (?:the )?$"
_NOT_BUT = (
    r"(?![^.;]{0,90}\b(?:but|only|rather|just)\b|[^;]{0,60}[.;] (?:it|they) (?:only )?says?\b)"
)


# to doubt something, other than that it is more
_DOUBTS = r"(?:doubt\w*|question(?:s|ed)|(?:do|does|did) not (?:believe|think|expect|assume))\b"
_DOUBTS += r"(?![^.;]{0,60}\b(?:more|over|above)\b)"


def denies_saying(text, who, doubting=False):
    """bool: whether a plain text says of a source that it did not say it. doubting: or that it
    doubts it.
    """
    says = WORDS["speech"]
    of_day = rf"(?: (?:of|from|dated|on|published on|printed on) (?:the )?{_DAY},?)?"
    ways = (
        rf"(?:has |have |had )?(?:{says}|gave) (?:nothing|not a word){_WHOSE}",
        rf"(?:\w+ )?(?:did|do|does|has|have|had|will|would) (?:not|never) (?:\w+ )?(?:{says}|give)"
        rf"{_WHOSE}{_NOT_BUT}",
        rf"(?:\w+ )?(?:den(?:y|ies|ied)|never {says}|refuse\w*|reject\w*|disput\w*|was silent"
        r"|contradict(?:s|ed)?|(?:rules?|ruled) out"
        r"|(?:ask|wonder)(?:s|ed)? (?:if|whether)"
        r"|is silent|(?:keeps?|kept|stays?|stayed) (?:silent|quiet))\b",
    )
    if doubting:
        ways = (*ways, _DOUBTS)
    whose = rf"(?:{_ASIDE}|(?:,? \w+){{0,4}},? (?:who|which|that|whose \w+))"
    way = rf"^{of_day}{whose} (?:{'|'.join(ways)})"
    mentions = _mentions(text, who)
    if any(found(_DENIED_BY, text[: one.start()]) for one in mentions):
        return True
    return any(found(way, text[one.end() :]) for one in mentions)


_SOURCE = rf"\b{WORDS['source']}\b"
_NEGATION = rf"\b{WORDS['negation']}\b"
_UNNAMED = (
    r"\bun(?:named|sourced|attributed|identified|stated|known|specified|credited|disclosed)\b"
    r"|\banonym\w*|\bown (?:voice|words?|name|sentence|statement|claim)\b"
    r"|\bno (?:one|official|expert|person|government)\b"
    r"|\bsome(?:body|one)(?: or other)?\b|\bwhoever\b|\bcan be read\b|\bleft to (?:the )?reader"
    r"|\b(?:2|3|several|different) (?:ways|readings)\b"
    r"|\bnobody (?:\w+ )?(?:stands? behind|stood behind|vouch\w*|signs?)\b"
    rf"|\b(?:not|never|without) (?:\w+ ){{0,2}}{WORDS['tell']}(?! (?:that|the|over|about|up)\b)"
    r"|\bwho(?:m|se)?\b[^.;]*\?"
    r"|\bwithout (?:any |a )?(?:proof|evidence|basis|backing|explanation)\b"
    r"|\banalysts?\b[^.;]*\bor\b[^.;]*\b(?:officials|reporter|report|writer)\b"
    r"|\bofficials\b[^.;]*\bor\b[^.;]*\b(?:analysts|reporter|report|writer)\b"
)


def tells_unnamed(text):
    """bool: whether a plain text tells that its source is not named, or left open."""
    if found(_UNNAMED, text):
        return True
    return any(found(_SOURCE, one) and found(_NEGATION, one) for one in clauses(text))
