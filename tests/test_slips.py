"""Slips of typing: each gets the sentence that names it, in cells of ours only."""

import pytest
from closereading.lesson import answers, calls, say, session, typed
from closereading.lesson.reply import NOT_YET
from IPython.core.interactiveshell import InteractiveShell

BEGIN = (
    "import pandas as pd, matplotlib.pyplot as plt\n"
    "from closereading import *\nreport = open_report(as_of='2022-02-10')\n"
    "claims, places = report.claims, report.places\nbegin('{}', report)"
)


@pytest.fixture(scope="module")
def shell():
    """A shell of IPython, one for all of these tests."""
    made = InteractiveShell.instance()
    yield made
    made.reset()
    InteractiveShell.clear_instance()


@pytest.fixture
def cell(shell, monkeypatch, capsys):
    """Function that runs a cell of a lesson: what is replied, and whether it counts as run."""
    shown = []
    monkeypatch.setattr(say, "display", lambda thing: shown.append(str(thing)))
    shell.run_cell(BEGIN.format("01"), store_history=True)

    def run(source, number=None):
        if number:
            shell.run_cell(BEGIN.format(number))
        shown.clear()
        done = shell.run_cell(source, store_history=True)
        return " ".join(shown), done.success

    return run


SLIPS = [
    ('predict("01.p", 60)', 'predict("01.p", share=60)'),
    ('predict("01.p", share=60%)', "without the sign %"),
    ('predict("00.p", place=Minsk, least=180, most=220)', 'quotation marks: "Minsk"'),
    ('predict("00.p", place=New York, least=180, most=220)', "needs quotation marks"),
    ('predict("00.p", place="Minsk", least=180 miles, most=220)', "without “miles”"),
    ('predict("00.p", place="Minsk", least=180 most=220)', "comma is missing between 180 and most"),
    ('predict("00.p", place="Minsk" least=180, most=220)', "comma is missing"),
    ('predict("03.p", least=3,000, most=9,000)', "comma inside a number, 3,000. Write 3000"),
    ('predict("03.p", least=3.000, most=5.000)', "You wrote 3 and 5. Did you mean three thousand"),
    ('predict("04.p", same=2, least=3.000, most=5.000)', "Then write 3000 and 5000"),
    ('predict("00.p", place="Minsk", least=2.000, most=3.000)', "Then write 2000 and 3000"),
    ('predict("03.p", least=three, most=nine)', "Write the number in figures: 3."),
    ("check(“01.1”, “US officials”)", "curly quotation mark"),
    ('check("01.1", "US\u00a0officials")', "Right. US officials"),
    ('who =\u00a0"US officials"\ncheck("01.1", who)', "only looks like one"),
    ('keep("00.b", "He said "no" to it", "two", "three")', "quotation marks inside a text"),
    ('keep("00.b", "one, "two", "three")', "Not yet."),
    ('check("01.2", claims["named"])', 'claims["sourcing"] == "named"'),
    ('check("02.3", nearest("Belarus", places.loc["Kyiv"]))', "Did you mean “kyiv”?"),
    ('check("03.2", (none, 30000))', "capital letter: None"),
    ('check("03.2", (None, 30.000))', "3.000 is three and no thousands"),
    ('check("03.2", (None, 30,000))', "Do you mean (None, 30000)?"),
    ('check("04.1", (8.000/14, 14.000/14))', "Do you mean 571.429, 1000?"),
    ('miles = 10_000 / 1,609344\ncheck("02.1", miles)', "1.609344 and not 1,609344"),
    ('check("02.1", 10_000 / 1,609344)', "comma parts numbers"),
    ('check("04.3", (100000, None) + (8000, 14000))', "parse_words"),
    (
        'fig, axes = plt.subplots(2)\naxes[0].hlines(0, low, high)\ncheck("04.2", axes)',
        "“low” stands in the example for a number of yours",
    ),
    (
        'fig, axes = plt.subplots(2)\naxes[0].hlines(0, 8,000, 14,000)\ncheck("04.2", axes)',
        "comma inside a number, 8,000",
    ),
    ('check("01.2", (claims["sourcing"] == "named").sum()', "A bracket has no partner"),
    ('check("01.2", claims.sum_up())', "Python stopped at this cell"),
    ('check("01.2", "ten)', "no closing quotation mark"),
    ('predict("01.p", shares=40)', "nothing called shares"),
]


@pytest.mark.parametrize("source, says", SLIPS)
def test_a_slip_gets_the_sentence_that_names_it(cell, source, says):
    said, success = cell(source)
    assert says in said and success, said
    assert said.startswith(NOT_YET) or says.startswith("Right.")
    saved = [a for a in answers.load()[0] if a["kind"] == "predict"]
    assert saved == []


@pytest.mark.parametrize(
    "source",
    ["claims['named']", "none + 1", "x = “curly”", "report.no_such_thing", "1 / 0"],
)
def test_elsewhere_an_error_stays_an_error(cell, source):
    said, success = cell(source)
    assert not success and said == ""


def test_a_bug_of_ours_stays_an_error_in_a_cell_of_ours(cell, monkeypatch):
    from closereading.lesson import calls

    def broken(*_):
        raise KeyError("injected")

    monkeypatch.setattr(calls, "judge", broken)
    said, success = cell('check("01.2", 10)')
    assert not success and said == ""


def test_a_cell_that_was_mended_says_nothing_of_its_slip(cell):
    cell('check("01.2", claims["named"])')
    said, success = cell('check("01.2", 10)')
    assert success and said.startswith("Right.") and session.current().slip() == ""


def test_a_reason_that_speaks_of_the_decimal_point_hides_no_slip(monkeypatch):
    monkeypatch.setattr(session.Session, "slip", lambda _: "Write 3000.")
    monkeypatch.setattr(session.Session, "comma", lambda _: "Write 30000.")
    assert calls._slip("A decimal point would say more than is printed.") == "Write 3000."
    assert calls._slip("In English a comma parts numbers.") == "Write 3000."
    assert calls._slip(typed.a_thousandth([3.0])) == ""
    assert calls._slip(typed.comma_inside((30, 0))) == "Write 30000."
