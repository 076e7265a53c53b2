"""Rewind: the same call once more from one of its turns on.

A branch is an attempt of its own that begins with the events of another one. It is practice, and
nobody else's: what was learned by doing it twice says nothing about the first time.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from calls.record import Record
from calls.turn import Speaker
from scoring.comparing import Comparison, compare
from scoring.review import Review
from simulator.turn_taking import versions
from training.errors import NoSuchAttempt, NotYours, TrainingError
from training.models import Attempt, Person, Purpose
from training.practice import scenario_of
from training.practising import check_practises
from training.reviews import record, review_attempt
from training.store import Store, visible_to


@dataclass(frozen=True)
class Branch:
    """One try of a family of tries: where it leaves its parent, and whether it was handed in.

    `parent` is None for the first try, `after` the number of the last event that both share.
    """

    attempt_id: str
    parent: str | None
    after: int | None
    started_at: datetime
    handed_in: bool


def branch(store: Store, person: Person, attempt: Attempt, said: int, now: datetime) -> Attempt:
    """A private attempt that stands where `attempt` stood before event `said` of the collector.

    The same attempt, event and moment give the same branch.
    """
    check_practises(person)
    attempt = store.attempt(person, attempt.id)
    _check(person, attempt, said)
    begun = begun_before(attempt, said, Purpose.PRIVATE, now)
    store.add(begun, store.scenario_content(person, attempt))
    return store.attempt(person, begun.id)


def begun_before(attempt: Attempt, said: int, purpose: Purpose, now: datetime) -> Attempt:
    """The attempt as it stood before that event, as one of its own."""
    made_of = "\n".join((attempt.id, str(said), now.isoformat()))
    return replace(
        attempt,
        id=hashlib.sha256(made_of.encode()).hexdigest()[:20],
        purpose=purpose,
        versions=versions(),
        started_at=now,
        parent_attempt=attempt.id,
        parent_seq=said - 1,
        events=attempt.events[: said - 1],
    )


def lines_to_try_again(attempt: Attempt) -> tuple[int, ...]:
    """The numbers of the events in which the collector said what still stands."""
    return tuple(
        line.seq
        for call in attempt.state.calls
        for line in call.lines
        if line.turn.speaker is Speaker.COLLECTOR
    )


def _check(person: Person, attempt: Attempt, said: int) -> None:
    place = f"attempt {attempt.id!r}"
    if attempt.person_id != person.id:
        raise NotYours(attempt.id)
    if attempt.purpose is Purpose.ASSESSMENT:
        raise TrainingError(place, "an assessment is made once", "practise the scenario instead")
    if not attempt.state.handed_in:
        raise TrainingError(place, "it is not handed in yet", "hand it in first")
    offered = lines_to_try_again(attempt)
    if said not in offered:
        raise TrainingError(
            f"{place}, event {said}",
            "nothing was said there that could be said again",
            f"one of {', '.join(map(str, offered))}",
        )


_FAMILY = """id in (
    with recursive
        up(id, parent) as (
            select id, parent_attempt from attempts where id = :member
            union all
            select attempts.id, attempts.parent_attempt from attempts join up
                on attempts.id = up.parent
        ),
        down(id) as (
            select id from up where parent is null
            union all
            select attempts.id from attempts join down on attempts.parent_attempt = down.id
        )
    select id from down)"""
_HANDED_IN = """attempts.*, exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up') as handed_in"""


def family(store: Store, person: Person, attempt: Attempt) -> tuple[Branch, ...]:
    """All tries that an attempt belongs to, each followed by those that leave it."""
    check_practises(person)
    with store.reading() as db:
        rows = tuple(visible_to(db, person, _FAMILY, select=_HANDED_IN, member=attempt.id))
    if not rows:
        raise NoSuchAttempt(attempt.id)
    known = {row["id"] for row in rows}
    by_parent: dict[str | None, list[Branch]] = {}
    for row in rows:
        of = row["parent_attempt"] if row["parent_attempt"] in known else None
        by_parent.setdefault(of, []).append(_branch(row))
    return tuple(_in_order(by_parent, None))


def _in_order(by_parent: Mapping[str | None, list[Branch]], parent: str | None) -> Iterator[Branch]:
    for one in by_parent.get(parent, ()):
        yield one
        yield from _in_order(by_parent, one.attempt_id)


def _branch(row: Mapping[str, Any]) -> Branch:
    return Branch(
        attempt_id=row["id"],
        parent=row["parent_attempt"],
        after=row["parent_seq"],
        started_at=datetime.fromisoformat(row["started_at"]),
        handed_in=bool(row["handed_in"]),
    )


def compared(store: Store, person: Person, one: str, other: str, now: datetime) -> Comparison:
    """Two tries of one family side by side; both are handed in."""
    check_practises(person)
    first, second = store.attempt(person, one), store.attempt(person, other)
    if second.id not in {each.attempt_id for each in family(store, person, first)}:
        raise TrainingError(
            f"attempts {one!r} and {other!r}", "they share no turn", "choose two tries of one call"
        )
    return compare(*(_with_review(store, person, each, now) for each in (first, second)))


def _with_review(
    store: Store, person: Person, attempt: Attempt, now: datetime
) -> tuple[Record, Review]:
    made = review_attempt(store, person, attempt.id, now)
    return record(attempt, scenario_of(store, person, attempt)), made
