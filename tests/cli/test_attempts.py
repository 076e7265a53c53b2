"""`recheck` and `search` over what was kept under a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.attempts import recheck_lines
from tests.cli.test_cli import run
from training.rechecking import Moved, Rechecked, Remarked
from training.store import DATA_VARIABLE


@pytest.fixture(autouse=True)
def practised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    lines = "Hello, may I speak with Ana Reyes about the lighthouse?\n"
    told = run("play", "laid_off_three_weeks_ago", "--seed", "7", "--name", "Ana", typed=lines)
    assert told.exit_code == 0, told.output


def test_nothing_changes_while_the_rules_stay() -> None:
    told = run("recheck", "--name", "ana")

    assert told.exit_code == 0
    assert told.stdout == "0 of 1 reviewed attempts would change; nothing was changed\n"


def test_who_changes_is_listed_with_what_and_why() -> None:
    card = (0.0, 55.0)
    told = recheck_lines(
        [
            Rechecked(
                attempt_id="a1",
                who="Ana",
                title="Laid off",
                started_on="2026-03-02",
                new=("not_met some.rule at turn 2",),
                gone=(),
                moved=Moved(
                    grade=card,
                    passed=(False, False),
                    marks=(Remarked("empathy: validates", None, 40.0, "named at turn 4"),),
                ),
                versions=("scoring 4 to 5",),
                verdicts=1,
            )
        ]
    )

    assert list(told) == [
        "2026-03-02 Ana: Laid off (a1)",
        "  because: scoring 4 to 5",
        "  + not_met some.rule at turn 2",
        "  empathy: validates: - -> 40 (named at turn 4)",
        "  grade: 0 -> 55",
        "  verdicts that outrank it either way: 1",
        "1 of 1 reviewed attempts would change; nothing was changed",
    ]


def test_words_are_found_with_the_day_the_call_and_the_turn() -> None:
    told = run("search", "lighthouse", "--name", "Ana")

    assert told.exit_code == 0
    assert ", turn 2: collector: Hello, may I speak" in told.stdout


def test_what_nobody_said_is_not_found() -> None:
    told = run("search", "giraffe", "--name", "Ana")

    assert (told.exit_code, told.stderr) == (1, "not found in any call of yours\n")


def test_somebody_who_was_never_here_is_told_who_was() -> None:
    told = run("recheck", "--name", "Bob")

    assert told.exit_code == 2
    assert told.stderr == "name: no trainee is called 'Bob' - trainees here: Ana\n"
