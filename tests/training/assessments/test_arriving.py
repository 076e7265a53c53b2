"""Before and beside the work sample: the practice room, and what candidates say of themselves."""

from __future__ import annotations

import pytest

from tests.shipped import SCENARIOS
from tests.training.assessments.candidates import (
    Way,
    opened,
)
from tests.training.assessments.samples import SET_UP, ready
from tests.training.floor import NOW
from training.assessments.afterwards import tell_demographics, told_demographics
from training.assessments.arriving import check_device, consent, enter_room, room_call, room_for
from training.assessments.models import Assessment
from training.assessments.places import Stage
from training.errors import Closed, NotOffered
from training.models import Purpose
from training.store import Store


@pytest.fixture
def made(store: Store) -> Assessment:
    return ready(store, SET_UP.model_copy(update={"asks_demographics": True}))


@pytest.fixture
def way(store: Store, made: Assessment) -> Way:
    return opened(store, made=made)


def test_the_practice_room_is_no_part_of_the_sample(way: Way, made: Assessment) -> None:
    room = room_for(made.set_up, SCENARIOS.values(), "US")
    assert room.id not in SET_UP.scenarios
    assert room.house.country == "US"
    before = room_call(*way)

    with pytest.raises(Closed):
        enter_room(*way, room, 1, NOW)
    assert before is None
    consent(*way, "us 1", NOW)
    check_device(*way, "390 wide", NOW)
    played = enter_room(*way, room, 1, NOW)

    assert played.purpose is Purpose.DEMO
    assert room_call(*way) == played
    assert way.at().stage is Stage.ROOM


def test_what_they_say_of_themselves_is_kept_apart_and_once(way: Way) -> None:
    with pytest.raises(NotOffered):
        tell_demographics(*way, "yes", "no answer")
    assert not told_demographics(*way)

    tell_demographics(*way, "female", "no answer")
    tell_demographics(*way, "another", "no answer")

    assert told_demographics(*way)
    with way.store.reading() as db:
        assert db.table("demographics").get(way.id)["sex"] == "another"
