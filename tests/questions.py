"""What each question of the lessons asks, as saved answers are understood: its words in the
notebook, and its first right answer. tests/fixtures/questions.json holds what stood there last.

A question that asks for something else gets a new key, or old answers are told wrongly. Where only
the words changed, or a key is new: python tests/questions.py
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "fixtures" / "questions.json"
_CALL = re.compile(r'^(check|predict|keep|repair)\("(\d\d)\.(\w+)"', re.M)


def asked():
    """dict {"01.check.2": {"text": what is asked, "right": what is right}}, of every question."""
    sys.path.insert(0, str(ROOT / "notebooks"))
    from closereading.lesson.contents import lesson, lessons

    texts = dict(pair for number in lessons() for pair in _texts(number))
    found = {}
    for number in lessons():
        for name, question in lesson(number).get("quiz", {}).items():
            options = {letter: one["text"] for letter, one in question["options"].items()}
            found[f"{number}.quiz.{name}"] = {"text": question["ask"], "right": options}
        for kind in ("check", "predict", "keep", "repair"):
            for name, entry in lesson(number).get(kind, {}).items():
                key = f"{number}.{kind}.{name}"
                found[key] = {"text": texts.get(key, ""), "right": _right(kind, entry)}
    return found


def _right(kind, entry):
    """What a right answer is, as far as the lesson's file says it."""
    if kind == "predict":
        return sorted(entry["fields"])
    if kind == "keep":
        return entry["texts"]
    first = entry.get("accept", [{}])[0]
    return {name: value for name, value in first.items() if name not in ("says", "also")}


def _texts(number):
    """Generator of (key, str): the text cell before each call of a lesson."""
    path = next((ROOT / "notebooks").glob(f"{number}_*.ipynb"))
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    above = ""
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            above = " ".join(source.split())
        for kind, lesson_, name in _CALL.findall(source):
            yield f"{lesson_}.{kind}.{name}", above


if __name__ == "__main__":
    text = json.dumps(asked(), indent=1, ensure_ascii=False, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")
    print(f"{FILE.relative_to(ROOT)} now holds {len(asked())} questions.")
