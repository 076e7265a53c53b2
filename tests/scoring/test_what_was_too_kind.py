"""Marks that were once wrong: what earned too much, and what cost somebody who did well."""

import pytest

from calls.notation import parse_transcript
from calls.record import Record
from calls.turn import Channel
from compliance_rules import shipped_checker
from language import shipped_reader
from scoring.debrief import debrief
from scoring.levels import level_of
from scoring.marks import Dimension
from scoring.review import Review, review
from simulator.scenario import Scenario
from tests.scoring.reviewing import imported, mark_of, score_of
from tests.scoring.test_talks import TALKS
from tests.shipped import EVERY

TALK, CONDUCT = Dimension.COMMUNICATION, Dimension.CONDUCT
NOTHING = 10.0
"""Next to nothing, of 100."""
PARROT = """collector: Hello, this is Lee from North Fund. Is this Ana Reyes?
consumer: Yes. I lost my job in May and I'm scared.
collector: You lost your job in May and you're scared.
consumer: Yes. I can't pay all of it at once, I have two kids.
collector: You can't pay all of it at once, you have two kids.
consumer: That's what I said. Is there a way to pay less?
collector: You want to know if there is a way to pay less.
consumer: I could do forty dollars on the first.
collector: Forty dollars on the first.
consumer: Is that okay?
collector: You're asking if that is okay."""
ANSWERING = """collector: Hello, this is Lee from North Fund. Is this Ana Reyes?
consumer: Yes. I lost my job in May and I'm scared.
collector: You lost your job in May. What are you living on at the moment?
consumer: My savings. Is there a way to pay less?
collector: Yes, there is: smaller payments over twelve months.
consumer: I could do forty dollars on the first.
collector: Yes, forty dollars on the first.
consumer: Is that okay?
collector: Yes."""


def test_giving_back_what_they_said_and_nothing_else_earns_next_to_nothing() -> None:
    card = imported(PARROT).scorecard

    assert (card.grade.value or 0) <= NOTHING
    assert all(not s.value for s in card.scores if s.dimension in (TALK, CONDUCT))
    assert "add nothing" in score_of(imported(PARROT), TALK).reason


def test_a_parrot_among_the_short_calls_earns_next_to_nothing() -> None:
    assert (imported(TALKS["parrot"].call).scorecard.grade.value or 0) <= NOTHING


def test_who_gives_back_and_goes_on_is_no_parrot() -> None:
    made = imported(ANSWERING)

    assert (score_of(made, TALK).value or 0) > 50
    assert (made.scorecard.grade.value or 0) > 50


@pytest.mark.parametrize("name", ["promise_broken_in_call", "chatty_and_off_the_matter"])
def test_a_broken_word_and_talk_of_oneself_are_poor_talk(name: str) -> None:
    made = imported(TALKS[name].call)
    value = score_of(made, TALK).value

    assert value is not None
    assert level_of(value) <= TALKS[name].communication


@pytest.mark.parametrize(
    "said",
    [
        "That's all I need. We'll go through your lawyer from here on.",
        "Everything goes to your attorney from here.",
        "From here on we write to your solicitor.",
    ],
)
def test_their_own_lawyer_is_no_pretence(said: str) -> None:
    made = imported(
        "collector: Hello, this is Dana Wells with Harbor Recovery. Is this Ana Reyes?\n"
        "consumer: Yes, but I have a lawyer for that.\n"
        f"collector: {said}\nconsumer: Good."
    )

    assert mark_of(made, CONDUCT, "nothing untrue").value in (None, 100.0)


@pytest.mark.parametrize("said", ["The form goes out to you.", "The letter goes out to you today."])
def test_sending_something_waves_nothing_away(said: str) -> None:
    call = parse_transcript(f"consumer: My insurance has not decided.\ncollector: {said}")
    ours = shipped_reader().read_call(call)[1]

    assert not ours.has("waves_away", "dismisses")


def texted(scenario: Scenario, *lines: str) -> Review:
    call = parse_transcript("\n".join(f"collector: {line}" for line in lines))
    turns = tuple(one.model_copy(update={"channel": Channel.SMS}) for one in call.turns)
    record = Record(call.model_copy(update={"turns": turns}))
    return review(record, shipped_checker(), scenario)


def test_a_threat_in_a_text_is_no_communication() -> None:
    scenario = EVERY["stop_texting_me"]
    threat = score_of(texted(scenario, "You have to pay now or we sue you"), TALK)
    civil = score_of(
        texted(scenario, "Harbor Recovery here. Please call us at 800-555-0142."), TALK
    )

    assert threat.value == 0
    assert threat.reason.startswith("the messages count as far as they press nobody, 0 of 100; ")
    assert any("now or we sue" in m.advice or "have to pay now" in m.advice for m in threat.marks)
    assert civil.value == 100
    assert "count as far" not in civil.reason


READ_BACK = """collector: Hello, this is Dana Wells with Harbor Recovery. Is this Ana Reyes?
consumer: Yes. I can do fifty dollars on Friday.
collector: How much could you pay after that, and how often?
consumer: The same every month.
collector: So that is 50 dollars on Friday and then every month, by debit card. Correct?
consumer: That's right."""


def test_a_read_back_that_asks_whether_it_is_so_tests_understanding() -> None:
    assert mark_of(imported(READ_BACK), TALK, "tests understanding").value == 100


def test_advice_quotes_a_whole_question() -> None:
    advice = mark_of(imported(READ_BACK), TALK, "one question at a time").advice

    assert '"How much could you pay after that"' in advice


def test_a_goodbye_agrees_to_nothing() -> None:
    made = imported(
        "collector: Hello, this is Dana Wells with Harbor Recovery. Is this Ana Reyes?\n"
        "consumer: Yes, but I never had a card with them.\n"
        "collector: Then I note that you dispute it, and nobody calls until it is checked.\n"
        "consumer: Okay, good. Right. Goodbye.\ncollector: Goodbye."
    )

    assert mark_of(made, TALK, "sums up").value is None


def test_of_somebody_who_died_the_estate_is_asked_for_and_no_number_struck() -> None:
    made = imported(
        "collector: Hello, this is Dana Wells with Harbor Recovery. Is this Helen Marsh?\n"
        "consumer: Yes. Walter had that, my late husband. He passed away in May.\n"
        "collector: I see. It's 1,104 dollars. How would you like to pay?\n"
        "consumer: I don't know.\ncollector: Okay. Goodbye."
    )
    advice = mark_of(made, Dimension.EMPATHY, "right route taken").advice

    assert "estate" in advice
    assert "this number" not in advice


def test_what_was_left_undone_is_no_strength() -> None:
    for name, talk in TALKS.items():
        told = debrief(imported(talk.call), Record(parse_transcript(talk.call)), None)
        texts = [one.text.lower() for one in told.strengths]
        assert not any("longest turn" in text or "no word mocked" in text for text in texts), name
