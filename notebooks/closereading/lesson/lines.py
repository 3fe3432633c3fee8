"""The form in which answers are kept: one line of JSON an answer. Reads it back from whatever bytes
a file holds.

A line has v (2; 1 in older files), at (when, UTC), kind, key (the exercise, "01.2"), value,
verdict. Kinds: predict, shown (from here on the answer of this key was on the screen), check, quiz,
repair, keep, test (the button of lesson 00 that tries the machine; no answer). A line that begins
with # is a remark for people.
"""

import json
import math

from .bytes_read import decoded

REMARK = "#"
VERSION = 2  # in files of version 1 a prediction was sealed when it was first made
_STRAIGHT = str.maketrans("“”„", '"""')  # as some editors write every mark
_DECODER = json.JSONDecoder()
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
    data: as answers are saved, or as a program of mail or an editor has changed them: in other
    bytes, with other ends of lines, as a list, in several lines each. longest: signs that an answer
    may have.
    """
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    answers = []
    unreadable = 0
    for line in filter(_holds_something, text.split("\n")):
        found = _answers(_bare(line), longest)
        answers += found
        unreadable += not found
    if answers or not unreadable:
        return answers, unreadable
    found = _answers(text, longest) or _answers(text.translate(_STRAIGHT), longest)
    return found, 0 if found else unreadable


def _bare(line):
    """str: a line without what a mail or a list puts round an answer."""
    return line.strip().lstrip("> ").removesuffix(",")


def _answers(text, longest):
    """list of dict: the answers in a text, one behind the other; of a line that holds something
    else too, none behind that.
    """
    answers = []
    place = text.find("{")
    while place >= 0:
        try:
            found, end = _DECODER.raw_decode(text, place)
            answers += [_checked(one, longest) for one in _unpacked(found)]
        except (ValueError, KeyError, TypeError, RecursionError):
            end = text.find("\n", place) % (len(text) + 1)
        place = text.find("{", max(end, place + 1))
    return answers


def _unpacked(found):
    """list: the answers in an object that holds nothing but a list of them; else itself."""
    lists = [value for value in found.values() if isinstance(value, list)]
    return lists[0] if "key" not in found and len(lists) == len(found) == 1 else [found]


def _holds_something(line):
    """Whether a line is neither blank nor a remark."""
    return bool(_bare(line)) and not _bare(line).startswith(REMARK)


def _checked(answer, longest):
    """dict: an answer. Raises what _answer raises."""
    return _answer(json.dumps(answer, ensure_ascii=False), longest)


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
