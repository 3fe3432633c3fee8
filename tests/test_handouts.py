"""The hand-outs: made from the lessons' pictures, one A4 page each, each mark with its words; and the guide, whose numbers are counted again."""
import re
import subprocess
from html import unescape
from pathlib import Path

import execute
import pytest
from closereading import charts, maps, open_report
from lab import ARGS, NO_CHROMIUM, chromium

TEXTS = {p.name: p.read_text(encoding="utf-8") for p in execute.HERE.glob("*.ipynb")}
PAGES = sorted(execute.TEACHER.glob("handout_*.html"))
each = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)


def drawn(page, report):
    """The picture on a hand-out, drawn from the report as it is now."""
    return {"a": lambda: charts.intervals(report, report.numbers[report.numbers["topic"] == "forces"]), "b": lambda: maps.distances(report, "C08", band=(187, 213)),
            "c": lambda: charts.accounts(report)}[page.stem.split("_")[1]]()


def test_the_hand_outs_are_what_they_would_be_now():
    assert {p: p.read_bytes() for p in PAGES} == execute.handouts(TEXTS) and len(PAGES) == 3


def lacking(page, report):
    """Words behind the marks of the report's picture that a hand-out does not have, each with its place."""
    text = unescape(page.read_text(encoding="utf-8"))
    wanted = {(w, where) for m in drawn(page, report).marks.itertuples() for w, where in zip(m.words, m.where) if "no stated source" not in where or page.stem[8] == "c"}
    return {(w, where) for w, where in wanted if f"“{w}” ({where})" not in text}


@each
def test_every_mark_has_its_words_on_paper(page, report):
    assert lacking(page, report) == set()


@each
def test_data_that_change_are_missed_on_paper(page, report):
    report.numbers.loc["N12", "words"] = "up to 40,000"
    report.claims.loc["C08", "quote"] = "only about 300 miles"
    assert lacking(page, report)


def test_a_picture_that_changes_changes_the_hand_out():
    changed = dict(TEXTS, **{"04_how_many.ipynb": TEXTS["04_how_many.ipynb"].replace("“only a few thousand” (C26", "“only a few hundred” (C26")})
    assert {p.stem for p, data in execute.handouts(changed).items() if p.read_bytes() != data} == {"handout_a_how_many"}


@each
def test_no_request_and_no_script_leaves_the_page(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<script|<link|https?:|url\(", text) and text.count("<img ") == 1 and 'alt="' in text


@each
@pytest.mark.skipif(not chromium(), reason=NO_CHROMIUM)
def test_one_page_of_paper(page, tmp_path):
    pdf = tmp_path / "page.pdf"
    subprocess.run([chromium(), "--headless", *ARGS, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()], check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf.read_bytes())) == 1
