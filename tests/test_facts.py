"""Fairness and faithfulness in our own prose: who acts is named, and every quoted run stands in the
text it is said to come from.
"""

import os
import re
from functools import cache
from pathlib import Path

import pytest
from closereading.data.report import open_report
from prose import REPORTS, ROOT, everything, guide, lesson_files, notebook_cells, table_cells

OURS = ROOT / "tests" / "our_own_quotes.txt"


# --- who acts is named

DEED = r"(?:full-scale )?(?:attack|invasion|assault|offensive|aggression)"
AGENTLESS = [
    r"\bthere (?:had been|has been|was) war\b",
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
VERBS = (
    "said says declared declares announced announces answered answers stated states claimed denied"
    " denies insisted promised replied"
)
BELARUS = rf"(?<!to )(?<!in )(?<!from )\bBelarus (?:{VERBS.replace(' ', '|')})\b"
MARKED = re.compile("“([^“”]*)”")


def without_agent(text):
    """list of str: the places in our own words where an attack comes by itself, or Belarus speaks;
    what stands between curly marks is somebody else’s.
    """
    ours = re.sub(r"not \*Belarus said\*", "", " ".join(MARKED.sub("", text).split()))
    alone = re.sub(r"\band Belarus\b", "", ours.replace("*", ""))
    found = [m.group() for rule in AGENTLESS for m in re.finditer(rule, alone, re.I)]
    return found + re.findall(BELARUS, alone)


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
        "It had occupied Crimea in 2014, and there had been war in the Donbas since that year.",
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


def test_what_we_call_our_own_stands_in_no_text_we_hold():
    assert [run for run in our_own() if run in held_texts()] == []


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
