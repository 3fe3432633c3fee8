"""What all kinds of control have; the kinds themselves are in controls.py."""

from dataclasses import dataclass, fields

from traitlets import TraitError

from ..reading.text import Problem

KINDS = {}


class Refused(Problem, TraitError):
    """A control, or a value of one, that no page can show. It says which, what was found and what
    is expected.
    """


@dataclass(frozen=True, kw_only=True)
class Control:
    """What all kinds have. id: its key among the values of the panel. label: its visible name.
    value: what it begins with. group: neighbours of the same group stand under this heading. when:
    (id of another control, value of that): the page shows this one only where it has that value.
    """

    id: str
    label: str
    value: object = None
    group: str = ""
    when: tuple = ()

    def __init_subclass__(cls):
        if "kind" in vars(cls):
            KINDS[cls.kind] = cls

    def __post_init__(self):
        for name in ("id", "label"):
            if not _is_text(getattr(self, name)):
                raise Refused(f"A {self.kind} needs a text as its {name}.")
        self._check()
        object.__setattr__(self, "value", self.taken(self.value))

    def _check(self):
        """Raises Refused where the control itself is malformed."""

    def taken(self, value):
        """The value as the page will show it. Raises Refused where the page cannot show it."""
        raise NotImplementedError

    def form(self):
        """dict: what the page is told of the control."""
        told = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "value"}
        told = {name: list(v) if isinstance(v, tuple) else v for name, v in told.items()}
        return {"kind": self.kind, **told}

    def refuse(self, found, expected):
        """Raises Refused with a sentence. found: the value. expected: what would do, in words."""
        raise Refused(f"The control “{self.id}” takes {expected}; found {str(found)[:60]!r}.")


def _is_text(value):
    return isinstance(value, str) and bool(value.strip())
