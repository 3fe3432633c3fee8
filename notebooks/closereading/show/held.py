"""Held: what buttons in the view of a Panel set; the form shows nothing of it."""

from dataclasses import dataclass, field

from .controls import Control


@dataclass(frozen=True, kw_only=True)
class Held(Control):
    """What buttons in the view have set. value: dict of texts, truth values and lists of texts. A
    button carries what it sets as JSON: data-sets='{"id of the control": {…}}'.
    """

    kind = "held"
    value: dict = field(default_factory=dict)

    def taken(self, value):
        """A dict of texts, truth values and lists of texts. Raises Refused for anything else."""
        if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
            self.refuse(value, "a dict with texts as keys")
        for part in value.values():
            if not _is_plain(part):
                self.refuse(part, "texts, truth values and lists of texts")
        return dict(value)


def _is_plain(part):
    """bool: a text, a truth value, or a list of texts."""
    texts = part if isinstance(part, list) else [part]
    return isinstance(part, bool) or all(isinstance(text, str) for text in texts)
