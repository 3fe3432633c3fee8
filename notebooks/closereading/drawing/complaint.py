"""Complaint: one thing that is wrong with a picture, in words and in parts."""


class Complaint(str):
    """What the audit finds, in the words of whoever draws: "N12: an open end without its arrow".
    says: the same without what it is about. about: the Row of the mark, the artist or the cell;
    blank where it is the picture. why: what is wrong, as show.faults tells it to a learner; blank
    where it has no words of its own for it. values: texts that belong into those words.
    """

    def __new__(cls, says, about="", why="", values=()):
        made = super().__new__(cls, f"{about}: {says}" if about else says)
        made.says = says
        made.about = str(about)
        made.why = why
        made.values = values
        return made

    def of(self, about):
        """Complaint: the same about something. about: Row of a mark."""
        return Complaint(self.says, about, self.why, self.values)
