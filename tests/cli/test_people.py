"""`people` as somebody types it who sits at the computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_cli import run
from tests.training.accounts import account, hash_quickly
from tests.training.floor import NOW
from tests.training.stores import new_store
from training.models import Role
from training.sign_ins import sign_in, sign_in_of
from training.store import DATA_VARIABLE, Store


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    hash_quickly(monkeypatch)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    return new_store(tmp_path)


def test_people_are_added_and_given_roles() -> None:
    assert "nobody has an account yet" in run("people", "list").stderr
    told = run("people", "add", "Ana", "Ben Silva", "--role", "trainee", "--role", "trainer")

    assert told.exit_code == 0, told.output
    ana, ben = told.stdout.splitlines()
    assert ana.startswith("Ana: ")
    assert ben.startswith("Ben Silva: ")
    assert run("people", "roles", "ben silva", "administrator").stdout == (
        "Ben Silva: administrator (has a one-time password)\n"
    )
    assert run("people", "list").stdout.splitlines()[0] == (
        "Ana: trainee, trainer (has a one-time password)"
    )


def test_a_lost_password_is_reset_at_the_machine(store: Store) -> None:
    account(store, "Olga", Role.ADMINISTRATOR)
    told = run("people", "reset", "olga").stdout

    password = told.removeprefix("Olga: ").partition(" ")[0]
    sign_in(store, "Olga", password, "token", NOW)

    found = sign_in_of(store, "token", NOW)
    assert found is not None
    assert found.must_change


def test_somebody_unknown_is_told_as_such() -> None:
    told = run("people", "reset", "nobody")

    assert told.exit_code == 2
    assert "nobody here has an account as 'nobody'" in told.stderr
