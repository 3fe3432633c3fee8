"""Anchors and quotations: which signs count as the same, and which change what is said.

Cases of anchors follow what annotator libraries test, put in words of our own:
- Hypothesis' client, src/annotator/anchoring/test/match-quote-test.js, commit 87c5c693a3d2
- Apache Annotator, packages/dom/test/text-quote/match-cases.ts and describe-cases.ts, commit
  97461a760c69
- dom-anchor-text-quote, test/dom-anchor-text-quote.spec.js, commit d0b164bdac0b
"""

import json
import re
import unicodedata
from html import unescape

import pytest
from closereading import quote_trace, save_claim, start_report
from closereading.data.own import add_row
from closereading.data.report import open_report
from closereading.reading.characters import folded, words
from closereading.reading.in_marks import all_in_marks, in_marks
from closereading.reading.paragraphs import paragraphs
from closereading.reading.text import Problem, compare_quotes, everywhere, find_quote
from hypothesis import given
from hypothesis import strategies as st
from prose import ROOT

GATE = "the guard at the gate saw the gates close at eight at night"


def spots(text, quote, prefix="", suffix=""):
    """[(start, end)] in a text of one paragraph."""
    return [spot[1:] for spot in everywhere([text], quote, prefix, suffix)]


# --- anchors, as the libraries test them


@pytest.mark.parametrize(
    "quote, prefix, suffix, starts",
    [
        ("guard at", "", "", [4]),  # inside
        ("the guard", "", "", [0]),  # the first signs
        ("at night", "", "", [51]),  # the last signs
        ("ard at the ga", "", "", [6]),  # words cut at both ends
        (GATE, "", "", [0]),  # the whole
        ("gate", "", "", [17, 30]),  # twice, once inside a longer word
        ("the", "", "", [0, 13, 26]),  # three times
        ("grail", "", "", []),  # nowhere
        ("gate", "the ", "", [17, 30]),  # prefix with its blank
        ("gate", "saw the ", "", [30]),  # a longer prefix tells which
        ("gate", "", "s", [30]),  # a suffix that goes on with the word
        ("gate", "", " ", [17]),  # a suffix that is a blank
        ("at", " ", "", [10, 42, 51]),  # a prefix that is a blank
        ("at", " ", " ", [10, 42, 51]),
        ("at", "", "e", [18, 31]),
        ("gate", "at the ", " saw", [17]),  # both
        ("at", "close ", "", [42]),
        ("guard", "no ", "", []),  # a prefix that is not there
        ("guard", "", " on", []),  # a suffix that is not there
        ("guard", "", "the", []),  # one that stands further off
        ("guard", "the", "at", [4]),  # neighbours that do not touch it, as people type them
        ("gate", "the", "s", [17, 30]),
        ("guard at", "", "", [4]),  # blank neighbours are none
        ("", "", "", []),  # no quote: the libraries find it everywhere, we nowhere
        ("", "the", "", []),
        (" ", "", "", []),
    ],
)
def test_where_a_quote_stands(quote, prefix, suffix, starts):
    assert [start for start, _ in spots(GATE, quote, prefix, suffix)] == starts
    for start, end in spots(GATE, quote, prefix, suffix):
        assert GATE[start:end] == quote


@pytest.mark.parametrize(
    "text, quote, starts", [("ererere", "ere", [0, 2, 4]), ("aaaaaaaaaa", "aaa", [*range(8)])]
)
def test_places_may_overlap(text, quote, starts):
    assert [start for start, _ in spots(text, quote)] == starts
    (one,) = spots(text, quote, text[: starts[1]], text[starts[1] + 3 :])
    assert one[0] == starts[1]


def test_a_prefix_longer_than_what_stands_before_is_not_there():
    # Hypothesis finds the likeliest place; a claim of ours says where it stands or is refused
    assert spots("many years later", "years later", "It used to be many") == []
    assert spots("Some text of a document", "document", suffix="missing") == []
    assert spots("Many years later", "Some years later") == []
    assert everywhere([], "words") == [] and everywhere([""], "words") == []


def test_words_before_and_after_tell_places_apart():
    text = "we had bread before us, we had salt before us, we had nothing"
    assert [text[s:][:9] for s, _ in spots(text, "before us", "salt")] == ["before us"]
    assert spots(text, "before us", "bread") != spots(text, "before us", "salt")
    assert [text[e : e + 6] for _, e in spots(text, "we had", suffix="bread")] == [" bread"]
    assert len(spots(text, "we had", suffix="salt")) == 1
    assert spots(text, "before us", "we had every") == []


def test_what_a_description_gives_leads_back_to_its_place():
    text = "to note or not to note that note"
    for start in range(len(text)):
        for end in range(start + 1, min(start + 9, len(text) + 1)):
            if text[start:end].strip() != text[start:end]:
                continue
            before, after = text[:start], text[end:]
            assert (start, end) in spots(text, text[start:end], before, after)


# --- signs that count as the same


SAME = {
    "curly double": ("“so”", '"so"'),
    "low double": ("„so“", '"so"'),
    "guillemets": ("«so»", '"so"'),
    "curly single": ("‘so’", "'so'"),
    "apostrophe, curly": ("it’s", "it's"),
    "apostrophe, a letter": ("it\u02bcs", "it's"),
    "apostrophe, an accent": ("it´s", "it's"),
    "no-break blank": ("8\u00a0000 men", "8 000 men"),
    "narrow blank": ("8\u202f000 men", "8 000 men"),
    "composed": ("café", "cafe\u0301"),
    "Korean, composed": ("한국", unicodedata.normalize("NFD", "한국")),
    "soft hyphen": ("un\u00adprece\u00addented", "unprecedented"),
    "without width": ("un\u200bprece\u2060dented\ufeff", "unprecedented"),
    "ligature": ("of\ufb01ce e\ufb00ort", "office effort"),
    "hyphen that keeps together": ("long\u2011range", "long-range"),
    "white space": ("two\n  words", "two words"),
}


@pytest.mark.parametrize("one, other", SAME.values(), ids=SAME)
def test_what_looks_the_same_is_the_same(one, other):
    for text, quote in ((one, other), (other, one)):
        assert spots(f"before, {text} after", quote) == [(8, 8 + len(text.rstrip("\ufeff")))]
        assert compare_quotes(f"x {quote}", f"y x {text} z").verdict == "verbatim"


def test_positions_are_those_of_the_paragraph():
    text = "The un\u00adusual “cafe\u0301” of\u00a0\u00a0the of\ufb01ce"
    for quote, there in (
        ("unusual", "un\u00adusual"),
        ('"café"', "“cafe\u0301”"),
        ("of the office", "of\u00a0\u00a0the of\ufb01ce"),
    ):
        ((start, end),) = spots(text, quote)
        assert text[start:end] == there


@pytest.mark.parametrize(
    "text, whole, torn",
    [
        ("नमस्ते दुनिया", "नमस्ते", "नमस"),
        ("প্রধান মন্ত্রী", "মন্ত্রী", "মন"),
        ("பிரதமர் அறிக்கை", "அறிக்கை", "அறிக"),
        ("שָׁלוֹם עולם", "שָׁלוֹם", "ש"),
        ("e\u0323\u0301 a", "e\u0323\u0301", "e"),
    ],
)
def test_no_letter_is_parted_from_its_signs(text, whole, torn):
    ((start, end),) = spots(text, whole)
    assert text[start:end] == whole and spots(text, torn) == []
    assert [word.text for word in words(text)][:1] != [torn]
    assert compare_quotes(whole, text).verdict == "verbatim"
    assert compare_quotes(torn, text).verdict == "reworded"


@given(st.text(max_size=60))
def test_each_folded_sign_has_its_place(text):
    signs, spans = folded(text)
    if spans is None:
        assert signs == text
        return
    assert len(signs) == len(spans) and all(0 <= a < b <= len(text) for a, b in spans)
    assert [a for a, _ in spans] == sorted(a for a, _ in spans)
    assert folded(signs)[0] == signs


SOME_WORDS = ["café", "“so”", "it’s", "नमस्ते", "8,000", "a\u00adb"]


@given(st.lists(st.sampled_from(SOME_WORDS), min_size=1))
def test_every_word_of_a_text_is_found_in_it(parts):
    text = paragraphs(" ".join(parts))
    for part in parts:
        assert everywhere(text, part) and everywhere(text, unicodedata.normalize("NFD", part))


def test_a_blank_suffix_is_told_in_the_sentence():
    with pytest.raises(Problem, match="stands 2 times"):
        find_quote(["a gate, the gates"], 1, "gate", "", "")
    assert find_quote(["a gate to the gates"], 1, "gate", suffix=" ") == (2, 6)


# --- quotations


@pytest.mark.parametrize(
    "printed, traced",
    [
        ("$5", "€5"),
        ("20 %", "20"),
        ("20%", "20"),
        ("−5", "5"),
        ("-5", "5"),
        ("200+", "200"),
        ("5 °C", "5 C"),
        ("20%", "20‰"),
        ("±5", "5"),
        ("US$5", "US€5"),
        ("£5 billion", "5 billion"),
        ("§ 5", "5"),
        ("8-14", "8 14"),
        ("1,000", "1.000"),
    ],
)
def test_what_changes_a_number_is_no_stop(printed, traced):
    assert compare_quotes(printed, traced).verdict == "reworded"
    assert compare_quotes(traced, printed).verdict == "reworded"
    assert compare_quotes(printed, printed).verdict == "verbatim"


@pytest.mark.parametrize(
    "printed, traced",
    [
        ("20 %", "20%"),
        ("$ 5", "$5"),
        ("−5", "-5"),
        ("8,000–14,000", "8,000-14,000"),
        ("wait… what", "wait... what"),
        ("‘it is so’", "it is so"),
        ("« it is so »", "it is so"),
        ("It is so.", "it is so"),
        ("yes – it is", "yes, it is"),
        ("北京", "昨天北京下雨"),
    ],
)
def test_what_changes_nothing_is_verbatim(printed, traced):
    assert compare_quotes(printed, traced).verdict == "verbatim"


@pytest.mark.parametrize(
    "printed, of",
    [
        ("a ‘grim’ sea", 1),
        ("a “grim” sea", 1),
        ("a «grim» sea", 1),
        ("a „grim“ sea", 1),
        ("a ‚grim‘ sea", 1),
        ("a ‹grim› sea", 1),
        ("a ‘sailor’s grim’ sea", 2),
        ("the sailors’ ‘grim’ sea", 1),
        ("the sailor’s grim sea", 4),
        ("a “grim ‘cold’ sea”", 3),
        ("'90s and the sailors' sea", 5),
    ],
)
def test_only_the_words_between_marks_are_quoted(printed, of):
    found = compare_quotes(printed, printed)
    assert (found.of, found.verdict) == (of, "verbatim")


def test_words_of_many_scripts():
    assert [word.text for word in words("दुनिया 8,000 (US) it’s F-16, $5–€6 “é”")] == [
        "दुनिया",
        "8,000",
        "US",
        "it's",
        "F-16",
        "$5",
        "€6",
        "é",
    ]
    assert [word.text for word in words("한국 日本 ไทย")] == ["한국", "日", "本", "ไทย"]


@pytest.mark.parametrize(
    "printed, passage, says",
    [
        ("Rowe said that the hall was full.", "the hall was full", "has no quotation marks"),
        ("Rowe said “the hall was full”.", "the hall was full", "Found 0 of 2"),
        ("Rowe said “the hall was full”.", "said “the hall was full”", "Found 0 of 2"),
        ('It was "new". Rowe said the hall was full.', "the hall was full", "compare the sense"),
    ],
)
def test_reported_speech_is_no_quotation(work, printed, passage, says):
    start_report("hall", printed)
    key = save_claim("hall", passage=passage, speaker="Rowe")
    card = add_row(
        "hall", "sources", known_on="2026-05-04", publisher="x", quote="The hall is big."
    )
    add_row("hall", "traces", claim=key, card=card)
    panel = quote_trace(open_report("hall"))
    assert says in panel.says
    panel.values = {**panel.values, "show": True}
    assert "What differs, in words" in panel.view


# --- a quotation in a quotation


@pytest.mark.parametrize(
    "words, printed",
    [
        ('"unprecedented" naval blockade', "“‘unprecedented’ naval blockade”"),
        ("the “big” one", "“the ‘big’ one”"),
        ('no "one" and no "two"', "“no ‘one’ and no ‘two’”"),
        ('a 5" pipe', '“a 5" pipe”'),
        ("plain", "“plain”"),
    ],
)
def test_what_is_quoted_in_a_quotation_stands_in_single_marks(words, printed):
    assert in_marks(words) == printed
    told = all_in_marks("He “says” so, “" + words.replace("“", '"').replace("”", '"') + "”.")
    assert told == f"He “says” so, {printed}."


DOUBLED = re.compile(r"“[^“”]*(?<![(=,\[] )(?<![(=\[])\"[^“”]*”")


def test_no_picture_lesson_or_paper_prints_double_marks_inside_double_ones():
    """But for what is typed in Python, whose texts stand behind a bracket or a comma."""
    found = {where: DOUBLED.findall(text) for where, text in printed()}
    assert len(found) > 30 and {where: some for where, some in found.items() if some} == {}
    assert sum("“‘unprecedented’ naval blockade”" in text for _, text in printed()) >= 4


def printed():
    """(where, text) of all that the notebooks and the papers show."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        texts = []
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            texts += cell["source"] if cell["cell_type"] == "markdown" else []
            for out in cell.get("outputs", []):
                texts += [without_tags("".join(out.get("data", {}).get("text/html", "")))]
                texts += ["".join(out.get("data", {}).get("text/plain", ""))]
        yield path.name, "\n".join(texts)
    for path in sorted((ROOT / "notebooks" / "teacher").glob("*.html")):
        yield path.name, without_tags(path.read_text(encoding="utf-8"))


def without_tags(html):
    return unescape(re.sub(r"<[^>]*>", "", html))
