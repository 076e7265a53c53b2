"""What the collector does moves the mood, by a table that can be read, and says why."""

import pytest

from calls.moves import Act
from simulator.causes import CAUSES
from simulator.constants import shipped_constants
from simulator.feelings import MOODS
from tests.simulator.hand_reading import (
    DEMAND,
    KIND,
    SORRY,
    WHAT_HAPPENED,
    Line,
    line,
    offer,
    verified_ana,
)


def test_every_cause_of_the_table_can_happen_and_every_one_that_happens_is_in_it() -> None:
    assert {name for name, _ in CAUSES} == set(shipped_constants().causes)


def test_the_steps_of_a_move_add_up_to_the_change_of_mood() -> None:
    before = verified_ana()

    after = before.then(line("apology", "demand_payment", "blame", "insult"))

    for mood in MOODS:
        change = getattr(after.mood, mood) - getattr(before.mood, mood)
        assert change == sum(getattr(shift, mood) for shift in after.last.shifts)


def test_the_debrief_gets_the_reason_in_plain_words() -> None:
    played = verified_ana().then(DEMAND)

    (shift,) = played.last.shifts
    assert shift.because == "You asked for the money before asking what happened"


@pytest.mark.parametrize("hurts", ["threat.arrest", "insult", "blame", "pressure", "profanity"])
def test_what_hurts_costs_trust_and_raises_tension(hurts: str) -> None:
    before = verified_ana()

    after = before.then(line(hurts))

    assert after.mood.trust < before.mood.trust
    assert after.mood.tension > before.mood.tension


@pytest.mark.parametrize(
    "helps",
    [KIND, SORRY, WHAT_HAPPENED, line("promise_hardship_help"), line("ask_amount"), line("thanks")],
)
def test_what_helps_never_lowers_trust_or_raises_tension(helps: Line) -> None:
    before = verified_ana()

    after = before.then(helps)

    assert after.mood.trust >= before.mood.trust
    assert after.mood.tension <= before.mood.tension


def test_understanding_wears_off_when_it_is_only_repeated() -> None:
    played = verified_ana().then(WHAT_HAPPENED, *[KIND] * 12)

    assert played.mood.trust < 65


def test_a_demand_weighs_more_each_time() -> None:
    calls = [verified_ana().then(*[DEMAND] * times) for times in range(1, 4)]
    first, second, third = (call.mood.tension for call in calls)

    assert third - second > second - first


def test_going_back_to_the_money_after_a_confession_hurts() -> None:
    played = verified_ana().then(WHAT_HAPPENED, offer("500"))

    assert any("straight back to the money" in shift.because for shift in played.last.shifts)


def test_taking_up_a_confession_before_an_offer_does_not() -> None:
    kind = Line(("acknowledgement", "offer"), pay="500")

    played = verified_ana().then(WHAT_HAPPENED, kind)

    assert not any("straight back to the money" in shift.because for shift in played.last.shifts)


def test_pride_makes_blame_sting() -> None:
    ana = verified_ana()
    blame = ana.then(line("blame"))

    table = shipped_constants().causes["blamed"].steps.tension
    assert blame.mood.tension - ana.mood.tension > table


def test_a_negated_threat_is_none() -> None:
    before = verified_ana()

    after = before.then(line("acknowledgement"))

    assert Act.SNAPS not in after.last.acts
