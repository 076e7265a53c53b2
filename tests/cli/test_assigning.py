"""`assign` as a trainer types it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.test_cli import run
from tests.training.stores import new_store
from training.models import Role
from training.people import sign_in_locally
from training.store import DATA_VARIABLE

TODAY = datetime.now(UTC)
DUE = str((TODAY + timedelta(days=3)).date())
GIVEN = ("assign", "to", "ana", "laid_off_three_weeks_ago", "--by", "tom", "--due")


@pytest.fixture(autouse=True)
def floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    store = new_store(tmp_path)
    sign_in_locally(store, "Ana", Role.TRAINEE, TODAY)
    sign_in_locally(store, "Tom", Role.TRAINER, TODAY)


def test_what_is_given_is_listed_for_both_and_can_be_taken_back() -> None:
    told = run(*GIVEN, DUE, "--note", "Budget first.")

    assert told.exit_code == 0, told.output
    assert told.stdout.startswith(f"{DUE} open: Ana: Laid off three weeks ago (from Tom, ")
    assert told.stdout.endswith("): Budget first.\n")
    for words in (("--name", "ana"), ("--name", "tom", "--role", "trainer")):
        assert run("assign", "list", *words).stdout == told.stdout

    number = told.stdout.partition("from Tom, ")[2].partition(")")[0]
    gone = run("assign", "withdraw", number, "--by", "tom")

    assert gone.stdout == told.stdout.replace(" open:", " withdrawn:")


def test_where_nothing_is_given_the_list_says_so() -> None:
    told = run("assign", "list", "--name", "ana")

    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr == "nothing is assigned\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*GIVEN, "2026-01-01"), "due: 2026-01-01 is past - a day from"),
        ((*GIVEN, "soon"), "soon"),
        (
            ("assign", "to", "Bo", "forgetful_payer", "--by", "tom", "--due", DUE),
            "no trainee is called 'Bo' - trainees here: Ana",
        ),
        (
            ("assign", "to", "ana", "forgetful", "--by", "tom", "--due", DUE),
            "no scenario 'forgetful'",
        ),
        (
            ("assign", "to", "ana", "forgetful_payer", "--by", "ana", "--due", DUE),
            "no trainer is called 'ana' - trainers here: Tom",
        ),
        (("assign", "withdraw", "none", "--by", "tom"), "there is none of that id"),
    ],
)
def test_what_cannot_be_given_is_explained(words: tuple[str, ...], told: str) -> None:
    refused = run(*words)

    assert refused.exit_code == 2
    assert told in refused.stderr
