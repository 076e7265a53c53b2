"""Candidates of one work sample, each in a browser of their own and at another place of the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tests.training.assessments.candidates import Way
from tests.training.assessments.samples import SET_UP, invited, ready
from training import practice
from training.assessments.arriving import check_device, consent, leave_room
from training.assessments.opening import open_link
from training.assessments.places import Stage, place
from training.assessments.taking import begin_part, call, hand_in, leave_message_out, say
from training.store import Store

LINE = "Hello, this is Cleo Marsh with Harbor Recovery. May I speak with {name}, please?"


def candidates_on_their_way(store: Store, now: datetime) -> tuple[str, Sequence[str]]:
    """A link that nobody opened yet, and the tokens of others, called by where they stand."""
    made = ready(store, SET_UP.model_copy(update={"asks_demographics": True}), now)
    ways = {"notice": 0, "desk": 1, "call": 2, "message": 3, "end": 4}
    first, *others = invited(store, made, *["Cleo Marsh"] * (len(ways) + 1), now=now)
    for (token, far), one in zip(ways.items(), others, strict=True):
        here = open_link(store, one.token, token, now)
        _go(Way(store, here.person, here.candidacy.id), far, now)
    return first.token, tuple(ways)


def _go(way: Way, far: int, now: datetime) -> None:
    """Nowhere, to the first desk, into the first call, to the message, or to the end."""
    if far == 0:
        return
    consent(*way, "us", now)
    check_device(*way, "width:1280", now)
    leave_room(*way, now)
    begin_part(*way, 1, now)
    if far == 1:
        return
    _talk(way, now)
    if far == 2:
        return
    hand_in(*_hung_up(way, now), now)
    begin_part(*way, 2, now)
    _talk(way, now)
    _hung_up(way, now)
    if far > 3:
        leave_message_out(*way, now)
        hand_in(*way, now)


def _talk(way: Way, now: datetime) -> None:
    attempt = call(*way, now)
    name = practice.scenario_of(way.store, way.person, attempt).consumer_name
    say(*way, attempt, LINE.format(name=name), now)


def _hung_up(way: Way, now: datetime) -> Way:
    there = place(*way, now)
    if there.stage is Stage.CALL and there.attempt is not None:
        practice.end_call(way.store, way.person, there.attempt, now)
    return way
