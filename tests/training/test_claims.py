"""What was done under a name before there were accounts becomes its owner's, if it is theirs."""

from __future__ import annotations

import pytest

from tests.training.accounts import account
from tests.training.floor import NOW, handed_in, kept, looked_up
from training.claims import claim, decide_claim, names_like, open_claims, own_claims
from training.errors import NoSuchAttempt, TrainingError
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.store import Store
from training.verifying import verify


@pytest.fixture
def local(store: Store) -> Person:
    """Somebody who practised under a name, before."""
    return sign_in_locally(store, "Dana", Role.TRAINEE, NOW)


@pytest.fixture
def dana(store: Store) -> Person:
    return account(store, "Dana Wells", Role.TRAINEE)


@pytest.fixture
def olga(store: Store) -> Person:
    return account(store, "Olga", Role.ADMINISTRATOR)


def test_an_administrator_gives_old_practice_to_whose_it_is(
    store: Store, local: Person, dana: Person, olga: Person
) -> None:
    attempt = kept(store, local)
    store.append(local, attempt, lambda _: (looked_up("account"), handed_in()))
    asked = claim(store, dana, " DANA ", Role.TRAINEE, NOW)
    with pytest.raises(NoSuchAttempt):
        store.attempt(dana, attempt.id)

    (waiting,) = open_claims(store, olga)
    assert (waiting.by, waiting.local.name, waiting.local.attempts) == ("Dana Wells", "Dana", 1)
    decide_claim(store, olga, asked.id, NOW, granted=True)

    mine = store.attempt(dana, attempt.id)
    assert mine.person_id == dana.id
    assert len(mine.events) == 2
    assert open_claims(store, olga) == ()
    assert verify(store).faults == (), "the chain knows of it"
    with pytest.raises(NoSuchAttempt):
        store.attempt(local, attempt.id)


def test_what_is_refused_stays_where_it_is(
    store: Store, local: Person, dana: Person, olga: Person
) -> None:
    attempt = kept(store, local)
    asked = claim(store, dana, "Dana", Role.TRAINEE, NOW)
    decide_claim(store, olga, asked.id, NOW, granted=False)

    assert [one.granted for one in own_claims(store, dana)] == [False]
    assert store.attempt(local, attempt.id) == attempt
    later = decide_claim(store, olga, asked.id, NOW, granted=True)
    assert later.granted is False, "what is decided stays"


def test_the_same_is_asked_once(store: Store, local: Person, dana: Person, olga: Person) -> None:
    kept(store, local)
    for _ in range(2):
        claim(store, dana, "Dana", Role.TRAINEE, NOW)

    assert len(open_claims(store, olga)) == 1


@pytest.mark.parametrize(("name", "role"), [("Ben", Role.TRAINEE), ("Dana", Role.TRAINER)])
def test_there_must_be_such_a_name(
    store: Store, local: Person, dana: Person, name: str, role: Role
) -> None:
    kept(store, local)

    with pytest.raises(TrainingError, match="without an account"):
        claim(store, dana, name, role, NOW)


def test_nobody_asks_for_what_belongs_to_an_account(store: Store, dana: Person) -> None:
    ben = account(store, "Ben", Role.TRAINEE)
    kept(store, ben)

    with pytest.raises(TrainingError, match="without an account"):
        claim(store, dana, "Ben", Role.TRAINEE, NOW)


def test_an_administrator_decides_about_their_own_only_where_there_is_no_other(
    store: Store, local: Person, olga: Person
) -> None:
    kept(store, local)
    asked = claim(store, olga, "Dana", Role.TRAINEE, NOW)
    another = account(store, "Aron", Role.ADMINISTRATOR)

    with pytest.raises(TrainingError, match="another administrator decides"):
        decide_claim(store, olga, asked.id, NOW, granted=True)

    with store.writing() as db:
        db.table("accounts").update(another.id, {"ended_at": NOW.isoformat()})
    assert decide_claim(store, olga, asked.id, NOW, granted=True).granted


def test_ones_own_name_from_before_is_pointed_out_until_it_is_asked_for(
    store: Store, olga: Person
) -> None:
    kept(store, _from_before(store))

    (found,) = names_like(store, olga)
    assert (found.name, found.role, found.attempts) == ("olga", Role.TRAINEE, 1)

    claim(store, olga, found.name, found.role, NOW)
    assert names_like(store, olga) == ()


def _from_before(store: Store) -> Person:
    """A name from before that is an account's name now."""
    person = Person("before", "olga", Role.TRAINEE)
    row = {"id": "before", "name": "olga", "name_key": "olga", "role": "trainee"}
    with store.writing() as db:
        db.table("people").insert({**row, "made_at": NOW.isoformat()})
    return person


def test_a_work_sample_is_nobodys_old_practice(store: Store) -> None:
    """Also where somebody with that name is hired, and has an account then."""
    candidate = sign_in_locally(store, "Cleo Marsh", Role.CANDIDATE, NOW)
    kept(store, candidate, purpose=Purpose.ASSESSMENT)
    cleo = account(store, "Cleo Marsh", Role.TRAINEE)

    assert cleo.id != candidate.id
    assert names_like(store, cleo) == ()
    with pytest.raises(TrainingError, match="nobody practised"):
        claim(store, cleo, cleo.name, Role.CANDIDATE, NOW)
