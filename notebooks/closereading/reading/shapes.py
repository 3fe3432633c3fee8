"""Words that stand on no list, but whose shape says what they are: “firefighters”, “derelict”."""

import re
from difflib import SequenceMatcher

_SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_PLURAL = re.compile(r"[A-Z]?[a-z]{2,}(ers|ors|ists|ions|ments|ships|ians|ings|ies|ees|ages|isms)")
_NO_PLURAL = re.compile(r".*(illions|ilions|illiards|elves|enties|irties|orties|fifties|ixties)")
_PEOPLE = re.compile(r"[a-z]{2,}(men|women|people|folk)")
_QUALITY = re.compile(
    r"[A-Z]?[a-z]{2,}(ed|ing|al|ic|ous|ive|ful|less|able|ible|ary|ian|ean|ese|ant|ent)"
)
_SHORT = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,5}")
_ROMAN = re.compile(r"[IVXLCDM]+")
_NO_SHORT = set(
    "am pm bc ad bce ce gmt bst est edt cst pst utc ok no nr vs eg ie st nd rd th".split()
)
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_NO_NAME = set(  # units of other languages, and what stands in names with a number
    "grad stunden minuten sekunden tage wochen monate jahre meter metres kilometer liter prozent"
    " euro mann stück leute heures jours semaines mois ans personnes horas días años personas"
    " cent rock hour hours pilots eleven".split()
)
_JOINED = re.compile(r"[A-Za-z]+(?:-[a-z]+)*-([a-z]+)(?![\w-])")
_LAST = set(  # the last part of such a word: US-led, hand-built
    "led run made built born held hit bound fed bred won paid grown known worn driven stricken"
    " proof free rich poor wide old style like type level related based".split()
)
_NEITHER = set(  # words of such a shape that would change a number, or that count nothing
    "always sometimes perhaps besides towards afterwards does goes says minus plus versus unless"
    " figures digits tens ones twos threes fours fives sixes sevens eights nines twenties thirties"
    " forties fifties sixties seventies eighties nineties teens odds grands grosses myriads lakhs"
    " crores arabs milliards millones milhares mils tausends thousandths hundredths braces"
    " squared cubed doubled tripled trebled quadrupled halved multiplied divided added subtracted"
    " deducted rounded raised reduced increased excluding including counting adding exceeding"
    " following remaining according depending ranging totalling plussing percent centum hundred"
    " decimal fractional several partial octal nothing something anything everything double triple"
    " quadruple else hence once thence its hers theirs ours yours this thus".split()
)


def shape(word):
    """str: "thing" for a word that looks like a plural, "quality" for one that looks like an
    adjective or participle; blank for all others. word: str, as printed.
    """
    low = word.casefold()
    if low in _NEITHER or slip_of(low):
        return ""
    if _PEOPLE.fullmatch(low) or (_PLURAL.fullmatch(word) and not _NO_PLURAL.fullmatch(low)):
        return "thing"
    return "quality" if _QUALITY.fullmatch(word) else ""


def named(word):
    """bool: whether a word looks like a name or an abbreviation that may stand before what is
    counted: “UN”, “U.N.”, “Everton”.
    """
    low = word.casefold()
    if low in _NEITHER | _NO_SHORT | _NO_NAME or slip_of(low) or _ROMAN.fullmatch(word):
        return False
    return bool(_SHORT.fullmatch(word) or _NAME.fullmatch(word))


def joined_quality(text, start):
    """str: the word with hyphens that begins at a place of a text, if it says how something is:
    “lab-confirmed”; blank where there is none.
    """
    found = _JOINED.match(text, start)
    if not found or not (shape(found[1]) == "quality" or found[1] in _LAST):
        return ""
    return found[0]


def slip_of(word):
    """str: the number word that another word is close to, as “milion” or “thousnad” is; blank where
    it is close to none. word: str, in small letters.
    """
    bare = word.removesuffix("s")
    near = (name for name in _SCALES if abs(len(name) - len(bare)) <= 2)
    return next((name for name in near if bare[:1] == name[0] and _alike(bare, name)), "")


def _alike(word, name):
    """bool: whether a word has nearly all letters of another, in nearly the same order."""
    return word != name and SequenceMatcher(None, word, name).ratio() > 0.82


def participle(word):
    """bool: whether a word looks like “destroyed” or “living”, as it stands behind what is
    counted.
    """
    return shape(word) == "quality" and word.casefold().endswith(("ed", "ing"))
