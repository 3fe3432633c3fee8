"""Whether a sentence names who speaks: in full, by the last name, or by what a group is called."""

import pytest
from closereading.reading.naming import is_named


@pytest.mark.parametrize(
    "who, text, others, named",
    [
        ("Federal prosecutors", "On Tuesday, prosecutors asserted it.", (), True),
        ("Federal prosecutors", "Prosecutors alleged it.", (), True),
        ("Federal prosecutors", "Belgian prosecutors asserted it.", (), False),
        ("Federal prosecutors", "Prosecutors alleged it.", ("local prosecutors",), False),
        ("Federal prosecutors", "They alleged it.", (), False),
        ("court records", "The prison records show it.", (), False),
        ("Ona Lund", "It rained, Lund said.", (), True),
        ("Ona Lund", "It rained, Lund said.", ("Per Lund",), False),
    ],
)
def test_a_group_is_named_by_its_last_word(who, text, others, named):
    assert is_named(who, text, others) is named
