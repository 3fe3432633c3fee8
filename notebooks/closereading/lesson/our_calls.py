"""Which cells of a notebook call us: to answer, to write a row, to show a tool."""

import re

_ASKED = "predict|check|keep|repair|quiz"
_WRITTEN = "save_claim|start_report|add_row"
_TOOLS = "your_text|claim_bench|two_accounts|row_forms|four_gates|hand_on"
_CALL = r"(?<![\w.\"'])(?:{})\s*[(（\[\"']"  # wherever it stands: a line break may be lost
ANSWERS = re.compile(_CALL.format(_ASKED), re.M | re.I)
SAVES = re.compile(_CALL.format(f"{_ASKED}|{_WRITTEN}"), re.M | re.I)
OURS = re.compile(
    rf"{SAVES.pattern}|{_CALL.format(_TOOLS)}|\bparse_words\(|\bmaps\.opens\(", re.M | re.I
)


def is_ours(source):
    """bool: whether a cell gives an answer, writes a row of a learner's own, or reads a phrase."""
    return bool(OURS.search(source))


def is_answer(source):
    """bool: whether a cell gives an answer to a question of a lesson."""
    return bool(ANSWERS.search(source))
