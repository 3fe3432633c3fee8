"""What is offered as worth a row is a claim: it has the one of whom it speaks, and its verb. The
sentences are our own, of the kinds that news has.
"""

import pytest
from closereading.data.reference import worth_a_row

LATE = "in the first days of a long and very wet spring on the coast."
BOARD = "The board of the harbour, which runs three ferries to the isles, carried 41,200 people"
FUND = "The fund, founded in 1998 by a group of old teachers from the coast, paid out 2.4 million"
NURSES = "Nurses at the hospital – some of whom have worked there for years – earn 2,100 euros"
HURT = "At least 23 people, among them four children and a woman, were hurt when a bus turned over"
MILL = "Workers who lost their jobs in March, more than 400 in all, will get 900 euros a month"
SALES = "Sales in the north, excluding the two shops that were opened in May, fell by 7 per cent"
VALLEY = "Villagers in the hills, where the road is blocked, have received 80 tonnes of food"
FROST = "Farmers, Ona Lund said, had lost about 40 per cent of the harvest to the frost"
SURVEY = "Of the 340 houses that answered the survey, 210 said they had no heating"
FIRE = "A fire that broke out on Monday destroyed 1,500 tonnes of grain"
THEFT = "Prosecutors say the two men, aged 24 and 31, stole copper worth 90,000 euros"
FERRY = "Bo Rask told the court that the ferry, built for 400 people, had carried 612"
SHOPS = "In the three months to June, the shop, whose shares lost 3 per cent, opened 14 branches"
BOATS = "The navy moved its boats to the north, east, and south of the isles for ten days"
RENT = "although wages, at 2,300 euros, have hardly moved since the summer before the last one"
MAYOR = "The mayor, Karl Lind, told reporters that repairs to the bridge would take nine months"


@pytest.mark.parametrize(
    "claim, words, behind",
    [
        (BOARD, "41,200 people", f", {LATE}"),
        (BOARD, "three ferries", f", {LATE}"),
        (FUND, "2.4 million", f", {LATE}"),
        (NURSES, "2,100 euros", f", {LATE}"),
        (f"{NURSES}, about 15 per cent less than others", "about 15 per cent", "."),
        (HURT, "At least 23 people", ", the police said."),
        (HURT, "four children", ", the police said."),
        (MILL, "900 euros a month", f", {LATE}"),
        (MILL, "more than 400", f", {LATE}"),
        (SALES, "two shops", f", while costs, mainly for energy, rose to 5 million {LATE}"),
        (SALES, "7 per cent", f", while costs, mainly for energy, rose to 5 million {LATE}"),
        (VALLEY, "80 tonnes of food", f", 30 of them by air, {LATE}"),
        (f"{VALLEY}, 30 of them by air", "30", f", {LATE}"),
        (FROST, "about 40 per cent of the harvest", f", {LATE}"),
        (SURVEY, "340 houses", f", and the others gave no answer to it {LATE}"),
        (THEFT, "two men", f", and sold all of it {LATE}"),
        (THEFT, "24", f", and sold all of it {LATE}"),
        (MAYOR, "nine months", f", a time that was called too long {LATE}"),
        (FERRY, "400 people", f", {LATE}"),
        (SHOPS, "three months", f", closed 22, and hired many people {LATE}"),
        (SHOPS, "3 per cent", f", closed 22, and hired many people {LATE}"),
        (BOATS, "ten days", f", and called that usual {LATE}"),
        # what is whole stays short
        (FIRE, "1,500 tonnes of grain", f", killed two guards, and went out {LATE}"),
        ("Prices of bread fell by 12 per cent", "12 per cent", f", and rents rose a little {LATE}"),
    ],
)
def test_what_is_offered_has_its_subject_and_its_verb(claim, words, behind):
    text = claim + behind
    assert claim in {text[s.start : s.end] for s in worth_a_row((text,)) if s.words == words}


@pytest.mark.parametrize(
    "before, words, claim",
    [
        (
            "Ona Lund, who looks after the water, warned that levels are low, and that ",
            "three weeks",
            "rationing might begin in the next three weeks",
        ),
        (
            "“We have very many of them in here, and we have no more beds for all of them,” said ",
            "two nurses",
            "Ona Lund, who runs the clinic with two nurses",
        ),
        ("48 houses burned down on Sunday, ", "130", "and 130 people spent the night in a hall"),
        ("The average rent is now 1,150 euros, up 8 per cent, ", "2,300 euros", RENT),
        (f"{SURVEY}, ", "95", "95 said they heated a room"),
        (f"{FIRE}, ", "30", "but at least 30 houses are as they were"),
    ],
)
def test_what_is_offered_begins_with_what_is_told(before, words, claim):
    text = f"{before}{claim}, {LATE}"
    offered = {text[s.start : s.end] for s in worth_a_row((text,)) if words in s.words}
    assert claim in offered
