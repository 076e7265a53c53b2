"""Negotiation: where the plateau lies, what is only shown, and what is never marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.context import CallContext
from calls.money import Every, Money, Offer, Schedule
from calls.notation import parse_transcript
from calls.record import Record, record_of
from calls.turn import Speaker
from compliance_rules import shipped_checker
from scoring.marks import Dimension, Mark
from scoring.negotiation import Bargaining, bargaining_of, score_negotiation
from scoring.negotiation.limits import Measure, Zone, zone_of
from scoring.negotiation.outcome import above, below, beyond
from scoring.negotiation.plan import plan_of
from scoring.negotiation.worth import zone_share
from scoring.review import SCORERS, review
from simulator.scenario import Scenario
from tests.scoring.reviewing import (
    BEGAN,
    TODAY,
    imported,
    mark_of,
    model_wrap_up,
    played,
    practised,
)
from tests.shipped import SCENARIOS

ANA = SCENARIOS["laid_off_three_weeks_ago"]
RAY = SCENARIOS["take_it_or_leave_it"]


def bargained(scenario: Scenario, lines: tuple[str, ...] = ()) -> Bargaining:
    state = played(scenario, lines or scenario.model_call.lines)
    record = record_of("attempt", state, CallContext())
    checker = shipped_checker()
    return bargaining_of(record, review(record, checker, scenario).check, checker, scenario)


def said(text: str) -> Bargaining:
    record = Record(parse_transcript(text))
    checker = shipped_checker()
    return bargaining_of(record, review(record, checker).check, checker)


def negotiation(scenario: Scenario, lines: tuple[str, ...], name: str) -> Mark:
    made = practised(scenario, lines, model_wrap_up(scenario))
    return mark_of(made, Dimension.NEGOTIATION, name)


# --- the plateau and its slopes ---


@given(st.floats(0, 2), st.floats(0, 2))
def test_the_slope_of_over_squeeze_only_falls(one: float, other: float) -> None:
    less, more = sorted((one, other))

    assert above(less, 0.8) >= above(more, 0.8)
    assert above(0.8, 0.8) == 100
    assert above(1.2, 0.8) == 0


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(1, 1e6))
def test_the_slope_below_the_floor_only_rises(one: float, other: float, floor: float) -> None:
    less, more = sorted((one, other))

    assert below(less, floor) <= below(more, floor)
    assert below(floor, floor) == 100


def test_behind_the_horizon_the_outcome_falls_and_up_to_it_it_does_not() -> None:
    assert (beyond(18, 18), beyond(27, 18), beyond(36, 18)) == (100, 50, 0)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda s: s.id)
def test_every_shipped_scenario_about_money_has_a_zone(scenario: Scenario) -> None:
    zone = zone_of(scenario)

    if scenario.aim in ("arrangement", "settlement"):
        assert zone is not None
        assert zone.possible
        assert zone.floor_in_all.cents <= zone.most_in_all.cents


def test_where_the_most_lies_below_the_floor_the_right_route_is_the_outcome() -> None:
    assert ANA.means is not None
    limits = ANA.account.limits.model_copy(update={"smallest_instalment": Money.of(900)})
    changed = ANA.model_copy(update={"account": ANA.account.model_copy(update={"limits": limits})})

    outcome = negotiation(changed, ANA.model_call.lines, "outcome")
    route = negotiation(changed, ANA.model_call.lines, "right route")

    assert outcome.value is None
    assert outcome.reason == "no arrangement was possible"
    assert route.value is not None


@given(st.integers(1, 400_000), st.integers(0, 400_000))
def test_nothing_is_possible_where_the_most_reaches_no_further_than_the_floor(
    floor: int, most: int
) -> None:
    def money(cents: int) -> Money:
        return Money(cents=cents)

    zone = Zone(
        measure=Measure.IN_ALL,
        floor=money(floor),
        most=money(most),
        floor_in_all=money(floor),
        most_in_all=money(most),
        owed=money(400_001),
        surplus=money(0),
    )

    assert zone.possible is (most > floor)
    if zone.possible:
        assert zone_share(plan_of(_once(most), money(400_001), TODAY), zone) is not None


def _once(cents: int) -> Offer:
    return Offer(
        by=Speaker.COLLECTOR,
        amount=Money(cents=cents),
        schedule=Schedule(every=Every.ONCE, start=TODAY),
    )


def test_the_share_of_the_zone_is_marked_only_where_the_aim_is_to_settle() -> None:
    settled = practised(RAY, RAY.model_call.lines, model_wrap_up(RAY))
    arranged = practised(ANA, ANA.model_call.lines, model_wrap_up(ANA))

    names = {m.name for s in arranged.scorecard.scores for m in s.marks}
    assert mark_of(settled, Dimension.NEGOTIATION, "share of the zone").value is not None
    assert "share of the zone" not in names


def test_a_gap_between_what_was_told_and_the_truth_names_what_nobody_asked() -> None:
    quick = ("Is this Ana Reyes?", *ANA.model_call.lines[1:])
    worth = bargained(ANA, quick).worth

    assert worth is not None
    assert worth.takes is not None
    assert worth.feasible.in_truth is True
    assert worth.feasible.by_what_was_told is None
    assert worth.feasible.gap
    assert {"unemployment benefit", "food"} <= set(worth.feasible.unasked)


# --- the table of offers ---


def test_the_table_shows_both_sides_and_what_was_agreed() -> None:
    made = bargained(ANA)

    assert made.agreed is not None
    assert sum(one.accepted for one in made.offers) == 1
    assert [one.turn for one in made.offers] == sorted(one.turn for one in made.offers)
    assert made.agreed.total == ANA.account.past_due


TALK = """collector: You owe $800. Could you manage $100 a month?
consumer: No, I can't do that.
collector: How about $60 a month then?
consumer: I could do $40 a month starting Friday.
collector: Okay, I can accept that.
consumer: Thank you."""


def test_of_a_call_from_elsewhere_the_table_is_what_was_read() -> None:
    made = said(TALK)

    assert [(o.by.value, o.amount.cents // 100, o.accepted) for o in made.offers] == [
        ("collector", 100, False),
        ("collector", 60, False),
        ("consumer", 40, True),
    ]
    assert made.offers[0].total == Money.of(800)
    assert made.zone is None


def test_a_courtesy_moves_no_offer_to_the_day_of_the_call() -> None:
    ended = [*TALK.splitlines()[:2], "collector: Thank you for your time today."]
    dated = Record(parse_transcript("\n".join(ended)).model_copy(update={"began_at": BEGAN}))
    checker = shipped_checker()

    made = bargaining_of(dated, review(dated, checker).check, checker)

    assert [one.turn for one in made.offers] == [0]


def test_all_that_is_due_is_asked_for_once_whatever_rhythm_was_on_the_table() -> None:
    made = said("\n".join([*TALK.splitlines()[:2], "collector: Could you pay all $800 today?"]))

    assert [str(one.every) for one in made.offers] == ["month", "once"]


def test_coming_down_before_they_answered_with_anything_is_bidding_against_oneself() -> None:
    (step,) = said(TALK).concessions

    assert (step.turn, step.by, step.part) == (2, Money.of(40), 0.4)
    assert step.against_oneself
    concessions = mark_of(imported(TALK), Dimension.NEGOTIATION, "concessions")
    assert concessions.value == 50
    assert "$40.00" in concessions.advice


def test_coming_down_after_they_told_of_their_situation_is_not() -> None:
    told = TALK.replace("No, I can't do that.", "I lost my job, I can't do that.")

    assert not said(told).concessions[0].against_oneself


def test_a_deadline_that_is_made_up_costs_and_is_quoted() -> None:
    pressed = TALK.replace("a month then?", "a month then? The offer is valid only today.")
    mark = mark_of(imported(pressed), Dimension.NEGOTIATION, "deadlines")

    assert mark.value == 50
    assert "only today" in mark.advice
    assert mark_of(imported(TALK), Dimension.NEGOTIATION, "deadlines").value == 100


def test_two_amounts_to_choose_from_are_two_options_in_one_turn() -> None:
    one = "collector: Could you manage $40 a month?\nconsumer: Hm.\ncollector: All right."
    two = one.replace("$40", "$40 or $60")

    assert mark_of(imported(one), Dimension.NEGOTIATION, "options").value == 40
    assert mark_of(imported(two), Dimension.NEGOTIATION, "options").value == 100


def test_a_read_back_counts_where_it_is_right_and_confirmed() -> None:
    assert negotiation(ANA, ANA.model_call.lines, "commitment").value == 100


def test_what_rackham_counted_is_shown_and_never_marked() -> None:
    friendly = TALK.replace("How about", "I am being reasonable here. How about")
    plain, counted = imported(TALK), {one.name: one for one in said(friendly).countables}

    assert counted["irritators"].count == 1
    assert counted["irritators"].per_100_turns == pytest.approx(33.3)
    for name in ("outcome", "options", "concessions", "deadlines", "commitment"):
        mine = mark_of(imported(friendly), Dimension.NEGOTIATION, name).value
        assert mine == mark_of(plain, Dimension.NEGOTIATION, name).value


# --- pure, and the same everywhere ---


def test_the_value_goes_into_json_and_comes_back() -> None:
    made = bargained(ANA)

    assert Bargaining.model_validate_json(made.model_dump_json()) == made


def test_the_scorer_looks_at_nothing_but_its_case() -> None:
    made = practised(ANA, ANA.model_call.lines, model_wrap_up(ANA))
    again = practised(ANA, ANA.model_call.lines, model_wrap_up(ANA))

    assert score_negotiation in SCORERS
    assert made.scorecard.model_dump_json() == again.scorecard.model_dump_json()


def test_whoever_owes_nothing_agrees_to_nothing() -> None:
    made = imported(
        """
        consumer: I could do $50 a month from the fifteenth.
        collector: Let me read that back: $50 on the fifteenth of each month.
        third_party: Yes, that works for me. Easy.
        """
    )

    assert made.scorecard.scores
