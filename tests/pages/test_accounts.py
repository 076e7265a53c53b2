"""People and *Your account*: who may be here, in which roles, and whose practice is whose."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import go, press, shown, sign_in, visit
from tests.training.accounts import account, hash_quickly
from tests.training.floor import NOW, kept
from training.accounts import open_account
from training.models import Role
from training.passwords import hashed
from training.people import person_named, sign_in_locally
from training.sign_ins import sign_out_everywhere
from training.store import Store


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


@pytest.fixture
def people() -> AppTest:
    return go(sign_in(visit(), "Olga", Role.ADMINISTRATOR), "accounts")


def test_the_page_is_for_administrators(dana: AppTest) -> None:
    go(dana, "accounts")

    assert "This page is for administrators" in shown(dana)
    assert not dana.text_area


def test_people_are_pasted_in_and_given_roles(people: AppTest, store: Store) -> None:
    assert "Nobody but you has an account yet" in shown(people)
    people.text_area(key="new_names").set_value("Ana\nBen Silva\nana")
    press(people, "Add them")
    assert "stands there twice" in shown(people)
    assert people.text_area(key="new_names").value == "Ana\nBen Silva\nana", "nothing is lost"

    people.text_area(key="new_names").set_value("Ana\nBen Silva")
    press(people, "Add them")
    assert "Hand these over now" in shown(people)
    ben = person_named(store, "Ben Silva", Role.TRAINEE)
    people.multiselect(key=f"roles_{ben.id}").set_value([Role.TRAINER, Role.ASSESSOR])
    next(one for one in people.button if one.form_id == f"roles_of_{ben.id}").click()
    people.run()
    assert person_named(store, "Ben Silva", Role.ASSESSOR).id == ben.id
    press(people, "I have handed them over")
    assert "Hand these over now" not in shown(people)


def test_ones_own_access_is_not_ended_by_a_slip(people: AppTest) -> None:
    assert {"End access", "New one-time password"}.isdisjoint(one.label for one in people.button)
    assert "This is your own account" in shown(people)


def test_old_practice_is_asked_for_and_given(store: Store, people: AppTest) -> None:
    before = sign_in_locally(store, "Dee", Role.TRAINEE, datetime.now(UTC))
    attempt = kept(store, before)
    dana = go(sign_in(visit(), "Dana Wells"), "your_account")
    dana.text_input(key="claimed_name").set_value("dee")
    press(dana, "Ask for it")
    assert "an administrator has not decided yet" in shown(dana)

    people.run()
    assert "Dana Wells asks for “Dee”, trainee: 1 attempt" in shown(people)
    press(people, "It is Dana Wells's")

    assert "Whose practice is it?" not in shown(people)
    person = person_named(store, "Dana Wells", Role.TRAINEE)
    assert store.attempt(person, attempt.id).person_id == person.id


def test_whoever_signs_in_finds_nothing_of_the_one_before(dana: AppTest, store: Store) -> None:
    """A window that was left open: its stay was ended elsewhere, and somebody else goes in."""
    account(store, "Olga", Role.ADMINISTRATOR)
    open_account(store, "Ben", [Role.TRAINEE], NOW, hashed("a few words in a row"))
    dana.session_state["drill_answered"] = ("what", "she", "said")
    sign_out_everywhere(store, person_named(store, "Dana Wells", Role.TRAINEE))
    dana.run()
    dana.text_input(key="who_name").set_value("Ben")
    dana.text_input(key="password").set_value("a few words in a row")
    press(dana, "Go in")

    assert "Signed in as Ben" in shown(dana)
    assert "drill_answered" not in dana.session_state
