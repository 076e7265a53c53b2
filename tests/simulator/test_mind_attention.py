"""Staying on the line, and not."""

from calls.moves import Act, Ending
from tests.simulator.hand_reading import (
    DEMAND,
    SORRY,
    Played,
    answered,
    line,
    marcus,
    verified_ana,
)

_THREAT = line("threat.arrest")
_INSULT = line("insult")
_GIBBERISH = line()


def _warned() -> Played:
    return verified_ana().then(DEMAND, _THREAT, _INSULT)


def test_enough_is_enough_after_a_warning() -> None:
    played = _warned()

    assert Act.THREATENS_TO_HANG_UP in played.last.acts
    assert played.last.ending is None


def test_going_on_after_the_warning_ends_the_call() -> None:
    played = _warned().then(_INSULT)

    assert played.last.acts == (Act.HANGS_UP,)
    assert played.call.ending is Ending.HUNG_UP


def test_an_apology_after_the_warning_wins_them_back() -> None:
    played = _warned().then(SORRY)

    assert played.last.acts == (Act.SOFTENS,)
    assert not played.call.over


def test_whoever_was_won_back_once_is_warned_before_leaving() -> None:
    played = _warned().then(line("apology", "acknowledgement"), _THREAT)

    assert not played.call.over


def test_a_turn_without_sense_is_marked_and_counted() -> None:
    played = verified_ana().then(_GIBBERISH)

    assert played.last.acts == (Act.NOT_UNDERSTOOD,)
    assert not played.last.understood


def test_nonsense_costs_a_little_engagement() -> None:
    before = verified_ana()

    after = before.then(_GIBBERISH)

    assert 0 < before.mood.engagement - after.mood.engagement < 5


def test_nobody_listens_to_nonsense_for_ever() -> None:
    played = verified_ana().then(*[_GIBBERISH] * 40)

    assert played.call.over


def test_talk_to_a_machine_puzzles_a_person() -> None:
    played = verified_ana().then(line("injection"), line("injection"))

    assert played.moves[-2].acts == (Act.NOT_UNDERSTOOD,)
    assert played.last.acts != played.moves[-2].acts
    assert played.last.facts == ()


def test_a_goodbye_ends_the_call_once() -> None:
    played = verified_ana().then(line("goodbye"))

    assert Act.SAYS_GOODBYE in played.last.acts
    assert played.call.ending is Ending.GOODBYE


def test_a_patient_person_stands_more() -> None:
    calm = answered(marcus(), "marcus").then(
        line("greeting", "ask_right_party", "self_identification"),
        line("ask_identifier.birth_date"),
        line("debt_mention"),
        DEMAND,
        DEMAND,
        DEMAND,
    )

    assert not calm.call.over
