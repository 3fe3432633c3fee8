"""One text file: read whole, written whole, and what is wrong with it in words."""

import errno
import os
import re

from ..reading.text import Problem

_UTF8 = "a file saved as UTF-8"
STRANGE = {
    "\0": "a nul byte",
    "\x1b": "a terminal’s escape sign",
    "\u202d": "a sign that turns the writing round",
    "\u202e": "a sign that turns the writing round",
}
_HALF = re.compile("[\ud800-\udfff]")


class Trouble(str):
    """One problem as a sentence; `file` and `line` order the list."""

    def __new__(cls, file, line, column, found, expected):
        where = file
        if line:
            where += f", line {line}"
        if column:
            where += f", column “{column}”"
        self = super().__new__(cls, f"{where}: found {found}; expected {expected}.")
        self.file = file
        self.line = line
        return self

    @classmethod
    def saying(cls, file, sentence, line=0):
        """Trouble of a file in a sentence that is made already."""
        self = str.__new__(cls, sentence)
        self.file = file
        self.line = line
        return self


def read_text(path):
    """(text, None) of a UTF-8 file, a byte order mark left out; or ("", Trouble) where it is no
    such file.
    """
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        return "", Trouble(path.name, 0, "", "a folder of this name", "a file")
    except OSError as e:
        if path.is_dir():  # Windows says only that it may not be read
            return "", Trouble(path.name, 0, "", "a folder of this name", "a file")
        found = f"a file that cannot be read ({e.strerror})"
        return "", Trouble(path.name, 0, "", found, "a file you may read")
    if data[:2] == b"PK":
        found = "a spreadsheet or another packed file"
        wanted = "plain text (in a spreadsheet: save as “CSV UTF-8”)"
        return "", Trouble(path.name, 1, "", found, wanted)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        line = data[: e.start].count(b"\n") + 1
        return "", Trouble(path.name, line, "", "bytes that are not UTF-8", _wanted(path))
    if strange := re.search(f"[{''.join(STRANGE)}]", text):
        line = text[: strange.start()].count("\n") + 1
        found = f"{STRANGE[strange[0]]}, which stands in no text"
        return "", Trouble(path.name, line, "", found, _wanted(path))
    return text, None


def _wanted(path):
    """str: what a text file should be."""
    return _UTF8 + (" (in a spreadsheet: “CSV UTF-8”)" if ".csv" in path.name.casefold() else "")


def no_trouble(path):
    """list: no Trouble, whatever stands in the file."""
    return []


def write_whole(path, text, check=no_trouble):
    """Writes a text file so that at every moment the old or the new one is there, whole. check:
    function of the new file's path that gives a list of Trouble. Raises Problem where there is
    any, where the text holds half a sign, or where the disk refuses; the old file then stays.
    """
    if half := _HALF.search(text):
        before = text[: half.start()].rpartition("\n")[2][-30:]
        raise Problem(
            f"Nothing was written. {path.name}: found half a sign (U+{ord(half[0]):X}) after"
            f" “{before}”, which no file can keep; expected whole signs. Copy the words anew."
        )
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("wb") as f:
            f.write(text.encode())
            f.flush()
            os.fsync(f.fileno())
        if troubles := check(new):
            raise refused(troubles, new.name, path.name)
        os.replace(new, path)
    except OSError as e:
        raise not_writable(path.name, e) from None
    finally:
        new.unlink(missing_ok=True)


def refused(troubles, name="", known_as=""):
    """Problem that says why nothing was written. name: of a file that was only tried, which the
    reader knows as another.
    """
    told = " ".join(t.replace(name, known_as) if name else t for t in troubles)
    return Problem(f"Nothing was written. {told}")


def not_writable(name, error):
    """Problem for an OSError."""
    more = ""
    if isinstance(error, PermissionError):
        more = " Is it open in another program? Close it there and try again."
    elif error.errno in (errno.ENOSPC, errno.EFBIG):
        more = " The disk is full: delete something and try again."
    elif error.errno in (errno.ENOTDIR, errno.ENOENT, errno.EROFS):
        more = " Its folder takes no files. Does CLOSE_READING_WORK name one that does?"
    return Problem(f"{name} could not be written ({error.strerror or error}).{more}")
