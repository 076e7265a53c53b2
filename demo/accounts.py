"""Accounts: the administrator's, those of the house, of which some have a password, and claims."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from demo.floor import Floor
from training.accounts import OneTime, add_accounts, make_owner
from training.beginning import begin
from training.bot_practice import play
from training.claims import claim
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.sign_ins import change_password, sign_in
from training.store import Store


class Shown(NamedTuple):
    """An account that whoever looks around can use."""

    name: str
    roles: tuple[Role, ...]


def open_accounts(
    floor: Floor, trainees: Sequence[str], password: str, now: datetime
) -> tuple[Shown, ...]:
    """Everybody's account; those that are shown have this password, others a one-time one."""
    owner, cast = floor.cast.administrator, floor.cast
    keeper = make_owner(floor.store, owner, password, password, now)
    keeper = Person(keeper.id, keeper.name, Role.ADMINISTRATOR)
    for one in cast.staff:
        (given,) = add_accounts(floor.store, keeper, [one.name], one.roles, now)
        _choose(floor.store, given, password, now)
    others = sorted({*trainees, cast.before_accounts} - {one.name for one in cast.staff})
    add_accounts(floor.store, keeper, others, [Role.TRAINEE], now)
    return (
        *(Shown(one.name, one.roles) for one in cast.staff),
        Shown(owner, (Role.ADMINISTRATOR, Role.TRAINEE)),
    )


def _choose(store: Store, given: OneTime, password: str, now: datetime) -> None:
    """The first sign-in of somebody: by the password they were handed, for one of their own."""
    once, then = (secrets.token_urlsafe(32) for _ in range(2))
    sign_in(store, given.name, given.password, once, now)
    change_password(store, once, given.password, password, password, then, now)


def practise_before_accounts(floor: Floor, now: datetime) -> None:
    """Somebody played under a typed name, before there were accounts; it is nobody's yet."""
    local = sign_in_locally(floor.store, floor.cast.before_accounts, Role.TRAINEE, now)
    scenario = floor.scenarios["forgetful_payer"]
    attempt = begin(floor.store, local, scenario, Purpose.PRIVATE, 5, now + timedelta(hours=1))
    play(floor.store, local, attempt, floor.bots["novice"])


def ask_for_it(floor: Floor, now: datetime) -> None:
    """The same person asks for it, once they have an account."""
    asking = floor.person(floor.cast.before_accounts, Role.TRAINEE)
    claim(floor.store, asking, asking.name, Role.TRAINEE, now)
