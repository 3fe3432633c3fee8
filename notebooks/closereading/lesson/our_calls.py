"""Which cells of a notebook call us: to answer, to write a row, to show a tool."""

import builtins
import re
from difflib import get_close_matches

_ASKED = "predict|check|keep|repair|quiz"
_WRITTEN = "save_claim|start_report|add_row"
_TOOLS = "your_text|claim_bench|two_accounts|row_forms|four_gates|hand_on"
_SHOWN = (
    "open_report|begin|recall|edition|opens|faults|five_calls|hedge_dial|workbench|from_where"
    "|my_band|scope_form|dated_cards|matrix_bench|my_table|own_item|quote_trace|two_quotes"
    "|attribution_lens|strangers_row|self_test|download_answers|my_report|compare_quotes"
    "|everywhere|nearest|parse_words"
)
_DRAWN = r"\b(?:charts|maps|evidence)\.\w+ *\("
_CALLED = re.compile(r"(?<![\w.])([^\W\d]\w{3,})\(")
NEAR = 0.8  # how like one of ours a name is that is meant as one
WORDS = frozenset("|".join((_ASKED, _WRITTEN, _TOOLS, _SHOWN)).split("|"))  # what a cell may call
_CALL = r"(?<![\w.\"'])(?:{})\s*[(（\[\"']"  # wherever it stands: a line break may be lost
ANSWERS = re.compile(_CALL.format(_ASKED), re.M | re.I)
SAVES = re.compile(_CALL.format(f"{_ASKED}|{_WRITTEN}"), re.M | re.I)
OURS = re.compile(rf"{SAVES.pattern}|{_CALL.format(f'{_TOOLS}|{_SHOWN}')}|{_DRAWN}", re.M | re.I)


def is_ours(source):
    """bool: whether a cell gives an answer, writes a row of a learner's own, or shows something of
    ours.
    """
    return bool(OURS.search(source))


def is_nearly_ours(source, known):
    """bool: whether a cell calls a name that is nearly one of ours, and that nobody knows. known:
    dict of what the notebook knows by name.
    """
    known = {*known, *dir(builtins)}
    called = {name for name in _CALLED.findall(source) if name not in known}
    return any(get_close_matches(name, WORDS, 1, NEAR) for name in called)


def is_answer(source):
    """bool: whether a cell gives an answer to a question of a lesson."""
    return bool(ANSWERS.search(source))
