"""For teacher_class_results.ipynb: how many of a class gave which answer, each bar opening to the
answers behind it; and an invented class to try it on.
"""

import json
import random

import numpy as np
import pandas as pd
from closereading.data.folders import work_folder
from closereading.data.report import MARK_COLUMNS
from closereading.drawing.charts import INK, Page
from closereading.drawing.picture import LISTED, Picture
from closereading.drawing.style import our_style
from closereading.lesson.calls import lesson
from closereading.show.panel import VIEW
from IPython.display import display
from ipywidgets import IntProgress
from matplotlib.ticker import MaxNLocator

LESSONS = [
    f"{n:02}" for n in range(1, 9)
]  # those with exercises of which a check knows the answers


@our_style()
def bars(labels, title, words=None, order=None, name="", says=""):
    """Picture: one bar for each label, as long as the number of learners who gave it.
    labels: Series, who -> text or number, as answers.said gives it; more than eight different
    numbers are taken in steps. words: Series, who -> their exact words (default: the labels).
    order: labels that come first, also where nobody gave them (the others: the most frequent
    first; numbers by size).
    """
    words, numeric = (
        labels if words is None else words,
        len(labels) and all(isinstance(v, (int, float)) for v in labels),
    )
    if numeric:
        labels, order = in_steps(labels)
    order = list(dict.fromkeys([*(order or []), *labels.value_counts().index]))
    marks = pd.DataFrame(
        [_mark(labels, words, f"bar {i}", label) for i, label in enumerate(order, 1)],
        columns=MARK_COLUMNS,
    )
    if not len(labels):
        return Picture(None, marks.iloc[:0], "", f"{title}: nobody has answered yet.", name)
    page = Page(title, 13)
    rows = [
        (m, page.wrap(f"{m.label}: {m.high:g} learner{'s' * (m.high != 1)}", 10.5))
        for m in marks.itertuples()
    ]
    ax = page.axes(sum(0.19 * len(lines) + 0.24 for _, lines in rows))
    ax.set(xlim=(0, marks["high"].max()), xlabel="answers")
    ax.axis("off")
    y = 0.0
    for m, lines in rows:
        for line in lines:
            ax.text(0, y + 0.1, line, size=10.5, va="center_baseline", gid=m.gid)
            y += 0.19
        ax.barh(y + 0.07, m.high, 0.13, color=INK, gid=m.gid)
        y += 0.24
    figure = page.done(f"{len(labels)} learner{'s' * (len(labels) != 1)} in all.")
    return Picture(
        figure,
        marks,
        title,
        says,
        name,
        "Bar chart",
        again=lambda _, mark: _mark(labels, words, mark.gid, order[int(mark.gid.split()[1]) - 1]),
    )


def _mark(labels, words, gid, label):
    """dict: the mark of all learners with one label."""
    who = list(labels.index[labels == label])
    listed = f"; the first {LISTED} of {len(who):,} are listed" if len(who) > LISTED else ""
    shown = tuple(f"{w:,.10g}" if isinstance(w, (int, float)) else w for w in words[who])
    label = label if max(map(len, label.split()), default=0) <= 40 else f"{label[:40]}…"
    return dict(
        gid=gid,
        label=label,
        low=float(len(who)),
        high=float(len(who)),
        unit="answers",
        ids=tuple(who),
        words=shown,
        where=("as handed in",) * len(who),
        who=label,
        reading=f"each learner counts once{listed}",
        soft="",
    )


def in_steps(numbers):
    """(Series of text, list of text): numbers as they are, or in steps where more than eight
    differ, and all labels by size. What lies far out is taken together: below the lowest step,
    above the highest.
    """
    numbers = numbers.astype(float)
    if numbers.nunique() <= 8:
        return numbers.map("{:,.10g}".format), [f"{v:,.10g}" for v in sorted(numbers.unique())]
    edges = MaxNLocator(6).tick_values(*numbers.quantile([0.05, 0.95]))
    names = [
        f"under {edges[0]:,.10g}",
        *(f"{a:,.10g} to under {b:,.10g}" for a, b in zip(edges, edges[1:])),
        f"{edges[-1]:,.10g} and more",
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


def verdicts(given, key):
    """(Series, Series, list): for each learner what a check said to an answer, in words; the
    answer itself; and all that it may say, the right answer first.
    """
    rows = given[(given["kind"] == "check") & (given["key"] == key)].set_index("who")
    exercise = lesson(key[:2])["check"][key[3:]]
    known = {
        f"misconception {i}": f"known mistake: {m['says']}"
        for i, m in enumerate(exercise.get("misconception", []), 1)
    }
    told = {
        "right": "right",
        "not yet": "another answer",
        "wrong type": "an answer of another type",
    } | known
    labels = rows["verdict"].map(lambda v: told.get(v, "another answer"))
    frequent = [label for label in labels.value_counts().index if label != "right"]
    return (
        labels,
        rows["value"].map(lambda v: json.dumps(v, ensure_ascii=False)[:300]),
        ["right", *frequent],
    )


def class_folder():
    """Folder `class` in the work folder; where there is none, one with an invented class."""
    folder = work_folder() / "class"
    return folder if folder.is_dir() else invent(folder.with_name("class-example"))


def invent(folder, learners=12, seed=2022):
    """The folder, now with files of learners who do not exist, and one that was cut off: right
    answers and known mistakes of the lessons, dealt at random.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng, ways = (
        random.Random(seed),
        {
            "exercise": "CCNI",
            "pressure": "CCN",
            "preparing": "CNI",
            "open": "CCN",
        },
    )
    guess = lambda field: (
        "Minsk"
        if field["type"] == "text"
        else round(
            rng.triangular(field["least"], min(field["most"], 9_000), field["least"]),
            -3 if field["most"] > 100 else 0,
        )
    )
    for learner in range(1, learners + 1):
        lines = []
        for number in LESSONS:
            about = lesson(number)
            for name, asked in about["predict"].items():
                fields = {field: guess(f) for field, f in asked["fields"].items()}
                if "least" in fields:
                    fields["least"], fields["most"] = sorted((fields["least"], fields["most"]))
                lines.append(("predict", f"{number}.{name}", fields, ""))
            for name, asked in about["check"].items():
                known = [(a, "right") for a in asked.get("accept", [{}])] * 3 + [
                    (m, f"misconception {i}")
                    for i, m in enumerate(asked.get("misconception", []), 1)
                ]
                entry, verdict = rng.choice(known)
                lines.append(
                    (
                        "check",
                        f"{number}.{name}",
                        entry.get(
                            "value", entry.get("from", [entry.get("low"), entry.get("high")])
                        ),
                        verdict,
                    )
                )
            for name, asked in about["quiz"].items():
                letter = rng.choice(list(asked["options"]))
                lines.append(
                    (
                        "quiz",
                        f"{number}.{name}",
                        letter,
                        "right" if asked["options"][letter].get("right") else "not yet",
                    )
                )
        rated = {
            item: {reading: rng.choice(letters) for reading, letters in ways.items()}
            for item in ("E4", "E6")
        }
        lines.append(("keep", "07.m", {"report": "union-resolve", "ratings": rated}, ""))
        made = [
            json.dumps(dict(zip(("kind", "key", "value", "verdict"), line)) | {"v": 1})
            for line in lines
            if rng.random() < 0.85
        ]
        (folder / f"invented {learner:02}.jsonl").write_text(
            "\n".join(made) + "\n", encoding="utf-8"
        )
    (folder / "cut off.jsonl").write_text(made[0] + "\n" + made[1][:20], encoding="utf-8")
    return folder
