"""Facts come out when they are asked for and earned, one at a time."""

from calls.moves import Act
from tests.simulator.hand_reading import (
    DEMAND,
    KIND,
    SORRY,
    WHAT_HAPPENED,
    answered,
    line,
    marcus,
    verified_ana,
)

_HOW_NOW = line("open_question", "acknowledgement", text="how are you managing right now")
_QUIET = ((Act.DEFLECTS,), (Act.HESITATES,))
_LAID_OFF = line("closed_question", "topic.job", text="did you lose your job")


def test_an_open_question_brings_out_one_fact() -> None:
    played = verified_ana().then(WHAT_HAPPENED)

    assert played.last.facts == ("laid_off",)
    assert played.last.acts == (Act.STATES_HARDSHIP,)


def test_the_next_fact_takes_another_question() -> None:
    played = verified_ana().then(WHAT_HAPPENED, _HOW_NOW)

    assert played.last.facts == ("benefit_starts",)


def test_nothing_comes_out_while_trust_is_too_low() -> None:
    played = verified_ana().then(DEMAND, DEMAND, WHAT_HAPPENED)

    assert played.last.facts == ()
    assert played.last.acts in _QUIET


def test_an_apology_with_an_open_question_repairs_a_demand() -> None:
    what = line("apology", "open_question", "topic.reason", text="sorry what happened")

    played = verified_ana().then(DEMAND, what)

    assert played.last.facts == ("laid_off",)


def test_shame_is_silent_before_a_cold_closed_question() -> None:
    played = verified_ana().then(_LAID_OFF)

    assert played.last.facts == ()
    assert played.last.acts in _QUIET


def test_the_same_closed_question_asked_kindly_is_answered() -> None:
    kind = line("closed_question", "topic.job", "acknowledgement", text="did you lose your job")

    played = verified_ana().then(_LAID_OFF, kind)

    assert played.last.facts == ("laid_off",)


def test_a_fact_that_waits_for_a_direct_question_is_not_told_to_an_open_one() -> None:
    open_question = line("open_question", text="tell me more")

    played = verified_ana().then(WHAT_HAPPENED, *[open_question, KIND] * 6)

    assert "interview" not in played.call.revealed


def test_what_is_never_told_is_not_told() -> None:
    borrow = line("closed_question", "topic.means", "acknowledgement", text="could you borrow some")

    played = verified_ana().then(WHAT_HAPPENED, borrow, borrow, borrow)

    assert "sister" not in played.call.revealed


def test_an_open_question_never_brings_the_same_fact_twice() -> None:
    played = verified_ana().then(WHAT_HAPPENED, WHAT_HAPPENED)

    assert played.moves[-2].facts == ("laid_off",)
    assert played.last.facts != ("laid_off",)


def test_a_closed_question_for_what_was_told_costs_patience() -> None:
    before = verified_ana().then(WHAT_HAPPENED)

    after = before.then(line("closed_question", "topic.reason", text="why did you stop paying"))

    assert after.last.facts == ("laid_off",)
    assert after.mood.patience < before.mood.patience


def test_somebody_who_knows_what_was_never_told_is_asked_how() -> None:
    kids = line("acknowledgement", text="that must be a lot with two kids")

    played = verified_ana().then(WHAT_HAPPENED, kids)

    assert played.last.acts == (Act.ASKS_BACK,)
    assert "suspicious:children" in played.last.remember


def test_asking_about_the_family_is_no_reason_for_suspicion() -> None:
    asks = line("closed_question", "topic.family", text="do you have kids")

    played = verified_ana().then(WHAT_HAPPENED, asks)

    assert played.last.acts != (Act.ASKS_BACK,)


def test_the_suspicion_is_voiced_once() -> None:
    kids = line("acknowledgement", text="that must be a lot with two kids")

    played = verified_ana().then(WHAT_HAPPENED, kids, SORRY, kids)

    assert played.last.acts != (Act.ASKS_BACK,)


def test_a_forgetful_payer_has_nothing_to_hide() -> None:
    played = answered(marcus(), "marcus").then(
        line("greeting", "ask_right_party", "self_identification"),
        line("debt_mention", "open_question", "topic.reason", text="what happened"),
    )

    assert played.last.facts == ("forgot",)


def test_a_day_that_was_told_is_said_again_when_it_is_asked_for() -> None:
    named = line("closed_question", "topic.income", text="when do the benefits start?")
    meant = line("closed_question", text="and when is that?")
    told = verified_ana().then(WHAT_HAPPENED, _HOW_NOW)

    for asked in (named, meant):
        assert told.then(asked).last.facts == ("benefit_starts",)


def test_nobody_is_too_ashamed_to_tell_a_day() -> None:
    asked = line("closed_question", "topic.income", text="when do the benefits start?")

    assert verified_ana().then(WHAT_HAPPENED, asked).last.facts == ("benefit_starts",)
