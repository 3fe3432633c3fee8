"""The data: valid, quoted truly, counted as the ledger counts; and a damaged folder that says what
is wrong.
"""

import csv
import json
import os
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from closereading import charts, unexplained
from closereading.data.report import open_report
from closereading.data.schema import several
from closereading.data.tables import read_table
from closereading.reading.characters import straight
from closereading.reading.paragraphs import paragraphs
from closereading.reading.scope import accepted
from closereading.reading.text import Problem, find_quote
from closereading.show.tables import frame_html, html_table

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
WORDS_OF_THE_REPORT, CAP, QUOTED_CAP, SHARE = 672, 12, 20, 0.40


def words(text):
    return re.findall(r"[a-z0-9]+(?:[.,'-][a-z0-9]+)*", straight(text).lower())


def test_descriptor_is_a_valid_data_package():
    import frictionless

    result = frictionless.validate(str(DATA / "datapackage.json"))
    assert result.valid, result.to_summary()


def test_descriptor_lists_every_table():
    listed = {
        r["path"]
        for r in json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    }
    assert listed == {p.relative_to(DATA).as_posix() for p in DATA.rglob("*.csv")}


def test_counts_of_the_ledger(report):
    claims = report.claims
    assert (
        len(report.paragraphs) == 15
        and len(claims) == 44
        and set(claims["paragraph"]) == set(range(1, 16))
    )
    assert claims["sourcing"].value_counts().to_dict() == {
        "none": 16,
        "group": 16,
        "named": 10,
        "ambiguous": 2,
    }
    assert claims["account"].value_counts().to_dict() == {
        "reporter": 18,
        "analysts": 8,
        "ukraine": 7,
        "us-nato": 7,
        "russia-belarus": 4,
    }
    assert claims["kind"].value_counts().to_dict() == {
        "capability": 18,
        "event": 9,
        "intent": 7,
        "judgement": 5,
        "place": 4,
        "commitment": 1,
    }
    assert claims["topic"].value_counts().to_dict() == {
        "forces": 16,
        "timing": 9,
        "purpose": 7,
        "place": 5,
        "sea": 4,
        "decision": 3,
    }
    assert len(report.numbers) == 12 and (report.numbers["who"] == "no stated source").sum() == 7
    assert claims["cue"].ne("").sum() == 21


def test_quotes_are_short_and_few(report):
    lengths = report.claims["quote"].map(lambda q: len(words(q)))
    assert (
        lengths.max() <= CAP
        and lengths.sum() == 239
        and lengths.sum() <= SHARE * WORDS_OF_THE_REPORT
    )


def test_every_quote_stands_once_in_its_paragraph(any_report):
    for _, row in any_report.claims.iterrows():
        find_quote(any_report.paragraphs, row["paragraph"], row["quote"])
    for _, row in any_report.numbers.iterrows():
        assert row["words"] in any_report.claims.loc[row["from"], "quote"]


def test_nothing_stands_between_curly_marks_but_quotes(report):
    for number, text in enumerate(report.paragraphs, 1):
        inside = re.findall("“([^”]*)”", text)
        assert sorted(map(straight, inside)) == sorted(
            map(straight, report.claims.loc[report.claims["paragraph"] == number, "quote"])
        )


@pytest.fixture
def original():
    path = os.environ.get("CLOSE_READING_ORIGINAL")
    if not path:
        pytest.skip(
            "the report's own text is not published; set CLOSE_READING_ORIGINAL to a copy of it to"
            " check the quotes against it"
        )
    return paragraphs(Path(path).read_text(encoding="utf-8"))


def test_quotes_against_the_original(report, original):
    assert len(original) == 15
    for _, row in report.claims.iterrows():
        find_quote(original, row["paragraph"], row["quote"])


def runs(text, n):
    ws = words(text)
    return {tuple(ws[i : i + n]) for i in range(len(ws) - n + 1)}


def test_no_passage_of_the_original_in_the_project(original):
    whole = "\n".join(original)
    quoted = set().union(*(runs(q, CAP + 1) for q in re.findall("“([^”]+)”", whole)))
    for path in ROOT.rglob("*"):
        hidden = {
            ".git",
            ".venv",
            "__pycache__",
            ".pytest_cache",
            ".hypothesis",
            ".ruff_cache",
            "_build",  # of the website, with the packages that it is made by
        } & set(path.parts)
        if hidden or not path.is_file() or path.suffix in {".png", ".pdf", ".pyc"}:
            continue
        text = re.sub(
            r"<[^>]+>",
            " ",
            path.read_text(encoding="utf-8").replace("\\n", " ").replace('\\"', '"'),
        )
        assert not runs(text, CAP + 1) & (runs(whole, CAP + 1) - quoted), path
        assert not runs(text, QUOTED_CAP + 1) & runs(whole, QUOTED_CAP + 1), path


def test_source_cards_of_later_days_are_dropped():
    early, late = open_report(as_of="2022-02-10"), open_report()
    assert early.sources["known_on"].max() == pd.Timestamp("2022-02-10")
    assert len(early.sources) < len(late.sources) and late.sources["known_on"].max() > pd.Timestamp(
        "2022-02-10"
    )
    assert open_report(as_of=pd.Timestamp("2022-02-09")).sources["known_on"].max() < pd.Timestamp(
        "2022-02-10"
    )


def test_a_number_from_a_source_card_is_drawn_and_leaves_with_its_card(work):
    folder = work / "mine"
    shutil.copytree(DATA / "union-resolve", folder)
    with (folder / "numbers.csv").open("a", encoding="utf-8") as f:
        f.write(
            "N99,R27,a later count,,9000,9000,persons,Russian troops,Belarus,present,,2022-02-21,\n"
        )
    late = open_report("mine")
    picture = charts.intervals(
        late, pd.concat([late.numbers.loc[["N11"]], late.elsewhere.loc[["N99"]]])
    )
    told = re.sub("</?span[^>]*>", "", picture.html())
    assert (
        unexplained(picture, late) == []
        and "C43, paragraph 15" in told
        and "(R27, " in told
        and "; source card" in told
    )
    assert late.sources.loc["R27", "known_on"] > pd.Timestamp("2022-02-10")
    assert "N99" in late.elsewhere.index and "N99" not in late.numbers.index
    assert "N99" not in open_report("mine", as_of="2022-02-10").elsewhere.index


def test_a_column_that_tables_had_once_is_passed_over(work):
    folder = work / "mine"
    shutil.copytree(DATA / "union-resolve", folder)
    path = folder / "accounts.csv"
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{first},marker", *(f"{line},s" for line in rest)]) + "\n")
    assert list(open_report("mine").accounts.columns) == list(open_report().accounts.columns)
    path.write_text("\n".join([f"{first},colour", *(f"{line},s" for line in rest)]) + "\n")
    with pytest.raises(Problem, match="“colour”: found a column that no table"):
        open_report("mine")


# --- damaged folders: each damage is done to a copy, and the message must name file, line, found
# and expected


def edit(name, old, new):
    def damage(folder):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, "the damage would change nothing"
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return damage


def drop_column(name, column):
    def damage(folder):
        rows = list(csv.DictReader((folder / name).open(encoding="utf-8")))
        with (folder / name).open("w", encoding="utf-8", newline="") as f:
            out = csv.DictWriter(f, [c for c in rows[0] if c != column], extrasaction="ignore")
            out.writeheader()
            out.writerows(rows)

    return damage


def recode(name, encoding, change=lambda t: t):
    return lambda folder: (folder / name).write_bytes(
        change((folder / name).read_text(encoding="utf-8")).encode(encoding)
    )


DAMAGE = {
    "missing column": (
        drop_column("claims.csv", "quote"),
        ["claims.csv, line 1, column “quote”", "no such column"],
    ),
    "word in a number column": (
        edit("numbers.csv", ",8000,14000,", ",eight thousand,14000,"),
        ["numbers.csv, line 12, column “low”", "“eight thousand”", "a number in digits"],
    ),
    "low above high": (
        edit("numbers.csv", ",8000,14000,", ",14000,8000,"),
        ["numbers.csv, line 12, column “low”", "14000, above high 8000"],
    ),
    "unknown speaker": (
        edit("claims.csv", ",janes,", ",jane,"),
        ["claims.csv, line 43, column “speaker”", "“jane”", "speakers.csv"],
    ),
    "duplicate id": (
        edit("claims.csv", "C02,1,", "C01,1,"),
        ["claims.csv, line 3, column “id”", "“C01”", "an id of its own"],
    ),
    "blank required field": (
        edit("claims.csv", "C02,1,could be used to launch an attack", "C02,1,"),
        ["claims.csv, line 3, column “quote”", "a blank"],
    ),
    "quote not in its paragraph": (
        edit("claims.csv", "over 100,000 troops", "over 110,000 troops"),
        ["claims.csv, line 15, column “quote”", "does not stand in paragraph 6"],
    ),
    "words of a number not in its claim": (
        edit("numbers.csv", "nearly 6,000 miles", "nearly 60,000 miles"),
        ["numbers.csv, line 3, column “words”", "“nearly 60,000 miles”", "quote of C05"],
    ),
    "quote there twice": (
        edit("digest.md", "In the weeks before", "“10-day drills”. In the weeks before"),
        ["claims.csv, line 4, column “quote”", "stands 2 times in paragraph 2"],
    ),
    "wrong encoding": (recode("accounts.csv", "utf-16"), ["accounts.csv", "not UTF-8"]),
    "a paragraph that does not exist": (
        edit("claims.csv", "C44,15,", "C44,16,"),
        ["claims.csv, line 45", "paragraph 16 does not exist"],
    ),
    "an unknown kind": (
        edit("claims.csv", ",event,timing", ",happening,timing"),
        ["claims.csv, line 2, column “kind”", "“happening”", "one of event"],
    ),
    "a surplus column": (
        edit("claims.csv", "id,paragraph", "id,remark,paragraph"),
        ["claims.csv, line 1, column “remark”"],
    ),
    "a surplus comma": (
        edit("speakers.csv", "kremlin,the Kremlin", "kremlin,the, Kremlin"),
        ["speakers.csv, line 7", "5 fields"],
    ),
    "an impossible date": (
        edit("sources.csv", "2022-02-10", "2022-02-30"),
        ["sources.csv", "“2022-02-30”", "a day such as"],
    ),
    "no text": (lambda folder: (folder / "digest.md").unlink(), ["text.txt", "no such file"]),
    "an empty table": (
        lambda folder: (folder / "numbers.csv").write_text(""),
        ["numbers.csv, line 1", "an empty file"],
    ),
    "only blank lines": (
        lambda folder: (folder / "numbers.csv").write_text("\n\n"),
        ["numbers.csv, line 1", "an empty file"],
    ),
    "a folder for a file": (
        lambda folder: [(folder / "speakers.csv").unlink(), (folder / "speakers.csv").mkdir()],
        ["speakers.csv: found a folder"],
    ),
    "a folder for the text": (
        lambda folder: [(folder / "digest.md").unlink(), (folder / "digest.md").mkdir()],
        ["digest.md: found a folder"],
    ),
    "a spreadsheet": (
        lambda folder: (folder / "numbers.csv").write_bytes(b"PK\x03\x04" + bytes(200)),
        ["numbers.csv, line 1", "a spreadsheet", "CSV UTF-8"],
    ),
    "nul bytes": (edit("numbers.csv", "N02,", "N\x0002,"), ["numbers.csv, line 3", "a nul byte"]),
    "cut off": (
        lambda folder: (folder / "claims.csv").write_bytes(
            (folder / "claims.csv").read_bytes()[:-60]
        ),
        ["claims.csv: found a quotation mark that does not pair up", "may be cut off"],
    ),
    "cut off in a row": (
        lambda folder: (folder / "speakers.csv").write_bytes(
            (folder / "speakers.csv").read_bytes()[:300]
        ),
        ["speakers.csv, line 7", "2 fields"],
    ),
    "cut off in a quotation": (
        edit(
            "speakers.csv",
            'unclear,"unclear: analysts, US officials or the reporter"',
            'unclear,"unclear: analysts, US officials or the reporter',
        ),
        ["speakers.csv: found a quotation mark that does not pair up"],
    ),
    "a pair of a claim that is not there": (
        edit("pairs.csv", "V01,C26,C43", "V01,C26,C93"),
        ["pairs.csv, line 2, column “second”", "“C93”", "an id of claims.csv"],
    ),
    "a relation of no kind": (
        edit("pairs.csv", ",agree,", ",agrees,"),
        ["pairs.csv, line 7, column “relation”", "“agrees”", "one of agree"],
    ),
    "a card that is not there": (
        edit("traces.csv", "C21,R49", "C21,R949"),
        ["traces.csv, line 6, column “card”", "“R949”", "an id of sources.csv"],
    ),
    "common ground without a claim": (
        edit("common.csv", ",C13,", ",,"),
        ["common.csv, line 2, column “claim”", "a blank"],
    ),
    "an unknown class of reporting word": (
        edit("claims.csv", ",distancing,", ",lying,"),
        ["claims.csv, line 16, column “cue_class”", "“lying”", "one of neutral"],
    ),
    "an item nobody knows": (
        edit("evidence.csv", "E4,open,", "E44,open,"),
        ["evidence.csv, line 17, column “item”", "“E44”", "items.csv"],
    ),
    "a rating that is none": (
        edit("evidence.csv", "E4,preparing,I,", "E4,preparing,-1,"),
        ["evidence.csv, line 16, column “rating”", "“-1”", "one of CC, C, N, I, II"],
    ),
    "the same cell rated twice": (
        edit("evidence.csv", "E4,open,", "E4,preparing,"),
        ["evidence.csv, line 17, column “item and reading”", "“E4, preparing”", "one row for each"],
    ),
    "one of two ids unknown": (
        edit("items.csv", "C09;C10", "C09;C99"),
        ["items.csv, line 2, column “from”", "“C99”", "claims.csv or sources.csv"],
    ),
    "an event on no day": (
        edit("events.csv", "V04,2022-02-20", "V04,20 February"),
        ["events.csv, line 5, column “date”", "“20 February”", "a day such as"],
    ),
    "a verdict that is none": (
        edit("outcomes.csv", "R55,cannot be tested", "R55,false"),
        ["outcomes.csv, line 3, column “verdict”", "“false”", "one of held, partly"],
    ),
    "an outcome without its card": (
        edit("sources.csv", "R55,", "R555,"),
        ["outcomes.csv, line 3, column “source”", "“R55”", "events.csv, line 12, column “from”"],
    ),
    "a reading from nowhere": (
        edit("hypotheses.csv", "C20;C36", "C20;D36"),
        ["hypotheses.csv, line 4, column “from”", "“D36”"],
    ),
    "a latitude of 91": (
        edit("places.csv", ",53.9,27.5667,", ",91,27.5667,"),
        ["places.csv, line 3, column “lat”", "“91”", "90 or less"],
    ),
    "latitude and longitude exchanged": (
        edit("places.csv", ",48.4827,135.0838,", ",135.0838,48.4827,"),
        ["places.csv, line 25, column “lat”", "“135.0838”", "90 or less"],
    ),
    "a latitude that is not a number": (
        edit("places.csv", ",53.9,27.5667,", ",nan,27.5667,"),
        ["places.csv, line 3, column “lat”", "“nan”", "a number in digits"],
    ),
    "degrees and minutes": (
        edit("places.csv", ",53.9,27.5667,", ",53° 54′,27.5667,"),
        ["places.csv, line 3, column “lat”", "“53° 54′”", "a number in digits"],
    ),
    "an uncertainty below nought": (
        edit("places.csv", ",53.9,27.5667,1,", ",53.9,27.5667,-1,"),
        ["places.csv, line 3, column “uncertainty_km”", "0 or more"],
    ),
    "a place without a source": (
        edit("places.csv", ",27.5667,1,4,4,,,GeoNames", ",27.5667,1,4,4,,,"),
        ["places.csv, line 3, column “source”", "a blank"],
    ),
    "a line from nowhere": (
        edit("routes.csv", "C08,homiel,", "C08,homyel,"),
        ["routes.csv, line 2, column “from”", "“homyel”", "places.csv"],
    ),
    "a line for no claim": (
        edit("routes.csv", "C08,homiel,", "C99,homiel,"),
        ["routes.csv, line 2, column “claim”", "“C99”", "claims.csv"],
    ),
    "a place named nowhere": (
        edit("places.csv", ",C08,", ",C98,"),
        ["places.csv, line 2, column “named_in”", "“C98”", "claims.csv or sources.csv"],
    ),
    "duplicate id of a claim that a number has": (
        edit("claims.csv", "C25,9,", "C26,9,"),
        ["claims.csv, line 27, column “id”", "“C26”", "an id of its own"],
    ),
    "a span that ends before it begins": (
        edit("events.csv", "2022-02-10,2022-02-20,2022-02-10", "2022-02-10,2022-02-02,2022-02-10"),
        ["events.csv, line 4, column “until”", "“2022-02-02”, which is before the first day"],
    ),
    "no stated source that can be asked": (
        edit("speakers.csv", "no stated source,reporter,none", "no stated source,reporter,named"),
        ["speakers.csv, line 2, column “sourcing”", "“named” beside “no stated source”"],
    ),
    "another coding of nothing": (
        edit("claims.csv", "kind=event|commitment", "nonsense"),
        ["column “accepted”", "“nonsense”", "column=value"],
    ),
    "another coding of a column that there is not": (
        edit("numbers.csv", "place=Russia", "plaice=Russia"),
        ["numbers.csv, line 3, column “accepted”", "“plaice=Russia"],
    ),
    "curly marks in the toml": (
        edit("report.toml", 'title = "Report', "title = “Report"),
        ["report.toml", "curly quotation marks, “Report", "straight ones"],
    ),
    "a day in the toml as people write it": (
        edit("report.toml", "published = 2022-02-10", "published = 10.02.2022"),
        ["report.toml, line 2, column “published”", "“10.02.2022”", "2022-02-10 or"],
    ),
    "toml that is none": (
        lambda folder: (folder / "report.toml").write_text("title = "),
        ["report.toml", "not TOML"],
    ),
}


@pytest.mark.parametrize("damage, expected", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_said_in_words(work, damage, expected):
    folder = work / "mine"
    shutil.copytree(DATA / "union-resolve", folder)
    assert len(open_report("mine").claims)
    damage(folder)
    after = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    assert after != {p.name: p.read_bytes() for p in (DATA / "union-resolve").iterdir()}
    with pytest.raises(Problem) as problem:
        open_report("mine")
    for words_expected in expected:
        assert words_expected in str(problem.value)
    assert problem.value._render_traceback_() == [str(problem.value)]
    assert after == {
        p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()
    }  # nothing is overwritten


def test_all_damages_come_in_one_report(work):
    folder = work / "mine"
    shutil.copytree(DATA / "union-resolve", folder)
    for name in (
        "word in a number column",
        "unknown speaker",
        "duplicate id",
        "quote not in its paragraph",
        "wrong encoding",
    ):
        DAMAGE[name][0](folder)
    # five damages, and two pairs, the scope and the outcome whose claim has lost its id to another
    with pytest.raises(Problem, match="10 things to mend"):
        open_report("mine")


def test_an_unknown_report_names_the_known_ones():
    with pytest.raises(Problem, match="ferry-figures, full-house, union-resolve"):
        open_report("union-resolved")


def test_a_blank_number_is_never_nought(report):
    upto = report.numbers[report.numbers["hedge"].str.startswith("up to")].iloc[0]
    assert pd.isna(upto["low"]) and upto["high"] == 30000
    floor = report.numbers[report.numbers["hedge"] == "at least"].iloc[0]
    assert floor["low"] == 14 and pd.isna(floor["high"])


def test_a_byte_order_mark_and_crlf_do_no_harm(tmp_path):
    path = tmp_path / "speakers.csv"
    path.write_bytes("\ufeffid,name,account\r\na,“Ann”,x\r\n\r\n".encode())
    frame, troubles = read_table(path, "speakers")
    assert not troubles and frame.loc["a", "name"] == "“Ann”"


def test_tables_escape_what_they_show():
    assert "<script>" not in html_table(
        pd.DataFrame({"<script>": ["<script>alert(1)</script>"]}), "<script>"
    )


def test_bare_report_has_every_table_with_its_columns():
    bare = open_report("bare")
    assert bare.numbers.empty and "low" in bare.numbers and bare.sources.empty
    assert set(bare.claims["account"]) == set(bare.claims["speaker"])


# --- what was not in print by a day

LATER_TABLES = ("sources", "numbers", "events", "items", "outcomes")


def test_nothing_later_is_left_in_any_table():
    early, late = open_report(as_of="2022-02-10"), open_report()
    cards = set(late.sources.index) - set(early.sources.index)
    assert (
        len(cards) >= 15
        and late.events["known_on"].max() == pd.Timestamp("2022-03-02")
        and len(late.outcomes) == 23
    )
    assert (
        early.events["known_on"].max() == pd.Timestamp("2022-02-10")
        and early.outcomes.empty
        and len(early.items) == 17
    )
    for name in LATER_TABLES:
        for cell in map(str, getattr(early, name).to_numpy().ravel()):
            assert cards.isdisjoint(several(cell)), (name, cell)
    assert len(open_report(as_of="2022-02-20").outcomes) == 10


def test_what_rests_on_a_later_card_leaves_with_it(work):
    folder = work / "mine"
    shutil.copytree(DATA / "union-resolve", folder)
    with (folder / "items.csv").open("a", encoding="utf-8") as f:
        f.write("E7,six,later,A later count,C26;R28,,,,\n")
    with (folder / "evidence.csv").open("a", encoding="utf-8") as f:
        f.write("E7,pressure,I,\n")
    with (folder / "events.csv").open("a", encoding="utf-8") as f:
        f.write(
            "V98,2022-02-09,,2022-02-11,early and in print"
            " late,,C01\nV99,2022-02-09,,2022-02-10,early and on a later card,,R28\n"
        )
    assert {"E7", "V98", "V99"} <= {
        *open_report("mine").items.index,
        *open_report("mine").events.index,
    }
    early = open_report("mine", as_of="2022-02-10")
    assert (
        "E7" not in early.items.index
        and "E7" not in set(early.evidence["item"])
        and not {"V98", "V99"} & set(early.events.index)
    )


def later_words():
    """Phrases of everything that was not in print on 10 February: ids of cards, and what they and
    the later events say.
    """
    early, late = open_report(as_of="2022-02-10"), open_report()
    cards = late.sources.drop(early.sources.index)
    return [
        *cards["url"][cards["url"] != ""],
        *cards["says"],
        *late.events.drop(early.events.index)["what"],
        *late.outcomes["why"],
    ]


def tells_of_later_days(notebook):
    """list of str: what a notebook that looks at 10 February says of later days, or by which it
    would.
    """
    whole = json.dumps(notebook, ensure_ascii=False)
    plain = re.sub(r"<[^>]+>", " ", whole.replace("\\n", " "))
    opened = [
        line
        for c in notebook["cells"]
        if c["cell_type"] == "code"
        for line in "".join(c["source"]).splitlines()
        if "open_report(" in line
    ]
    return [
        *(w for w in later_words() if w in plain),
        *(line for line in opened if 'open_report(as_of="2022-02-10")' not in line),
    ]


def test_no_later_row_reaches_the_lessons_before_the_eighth():
    early = [
        p for p in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb")) if p.name[:2] <= "07"
    ]
    assert "07" in {p.name[:2] for p in early}
    outcome = (
        *open_report().sources.loc[["R58", "R76"], "url"],
        open_report().events.loc["V16", "what"],
    )  # lesson 00 says it, once and plainly
    for path in early:
        told = tells_of_later_days(json.loads(path.read_text(encoding="utf-8")))
        assert set(told) <= (set(outcome) if path.name[:2] == "00" else set()), path.name
    eighth = json.loads(next((ROOT / "notebooks").glob("08*.ipynb")).read_text(encoding="utf-8"))
    assert len(tells_of_later_days(eighth)) > 6  # the same look finds what it looks for


def test_evidence_names_what_is_there(any_report):
    assert set(any_report.evidence["item"]) <= set(any_report.items.index) and set(
        any_report.evidence["reading"]
    ) <= set(any_report.hypotheses.index)
    for _, row in any_report.outcomes.iterrows():
        assert (
            row["verdict"] in accepted(row, "verdict")
            and any_report.sources.loc[row["source"], "known_on"] > any_report.published
        )
    for _, row in any_report.evidence.iterrows():
        assert row["rating"] in accepted(row, "rating")


def test_the_names_of_rows_are_shown_unless_they_only_count():
    def text(frame):
        return re.sub("<[^>]+>", " ", str(frame_html(frame))).split()

    named = pd.DataFrame({"miles": [269, 317]}, index=["Minsk", "Brest"])
    assert text(named)[-4:] == ["Minsk", "269", "Brest", "317"]
    assert text(named.rename_axis("from")) == ["from", "miles", "Minsk", "269", "Brest", "317"]
    assert text(named.reset_index(drop=True)) == ["miles", "269", "317"]
    assert text(named["miles"].value_counts().to_frame())[:2] == ["miles", "count"]


def test_a_table_that_is_read_again_does_not_know_what_was_done_to_it(tmp_path):
    path = tmp_path / "speakers.csv"
    path.write_text("id,name,account\nann,Ann,x\n", encoding="utf-8")
    first, troubles = read_table(path, "speakers")
    first.loc["ann", "name"] = "Bea"
    troubles.append("spoilt")
    again, none = read_table(path, "speakers")
    assert again.loc["ann", "name"] == "Ann" and none == []
    path.write_text("id,name,account\nann,Cid,x\n", encoding="utf-8")
    assert read_table(path, "speakers")[0].loc["ann", "name"] == "Cid"
