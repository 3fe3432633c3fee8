"""What IPython does around a cell of a lesson: a slip in a cell of ours gets its sentence, and so
does a number phrase that is not read; what only the first report has is skipped on another.
Everything else is as IPython has it.
"""

import ast
import io
import re
import sys
import tokenize
from pathlib import Path

from ..data.mine import NoTextYet
from ..reading.context import Unread
from ..reading.text import Problem
from . import slips
from .our_calls import is_answer, is_nearly_ours, is_ours
from .say import answer_back, say

HOUSE = Path(__file__).parents[1]
SKIPPED = (KeyError, NameError, Problem)
OF_MAPS = {"cartopy", "pyproj", "shapely"}  # a browser's Python may come without them
_running = [""]  # source of the cell that runs
_known = [{}]  # what the notebook knows by name


class Watch:
    """What is done around each cell of one shell. elsewhere: function that says whether another
    report than the lessons' own is open.
    """

    def __init__(self, shell, elsewhere):
        self.shell = shell
        self.elsewhere = elsewhere
        self.handled = False
        self.mapless = False  # a cell has met a Python without the packages of the maps

    def before(self, info):
        """Takes note of the cell, and which of its errors become a sentence."""
        _running[:] = [info.raw_cell or ""]
        _known[:] = [self.shell.user_ns]
        self.handled = False
        kinds = (Unread, NoTextYet, ModuleNotFoundError, *[NameError] * self.mapless)
        ours = is_ours(source()) or is_nearly_ours(source(), self.shell.user_ns)
        kinds = (Exception,) if ours else kinds
        self.shell.set_custom_exc(SKIPPED if self.elsewhere() else kinds, self.instead)

    def instead(self, shell, kind, error, trace, tb_offset=None):
        """One sentence in place of an error; where it is none of the learner's, the error."""
        ours = is_answer(source())
        self.mapless = self.mapless or _of_maps(error)
        if isinstance(error, NoTextYet):
            say(str(error), learner="turn")
        elif self._skips(error, ours):
            self._skip(error)
        elif isinstance(error, Problem) and ours:
            answer_back("not yet", f"{error} {slips.AGAIN}")
        elif _is_no_slip(error):
            shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
            return
        else:
            answer_back("not yet", slips.sentence(error, source(), shell.user_ns))
        self.handled = True

    def after(self, result):
        """A cell whose error became a sentence counts as run, so that “Run All” goes on."""
        if self.handled:
            result.error_in_exec = result.error_before_exec = None

    def _skips(self, error, ours):
        """Whether a cell cannot run here: it needs the first report, or a map, or what a skipped
        cell would have made. ours: bool, an answer is given in it.
        """
        follows = self.mapless and isinstance(error, NameError)
        unread = isinstance(error, Unread) and not ours
        return self.elsewhere() or follows or unread or _of_maps(error)

    def _skip(self, error):
        """One sentence for a cell that needs what only the first report has; and no picture half
        drawn from it.
        """
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
        say(_why_skipped(error))


class NamedOnce(ast.NodeTransformer):
    """What IPython asks before it runs a cell: one of ours that gives a call the same name twice,
    which Python reads and then refuses, becomes a cell that raises this error, because IPython
    hands on only what happens while a cell runs.
    """

    def visit_Module(self, cell):
        """ast.Module: the cell as it is to be run."""
        name = named_twice(cell) if is_ours(source()) else None
        if name is not None:
            place = ("cell", name.lineno, name.col_offset + 1, "")
            error = f"keyword argument repeated: {name.arg}"
            cell.body = ast.parse(f"raise SyntaxError({error!r}, {place!r})").body
        return cell


def with_its_own_error(lines):
    """list of str: the lines of a cell, as they are; of one of ours whose lines do not begin where
    Python wants them, a line that raises this error, because IPython shows it before the cell runs.
    lines: list of str.
    """
    whole = "".join(lines)
    if not is_ours(whole):
        return lines
    try:
        list(tokenize.generate_tokens(io.StringIO(whole).readline))
    except IndentationError as e:
        place = ("cell", e.lineno, e.offset, e.text)
        return [f"raise {type(e).__name__}({e.msg!r}, {place!r})\n"]
    except (tokenize.TokenError, SyntaxError):
        return lines
    return lines


def named_twice(cell):
    """ast.keyword: the first name that a call in a cell has for the second time; None where there
    is none. cell: ast.Module.
    """
    for call in ast.walk(cell):
        seen = set()
        for given in getattr(call, "keywords", ()):
            if given.arg is not None and given.arg in seen:
                return given
            seen.add(given.arg)
    return None


def watch(shell, elsewhere):
    """Begins to watch the cells of a shell; a second call changes nothing. elsewhere: see Watch."""
    if getattr(shell, "cr_watch", None) is None:
        shell.cr_watch = Watch(shell, elsewhere)
        shell.events.register("pre_run_cell", shell.cr_watch.before)
        shell.events.register("post_run_cell", shell.cr_watch.after)
        shell.ast_transformers.append(NamedOnce())
        shell.input_transformers_cleanup.append(with_its_own_error)


def source():
    """str: the source of the cell that runs; "" outside a notebook."""
    return _running[-1]


def names():
    """dict: what the notebook knows by name; empty outside a notebook."""
    return _known[-1]


def _in_our_code(error):
    """Whether an error comes out of a module of this package: a bug, and no slip of a learner's."""
    trace = error.__traceback__
    while trace is not None:
        if HOUSE in Path(trace.tb_frame.f_code.co_filename).parents:
            return True
        trace = trace.tb_next
    return False


def _is_no_slip(error):
    """Whether an error is shown as Python shows it."""
    foreign = isinstance(error, ModuleNotFoundError) and not is_ours(source())
    return foreign or isinstance(error, Problem) or _in_our_code(error)


def _of_maps(error):
    """Whether an error says that a package of the maps is not there."""
    return isinstance(error, ModuleNotFoundError) and _package(error) in OF_MAPS


def _package(error):
    return (error.name or "").partition(".")[0]


def _why_skipped(error):
    if isinstance(error, Problem):
        return str(error)
    if isinstance(error, ModuleNotFoundError):
        return (
            f"This Python has no {_package(error)}, which the maps need, so this cell is skipped;"
            " the others can be run."
        )
    if isinstance(error, NameError):
        return (
            f"“{error.name}” is not there: the cell that makes it was skipped, or has not been run."
        )
    asked = "”, “".join(re.findall("'([^']+)'", str(error).split("dtype")[0])) or error
    return f"The report that is open has no “{asked}”, so this cell is skipped."
