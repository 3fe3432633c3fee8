"""The papers for a class: made from data and lessons, each on its page, readable in grey, without
answers where there must be none.
"""

import base64
import io
import math
import re
from html import unescape

import execute
import lab
import paper_pictures
import papers
import pytest
from bs4 import BeautifulSoup
from closereading import charts, maps, unexplained
from closereading.data.report import open_report
from closereading.drawing.style import INK
from closereading.lesson.contents import entry
from closereading.lesson.judge import judge
from matplotlib.colors import to_rgb
from matplotlib.text import Text
from paper_tables import said_of
from PIL import Image

SMALLEST = 9  # points
LEAST_CONTRAST = 4.5
TWO_PAGES = {"retelling"}
PAGES = sorted(papers.TEACHER.glob("*.html"))
each = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
SHEETS = [p for p in PAGES if p.stem.startswith(("sheet_", "stadium_"))]
each_sheet = pytest.mark.parametrize("page", SHEETS, ids=lambda p: p.stem)
HANDOUTS = [p for p in PAGES if p.stem.startswith("handout_")]
each_handout = pytest.mark.parametrize("page", HANDOUTS, ids=lambda p: p.stem)
SAMPLES = [(*key, one) for key in papers.plan("keys").items() for one in key[1].get("open", [])]


def made():
    """{path: bytes} of the papers as they would be made now."""
    return papers.papers(shown())


def shown():
    """The named pictures of the lessons, as the notebooks hold them."""
    paths = sorted(execute.HERE.glob("*.ipynb"))
    found = [execute.pictures(path, path.read_text(encoding="utf-8")) for path in paths]
    return [one for every in found for one in every]


@pytest.fixture(scope="module")
def fresh():
    return made()


def soup(page):
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def flat(text):
    return " ".join(text.split())


def test_the_papers_are_what_they_would_be_now(fresh):
    assert {p: p.read_bytes() for p in PAGES} == fresh
    wanted = {f"{kind}_{route}" for kind in ("sheet", "key", "stadium") for route in "abc"}
    assert wanted < {p.stem for p in PAGES} and len(HANDOUTS) == 3


def test_a_picture_that_changes_changes_the_sheet(fresh):
    small = io.BytesIO()
    Image.new("RGB", (9, 9)).save(small, "PNG")
    changed = [execute.Shown("04_flawed.png", "Another", "", 5, small.getvalue())]
    others = papers.papers(changed)
    assert {p.stem for p, data in others.items() if data != fresh[p]} == {"sheet_a"}


# --- on paper


@pytest.fixture(scope="module")
def printed():
    """{name: (pages of its PDF, size of its smallest lettering in points)} of all papers."""
    if not lab.chromium():
        pytest.skip(lab.NO_CHROMIUM)
    found = {}
    with lab.browser(1000, 1000) as page:
        page.emulate_media(media="print")
        for path in PAGES:
            page.goto(path.as_uri())
            pdf = page.pdf(prefer_css_page_size=True, print_background=True)
            pages = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
            found[path.stem] = pages, page.evaluate(SMALL)
    return found


SMALL = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = [];
  while (texts.nextNode())
    if (texts.currentNode.data.trim())
      sizes.push(parseFloat(getComputedStyle(texts.currentNode.parentElement).fontSize));
  return Math.min(...sizes) * 0.75;
}"""


@each
def test_it_fits_on_its_page_in_letters_that_can_be_read(page, printed):
    pages, smallest = printed[page.stem]
    assert pages == 1 + (page.stem in TWO_PAGES)
    assert smallest >= SMALLEST - 0.01


def in_pictures(report, name):
    return paper_pictures.drawn(report, name).figure.findobj(Text)


DRAWN = [("union-resolve", name) for name in paper_pictures.DRAW] + [("full-house", "map")]


@pytest.mark.parametrize("report_name, name", DRAWN)
def test_the_lettering_of_a_picture_keeps_its_size_on_paper(report_name, name):
    """Pictures are printed as wide as they are drawn, or by as much smaller as is allowed."""
    figure = paper_pictures.drawn(open_report(report_name), name).figure
    on_paper = papers.WIDE / 25.4 / figure.get_figwidth()
    texts = [text for text in figure.findobj(Text) if text.get_text().strip()]
    assert min(text.get_fontsize() for text in texts) * on_paper >= SMALLEST - 0.01


@pytest.mark.parametrize("report_name, name", DRAWN)
def test_every_artist_on_paper_belongs_to_a_mark(report_name, name):
    report = open_report(report_name)
    picture = paper_pictures.drawn(report, name)
    assert unexplained(picture, report) == []
    if name == "map":
        place = picture.marks[0].label
        (name_of_it,) = picture.figure.findobj(lambda a: getattr(a, "get_text", str)() == place)
        name_of_it.set_text("Elsewhere")
        assert unexplained(picture, report)


def test_the_chart_that_is_printed_smaller_has_larger_letters():
    steps = papers.plan("sheets")["sheet_a"]["steps"]
    (scale,) = [step["scale"] for step in steps if "scale" in step]
    assert scale * 10 >= SMALLEST  # lesson 04 draws it with pandas, in letters of 10 points


def luminance(colour):
    """float: how light a colour is, 0 to 1, as WCAG counts it; a grey of that value prints so."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts))


@pytest.mark.parametrize("name", ["forces", "distances"])
def test_what_matters_is_darkest_in_grey(name, report):
    colours = {text.get_color() for text in in_pictures(report, name) if text.get_text().strip()}
    assert paper_pictures.ON_PAPER in colours
    assert luminance(paper_pictures.ON_PAPER) < luminance(INK)


@pytest.mark.parametrize("name", paper_pictures.DRAW)
def test_lettering_can_be_read_in_grey(name, report):
    for text in in_pictures(report, name):
        if text.get_text().strip() and to_rgb(text.get_color()) != (1, 1, 1):
            assert 1.05 / (luminance(text.get_color()) + 0.05) >= LEAST_CONTRAST, text


def test_the_pages_are_black_on_white():
    look = (papers.TEACHER / "templates" / "page.html").read_text(encoding="utf-8")
    assert "color: #000; background: #fff" in look
    lines = re.findall(r"border[^:]*: [^;}]*(#[0-9a-f]{3,6})", look)
    assert len(lines) > 3
    assert all(1.05 / (luminance(line) + 0.05) >= LEAST_CONTRAST for line in lines)


@each
def test_no_request_and_no_script_leaves_the_page(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<script|<link|https?:|url\(", text)
    assert all(image["alt"].strip(". ") for image in soup(page)("img"))


# --- what is not on a sheet, and what is on a hand-out


@each_sheet
def test_the_table_of_a_sheet_is_empty(page):
    rows = [row("td") for row in soup(page).select("tbody tr")]
    assert len(rows) > 1
    for cells in rows:
        told = [cell.get_text(strip=True) for cell in cells]
        given = 2 if "“" in told[1] else 1  # a pair of claims gives two quotes
        assert all(told[:given]) and not any(told[given:])


def answers_to(report_name):
    """Texts that give an answer away: findings, distances, samples of the keys."""
    report = open_report(report_name)
    yield from said_of(report).values()
    yield from (charts.intervals(report).title, charts.accounts(report).title)
    yield from (text for *_, one in SAMPLES for text in (one["good"], one["middling"]))
    yield from ("571", "572", "714")


@each_sheet
def test_no_answer_stands_on_a_sheet(page):
    about = papers.plan("sheets")[page.stem]
    text = soup(page).get_text(" ")
    paragraphs = " ".join(open_report(about["report"]).paragraphs)
    for answer in answers_to(about["report"]):
        found = re.search(rf"(?<!\d){re.escape(answer)}(?!\d)", text)
        assert not found or answer in paragraphs, answer


@pytest.mark.parametrize("name", ["sheet_b", "stadium_b"])
def test_who_cannot_see_a_map_is_told_its_places_and_that_it_has_to_be_measured(name):
    page = soup(papers.TEACHER / f"{name}.html")
    places = [row.td.get_text() for row in page.select(".beside tbody tr")]
    assert "ruler" in page.img["alt"] and all(place in page.img["alt"] for place in places)


@pytest.mark.parametrize("name", ["sheet_b", "stadium_b"])
def test_places_stand_in_no_order_of_their_distance(name):
    rows = soup(papers.TEACHER / f"{name}.html").select(".beside tbody tr")
    places = [row.td.get_text() for row in rows]
    assert len(places) > 2 and places == sorted(places)


FINDINGS = {
    "handout_a_how_many": lambda report: paper_pictures.drawn(report, "forces", title="").title,
    "handout_b_how_far": lambda report: maps.distances(report, "C08", band=(187, 213)).title,
    "handout_c_five_accounts": lambda report: charts.accounts(report).title,
}


@each_handout
def test_the_title_of_a_handout_tells_no_finding(page, report):
    finding = FINDINGS[page.stem](report)
    assert re.search(r"\d", finding) and finding not in page.read_text(encoding="utf-8")


def lacking(page, report):
    """Words behind the marks of the report's picture that a hand-out does not have, each with its
    place.
    """
    about = papers.plan("handouts")[page.stem]
    text = flat(unescape(soup(page).get_text()))
    short = about["picture"] == "accounts"
    longest = {}
    picture = paper_pictures.drawn(report, about["picture"])
    for mark in papers.quoting(picture.marks, report):
        for e in mark.evidence:
            told = flat(papers.told(e, short))
            longest[e.row] = max(longest.get(e.row, ""), told, key=len)
    return {told for told in longest.values() if told not in text}


@each_handout
def test_every_mark_has_its_words_on_paper(page, report):
    assert lacking(page, report) == set()


def test_only_empty_cells_are_left_out_on_paper(report):
    picture = paper_pictures.drawn(report, "accounts")
    shown = {e.row for mark in papers.quoting(picture.marks, report) for e in mark.evidence}
    assert {("claims", key) for key in report.claims.index} == {(r.table, r.id) for r in shown}
    for name in ("forces", "distances"):
        marks = paper_pictures.drawn(report, name).marks
        assert papers.quoting(marks, report) == marks


def test_every_cell_of_accounts_has_a_heading_and_its_words_on_paper(report):
    """Who opens a row on the hand-out finds as many words as there are squares."""
    items = soup(papers.TEACHER / "handout_c_five_accounts.html").select(".words li")
    assert all(item.b for item in items)
    found = {item.b.get_text(): item.get_text().count(" “") for item in items}
    cells = report.claims.groupby(["account_name", "topic"]).size()
    assert found == {f"{account}, {topic}": count for (account, topic), count in cells.items()}


def test_the_mildest_sheet_draws_no_line_to_kyiv():
    """Route A is offered to a class near the war: so its sheet has no distance to the capital."""
    text = soup(papers.TEACHER / "sheet_a.html").get_text()
    assert not re.search("Kyiv|miles", text)


def test_the_heights_of_the_flawed_chart_stand_on_the_sheet():
    lesson = (execute.HERE / "04_how_many.ipynb").read_text(encoding="utf-8")
    drawn = re.search(r"pd\.Series\((\{[^}]*\})\)", lesson)[1]
    heights = [int(n.replace("_", "")) for n in re.findall(r": ([\d_]+)", drawn)]
    text = soup(papers.TEACHER / "sheet_a.html").get_text()
    assert len(heights) == 4 and all(f"{n:,}" in text for n in heights)


WITHOUT_ENDS = "a shaded band without caps"


@pytest.mark.parametrize("name", ["sheet_a", "stadium_a"])
def test_every_kind_of_number_has_a_sign_on_the_sheet(name):
    text = soup(papers.TEACHER / f"{name}.html").get_text()
    assert "only a few" in text and WITHOUT_ENDS in text
    assert "neither caps nor an arrow" in soup(papers.TEACHER / "key_a.html").get_text()


SAME_COLUMNS = [(n, s) for n, key in papers.plan("keys").items() for s in key.get("sheets", [])]


@pytest.mark.parametrize("key, sheet", SAME_COLUMNS)
def test_a_key_answers_the_columns_of_its_sheet(key, sheet):
    """A key fills in the very columns that the sheet has, and each of its cells."""
    answered = soup(papers.TEACHER / f"{key}.html")("table")
    heads = [[th.get_text() for th in table.thead("th")] for table in answered]
    for table in soup(papers.TEACHER / f"{sheet}.html").select("li table"):
        asked = [th.get_text() for th in table.thead("th")]
        if "fits?" not in asked:
            assert asked in heads
    assert all(td.get_text(strip=True) for table in answered for td in table("td"))


def test_a_key_answers_there_or_could_be_in_these_words():
    rows = soup(papers.TEACHER / "key_a.html").table.select("tbody tr")
    assert {row("td")[-1].get_text() for row in rows} == {"there", "could be"}


def test_the_number_of_a_good_ticket_stands_on_the_sheet():
    for name, key, one in SAMPLES:
        if one["ask"] == "Before you go":
            papers_of = [papers.TEACHER / f"{sheet}.html" for sheet in key["sheets"]]
            words = re.search("“([^”]+)”", one["good"])[1]
            assert any(words in soup(page).select_one(".read").get_text() for page in papers_of)


@each_handout
def test_data_that_change_are_missed_on_paper(page, report):
    report.numbers.loc["N12", "words"] = "up to 40,000"
    report.claims.loc["C08", "quote"] = "only about 300 miles"
    assert lacking(page, report)


def test_the_retelling_is_the_whole_retelling(report):
    told = [flat(item.span.get_text()) for item in soup(papers.TEACHER / "retelling.html")("li")]
    assert told == [flat(text) for text in report.read().paragraphs]


# --- answers of three levels


def verdict(key, answer):
    """Reply of the lessons' own judge."""
    kind = "repair" if key[3:] in ("r", "s") else "check"
    exercise = entry(key, kind)
    if kind == "repair":
        exercise = exercise | {"type": "sentence"}
    return judge(answer, exercise, open_report())


def judged(key, answers):
    """Asserts that the judge refuses two answers and takes the third."""
    weak, middling, good = (verdict(key, answer) for answer in answers)
    assert weak.verdict not in ("kept", "right") and middling.verdict not in ("kept", "right")
    assert good.verdict in ("kept", "right"), good


CHECKED = [(name, one) for name, _, one in SAMPLES if "check" in one]


@pytest.mark.parametrize("name, one", CHECKED, ids=lambda v: v if isinstance(v, str) else v["ask"])
def test_the_judge_takes_the_good_answer_of_a_key(name, one):
    answers = one.get("answers") or [one[level] for level in ("weak", "middling", "good")]
    judged(one["check"], map(_typed, answers))


def _typed(answer):
    return tuple(answer) if isinstance(answer, list) else answer


RUBRICS = papers.plan("rubrics")
SENTENCES = [RUBRICS["weight"], *RUBRICS["repair"]]


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one["key"])
def test_the_judge_agrees_with_a_rubric(one):
    judged(one["key"], one["answers"])
    weak, middling, _ = (str(verdict(one["key"], answer)) for answer in one["answers"])
    assert weak != middling


def test_the_rubrics_have_every_row(report):
    assert [one["key"] for one in RUBRICS["repair"]] == [f"{n:02}.r" for n in range(1, 9)]
    rows = soup(papers.TEACHER / "rubric_own_report.html").select("tbody tr")
    assert [row.th.get_text() for row in rows] == [*RUBRICS["own_report"]]
    assert all(len(row("td")) == 3 for row in rows)


def test_what_a_key_reckons_is_right(report):
    text = (papers.TEACHER / "keys.toml").read_text(encoding="utf-8")
    low, high = 8_000 / 14, 14_000 / 14
    most = (10_000 - 1) // 14  # the wide reading of “a few thousand” ends below 10,000
    least = math.ceil(low)  # whole men, on the sheet as on the hand-out
    assert f"{least} to {high:,.0f}" in text and f"{least} to {most} men" in text
    assert f"14 × {least - 1} is {14 * (least - 1):,}" in text
    assert 14 * least > 5_000  # so the narrow reading allows no number of men
    far = said_of(report)
    for place in ("Luninets airfield", "Minsk"):
        assert re.search(rf"From {place}[^.]* {far[place]}\b", text), place
    assert far["Asipovichy ground"].replace("–", " to ") in text


def test_a_sheet_says_how_to_read_the_words_that_it_reckons_with(report):
    (step,) = [s for s in papers.plan("sheets")["sheet_a"]["steps"] if "14 groups" in s["say"]]
    clash = report.pairs.loc["V01", "reading"]
    assert re.search(r"[\d,]+ to [\d,]+", clash)[0].strip(",") in step["say"]
    assert "up to 10,000" in step["say"]


def test_a_key_answers_the_first_question(report):
    asked = {name for name, one in papers.plan("sheets").items() if one.get("first")}
    assert asked == {"sheet_a", "sheet_c"}
    assert all(papers.plan("keys")[name.replace("sheet", "key")]["first"] for name in asked)
    text = soup(papers.TEACHER / "key_c.html").get_text()
    far = said_of(report)
    assert "“Away from where?” is not printed" in text
    assert f"{far['Luninets airfield']} miles from Luninets" in text
    assert f"{far['Minsk']} from Minsk" in text


def test_a_key_says_where_every_answer_to_its_sheet_is():
    key = soup(papers.TEACHER / "key_a.html").get_text()
    steps = len(papers.plan("sheets")["sheet_a"]["steps"])
    told = {int(n) for n in re.findall(r"Sheet(?: A)?, step (\d)", key)}
    assert told == {*range(1, steps + 1)}


def test_what_a_key_quotes_of_its_sheet_stands_there():
    for name, key in papers.plan("keys").items():
        sheets = [soup(papers.TEACHER / f"{one}.html").get_text() for one in key.get("sheets", [])]
        for label in re.findall(r"“([^”]+)”: ", key.get("closed", "")):
            assert any(label in sheet for sheet in sheets), (name, label)


COUNTED = {"sheet_a": ("Four", "“at least 14” counts groups"), "stadium_a": ("Five", "tickets")}


@pytest.mark.parametrize("name", COUNTED)
def test_a_sheet_says_which_of_the_printed_numbers_it_asks_about(name):
    """The paragraphs print more numbers than the question is about."""
    about = papers.plan("sheets")[name]
    report = open_report(about["report"])
    printed = soup(papers.TEACHER / f"{name}.html").select_one(".read").get_text()
    persons = report.numbers[report.numbers["unit"] == "persons"]
    mine = [key for key, words in persons["words"].items() if words in printed]
    assert sorted(mine) == sorted(papers.plan("sheets")["rows"][about["report"]]["persons"])
    count, others = COUNTED[name]
    said = about["steps"][0]["say"]
    assert f"{count} of their numbers count people" in said and others in said
    assert ["Four", "Five"].index(count) + 4 == len(mine)


@pytest.mark.parametrize("name, told", [("union-resolve", 4), ("full-house", 2)])
def test_a_key_says_how_far_a_millimetre_of_the_sheet_is(name, told):
    figure = paper_pictures.drawn(open_report(name), "map").figure
    ax = figure.axes[0]
    wide = ax.get_position().width * papers.WIDE  # mm: a picture is printed as wide as it is drawn
    miles = (ax.get_xlim()[1] - ax.get_xlim()[0]) / 1609.344 / wide
    assert round(miles) == told
    key = {"union-resolve": "key_b", "full-house": "key_stadium"}[name]
    assert f"a millimetre is about {told}" in soup(papers.TEACHER / f"{key}.html").get_text()


def test_the_cars_of_the_stadium_are_reckoned_right():
    (good,) = [one["good"] for name, _, one in SAMPLES if "cars" in one["ask"]]
    wide = [n for n in range(1, 20) if 250 <= 140 * n < 1_000]
    narrow = [n for n in range(1, 20) if 300 <= 140 * n <= 500]
    assert f"300 to 500: {narrow[0]} in each car, {140 * narrow[0]} people" in good
    ends = f"{wide[0]} to {wide[-1]}, that is {140 * wide[0]} to {140 * wide[-1]}"
    assert len(narrow) == 1 and ends in good


GLOSS = "battalion tactical group is a unit of several hundred soldiers"
FOR_PUPILS = [p for p in PAGES if p.stem.startswith(("sheet", "stadium", "handout", "retelling"))]


@pytest.mark.parametrize("page", FOR_PUPILS, ids=lambda p: p.stem)
def test_a_word_of_the_army_is_explained_where_it_stands(page):
    text = flat(soup(page).get_text(" ")).replace("group (15) is", "group is")
    assert "battalion tactical groups" not in text or GLOSS in text


def test_a_band_is_called_alike_on_all_papers(report):
    """“Usual” would be the narrow band on one paper and the wide one on another."""
    for name, ours in {"forces": "3,000 to 5,000", "distances": "150 to 250"}.items():
        texts = [text.get_text() for text in in_pictures(report, name)]
        assert any(f"our reading: {ours}" in text for text in texts)
        assert not any("usual" in text for text in texts)


@pytest.mark.parametrize("name", paper_pictures.DRAW)
def test_a_caption_on_paper_points_at_nothing_that_is_not_there(name, report):
    texts = " ".join(text.get_text() for text in in_pictures(report, name))
    assert "below" not in texts


def test_a_good_sentence_dates_the_report_and_not_its_sources():
    for one in RUBRICS["repair"]:
        good = one["answers"][-1]
        assert not re.search(r"^On 10 February 2022, according to", good), one["key"]


@pytest.mark.parametrize("name", ["union-resolve", "full-house"])
def test_a_place_that_may_be_left_blank_is_marked_as_our_reading(name):
    """Where we accept “not stated”, the key must not pass the cell off as printed."""
    numbers = open_report(name).numbers
    rows = papers.plan("sheets")["rows"][name]
    for key in rows["persons"]:
        accepted = numbers.loc[key, "accepted"]
        if isinstance(accepted, str) and "not stated" in accepted:
            assert "place" in rows["ours"][key], key


def test_cells_of_our_reading_are_marked_in_a_key():
    cells = {
        key: [
            cell.get_text()
            for cell in soup(papers.TEACHER / f"{key}.html")("td")
            if cell.get_text().endswith("(our reading)")
        ]
        for key in ("key_a", "key_stadium")
    }
    troops, *places = cells["key_a"]
    assert troops == "Russian troops (our reading)"
    assert places == ["Belarus (our reading)"] * 2
    north = "the north gate (our reading)"
    people, *others = cells["key_stadium"]
    assert people == "spectators (our reading)"
    assert others == [north, north, "turned away (our reading)"]


def test_the_key_of_the_stadium_counts_what_answers_the_question():
    numbers = open_report("full-house").numbers
    rows = numbers.loc[papers.plan("sheets")["rows"]["full-house"]["persons"]]
    spectators = rows["accepted"].str.contains("spectators", na=False)
    there = (spectators & (rows["status"] == "present")).sum()
    text = soup(papers.TEACHER / "key_stadium.html").get_text()
    assert f"A, step 1: {there} of {len(rows)}." in text


def test_a_dash_of_a_key_is_no_silence_elsewhere(report):
    claims = report.claims
    mine = claims[(claims["account"] == "us-nato") & (claims["topic"] == "purpose")]
    elsewhere = ", ".join(map(str, sorted(set(mine["paragraph"]))))
    text = soup(papers.TEACHER / "key_c.html").get_text()
    assert f"– (not on this sheet: {elsewhere})" in text


def test_the_size_of_a_picture_is_that_of_its_pixels():
    for page in HANDOUTS:
        image = soup(page).img
        with Image.open(io.BytesIO(base64.b64decode(image["src"].partition(",")[2]))) as drawn:
            assert drawn.size == (int(image["width"]), int(image["height"]))


def test_a_run_of_one_notebook_writes_what_belongs_to_it_and_nothing_else(monkeypatch):
    monkeypatch.setattr(execute, "executed", lambda path: path.read_text(encoding="utf-8"))
    monkeypatch.setattr(execute, "posters", lambda: {"06_in_their_words.pdf": b""})
    pages = dict.fromkeys(papers.TEACHER / f"{name}.html" for name in papers.lessons())
    monkeypatch.setattr(execute, "papers", lambda shown: pages)
    fourth = {path.name for path in execute.made_from([execute.HERE / "04_how_many.ipynb"])}
    figures = {name for name in fourth if name.endswith(".png")}
    assert figures and all(name.startswith("04_") for name in figures)
    assert fourth - figures == {
        "04_how_many.ipynb",
        "README.md",
        "sheet_a.html",
        "handout_a_how_many.html",
        "key_a.html",
        "rubric_sentences.html",
    }
    stadium = {path.name for path in execute.made_from([execute.HERE / "stadium_02_how_far.ipynb"])}
    wanted = {"stadium_02_how_far.ipynb", "README.md", "stadium_b.html", "key_stadium.html"}
    assert stadium == wanted


def test_every_page_to_print_belongs_to_a_lesson():
    assert {path.stem for path in papers.TEACHER.glob("*.html")} <= set(papers.lessons())
