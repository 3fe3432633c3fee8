"""A saved notebook shows its pictures where nothing of ours runs: with styles, scripts and `data:`
addresses taken out, as GitHub does before it shows a notebook.
"""

import base64
import re
from dataclasses import dataclass
from pathlib import Path

import execute
import nbformat
import pytest
from bs4 import BeautifulSoup
from closereading import charts

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DRAWS = re.compile(
    r"^(charts|maps)\.\w+\(|^bars\(|^(from_where|hedge_dial|workbench)\(|\bopens\(", re.M
)
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


@dataclass
class Part:
    """A part of a page as a reader sees it: a text, or a picture. cell: the id of its cell."""

    cell: str
    text: str = ""
    png: bytes = b""


def left_of(html):
    """str: the text that is left of HTML without scripts, styles and pictures in `data:`."""
    soup = BeautifulSoup(html, "html.parser")
    for gone in soup(["script", "style", "svg", "iframe"]):
        gone.decompose()
    return soup.get_text(" ").strip()


def seen(cell):
    """Generator of Part: what is seen of a cell, its code left out."""
    if cell.cell_type == "markdown":
        yield Part(cell.id, cell.source)
    for out in cell.get("outputs", []):
        data = out.get("data", {"text/plain": out.get("text", "")})
        if "text/html" in data:  # the viewer takes one kind of an output, and this the first
            yield Part(cell.id, left_of(data["text/html"]))
        elif "image/png" in data:
            yield Part(cell.id, png=base64.b64decode(data["image/png"]))
        elif "application/javascript" not in data:
            yield Part(cell.id, data.get("text/plain", ""))


def without_picture(cells):
    """list of str: the ids of the cells that draw and of which no picture is seen."""
    drawing = [c for c in cells if c.cell_type == "code" and DRAWS.search(c.source)]
    return [c.id for c in drawing if not any(part.png for part in seen(c))]


@each
def test_every_picture_is_there(path):
    assert without_picture(nbformat.read(path, 4).cells) == []


@each
def test_no_picture_hides_in_html(path):
    cells = nbformat.read(path, 4).cells
    told = [out.get("data", {}).get("text/html", "") for c in cells for out in c.get("outputs", [])]
    assert [html for html in told if "<img" in html or "data:image" in html] == []


def test_all_figures_are_among_them():
    saved = [part.png for p in NOTEBOOKS for c in nbformat.read(p, 4).cells for part in seen(c)]
    figures = [p for p in (ROOT / "figures").glob("*.png") if not p.stem.endswith("_a3")]  # posters
    assert len(figures) >= 16
    assert [path.name for path in figures if path.read_bytes() not in saved] == []


def test_a_picture_inside_html_is_missed():
    cells = nbformat.read(ROOT / "notebooks" / "04_how_many.ipynb", 4).cells
    chart = next(c for c in cells if c.id == "chart")
    picture = next(out for out in chart.outputs if "image/png" in out.get("data", {}))
    png = picture.data.pop("image/png")
    picture.data["text/html"] = f'<img alt="Interval chart" src="data:image/png;base64,{png}">'
    assert without_picture(cells) == ["chart"]


@each
def test_below_each_picture_stands_what_it_says(path):
    for cell in nbformat.read(path, 4).cells:
        outputs = cell.get("outputs", [])
        for out, below in zip(outputs, outputs[1:]):
            if "picture" not in out.get("metadata", {}):
                continue
            alt, says = out.metadata["image/png"]["alt"], out.metadata["picture"]["says"]
            assert len(alt) > 30 and "<img" not in below.data["text/html"]
            assert left_of(below.data["text/html"]).startswith(f"{alt} {says}".strip()), cell.id


def test_the_bad_chart_of_lesson_04_still_asks_its_question():
    cells = nbformat.read(ROOT / "notebooks" / "04_how_many.ipynb", 4).cells
    parts = [part for cell in cells for part in seen(cell)]
    at = next(i for i, part in enumerate(parts) if part.cell == "flawed")
    before, picture, below = parts[at - 1 : at + 2]
    assert "What is wrong with this chart?" in before.text
    assert picture.png == (ROOT / "figures" / "04_flawed.png").read_bytes()
    assert "Russia’s 144,000 troops" in below.text and "no stated source" in below.text


def test_a_picture_is_two_outputs_or_one_where_a_cell_has_only_one(report):
    picture = charts.counts(report)
    (image, about), (told, _) = picture.outputs()
    assert [*image] == ["image/png", "text/plain"] and [*told] == ["text/html", "text/plain"]
    assert about["image/png"]["alt"] == image["text/plain"] == picture.alt
    assert image["image/png"] in picture._repr_html_()
    assert told["text/html"] in picture._repr_html_()


def test_check_minds_where_marks_lie(tmp_path, monkeypatch, capsys):
    lesson = ROOT / "notebooks" / "04_how_many.ipynb"
    text = lesson.read_text(encoding="utf-8")
    moved = text.replace('data-at=\\"', 'data-at=\\"1', 1)
    monkeypatch.setattr(execute, "made_from", lambda named: {lesson: moved.encode("utf-8")})
    assert execute.rewrite([lesson], check=True) == 1
    assert "differs: notebooks/04_how_many.ipynb" in capsys.readouterr().out
    assert lesson.read_text(encoding="utf-8") == text
