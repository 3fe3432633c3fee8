"""The guide for teachers: it leads somewhere, fills its time, and counts as the data do."""

import json
import re
from fnmatch import fnmatch

import execute
import papers
import pytest
from closereading.lesson.values import says_something
from prose import notebook_cells

TEXTS = {p.name: p.read_text(encoding="utf-8") for p in execute.HERE.glob("*.ipynb")}

GUIDE = papers.TEACHER / "guide.md"
MOST = {
    "guide.md": 4200,
    "longer.md": 700,
    "machines.md": 2000,
    "curriculum.md": 1100,
}  # words of a page
ROUTES = {"A": "04_how_many", "B": "02_how_far", "C": "06_five_accounts"}
each_route = pytest.mark.parametrize("route", ROUTES)


def anchors(path):
    return {
        re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-")
        for head in re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.M)
    }


def linked(path):
    """list of (name, anchor) of the links of a page to files of ours."""
    text = path.read_text(encoding="utf-8")
    return [link.partition("#")[::2] for link in re.findall(r"\]\((?!https?:)([^)]*)\)", text)]


@pytest.mark.parametrize("name", MOST)
def test_a_page_leads_somewhere_and_is_short(name):
    page = papers.TEACHER / name
    assert linked(page)
    for to, anchor in linked(page):
        path = (page.parent / to).resolve() if to else page
        assert path.is_file() and (not anchor or anchor in anchors(path)), (to, anchor)
    text = page.read_text(encoding="utf-8")
    assert len(re.findall(r"[^\s|]*\w[^\s|]*", text)) <= MOST[name]


def test_the_guide_leads_to_every_paper_and_page():
    names = {to.split("/")[-1] for to, _ in linked(GUIDE)}
    assert {p.name for p in papers.TEACHER.glob("*.html")} <= names
    assert {p.name for p in papers.TEACHER.glob("*.md")} - {"guide.md"} <= names


def part_of(route):
    """str: what the guide says of one route."""
    return re.search(rf"### Route {route} ·.*?(?=\n##)", GUIDE.read_text("utf-8"), re.S)[0]


def rows_of(route):
    """list of list of str: the rows of a route's two tables, side by side: minutes, what pupils do,
    what is projected and said; then what is done on paper and on laptops.
    """
    tables = re.findall(r"(?:^\| \d+–\d+ \|.*\n)+", part_of(route), re.M)
    first, second = ([_cells(row) for row in table.splitlines()] for table in tables)
    assert [row[0] for row in first] == [row[0] for row in second]
    return [row + more[1:] for row, more in zip(first, second)]


def _cells(row):
    return [cell.strip() for cell in row.strip("| ").split(" | ")]


@each_route
def test_a_route_follows_its_lesson(route):
    """What is projected comes in the order of the lesson; the hand-out, at the end, goes back."""
    text = TEXTS[f"{ROUTES[route]}.ipynb"]
    at = [text.find(f"## {words}") for row in rows_of(route)[:-1] for words in quoted(row[2])]
    assert len(at) > 3 and -1 not in at and at == sorted(at)


def quoted(text):
    return re.findall(r"“([^”]+)”", text)


@each_route
def test_a_route_takes_the_steps_of_its_sheet_in_order(route):
    told = " ".join(row[1] for row in rows_of(route))
    steps = [int(n) for n in re.findall(r"step (\d)", told)]
    wanted = len(papers.plan("sheets")[f"sheet_{route.lower()}"]["steps"])
    assert steps == [*range(1, wanted + 1)]
    assert told.index("hand-out") > told.index(f"step {wanted}")


@each_route
def test_every_part_of_a_route_can_be_done_on_paper(route):
    for row in rows_of(route):
        assert len(row) == 6 and row[4], row
        assert not re.search(r"\b(run|runs|type|cell|slider|project|click)\b", row[4]), row


@each_route
def test_every_part_of_a_route_says_what_laptops_do(route):
    """In the last column: who has a machine runs what is named there, or closes the lid."""
    for row in rows_of(route):
        assert re.search(r"\b(run|types?|moves|tool|lids|sheet|makes)\b", row[5]), row
        for cell in re.findall(r"`([^`]+)`", row[5]):
            assert f"{cell}(" in TEXTS[f"{ROUTES[route]}.ipynb"], cell
        for head in quoted(row[5]):
            said = "Goal reached" if head == "Goal reached" else f"## {head}"
            assert said in TEXTS[f"{ROUTES[route]}.ipynb"] or head == "Goal reached", head


def test_the_command_for_a_class_is_the_one_there_is(capsys):
    pages = [page.read_text(encoding="utf-8") for page in papers.TEACHER.glob("*.md")]
    commands = {c for text in pages for c in re.findall(r"python (class_folder\.py \S+)", text)}
    (command,) = commands
    script, folder = command.split()
    assert (execute.HERE / script).is_file()
    assert not (execute.HERE / folder).resolve().is_relative_to(execute.HERE.parent)


def test_a_double_lesson_fills_its_90_minutes():
    text = (papers.TEACHER / "longer.md").read_text(encoding="utf-8")
    clock = [(int(a), int(b)) for a, b in re.findall(r"^\| (\d+)–(\d+) \|", text, re.M)]
    assert clock[0][0] == 0 and clock[-1][1] == 90
    assert all(before[1] == after[0] for before, after in zip(clock, clock[1:]))
    first, last = rows_of("A")[0][0], rows_of("A")[-1][0]
    assert clock[1] == (int(first.split("–")[0]), int(last.split("–")[1]))
    shift = int(re.search(r"add (\d+) to each minute", text)[1])
    for route in "BC":
        begins, ends = rows_of(route)[0][0].split("–")[0], rows_of(route)[-1][0].split("–")[1]
        assert (int(begins) + shift, int(ends) + shift) == clock[3]


def test_every_route_is_weighed_for_a_class_near_the_war():
    text = GUIDE.read_text(encoding="utf-8")
    part = re.search(r"### Which route, if the war is near.*?(?=\n\*\*Do not)", text, re.S)[0]
    rows = re.findall(r"^\| (?:\*\*)?([^|*]+?)(?:\*\*)? \|", part, re.M)
    assert [row[0] for row in rows[1:4]] == [*ROUTES] and "the stadium, for everybody" in rows
    assert not re.search(r"\b(pilots?|soldier of)\b", text)


def test_the_guide_multiplies_the_men_of_a_group_right():
    row = next(row[4] for row in rows_of("A") if "14 ×" in row[4])
    men = [int(n.replace(",", "")) for n in re.findall(r"14 × ([\d,]*\d)", row)]
    assert len(men) > 4 and f"({', '.join(f'{14 * n:,}' for n in men)})" in row


def test_the_guide_says_how_many_pages_to_print():
    text = GUIDE.read_text(encoding="utf-8")
    told = re.search(r"For 30 pupils on one route print (.*): (\d+) pages", text)
    assert sum(int(n) for n in re.findall(r"(\d+) ×", told[1])) == int(told[2])


@each_route
def test_a_route_says_what_to_cut(route):
    late = re.search(r"\*\*If you are late:\*\*.*", part_of(route))[0]
    begins = {row[0].split("–")[0] for row in rows_of(route)}
    cuts = re.findall(r"minute (\d+)", late)
    assert len(cuts) == 3 and set(cuts) <= begins
    at = {row[0].split("–")[0]: row[1] for row in rows_of(route)}
    for minute, step in re.findall(r"minute (\d+),[^.]*?step (\d)", late):
        assert f"step {step}" in at[minute], (minute, step)


def test_what_the_guide_projects_stands_in_the_lessons():
    heads = {head for name, text in TEXTS.items() for head in re.findall(r"## ([^\\\n]*)", text)}
    for route in ROUTES:
        for shown in (row[2] for row in rows_of(route)):
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
        f"{(pairs == 'clash').sum()} of {len(pairs)}, each under one reading",
    ]


def test_the_guide_counts_right(report):
    text = GUIDE.read_text(encoding="utf-8")
    assert [c for c in counted(report) if c not in text] == []
    report.claims.loc["C01", "sourcing"] = "named"
    assert [c for c in counted(report) if c not in text] != []


def test_what_is_extrapolated_is_multiplied_right_and_called_so():
    text = (papers.TEACHER / "machines.md").read_text(encoding="utf-8")
    kernel = int(re.search(r"all code of lesson 04 \| (\d+)", text)[1])
    server = int(re.search(r"with lesson 04 open \| (\d+)", text)[1])
    seconds = float(re.search(r"each took ([\d.]+) seconds", text)[1])
    assert f"{server} + {kernel} = {server + kernel} MB" in text
    for learners, digits in ((30, 1), (120, 0), (300, 0)):
        one, two = (learners * (server + n * kernel) / 1024 for n in (1, 2))
        row = (
            f"| {learners}, extrapolated | {one:.{digits}f} GB | {two:.{digits}f} GB"
            f" | {learners * seconds:.0f} |"
        )
        assert row in text


def test_what_the_hub_hides_is_no_lesson():
    text = (papers.TEACHER / "machines.md").read_text(encoding="utf-8")
    hidden = json.loads(re.search(r"^\{\"ContentsManager.*$", text, re.M)[0])
    globs = hidden["ContentsManager"]["hide_globs"]
    here = [p for p in execute.HERE.iterdir() if p.name != "my-work"]
    seen = {p.name for p in here if not any(fnmatch(p.name, glob) for glob in globs)}
    assert seen == {n for n in TEXTS if not n.startswith("teacher_")}


def test_the_guides_parts_fill_their_time():
    text = GUIDE.read_text(encoding="utf-8")
    routes = "".join(part_of(route) for route in ROUTES)
    for route in re.findall(r"(?:^\| \d+–\d+ \|.*\n)+", routes, re.M):
        ends = [int(n) for part in re.findall(r"^\| (\d+)–(\d+)", route, re.M) for n in part]
        assert ends[0] == 5 and ends[-1] == 35 and ends[1:-1:2] == ends[2:-1:2]
    assert "From minute 35 to 40" in text and "Minutes 40 to 45 are kept free" in text
    text = (papers.TEACHER / "longer.md").read_text(encoding="utf-8")
    day = [
        int(n)
        for n in re.findall(
            r"(\d+)(?= ·|\.)", re.search(r"Start 10 · lessons.*?exit 10\.", text)[0]
        )
    ]
    assert sum(day) == 210


def test_half_a_day_gives_each_lesson_its_minutes():
    """A lesson as in the guide takes as long as its route; the others what their row says."""
    text = (papers.TEACHER / "longer.md").read_text(encoding="utf-8")
    first, last = rows_of("A")[0][0], rows_of("A")[-1][0]
    of_a_route = int(last.split("–")[1]) - int(first.split("–")[0])
    own = {n: int(m) for n, m in re.findall(r"^\| \[(\d+)\][^|]*, (\d+) \|", text, re.M)}
    wanted = own | {name[:2]: of_a_route for name in ROUTES.values()}
    told = re.findall(r"(?:lessons |· )(\d\d) and (\d\d), (\d+)", text)
    assert len(told) == 3
    for one, two, minutes in told:
        assert wanted[one] + wanted[two] == int(minutes), (one, two)


def stadium():
    """list of list of str: the rows of the guide’s table for the stadium."""
    text = GUIDE.read_text(encoding="utf-8")
    part = re.search(r"### The stadium, for everybody\n.*?(?=\n###)", text, re.S)[0]
    return part, [_cells(row) for row in re.findall(r"^\| \d+–\d+ \|.*", part, re.M)]


def test_the_stadium_has_a_clock_a_voice_and_a_way_to_be_late():
    part, rows = stadium()
    clock = [tuple(map(int, row[0].split("–"))) for row in rows]
    assert clock[0][0] == 0 and all(a[1] == b[0] for a, b in zip(clock, clock[1:]))
    assert f"Minutes {clock[-1][1]} to 45 are kept free" in part
    assert all(len(row) == 4 and quoted(row[3].replace("*", "")) for row in rows)
    late = re.search(r"\*\*If you are late:\*\*.*", part)[0]
    assert {int(n) for n in re.findall(r"minute (\d+)", late)} <= {begin for begin, _ in clock}
    steps = [int(n) for row in rows for n in re.findall(r"step (\d)", row[1])]
    plan = papers.plan("sheets")
    assert all(steps == [*range(1, len(plan[f"stadium_{r}"]["steps"]) + 1)] for r in "abc")


def test_what_is_projected_of_the_stadium_stands_in_its_lessons():
    of = {"A": "stadium_04_how_many", "B": "stadium_02_how_far", "C": "stadium_06_five_accounts"}
    shown = re.findall(r"([ABC]): “([^”]+)”", " ".join(row[2] for row in stadium()[1]))
    assert {route for route, _ in shown} == set(of)
    for route, head in shown:
        assert f"## {head}" in TEXTS[f"{of[route]}.ipynb"], (route, head)


def test_a_class_near_the_war_is_offered_another_way_wherever_a_page_chooses_routes():
    text = GUIDE.read_text(encoding="utf-8")
    opening = re.search(r"### The first five minutes.*?(?=\n###)", text, re.S)[0]
    route_a = re.search(r"\*\*Route A\.\*\*.*", opening)[0]
    assert not re.search("Kyiv|miles", route_a)
    assert "take the opening of route A" in opening and "near this war" in opening
    longer = (papers.TEACHER / "longer.md").read_text(encoding="utf-8")
    choice = re.search(r"^Take C after A.*", longer, re.M)[0]
    assert "near this war" in choice and "stadium_b.html" in choice and "stadium_c.html" in choice


@each_route
def test_the_board_and_the_box_on_top_of_a_sheet_ask_the_same(route):
    text = GUIDE.read_text(encoding="utf-8")
    opening = re.search(r"### The first five minutes.*?(?=\n###)", text, re.S)[0]
    first = papers.plan("sheets")[f"sheet_{route.lower()}"]["first"]
    assert bool(first) == (route in "AC")  # on route B step 1 asks it
    assert all(words in opening for words in quoted(first["head"] if first else ""))


def test_what_is_typed_for_a_fault_left_out_is_taken():
    (word,) = re.findall(r"type “(\w+)” for the third", part_of("A"))
    assert says_something(word)


def test_two_of_the_four_are_folded_until_a_class_has_predicted():
    """What stands below the cell on the wall must not answer the question of that cell."""
    cells = json.loads(TEXTS["04_how_many.ipynb"])["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    asked = next(n for n, text in enumerate(texts) if text.startswith("predict("))
    open_text = re.sub(r"<details>.*?</details>", "", texts[asked + 1], flags=re.S)
    assert "they are there" in texts[asked + 1] and "they are there" not in open_text


FOLD = "<details><summary>What we found</summary>"


def fold_faults(text):
    """list of str: what is wrong with the folds of a text cell."""
    opened = text.count("<details")
    faults = ["a fold is not closed, or closed twice"] * (opened != text.count("</details>"))
    faults += ["a fold in a fold"] * bool(re.search(rf"{FOLD}\s*<details", text))
    faults += ["a fold under the next heading"] * bool(re.match(rf"\s*#+ [^\n]*\n\s*{FOLD}", text))
    return faults


def test_every_fold_closes_and_stands_before_the_next_heading():
    assert fold_faults(f"{FOLD}\n\nx\n\n</details>\n\n</details>")
    assert fold_faults(f"{FOLD}\n\n{FOLD}\n\nx\n\n</details>\n\n</details>")
    assert fold_faults(f"## Next\n\n{FOLD}\n\nx\n\n</details>")
    found = [(where, fold_faults(text)) for where, text in notebook_cells()]
    assert [one for one in found if one[1]] == []
