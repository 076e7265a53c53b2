"""Nobody gets in without a name, and what is somebody's stays theirs."""

from __future__ import annotations

import subprocess
import sys

from streamlit.testing.v1 import AppTest

from tests.pages.visiting import APP, begin_call, go, press, shown, sign_in, visit


def test_the_first_page_asks_who_is_practising() -> None:
    app = visit()

    assert "Who is practising?" in shown(app)
    assert "Practising as" not in shown(app)


def test_a_name_is_enough(dana: AppTest) -> None:
    assert "Practising as Dana Wells" in shown(dana)
    assert "The next best thing" in shown(dana)


def test_without_a_name_it_says_what_is_needed() -> None:
    app = sign_in(visit(), "  ")

    assert "Who is practising?" in shown(app)
    assert "a name of 1 to 80 characters" in shown(app).replace("\\", "")


def test_who_leaves_is_asked_again(dana: AppTest) -> None:
    press(dana, "Not you?")

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
