"""Nobody gets in without a password, and what is somebody's stays theirs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import APP, begin_call, go, press, shown, sign_in, visit
from tests.training.accounts import hash_quickly

PASSWORD = "a few words in a row"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


def fill(app: AppTest, **fields: str) -> AppTest:
    for key, value in fields.items():
        app.text_input(key=key).set_value(value)
    return app


def begin(name: str = "Dana Wells", password: str = PASSWORD, again: str = PASSWORD) -> AppTest:
    """What the first visitor of all does."""
    app = fill(visit(), who_name=name, new_password=password, again=again)
    return press(app, "Go in")


def test_the_first_visitor_makes_the_owners_account() -> None:
    app = begin()

    assert "Signed in as Dana Wells" in shown(app)
    assert "The next best thing" in shown(app)
    assert app.selectbox(key="acting_role").options == ["Trainee", "Administrator"]


def test_the_second_visitor_is_asked_for_a_password() -> None:
    begin()

    second = visit()

    assert "You are the first here" not in shown(second)
    press(fill(second, who_name="Dana Wells", password="some other words"), "Go in")
    assert "do not belong together" in shown(second)
    press(fill(second, who_name="dana wells", password=PASSWORD), "Go in")
    assert "Signed in as Dana Wells" in shown(second)


def test_what_is_missing_is_told_and_the_name_stays() -> None:
    assert "Your name is missing" in shown(begin(name="  "))
    short = begin(password="short", again="short")
    assert "At least 10 characters" in shown(short)
    assert short.text_input(key="who_name").value == "Dana Wells"
    assert "are not the same" in shown(begin(again="a few words in a raw"))


def test_who_leaves_is_asked_again(dana: AppTest) -> None:
    press(dana, "Sign out")

    assert "Who is practising?" in shown(dana)


def test_an_address_opens_nothing_before_somebody_says_who_they_are(dana: AppTest) -> None:
    attempt = begin_call(dana)
    stranger = visit()
    go(stranger, "call", attempt=attempt)

    assert "Who is practising?" in shown(stranger)
    assert "Ana Reyes" not in shown(stranger)


def test_another_persons_attempt_is_not_there(dana: AppTest) -> None:
    attempt = begin_call(dana)
    ben = sign_in(visit(), "Ben")

    for page in ("call", "wrap_up", "scorecard"):
        go(ben, page, attempt=attempt)

        assert "no such attempt here" in shown(ben)
        assert "Ana Reyes" not in shown(ben)


def test_an_attempt_that_never_was_is_told_the_same_way(dana: AppTest) -> None:
    go(dana, "call", attempt="0123456789abcdef")

    assert "no such attempt here" in shown(dana)


def test_the_first_page_waits_for_no_rules_and_no_reader() -> None:
    """What takes seconds to import would keep the screen empty after a start."""
    lines = APP.read_text().splitlines()
    imports = [line for line in lines if line.startswith(("import ", "from "))]
    heavy = "{'spacy', 'language', 'compliance_rules', 'simulator', 'scoring'}"
    program = "\n".join(["import sys", *imports, f"print(sorted({heavy} & set(sys.modules)))"])
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=APP.parent, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
