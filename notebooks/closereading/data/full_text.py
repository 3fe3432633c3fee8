"""The text of a report, to be read at one sitting in numbered paragraphs."""

from dataclasses import dataclass

from ..reading.in_marks import all_in_marks


@dataclass(frozen=True, repr=False)
class FullText:
    """A report to be read. note: what is said before it, or blank. paragraphs: tuple of str."""

    note: str
    paragraphs: tuple

    def numbered(self):
        """list of (number of the paragraph, text); the note comes first and has no number."""
        note = [("", self.note)] if self.note else []
        return [*note, *enumerate(self.paragraphs, 1)]

    def __repr__(self):
        return "\n\n".join(f"{n} {text}".strip() for n, text in self.numbered())


def full_text(report):
    """FullText of a report. A text of its own is printed as it is; our retelling as we print."""
    printed = all_in_marks if "text" in report.about else str
    return FullText(report.about.get("note", ""), tuple(map(printed, report.paragraphs)))
