"""Texts as people have them: encodings, Word, HTML, PDF; paragraphs; and a text that changes."""

import io
import zipfile

import pytest
from closereading.data.edits import ASIDE
from closereading.data.imports import taken
from closereading.data.own import add_row, start_report, take_text
from closereading.data.report import open_report
from closereading.reading.paragraphs import paragraphs
from closereading.reading.text import Problem, everywhere
from closereading.widgets.claim_files import save_claim

ENGLISH = "The “river” rose — about £5 or €7 at café Noël…"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default'
    ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def packed(**files):
    """bytes of a zip. files: name with __ for a slash and _d_ for a dot -> content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_d_", "."), content)
    return out.getvalue()


def docx(body):
    """bytes of a Word file with this body, in Word's own XML."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", LINKS)
        made.writestr("word/document.xml", document)
    return out.getvalue()


def line(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages):
    """bytes of a PDF. pages: lists of lines, in letters of ASCII."""
    objects, kids = [], []
    for lines in pages:
        shown = "\n".join(f"({one}) Tj T*" for one in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 780 Td\n{shown}\nET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(len(objects) + 4)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 3} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    first = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, one in enumerate([*first, *objects], 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start, count = len(out), len(places) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    out += f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return out.encode("latin-1")


# --- letters


@pytest.mark.parametrize(
    "text, encoding",
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("“£5”", "cp1252"),
        ("El niño dijo: ¿qué pasó? ¡No!", "cp1252"),
        ("Das Café Müßig liegt über der Straße, sagte Frau Müller.", "latin-1"),
        ("Zażółć gęślą jaźń, powiedział minister. Straż pożarna ewakuowała ludzi.", "cp1250"),
        ("Жители города сообщили о наводнении. Вода поднялась выше домов. " * 3, "cp1251"),
    ],
)
def test_a_text_is_read_in_its_encoding(text, encoding):
    read = taken("my text.txt", text.encode(encoding))
    assert read.text.strip() == text.strip()
    assert bool(read.notes) == (encoding not in ("utf-8", "utf-8-sig"))


@pytest.mark.parametrize(
    "name, data, says",
    [
        ("a.doc", b"\xd0\xcf\x11\xe0rest", "an old Word, Excel or PowerPoint file"),
        ("a.rtf", b"{\\rtf1 x}", "Rich Text Format"),
        ("scan.png", b"\x89PNG....", "a picture"),
        ("a.txt", b"\xff\xd8\xff\xe0", "a picture"),
        ("a.txt", b" \n", "an empty file"),
        ("a.txt", b"?!...", "no letter that can be read"),
        ("a.bin", bytes(range(256)) * 4, "bytes that are no text"),
        ("a.docx", b"PK\3\4 cut", "not its end"),
        ("a.xlsx", packed(xl__workbook_d_xml="x"), "an Excel file"),
        ("a.odt", packed(content_d_xml="x"), "an OpenDocument file"),
        ("a.zip", packed(notes_d_txt="x"), "a packed file with notes.txt"),
        ("a.pdf", b"%PDF-1.4 nonsense", "a PDF that cannot be read"),
        ("scan.pdf", pdf([""], [""]), "2 pages with hardly a letter, as a scanner"),
        ("a.docx", packed(word__document_d_xml="<w"), "a Word file that cannot be read"),
    ],
)
def test_what_holds_no_text_says_what_lies_there(name, data, says):
    with pytest.raises(Problem) as problem:
        taken(name, data)
    assert str(problem.value).startswith(f"{name}: found ") and says in str(problem.value)


# --- Word, HTML, PDF


def test_a_word_file_keeps_paragraphs_lists_and_tables():
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(line('Year'))}{cell(line('Sum'))}</w:tr></w:tbl>"
    read = taken("a.docx", docx(line("At least 140 people.") + line("evac\u00aduation") + table))
    assert paragraphs(read.text) == ["At least 140 people.", "evac\u00aduation", "Year\tSum"]


def test_a_page_gives_its_article_with_lists_and_tables():
    html = (
        "<!doctype html><title>t</title><style>p{}</style><nav>Home</nav><article><h1>Head\nline"
        "</h1><p>One <b>bold</b>\nword.<br>New line.</p><ul><li>12 dead<li>30 hurt</ul><table><tr>"
        "<th>Year<th>Sum<tr><td>2020<td>1,5</table><p>End &amp; out<script>x</script></article>"
    )
    read = taken("a.htm", html.encode())
    assert paragraphs(read.text) == [
        "Head line",
        "One bold word.",
        "New line.",
        "• 12 dead",
        "• 30 hurt",
        "Year\tSum",
        "2020\t1,5",
        "End & out",
    ]
    assert "1 part of the page around the report is left out" in " ".join(read.notes)
    latin = b'<meta charset="iso-8859-1"><p>Caf\xe9 is open again today'
    assert taken("b.html", latin).text.strip() == "Café is open again today"


PAGE = [
    "Report 7 of the Office            Page {}",
    "{} water in the valley",
    "{} river rose on Monday after a week of rain and flooded three streets of",
    "the lower town, the fire brigade said. About 200 people were brought to sa-",
    "fety by boat.",
    "On Tuesday it fell again, and the brigade said that most people were back at",
    "home and in safety by noon.",
    "- 12 boats were used",
    "- 3 boats were lost{}",
]


def _page(number, first, last):
    """list of str: the lines of one page."""
    filled = (number, "High" if first == "The" else "Low", first, *[""] * 5, last)
    return [line.format(word) for line, word in zip(PAGE, filled)]


def soft(drawn):
    """str: a soft hyphen inside a line of `pdf`, and what is drawn in its place."""
    return f") Tj /Span << /ActualText <FEFF00AD> >> BDC ({drawn}) Tj EMC ("


def test_a_soft_hyphen_of_a_pdf_tears_no_word():
    lines = [
        f"The po{soft(' ')}lice of the har{soft(' ')}bour said that the well-known in{soft('-')}",
        f"ves{soft(' ')}tigation goes on, and that at least 140 mil{soft(' ')}",
        "lion letters were read, 90 of them twice.",
    ]
    read = taken("a.pdf", pdf(lines))
    assert read.text == (
        "The police of the harbour said that the well-known investigation goes on, and that at"
        " least 140 million letters were read, 90 of them twice.\n"
    )
    assert "Broken at the end" not in " ".join(read.notes)


def test_the_paragraphs_of_a_pdf_stay_as_they_were_cut():
    read = taken("a.pdf", pdf(*[_page(*words) for words in ((1, "The", ""), (2, "A", " here"))]))
    cut = read.text.rstrip("\n").split("\n\n")
    assert paragraphs(read.text) == cut and len(cut) == 10
    # another text before them cuts none of them anew
    assert paragraphs(f"A line.\n\n{read.text}\n\nA last\nline")[1:-1] == cut


def test_the_lines_of_a_pdf_become_paragraphs_again():
    read = taken("a.pdf", pdf(*[_page(*words) for words in ((1, "The", ""), (2, "A", " here"))]))
    text = paragraphs(read.text)
    assert text[0] == "High water in the valley"
    del text[0]
    assert text[0].endswith("About 200 people were brought to safety by boat.")
    assert text[1:4] == [
        "On Tuesday it fell again, and the brigade said that most people were back at home and in"
        " safety by noon.",
        "- 12 boats were used",
        "- 3 boats were lost",
    ]
    assert len(text) == 9 and "Report 7" not in read.text
    assert "“Report 7 of the Office Page 1”" in " ".join(read.notes)


# --- paragraphs


def test_one_wide_line_does_not_part_the_lines_of_a_page():
    narrow = ["the office has sent goods worth", "4 million crowns to the harbour,"] * 10
    head = " ".join(["Harbour cases deaths"] * 9)  # of a table, over both columns
    whole = paragraphs("\n".join([head, *narrow, "and more will follow next week."]))
    assert len(whole) == 1 and "worth 4 million crowns" in whole[0]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Facts:\n• 12 dead\n• 30 hurt\n\nMore.", ["Facts:", "• 12 dead", "• 30 hurt", "More."]),
        ("It says:\n1. go\n2. stay\n\nEnd.", ["It says:", "1. go", "2. stay", "End."]),
        ("Sum\t12\t14\nLoss\t3\t4\n\nEnd.", ["Sum\t12\t14", "Loss\t3\t4", "End."]),
        ("Rovers 2\nMarsh 3\n\nEnd.", ["Rovers 2", "Marsh 3", "End."]),
        ("a well-\nknown man", ["a well-", "known man"]),
        ("x\n\na well-\nknown man", ["x", "a well-known man"]),
    ],
)
def test_items_and_rows_keep_their_lines(text, wanted):
    assert paragraphs(text) == wanted


@pytest.mark.parametrize(
    "text, quote",
    [
        ("Il dit « bonjour » hier.", '"bonjour"'),
        ("Il dit «\u00a0bonjour\u00a0» hier.", "« bonjour »"),
        ("Er sagte „Hallo“.", '"Hallo"'),
        ("他说「我们」", '"我们"'),
        (
            "The evac\u00aduation of Cafe\u0301 o\ufb03ce\u200b, a long\u2011term plan.",
            "Café office",
        ),
        ("The evac\u00aduation", "evacuation"),
        ("a long\u2011term plan", "long-term"),
        ("Sum\t12\t14", "Sum 12"),
    ],
)
def test_signs_that_differ_between_keyboards_hide_no_passage(text, quote):
    assert len(everywhere(paragraphs(text), quote)) == 1


# --- in a folder


@pytest.mark.parametrize(
    "name, data",
    [
        ("Text.txt", "It was “late”.".encode()),
        ("text.txt", "It was “late”.".encode("cp1252")),
        ("Report of May.docx", docx(line("It was “late”."))),
        ("story.HTML", "<p>It was “late”.".encode()),
        ("a.pdf", pdf(["It was 'late', and it was late for all of them."])),
    ],
)
def test_a_file_in_the_folder_is_the_text(work, name, data):
    (work / "mine").mkdir()
    (work / "mine" / name).write_bytes(data)
    assert start_report("mine").paragraphs[0].startswith("It was ")
    assert save_claim("mine", passage="It was", speaker="x") == "C01"
    assert (work / "mine" / name).read_bytes() == data


def test_of_two_files_nobody_knows_which_is_meant(work):
    (work / "mine").mkdir()
    for name in ("a.html", "b.html"):
        (work / "mine" / name).write_text("<p>It was late.", encoding="utf-8")
    with pytest.raises(Problem, match="found the files a.html, b.html; expected one of them"):
        open_report("mine")


def test_a_text_may_be_handed_over_as_a_file(work):
    report, told = take_text("mine", "a.docx", docx(line("It was late.")), title="Late")
    assert report.paragraphs == ["It was late."] and report.title == "Late" and told


# --- a text that changes

BEFORE = "The quay was full. At least 140 waited.\n\nOthers left. Some waited.\n\nThe end came."


@pytest.fixture
def quay(work):
    start_report("quay", BEFORE)
    scope = dict(unit="persons", population="people", place="quay", status="waiting")
    save_claim("quay", passage="At least 140 waited", speaker="a", number="At least 140", **scope)
    save_claim("quay", passage="Others left", speaker="b")
    save_claim("quay", passage="The end", speaker="c")
    add_row("quay", "pairs", first="C01", second="C02", relation="agree", why="x")
    return work / "quay"


def test_claims_move_with_their_words(quay, capsys):
    start_report("quay", "A headline\n\n" + BEFORE)
    claims = open_report("quay").claims
    assert list(claims["paragraph"]) == [2, 3, 4] and len(open_report("quay").pairs) == 1
    assert "3 claims have moved" in capsys.readouterr().out
    assert [path.name for path in (quay / ASIDE).iterdir()] == ["text.txt"]  # as it was before


def test_what_no_longer_stands_is_set_aside_and_named(quay, capsys):
    start_report("quay", BEFORE.replace("At least 140", "Some 140"))
    report = open_report("quay")
    assert list(report.claims.index) == ["C02", "C03"]
    assert report.numbers.empty and report.pairs.empty
    told = capsys.readouterr().out
    assert "C01 (“At least 140 waited”) does not stand there any more" in told
    kept = {path.name: path.read_text(encoding="utf-8-sig") for path in (quay / ASIDE).iterdir()}
    assert set(kept) == {"claims.csv", "numbers.csv", "pairs.csv", "text.txt"}
    assert "At least 140 waited" in kept["claims.csv"] and "persons" in kept["numbers.csv"]


def test_words_that_stand_twice_now_stay_with_their_paragraph(quay):
    start_report("quay", BEFORE + "\n\nOthers left. Nobody knows when, and The end of it is near.")
    assert list(open_report("quay").claims["paragraph"]) == [1, 2, 3]


def test_a_text_that_was_changed_in_an_editor_is_followed_too(quay, capsys):
    (quay / "text.txt").write_text("New.\n\n" + BEFORE, encoding="utf-8")
    with pytest.raises(Problem, match="does not stand in paragraph 1"):
        open_report("quay")
    assert list(start_report("quay").claims["paragraph"]) == [2, 3, 4]


def test_another_text_is_another_report(quay):
    before = {path.name: path.read_bytes() for path in quay.iterdir()}
    with pytest.raises(Problem, match="Give the new text a name of its own"):
        start_report("quay", "Something else altogether.")
    assert before == {path.name: path.read_bytes() for path in quay.iterdir()}


# --- what is pasted: lines that nobody broke, and lines that a page or a mail broke

LONG = (
    "The company said on Monday that it would sail again. It named three reasons for the delay, and"
    " gave the figures for each of the harbours that it serves."
)
MAIL = [
    "the harbour master told us today that the ferry will not sail before",
    "Thursday. About 140 people are waiting on the quay, and the council has",
    "opened the school for them.",
]
ITEMS = ["warm clothes for two days", "a torch with new batteries", "soup", "food for a week"]
ROWS = ["Great Holm: 4,120 passengers", "the quay at Sund: 318 passengers", "others: few people"]
POINTS = [
    "A ferry with 140 people on board has been waiting at the quay since noon on Tuesday",
    "The harbour master says that nobody may leave the ship before the wind has fallen",
    "Two boats have been sent from Little Holm to bring food to those who are on board",
]


@pytest.mark.parametrize(
    "blocks, wanted",
    [
        ([[LONG], ROWS], [LONG, *ROWS]),
        ([[LONG], ["By Ona Lund", "our correspondent"]], [LONG, "By Ona Lund our correspondent"]),
        ([["What we know:", *POINTS], ["It rained."]], ["What we know:", *POINTS, "It rained."]),
        ([POINTS, ["It rained."]], [*POINTS, "It rained."]),
        ([["Bring these:"], ITEMS, ["It rained."]], ["Bring these:", *ITEMS, "It rained."]),
        ([["Dear all,"], MAIL, ITEMS], ["Dear all,", " ".join(MAIL), *ITEMS]),
        (
            [[*MAIL, "Please bring:", *ITEMS, "Ona"]],
            [" ".join(MAIL), "Please bring:", *ITEMS, "Ona"],
        ),
        (
            [["Ona wrote:", *(f"> {line}" for line in MAIL), ">", "> It rained."], ["I see."]],
            ["Ona wrote:", " ".join(MAIL), "It rained.", "I see."],
        ),
        ([["More than that:", "> 40 boats", "> 50 carts"], ["No."]], None),
        ([MAIL, ["It rained."]], [" ".join(MAIL), "It rained."]),
        ([MAIL[:2], [LONG]], [" ".join(MAIL[:2]), LONG]),
        (
            [["It was written by the office of the harbour master of Great", "Holm."], [MAIL[0]]],
            ["It was written by the office of the harbour master of Great Holm.", MAIL[0]],
        ),
        (
            [["Harbour says sorry for", "delay of ferry to isles", "in north"], MAIL],
            [
                "Harbour says sorry for delay of ferry to isles in north",
                " ".join(MAIL),
            ],
        ),
    ],
)
def test_a_pasted_text_keeps_its_lists_apart_and_its_prose_whole(blocks, wanted):
    text = "\n\n".join("\n".join(block) for block in blocks)
    assert paragraphs(text) == (wanted or [line for block in blocks for line in block])
    made = paragraphs(text)
    assert paragraphs("\n\n".join(made)) == made  # “Correct the text” cuts none of them anew
