"""Every function of a candidate's way, asked by somebody else and in every other role."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

from tests.training.assessments.candidates import TOKEN, Way, opened
from tests.training.assessments.samples import ready
from tests.training.doors import OF_A_CANDIDATE, functions
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.assessments.places import NotYourSample
from training.messages import By
from training.models import Attempt, Person, Role
from training.store import Store

FUNCTIONS = dict(functions())
VALUES: dict[str, Any] = {
    "now": NOW,
    "notice": "us 1",
    "told": "",
    "scenario": LAID_OFF,
    "seed": 1,
    "part": 1,
    "text": "Hello",
    "by": By,
    "token": TOKEN,
    "characters": 1,
    "where": "",
    "sex": "no answer",
    "ethnicity": "no answer",
    "stages": (),
    "attempt": Attempt,
}


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> tuple[Way, Way]:
    store = Store(Path(tmp_path_factory.mktemp("candidates")), lasting=False)
    made = ready(store)
    return opened(store, "Cleo", made=made), opened(store, "Dan", "another", made)


@pytest.mark.parametrize("name", OF_A_CANDIDATE)
def test_a_candidates_way_is_for_that_candidate_alone(name: str, ways: tuple[Way, Way]) -> None:
    cleo, dan = ways
    others = [dan.person, *(Person(cleo.person.id, "Cleo", role) for role in Role)]
    others.remove(cleo.person)
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    with cleo.store.reading() as db:
        given = {**VALUES, "store": cleo.store, "db": db, "candidacy_id": cleo.id}
        for person in others:
            values = {one: {**given, "person": person}[one] for one in parameters}
            stages = values.pop("stages", ())

            with pytest.raises(NotYourSample):
                FUNCTIONS[name](*values.values(), *stages)
