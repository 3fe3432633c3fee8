"""Where outputs are cleared, the text below a cell tells nobody what the cell would have shown: a
number that only an output has stands in a fold, and so does what a lesson says of an answer.
"""

import re
import tomllib

import nbformat
import pytest
from bs4 import BeautifulSoup
from closereading import open_report
from prose import LESSONS as LESSON_FILES
from prose import ROOT

LESSONS = [p for p in sorted((ROOT / "notebooks").glob("*.ipynb")) if re.search(r"\d\d_", p.name)]
each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)

# what a sentence counts that is no finding: places in the report, lessons, the length of an answer
PLACE = re.compile(
    r"(?:paragraphs?|lessons?|at most|of up to) [\d ,and]+|\d+ (?:words|January|February)"
    r"|^> \*\*\d+\*\*|C\d\d|from 0 to \d+",
    re.I | re.M,
)
FOLD = re.compile(r"<details><summary>.*?</details>", re.S)
NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d(?![\w%])|(?<![\w.,])\d(?= of )")
IN_WORDS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        map(str, range(10, 20)),
    )
) | {"forty-four": "44", "twenty-six": "26"}
WORD = re.compile(rf"\b({'|'.join(IN_WORDS)})\b", re.I)


def numbers(text):
    """set of str: the numbers of a text in figures, those from ten in words, too."""
    text = PLACE.sub("", text)
    figures = {found.replace(",", "") for found in NUMBER.findall(text)}
    return figures | {IN_WORDS[word.lower()] for word in WORD.findall(text)}


def open_text(cell):
    """str: what a text cell shows before anybody opens a fold; a code cell as it stands."""
    return cell.source if cell.cell_type == "code" else FOLD.sub("", cell.source)


def shown(cell):
    """str: the words that the outputs of a cell show."""
    parts = []
    for out in cell.get("outputs", []):
        data = out.get("data", {})
        parts.append(out.get("text", "") + data.get("text/plain", ""))
        parts.append(BeautifulSoup(data.get("text/html", ""), "html.parser").get_text(" "))
    return "\n".join(parts)


def asked_until(cells):
    """int: behind how many cells nothing is asked any more: the key point, or the last prediction
    with all that stands below it.
    """
    at = [i for i, cell in enumerate(cells) if "**Key point.**" in cell.source]
    late = [i for i in range(at[0], len(cells)) if cells[i].source.startswith("predict(")]
    return len(cells) if late else at[0]


def told_too_early(path):
    """list of (id, number): what stands open in a text cell, and before it in an output only; the
    words of the report itself tell nobody anything new.
    """
    cells = nbformat.read(path, 4).cells
    report = open_report("full-house" if path.name.startswith("stadium") else "union-resolve")
    known = numbers("\n".join(report.paragraphs))
    seen = set()
    found = []
    for cell in cells[: asked_until(cells)]:
        mine = numbers(open_text(cell))
        if cell.cell_type == "markdown":
            found += [(cell.id, number) for number in sorted((mine & seen) - known)]
        known |= mine
        seen |= numbers(shown(cell))
    return found


# (notebook, cell): why a number that an output shows, too, may stand open there
OPEN = {
    ("02", "all-text"): "nine places and three towns, both told before",
    ("02", "know"): "a licence",
    ("02", "tass-saw"): "the number of another text, from a town that no row of the map has",
    ("03", "parse-saw"): "says how the rule writes a part of a whole, of which nothing is asked",
    ("03", "e3-text"): "what a dozen is",
    ("08", "predict-text"): "how many claims the question is about",
    ("08", "worked"): "an example before the question",
    ("09", "solved-saw"): "a report that is solved, to look at",
    ("09", "yours-saw"): "words of that report",
    ("st", "where-text"): "how many paragraphs there are",
}
# cells that say what was seen, and tell no answer: they explain a word, or what was not asked
TELLS_NOTHING = {
    "00": {"where-saw"},
    "02": {"dots-saw"},
    "03": {"bound-saw", "drawn-saw", "parse-saw"},
    "05": {"trace-saw"},
    "06": {"one-saw", "kinds-saw"},
}


def before_the_end(path):
    cells = nbformat.read(path, 4).cells
    return cells[: asked_until(cells)]


@each_lesson
def test_no_text_tells_a_number_that_only_an_output_shows(path):
    found = told_too_early(path)
    assert [one for one in found if (path.name[:2], one[0]) not in OPEN] == []


def test_a_number_put_outside_its_fold_is_found(tmp_path):
    lesson = next(path for path in LESSONS if path.name.startswith("02"))
    nb = nbformat.read(lesson, 4)
    cell = next(cell for cell in nb.cells if cell.id == "one-saw")
    cell.source = FOLD.sub("From Minsk it is 269 miles.", cell.source)
    nbformat.write(nb, tmp_path / lesson.name)
    assert ("one-saw", "269") in told_too_early(tmp_path / lesson.name)


@pytest.mark.parametrize("path", LESSONS[:9] + LESSONS[10:], ids=lambda p: p.stem)
def test_what_was_seen_is_folded(path):
    """In every lesson but the one on a report of the learner’s own, which asks for no number."""
    mine = [cell for cell in before_the_end(path) if cell.id.endswith("-saw")]
    bare = {cell.id for cell in mine if not FOLD.search(cell.source)}
    assert bare == TELLS_NOTHING.get(path.name[:2], set())


def answers_told(cells, number):
    """list of (key, cell, number): answers to the exercises of a lesson, of ten or more, that stand
    open in a text below their cell, and not in the report. number: of the lesson.
    """
    printed = numbers("\n".join(open_report().paragraphs))
    checks = tables(number).get("check", {})
    found = []
    for i, cell in enumerate(cells):
        for key in re.findall(r'check\("\d\d\.(\w+)"', cell.source):
            below = [c for c in cells[i:] if c.cell_type == "markdown"]
            found += [(key, *hit) for hit in _open_in(below, _ends(checks.get(key, {})) - printed)]
    return found


def _ends(check):
    """set of str: the numbers of what an exercise accepts, in whole numbers and as they are."""
    ends = [one.get(end) for one in check.get("accept", []) for end in ("value", "low", "high")]
    ends = [end for end in ends if isinstance(end, int | float) and end >= 10]
    return {form for end in ends for form in (f"{end:g}", f"{end:.0f}", f"{end:.1f}")}


def _open_in(cells, wanted):
    return [(cell.id, found) for cell in cells for found in numbers(open_text(cell)) & wanted]


def tables(number):
    return tomllib.loads((LESSON_FILES / f"{number}.toml").read_text(encoding="utf-8"))


@each_lesson
def test_no_answer_to_an_exercise_stands_open_below_it(path):
    number = path.name.removeprefix("stadium_")[:2]
    assert answers_told(before_the_end(path), number) == []


@pytest.mark.parametrize(
    "number, told", [("04", "572 to 1,000 men"), ("02", "about 53.9 miles"), ("04", "over 108,000")]
)
def test_an_answer_that_is_told_below_is_found(number, told):
    cells = before_the_end(next(path for path in LESSONS if path.name.startswith(number)))
    cells.append(nbformat.v4.new_markdown_cell(f"It is {told}."))
    assert answers_told(cells, number) != []


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_no_cell_of_code_tells_what_a_prediction_is_laid_beside(path):
    """What is found is reckoned from the data, or stands in the lesson's file."""
    for cell in nbformat.read(path, 4).cells:
        for given in re.findall(r'recall\("[\d.a-z]+"(?:, (.*))?\)', cell.source):
            words = re.sub(r"\{[^}]*\}", "", given)
            assert not NUMBER.search(words) or NUMBER.findall(words) == ["4"], given


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_every_fold_is_closed_and_none_stands_in_another(path):
    for cell in nbformat.read(path, 4).cells:
        marks = re.findall(r"<(/?)details>", cell.source if cell.cell_type == "markdown" else "")
        assert marks == ["", "/"] * (len(marks) // 2), cell.id
