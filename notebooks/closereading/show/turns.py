"""What passes between a page and its Panel: turns that a page asks for, and tries of a learner."""

import traitlets

TRIES = 3


class Turns(traitlets.HasTraits):
    """A widget whose page asks in turns. asked: what a page asks for, {"page": its id, "turn": 1,
    2 …, "values": those that were changed}. told: the last turn of each page that was answered.
    """

    asked = traitlets.Dict().tag(sync=True, echo_update=False)
    told = traitlets.Dict().tag(sync=True)

    def take(self, values):
        """Takes the values that a page has set, and answers them."""
        raise NotImplementedError

    @traitlets.observe("asked")
    def _answer_the_page(self, change):
        """Answers a page, and says which turn of it was answered."""
        asked = change["new"]
        with self.hold_sync():
            self.take(asked.get("values", {}))
            self.told = {**self.told, asked.get("page"): asked.get("turn")}


class Tries:
    """Counts the settings in a row that cannot reach the goal. cannot: function of {id: value} that
    says why no setting of the rest reaches it, or ""; None where every setting can.
    """

    def __init__(self, cannot):
        self.cannot = cannot
        self.count = -1  # the setting at the beginning is nobody's try
        self.last = None  # the setting that was shown last; shown again, it is no other try

    def hint(self, values):
        """str: why the goal is not reached, after some tries that could not reach it."""
        why = self.cannot(values) if self.cannot else ""
        if values != self.last:
            self.count = self.count + 1 if why else 0
            self.last = values
        return f" {why}" if self.count >= TRIES else ""
