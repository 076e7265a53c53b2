"""Somebody else picks up."""

from calls.moves import Act, Ending
from tests.simulator.hand_reading import HELLO, WHO, answered, line, room_mate

_WHEN = line("closed_question", "topic.whereabouts", text="when is a good time to reach him")
_DEBT = line("debt_mention")


def test_the_room_mate_says_that_joel_is_out_and_asks_who_it_is() -> None:
    played = answered(room_mate(), "theo").then(HELLO)

    assert played.last.acts == (Act.SAYS_NOT_HERE, Act.ASKS_WHO)


def test_a_caller_with_a_name_is_asked_what_it_is_about() -> None:
    played = answered(room_mate(), "theo").then(HELLO, WHO)

    assert played.last.acts == (Act.PROBES_REASON,)


def test_the_room_mate_says_when_joel_is_home_to_whoever_asks_decently() -> None:
    played = answered(room_mate(), "theo").then(HELLO, line("self_identification"), _WHEN)

    assert played.last.facts == ("home_at",)


def test_whoever_presses_learns_nothing() -> None:
    pressed = line("pressure", "demand_payment")

    played = answered(room_mate(), "theo").then(HELLO, WHO, pressed, _WHEN)

    assert played.call.revealed == ()


def test_a_number_of_his_own_is_not_handed_out() -> None:
    number = line(
        "closed_question",
        text="can i have his number please",
    )

    played = answered(room_mate(), "theo").then(HELLO, WHO, number)

    assert "own_line" not in played.call.revealed


def test_hearing_of_the_debt_is_awkward_and_remembered() -> None:
    played = answered(room_mate(), "theo").then(HELLO, WHO, _DEBT)

    assert "told_of_debt" in played.last.remember
    assert any("somebody else about the debt" in shift.because for shift in played.last.shifts)


def test_hearing_more_and_more_of_it_ends_the_call() -> None:
    played = answered(room_mate(), "theo").then(HELLO, WHO, _DEBT, _DEBT, _DEBT, _DEBT)

    assert played.call.ending is Ending.HUNG_UP


def test_a_message_without_content_is_taken() -> None:
    played = answered(room_mate(), "theo").then(HELLO, WHO, line("third_party_safe_message"))

    assert Act.OFFERS_MESSAGE in played.last.acts


def test_the_room_mate_asks_no_more_often_than_they_are_curious() -> None:
    played = answered(room_mate(), "theo").then(HELLO, WHO, *[line("third_party_safe_message")] * 6)

    probes = sum(Act.PROBES_REASON in move.acts for move in played.moves)
    assert probes <= room_mate().person("theo").answerer.asks_about


def test_a_thank_you_and_goodbye_end_it() -> None:
    played = answered(room_mate(), "theo").then(HELLO, WHO, line("thanks", "goodbye"))

    assert played.call.ending is Ending.GOODBYE


def test_nobody_says_when_just_somebody_is_home() -> None:
    played = answered(room_mate(), "theo").then(_WHEN)

    assert played.last.acts == (Act.ASKS_WHO,)
    assert played.call.revealed == ()
