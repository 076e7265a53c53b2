"""Words are found in one's own calls, and in nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.shipped_calls import at, on_a_call
from training.models import Attempt, Person
from training.practice import take_back, take_turn
from training.searching import search
from training.store import Store

LINE = "Hello, this is Dana. May I speak with Ana Reyes about the caf\u00e9 on Pine Street?"


@pytest.fixture
def call(store: Store, ana: Person) -> Attempt:
    return take_turn(store, ana, on_a_call(store, ana), LINE, at(10))


@pytest.mark.parametrize("words", ["pine street", "STREET pine", "cafe", "rey", '"pine" street'])
def test_a_line_is_found_by_its_words(store: Store, ana: Person, call: Attempt, words: str) -> None:
    (hit,) = [hit for hit in search(store, ana, words) if hit.speaker == "collector"]

    assert hit.attempt.id == call.id
    assert hit.text == LINE
    assert call.state.call is not None
    assert call.state.call.turns[hit.turn].text == LINE


@pytest.mark.parametrize(
    ("words", "found"),
    [("pine street", ["Pine", "Street"]), ("CAFE", ["caf\u00e9"]), ("rey", ["Reyes"])],
)
def test_the_words_that_were_found_are_marked(
    store: Store, ana: Person, call: Attempt, words: str, found: list[str]
) -> None:
    (hit,) = [hit for hit in search(store, ana, words) if hit.attempt.id == call.id]

    assert [hit.text[start:end] for start, end in hit.marks] == found


@pytest.mark.parametrize("words", ["", "   ", "giraffe", "pine giraffe", '" * ( : ^ -', "a:b"])
@pytest.mark.usefixtures("call")
def test_what_was_not_said_is_not_found(store: Store, ana: Person, words: str) -> None:
    assert search(store, ana, words) == ()


@pytest.mark.usefixtures("call")
def test_nobody_finds_the_calls_of_others(store: Store, ben: Person, trainer: Person) -> None:
    assert search(store, ben, "pine street") == ()
    assert search(store, trainer, "pine street") == ()


def test_a_line_that_was_taken_back_is_not_found(store: Store, ana: Person, call: Attempt) -> None:
    take_back(store, ana, call, at(20))

    assert search(store, ana, "pine street") == ()


def test_calls_from_before_there_was_a_search_are_found(
    store: Store, tmp_path: Path, ana: Person, call: Attempt
) -> None:
    with store.writing() as db:
        db.execute("drop trigger spoken_too")
        db.execute("drop table spoken")
        db.execute("delete from _sqlite_migrations where name = 'spoken'")

    hits = search(Store(tmp_path), ana, "pine street")

    assert {hit.attempt.id for hit in hits} == {call.id}
