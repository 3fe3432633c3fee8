"""Facts and fairness in our own prose: who acts is named, quoted runs stand in the text they are
said to come from, and numbers typed in sentences are those of the tables.
"""

import csv
import json
import os
import re
from functools import cache
from pathlib import Path

import pytest
from closereading.data.report import open_report
from closereading.reading.accounts import cells
from closereading.reading.scope import accepted

ROOT = Path(__file__).parents[1]
REPORTS = ("union-resolve", "full-house")
TEACHER = ROOT / "notebooks" / "teacher"
LESSONS = ROOT / "notebooks" / "closereading" / "lesson" / "lessons"
OURS = ROOT / "tests" / "our_own_quotes.txt"


# --- what we wrote ourselves, piece by piece


def notebook_cells():
    """(where, text) of each cell of the notebooks, without outputs."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            yield f"{path.name}, cell {cell['id']}", "".join(cell["source"])


def table_cells():
    """(where, text) of each cell of the reports' tables, in our words or quoted."""
    for path in sorted((ROOT / "data").glob("*/*.csv")):
        if path.parent.name not in REPORTS:
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from (
                    (f"{path.parent.name}/{path.name}, {row['id']}, {column}", text)
                    for column, text in row.items()
                    if "id" in row
                )


def lesson_files():
    """(where, text) of the lessons' questions and replies, the read-mes and the captions."""
    pages = (
        ROOT / "README.md",
        ROOT / "data" / "README.md",
        ROOT / "figures" / "README.md",
        ROOT / "data" / "union-resolve" / "digest.md",
        TEACHER / "handouts.toml",
    )
    for path in (*sorted(LESSONS.glob("*.toml")), *pages):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path.name, "\n".join(line for line in lines if not line.startswith("any = "))


def guide():
    """(where, text) of the teacher's guide."""
    yield "guide.md", (TEACHER / "guide.md").read_text(encoding="utf-8")


def everything():
    """(where, text) of all our prose; only the log of corrections, which quotes what was wrong, is
    not in it.
    """
    for part in (notebook_cells, table_cells, lesson_files, guide):
        yield from part()


# --- who acts is named

DEED = r"(?:full-scale )?(?:attack|invasion|assault|offensive|aggression)"
AGENTLESS = [
    rf"\b(?:the|an|its) {DEED} (?:came|comes|began|begins|started|happened|followed|took place)\b",
    rf"\b(?:the|an) {DEED} (?:was|is|had been) (?:made|launched|begun|started|ordered|carried)\b",
    r"\b(?:the|a) (?:full-scale )?war (?:came|broke out|erupted|started itself)\b",
    r"\b(?:fighting|hostilities|war) (?:broke|had broken) out\b",
    r"\bit (?:did )?(?:escalated?)\b",
    r"\bit came (?:two weeks|four days|fourteen days|a fortnight|on the 24th|on 24|in February)\b",
    r"\bit (?:all )?(?:had to come|was bound to come|came to war)\b",
    r"\bno order (?:had )?(?:been given|had come|was given)\b",
    r"\b(?:Ukraine|Crimea|the country) was (?:invaded|attacked|occupied|annexed)\b(?! by)",
    r"\b(?:invaded|attacked) was\b",
]
BELARUS = (
    r"(?<!to )(?<!in )(?<!from )\bBelarus (?:said|says|declared|declares|announced|announces|answered|answers"
    r"|stated|states|claimed|denied|denies|insisted|promised)\b"
)


def without_agent(text):
    """list of str: the places in a text where an attack comes by itself, or a country speaks."""
    flat = " ".join(text.replace("*", "").split())
    found = [m.group() for rule in AGENTLESS for m in re.finditer(rule, flat, re.I)]
    spoken = re.sub(r"not \*Belarus said\*", "", " ".join(text.split()))
    joint = re.sub(r"(?:Russia and|Latvia and|Ukraine and|and) Belarus\b", "", spoken)
    return found + re.findall(BELARUS, joint)


@pytest.mark.parametrize(
    "planted",
    [
        "An attack was made on the last of the fourteen days.",
        "The attack came. The table had not pointed to it.",
        "It came two weeks later, and the war goes on.",
        "It escalated, four days after the ten days were over.",
        "The full-scale invasion began on 24 February.",
        "If no order had been given on the 24th, they would have stayed.",
        "Crimea was occupied in 2014.",
        "War broke out in February.",
        "From here it all had to come.",
        "In 2021 Belarus declared a drill with 12,800 participants.",
        "On 11 February Belarus answered.",
    ],
)
def test_a_planted_sentence_without_an_agent_is_found(planted):
    assert without_agent(planted)


@pytest.mark.parametrize(
    "named",
    [
        "Russia attacked on the last of the fourteen days.",
        "On 24 February Russia launched a full-scale invasion of Ukraine, also from Belarus.",
        "Crimea was occupied by Russia in 2014.",
        "Belarus’s foreign minister said that not a single soldier would remain.",
        "Russia and Belarus insisted on this.",
        "Every mark opens to the words it came from, and it came on that day.",
        "People and offices act: *Belarus's foreign minister said*, not *Belarus said*.",
    ],
)
def test_a_sentence_with_its_agent_is_left_alone(named):
    assert without_agent(named) == []


def test_who_acts_is_named_in_all_our_prose():
    found = {where: hits for where, text in everything() if (hits := without_agent(text))}
    assert found == {}


def test_the_invasion_on_the_line_of_days_is_labelled_with_who_acted():
    last = open_report("union-resolve").events.loc["V16"]
    assert last["who"] == "Russia" and "invasion of Ukraine" in last["what"]


def test_no_country_speaks_alone_for_belarus_on_the_line_of_days():
    assert "Belarus" not in set(open_report("union-resolve").events["who"])


# --- every quoted run stands in the text it is said to come from

MARKED = re.compile("“([^“”]*)”")
HELD = {
    "claims": ("quote", "cue", "hedge"),
    "numbers": ("words",),
    "sources": ("quote", "says", "title"),
    "hypotheses": ("name",),
    "items": ("name", "text"),
    "speakers": ("name",),
}


def flat(text):
    """A text as its words in lower case, one blank between and around them."""
    plain = re.sub("[’‘]", "'", text).replace("*", "").replace("`", "")
    words = re.findall(r"[a-z0-9]+(?:[.,'-][a-z0-9]+)*", plain.lower())
    return f" {' '.join(words)} "


def pieces(text):
    """list of str: the runs of at least three words between curly marks, parted at “…”."""
    inside = [part for run in MARKED.findall(text) for part in re.split(r"…|\.\.\.", run)]
    return [part for part in map(flat, inside) if len(part.split()) >= 3]


@cache
def held_texts():
    """str: the texts that we hold, each between bars: quotes, cards, the stadium report, and the
    report’s own text where the environment names it.
    """
    texts = [(ROOT / "data" / "full-house" / "text.txt").read_text(encoding="utf-8")]
    if os.environ.get("CLOSE_READING_ORIGINAL"):
        texts.append(Path(os.environ["CLOSE_READING_ORIGINAL"]).read_text(encoding="utf-8"))
    for name in REPORTS:
        report = open_report(name)
        texts.append(report.title)
        for table, columns in HELD.items():
            frame = getattr(report, table, None)
            texts += [str(t) for c in columns if frame is not None and c in frame for t in frame[c]]
    return "|".join(map(flat, texts))


@cache
def our_own():
    """set of str: quoted runs that are nobody’s words but ours, from tests/our_own_quotes.txt."""
    lines = OURS.read_text(encoding="utf-8").splitlines()
    return {flat(line) for line in lines if line and not line.startswith("#")}


def strays(text):
    """list of str: the quoted runs of a text that stand in no text we hold and are not ours."""
    return [run.strip() for run in pieces(text) if run not in held_texts() and run not in our_own()]


@pytest.mark.parametrize(
    "planted",
    [
        "“over 110,000 troops” along the border",
        "they “could be used as cover for preparations”",
        "“the number of Russian forces is going up … The warning time for the attack”",
        "Russia has “nearly finished its buildup of heavy equipment”",
    ],
)
def test_a_planted_misquotation_is_found(planted):
    assert strays(planted)


def test_a_true_quotation_is_left_alone():
    assert strays("“over 100,000 troops”, “could be used … cover for preparations”") == []


def test_every_quoted_run_stands_in_the_text_it_is_said_to_come_from():
    prose = [*notebook_cells(), *table_cells(), *lesson_files()]
    found = {where: runs for where, text in prose if (runs := strays(text))}
    assert found == {}, "if nobody but us said it, add it to tests/our_own_quotes.txt"


def test_our_own_quotes_are_used_and_are_in_no_report():
    used = {run for _, text in everything() for run in pieces(text)}
    assert our_own() <= used and not [run for run in our_own() if run in held_texts()]


def test_what_the_guide_quotes_of_the_report_is_quoted_truly():
    """The guide’s marks mostly hold what is said in class. A run that begins like one of the
    report’s quotes, by four words, must go on like it.
    """
    starts = {
        tuple(flat(q).split()[:4]): flat(q) for q in open_report("union-resolve").claims["quote"]
    }
    for _, text in guide():
        for run in pieces(text):
            quote = starts.get(tuple(run.split()[:4]))
            assert quote is None or run in quote or run in held_texts() or quote in run


# --- numbers typed in sentences are those of the tables


def span(report, column, value):
    """(int, int): how many claims must be coded so, and how many may be."""
    may = [accepted(row, column) for _, row in report.claims.iterrows()]
    return sum(m == {value} for m in may), sum(value in m for m in may)


def words_of(number, cell):
    """str: the source of one cell of the notebook with that number."""
    path = next((ROOT / "notebooks").glob(f"{number}_*.ipynb"))
    cells_of = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return next("".join(c["source"]) for c in cells_of if c["id"] == cell)


IN_WORDS = ("no one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen twenty").split()  # fmt: skip


def test_lesson_01_and_the_guide_count_as_the_table_does(report):
    counts = report.claims["sourcing"].value_counts()
    none, named, both = counts["none"], counts["named"], counts["ambiguous"]
    said = words_of("01", "all-saw")
    assert f"{IN_WORDS[none].capitalize()} do not answer, and {IN_WORDS[both]} read" in said
    text = (TEACHER / "guide.md").read_text(encoding="utf-8")
    assert f"{len(report.claims)} claims in it; {none} do not say who says so" in text
    assert f"for {named} there is somebody one could telephone" in text
    (low, high), (least, most) = span(report, "sourcing", "none"), span(report, "sourcing", "named")
    assert f"({'Other codings that we accept give'} {low} to {high}, and {least} to {most}.)" in text
    assert f"counted so, {low} to {high} claims have no source" in words_of("01", "know")


def test_lesson_06_names_the_cells_that_are_empty_only_in_our_coding(report):
    grid, claims = cells(report), report.claims
    empty = [(t, a) for t in grid.index for a in grid.columns if not grid.loc[t, a]]
    hang = [
        (topic, account)
        for topic, account in empty
        if any(
            topic in accepted(row, "topic") and account in accepted(row, "account")
            for _, row in claims.iterrows()
        )
    ]
    assert sorted(hang) == [
        ("decision", "analysts"),
        ("decision", "russia-belarus"),
        ("purpose", "analysts"),
        ("purpose", "reporter"),
    ]
    said = words_of("06", "chart-saw")
    assert f"{IN_WORDS[len(empty)].capitalize()} cells are empty" in said
    assert f"{IN_WORDS[len(hang)].capitalize()} of them, purpose twice and decision twice" in said
    text = (TEACHER / "guide.md").read_text(encoding="utf-8")
    assert f"{len(empty)} of {grid.size} cells are empty, {len(hang)} of them only in our" in text


def test_lesson_08_tests_warnings_like_everybodys_words():
    outcomes = open_report("union-resolve").outcomes
    verdicts = outcomes.set_index("claim")["verdict"]
    assert verdicts["C02"] == "held" and verdicts["C07"] in ("held", "cannot be tested")
    said = words_of("08", "predict-text")
    assert f"How many of {IN_WORDS[outcomes['claim'].nunique()]} can be tested" in said


def test_the_spread_printed_beside_187_to_213_is_that_of_the_formula():
    path = ROOT / "data" / "reference" / "hedge_widths.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        about = next(row for row in csv.DictReader(lines) if row["hedge"] == "about")
    z = 2.30103  # log10 of 200, which ends in two zeros
    log = sum(float(about[k]) * v for k, v in zip("ABCE", (1, z, 2, 2 * z)))
    middle, spread = 10**log, 10 ** float(about["sigma_log10"])
    assert (round(200 - middle / 2), round(200 + middle / 2)) == (187, 213)
    low, high = middle / spread, middle * spread
    assert (round(low), round(high)) == (7, 98)
    ends = [round(200 + side * wide / 2) for wide in (low, high) for side in (-1, 1)]
    for number, cell in (("02", "map-text"), ("03", "use-saw")):
        said = words_of(number, cell)
        assert "between 7 and 98" in said and f"{ends[2]} to {ends[3]}" in said
        assert "our assumption" in said
    assert f"{ends[0]} to {ends[1]}" in words_of("02", "map-text")
