"""What a lesson's cells call to give an answer: predict, recall, keep, check, repair; and edition.
What they know stands in lessons/NN.toml.
"""

from ..reading.given import looked_at
from ..reading.numerals import agreeing, with_and
from ..show.html import render
from . import answers, typed
from .beside_the_words import beside
from .contents import as_key, entry, lesson, lessons
from .judge import judge
from .keep_form import form_of
from .of_names import is_empty
from .reply import PASSED
from .say import ELSEWHERE, answer_back, said, say, show, wait
from .session import current
from .values import is_number, kind_of, opened, plain, says_something, single, without_stray_mark

TRIES = 3
LONGEST = 5000  # letters of a text of a learner's own
FOUND = (
    "I found {}. Whether it says what the report says, only you can check: lay it beside the"
    " words{}."
)
NO_ORDER = (
    "Curly brackets make a set, and a set has no order. Write square ones. Nothing was saved."
)
BELOW = " below"
ABOVE = " of the report, and check your reason too, because I cannot"
NOT_GIVEN = object()
NO_ANSWER = 'The answer is missing. It comes after the key and a comma: check("{}", your_answer).'
SOLUTION = "The solution stands in the box below this cell."


def keep(key, *texts):
    """Saves texts of the learner's own, to come back in a later lesson. The last ones count. Where
    none are given, and the lesson has a form for them, it shows the form.
    """
    key = as_key(key)
    asked = entry(key, "keep")
    if not texts and "goal" in asked:
        return show(form_of(key, asked))
    return _keep_texts(key, asked, texts)


def _keep_texts(key, asked, texts):
    """Saves the texts of an entry, or says what is missing. asked: the entry."""
    wanted = asked["texts"]
    texts = _unpacked(texts)
    if all(text is ... for text in texts):
        return wait()
    if len(texts) == 1 and isinstance(texts[0], (set, frozenset)):
        return answer_back("not yet", NO_ORDER)
    good = [said for said in map(_text, texts) if said]
    if long := next(filter(None, map(_too_long, good)), ""):
        return answer_back("not yet", long)
    if not len(texts) == len(good) == wanted:
        return answer_back("not yet", _too_few(wanted, len(good), asked))
    if off := _off_the_scale(good, asked):
        return answer_back("not yet", off)
    return _kept(key, good)


def _kept(key, texts):
    """Saves texts, and says so, or why they could not be."""
    trouble = answers.save("keep", key, texts)
    listed = "; ".join(f"“{text}”" for text in texts)
    return answer_back("not yet" if trouble else "kept", trouble or f"In your own words: {listed}.")


def _off_the_scale(given, asked):
    """str: one sentence on the first of some marks or words that is none of those that are asked
    for; "" where all are.
    """
    known = asked.get("options") or list(map(str, _scale(asked)))
    strange = [mark for mark in given if known and mark not in known]
    if not strange:
        return ""
    what = "word of this question" if "options" in asked else "mark of this table"
    return f"“{strange[0]}” is no {what}: write {', '.join(known)}. Nothing was saved."


def _scale(asked):
    """range: the marks of an entry; empty where it has none."""
    low, high = asked.get("scale", (0, -1))
    return range(low, high + 1)


def _unpacked(texts):
    """The texts of a list, where one list was given in place of several texts."""
    one = texts[0] if len(texts) == 1 else None
    return tuple(one) if isinstance(one, (list, tuple)) else texts


def _text(value):
    """str: a text, or a number as one; "" for anything else."""
    if is_number(value):
        return str(value)
    said = isinstance(value, str) and says_something(value)
    return value.strip() if said else ""


def _too_few(wanted, given, asked):
    """str: how many texts, or marks, are wanted, and how many there are."""
    if known := asked.get("options") or list(map(str, _scale(asked))):
        there = f"here {agreeing(given, 'is', 'are')} {given}. Nothing was saved."
        return f"{wanted} answers are wanted, each one of {', '.join(known)}; {there}"
    if wanted == 1:
        return "One sentence is wanted, inside quotation marks. Nothing was saved."
    return (
        f"{wanted} sentences are wanted, each inside quotation marks, with a comma after it;"
        f" here {agreeing(given, 'is', 'are')} {given}. Nothing was saved."
    )


def check(key, answer=NOT_GIVEN, *more):
    """Says whether an answer holds, which known mistake it is, or that there is none yet. Saves it
    with its verdict. Never raises for an answer, whatever its type. more: where an answer has
    several parts and they were given without brackets round them.
    """
    key = as_key(key)
    exercise = entry(key, "check")
    if answer is NOT_GIVEN:
        return answer_back("not yet", NO_ANSWER.format(key))
    answer = opened((answer, *more) if more else answer)
    if answer is ... or current().elsewhere:
        return wait() if answer is ... else say(ELSEWHERE)
    if exercise["type"] == "parts":
        answer = without_stray_mark(answer)
    if long := _too_long(answer):
        return answer_back("not yet", long)
    verdict, why = _judged(answer, exercise)
    more = beside(str(answer), current().subject()) if verdict == "kept" else ""
    helps = [] if verdict in PASSED else [_slip(why), _solution(key)]
    trouble = answers.save("check", key, _as_saved(answer, exercise), verdict)
    return answer_back(verdict, " ".join(filter(None, [why, *helps, trouble])), more)


def _as_saved(answer, exercise):
    """An answer as it is saved: a free text in several pieces is one text, a line for each."""
    pieces = exercise["type"] == "parts" and isinstance(answer, (list, tuple))
    whole = pieces and all(isinstance(piece, str) for piece in answer)
    return "\n".join(answer) if whole else plain(answer)


def _too_long(text):
    """str: that a text is longer than anybody reads; "" for any other answer."""
    if not isinstance(text, str) or len(text) <= LONGEST:
        return ""
    return f"This text has {len(text):,} letters; {LONGEST:,} are the most. Nothing was saved."


def _judged(answer, exercise):
    """(verdict, why) of an answer. A list that is empty because no row has what was typed is no
    answer, also where “none” would be one.
    """
    if is_empty(answer) and (unmet := current().unmet()):
        return "not yet", f"The list is empty. {unmet}"
    return judge(answer, exercise, current().subject())


def _slip(why):
    """str: what was typed otherwise than it is meant, unless the reason says so already."""
    kind = typed.kind_of_slip(why)
    if kind == "comma":
        return current().comma()
    slip = "" if kind == "point" else current().slip()
    return "" if slip and slip in why else slip


def _solution(key):
    """str: where the solution stands, after some tries."""
    tried = sum(a["key"] == key and a.get("verdict") not in PASSED for a in answers.load()[0])
    return SOLUTION if tried + 1 >= TRIES else ""


def repair(key, sentence):
    """Looks at a rewritten sentence: what it lacks, and what in it speaks against the report. Saves
    it for lesson 09.
    """
    key = as_key(key)
    sentence = without_stray_mark(single(sentence))
    task = entry(key, "repair")
    if sentence is ... or current().elsewhere:
        return wait() if sentence is ... else say(ELSEWHERE)
    if not isinstance(sentence, str) or not says_something(sentence):
        wanted = "one sentence in quotation marks is wanted. Nothing was saved."
        return answer_back("wrong type", f"This is {kind_of(sentence)}; {wanted}")
    if long := _too_long(sentence):
        return answer_back("not yet", long)
    verdict, why = judge(sentence, task | {"type": "sentence"}, current().subject())
    trouble = answers.save("repair", key, sentence.strip(), verdict)
    if verdict != "kept":
        return answer_back(verdict, f"{why} {trouble}".strip())
    trouble = f"{typed.dotted(sentence)} {trouble}".strip()
    more = beside(sentence, current().subject(), task["beside"]) if task["beside"] else ""
    where = BELOW if more else ABOVE
    return answer_back(verdict, f"{FOUND.format(why, where)} {trouble}".strip(), more)


NOT_YET = "○ not yet: its reply said that something is missing or speaks against the report"


@looked_at
def edition():
    """The sentences that were repaired in the lessons, as a learner's own edition of the
    report, to be printed: of each the last that was kept; and one line on those that are not there.
    """
    keys = [(number, name) for number in lessons("repair") for name in lesson(number)["repair"]]
    made = [(number, *answers.best_sentence(f"{number}.{name}")) for number, name in keys]
    lines = [(text, _made_in(number, stands)) for number, text, stands in made if text]
    left = _not_written([number for number, text, _ in made if not text])
    text = "\n".join([*(f"{text} ({title})" for text, title in lines), *left])
    return said(text, render("edition.html", lines=lines, left=left))


def _not_written(numbers):
    """list of str: one sentence on the lessons whose sentence is not there; empty for none."""
    left = list(dict.fromkeys(numbers))
    told = f"{agreeing(len(left), 'lesson')} {with_and(left)}"
    return [f"Not written yet: that of {told}. You can go on without."] if left else []


def _made_in(number, stands):
    """str: the lesson that made a sentence. stands: whether its reply let it stand."""
    title = f"Lesson {number} · {lesson(number)['title']}"
    return title if stands else f"{title}; {NOT_YET}"
