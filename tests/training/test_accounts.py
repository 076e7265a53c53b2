"""The owner's account, and the accounts that administrators look after."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from tests.training.floor import NOW, kept
from training.access_log import MACHINE
from training.accounts import (
    accounts,
    add_accounts,
    end_access,
    give_access_back,
    has_owner,
    make_owner,
    reset_password,
    set_roles,
)
from training.errors import TrainingError
from training.models import Person, Role
from training.passwords import hashed, matches
from training.people import person_named, sign_in_locally
from training.sign_ins import change_password, sign_in, signed_in
from training.store import Store

PASSWORD = "a few words in a row"
TOKEN = "a-token-made-at-random"

pytestmark = pytest.mark.usefixtures("quick_hashes")


@pytest.fixture
def owner(store: Store) -> Person:
    made = make_owner(store, "Olga Berg", PASSWORD, PASSWORD, NOW)
    return Person(made.id, made.name, Role.ADMINISTRATOR)


def test_the_first_visitor_is_the_owner_and_the_second_is_not(store: Store) -> None:
    assert not has_owner(store)
    owner = make_owner(store, "  Olga  Berg ", PASSWORD, PASSWORD, NOW)

    assert has_owner(store)
    assert (owner.name, owner.role) == ("Olga Berg", Role.TRAINEE)
    with pytest.raises(TrainingError, match="somebody else was first here"):
        make_owner(store, "Ben", PASSWORD, PASSWORD, NOW)


def test_of_two_who_are_first_at_once_one_is(tmp_path: Path) -> None:
    def first(name: str) -> bool:
        try:
            make_owner(Store(tmp_path), name, PASSWORD, PASSWORD, NOW)
        except TrainingError:
            return False
        return True

    with ThreadPoolExecutor(4) as at_once:
        made = list(at_once.map(first, ("Olga", "Ben", "Cleo", "Dan")))

    assert sum(made) == 1


def test_people_are_added_with_passwords_for_one_use(store: Store, owner: Person) -> None:
    made = add_accounts(store, owner, ["Ana", "", "  Ben  Silva "], [Role.TRAINER], NOW)

    assert [one.name for one in made] == ["Ana", "Ben Silva"]
    assert len({one.password for one in made}) == len(made)
    ana, ben, olga = accounts(store, owner)
    assert (ana.name, ben.name, olga.name) == ("Ana", "Ben Silva", "Olga Berg")
    assert ana.waits
    assert not olga.waits
    assert person_named(store, "ben silva", Role.TRAINER).id == ben.id


@pytest.mark.parametrize(
    ("names", "roles", "told"),
    [
        (["Ana", "olga berg"], [Role.TRAINEE], "has an account as olga berg"),
        (["Ana", "ana"], [Role.TRAINEE], "stands there twice"),
        (["Ana", "x" * 81], [Role.TRAINEE], "81 characters"),
        (["", " "], [Role.TRAINEE], "no name is there"),
        (["Ana"], [], "no role is chosen"),
    ],
)
def test_all_of_a_list_are_added_or_none(
    store: Store, owner: Person, names: list[str], roles: list[Role], told: str
) -> None:
    with pytest.raises(TrainingError, match=told):
        add_accounts(store, owner, names, roles, NOW)

    assert [one.name for one in accounts(store, owner)] == ["Olga Berg"]


def test_roles_are_given_and_taken_at_once(store: Store, owner: Person) -> None:
    (made,) = add_accounts(store, owner, ["Ana"], [Role.TRAINEE], NOW)
    sign_in(store, "Ana", made.password, TOKEN, NOW)
    change_password(store, TOKEN, made.password, PASSWORD, PASSWORD, "own", NOW)
    ana = person_named(store, "Ana", Role.TRAINEE)

    set_roles(store, owner, ana.id, [Role.ASSESSOR, Role.TRAINER], NOW)

    assert signed_in(store, "own", NOW) == Person(ana.id, "Ana", Role.TRAINER)
    with pytest.raises(TrainingError, match="Ana has an account, and is no trainee in it"):
        sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


Ends = Callable[[Store, Person], object]


@pytest.mark.parametrize(
    "ends",
    [
        lambda store, owner: set_roles(store, owner, owner.id, [Role.TRAINEE], NOW),
        lambda store, owner: end_access(store, owner, owner.id, NOW),
    ],
)
def test_the_last_administrator_stays(store: Store, owner: Person, ends: Ends) -> None:
    with pytest.raises(TrainingError, match="make somebody else an administrator first"):
        ends(store, owner)

    add_accounts(store, owner, ["Ana"], [Role.ADMINISTRATOR], NOW)
    ends(store, owner)


def test_ended_access_can_be_given_back_and_nothing_is_lost(store: Store, owner: Person) -> None:
    (made,) = add_accounts(store, owner, ["Ana"], [Role.TRAINEE], NOW)
    ana = person_named(store, "Ana", Role.TRAINEE)
    attempt = kept(store, ana)

    end_access(store, owner, ana.id, NOW)
    with pytest.raises(TrainingError, match="do not belong together"):
        sign_in(store, "Ana", made.password, TOKEN, NOW)
    with pytest.raises(TrainingError, match="give it back first"):
        reset_password(store, owner, ana.id, NOW)

    give_access_back(store, owner, ana.id, NOW)
    sign_in(store, "Ana", made.password, TOKEN, NOW)
    assert store.attempt(ana, attempt.id) == attempt


def test_nobody_resets_their_own_password(store: Store, owner: Person) -> None:
    with pytest.raises(TrainingError, match="it is your own"):
        reset_password(store, owner, owner.id, NOW)


def test_a_name_or_password_that_nobody_has_costs_nothing(store: Store, owner: Person) -> None:
    for name, password in (("n" * 100_000, PASSWORD), (owner.name, "p" * 100_000)):
        with pytest.raises(TrainingError, match="do not belong together"):
            sign_in(store, name, password, TOKEN, NOW)
    with store.reading() as db:
        assert not db.table("tries").count


def test_a_new_password_lets_somebody_in_who_tried_too_often(store: Store, owner: Person) -> None:
    for _ in range(5):
        with pytest.raises(TrainingError):
            sign_in(store, owner.name, "some other words", TOKEN, NOW)

    given = reset_password(store, MACHINE, owner.id, NOW)

    sign_in(store, owner.name, given.password, TOKEN, NOW + timedelta(seconds=1))


def test_a_password_is_the_same_however_its_accents_are_typed() -> None:
    assert matches(hashed("caf\u00e9 au lait de Lyon"), "cafe\u0301 au lait de Lyon")
    assert not matches(hashed("cafe au lait de Lyon"), "caf\u00e9 au lait de Lyon")
