"""Free text is judged by what it says: sentences that were written for it, good and bad."""

import re

import pytest
from closereading.lesson.contents import entry
from closereading.lesson.empty_cells import quoted_after_all
from closereading.lesson.english import plain
from closereading.lesson.foreign import respelt
from closereading.lesson.handed_on import runs, speakers_of
from closereading.lesson.judge import judge
from closereading.lesson.misquotes import misquotes
from closereading.lesson.pronouns import with_names
from closereading.lesson.sides import sides_of
from closereading.lesson.speaker_names import CALLED, NAMES, SIDES
from closereading.lesson.to_whom import given_wrongly
from closereading.lesson.turned_round import turned_round
from conftest import as_it_stands
from free_texts import FOLDER, sentences
from prose import words_of

LEAST = 11  # of twelve
MANY = "kinds_again.txt"  # 2,148 sentences: more of the kinds that stand in the others
BANKS = [
    pytest.param(path.name, key, marks=[pytest.mark.slow] if path.name == MANY else [])
    for path in sorted(FOLDER.glob("*.txt"))
    for key in sentences(path.name)
]


def verdict(key, text):
    kind = "repair" if key[-1] in "rs" else "check"
    exercise = entry(key, kind)
    if kind == "repair":
        exercise = exercise | {"type": "sentence"}
    return judge(text, exercise, as_it_stands("union-resolve"))


@pytest.mark.parametrize("name, key", BANKS)
def test_good_sentences_are_taken_and_bad_ones_refused(name, key):
    both = sentences(name)[key]
    refused = [text for text in both["+"] if verdict(key, text).verdict != "kept"]
    taken = [text for text in both["-"] if verdict(key, text).verdict == "kept"]
    assert len(both["+"]) - len(refused) >= len(both["+"]) * LEAST // 12, refused
    assert len(both["-"]) - len(taken) >= len(both["-"]) * LEAST // 12, taken


@pytest.mark.parametrize(
    "key, text, why",
    [
        ("02.r", "Minsk is about 200 miles from Kyiv in a straight line.", "269 miles"),
        ("03.r", "On 10 February 2022 Janes had 8,000 to 14,000 employees.", "“employees”"),
        ("04.r", "The US said on 10 February 2022: up to 30,000 could die.", "“die”"),
        (
            "04.r",
            "The United States said on 10 February 2022 that up to 30,000 could take part.",
            "on which day the United States spoke",
        ),
        (
            "06.s",
            "Both the Kremlin and Janes speak of troops; they differ because Janes was paid by the"
            " CIA; Russia is not quoted on numbers.",
            "“paid”",
        ),
        ("05.r", "On 10 February 2022 Stoltenberg said nothing.", "did say something"),
        ("07.r", "By 24 February 2022 no forces will be in place, says the report.", "denies"),
        (
            "08.r",
            "On 20 February 2022 the Kremlin stayed in Belarus.",
            "Who stayed on 20 February were the troops",
        ),
        (
            "01.r",
            "The United States says over 100,000 troops were there on 10 February 2022.",
            "to the United States",
        ),
        (
            "08.2",
            "1. If Ukraine's foreign minister had kept his word of 16 February, the troops could"
            " have left. 2. If the drills had ended, they could have gone home.",
            "look whose foreign minister spoke",
        ),
        (
            "06.s",
            "Ukraine and NATO both say that Russia will attack, but differ because they count"
            " differently; Russia is not quoted on the sea.",
            "Nobody in this report says that Russia will attack",
        ),
        (
            "06.s",
            "Both Reznikov and Janes speak of troops; they differ because he says “only a few"
            " thousand” and Janes “80,000 to 140,000 troops”; Russia is not quoted on numbers.",
            "“80,000 to 140,000 troops”. Nobody printed these words here",
        ),
        (
            "01.r",
            "A report of 10 February 2022 has “over 100,000 soldiers” along Ukraine's eastern"
            " border and in Crimea and names no source.",
            "“over 100,000 soldiers”. Nobody printed these words here",
        ),
        (
            "06.3",
            "I trust Janes more, because “8,000 to 14,000 troops” is right and “only a few"
            " thousand” is wrong; unless he shows a count.",
            "like or think right",
        ),
        (
            "06.3",
            "I trust Janes more than the Kremlin, because Janes says how many, “8,000 to 14,000"
            " troops”, and the Kremlin when, “will leave Belarus at that time”, so it says when;"
            " unless Janes corrects it.",
            "Your quotes answer different questions",
        ),
        (
            "08.2",
            "1. If troops come to a border again, others should ask at once. 2. If the troops had"
            " left on 20 February, there could have been talks.",
            "The first: that is advice for a later day",
        ),
        (
            "05.r",
            "On 10 February 2022 Stoltenberg said the number of Russian forces might go up.",
            "He did not put it so weakly",
        ),
        ("08.2", "It was always going to happen. It was always going to happen.", "same way twice"),
        (
            "08.2",
            ["If Putin had died, all would be well.", "If the troops had left, we could sleep."],
            "The first: start from one of the cards",
        ),
        ("06.3", "bananas because … if", "no three words"),
        (
            "06.3",
            "I trust Janes more, because “8,000 to 14,000 troops” has two ends; nothing would"
            " change my mind.",
            "If nothing could change your mind",
        ),
        ("05.3", "the ministry is lying", "Neither verb shows"),
        ("02.r", "By road it is 54 miles from the border to Kyiv.", "a way on land is longer"),
        ("02.r", "Kyiv is about 200 miles away by air.", "does not say along what"),
        (
            "06.3",
            "The US has more weight, because “up to 30,000 could take part” shows that 30,000 are"
            " already there; unless they go home.",
            "what it does not say",
        ),
        (
            "06.3",
            "I believe Reznikov because “8,000 to 14,000 troops” is his number; unless a count"
            " shows more.",
            "to Reznikov. In the report it is said by Janes",
        ),
        (
            "06.3",
            "Janes has less weight, because “up to 30,000 could take part” was said by Janes;"
            " unless it shows how it counted.",
            "to Janes. In the report it is said by the United States",
        ),
        (
            "08.2",
            "1. If NATO had left Belarus, there could have been talks. 2. If Putin had waited, the"
            " drills could have ended.",
            "The first: no card has this deed",
        ),
        (
            "06.s",
            "Both Russia and NATO speak of drills; they differ because Russia says defence and NATO"
            " a cover; Russia is silent on the sea.",
            "“Silent” says more",
        ),
        (
            "03.r",
            "Janes doubts, says a report of 10 February 2022, that 8,000 to 14,000 Russian troops"
            " are in Belarus.",
            "Janes did give this range",
        ),
    ],
)
def test_what_speaks_against_the_report_is_named(key, text, why):
    judged = verdict(key, text)
    assert judged.verdict == "not yet" and why in judged.says, judged.says


@pytest.mark.parametrize(
    "text",
    [
        [
            "If the troops had left on 20 February, it would have been a drill.",
            "If there had been talks, Putin could have waited.",
        ],
        "First, if the troops had left, it would have been a drill. Second, if there had been"
        " talks, Putin could have waited.",
        "a) If the troops had left, it would have been a drill.\nb) If there had been talks, Putin"
        " could have waited.",
    ],
)
def test_two_ways_are_read_in_whatever_shape(text):
    assert verdict("08.2", text).verdict == "kept", verdict("08.2", text).says


def test_every_speaker_of_the_report_has_names_that_learners_use(report):
    assert sorted(CALLED) == sorted(report.speakers.index)
    assert {name for names in CALLED.values() for name in names} <= {*NAMES, "the report"}


def test_every_account_of_the_report_has_a_side_that_learners_name(report):
    sides = {one for side in SIDES for one in side["of"]}
    assert set(report.accounts.index) - sides == {"reporter"}
    assert sides <= {*report.accounts.index, *report.speakers.index}


@pytest.mark.parametrize(
    "text, why",
    [
        ("Russia hates Ukraine", "“hates”"),
        (
            "the Kremlin counts 8,000 to 14,000 and Janes troops",
            "it stands with “Independent analysts”, in paragraph 15",
        ),
    ],
)
def test_a_reason_that_no_row_of_the_report_holds_is_refused(text, why):
    said = (
        "Both Russia and Janes speak of troops in Belarus; they differ because {}; Russia is not"
        " quoted on the sea."
    )
    assert verdict("06.s", said.format(text)).verdict == "not yet"
    assert why in verdict("06.s", said.format(text)).says
    true = "the Kremlin says when they leave and Janes how many they are"
    assert verdict("06.s", said.format(true)).verdict == "kept"


def test_somebody_who_is_quoted_is_not_said_not_to_be():
    said = (
        "Both Russia and Ukraine speak of the drills; they differ because Russia speaks of defence"
        " and Ukraine of pressure; Ukraine is not quoted on the sea."
    )
    assert "Ukraine is quoted on that, in paragraph 12" in verdict("06.s", said).says


@pytest.mark.parametrize("end", ["unless they lie", "unless they stop"])
def test_an_unless_that_names_nothing_to_see_is_told_so(end):
    text = f"I trust Janes more, because “8,000 to 14,000 troops” has two ends; {end}."
    assert "names nothing that one could see" in verdict("06.3", text).says


def test_all_samples_of_lesson_06_are_kept():
    samples = re.findall('"""(.+?)"""', words_of("06", "e3-solution"), re.S)
    assert len(samples) == 3
    for sample in samples:
        assert verdict("06.3", sample).verdict == "kept", verdict("06.3", sample).says
        assert len(sample.split()) <= 60


FRAME = "Both {} and {} take for granted the drills in Belarus. They differ because {}; {}"
INVENTED = [
    "{} wants war",
    "{} hides an attack",
    "{} always lies",
    "{} broke its promise",
    "{} is paid",
    "{} is the enemy",
    "{} attacks and the other only warns",
    "{} plans an invasion",
    "{} defends itself",
    "{} puts pressure on others",
    "one speaks of aim and the other of possibility",
]
NAMED = ["Russia", "NATO", "Ukraine", "Janes"]


@pytest.mark.parametrize("reason", INVENTED)
def test_an_invented_reason_is_judged_alike_whoever_it_is_about(reason):
    found = set()
    for one in NAMED:
        other = "Ukraine" if one == "Russia" else "Russia"
        text = FRAME.format(one, other, reason.format(one), "analysts are not quoted on the sea.")
        found.add(verdict("06.s", text).verdict)
    assert len(found) == 1
    assert found == {"kept"} or "one speaks" not in reason


@pytest.mark.parametrize(
    "first, second, reason",
    [
        ("NATO", "Russia", "Russia says the drills are defensive and NATO that they may hide more"),
        ("Russia", "Ukraine", "Russia speaks of defence and Ukraine of pressure"),
        ("Janes", "the US", "Janes counts 8,000 to 14,000 and the US speaks of up to 30,000"),
    ],
)
def test_what_each_says_is_taken_and_refused_where_the_names_are_changed(first, second, reason):
    end = "analysts are not quoted on the sea."
    assert verdict("06.s", FRAME.format(first, second, reason, end)).verdict == "kept"
    changed = reason.replace(first, "·").replace(second, first).replace("·", second)
    judged = verdict("06.s", FRAME.format(first, second, changed, end))
    assert judged.verdict == "not yet" and "In this report it stands with" in judged.says


@pytest.mark.parametrize(
    "end, why",
    [
        ("NATO is not quoted.", "The report quotes US and NATO, in paragraph"),
        ("Russia isn't quoted here.", "The report quotes Russia and Belarus, in paragraph 4"),
        ("Russia is not quoted on the sea.", ""),
        ("no Russian number is quoted here.", ""),
        ("Belarus alone is not quoted.", ""),
        ("nobody is quoted on the sea.", "Somebody is quoted on that, in paragraph 12"),
    ],
)
def test_who_is_quoted_is_not_said_not_to_be_without_a_topic(end, why):
    reason = "Russia speaks of defence and NATO of a cover"
    judged = verdict("06.s", FRAME.format("Russia", "NATO", reason, end))
    assert (judged.verdict == "kept") == (not why), judged.says
    assert why in judged.says


def test_a_shared_feeling_that_the_report_does_not_hold_is_refused():
    text = (
        "Both US and NATO and Ukraine fear Russia. They differ because Ukraine speaks of pressure"
        " and NATO of a cover; Russia is not quoted on the sea."
    )
    assert "“fear” tells what somebody is or feels" in verdict("06.s", text).says


def test_a_quote_that_goes_on_otherwise_is_no_quote():
    said = "Stoltenberg {} “the number of Russian forces is decreasing”."
    both = f"{said.format('said')} {said.format('claimed')} The second sounds doubtful."
    assert "and then other words" in verdict("05.3", both).says


@pytest.mark.parametrize(
    "quoted",
    [
        "“only a few thousand,”",
        "‘Only a few thousand’",
        '"only a few …"',
        "“a few thousand.”",
        "“republics”",
        "“Union Resolve”",
        "“8000 to 14,000 troops”",
        "“how many”",
        "“Reznikov said ‘only a few thousand’”",
    ],
)
def test_what_is_printed_named_or_asked_is_no_misquote(quoted, report):
    assert not list(misquotes(f"He said {quoted} there.", report))


@pytest.mark.parametrize(
    "quoted",
    ["“some few thousand”", "‘18,000 to 40,000 troops’", '"40,000"', "“only few thousand”"],
)
def test_what_nobody_printed_is_named(quoted, report):
    told = list(misquotes(f"He said {quoted}, and she “only a few thousand”.", report))
    assert len(told) == 1 and quoted[1:-1] in told[0]


def test_a_speaker_of_another_report_is_known_by_name():
    other = as_it_stands("full-house")
    told = other.claims[other.claims["speaker"] != "no stated source"]
    claim = next(row for _, row in told.iterrows() if len(row["quote"].split()) > 2)
    run = runs(f"“{claim['quote']}”", other)[0]
    assert other.speakers.loc[claim["speaker"], "name"] in speakers_of(run, other)


@pytest.mark.parametrize(
    "written, read",
    [
        ("three hundred and seventeen miles", "317 miles"),
        ("two hundred and sixty-nine", "269"),
        ("two hundred and fifty thousand men", "250000 men"),
        ("between one hundred and two hundred", "between 100 and 200"),
        ("eight to fourteen thousand", "8000 to 14000"),
    ],
)
def test_numbers_in_words_are_read_whole(written, read):
    assert plain(written) == read


@pytest.mark.parametrize(
    "slip, meant",
    [
        ("announcd", "announced"),
        ("promissed", "promised"),
        ("apear", "appear"),
        ("Stoltenburg's", "stoltenberg's"),
        ("ofensive", "offensive"),
    ],
)
def test_a_slip_of_the_pen_is_read_as_the_word_that_was_meant(slip, meant, report):
    assert respelt(slip, report) == meant


@pytest.mark.parametrize(
    "word", ["impossible", "uncertain", "crime", "couldn't", "bought", "treat"]
)
def test_another_word_is_no_slip_of_the_pen(word, report):
    assert respelt(word, report) == word


@pytest.mark.parametrize(
    "text, read",
    [
        ("janes counts and he guesses, says reznikov", "janes counts and reznikov guesses"),
        ("stoltenberg and nato: and they speak", "and nato speak"),
        ("reznikov and stoltenberg: he warns", "he warns"),
        ("ukraine's minister and janes, and they differ", "and they differ"),
    ],
)
def test_he_and_they_stand_for_whoever_is_named(text, read):
    assert read in with_names(text)


def test_whoever_is_quoted_without_a_name_is_told_of(report):
    text = (
        "“8,000 to 14,000 troops” has more weight, because it has two ends; unless a count is new."
    )
    judged = verdict("06.3", text)
    assert judged.verdict == "kept" and "is said by Janes" in judged.says, judged.says


UNQUOTED = [
    "{s} is not quoted on {t}.",
    "There is no quote from {s} on {t}.",
    "The report does not quote {s} on {t}.",
    "On {t} {s} is not quoted.",
    "On {t}, there is no quote of {s}.",
    "{s} has no quote about {t}.",
    "What is missing is a quote from {s} about {t}.",
    "Missing: {s} on {t}.",
    "On {t} the report quotes nobody from {s}.",
    "{s} isn't quoted when it comes to {t}.",
    "{s} doesn't get quoted about {t}.",
    "No words of {s} about {t} are printed.",
    "{s} is missing on {t}.",
    "The text has nothing from {s} on {t}.",
    "Not quoted is {s} on {t}.",
    "No one quotes {s} on {t}.",
    "What {s} thinks about {t} is not quoted.",
    "{s} is nowhere quoted on {t}.",
    "We find no quote by {s} regarding {t}.",
]
TOPICS = {
    "the sea": "sea",
    "the forces": "forces",
    "the purpose of the drills": "purpose",
    "timing": "timing",
    "the place": "place",
    "how many troops there are": "forces",
}
ACCOUNTS = {
    "Russia": "russia-belarus",
    "Ukraine": "ukraine",
    "NATO": "us-nato",
    "Analysts": "analysts",
}


@pytest.mark.parametrize("wording", UNQUOTED)
def test_an_empty_cell_is_known_in_any_wording(wording, report):
    sides = sides_of(report)
    quoted = set(zip(report.claims["account"], report.claims["topic"]))
    for name, account in ACCOUNTS.items():
        for words, topic in TOPICS.items():
            text = plain(wording.format(s=name, t=words))
            told = list(quoted_after_all(text, sides, report))
            assert bool(told) == ((account, topic) in quoted), (text, told)


GIVEN = [
    "{s} says “{q}”.",
    "{s}'s “{q}” has more weight.",
    "“{q}” ({s}) has more weight.",
    "“{q}” by {s} has more weight.",
    "With “{q}” {s} has more weight.",
    "{s} with “{q}” has more weight.",
    "{s} (“{q}”) has more weight.",
    "{s}: “{q}”.",
    "I believe {s}, who speaks of “{q}”, more.",
    "“{q}” comes from {s}.",
    "“{q}” is what {s} says.",
    "“{q}” was said by {s}.",
    "I go with {s}. The reason is that they said “{q}”.",
    "The words from {s}, “{q}”, weigh more.",
    "In “{q}” {s} says something that one can check.",
]
SAID_BY = {
    "8,000 to 14,000 troops": {"Janes"},
    "only a few thousand": {"Reznikov", "Ukraine"},
    "will leave Belarus at that time": {"the Kremlin", "Russia"},
    "could be used as a cover for preparations": {"NATO", "the US"},
    "the number of Russian forces is increasing": {"NATO"},
    "strongly protests": {"Ukraine"},
}


@pytest.mark.parametrize("wording", GIVEN)
def test_words_are_given_to_whom_a_text_gives_them_in_any_wording(wording, report):
    for quote, speakers in SAID_BY.items():
        for name in ("Janes", "Reznikov", "the Kremlin", "NATO", "Russia", "Ukraine"):
            value = wording.format(s=name, q=quote)
            run = runs(value, report)[0]
            told = given_wrongly(run, plain(value), report)
            unsure = name == "Reznikov" and "Ukraine" in speakers
            assert unsure or bool(told) == (name not in speakers), (value, told)


@pytest.mark.parametrize(
    "effect, turned",
    [
        ("With “claimed” a reader is less sure.", False),
        ("With “claimed” a reader is more sure.", True),
        ("The reader trusts the second more than the first.", True),
        ("The reader trusts the first more than the second.", False),
        ("I trust him more than with “claimed”.", False),
        ("“Said” means it is doubtful.", True),
        ("After “claimed” it is not proven for me.", False),
        ("“Claimed” shows that it was checked.", True),
    ],
)
def test_what_changed_for_a_reader_is_not_turned_round(effect, turned):
    both = "Stoltenberg said “{0}”. Stoltenberg claimed “{0}”. {1}"
    text = both.format("the number of Russian forces is increasing", effect)
    judged = verdict("05.3", text)
    assert (judged.verdict == "kept") != turned, judged.says
    assert not turned or "That is the reverse" in judged.says


@pytest.mark.parametrize(
    "quote, said, is_so",
    [
        ("8,000 to 14,000 troops", "has two ends", True),
        ("only a few thousand", "has two ends", False),
        ("will leave Belarus at that time", "names a day", True),
        ("merely defensive war games", "names a day", False),
        ("8,000 to 14,000 troops", "gives no number", False),
        ("merely defensive war games", "gives no number", True),
        ("up to 30,000 could take part", "means that there are 30,000 in Belarus", False),
    ],
)
def test_a_quote_is_not_said_to_have_what_it_lacks(quote, said, is_so):
    text = plain(f"I give it more weight, because “{quote}” {said}.")
    assert turned_round(text, "forces", "time") != is_so
