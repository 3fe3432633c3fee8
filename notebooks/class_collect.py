"""Copies what learners on one machine or one hub have answered into the folder of the class, one
file for each learner. Says who has nothing yet. Follows no link and loses nothing.

    python class_collect.py '/home/*/close-reading/notebooks/my-work'

The star stands for the name of the learner.
"""

import argparse
import glob
import os
import stat
import sys
import tempfile
from pathlib import Path

from closereading.data.folders import shared_folder

ANSWERS = "answers.jsonl"
LARGEST = 5_000_000  # bytes
NOT_A_FILE = "a link, a folder or another thing that is no file"


def main(args):
    """int: 0 where the answers of somebody were found. args: list of str, of the command line."""
    parser = argparse.ArgumentParser(prog="class_collect.py", description=__doc__.split("\n\n")[0])
    parser.add_argument("pattern", type=_pattern, help="the work folders; * is the learner's name")
    parser.add_argument("--into", type=Path, default=None, help="default: my-work/class")
    asked = parser.parse_args(args)
    into = asked.into or shared_folder() / "class"
    try:
        found = [*collected(asked.pattern, into)]
    except OSError as e:
        print(f"{into} cannot be written ({e.strerror or e}). Name another folder behind --into.")
        return 1
    for said in found or [f"No folder is called {asked.pattern}."]:
        print(said)
    return int(not any(into.glob("*.jsonl")))


def _pattern(text):
    """str: a pattern with one star, which is a whole name in it."""
    if text.count("*") != 1 or "*" not in Path(text).parts:
        raise argparse.ArgumentTypeError(
            f"“{text}” needs one star that stands for the learner, as in"
            " '/home/*/close-reading/notebooks/my-work' (with the quotation marks)"
        )
    return text


def collected(pattern, into):
    """Generator of str: a sentence for each work folder, when its answers have been copied.
    pattern: of the work folders. into: Path of the folder of the class.
    """
    before, after = pattern.split("*")
    into.mkdir(parents=True, exist_ok=True)
    for home in sorted(glob.glob(f"{before}*")):
        name = Path(home).name
        parts = [part for part in after.split("/") if part]
        yield from _of_one(name, home, parts, into)


def _of_one(name, home, parts, into):
    """Generator of str: what was copied of one learner, and of those who took turns there."""
    sources = {name: [*parts, ANSWERS]}
    turns = Path(home, *parts, "learners")
    for path in sorted(turns.glob("*")):
        sources[f"{name} {path.name}"] = [*parts, "learners", path.name, ANSWERS]
    told = [(who, *_copied(who, home, where, into)) for who, where in sources.items()]
    some = [f"{who}: {said}" for who, there, said in told if there]
    yield from some or [f"{name}: nothing yet"]


def _copied(who, home, parts, into):
    """(whether there is such a file, what became of it)."""
    try:
        data = _read(home, parts)
    except FileNotFoundError:
        return False, ""
    except (OSError, ValueError) as e:
        return True, f"not copied: {getattr(e, 'strerror', None) or e}"
    target = into / f"{who}.jsonl"
    old = target.read_bytes() if target.exists() else b""
    if not data.startswith(old):  # begun anew: what was copied before is kept
        target = into / f"{who}, begun anew.jsonl"
    _written(target, data)
    count = len(data.splitlines())
    return True, f"{count} lines, in {target.name}"


def _read(home, parts):
    """bytes of a file below a home. A link on the way is not followed: whoever owns the home could
    have put it there, and this may run as somebody who can read more.
    """
    folder = os.open(home, os.O_RDONLY | os.O_DIRECTORY)
    for part in parts[:-1]:
        inner = _opened(part, folder, os.O_DIRECTORY)
        os.close(folder)
        folder = inner
    file = _opened(parts[-1], folder, os.O_NONBLOCK)
    os.close(folder)
    with os.fdopen(file, "rb") as stream:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode):
            raise ValueError(NOT_A_FILE)
        if about.st_size > LARGEST:
            raise ValueError(f"larger than {LARGEST // 1_000_000} MB")
        return stream.read(LARGEST)


def _opened(name, folder, how):
    """int: descriptor of an entry of an open folder, which must not be a link."""
    try:
        return os.open(name, os.O_RDONLY | os.O_NOFOLLOW | how, dir_fd=folder)
    except FileNotFoundError:
        os.close(folder)
        raise
    except OSError as e:
        os.close(folder)
        raise ValueError(f"{name} is {NOT_A_FILE}, or may not be read") from e


def _written(target, data):
    """Writes a file whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as stream:
        stream.write(data)
    os.replace(stream.name, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
