"""What the buttons beside the claim bench do. Each function takes the Bench and what the button
says, a dict of texts. Raises Problem where it cannot be done.
"""

from ..data.edits import put_back, snapshot, take_out
from ..reading.numerals import so_many
from ..reading.text import Problem
from .bench_steps import BLANK, STEPS
from .bench_text import OFFERED, as_it_stands, in_the_text
from .bench_who import as_before
from .claim_files import row_of
from .claim_known import of_another_speaker
from .claim_rows import KEPT, SCOPE

_OF_WHO = {"speaker": "who", "sourcing": "is"}  # field -> what a button calls it


def pick(bench, do):
    """Takes over words that were selected in the text, as whole words."""
    spot = as_it_stands(bench.report.paragraphs, do)
    taken = in_the_text(bench.report.paragraphs, spot)
    old = bench.row["passage"]
    if not bench.edited and old and old not in taken["passage"] and taken["passage"] not in old:
        bench.row |= dict.fromkeys(KEPT, "")  # they were said of another passage
    bench.row |= taken
    bench.step = next(iter(STEPS))


def take(bench, do):
    """Takes over a suggestion: passage, number with its unit, reporting word."""
    bench.row = BLANK | bench.offers.taken(do["key"])
    bench.edited = []
    bench.unsaid = None
    next_step(bench, {})


def speaker(bench, do):
    """Takes over a speaker whom the sentence names."""
    given = {field: do[name] for field, name in _OF_WHO.items() if do.get(name)}
    bench.row |= given | of_another_speaker(bench.report, bench.row, given)
    bench.unsaid = None if bench.row["sourcing"] else bench.unsaid


def before(bench, do):
    """Takes over the speaker and the topic of the row before, where they are blank."""
    bench.row |= as_before(bench.row, bench.before)


def refuse(bench, do):
    """Does not offer a suggestion any more."""
    bench.offers.refuse(do["key"])


def show_more(bench, do):
    """Offers more passages at once, and refuses none."""
    bench.offers.shown += 2 * OFFERED


def show_again(bench, do):
    """Offers again what was left out."""
    bench.offers.show_again()


def next_step(bench, do):
    """Shows the next step; none is passed over."""
    steps = list(STEPS)
    bench.step = steps[min(steps.index(bench.step) + 1, len(steps) - 1)]


def count(bench, do):
    """Takes over a number that the passage holds, with its unit."""
    bench.row |= bench.offers.counted(bench.row, do["words"])


def same(bench, do):
    """Takes over the scope of a number that is saved already."""
    number = bench.report.numbers.loc[do["key"]]
    bench.row |= {field: number[field] for field in SCOPE if field != "counted_on"}


def answer(bench, do):
    """Keeps what the reader says of two words that may mean the same."""
    bench.row |= bench.asks.answered(bench.row, do)


def edit(bench, do):
    """Takes a saved claim into the form, to be changed."""
    key = do["key"]
    bench.row, number = row_of(bench.report, key, do.get("number", ""))
    bench.row = BLANK | bench.row
    bench.edited = [key, number]
    bench.unsaid = None
    bench.step = next(iter(STEPS))
    bench.said = f"{key} is in the form: change what is wrong and save it. "


def delete(bench, do):
    """Deletes a saved claim, and what rests on it."""
    folder = bench.report.folder
    was = snapshot(folder)
    gone = take_out(folder, "claims", do["key"])
    bench.changed(was)
    also = ", ".join(so_many(n, _one_of(name)) for name, n in gone.items() if name != "claims")
    with_it = f", and what rests on it: {also}" if also else ""
    back = "“Undo the last change” brings it back, as long as this cell is not run anew."
    bench.said = f"{do['key']} is deleted{with_it}. {back} "


def _one_of(table):
    """str: a row of a table, as people call it."""
    return "link between claims" if table == "pairs" else table.removesuffix("s")


def undo(bench, do):
    """Takes the last change of the files back."""
    if not bench.undo:
        raise Problem("There is nothing to undo.")
    put_back(bench.report.folder, *bench.undo[-1])
    bench.undo.pop()
    bench.look_again()
    bench.said = "The last change is undone. "


def save(bench, do):
    """Saves the row."""
    bench.save()


def clear(bench, do):
    """Begins a new row without anything."""
    bench.clear()


def unclear(bench, do):
    """Brings back the row that was cleared last."""
    bench.unclear()


ACTS = {
    "pick": pick,
    "take": take,
    "speaker": speaker,
    "before": before,
    "refuse": refuse,
    "again": show_again,
    "more": show_more,
    "next": next_step,
    "save": save,
    "clear": clear,
    "unclear": unclear,
    "same": same,
    "count": count,
    "ask": answer,
    "edit": edit,
    "delete": delete,
    "undo": undo,
}
