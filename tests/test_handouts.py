"""The hand-outs: made from the lessons' pictures, one A4 page each, each mark with its words; and
the guide, whose numbers are counted again.
"""

import re
import subprocess
from html import unescape

import execute
import pytest
from closereading import charts, maps
from lab import ARGS, NO_CHROMIUM, chromium

TEXTS = {p.name: p.read_text(encoding="utf-8") for p in execute.HERE.glob("*.ipynb")}
PAGES = sorted(execute.TEACHER.glob("handout_*.html"))
each = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)


def drawn(page, report):
    """The picture on a hand-out, drawn from the report as it is now."""
    numbers = report.numbers[report.numbers["topic"] == "forces"]
    return {
        "a": lambda: charts.intervals(report, numbers[numbers["unit"] == "persons"]),
        "b": lambda: maps.distances(report, "C08", band=(187, 213)),
        "c": lambda: charts.accounts(report),
    }[page.stem.split("_")[1]]()


def test_the_hand_outs_are_what_they_would_be_now():
    assert {p: p.read_bytes() for p in PAGES} == execute.handouts(TEXTS) and len(PAGES) == 3


def lacking(page, report):
    """Words behind the marks of the report's picture that a hand-out does not have, each with its
    place.
    """
    text = unescape(page.read_text(encoding="utf-8"))
    wanted = {
        f"{e.quoted()} ({e.place()})"
        for m in drawn(page, report).marks
        for e in m.evidence
        if "no stated source" not in e.place() or page.stem[8] == "c"
    }
    return {said for said in wanted if said not in text}


@each
def test_every_mark_has_its_words_on_paper(page, report):
    assert lacking(page, report) == set()


@each
def test_data_that_change_are_missed_on_paper(page, report):
    report.numbers.loc["N12", "words"] = "up to 40,000"
    report.claims.loc["C08", "quote"] = "only about 300 miles"
    assert lacking(page, report)


def test_a_picture_that_changes_changes_the_hand_out():
    changed = dict(
        TEXTS,
        **{
            "04_how_many.ipynb": (
                TEXTS["04_how_many.ipynb"].replace(
                    "“only a few thousand” (C26", "“only a few hundred” (C26"
                )
            )
        },
    )
    assert {p.stem for p, data in execute.handouts(changed).items() if p.read_bytes() != data} == {
        "handout_a_how_many"
    }


@each
def test_no_request_and_no_script_leaves_the_page(page):
    text = page.read_text(encoding="utf-8")
    assert (
        not re.search(r"<script|<link|https?:|url\(", text)
        and text.count("<img ") == 1
        and 'alt="' in text
    )


@each
@pytest.mark.skipif(not chromium(), reason=NO_CHROMIUM)
def test_one_page_of_paper(page, tmp_path):
    pdf = tmp_path / "page.pdf"
    subprocess.run(
        [
            chromium(),
            "--headless",
            *ARGS,
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf.read_bytes())) == 1


# --- the guide

GUIDE = execute.TEACHER / "guide.md"


def anchors(path):
    return {
        re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-")
        for head in re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.M)
    }


def test_the_guide_leads_somewhere_and_is_short():
    text = GUIDE.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)]*)\)", text)
    assert len(links) > 10
    for link in links:
        name, _, anchor = link.partition("#")
        path = (GUIDE.parent / name).resolve() if name else GUIDE
        assert path.is_file() and (not anchor or anchor in anchors(path)), link
    assert len(re.findall(r"[^\s|]*\w[^\s|]*", text)) <= 2800
    for page in PAGES:
        assert f"({page.name})" in text


def test_what_the_guide_projects_stands_in_the_lessons():
    heads = {head for name, text in TEXTS.items() for head in re.findall(r"## ([^\\\n]*)", text)}
    for table in re.findall(r"(?:^\| \d+–\d+ \|.*\n)+", GUIDE.read_text(encoding="utf-8"), re.M):
        for shown in (row.split("|")[3] for row in table.splitlines()):
            for words in re.findall(r"“([^”]+)”", shown):
                assert any(head.startswith(words.rstrip("?")) for head in heads), words


def counted(report):
    """What the guide counts in the report, counted again."""
    named, pairs = (report.claims["sourcing"] == "named").sum(), report.pairs["relation"]
    table = report.claims.pivot_table(
        index="account_name", columns="topic", values="quote", aggfunc="count"
    )
    return [
        (
            f"We found {len(report.claims)} claims in it;"
            f" {(report.claims['sourcing'] == 'none').sum()} do not say who says so, and for"
            f" {named} there"
        ),
        f"{table.isna().sum().sum()} of {table.size} cells are empty",
        f"of {len(pairs)} pairs of claims",
        f"{(pairs == 'conflict').sum()} of {len(pairs)}, under one reading",
    ]


def test_the_guide_counts_right(report):
    text = GUIDE.read_text(encoding="utf-8")
    assert [c for c in counted(report) if c not in text] == []
    report.claims.loc["C01", "sourcing"] = "named"
    assert [c for c in counted(report) if c not in text] != []


def test_the_guide_multiplies_right():
    text = GUIDE.read_text(encoding="utf-8")
    mb = {name: int(n) for name, n in re.findall(r"^\| ([^|]+) \| (\d+) \(\d+\) \|$", text, re.M)}
    server, lesson, first = (
        mb["the same, one lesson open and run"],
        mb["kernel after all of lesson 04, the heaviest of 00 to 08"],
        mb["kernel after all of lesson 00"],
    )
    assert (
        f"{server} + {lesson} = {server + lesson} MB" in text
        and f"with 00 left open too, {server + lesson + first}." in text
    )
    for learners, digits in ((30, 1), (300, 0)):
        assert (
            "| {} | {:.{d}f} GB | {:.{d}f} GB |".format(
                learners,
                learners * (server + lesson) / 1024,
                learners * (server + lesson + first) / 1024,
                d=digits,
            )
            in text
        )


def test_the_guides_parts_fill_their_time():
    text = GUIDE.read_text(encoding="utf-8")
    for route in re.findall(r"(?:^\| \d+–\d+ \|.*\n)+", text, re.M):
        ends = [int(n) for part in re.findall(r"^\| (\d+)–(\d+)", route, re.M) for n in part]
        assert ends[0] == 5 and ends[-1] == 40 and ends[1:-1:2] == ends[2:-1:2]
    day = [
        int(n)
        for n in re.findall(
            r"(\d+)(?= ·|\.)", re.search(r"Start 10 · lessons.*?exit 10\.", text)[0]
        )
    ]
    assert sum(day) == 210
