"""The row in hand at the claim bench, kept in draft.json of the report's folder from its first
letter on.
"""

import json
from typing import NamedTuple

from ..data.files import read_text, write_whole
from .bench_steps import BLANK
from .claim_rows import KEPT

DEALT_WITH = "dealt"  # what was suggested and is not wanted
EDITED = "edited"  # the ids of the claim and of the number that are changed


class Draft(NamedTuple):
    """row: dict of fields. refused: list of keys of what is not wanted. edited: list of the ids
    that are changed.
    """

    row: dict
    refused: list
    edited: list


def kept_in(path):
    """Draft of a file; an empty one where there is none, or nothing can be read."""
    try:
        kept = dict(json.loads(read_text(path)[0]))
    except (ValueError, TypeError):
        return Draft({}, [], [])
    return Draft(_begun(kept), _listed(kept, DEALT_WITH), _listed(kept, EDITED))


def keep(path, row, refused, edited):
    """Writes a draft. row: dict of fields. refused: set of keys. edited: list of ids."""
    kept = dict(row)
    if refused:
        kept[DEALT_WITH] = sorted(refused)
    if edited:
        kept[EDITED] = edited
    write_whole(path, json.dumps(kept))  # all in ASCII: no sign in it can be refused


def _begun(kept):
    """dict of the fields of a draft; none where it holds no more than a speaker and a topic, which
    came from the row before.
    """
    known = {field: str(text) for field, text in kept.items() if field in BLANK}
    return known if any(text for field, text in known.items() if field not in KEPT) else {}


def _listed(kept, name):
    """list: what a draft has under a name, where it is a list."""
    found = kept.get(name)
    return list(map(str, found)) if isinstance(found, list) else []
