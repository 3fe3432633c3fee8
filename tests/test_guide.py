"""The guide for teachers: it leads somewhere, fills its time, and counts as the data do."""

import re

import execute
import papers

TEXTS = {p.name: p.read_text(encoding="utf-8") for p in execute.HERE.glob("*.ipynb")}

GUIDE = papers.TEACHER / "guide.md"


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
    for page in sorted(papers.TEACHER.glob("*.html")):
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
