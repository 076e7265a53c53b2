"""Attempts for tests of the store alone, which does not look into scenarios."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from calls.circumstances import SpeakerRole
from calls.events import CallStarted, Event, LookedUp, WrappedUp
from training.models import Attempt, Person, Purpose, Role
from training.store import Decide, Store

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def kept(
    store: Store, person: Person, attempt_id: str = "a1", purpose: Purpose = Purpose.PRIVATE
) -> Attempt:
    attempt = Attempt(
        id=attempt_id,
        person_id=person.id,
        purpose=purpose,
        accounts=("account-1",),
        scenario_id="some_scenario",
        scenario_hash="h1",
        versions={"mind": "1", "voice": "1"},
        seed=2**62,
        seen_before=False,
        started_at=NOW,
    )
    store.add(attempt, '{"title": "Some scenario"}')
    return store.attempt(person, attempt_id)


def beginner(person: Person, purpose: Purpose) -> Person:
    """Who may begin an attempt for that: an assessment somebody as a candidate alone."""
    if purpose is not Purpose.ASSESSMENT:
        return person
    return Person(person.id, person.name, Role.CANDIDATE)


def looked_up(item: str, minutes: int = 0) -> LookedUp:
    return LookedUp(seq=1, at=NOW + timedelta(minutes=minutes), item=item)


def picked_up() -> CallStarted:
    return CallStarted(
        seq=1, at=NOW, account="account-1", answered_by=SpeakerRole.CONSUMER, who="ana_reyes"
    )


def handed_in() -> WrappedUp:
    return WrappedUp(seq=1, at=NOW)


def adding(*events: Event) -> Decide:
    """These events, however the attempt stands."""
    return lambda _: events
