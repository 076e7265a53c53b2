from __future__ import annotations

import pytest

from tests.training.floor import NOW
from training.errors import TrainingError
from training.models import Person, Role
from training.people import sign_in_locally
from training.store import Store


def test_the_same_name_and_role_give_the_same_person(store: Store, ana: Person) -> None:
    again = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)

    assert again == ana


@pytest.mark.parametrize("typed", ["ana", "ANA", "  Ana ", "\tana\n", "\uff21\uff4e\uff41"])
def test_capitals_and_spaces_make_no_other_person(store: Store, ana: Person, typed: str) -> None:
    again = sign_in_locally(store, typed, Role.TRAINEE, NOW)

    assert again == ana
    assert again.name == "Ana"


def test_another_role_is_another_person(store: Store, ana: Person) -> None:
    trainer = sign_in_locally(store, "Ana", Role.TRAINER, NOW)

    assert trainer.id != ana.id
    assert trainer.role is Role.TRAINER


@pytest.mark.parametrize("typed", ["", "   ", "\n", "x" * 81])
def test_a_name_must_be_one(store: Store, typed: str) -> None:
    with pytest.raises(TrainingError, match="a name of 1 to 80 characters"):
        sign_in_locally(store, typed, Role.TRAINEE, NOW)
