"""Where the data of the lessons are, and where a learner's own files go."""

import os
import re
import tempfile
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
NOTEBOOKS = PACKAGE.parent
DRIVE = Path("/drive")  # what a browser keeps of a live lesson; there only where it keeps anything


def in_a_wheel():
    """bool: the toolkit was installed with the data inside it; there is no notebooks/ around it."""
    return (PACKAGE / "_data").is_dir()


def data_folder():
    """Path of the data: inside the installed package, else beside notebooks/."""
    return PACKAGE / "_data" if in_a_wheel() else NOTEBOOKS.parent / "data"


def lessons_folder():
    """Path of the folder that holds the lessons' notebooks. In a browser that is what it keeps; the
    folder is not there where it keeps nothing.
    """
    return DRIVE if in_a_wheel() else NOTEBOOKS


OF_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # no folders there
_learner = [""]  # a kernel has one learner; "" where nobody was named


def choose_learner(who=""):
    """From now on this kernel's work folder is that learner's own. who: str that `is_learner`
    takes; "": the one for all.
    """
    _learner[:] = [who]


def is_learner(who):
    """bool: whether this can name a learner: a text of 1 to 20 letters or digits, which a folder
    can have on Windows too.
    """
    named = isinstance(who, str) and who.isalnum() and len(who) <= 20
    return named and not OF_WINDOWS.fullmatch(who)


def chosen_learner():
    """str: the learner of this kernel; "" where nobody was named."""
    return _learner[-1]


def learners_folder():
    """Path of the folder that holds a folder for each learner of this machine. It is there where
    several share the machine.
    """
    return shared_folder() / "learners"


def nobody_chosen():
    """bool: whether several learners share this machine and none of them was named here."""
    return not chosen_learner() and learners_folder().is_dir()


def work_folder():
    """Path of the learner's own folder: inside the one that all share, where they were named."""
    who = chosen_learner()
    return learners_folder() / who if who else shared_folder()


def told_folder(name):
    """str: the folder of a report as somebody looks for it beside the lessons: my-work/flood."""
    here = work_folder() / name
    return here.relative_to(shared_folder().parent).as_posix()


def shared_folder():
    """Path of the work folder of this machine: $CLOSE_READING_WORK, counted from the lessons’
    folder where it is no whole path; in a browser what it keeps; else the first of
    notebooks/my-work and ~/close-reading where a file can be written. Where none can, the last of
    them: who saves there then says why it did not work.
    """
    if named := os.environ.get("CLOSE_READING_WORK"):
        return lessons_folder() / Path(named).expanduser()  # wherever Python was started
    home = Path.home() / "close-reading"
    if in_a_wheel():
        return DRIVE / "my-work" if DRIVE.is_dir() else home
    beside = NOTEBOOKS / "my-work"
    return beside if takes_files(beside) else home


@cache
def takes_files(folder):
    """bool: a file was written there just now, and removed. Nothing else tells: on Windows
    os.access says yes to every folder. Asked once a session, so that answers stay together.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as f:
            f.write(b"kept?")
            f.flush()
    except OSError:
        return False
    return True


def kept_elsewhere():
    """str: one sentence where the lessons' own folder takes no files; else ""."""
    if os.environ.get("CLOSE_READING_WORK") or in_a_wheel() or takes_files(NOTEBOOKS / "my-work"):
        return ""
    return (
        "No file can be written in the folder of the lessons, so what you write is kept in"
        f" {work_folder()}."
    )
