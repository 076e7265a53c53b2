"""What surrounds the sample, never scored: lost connections, and that something was pasted."""

from datetime import datetime, timedelta

from training.assessments.browsers import keep_seen, last_seen
from training.assessments.models import Step
from training.assessments.places import WITH_CLOCK, place
from training.assessments.steps import keep_step
from training.models import Person
from training.store import Store

LOST_AFTER = timedelta(seconds=90)
"""A browser that is not heard of for so long lost its connection."""
NOTED_EVERY = timedelta(seconds=10)


def still_here(
    store: Store, person: Person, candidacy_id: str, token: str, now: datetime
) -> timedelta:
    """The browser is heard of; how long it was lost before, which takes no minute from anybody.

    It is context, and never scored.
    """
    there = place(store, person, candidacy_id, now)
    with store.writing() as db:
        seen = last_seen(db, token)
        if seen is None or now - seen < NOTED_EVERY:
            return timedelta()
        keep_seen(db, token, now)
        if there.clock is None or there.paused:
            return timedelta()
        # Nobody was waited for before these minutes began: a break between two calls is no loss.
        since = max(seen, there.clock.began_at)
        lost = now - since
        if lost < LOST_AFTER:
            return timedelta()
        keep_step(db, candidacy_id, Step.DISCONNECTED, since, str(round(lost.total_seconds())))
    return lost


def pasted(
    store: Store, person: Person, candidacy_id: str, characters: int, where: str, now: datetime
) -> None:
    """Something was pasted into a field: how much, and where; what it was is kept by nobody.

    It is context, and never scored.
    """
    if place(store, person, candidacy_id, now).stage not in WITH_CLOCK:
        return
    note = f"{max(0, characters)} characters, {where[:60]}"
    with store.writing() as db:
        keep_step(db, candidacy_id, Step.PASTED, now, note)
