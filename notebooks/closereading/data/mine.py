"""Which report of the learner's own the cells of lesson 09 are about: the one that was named last
in the cell of the text. It is kept in the work folder, so that every cell can be run alone.
"""

import json

from ..reading.given import looked_at
from ..reading.text import Problem
from .files import read_text, write_whole
from .folders import work_folder
from .own import own_folder
from .report import Report, open_report
from .texts import text_files

FILE = "last-report.json"
EXAMPLE = "ferry"  # what the cells are about as long as nobody has named a report
WHERE = "below the heading “Which text is yours?”"


class NoTextYet(Problem):
    """A cell that needs a text was run before there was one; it says which cell comes first."""


def name_it(name):
    """From now on the cells are about the report of this name. Raises Problem for a name that no
    report can have.
    """
    own_folder(name)
    try:
        work_folder().mkdir(parents=True, exist_ok=True)
        write_whole(work_folder() / FILE, json.dumps(name))
    except OSError:
        pass  # where nothing can be written, the form of the text says so


def named(name=""):
    """str: the name that was given, or the one that was named last. name: str, or a Report. Raises
    NoTextYet where none was, or where it has no text.
    """
    if isinstance(name, Report):
        return name.folder.name
    if name:
        return name
    try:
        last = json.loads(read_text(work_folder() / FILE)[0])
        folder = own_folder(last)
    except (ValueError, TypeError, OSError, Problem):
        raise NoTextYet(f"Run the cell {WHERE} first; then run this cell again.") from None
    if not text_files(folder):
        raise NoTextYet(
            f"“{last}” has no text yet. Go to the form {WHERE}, paste a text, press “Take this"
            " text”; then run this cell again."
        )
    return last


@looked_at
def my_report():
    """Report that was named last. Raises NoTextYet as `named` does."""
    return open_report(named())
