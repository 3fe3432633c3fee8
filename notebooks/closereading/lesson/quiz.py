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
    controls = [
        Radio(id=q.name, label=q.ask, options=q.options, replies=q.says, value=q.given)
        for q in asked
    ]
    goal = "Two questions" if len(asked) == 2 else "Questions"
    still = render("quiz.html", questions=asked)
    show(Panel(goal, controls, lambda values: View(still, _said(asked, values))))


class _Question:
    """One question, and the choice that was answered last, in an earlier run, too."""

    def __init__(self, number, name, question):
        self.key = f"{number}.{name}"
        self.name = name
        self.ask = question["ask"]
        self.options = {option["text"]: letter for letter, option in question["options"].items()}
        self.replies = question["options"]
        self.given = self._before()
        self.says = [in_words(verdict_of(one), one["says"]) for one in self.replies.values()]

    def _before(self):
        """str: the option that is saved as chosen; None where there is none."""
        letter = answers.latest(self.key, "quiz")
        return next((text for text, one in self.options.items() if one == letter), None)

    def answer(self, choice):
        """str: the trouble with saving a choice, or ""."""
        self.given = choice
        letter = self.options[choice]
        return answers.save("quiz", self.key, letter, verdict_of(self.replies[letter]))


def verdict_of(option):
    """str: "right", "also" or "not yet", of an option of a question. option: dict of the toml."""
    if option.get("also"):
        return "also"
    return "right" if option.get("right") else "not yet"


def _said(questions, values):
    """str: how many questions are answered; each reply stands with its question."""
    troubles = []
    for question in questions:
        choice = values[question.name]
        if choice and choice != question.given:
            troubles.append(question.answer(choice))
    done = sum(question.given is not None for question in questions)
    told = f"{done} of {len(questions)} answered." if done else ASK
    return " ".join(filter(None, [told, *troubles]))
