"""The words that a number phrase may hold, each with its kind, for the grammar in quantity.lark."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
LETTERS = {
    **dict.fromkeys(["k", "K"], 3),
    **dict.fromkeys(["m", "M", "mn", "mln"], 6),
    **dict.fromkeys(["bn", "bln", "b", "B"], 9),
    **dict.fromkeys(["tn", "trn", "T"], 12),
}
SMALL_SCALES = {"dozen": 12, "score": 20, "hundred": 100}
# a paragraph that begins so may go on with the number at the end of the one before
GO_ON = {*POWERS, *SMALL_SCALES, "bn", "bln", "tn", "m", "mn", "mln", "per", "percent"}
GO_ON |= {"percentage"}
PARTS = {
    **{"quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
    **{"ninth": 9, "tenth": 10, "hundredth": 100},
}
VULGAR = {sign: Fraction(unicodedata.numeric(sign)).limit_denominator(10) for sign in "½¼¾⅓⅔⅕⅖⅗⅘"}
VULGAR |= {sign: Fraction(unicodedata.numeric(sign)).limit_denominator(10) for sign in "⅙⅚⅛⅜⅝⅞"}
RARE = {"⅐": Fraction(1, 7), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10)}  # read, and not written
VAGUE = (
    "many|several|few|dozens|scores|tens|hundreds|thousands|millions|billions|trillions|countless"
    "|numerous|multiple|lots|a couple|a couple of|a handful|a number|a lot"
).split("|")
STATES = set("dead injured wounded missing homeless unemployed trapped stranded arrested".split())
STATES |= {"detained", "jailed", "full-time", "part-time", "probable", "positive"}
SIGNS = {"~": "about", "≈": "about", ">": "over", "<": "under"}
SIGNS |= {">=": "at least", "≥": "at least", "<=": "up to", "≤": "up to"}
PLAIN = {
    **{"to": "TO", "through": "TO", "from": "FROM", "between": "BETWEEN", "or": "OR", "of": "OF"},
    **{"the": "THE", "all": "THE", "a": "A", "an": "A", "per": "PER", "/": "PER", "but": "BUT"},
    **{"and": "_AND", "&": "_AND", ",": "_COMMA", "point": "POINT"},
    **{"twice": "TWICE", "in every": "IN", "out of": "OUT_OF", "out of every": "OUT_OF"},
    **{"minus": "MINUS", "negative": "MINUS", "−": "MINUS"},
    **{"+": "_PLUS", "-": "_HYPHEN", "–": "_HYPHEN", "—": "_HYPHEN"},
    **{"±": "PLUS_MINUS", "+/-": "PLUS_MINUS", "plus or minus": "PLUS_MINUS"},
    **{
        "give or take": "PLUS_MINUS",
        "zero": "ZERO",
        "nought": "ZERO",
        "naught": "ZERO",
        "no": "NO",
    },
}
DIRECTIONS = {"above": "ABOVE", "below": "BELOW", "around": "AROUND", "none": "FEW"}


@dataclass(frozen=True)
class Unit:
    """One entry of units.csv. name: as it is told, for several; one: for one. names: all that is
    read as it. kind: measure, money, thing (what is counted), stuff, quality (a word before a
    thing), name (which may stand before one, too), filler (a word that changes nothing). signs: of
    money, what stands before the figure. wholes: the units that it is a part of, and parts: how
    many make one of these.
    """

    name: str
    one: str
    names: tuple
    kind: str
    signs: tuple
    wholes: tuple
    parts: int

    @property
    def counts(self):
        """bool: whether a number may count it: ships, or injured, but not long."""
        quality = self.kind == "quality"
        return self.kind != "name" and (
            not quality or self.name in STATES or self.name.endswith("ed")
        )

    @property
    def measures(self):
        """bool: whether it may be halved: half a mile, but no half a ship."""
        return self.kind in ("measure", "money")


@dataclass(frozen=True)
class Figure:
    """A figure in digits: its value (Fraction), and how it is written."""

    value: Fraction
    text: str


@dataclass(frozen=True)
class Scale:
    """A thousand and its like: its value, and how it is written."""

    value: int
    text: str


def units(table):
    """tuple of Unit, in the order of the table. table: DataFrame with the columns of units.csv."""
    made = []
    for row in table.itertuples():
        one = row.one or singular(row.unit)
        names = (row.unit, one, *_several(row.also))
        signs = _several(row.sign)
        wholes = _several(row.whole)
        made.append(Unit(row.unit, one, names, row.kind, signs, wholes, int(row.parts or 0)))
    return tuple(made)


class Vocabulary:
    """Words and their kinds. exact: short signs, in which capitals count (kW, MB); loose: all
    others, in small letters; behind: hedges that stand behind a number ("or more"); most: of how
    many words the longest entry is.
    """

    def __init__(self, known, units):
        self.exact = {}
        self.loose = {}
        self.behind = {}
        for unit in units:
            self._keep_unit(unit)
        self._keep_numbers()
        for hedge in known:
            self._keep_hedge(hedge)
        for sign, name in SIGNS.items():
            if name in self.loose:
                self.loose[sign] = self.loose[name]
        self.most = max(len(key.split()) for key in [*self.loose, *self.behind, *self.exact])

    def _keep_unit(self, unit):
        """Keeps the names and signs of a unit."""
        for name in unit.names:
            self._keep(name, "_FILLER" if unit.kind == "filler" else "NOUN", unit)
        for sign in unit.signs:
            self._keep(sign, "_SIGN", unit)

    def _keep(self, name, kind, value):
        """Keeps a word, unless it is known already."""
        name = plain(name)
        where, key = (self.exact, name) if len(name) <= 2 else (self.loose, name.casefold())
        where.setdefault(key, (kind, value))

    def _keep_numbers(self):
        """Keeps the words of the numbers themselves."""
        self.loose |= {name: ("ONES", n) for n, name in enumerate(ONES, 1)}
        self.loose |= {name: ("TEENS", n) for n, name in enumerate(TEENS, 10)}
        self.loose |= {name: ("TENS", 10 * n) for n, name in enumerate(TENS, 2)}
        self.loose |= {name: ("SCALE", Scale(10**n, name)) for name, n in POWERS.items()}
        for name, value in SMALL_SCALES.items():
            self.loose[name] = ("HUNDRED" if value == 100 else "DOZEN", Scale(value, name))
        for name, parts in PARTS.items():
            self.loose[name] = ("DENOMINATOR", (parts, True))
            self.loose[name + "s"] = ("DENOMINATOR", (parts, False))
        self.loose |= {"half": ("HALF", 2), "halves": ("DENOMINATOR", (2, False))}
        self.loose |= {name: ("VAGUE", name) for name in VAGUE}
        self.loose |= {name: (kind, name) for name, kind in PLAIN.items()}

    def _keep_hedge(self, hedge):
        """Keeps a hedge by its direction; three dots in front say that the number goes before."""
        kind = DIRECTIONS.get(hedge.direction, "_TONE")
        for name in hedge.names if hedge.rules else ():
            if name.startswith("…"):
                self.behind[plain(name.removeprefix("…"))] = (f"{kind}_AFTER", hedge)
            elif not name.startswith("("):
                self.loose[plain(name)] = (kind, hedge)


vocabulary = lru_cache(maxsize=8)(Vocabulary)


def plain(name):
    """str: a name with one blank for each hyphen or white space; a lone sign as it is."""
    if not any(map(str.isalnum, name)):
        return name.strip()
    return " ".join(name.replace("-", " ").split())


def _several(cell):
    return tuple(filter(None, cell.split("|")))


def singular(name):
    """str: one of several, for the plurals that English makes by rule."""
    if name.endswith("ies") and len(name) > 5:
        return f"{name[:-3]}y"
    if re.search(r"(ch|sh|x|ss|z)es$", name):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
