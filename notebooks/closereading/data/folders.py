"""Where the data of the lessons are, and where a learner's own files go."""

import os
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


def work_folder():
    """Path of the learner's own folder: $CLOSE_READING_WORK; in a browser what it keeps; else the
    first of notebooks/my-work and ~/close-reading where a file can be written. Where none can, the
    last of them: who saves there then says why it did not work.
    """
    if named := os.environ.get("CLOSE_READING_WORK"):
        return Path(named)
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
