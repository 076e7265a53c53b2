"""People and *Your account*: who may be here, in which roles, and whose practice is whose."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import go, press, shown, sign_in, visit
from tests.training.accounts import hash_quickly
from tests.training.floor import kept
from training.models import Role
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


def test_what_was_shown_to_one_person_is_not_shown_to_the_next(dana: AppTest, store: Store) -> None:
    person = person_named(store, "Dana Wells", Role.TRAINEE)
    dana.session_state["drill_answered"] = (person.id, "began", "item", "her words")
    sign_out_everywhere(store, person)
    dana.run()

    assert "Who is practising?" in shown(dana)
    sign_in(dana, "Olga", Role.ADMINISTRATOR)
    dana.run()
    assert "her words" not in str(dana.session_state.filtered_state.get("drill_answered", ""))
