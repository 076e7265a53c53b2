"""A candidate for tests: invited, in their browser, and as far on their way as a test wants."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from calls.disposition import Disposition
from tests.training.assessments.samples import invited, ready
from tests.training.floor import NOW
from training import practice, wrap_up
from training.assessments.arriving import check_device, consent, leave_room
from training.assessments.models import Assessment
from training.assessments.opening import Here, open_link
from training.assessments.places import Place, Stage, place
from training.assessments.taking import begin_part, call, hand_in, leave_message_out
from training.models import Person
from training.store import Store

TOKEN = "what the browser holds"


class Way(NamedTuple):
    """One candidate of a store, by whom and for what the functions of the way are called."""

    store: Store
    person: Person
    id: str

    def at(self, minutes: float = 0) -> Place:
        return place(self.store, self.person, self.id, later(minutes))


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def opened(
    store: Store, name: str = "Cleo Marsh", token: str = TOKEN, made: Assessment | None = None
) -> Way:
    """Somebody who was invited and opened their link."""
    (one,) = invited(store, made or ready(store), name)
    here: Here = open_link(store, one.token, token, NOW)
    return Way(store, here.person, here.candidacy.id)


def before_the_sample(way: Way) -> Way:
    """Through notice, device and practice room."""
    consent(*way, "us 1", NOW)
    check_device(*way, "1280 wide", NOW)
    leave_room(*way, NOW)
    return way


def on_the_line(way: Way, minutes: float = 5) -> Way:
    """In the first call; the desk took these minutes."""
    begin_part(*before_the_sample(way), 1, NOW)
    call(*way, later(minutes))
    return way


def play_part(way: Way, minutes: float = 5, *, writes: bool = False) -> Place:
    """The part that is next, in as few words as it can be played; a message is to be written."""
    moment = later(minutes)
    begin_part(*way, way.at(minutes).part, moment)
    attempt = call(*way, moment)
    attempt = practice.end_call(way.store, way.person, attempt, moment)
    wrap_up.record_disposition(way.store, way.person, attempt, Disposition.REFUSED, moment)
    if way.at(minutes).stage is Stage.MESSAGE and not writes:
        leave_message_out(*way, moment)
    return way.at(minutes) if writes else hand_in(*way, moment)
