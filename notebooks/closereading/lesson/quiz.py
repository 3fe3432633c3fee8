"""The questions at the end of a lesson: every option has words of its own, each choice is saved."""

from ..show.controls import Radio
from ..show.html import render
from ..show.panel import Panel, View
from . import answers
from .contents import as_number, lesson
from .reply import in_words
from .say import ELSEWHERE, say, show
from .session import current

ASK = "Choose an answer; every one of them is answered back."


def quiz(number):
    """Shows a lesson's questions as a Panel. number: "04". Raises Problem where there is no such
    lesson.
    """
    if current().elsewhere:
        return say(ELSEWHERE)
    number = as_number(number)
    questions = lesson(number).get("quiz", {})
    if not questions:
        return say(f"Lesson {number} has no questions at its end.")
    asked = [_Question(number, name, question) for name, question in questions.items()]
    controls = [Radio(id=q.name, label=q.ask, options=q.options) for q in asked]
    goal = "Two questions" if len(asked) == 2 else "Questions"
    still = render("quiz.html", questions=asked)
    show(Panel(goal, controls, lambda values: View(still, _said(asked, values))))


class _Question:
    """One question, and the choice that was answered last."""

    def __init__(self, number, name, question):
        self.key, self.name = f"{number}.{name}", name
        self.ask = question["ask"]
        self.options = {option["text"]: letter for letter, option in question["options"].items()}
        self.replies, self.given = question["options"], None

    def answer(self, choice):
        """str: the reply to an option; the choice is saved."""
        self.given, letter = choice, self.options[choice]
        option = self.replies[letter]
        verdict = verdict_of(option)
        trouble = answers.save("quiz", self.key, letter, verdict)
        return in_words(verdict, f"{option['says']} {trouble}".strip())


def verdict_of(option):
    """str: "right", "also" or "not yet", of an option of a question. option: dict of the toml."""
    if option.get("also"):
        return "also"
    return "right" if option.get("right") else "not yet"


def _said(questions, values):
    """str: the reply to what was chosen anew."""
    said = ASK
    for question in questions:
        choice = values[question.name]
        if choice and choice != question.given:
            said = question.answer(choice)
    return said
