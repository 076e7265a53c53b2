"""Accounts for tests: nobody types a password where signing in is not the point."""

from __future__ import annotations

import secrets
from datetime import datetime

import pytest
from argon2 import PasswordHasher

from tests.training.floor import NOW
from training import passwords
from training.accounts import keep_account
from training.models import Person, Role
from training.passwords import NO_PASSWORD
from training.people import sign_in_locally
from training.sign_ins import act_as, stay_signed_in
from training.store import Store


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same kind of hashes at a hundredth of the cost; parameters are not what is tested."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", quick)
    monkeypatch.setattr(passwords, "_decoy", [])


def account(store: Store, name: str, *roles: Role) -> Person:
    """An account with these roles; what was done under that name before is its own."""
    held = roles or (Role.TRAINEE,)
    person = sign_in_locally(store, name, held[0], NOW)
    with store.writing() as db:
        if not db.table("accounts").count_where("id = ?", [person.id]):
            keep_account(db, person, held, NO_PASSWORD, NOW)
    return person


def signed_in_as(store: Store, name: str, role: Role, now: datetime) -> tuple[Person, str]:
    """Somebody who acts in that role, and the token that their browser holds."""
    person, token = account(store, name, role), secrets.token_urlsafe(32)
    stay_signed_in(store, person.id, token, now)
    act_as(store, token, role, now)
    return person, token
