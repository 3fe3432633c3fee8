"""A cell of an exercise in which three dots are left is not run, whatever it holds."""

import ast

import pytest
from closereading.lesson.blanks import Blanks, leave_blanks


def run(source):
    """list: what check was called with when a cell was run as IPython would run it."""
    heard = []
    tree = Blanks().visit(ast.parse(source))
    exec(compile(tree, "cell", "exec"), {"check": lambda *given: heard.append(given)})
    return heard


@pytest.mark.parametrize(
    "line",
    [
        "answer = ...",
        "answer = [1, 2][...]",
        'answer = "a".startswith(...)',
        "answer = 3 + ...",
        "def answer(x):\n    return ...",
        "answer = no_such_name + ...",
    ],
)
def test_a_blank_anywhere_is_nothing_yet_and_no_traceback(line):
    assert run(f'{line}\ncheck("01.1", answer)') == [("01.1", ...)]


@pytest.mark.parametrize("line", ["answer = 3", 'answer = "…"', 'answer = "..."'])
def test_a_line_without_a_blank_is_run(line):
    ((key, answer),) = run(f'{line}\ncheck("01.1", answer)')
    assert key == "01.1" and answer in (3, "…", "...")


def test_cells_without_a_check_keep_their_dots():
    assert run("x = ...\ncheck = check\nx") == []
    with pytest.raises(TypeError):
        run("3 + ...")


def test_it_is_asked_for_once():
    class Shell:
        ast_transformers = []

    leave_blanks(Shell)
    leave_blanks(Shell)
    assert len(Shell.ast_transformers) == 1
