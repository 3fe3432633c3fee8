"""The form in which answers are kept: one line of JSON an answer. Reads it back from whatever bytes
a file holds.

A line has v (2; 1 in older files), at (when, UTC), kind, key (the exercise, "01.2"), value,
verdict. Kinds: predict, shown (from here on the answer of this key was on the screen), check, quiz,
repair, keep, test (the button of lesson 00 that tries the machine; no answer). A line that begins
with # is a remark for people.
"""

import json
import math

REMARK = "#"
VERSION = 2  # in files of version 1 a prediction was sealed when it was first made
DEEPEST = 50  # lists and objects inside each other; how many Python reads depends on its version


def written(kind, key, value, verdict, at):
    """str: one answer as a line without its end."""
    answer = {"v": VERSION, "at": at, "kind": kind, "key": key, "value": value, "verdict": verdict}
    return json.dumps(answer, ensure_ascii=False, default=str)


def again(answer):
    """str: an answer that was read, as the line that it was."""
    return json.dumps(answer, ensure_ascii=False, default=str)


def parsed(data, longest=math.inf):
    """(list of dict, int): the answers in the bytes of a file, and how many lines hold none.
    data: UTF-8 or UTF-16, or one JSON list of answers. longest: signs that a line may have.
    """
    text = _decoded(data)
    answers = []
    unreadable = 0
    for line in filter(_holds_something, _unlisted(text).split("\n")):
        try:
            answers.append(_answer(line, longest))
        except (ValueError, KeyError, TypeError, RecursionError):
            unreadable += 1
    return answers, unreadable


def _holds_something(line):
    """Whether a line is neither blank nor a remark."""
    return bool(line.strip()) and not line.startswith(REMARK)


def _decoded(data):
    """str: the text of a file, by its first bytes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "surrogateescape")


def _unlisted(text):
    """str: one answer a line, also where the file is one JSON list of them."""
    if not text.lstrip().startswith("["):
        return text
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return text
    if not all(isinstance(entry, dict) for entry in entries):
        return text
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)


def _answer(line, longest):
    """dict: the answer on a line. Raises ValueError, KeyError, TypeError or RecursionError where
    there is none that a page can show.
    """
    line.encode()
    answer = json.loads(line)
    named = isinstance(answer["key"], str) and isinstance(answer["kind"], str)
    if not named or "value" not in answer or len(line) > longest:
        raise ValueError
    if line.count("[") + line.count("{") > DEEPEST and _is_too_deep(answer):
        raise ValueError
    if "\\u" in line:
        json.dumps(answer, ensure_ascii=False).encode()  # half a character has no bytes
    return answer


def _is_too_deep(answer):
    """Whether lists and objects are inside each other more than DEEPEST times."""
    inside = [answer]
    for _ in range(DEEPEST):
        inside = [part for whole in inside for part in _parts(whole)]
        if not inside:
            return False
    return True


def _parts(value):
    """The values in an object or a list; nothing else has any."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
