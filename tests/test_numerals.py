"""Numbers as sentences tell them: how many things there are."""

import pytest
from closereading.reading.numerals import agreeing, so_many, which_ones


@pytest.mark.parametrize(
    "count, told",
    [
        (0, "0 claims"),
        (1, "1 claim"),
        (1.0, "1 claim"),
        (2, "2 claims"),
        (1234, "1,234 claims"),
    ],
)
def test_things_are_counted_in_one_number_or_the_other(count, told):
    assert so_many(count, "claim") == told


@pytest.mark.parametrize("count, word", [(0, "are"), (1, "is"), (2, "are")])
def test_a_verb_goes_with_its_count(count, word):
    assert agreeing(count, "is", "are") == word


@pytest.mark.parametrize("things, told", [([3], "paragraph 3"), ([3, 5], "paragraphs 3, 5")])
def test_things_are_named_with_their_noun(things, told):
    assert which_ones("paragraph", things) == told
