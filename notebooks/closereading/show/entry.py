"""Two kinds of control by which a whole text comes in: a field of many lines, and a file."""

import base64
import binascii
from dataclasses import dataclass, field

from .controls import Control

LARGEST = 5_000_000  # bytes of a file; a page sends it as letters, a third more
LONGEST = 200_000  # letters of a pasted text


@dataclass(frozen=True, kw_only=True)
class Area(Control):
    """A field of several lines. value: str."""

    kind = "area"
    value: str = ""

    def taken(self, value):
        """A text of at most LONGEST letters. Raises Refused for anything else."""
        if not isinstance(value, str):
            self.refuse(value, "a text")
        if len(value) > LONGEST:
            self.refuse(f"{len(value):,} letters", f"a text of at most {LONGEST:,} letters")
        return value


@dataclass(frozen=True, kw_only=True)
class Upload(Control):
    """A file that somebody chooses. value: {"name": str, "data": its bytes in base64}, or {}.
    endings: what the page offers to choose.
    """

    kind = "upload"
    value: dict = field(default_factory=dict)
    endings: tuple = ()
    most: int = LARGEST

    def taken(self, value):
        """A dict with name and data, or an empty one. Raises Refused for anything else."""
        texts = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        if not texts or set(value) not in (set(), {"name", "data"}):
            self.refuse(type(value).__name__, "a file")
        if bytes_of(value) is None:
            self.refuse(value["name"], "a file in base64")
        return dict(value)


def bytes_of(value):
    """bytes of the file in an Upload's value; None where they cannot be read."""
    try:
        return base64.b64decode(value.get("data", ""), validate=True)
    except (binascii.Error, ValueError):
        return None
