"""A browser stays signed in by a token; the store could not give that token away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.training.accounts import account, signed_in_as
from tests.training.floor import NOW
from training.accounts import accounts, end_access, make_owner, reset_password
from training.errors import TrainingError
from training.models import Person, Role
from training.sign_ins import (
    IDLE,
    LASTS,
    WrongPassword,
    act_as,
    change_password,
    sign_in,
    sign_in_of,
    sign_out,
    sign_out_everywhere,
    signed_in,
    stay_signed_in,
)
from training.store import Store
from training.tries import MOST, MOST_OF_ALL, MOST_OF_AN_ADDRESS, WITHIN, TooManyTries, count_try

TOKEN = "a-token-made-at-random"
PASSWORD = "a few words in a row"
ANOTHER = "some other words here"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def ana(store: Store) -> Person:
    return account(store, "Ana")


@pytest.fixture
def owner(store: Store, quick_hashes: None) -> Person:  # noqa: ARG001
    return make_owner(store, "Olga", PASSWORD, PASSWORD, NOW)


def test_a_token_stands_for_its_person_in_another_process_too(
    store: Store, ana: Person, tmp_path: Path
) -> None:
    stay_signed_in(store, ana.id, TOKEN, NOW)

    assert signed_in(Store(tmp_path), TOKEN, NOW) == ana


def test_another_token_stands_for_nobody(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana.id, TOKEN, NOW)

    assert signed_in(store, "guessed", NOW) is None
    assert signed_in(store, "", NOW) is None


def test_after_signing_out_the_token_stands_for_nobody(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana.id, TOKEN, NOW)
    sign_out(store, TOKEN)

    assert signed_in(store, TOKEN, NOW) is None


def test_signing_out_everywhere_ends_every_stay_of_that_account(store: Store, ana: Person) -> None:
    _, bens = signed_in_as(store, "Ben", Role.TRAINEE, NOW)
    for token in (TOKEN, "another"):
        stay_signed_in(store, ana.id, token, NOW)
    sign_out_everywhere(store, ana)

    assert signed_in(store, TOKEN, NOW) is None
    assert signed_in(store, "another", NOW) is None
    assert signed_in(store, bens, NOW) is not None


def test_a_token_ends_after_a_time_without_anything(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana.id, TOKEN, NOW)

    assert signed_in(store, TOKEN, NOW + IDLE) == ana
    assert signed_in(store, TOKEN, NOW + 2 * IDLE) == ana, "it was used in between"
    assert signed_in(store, TOKEN, NOW + 3 * IDLE + MINUTE) is None


def test_a_token_ends_in_any_case(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana.id, TOKEN, NOW)
    seen = NOW
    while seen < NOW + LASTS:
        seen = min(seen + IDLE, NOW + LASTS)
        assert signed_in(store, TOKEN, seen) == ana

    assert signed_in(store, TOKEN, seen + timedelta(seconds=1)) is None


def test_the_token_and_the_password_are_not_kept(
    store: Store, owner: Person, tmp_path: Path
) -> None:
    sign_in(store, owner.name, PASSWORD, TOKEN, NOW)

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert TOKEN.encode() not in kept
    assert PASSWORD.encode() not in kept


def test_who_knows_the_password_is_let_in(store: Store, owner: Person) -> None:
    sign_in(store, "  OLGA ", PASSWORD, TOKEN, NOW)

    assert signed_in(store, TOKEN, NOW) == owner


def test_a_wrong_password_and_a_name_that_nobody_has_are_told_alike(
    store: Store, owner: Person
) -> None:
    told = []
    for name in (owner.name, "Nobody"):
        with pytest.raises(WrongPassword) as refused:
            sign_in(store, name, ANOTHER, TOKEN, NOW)
        told.append(str(refused.value))

    assert told[0] == told[1]
    assert signed_in(store, TOKEN, NOW) is None


@pytest.mark.parametrize("name", ["Olga", "Nobody"])
def test_after_five_wrong_passwords_even_the_right_one_waits(
    store: Store, owner: Person, tmp_path: Path, name: str
) -> None:
    for second in range(MOST):
        with pytest.raises(WrongPassword):
            sign_in(store, name, ANOTHER, TOKEN, NOW + timedelta(seconds=second))

    restarted = Store(tmp_path)
    with pytest.raises(TooManyTries, match="wait 14 minutes, then try again"):
        sign_in(restarted, name, PASSWORD, TOKEN, NOW + MINUTE)

    if name == owner.name:
        sign_in(restarted, name, PASSWORD, TOKEN, NOW + WITHIN)
        assert signed_in(store, TOKEN, NOW + WITHIN) == owner


def test_somebody_elses_wrong_passwords_stop_nobody(store: Store, owner: Person) -> None:
    for _ in range(MOST):
        with pytest.raises(WrongPassword):
            sign_in(store, "Ben", ANOTHER, TOKEN, NOW)

    sign_in(store, owner.name, PASSWORD, TOKEN, NOW)


def test_who_tries_name_after_name_from_one_address_is_stopped_there_and_nobody_else(
    store: Store, owner: Person
) -> None:
    for number in range(MOST_OF_AN_ADDRESS):
        count_try(store, f"somebody {number}", NOW, "10.0.0.7")

    for name in ("one more", owner.name):
        with pytest.raises(TooManyTries, match=r"from your address.* wait 15 minutes"):
            sign_in(store, name, PASSWORD, TOKEN, NOW, "10.0.0.7")
    for address in ("10.0.0.8", ""):
        sign_in(store, owner.name, PASSWORD, TOKEN, NOW, address)
    sign_in(store, owner.name, PASSWORD, TOKEN, NOW + WITHIN, "10.0.0.7")


def test_another_address_each_time_is_no_way_around(store: Store, owner: Person) -> None:
    for number in range(MOST_OF_ALL):
        count_try(store, f"somebody {number}", NOW, f"address {number}")

    with pytest.raises(TooManyTries, match="for many names"):
        sign_in(store, owner.name, PASSWORD, TOKEN, NOW, "10.0.0.8")
    sign_in(store, owner.name, PASSWORD, TOKEN, NOW + WITHIN, "10.0.0.8")


def test_who_knows_their_password_is_counted_no_more(store: Store, owner: Person) -> None:
    for second in range(MOST_OF_AN_ADDRESS + 1):
        sign_in(store, owner.name, PASSWORD, TOKEN, NOW + timedelta(seconds=second), "10.0.0.7")


def test_a_changed_password_ends_every_other_stay(store: Store, owner: Person) -> None:
    for token in (TOKEN, "another"):
        sign_in(store, owner.name, PASSWORD, token, NOW)
    change_password(store, TOKEN, PASSWORD, ANOTHER, ANOTHER, "new-token", NOW)

    assert signed_in(store, TOKEN, NOW) is None
    assert signed_in(store, "another", NOW) is None
    assert signed_in(store, "new-token", NOW) == owner
    with pytest.raises(WrongPassword):
        sign_in(store, owner.name, PASSWORD, "third", NOW)
    sign_in(store, owner.name, ANOTHER, "third", NOW)


@pytest.mark.parametrize(
    ("old", "new", "again", "told"),
    [
        (ANOTHER, "third words in a row", "third words in a row", "the old password is another"),
        (PASSWORD, ANOTHER, ANOTHER + "x", "are not the same"),
        (PASSWORD, "short", "short", "5 characters"),
        (PASSWORD, PASSWORD, PASSWORD, "the new password is the old one"),
        (PASSWORD, "aaaaaaaaaaaa", "aaaaaaaaaaaa", "nearly the same letter"),
        (PASSWORD, "x" * 257, "x" * 257, "more than 256"),
    ],
)
def test_a_password_that_cannot_be_taken_changes_nothing(
    store: Store, owner: Person, old: str, new: str, again: str, told: str
) -> None:
    sign_in(store, owner.name, PASSWORD, TOKEN, NOW)

    with pytest.raises(TrainingError, match=told):
        change_password(store, TOKEN, old, new, again, "new-token", NOW)

    assert signed_in(store, TOKEN, NOW) == owner
    sign_in(store, owner.name, PASSWORD, "again", NOW)


def test_a_one_time_password_lets_nobody_act_before_it_is_changed(
    store: Store, owner: Person, ana: Person
) -> None:
    stay_signed_in(store, ana.id, "before", NOW)
    given = reset_password(store, _administrator(owner), ana.id, NOW)
    assert signed_in(store, "before", NOW) is None, "a reset ends every stay"

    sign_in(store, ana.name, given.password, TOKEN, NOW)
    found = sign_in_of(store, TOKEN, NOW)

    assert found is not None
    assert found.must_change
    assert signed_in(store, TOKEN, NOW) is None
    change_password(store, TOKEN, given.password, ANOTHER, ANOTHER, "own", NOW)
    assert signed_in(store, "own", NOW) == ana
    assert not any(one.waits for one in accounts(store, _administrator(owner)))


def test_a_one_time_password_is_good_for_a_week(store: Store, owner: Person, ana: Person) -> None:
    given = reset_password(store, _administrator(owner), ana.id, NOW)

    with pytest.raises(TrainingError, match="too old"):
        sign_in(store, ana.name, given.password, TOKEN, given.until + MINUTE)


def test_an_account_acts_in_one_of_its_roles_at_a_time(store: Store, owner: Person) -> None:
    sign_in(store, owner.name, PASSWORD, TOKEN, NOW)
    act_as(store, TOKEN, Role.ADMINISTRATOR, NOW)

    person = signed_in(store, TOKEN, NOW)

    assert person == Person(owner.id, owner.name, Role.ADMINISTRATOR)
    with pytest.raises(TrainingError, match="assessor is none of your roles"):
        act_as(store, TOKEN, Role.ASSESSOR, NOW)


def test_whose_access_ended_is_out_at_once(store: Store, owner: Person, ana: Person) -> None:
    stay_signed_in(store, ana.id, TOKEN, NOW)
    end_access(store, _administrator(owner), ana.id, NOW)

    assert signed_in(store, TOKEN, NOW) is None


def _administrator(owner: Person) -> Person:
    return Person(owner.id, owner.name, Role.ADMINISTRATOR)
