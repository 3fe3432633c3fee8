"""Tables and settings that somebody changed by hand: what they cannot mean is said, with its line;
what they can only mean is read.
"""

import errno
import re
from pathlib import Path

import pytest
from closereading.data import own
from closereading.data.files import not_writable
from closereading.data.folders import learners_folder, shared_folder
from closereading.data.imports import taken
from closereading.data.mine import named
from closereading.data.own import add_row, start_report
from closereading.data.reference import parse_words
from closereading.data.report import open_report
from closereading.reading.text import Problem, compare_quotes
from closereading.widgets.claim_files import save_claim
from test_own_report import FERRY, ROW, ferry
from test_texts_in import pdf

assert ferry  # a fixture


@pytest.fixture
def saved(ferry):
    """Folder of a report with three claims, a number, a card and an event."""
    save_claim("ferry", **ROW)
    save_claim("ferry", passage="Others spoke of 90 to 110", speaker="no stated source")
    add_row("ferry", "sources", known_on="2026-05-05", publisher="x", url="https://example.org")
    event = {"from": "C01", "date": "2026-05-07", "until": "2026-05-09", "known_on": "2026-05-05"}
    add_row("ferry", "events", what="They waited", **event)
    return ferry


def change(path, before, after):
    """Changes a file as an editor does; the place must be there."""
    text = path.read_text(encoding="utf-8-sig")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def refused():
    """str: why the report does not open."""
    with pytest.raises(Problem) as problem:
        open_report("ferry")
    return str(problem.value)


def only(says):
    """str: of the list of what is wrong, its only line."""
    assert "1 thing to mend" in says, says
    return says.rpartition("  1. ")[2]


# --- names and settings


@pytest.mark.parametrize(
    "name, says",
    [
        ("Learners", "a folder that the lessons keep"),
        ("CLASS", "a folder that the lessons keep"),
        ("Union-Resolve", "no name that comes with the lessons"),
    ],
)
def test_a_report_takes_no_name_that_means_something_else(work, name, says):
    with pytest.raises(Problem, match=says):
        start_report(name, FERRY)
    assert not learners_folder().exists() and not (work / name).exists()
    assert learners_folder().name in own._KEPT


@pytest.mark.parametrize(
    "about, says",
    [
        (dict(titel="x"), "There is no “titel”. Did you mean title?"),
        (dict(publised="2026-05-05"), "Did you mean published?"),
        (dict(colour="red"), "There is no “colour”. There are published, title"),
    ],
)
def test_a_setting_that_no_report_has_is_refused(ferry, about, says):
    with pytest.raises(Problem, match=re.escape(says)):
        start_report("ferry", **about)
    with pytest.raises(Problem, match=re.escape(says)):
        start_report("new", FERRY, **about)
    assert not (ferry.parent / "new").exists() and open_report("ferry").title == "No ferry"


def test_a_slip_in_the_name_of_a_setting_is_told(ferry):
    change(ferry / "report.toml", "title =", "titel =")
    assert "column “titel”: found an entry that no report has; expected title." in refused()


def test_the_kinds_of_a_report_may_be_given(ferry):
    report = start_report("ferry", kinds=["result", "forecast"])
    assert report.about["kinds"] == ["result", "forecast"]
    with pytest.raises(Problem, match=re.escape('a list such as ["result", "forecast"]')):
        start_report("ferry", kinds="result")


@pytest.mark.parametrize("text", ["2026\u201105\u201105", "2026–05–05", "2026-05-05T10:00"])
def test_a_day_may_have_the_hyphens_of_a_word_file(ferry, text):
    assert f"{start_report('ferry', published=text).published:%Y-%m-%d}" == "2026-05-05"


@pytest.mark.parametrize(
    "text, says",
    [("  \n\n ", "a text of blanks only"), ("/somewhere/text.txt", "is the name of a file")],
)
def test_what_is_no_text_begins_no_report(work, text, says):
    with pytest.raises(Problem, match=says):
        start_report("ferry", text)
    assert not (work / "ferry").exists()


@pytest.mark.parametrize(
    "line, says",
    [
        ("title = “No ferry”", 'line 1, column “title”: found curly quotation marks, “No ferry”;'
         ' expected straight ones, "No ferry".'),
        ("published = 05.05.2026", "column “published”: found “05.05.2026”; expected a day such as"
         " 2022-02-10, the year first; 2026-05-05 may be meant."),
        ("title = No ferry", 'expected a text in quotation marks, "…".'),
    ],
)  # fmt: skip
def test_a_setting_that_is_no_toml_is_told_by_its_line(ferry, line, says):
    (ferry / "report.toml").write_text(f"{line}\n", encoding="utf-8")
    assert says in only(refused())


def test_of_settings_in_another_encoding_no_spreadsheet_is_asked(ferry):
    (ferry / "report.toml").write_bytes('title = "Fähre"\n'.encode("latin-1"))
    assert only(refused()).endswith("expected a file saved as UTF-8.")


def test_two_texts_that_differ_in_capitals_are_told(ferry):
    (ferry / "Text.TXT").write_text("Another.", encoding="utf-8")
    assert "found the files Text.TXT, text.txt; expected one of them" in refused()


def test_a_report_stands_for_its_name(ferry):
    assert named(open_report("ferry")) == named("ferry") == "ferry"


# --- tables


def test_a_doubled_id_is_told_and_nothing_else(saved):
    rows = (saved / "claims.csv").read_text(encoding="utf-8-sig")
    (saved / "claims.csv").write_text(rows + rows.splitlines()[1] + "\n", encoding="utf-8")
    assert only(refused()).startswith("claims.csv, line 4, column “id”: found “C01”, which an")


def test_a_table_that_is_missing_is_named(saved):
    (saved / "claims.csv").unlink()
    says = refused()
    assert "numbers.csv, line 2, column “from”: found “C01”" in says
    assert "expected an id of claims.csv (no such file) or sources.csv" in says


@pytest.mark.parametrize(
    "data", [b"", "id,paragraph".encode("utf-16"), b"id,id,paragraph,quote,speaker\n"]
)
def test_a_table_that_cannot_be_read_is_the_only_complaint(saved, data):
    (saved / "claims.csv").write_bytes(data)
    says = refused()
    assert "claims.csv, line 1" in says and "numbers.csv" not in says and "events.csv" not in says


def test_capitals_and_blanks_in_headings_change_nothing(saved):
    text = (saved / "claims.csv").read_text(encoding="utf-8-sig")
    first, _, rest = text.partition("\n")
    first = " , ".join(first.strip().title().split(","))
    (saved / "claims.csv").write_text(f"{first}\n{rest}", encoding="utf-8")
    assert list(open_report("ferry").claims.index) == ["C01", "C02"]
    save_claim("ferry", passage="Some left", speaker="x", prefix="said Ona Lund.")
    assert len(open_report("ferry").claims) == 3


@pytest.mark.parametrize("mark", ",;\t")
def test_the_line_in_which_a_spreadsheet_says_how_it_parts_columns(saved, mark):
    rows = "id{0}paragraph{0}quote{0}speaker\nC01{0}1{0}At least 140 people{0}Ona Lund\n"
    text = f"sep={mark}\n{rows.format(mark)}"
    (saved / "claims.csv").write_text(text, encoding="utf-8")
    assert list(open_report("ferry").claims.index) == ["C01"]
    save_claim("ferry", passage="Some left", speaker="x", prefix="said Ona Lund.")
    assert list(open_report("ferry").claims["quote"]) == ["At least 140 people", "Some left"]


def test_a_comma_inside_a_number_is_named(saved):
    (saved / "text.txt").write_text(FERRY.replace("140", "1,234"), encoding="utf-8")
    change(saved / "claims.csv", "At least 140 people", '"At least 1,234 people"')
    header = "id,from,words,hedge,low,high,unit,population,place,status"
    row = 'N01,C01,"At least 1,234",at least,1,234,,persons,people,the quay,waiting'
    for line in (row, row.removesuffix(",waiting")):
        (saved / "numbers.csv").write_text(f"{header}\n{line}\n", encoding="utf-8")
        says = refused()
        if "11 fields" not in says:
            assert "column “low”: found “1,234”, whose comma parts it into two columns" in says
            assert "expected 1234, without a comma" in says


def test_a_row_of_one_cell_is_told_in_words_that_agree(saved):
    (saved / "numbers.csv").write_text("id,from,words,low,high,unit\nN01\n", encoding="utf-8")
    assert "found 1 field; expected 6" in refused()


@pytest.mark.parametrize("written", ["2026-05-07 00:00:00", "46149", "2026‑05‑07"])
def test_a_day_of_a_spreadsheet_says_which_may_be_meant(saved, written):
    change(saved / "events.csv", "'2026-05-07", written)
    assert "2026-05-07 may be meant" in only(refused())


@pytest.mark.parametrize(
    "coding, says",
    [
        ("nonsense", "found “nonsense”; expected column=value|value"),
        ("colour=red", "found “colour=red”; expected column=value|value"),
        ("speaker=Zed", "found “speaker=Zed”; expected an id of speakers.csv"),
        ("account=Zed", ""),
        ("sourcing=named|sure", "found “sourcing=sure”; expected one of named, group"),
        ("cue_class=neutral;topic=a thing|another", ""),
    ],
)
def test_another_coding_is_one_that_a_row_could_have(saved, coding, says):
    text = (saved / "claims.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "accepted" not in text[0].split(",") or text[1].count(",,")
    rows = [
        "id,paragraph,quote,speaker,accepted",
        f"C01,1,At least 140 people,Ona Lund,{coding}",
        "C02,2,Others spoke of 90 to 110,no stated source,",
    ]
    (saved / "claims.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    if says:
        assert says in only(refused())
    else:
        assert len(open_report("ferry").claims) == 2


@pytest.mark.parametrize(
    "hedge, says",
    [
        ("up to", "the words say at least 140, and “up to” was typed"),
        ("under", "“under” was typed"),
        ("mindestens", "“mindestens” was typed"),
        ("over", "“over” was typed"),
        ("at least", ""),
        ("", ""),
    ],
)
def test_a_hedge_that_its_words_do_not_say_is_told_by_the_gates(saved, hedge, says):
    change(saved / "numbers.csv", ",at least,", f",{hedge},")
    told = repr(open_report("ferry").gates())
    assert says in told if says else "was typed" not in told


def test_a_quote_that_does_not_stand_there_is_told_in_one_sentence(saved):
    change(saved / "claims.csv", "At least 140 people", "At least 150 people")
    line = only(refused())
    assert "found “" not in line and line.count("; expected") == 0
    assert line.startswith("claims.csv, line 2, column “quote”: “At least 150 people”")


# --- files that hold no text, or hold it otherwise


@pytest.mark.parametrize(
    "name, data, says",
    [
        ("a.heic", b"\0\0\0\x18ftypheic", "a picture"),
        ("a.tiff", b"II*\0", "a picture"),
        ("a.bmp", b"BM\x9a\0\0\0\0\0\0\0", "a picture"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "a picture"),
        ("a.wav", b"RIFF\0\0\0\0WAVEfmt ", "a recording"),
        ("a.mp4", b"\0\0\0\x18ftypisom", "a recording"),
        ("a.mp3", b"ID3\4", "a recording"),
        ("a.ps", b"%!PS-Adobe", "a file for a printer"),
        ("a.svg", b"<svg xmlns='x'><text>140</text></svg>", "a drawing (.svg)"),
        ("a.svg", b"<?xml version='1.0'?>\n<svg><text>140</text></svg>", "a drawing (.svg)"),
        ("a.xml", b"<?xml version='1.0'?><news><p>140</p></news>", "a file in XML"),
        ("a.xml", b"<rss version='2.0'><channel/></rss>", "a feed of news"),
        ("a.json", b'{"text": "At least 140"}', "data for programs"),
        ("a.ipynb", b'{"cells": ["140 people"]}', "data for programs"),
        ("a.tex", b"% mine\n\\documentclass{article}\n140 people", "a LaTeX file"),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nAt least 140\n", "the subtitles"),
        ("a.vtt", b"WEBVTT\n\n140 people", "the subtitles"),
        ("a.url", b"[InternetShortcut]\nURL=https://example.org\n", "a link to a page"),
        (
            "a.eml",
            b"From: a@b.c\nMIME-Version: 1.0\n\n",
            "a mail, or a page in one file, without words",
        ),
    ],
)
def test_what_is_written_for_programs_is_no_text(name, data, says):
    with pytest.raises(Problem) as problem:
        taken(name, data)
    assert str(problem.value).startswith(f"{name}: found {says}")


@pytest.mark.parametrize(
    "text",
    ["[Update] 140 people", "{140} people", "Title: x\nDate: 5 May\n\n140 people", "BM said"],
)
def test_a_text_that_begins_oddly_is_a_text(text):
    assert taken("a.txt", text.encode()).text == f"{text}\n"


MAIL = """From: <Saved by Blink>
Subject: Ferry
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="xx"

--xx
Content-Type: text/{kind}; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

{body}
--xx
Content-Type: text/css

p {{}}
--xx--
"""


@pytest.mark.parametrize("name", ["a.mhtml", "a.eml", "a.txt"])
def test_a_page_in_one_file_and_a_mail_give_their_words(name):
    page = MAIL.format(kind="html", body="<p>At least 140 =\npeople=20waited in caf=C3=A9s.</p>")
    read = taken(name, page.replace("\n", "\r\n").encode())
    assert read.text == "At least 140 people waited in cafés.\n"
    assert "what is attached to it was not" in read.notes[0]
    plain = MAIL.format(kind="plain", body="At least 140=20people.\n\nSome <b>left</b>.")
    assert taken(name, plain.encode()).text.split("\n\n")[0] == "At least 140 people."


@pytest.mark.parametrize(
    "pages",
    [
        [["140 people"]],
        [[f"Quay {word}"] for word in "one two three".split()],
        [["1", "4", "0 men"]],
    ],
)
def test_a_pdf_with_few_letters_is_read(pages):
    text = taken("a.pdf", pdf(*pages)).text
    assert all(word in text for line in pages[0] for word in line.split())


# --- rows by save_claim and add_row


@pytest.mark.parametrize(
    "field, says",
    [
        (dict(poplation="people"), "There is no field “poplation” here. Did you mean population?"),
        (dict(colour="red"), "There is no field “colour” here."),
        (dict(speaker=["a", "b"]), "speaker: found list; expected one text."),
    ],
)
def test_a_field_that_no_claim_has_is_not_dropped(ferry, field, says):
    with pytest.raises(Problem, match=re.escape(says)):
        save_claim("ferry", **ROW | field)
    assert open_report("ferry").claims.empty


@pytest.mark.parametrize("who", ["No Stated Source", "no source", "NO STATED SOURCE"])
def test_nobody_has_one_name(ferry, who):
    save_claim("ferry", **ROW | dict(speaker=who))
    claim = open_report("ferry").claims.loc["C01"]
    assert (claim["speaker"], claim["sourcing"]) == ("no stated source", "none")


def test_a_name_stands_on_one_line(ferry):
    save_claim("ferry", **ROW | dict(speaker="Ona\nLund"))
    assert open_report("ferry").claims.loc["C01", "who"] == "Ona Lund"


def test_a_row_that_leads_nowhere_is_refused_before_there_is_a_claim(ferry):
    row = {"from": "C99", "date": "2026-05-07", "known_on": "2026-05-05", "what": "x"}
    with pytest.raises(Problem, match="found “C99”; expected an id of claims.csv .no such file."):
        add_row("ferry", "events", **row)
    assert save_claim("ferry", **ROW) == "C01"


# --- a text that changes


def test_a_figure_that_was_corrected_takes_no_old_claim_along(saved, capsys):
    save_claim("ferry", passage="90 to 110", speaker="x")
    start_report("ferry", FERRY.replace("90 to 110", "190 to 1100"))
    assert "C03" not in open_report("ferry").claims.index
    assert "C03 (“90 to 110”) does not stand there any more" in capsys.readouterr().out


def test_a_figure_that_was_corrected_in_an_editor_is_told(saved):
    save_claim("ferry", passage="90 to 110", speaker="x")
    change(saved / "text.txt", "90 to 110", "190 to 1100")
    assert "column “quote”: “90 to 110” cuts “190”, which stands there." in refused()


def test_a_text_that_is_replaced_before_it_has_claims_is_kept(ferry, capsys):
    for text in ("Another.", "A third."):
        start_report("ferry", text)
        assert open_report("ferry").paragraphs == [text]
    assert "the one before is kept as set-aside/text1.txt" in capsys.readouterr().out
    assert (ferry / "set-aside" / "text.txt").read_text(encoding="utf-8") == FERRY
    assert (ferry / "set-aside" / "text1.txt").read_text(encoding="utf-8") == "Another."


# --- where files go


@pytest.mark.parametrize(
    "number, says",
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.ENOTDIR, "Does CLOSE_READING_WORK name one that does?"),
        (errno.EACCES, "Is it open in another program?"),
    ],
)
def test_what_cannot_be_written_says_what_helps(number, says):
    assert says in str(not_writable("a.csv", OSError(number, "x")))


def test_the_work_folder_does_not_depend_on_where_python_was_started(monkeypatch, tmp_path):
    monkeypatch.setenv("CLOSE_READING_WORK", "~/cr")
    assert shared_folder() == Path.home() / "cr"
    monkeypatch.setenv("CLOSE_READING_WORK", "mine")
    first = shared_folder()
    monkeypatch.chdir(tmp_path)
    assert shared_folder() == first and first.is_absolute()


# --- signs of a quotation


@pytest.mark.parametrize(
    "one, other",
    [
        ("about <5 men", "about >5 men"),
        ("at ≤ 5 men", "at ≥ 5 men"),
        ("~5 men", "5 men"),
        ("x ≈ 5", "x 5"),
        ("–5 degrees", "5 degrees"),
        ("5′ long", "5″ long"),
        ("↑5", "↓5"),
    ],
)
def test_a_sign_that_changes_a_number_is_no_verbatim_quote(one, other):
    assert compare_quotes(one, one).verdict == "verbatim"
    assert compare_quotes(one, other).verdict != "verbatim"


def test_people_are_not_added_to_a_percentage():
    with pytest.raises(Problem, match="different units"):
        parse_words("20 per cent") + parse_words("5 people")
    assert str(parse_words("20 per cent") + parse_words("5 per cent")).startswith("25")
