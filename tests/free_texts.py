"""Reads tests/free_text: sentences that a judge is to take or to refuse."""

from pathlib import Path

FOLDER = Path(__file__).with_name("free_text")


def sentences(name):
    """dict {key: {"+": list of str, "-": list of str}} of one file of tests/free_text."""
    found, key = {}, ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            found[key][line[0]].append(line[2:].replace("\\n", "\n"))
        elif line and not line.startswith("#"):
            key = line
            found.setdefault(key, {"+": [], "-": []})
    return found
