"""For teacher_class_results.ipynb: how many of a class gave which answer, each bar opening to the
answers behind it; and an invented class to try it on.
"""

import json
import random
from functools import partial

import numpy as np
import pandas as pd
from closereading.data.folders import shared_folder
from closereading.drawing.bars import answers
from closereading.drawing.sheet import Sheet
from closereading.lesson.contents import lesson, lessons
from closereading.lesson.mistakes import KNOWN
from closereading.lesson.quiz import verdict_of
from closereading.marks import Evidence, Mark, Row
from closereading.reading.interval import Interval
from closereading.reading.numerals import written
from closereading.show.panel import VIEW, guard_page
from closereading.show.picture import Picture
from closereading.show.tables import show_tables_plainly
from closereading.show.words import LISTED
from IPython.display import display
from ipywidgets import IntProgress
from matplotlib.ticker import MaxNLocator

LESSONS = lessons("check")  # those with exercises of which a check knows the answers
GIVEN = 0.85  # so many of the invented answers were handed in
ITEMS = ("E4", "E6")
RATED = {"exercise": "CCNI", "pressure": "CCN", "preparing": "CNI", "open": "CCN"}


def prepare_page():
    """Shows tables as lessons show them, and gives the page the helps of a lesson."""
    show_tables_plainly()
    guard_page()


def bars(labels, title, words=None, order=None, name="", says=""):
    """Picture: one bar for each label, as long as the number of learners who gave it.
    labels: Series, who -> text or number, as answers.said gives it; more than eight different
    numbers are taken in steps. words: Series, who -> their exact words (default: the labels).
    order: labels that come first, also where nobody gave them (the others: the most frequent
    first; numbers by size).
    """
    words = labels if words is None else words
    if not len(labels):
        return Picture(Sheet(None, says=f"{title}: nobody has answered yet.", name=name))
    if all(isinstance(v, (int, float)) for v in labels):
        labels, order = in_steps(labels)
    order = list(dict.fromkeys([*(order or []), *labels.value_counts().index]))
    marks = [_mark(None, labels, words, label) for label in order]
    return Picture(answers(marks, title, says, name))


def _mark(_, labels, words, label):
    """Mark of all learners with one label; no report holds them."""
    who = list(labels.index[labels == label])
    listed = f"; the first {LISTED} of {len(who):,} are listed" if len(who) > LISTED else ""
    told = [written(w) if isinstance(w, (int, float)) else w for w in words[who]]
    evidence = tuple(
        Evidence(said, "as handed in", Row("learners", name)) for name, said in zip(who, told)
    )
    longest = max(map(len, label.split()), default=0)
    shown = label if longest <= 40 else f"{label[:40]}…"
    return Mark(
        row=Row("labels", label),
        label=shown,
        who=shown,
        value=Interval(len(who), len(who), basis=f"each learner counts once{listed}"),
        unit="answers",
        evidence=evidence,
        again=partial(_mark, labels=labels, words=words, label=label),
        beside=(shown, str(len(who))),
    )


def in_steps(numbers):
    """(Series of text, list of text): numbers as they are, or in steps where more than eight
    differ, and all labels by size. What lies far out is taken together: below the lowest step,
    above the highest.
    """
    numbers = numbers.astype(float)
    if numbers.nunique() <= 8:
        return numbers.map(written), [written(v) for v in sorted(numbers.unique())]
    edges = MaxNLocator(6).tick_values(*numbers.quantile([0.05, 0.95]))
    names = [
        f"under {written(edges[0])}",
        *(f"{written(a)} to under {written(b)}" for a, b in zip(edges, edges[1:])),
        f"{written(edges[-1])} and more",
    ]
    place = np.searchsorted(edges, numbers, side="right")
    return pd.Series([names[p] for p in place], numbers.index), names[min(place) : max(place) + 1]


def progress(files):
    """What loops over a list of files, and shows a bar that says how far it has come."""
    bar = IntProgress(description="reading")
    display(
        {
            VIEW: {"version_major": 2, "version_minor": 0, "model_id": bar.model_id},
            "text/plain": "",
        },
        raw=True,
    )  # without a kernel: nothing
    bar.max = max(len(files), 1)
    for n, file in enumerate(files, 1):
        if n % 50 == 0 or n == len(files):
            bar.value = n
        yield file


def class_folder():
    """Folder `class` in the work folder; where there is none, one with an invented class."""
    folder = shared_folder() / "class"
    return folder if folder.is_dir() else invent(folder.with_name("class-example"))


def invent(folder, learners=12, seed=2022):
    """The folder, now with files of learners who do not exist, and one that was cut off: right
    answers and known mistakes of the lessons, dealt at random.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    for learner in range(1, learners + 1):
        made = [json.dumps(answer) for answer in _invented(rng) if rng.random() < GIVEN]
        path = folder / f"invented {learner:02}.jsonl"
        path.write_text("\n".join(made) + "\n", encoding="utf-8")
    (folder / "cut off.jsonl").write_text(made[0] + "\n" + made[1][:20], encoding="utf-8")
    return folder


def _invented(rng):
    """list of dict: one answer to every question of the lessons."""
    answers = []
    for number in LESSONS:
        about = lesson(number)
        for name, asked in about.get("predict", {}).items():
            answers.append(_line("predict", f"{number}.{name}", _guesses(rng, asked["fields"])))
        for name, asked in about["check"].items():
            answers += _tried(rng, f"{number}.{name}", asked)
        for name, asked in about.get("quiz", {}).items():
            answers.append(_line("quiz", f"{number}.{name}", *_choice(rng, asked["options"])))
    rated = {item: {r: rng.choice(letters) for r, letters in RATED.items()} for item in ITEMS}
    kept = {"report": "union-resolve", "ratings": rated}
    return [*answers, _line("keep", "07.m", kept)]


def _tried(rng, key, exercise):
    """list of dict: the tries of one learner at an exercise, three at most."""
    tries = [_answer(rng, exercise)]
    while tries[-1][1] != "right" and len(tries) < 3:
        tries.append(_answer(rng, exercise))
    return [_line("check", key, *one) for one in tries]


def _line(kind, key, value, verdict=""):
    return {"kind": kind, "key": key, "value": value, "verdict": verdict, "v": 1}


def _guesses(rng, fields):
    """dict: an answer to each field of a prediction, the least below the most."""
    guessed = {name: _guess(rng, field) for name, field in fields.items()}
    if "least" in guessed:
        guessed["least"], guessed["most"] = sorted((guessed["least"], guessed["most"]))
    return guessed


def _guess(rng, field):
    if field["type"] == "text":
        return "Minsk"
    most = min(field["most"], 9_000)
    number = rng.triangular(field["least"], most, field["least"])
    return round(number, -3 if field["most"] > 100 else 0)


def _answer(rng, exercise):
    """(value, verdict): right three times as often as each known mistake."""
    mistakes = exercise.get("misconception", [])
    known = [(entry, "right") for entry in exercise.get("accept", [{}])] * 3
    known += [(entry, f"{KNOWN}{entry['name']}") for entry in mistakes]
    entry, verdict = rng.choice(known)
    ends = [entry.get("low"), entry.get("high")]
    return entry.get("value", entry.get("from", ends)), verdict


def _choice(rng, options):
    """(letter, verdict) of a quiz question."""
    letter = rng.choice(list(options))
    return letter, verdict_of(options[letter])
