"""asked.json: of which words a reader has said that they do not mean the same, and what else they
were asked.
"""

import json

from .files import read_text, write_whole

FILE = "asked.json"
FIRMLY = "firmly"  # as it calls what a reader says of how firmly a quote is put
BLANKS = "blank"  # as it calls the boxes of a number that stay so


def parted(folder):
    """list of [field, one, other] that a reader has parted; empty where there is nothing to be
    read.
    """
    if not (folder / FILE).exists():
        return []
    try:
        kept = json.loads(read_text(folder / FILE)[0])
    except ValueError:
        return []
    return [row for row in kept if _is_row(row)] if isinstance(kept, list) else []


def said_firmly(folder):
    """dict: a quote -> how firmly it is put, one of reading.strength.SCALE, as a reader said of it
    last.
    """
    return {quote: code for field, quote, code in parted(folder) if field == FIRMLY}


def _is_row(row):
    """bool: three texts."""
    return isinstance(row, list) and len(row) == 3 and all(isinstance(x, str) for x in row)


def part(folder, field, one, other):
    """Keeps that two words of a field do not mean the same. Raises Problem where nothing can be
    written.
    """
    rows = [*parted(folder), [field, one, other]]
    write_whole(folder / FILE, json.dumps(rows, ensure_ascii=False, indent=1))
