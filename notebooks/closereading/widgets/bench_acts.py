"""What the buttons beside the claim bench do. Each function takes the Bench and what the button
says, a dict of texts. Raises Problem where it cannot be done.
"""

from ..data.edits import put_back, snapshot, take_out
from ..reading.accounts import NO_SOURCE
from ..reading.numerals import so_many
from ..reading.text import Problem
from .bench_firm import say_firmly
from .bench_steps import BLANK, OF_A_NUMBER, STEPS, step_of
from .bench_text import OFFERED, as_it_stands, in_the_text
from .bench_who import as_before
from .claim_files import row_of
from .claim_known import of_another_speaker
from .claim_rows import SCOPE, time_in

_OF_WHO = {"speaker": "who", "sourcing": "is"}  # field -> what a button calls it


def pick(bench, do):
    """Takes over words that were selected in the text, as whole words."""
    spot = as_it_stands(bench.report.paragraphs, do)
    bench.row |= in_the_text(bench.report.paragraphs, spot)
    bench.step = next(iter(STEPS))
    bench.offers.go_to(bench.row)


def take(bench, do):
    """Takes over a suggestion: passage, number with its unit, reporting word."""
    bench.put_by(BLANK | bench.offers.taken(do["key"]))
    bench.offers.go_to(bench.row)
    next_step(bench, {})


def speaker(bench, do):
    """Takes over a speaker whom the sentence names."""
    given = {field: do[name] for field, name in _OF_WHO.items() if do.get(name)}
    bench.row |= given | of_another_speaker(bench.report, bench.row, given)
    bench.unsaid = None if bench.row["sourcing"] else bench.unsaid
    _pass(bench)


def topic(bench, do):
    """Takes over a topic of another row."""
    bench.row["topic"] = do["is"]
    _pass(bench)


def _pass(bench):
    """Shows what a number counts, once it is said who says it, and what it is about."""
    who = bench.row["speaker"].strip()
    known = who == NO_SOURCE or (who and bench.row["sourcing"])
    if bench.row["number"].strip() and known and bench.row["topic"].strip():
        bench.step = step_of("population")
        bench.said = "Step 3 is shown: what the number counts. "
        bench.jumped = True


def before(bench, do):
    """Takes over the speaker of the row before."""
    bench.row |= as_before(bench.row, bench.before)
    _pass(bench)


def refuse(bench, do):
    """Does not offer a suggestion any more."""
    bench.offers.refuse(do["key"])


def show_more(bench, do):
    """Offers more passages at once, and refuses none."""
    bench.offers.shown += 4 * OFFERED


def go_back(bench, do):
    """Offers again from the beginning of the text."""
    bench.offers.go_back()


def show_again(bench, do):
    """Offers again what was left out."""
    bench.offers.show_again()


def next_step(bench, do):
    """Shows the next step; where the passage holds no number and none is taken, the steps that are
    only for one are passed.
    """
    if bench.jumped:
        bench.jumped = False
        bench.said = "This is step 3 already. Press “Next step” again to pass it over. "
        return
    steps = list(STEPS)
    then = steps[min(steps.index(bench.step) + 1, len(steps) - 1)]
    none = not bench.row["number"].strip() and not bench.offers.numbers_in(bench.row)
    if then in OF_A_NUMBER and none:
        then = steps[-1]
        bench.said = f"Step {then[0]} is shown: steps 3 and 4 are only for a number. "
    bench.step = then


def count(bench, do):
    """Takes over a number that the passage holds, with its unit."""
    bench.row |= bench.offers.counted(bench.row, do["words"])
    if bench.step == next(iter(STEPS)):
        next_step(bench, {})


def same(bench, do):
    """Takes over the scope of a number that is saved already."""
    number = bench.report.numbers.loc[do["key"]]
    copied = {field: number[field] for field in SCOPE if field != "counted_on"}
    if time_in(bench.report, bench.row):
        del copied["period"]  # whether the two times are the same is asked
    bench.row |= copied


def around(bench, do):
    """Takes over where, and doing what, from a number that is saved already."""
    number = bench.report.numbers.loc[do["key"]]
    bench.row |= {field: number[field] for field in ("place", "status")}


def time(bench, do):
    """Takes over a time that the text prints near the number."""
    bench.row["period"] = do["words"]


def answer(bench, do):
    """Keeps what the reader says of two words that may mean the same; where that was all that a row
    waited for when it was saved, it is saved.
    """
    waits = bench.waits == bench.row
    bench.row |= bench.asks.answered(bench.row, do)
    if waits:
        bench.save()


def firmly(bench, do):
    """Keeps how firmly the reader says that a passage is put."""
    say_firmly(bench.report, bench.row, do["is"])


def edit(bench, do):
    """Takes a saved claim into the form, to be changed."""
    key = do["key"]
    row, number = row_of(bench.report, key, do.get("number", ""))
    bench.put_by(BLANK | row, [key, number])
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
    "topic": topic,
    "before": before,
    "refuse": refuse,
    "again": show_again,
    "more": show_more,
    "back": go_back,
    "next": next_step,
    "save": save,
    "clear": clear,
    "unclear": unclear,
    "same": same,
    "around": around,
    "time": time,
    "count": count,
    "ask": answer,
    "firmly": firmly,
    "edit": edit,
    "delete": delete,
    "undo": undo,
}
