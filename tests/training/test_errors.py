from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from calls.errors import RecordError
from datafiles import DataFileError
from training.errors import Closed, NoSuchAttempt, NotYours, StoreFault, TrainingError, TurnTaken

ERRORS = [
    RecordError("event 3", "no such kind", "one of the events"),
    DataFileError("file.yaml", ("1: nothing here",)),
    TrainingError("your line", "it is empty", "at least one word"),
    NoSuchAttempt("a1"),
    NotYours("a1"),
    Closed("attempt 'a1'", "the call is over", "the wrap-up"),
    TurnTaken.of("a1", 4, "Hello?"),
    StoreFault("data", "it could not be read", "a folder that may be read"),
]


@contextmanager
def _transaction() -> Iterator[None]:
    yield


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_passes_through_a_with_as_itself(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, _transaction():
        raise error

    assert raised.value is error


@pytest.mark.parametrize("error", ERRORS[2:], ids=lambda error: type(error).__name__)
def test_an_error_says_where_what_and_what_is_allowed(error: TrainingError) -> None:
    assert str(error) == f"{error.where}: {error.wrong} - {error.allowed}"
    assert all((error.where, error.wrong, error.allowed))
