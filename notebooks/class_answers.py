"""For teacher_class_results.ipynb: what a class did in one lesson, counted from all tries and not
from the last ones alone.
"""

from functools import cached_property

import pandas as pd
from closereading.lesson.answers import said
from closereading.lesson.contents import as_key, as_number, lesson, lessons
from closereading.lesson.handed_in import printable
from closereading.lesson.mistakes import KNOWN, replies
from closereading.lesson.reply import PASSED, in_words

FIRST = "right at first"
LATER = "later"
STUCK = "stuck"
NOT = "not reached"
TEXTS = ("keep", "repair")


def busiest(given):
    """str: the lesson in which most answers were given; "" where there is none."""
    number = given.loc[given["kind"] != "test", "key"].str[:2]  # the test of the machine is none
    counts = number[number.isin(lessons())].value_counts()
    return counts.index[0] if len(counts) else ""


class Answers:
    """What a class answered in one lesson. given: DataFrame of load_class. number: "04"; default:
    the lesson in which most answers were given.
    """

    def __init__(self, given, number=""):
        asked = as_number(as_key(number).split(".")[0]) if number else ""
        self.number = asked or busiest(given)
        self.about = lesson(self.number) if self.number else {}
        self.given = given[given["key"].str.startswith(f"{self.number}.")] if self.number else given
        self.learners = sorted(given["who"].unique())

    def _keys(self, kind):
        """list of str: the keys of the lesson's entries of a kind, in the order of the lesson."""
        return [f"{self.number}.{name}" for name in self.about.get(kind, {})]

    def _of(self, kind, key):
        """DataFrame indexed by learner: the answers of a kind to a key."""
        rows = (self.given["kind"] == kind) & (self.given["key"] == key)
        return self.given[rows].set_index("who")

    @cached_property
    def asked(self):
        """list of (kind, key, name): all that can be right or not."""
        names = {"check": "exercise", "quiz": "question", "repair": "sentence"}
        return [(k, key, f"{n} {key[3:]}") for k, n in names.items() for key in self._keys(k)]

    @cached_property
    def table(self):
        """DataFrame: a row a learner, a column for each thing asked: right at first, later, stuck
        or not reached.
        """
        columns = {name: self._of(kind, key)["tries"] for kind, key, name in self.asked}
        reached = {name: tries.map(where).reindex(self.learners) for name, tries in columns.items()}
        return pd.DataFrame(reached, index=self.learners).fillna(NOT)

    @cached_property
    def counts(self):
        """DataFrame: for each exercise, how many tried it, were right at first and in the end, ever
        made a known mistake, and how often the middle learner tried.
        """
        rows = {}
        for kind, key, name in self.asked:
            tries = self._of(kind, key)["tries"]
            rows[name] = {
                "learners": len(tries),
                "first try right": int((tries.map(where) == FIRST).sum()),
                "right in the end": int(tries.map(where).isin([FIRST, LATER]).sum()),
                "ever a known mistake": int(tries.map(_is_mistaken).sum()),
                "tries": tries.map(len).median() if len(tries) else 0,
            }
        return pd.DataFrame.from_dict(rows, orient="index")

    @cached_property
    def mistakes(self):
        """DataFrame: the known mistakes that were ever made, the commonest first: exercise, what
        the lesson replied, how many learners, who.
        """
        known = [("check", key, replies(key), "exercise") for key in self._keys("check")]
        known += [("quiz", key, self._wrong(key), "question") for key in self._keys("quiz")]
        rows = [row for one in known for row in self._made(*one)]
        made = pd.DataFrame(rows, columns=["exercise", "the reply", "learners", "who"])
        return made.sort_values("learners", ascending=False, kind="stable")

    def _wrong(self, key):
        """dict {letter: reply} of the options of a question that are not right."""
        options = self.about["quiz"][key[3:]]["options"].items()
        return {letter: option["says"] for letter, option in options if not option.get("right")}

    def _made(self, kind, key, known, name):
        """list of rows of `mistakes` for one exercise or question. known: dict {verdict, or letter
        of an option: reply}.
        """
        tries = self._of(kind, key)["tries"]
        rows = []
        for mistake, says in known.items():
            who = [w for w, made in tries.items() if any(mistake in one for one in made)]
            if who:
                told = in_words("not yet", says)
                rows.append((f"{name} {key[3:]}", told, len(who), ", ".join(who)[:300]))
        return rows

    @cached_property
    def texts(self):
        """DataFrame: who wrote what, of all free sentences."""
        rows = self.given[self.given["kind"].isin(TEXTS) | self.given["key"].isin(self._free())]
        listed = [(r.who, r.key, text) for r in rows.itertuples() for text in _texts(r.value)]
        return pd.DataFrame(listed, columns=["who", "where", "what"])

    def _free(self):
        """list of str: exercises whose answer is a text of the learner's own."""
        checks = self.about.get("check", {}).items()
        return [f"{self.number}.{name}" for name, asked in checks if asked["type"] == "parts"]

    @cached_property
    def predictions(self):
        """dict {(key, field): Series of numbers}: what was predicted before the answer."""
        asked = [(key, field) for key in self._keys("predict") for field in self._fields(key)]
        found = {one: said(self.given, "predict", *one) for one in asked}
        numbers = {one: pd.to_numeric(v, errors="coerce").dropna() for one, v in found.items()}
        return {one: values for one, values in numbers.items() if len(values)}

    def _fields(self, key):
        """list of str: the numbers that a prediction asks for."""
        fields = self.about["predict"][key[3:]]["fields"].items()
        return [name for name, about in fields if about["type"] == "number"]

    @cached_property
    def choices(self):
        """dict {key: Series who -> text of the option}: what was chosen in each question."""
        found = {}
        for key in self._keys("quiz"):
            options = self.about["quiz"][key[3:]]["options"]
            letters = said(self.given, "quiz", key)
            found[key] = letters.map(
                lambda one, o=options: o[one]["text"] if one in o else "no option"
            )
        return {key: chosen for key, chosen in found.items() if len(chosen)}

    def starters(self):
        """list of str: what to talk about, from the answers: the largest split, the commonest
        mistake, the widest prediction.
        """
        return [text for text in (self._split(), self._commonest(), self._widest()) if text]

    def _split(self):
        splits = {key: chosen.value_counts() for key, chosen in self.choices.items()}
        splits = {key: counts for key, counts in splits.items() if len(counts) > 1}
        if not splits:
            return ""
        key = min(splits, key=lambda one: splits[one].iloc[0] / splits[one].sum())
        (first, many), (second, few) = list(splits[key].items())[:2]
        ask = self.about["quiz"][key[3:]]["ask"]
        return (
            f"The class is split on “{ask}”: {many} chose “{first}”, {few} “{second}”. Let one of"
            " each say why."
        )

    def _commonest(self):
        if not len(self.mistakes):
            return ""
        row = self.mistakes.iloc[0]
        return (
            f"The commonest mistake was in {row['exercise']}: {row['learners']} of"
            f" {len(self.learners)} made it. The lesson replied: “{row['the reply']}” Who can say"
            " it in other words?"
        )

    def _widest(self):
        wide = {one: n.max() - n.min() for one, n in self.predictions.items() if n.nunique() > 1}
        if not wide:
            return ""
        key, field = max(wide, key=lambda one: wide[one] / max(1, self.predictions[one].max()))
        numbers = self.predictions[key, field]
        return (
            f"Before the lesson, “{field}” ({key}) was put between {numbers.min():,.10g} and"
            f" {numbers.max():,.10g}. Ask both ends what they had in mind."
        )


def where(tries):
    """str: how far a learner got with something. tries: (verdict, value), oldest first."""
    right = [verdict in PASSED for verdict, _ in tries]
    if not any(right):
        return STUCK
    return FIRST if right[0] else LATER


def _is_mistaken(tries):
    """Whether a learner ever made a known mistake."""
    return any(verdict.startswith(KNOWN) for verdict, _ in tries)


def _texts(value):
    """list of str: the free texts of an answer."""
    entries = value if isinstance(value, list) else [value]
    return [printable(entry) for entry in entries if isinstance(entry, str) and printable(entry)]
