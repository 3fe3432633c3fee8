"""Nothing of a web page or a Word file runs into what stands beside it: no element makes a new
number, loses one, or drops the quotation marks that a reader sees.
"""

import io
import re
import zipfile

import pytest
from closereading.data.imports import taken
from closereading.data.imports.layout import _INLINE
from closereading.reading.paragraphs import paragraphs
from test_texts_in import MATH, WORD, docx, line

# every element of the HTML Standard with a closing tag, the old ones that browsers know, and others
ELEMENTS = (
    "a abbr address article aside audio b bdi bdo blockquote button canvas caption cite code"
    " colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label legend li main map mark"
    " math menu meter nav noscript object ol optgroup option output p picture pre progress q rp rt"
    " ruby s samp script search section select slot small span strong style sub summary sup svg"
    " table tbody td template textarea tfoot th thead time tr u ul var video"
    " acronym applet big blink center dir font frameset listing marquee nobr noembed"
    " noframes plaintext rb rtc strike tt xmp mfrac msup mtable mtd my-paragraph anything"
).split()
VOID = (
    "area br col embed hr img input link meta param source track wbr base bgsound frame menuitem"
).split()
# what a browser sets on the line without a gap; there the figures belong together or are told
ON_THE_LINE = set(
    "a abbr b bdi bdo cite code data dfn em i ins kbd mark math picture samp small span strong time"
    " u var acronym big blink font nobr rb tt".split()
)
NO_GAP = {"wbr", "source", "track"}
LEFT_OUT = {"del", "s", "strike", "dialog"}


def of_page(body):
    """(str, list of sentences) of a web page; no paragraph is lost."""
    read = taken("a.html", f"<!doctype html><body>{body}".encode())
    return read.text, " ".join(read.notes)


def numbers(text):
    return re.findall(r"\d+", text)


@pytest.mark.parametrize("name", ELEMENTS)
@pytest.mark.parametrize(
    "body",
    [
        "<{0}>140</{0}><{0}>300 people</{0}> x",
        "140<{0}>300</{0}>500 people",
        "<table><tr><td>x</td><td><{0}>140</{0}><{0}>300</{0}></td></tr></table>z",
        "<ul><li><{0}>140</{0}><{0}>300</{0}></ul>z",
    ],
)
def test_no_element_of_a_page_makes_a_number(name, body):
    text, told = of_page(body.format(name))
    made = set(numbers(text)) - {"140", "300", "500"}
    assert not re.search(r"\d \d", text), text
    if name in ON_THE_LINE | LEFT_OUT:
        assert not made or "Figures touch" in told
    else:
        assert not made, text


@pytest.mark.parametrize("name", VOID)
def test_no_element_without_words_makes_a_number(name):
    text, told = of_page(f"140<{name}>300 people")
    assert set(numbers(text)) <= {"140", "300"} or (name in NO_GAP and "Figures touch" in told)
    assert not re.search(r"\d \d", text), text


def test_what_stands_on_the_line_is_what_browsers_set_there():
    quoted_or_moved = {"q", "sub", "sup"} | LEFT_OUT - {"dialog"}
    of_mathml = {"mi", "mn", "mo", "mrow", "ms", "mstyle", "mtext", "semantics"}
    assert ON_THE_LINE | NO_GAP | quoted_or_moved | of_mathml == _INLINE


@pytest.mark.parametrize(
    "body, wanted",
    [
        ("140</br>300", ["140", "300"]),
        ("140</p>300", ["140", "300"]),
        ("<span style='display: Block'>140</span><span>300</span>", ["140", "300"]),
        ("<b style='display:inline-block'>140</b>300", ["140 / 300"]),
        ("The <x-who>minister</x-who>, who <x-who>said</x-who>: ‘<x-w>No</x-w>’", 0),
        ("<table><tr><td><p>One.</p><p>Two.</p></table>", ["One.", "Two."]),
        ("<table><tr><td>a<td><p>One.</p><p>Two.</p></table>", ["a\tOne. / Two."]),
        ("<table><tr><td><td>4<tr><td>a<td><td>b<br>c</table>", ["4", "a\tb / c"]),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>d", ["a", "b\tc", "d"]),
        ("<form><p>At least 140</p></form>", ["At least 140"]),
        ("<li>14 boats<ul><li>3 ships</ul>x", ["• 14 boats", "• 3 ships", "x"]),
        ("<ul><li><p>One.</p><p>Two.</p><li></ul>x", ["• One.", "Two.", "x"]),
        ("<p>I am <img alt=😀> 14<b>th</b></p>", ["I am 😀 14th"]),
        ("<pre>140\n300\n\nx   y\t4</pre>z", ["140", "300", "x\ty\t4", "z"]),
        ("<p>" * 3000 + "deep", ["deep"]),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> mile", ["1/2 mile"]),
        ("10<sup>6</sup> and CO<sub>2</sub>", ["10⁶ and CO₂"]),
    ],
)
def test_words_of_a_page_stand_as_a_browser_shows_them(body, wanted):
    wanted = wanted or ["The minister, who said: ‘No’"]
    assert paragraphs(of_page(body)[0]) == wanted


@pytest.mark.parametrize(
    "body, text, told",
    [
        ("At least <del>140</del><ins>150</ins> people", "At least 150 people", "Struck out"),
        ("<del>14</del><ins>15</ins>0", "150", "Struck out, and left out here: “14”"),
        ("<s>140</s>150", "150", "Struck out"),
        ("<strike>140</strike>150", "150", "Struck out"),
        ("<b style='text-decoration: line-through'>140</b>150", "150", "Struck out"),
        ("<p hidden>140</p>150", "150", "Hidden, and left out here: “140”"),
        ("<b style='display:none'>140</b>150", "150", "Hidden"),
        ("<b style='visibility: hidden'>140</b>150", "150", "Hidden"),
        ("<b aria-hidden=true>140</b><b>one hundred</b>", "one hundred", "Hidden"),
        ("<dialog>140</dialog>150", "150", "Hidden"),
    ],
)
def test_what_is_struck_out_or_hidden_is_told_and_not_read(body, text, told):
    made, sentences = of_page(body)
    assert made == f"{text}\n" and told in sentences


@pytest.mark.parametrize(
    "body, wanted",
    [
        ("She said <q>at least 140</q>.", "She said “at least 140”."),
        ("She said <q>it was <q>late</q> </q>.", "She said “it was ‘late’ ”."),
        ("She said “<q>late</q>”.", "She said ““late””."),
        ("She said <q>“late”</q>.", "She said “late”."),
        ("She said <q></q>no.", "She said no."),
    ],
)
def test_a_quotation_keeps_its_marks(body, wanted):
    assert of_page(body)[0].rstrip() == wanted.rstrip()


@pytest.mark.parametrize(
    "body, wanted",
    [
        ("<ol start=5><li>five<li value=9>nine<li>ten</ol>", ["5. five", "9. nine", "10. ten"]),
        ("<ol type=a><li>x<li>y</ol>", ["a. x", "b. y"]),
        ("<ol type=A start=27><li>x</ol>", ["AA. x"]),
        ("<ol type=i start=4><li>x<li>y</ol>", ["iv. x", "v. y"]),
        ("<ol reversed><li>x<li>y</ol>", ["2. x", "1. y"]),
        ("<ol><li>x<ol><li>y</ol><li>z</ol>", ["1. x", "1. y", "2. z"]),
        ("<ol start=x><li>y</ol>", ["1. y"]),
    ],
)
def test_an_item_has_the_number_that_a_browser_shows(body, wanted):
    assert paragraphs(of_page(body)[0]) == wanted


@pytest.mark.parametrize(
    "body, wanted",
    [
        ("About 140<a href='#n1'>1</a> people", "About 140¹ people"),
        ("About 140<a role=doc-noteref href=b.html>12</a>", "About 140¹²"),
        ("About 140<span style='vertical-align: super'>1</span>", "About 140¹"),
        ("See <a href='#c3'>3</a> people", "See 3 people"),
        ("140 <a href='#x'>people</a>", "140 people"),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_number(body, wanted):
    assert of_page(body)[0] == f"{wanted}\n"


# --- Word

# what a run may hold (ECMA-376, part 1, §17.3.3), and what may stand between two runs
IN_A_RUN = (
    "annotationRef br commentReference contentPart continuationSeparator cr dayLong dayShort"
    " delText drawing endnoteRef fldChar footnoteRef instrText lastRenderedPageBreak monthLong"
    " monthShort noBreakHyphen object pgNum pict ptab ruby separator softHyphen sym tab yearLong"
    " yearShort anything"
).split()
BETWEEN = (
    "bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart customXml del fldSimple hyperlink"
    " ins moveFrom moveTo permEnd permStart proofErr r sdt smartTag dir bdo subDoc anything"
).split()
# of these Word shows nothing, so the figures beside them are one number
OF_NO_WIDTH = set(
    "annotationRef bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart customXml"
    " commentReference del delText endnoteRef fldChar fldSimple footnoteRef hyperlink ins instrText"
    " lastRenderedPageBreak moveFrom moveTo permEnd permStart proofErr r sdt smartTag dir bdo"
    " softHyphen".split()
)
BREAKS = ['<w:br w:type="page"/>', '<w:br w:type="column"/>', "<w:br/>", "<w:cr/>", "<w:br w:type"
          '="other"/>']  # fmt: skip


def of_word(body):
    """(str, sentences) of a Word file."""
    read = taken("a.docx", docx(body))
    return read.text, " ".join(read.notes)


def one(name):
    needed = {"sym": ' w:font="Nothing" w:char="F0FF"', "commentReference": ' w:id="1"'}
    needed["bookmarkStart"] = ' w:name="here"'
    return f"<w:{name}{needed.get(name, '')}/>"


@pytest.mark.parametrize("element", [*map(one, IN_A_RUN), *BREAKS])
def test_nothing_in_a_run_of_word_makes_a_number(element):
    text, _ = of_word(f"<w:p><w:r><w:t>140</w:t>{element}<w:t>300</w:t></w:r></w:p>")
    if not any(f"<w:{name}/>" == element or f"<w:{name} " in element for name in OF_NO_WIDTH):
        assert set(numbers(text)) == {"140", "300"} and not re.search(r"\d \d", text), text


@pytest.mark.parametrize("name", BETWEEN)
def test_nothing_between_two_runs_of_word_makes_a_number(name):
    run = "<w:r><w:t>{}</w:t></w:r>".format
    text, _ = of_word(f"<w:p>{run(140)}{one(name)}{run(300)}</w:p>")
    if name not in OF_NO_WIDTH:
        assert set(numbers(text)) == {"140", "300"}, text


@pytest.mark.parametrize("name", ["fldSimple", "hyperlink", "ins", "smartTag", "dir", "bdo", "new"])
def test_words_inside_an_element_of_word_are_kept(name):
    inner = f"<w:{name}><w:r><w:t>140</w:t></w:r></w:{name}>"
    text, _ = of_word(f"<w:p><w:r><w:t>About </w:t></w:r>{inner}<w:r><w:t> men</w:t></w:r></w:p>")
    assert text == "About 140 men\n"


def test_two_paragraphs_of_a_cell_are_parted():
    cell = f"<w:tc>{line('140')}{line('300 people')}</w:tc>"
    assert of_word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")[0] == "140\n\n300 people\n"
    row = f"<w:tr><w:tc>{line('x')}</w:tc>{cell}</w:tr>"
    assert of_word(f"<w:tbl>{row}</w:tbl>")[0] == "x\t140 / 300 people\n"


@pytest.mark.parametrize("name", ["strike", "dstrike", "vanish"])
def test_what_word_strikes_out_or_hides_is_told_and_not_read(name):
    marked = f"<w:r><w:rPr><w:{name}/></w:rPr><w:t>140</w:t></w:r>"
    text, told = of_word(f"<w:p>{marked}<w:r><w:t>150 people</w:t></w:r></w:p>")
    assert text == "150 people\n"
    assert f"{'Hidden' if name == 'vanish' else 'Struck out'}, and left out here: “140”." in told
    shown = marked.replace(f"<w:{name}/>", f'<w:{name} w:val="0"/>')
    assert of_word(f"<w:p>{shown}<w:r><w:t> people</w:t></w:r></w:p>")[0] == "140 people\n"


M = "<m:r><m:t>{}</m:t></m:r>".format


@pytest.mark.parametrize(
    "inside, wanted",
    [
        (M(140), "140"),
        (f"<m:f><m:num>{M(1)}</m:num><m:den>{M(2)}</m:den></m:f>", "1/2"),
        (f"{M(14)}<m:f><m:num>{M(1)}</m:num><m:den>{M('a+b')}</m:den></m:f>", "14 / 1/(a+b)"),
        (f"<m:sSup><m:e>{M(10)}</m:e><m:sup>{M(6)}</m:sup></m:sSup>", "10⁶"),
        (f"<m:sSub><m:e>{M('x')}</m:e><m:sub>{M('i')}</m:sub></m:sSub>", "x_i"),
        (f"<m:d><m:e>{M(140)}</m:e></m:d>", "(140)"),
        (f"<m:rad><m:deg/><m:e>{M(140)}</m:e></m:rad>", "√(140)"),
        (f"<m:m><m:mr><m:e>{M(140)}</m:e><m:e>{M(300)}</m:e></m:mr></m:m>", "140 / 300"),
        (f"<m:limLow><m:e>{M(140)}</m:e><m:lim>{M(300)}</m:lim></m:limLow>", "140 / 300"),
    ],
)
def test_an_equation_of_word_keeps_its_numbers(inside, wanted):
    made = f'<m:oMath xmlns:m="{MATH}">{inside}</m:oMath>'
    text, _ = of_word(f"<w:p><w:r><w:t>About </w:t></w:r>{made}<w:r><w:t> men</w:t></w:r></w:p>")
    assert text == f"About {wanted} men\n"
    text, _ = of_word(f'{line("x")}<w:p><m:oMathPara xmlns:m="{MATH}">{made}</m:oMathPara></w:p>')
    assert text == f"x\n\n{wanted}\n"


LEVELS = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("upperRoman", "%1.%3"), ("bullet", "o")]


def of_lists(*items, start=1, override=""):
    """list of str: the paragraphs of a Word file with two lists of one kind. items: (id of the
    list, level, words); words alone for a paragraph between them.
    """
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText'
        f' w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(LEVELS)
    )
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="7"/>{override if n == 2 else ""}</w:num>'
        for n in (1, 2)
    )
    numbering = (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7">{levels}'
        f"</w:abstractNum>{lists}</w:numbering>"
    )
    place = '<w:pPr><w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr></w:pPr>'.format
    body = "".join(
        line(one) if isinstance(one, str) else f"<w:p>{place(*one)}{line(one[2])[5:]}"
        for one in items
    )
    with_lists = io.BytesIO(docx(body))
    with zipfile.ZipFile(with_lists, "a") as made:
        made.writestr("word/numbering.xml", numbering)
    return paragraphs(taken("a.docx", with_lists.getvalue()).text)


def test_an_item_of_word_has_the_number_that_word_shows():
    made = of_lists((1, 0, "a"), (1, 0, "b"), "Between.", (1, 0, "c"), (2, 0, "d"), (0, 0, "e"))
    assert made == ["1. a", "2. b", "Between.", "3. c", "4. d", "e"]
    made = of_lists((1, 0, "a"), (1, 1, "b"), (1, 1, "c"), (1, 0, "d"), (1, 1, "e"), (1, 2, "f"))
    assert made == ["1. a", "(a) b", "(b) c", "2. d", "(a) e", "2.I f"]
    assert of_lists((1, 3, "a"), (1, 0, "b"), start=5) == ["• a", "5. b"]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>'
    made = of_lists((1, 0, "a"), (2, 0, "b"), (2, 0, "c"), (1, 0, "d"), override=anew)
    assert made == ["1. a", "8. b", "9. c", "10. d"]
