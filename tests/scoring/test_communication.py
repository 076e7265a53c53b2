"""Communication: plain words, listening, checking; and times, where a recording has them."""

from calls.context import CallContext
from calls.record import Record
from calls.turn import Speaker, Transcript, Turn
from compliance_rules import shipped_checker
from language.names import KINDS
from scoring.marks import Dimension, Mark
from scoring.plain_talk import PLAINER
from scoring.review import review
from tests.scoring.reviewing import imported, mark_of

TALK = """collector: Hello Ana, this is Dana Wells. {first}
consumer: My hours at the warehouse were cut in half since May.
collector: {second}
consumer: I could do sixty dollars from the first.
collector: {third}
consumer: Yes, that's right."""
GOOD = {
    "first": "What has changed?",
    "second": "So the warehouse cut your hours. How are you managing?",
    "third": "So that is sixty dollars on the first. Did I get that right?",
}


def talk(name: str, **lines: str) -> Mark:
    return mark_of(imported(TALK.format(**{**GOOD, **lines})), Dimension.COMMUNICATION, name)


def timed(*turns: tuple[Speaker, str, float, float]) -> Record:
    said = (Turn(speaker=s, text=t, started_at=a, ended_at=b) for s, t, a, b in turns)
    return Record(Transcript(id="recorded", turns=tuple(said)), CallContext())


def test_a_word_from_letters_costs_and_the_everyday_word_is_named() -> None:
    mark = talk("plain words", third="Please remit sixty dollars on the first.")

    assert mark.value == 0
    assert mark.evidence[0].quote == "remit"
    assert mark.advice == 'Turn 5: for "remit", say pay or payment.'
    assert talk("plain words").value == 100


def test_every_kind_of_hard_word_has_an_everyday_one() -> None:
    assert KINDS["hard_word"] == set(PLAINER)


def test_a_notice_is_no_hard_word_of_the_collector() -> None:
    notice = (
        "This is an attempt to collect a debt and any information obtained will be used for that "
        "purpose, pursuant to the law. What has changed?"
    )

    assert talk("plain words", first=notice).value == 100


def test_a_turn_loses_by_each_word_past_the_limit_and_not_all_at_once() -> None:
    values = [talk("plain turns", second="word " * n).value for n in (40, 41, 60, 80, 120)]

    assert values == [100, 98.8, 75, 50, 50]


def test_what_they_told_is_taken_up_where_a_word_of_it_comes_back() -> None:
    formula = talk("takes up what they say", second="I understand. I hear you.", third="Okay.")

    assert talk("takes up what they say").value == 100
    assert formula.value == 0
    assert "My hours at the warehouse" in formula.advice


def test_giving_back_something_else_takes_nothing_up() -> None:
    beside = talk("takes up what they say", second="So you are ill. It sounds hard.", third="Fine.")

    assert beside.value == 0


def test_understanding_is_tested_by_asking_or_reading_back_and_not_by_hoping() -> None:
    assert talk("tests understanding").value == 100
    assert talk("tests understanding", second="We could do sixty a month.", third="Bye.").value == 0


def test_typed_practice_has_no_interruptions_and_no_silence() -> None:
    for name in ("lets them finish", "no dead air"):
        mark = talk(name)

        assert mark.value is None
        assert "no times" in mark.reason


def test_a_recording_shows_who_was_cut_off_and_who_waited() -> None:
    us, them = Speaker.COLLECTOR, Speaker.CONSUMER
    record = timed(
        (us, "Hello, this is Dana Wells. What has changed?", 0.0, 3.0),
        (them, "Well, I was ill for a while, and then", 3.5, 9.0),
        (us, "And when can you pay?", 7.0, 9.5),
        (them, "I was not finished.", 10.0, 12.0),
        (us, "Sorry. Go on.", 25.0, 26.0),
        (them, "I said I was ill.", 26.5, 28.0),
        (us, "Thank you for telling me.", 28.4, 30.0),
    )
    made = review(record, shipped_checker())
    cut = mark_of(made, Dimension.COMMUNICATION, "lets them finish")
    dead = mark_of(made, Dimension.COMMUNICATION, "no dead air")

    assert (cut.value, [one.turn for one in cut.evidence]) == (66.7, [2])
    assert "2.0 seconds too early" in cut.advice
    assert (dead.value, [one.turn for one in dead.evidence]) == (66.7, [4])


def test_who_asked_them_to_hold_leaves_no_dead_air() -> None:
    us, them = Speaker.COLLECTOR, Speaker.CONSUMER
    record = timed(
        (us, "Hello, this is Dana Wells.", 0.0, 3.0),
        (them, "Hi.", 3.5, 4.0),
        (us, "Could you hold on for a moment, please?", 4.5, 6.0),
        (them, "Sure.", 6.5, 7.0),
        (us, "Thank you for waiting.", 40.0, 42.0),
    )

    made = review(record, shipped_checker())

    assert mark_of(made, Dimension.COMMUNICATION, "no dead air").value == 100
