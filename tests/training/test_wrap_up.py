from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from calls.disposition import Disposition
from calls.money import Arrangement, Instalment, Money
from tests.training.floor import NOW, kept, picked_up
from tests.training.shipped_calls import LAID_OFF, at
from training.beginning import start_attempt
from training.errors import Closed, TrainingError
from training.models import Attempt, Person, Purpose
from training.store import Store
from training.wrap_up import (
    LONGEST_NOTE,
    hand_in,
    look_up,
    note,
    record_arrangement,
    record_disposition,
    set_flag,
    set_follow_up,
    take_over,
)

PLAN = Arrangement(instalments=(Instalment(amount=Money.of(85), due=date(2026, 3, 22)),))
Change = Callable[[Store, Person, Attempt, datetime], Attempt]
WORK: dict[str, Change] = {
    "look_up": lambda s, p, a, now: look_up(s, p, a, "contacts", now),
    "note": lambda s, p, a, now: note(s, p, a, "  Spoke to Ms. Reyes.\n", now),
    "set_flag": lambda s, p, a, now: set_flag(s, p, a, "hardship", True, now),
    "arrangement": lambda s, p, a, now: record_arrangement(s, p, a, PLAN, now),
    "disposition": lambda s, p, a, now: record_disposition(s, p, a, Disposition.ARRANGEMENT, now),
    "follow_up": lambda s, p, a, now: set_follow_up(s, p, a, date(2026, 3, 23), now),
    "hand_in": hand_in,
}

BY_CARD = PLAN.model_copy(update={"method": "debit card"})
NOT_OFFERED: dict[str, tuple[Change, str]] = {
    "look_up": (
        lambda s, p, a, now: look_up(s, p, a, "attic", now),
        "desk: there is no 'attic' - one of account, contacts, plan, house, notes",
    ),
    "set_flag": (
        lambda s, p, a, now: set_flag(s, p, a, "tall", False, now),
        "flag: there is no 'tall' - one of hardship, address_changed, prefers_email",
    ),
    "arrangement": (
        lambda s, p, a, now: record_arrangement(
            s, p, a, PLAN.model_copy(update={"method": "cash"}), now
        ),
        "method: there is no 'cash' - one of debit card, bank transfer, check, online portal",
    ),
    "disposition": (
        lambda s, p, a, now: record_disposition(s, p, a, Disposition.NOT_DIALLED, now),
        "disposition: there is no 'not_dialled' - one of arrangement",
    ),
}


def started(store: Store, person: Person) -> Attempt:
    """An attempt whose desk is that of a shipped scenario."""
    return start_attempt(store, person, LAID_OFF, Purpose.PRIVATE, 1, NOW)


@pytest.mark.parametrize(("change", "told"), NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_what_the_desk_does_not_offer_is_refused_with_what_it_does(
    store: Store, ana: Person, change: Change, told: str
) -> None:
    attempt = started(store, ana)

    with pytest.raises(TrainingError) as caught:
        change(store, ana, attempt, NOW)

    assert str(caught.value).startswith(told)
    assert store.attempt(ana, attempt.id) == attempt


def test_a_way_to_pay_of_the_house_is_recorded(store: Store, ana: Person) -> None:
    attempt = record_arrangement(store, ana, started(store, ana), BY_CARD, NOW)

    assert attempt.state.wrap_up.arrangement == BY_CARD


def test_the_desk_keeps_what_is_left_there(store: Store, ana: Person) -> None:
    attempt = started(store, ana)

    for change in WORK.values():
        attempt = change(store, ana, attempt, NOW)

    left = store.attempt(ana, attempt.id).state
    assert left.looked_up == ("contacts",)
    assert left.wrap_up.notes == "  Spoke to Ms. Reyes.\n"
    assert left.wrap_up.flags == {"hardship"}
    assert left.wrap_up.arrangement == PLAN
    assert left.wrap_up.disposition is Disposition.ARRANGEMENT
    assert left.wrap_up.follow_up == date(2026, 3, 23)
    assert left.handed_in


@pytest.mark.parametrize("change", WORK.values(), ids=WORK)
def test_desk_work_that_arrives_twice_is_recorded_once(
    store: Store, ana: Person, change: Change
) -> None:
    attempt = started(store, ana)

    first = change(store, ana, attempt, NOW)

    assert len(first.events) == 1
    assert change(store, ana, attempt, at(1)) == first


@pytest.mark.parametrize(
    "change", [work for name, work in WORK.items() if name != "hand_in"], ids=list(WORK)[:-1]
)
def test_nothing_is_left_after_handing_in(store: Store, ana: Person, change: Change) -> None:
    attempt = hand_in(store, ana, started(store, ana), NOW)

    with pytest.raises(Closed, match="handed in"):
        change(store, ana, attempt, NOW)


def test_what_was_set_can_be_cleared(store: Store, ana: Person) -> None:
    attempt = started(store, ana)
    for name in ("set_flag", "arrangement", "disposition", "follow_up"):
        attempt = WORK[name](store, ana, attempt, NOW)

    attempt = set_flag(store, ana, attempt, "hardship", False, NOW)
    attempt = record_arrangement(store, ana, attempt, None, NOW)
    attempt = record_disposition(store, ana, attempt, None, NOW)
    attempt = set_follow_up(store, ana, attempt, None, NOW)

    left = attempt.state.wrap_up
    assert (left.flags, left.arrangement, left.disposition) == (frozenset(), None, None)
    assert left.follow_up is None


def test_a_call_is_ended_before_it_is_handed_in(store: Store, ana: Person) -> None:
    attempt = store.append(ana, kept(store, ana), lambda _: (picked_up(),))

    with pytest.raises(TrainingError, match="end the call first"):
        hand_in(store, ana, attempt, NOW)


def test_a_note_that_is_too_long_says_how_long(store: Store, ana: Person) -> None:
    with pytest.raises(TrainingError, match=f"{LONGEST_NOTE + 1} characters"):
        note(store, ana, started(store, ana), "x" * (LONGEST_NOTE + 1), NOW)


def test_a_plan_is_taken_over_with_the_way_to_pay_that_another_window_recorded(
    store: Store, ana: Person
) -> None:
    drawn = started(store, ana)
    record_arrangement(store, ana, drawn, BY_CARD, NOW)
    planned = Arrangement(instalments=PLAN.instalments * 2)

    taken = take_over(store, ana, drawn, planned, NOW)

    assert taken.state.wrap_up.arrangement == planned.model_copy(update={"method": "debit card"})
    again = take_over(store, ana, taken, planned, NOW)
    assert again.events == taken.events
