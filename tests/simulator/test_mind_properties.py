"""Whatever a collector says: nothing crashes, nothing leaks, nothing goes beyond the most."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.events import EVENT, Replied
from calls.fold import fold
from calls.money import Every
from calls.moves import Move
from language.names import COLLECTOR_SIGNALS, KINDS
from simulator.affordable import judge
from simulator.constants import Constants, Thresholds, shipped_constants
from simulator.facts import Asked, Fear, FearKind, Reveal, Topic
from simulator.feelings import MOODS
from tests.simulator.hand_reading import (
    BIRTH_DATE,
    DEBT,
    FIRST_PAYMENT,
    HELLO,
    REASON,
    TODAY,
    WHO,
    Line,
    Played,
    ana,
    answered,
    marcus,
    room_mate,
    verified_ana,
)

_KEYS = sorted(
    (COLLECTOR_SIGNALS - {"topic"})
    | {f"{name}.{kind}" for name in ("threat", "ask_identifier") for kind in KINDS[name]}
    | {f"topic.{topic}" for topic in Topic}
)
_WORDS = [
    "kids",
    "what happened",
    "managing",
    "rent",
    "in writing",
    "call me",
    "borrow",
    "unemployed",
]
_LINES = st.builds(
    Line,
    signals=st.lists(st.sampled_from(_KEYS), max_size=4).map(tuple),
    text=st.lists(st.sampled_from(_WORDS), max_size=3).map(" ".join),
    pay=st.none() | st.integers(1, 3000).map(str),
    every=st.none() | st.sampled_from(Every),
    start=st.none() | st.integers(0, 60).map(lambda days: TODAY + timedelta(days=days)),
)
_MONEY_SIGNALS = [
    "offer",
    "counter_offer",
    "demand_payment",
    "ask_commitment_date",
    "ask_amount",
    "accept",
    "recap",
    "explains_terms",
    "acknowledgement",
    "apology",
    "open_question",
]
_MONEY_TALK = st.builds(
    Line,
    signals=st.lists(st.sampled_from(_MONEY_SIGNALS), max_size=3).map(tuple),
    pay=st.none() | st.sampled_from(["30", "50", "85", "86", "90", "186.40", "300", "1140"]),
    every=st.none() | st.sampled_from(Every),
    start=st.none() | st.sampled_from([TODAY, TODAY + timedelta(days=5), FIRST_PAYMENT]),
)
_CALLS = st.lists(_LINES, min_size=1, max_size=14) | st.lists(_MONEY_TALK, min_size=1, max_size=12)


def _starts() -> list[Played]:
    return [
        verified_ana(),
        answered(ana(), "ana"),
        answered(marcus(), "marcus"),
        answered(room_mate(), "theo"),
        answered(room_mate(), "nadia"),
    ]


_STARTS = _starts()


def _careful() -> Played:
    """Ana with a condition of her own, who also likes to think things over."""
    scenario = ana()
    assert scenario.means is not None
    condition = Fear(
        id="not_at_work",
        kind=FearKind.CONDITION,
        asks=("Only if you stop calling my work.", "Stop calling me at work, then yes."),
        eased_by=Asked(words=("kids",)),
    )
    time = Fear(id="sleep", kind=FearKind.TIME, asks=("Let me sleep on it.", "I need time."))
    fears = (*scenario.means.fears, condition, time)
    means = scenario.means.model_copy(update={"fears": fears})
    played = answered(scenario.model_copy(update={"means": means}), "ana")
    return played.then(HELLO, WHO, BIRTH_DATE, REASON, DEBT)


_CAREFUL = _careful()
_STARTS.append(_CAREFUL)


@given(st.sampled_from(_STARTS), _CALLS)
def test_no_fact_comes_out_before_its_condition_is_met(start: Played, lines: list[Line]) -> None:
    played = start.then(*lines)
    person = played.scenario.person(played.call.who)
    by_identifiers = {fact for one in person.identifiers for fact in one.reveals}
    out: set[str] = set()

    for event in played.events:
        if isinstance(event, Replied):
            for name in event.move.facts:
                fact = person.fact(name)
                if fact is not None and name not in out and name not in by_identifiers:
                    assert fact.reveal is not Reveal.NEVER
                    assert event.mood_after.trust >= fact.trust
                    assert set(fact.after) <= out
            out |= set(event.move.facts)


@given(st.sampled_from(_STARTS), _CALLS)
def test_at_most_one_new_fact_comes_out_in_a_turn(start: Played, lines: list[Line]) -> None:
    played = start.then(*lines)
    person = played.scenario.person(played.call.who)
    stories = [fact.id for fact in person.facts if fact.topic not in (Topic.CHANNEL, Topic.ADDRESS)]

    for move in played.moves:
        assert sum(name in stories for name in move.facts) <= 1


@given(st.sampled_from(_STARTS), _CALLS)
def test_nothing_is_agreed_or_offered_beyond_the_most(start: Played, lines: list[Line]) -> None:
    played = start.then(*lines)
    means = played.scenario.means

    for move in played.moves:
        for offer in (move.accepted, move.counter):
            if offer is not None:
                assert means is not None
                owed = played.scenario.account.past_due
                assert judge(offer, means, played.scenario.days, TODAY, owed).fits


@given(st.sampled_from(_STARTS), _CALLS)
def test_what_is_accepted_was_on_the_table(start: Played, lines: list[Line]) -> None:
    played = start.then(*lines)

    for n, move in enumerate(played.moves):
        if move.accepted is not None:
            assert move.accepted in _on_table(played.moves[: n + 1])


@given(_CALLS)
def test_no_yes_stands_while_a_condition_of_theirs_is_unmet(lines: list[Line]) -> None:
    met = False
    for move in _CAREFUL.then(*lines).moves:
        met = met or "settled:not_at_work" in move.remember
        assert met or move.accepted is None


def _on_table(moves: tuple[Move, ...]) -> list[object]:
    return [offer for move in moves for offer in (move.offer_heard, move.counter) if offer]


@given(st.sampled_from(_STARTS), _CALLS)
def test_the_mood_stays_on_its_scales_and_moves_by_its_reasons(
    start: Played, lines: list[Line]
) -> None:
    played = start.then(*lines)
    moods = [event.mood_after for event in played.events if isinstance(event, Replied)]

    for before, after, move in zip(moods, moods[1:], played.moves[1:], strict=False):
        for name in MOODS:
            assert 0 <= getattr(after, name) <= 100
            change = sum(getattr(shift, name) for shift in move.shifts)
            assert getattr(after, name) - getattr(before, name) == change


@given(st.sampled_from(_STARTS), _CALLS)
def test_a_call_ends_at_most_once_and_last(start: Played, lines: list[Line]) -> None:
    played = start.then(*lines)

    assert all(move.ending is None for move in played.moves[:-1])


@given(st.sampled_from(_STARTS), _CALLS, _LINES)
def test_a_stored_log_goes_on_as_if_nothing_had_happened(
    start: Played, lines: list[Line], following: Line
) -> None:
    played = start.then(*lines)
    if played.call.over:
        return
    stored = [EVENT.dump_json(event) for event in played.events]

    again = Played(
        played.scenario, played.seed, tuple(EVENT.validate_json(event) for event in stored)
    )

    assert again.decide(following) == played.decide(following)


@pytest.mark.parametrize("lines", [[], [Line(("open_question",)), Line(("offer",), pay="30")]])
def test_other_constants_leave_what_was_revealed_and_offered_alone(lines: list[Line]) -> None:
    played = verified_ana().then(*lines)

    resumed = played.then(Line(("small_talk",)), constants=_others())

    before, after = played.call, fold(resumed.events).call
    assert after is not None
    assert after.revealed[: len(before.revealed)] == before.revealed
    assert after.offers[: len(before.offers)] == before.offers
    assert after.accepted == before.accepted


def test_other_constants_change_how_it_goes_on() -> None:
    hurt = Line(("blame",))

    played = verified_ana()

    assert played.decide(hurt).mood != played.decide(hurt, _others()).mood


def _others() -> Constants:
    causes = {
        name: cause.model_copy(
            update={"steps": cause.steps.model_copy(update={"trust": -3 * cause.steps.trust})}
        )
        for name, cause in shipped_constants().causes.items()
    }
    return Constants(causes=causes, thresholds=Thresholds(accepts_any_trust=99))
