"""`coach`, `cohort` and `report` as trainers and compliance type them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.test_cli import run
from tests.training.accounts import hash_quickly
from tests.training.judging import ARREST, MARK, submitted
from tests.training.shipped_calls import at
from tests.training.stores import new_store
from training.cohorts import cohorts
from training.disputes import dispute
from training.models import Person, Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import DATA_VARIABLE, Store

TODAY = datetime.now(UTC)
BY = ("--by", "tom")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    hash_quickly(monkeypatch)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    store = new_store(tmp_path)
    sign_in_locally(store, "Tom", Role.TRAINER, TODAY)
    sign_in_locally(store, "Cora", Role.COMPLIANCE, TODAY)
    return store


@pytest.fixture
def ana(store: Store) -> Person:
    return sign_in_locally(store, "Ana", Role.TRAINEE, TODAY)


def _number(line: str) -> str:
    found = re.match(r"\w+ (\d+):", line)
    assert found is not None, line
    return found.group(1)


def test_an_attempt_is_reviewed_from_the_queue_to_its_end(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana).id
    assert run("coach", "queue", *BY).stdout.startswith(f"{attempt} 2026-03-02: Ana: ")
    assert f"{MARK}: Communication: room to speak" in run("coach", "marks", attempt, *BY).stdout

    told = run("coach", "verdict", attempt, MARK, "adjust", "--value", "80", "--why", "Yes.", *BY)
    assert "Communication: room to speak: adjust to 80 by Tom: Yes." in told.stdout
    gone = run("coach", "take-back", attempt, "--verdict", _number(told.stdout), *BY)
    assert gone.stdout.endswith("(taken back)\n")
    said = run("coach", "comment", attempt, "2", "A calm start.", *BY)
    assert "at turn 2: A calm start. by Tom" in said.stdout
    note = run("coach", "note", attempt, "Slow down.", "--drill", ARREST, *BY)
    assert f"note: Slow down. (to drill: {ARREST}) by Tom" in note.stdout
    run("coach", "verdict", attempt, "whole", "accept", *BY)

    assert run("coach", "queue", *BY).stderr == "nothing waits\n"
    assert run("coach", "week", *BY).stderr == "nobody stands out\n"


def test_a_dispute_is_answered_and_the_answer_taken_back(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana).id
    one = dispute(store, ana, attempt, MARK, "She paused twice.", at(2000)).id

    asked = run("coach", "marks", attempt, *BY).stdout
    assert f"dispute {one}: Communication: room to speak: She paused twice. by Ana" in asked
    told = run("coach", "answer", attempt, one, "You are right.", *BY).stdout.splitlines()
    assert told[1].endswith(": You are right. by Tom")
    more = run("coach", "answer", attempt, one, "It counts now.", "--add", *BY).stdout.splitlines()
    for line in more[1:]:
        gone = run("coach", "take-back", attempt, "--answer", _number(line.strip()), *BY)
    assert "an answer is due by 2026-03-09" in gone.stdout


def test_the_week_says_that_the_calls_it_names_count_as_seen(
    store: Store, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = submitted(store, ana).id
    review_attempt(store, ana, attempt, at(2000))
    monkeypatch.setattr("command_line.coaching.now", lambda: at(5000))

    week = run("coach", "week", *BY)

    assert attempt in week.stdout
    assert week.stderr.startswith("these calls count as seen")


def test_a_cohort_is_enrolled_after_a_look_and_goes_a_path(ana: Person, tmp_path: Path) -> None:
    table = tmp_path / "trainees.csv"
    table.write_text(f"name,cohort\n{ana.name},Spring\nBea,Spring\n")
    seen = run("cohort", "enrol", str(table), *BY)
    assert seen.stdout.splitlines() == [
        "line 2: Ana into Spring: known without an account",
        "line 3: Bea into Spring: new",
    ]
    assert run("cohort", "list", *BY).stderr == "there is no cohort yet\n"

    made = run("cohort", "enrol", str(table), "--yes", *BY)
    assert "Bea: " in made.stdout.splitlines()[-1]
    steps = ("call:forgetful_payer@3", "drill:numbers@5", "gate:3x2@14")
    path = run("cohort", "path", "First weeks", *steps, *BY)
    assert path.stdout == f"First weeks: {' '.join(steps)}\n"
    assert run("cohort", "paths", *BY).stdout == path.stdout
    given = run("cohort", "give", "spring", "first weeks", "--from", "2027-01-11", *BY)
    assert given.stdout == "Spring: Ana, Bea\n  First weeks since 2027-01-11\n"
    assert run("cohort", "list", *BY).stdout == given.stdout


def test_compliance_takes_the_report_along(store: Store, ana: Person, tmp_path: Path) -> None:
    attempt = submitted(store, ana).id
    run("coach", "marks", attempt, *BY)
    out = tmp_path / "rules.csv"
    told = run("report", "--by", "cora", "--out", str(out))

    assert told.exit_code == 0, told.output
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("person,rule,handed_in,")
    assert any(line.startswith(f"Ana,{ARREST},") and attempt in line for line in lines)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("cohort", "path", "A", "call:forgetful_payer", *BY), "got 'call:forgetful_payer' - call"),
        (("cohort", "path", "A", "gate:99x2@3", *BY), "got 'gate:99x2@3'"),
        (("cohort", "path", "A", "drill:nothing@3", *BY), "there is no 'nothing'"),
        (("cohort", "path", "A", "call:nobody@3", *BY), "no scenario 'nobody'"),
        (("cohort", "give", "Spring", "A", "--from", "2027-01-11", *BY), "there is no 'Spring'"),
        (("cohort", "enrol", "nowhere.csv", *BY), "cannot be read"),
        (("coach", "take-back", "none", *BY), "--verdict N, --remark N or --answer N"),
        (("coach", "note", "none", "Text", "--drill", "nothing", *BY), "there is no 'nothing'"),
        (("coach", "queue", "--by", "cora"), "no trainer is called 'cora'"),
        (("report", "--by", "tom", "--out", "x.csv"), "no compliance is called 'tom'"),
    ],
)
def test_what_cannot_be_done_is_explained(words: tuple[str, ...], told: str) -> None:
    refused = run(*words)

    assert refused.exit_code == 2, refused.output
    assert told in refused.stderr


def test_a_table_with_a_fault_makes_nothing(store: Store, tmp_path: Path) -> None:
    table = tmp_path / "trainees.csv"
    table.write_text("Bea\nbea\n")
    told = run("cohort", "enrol", str(table), "--cohort", "Spring", "--yes", *BY)

    assert told.exit_code == 2
    assert "line 2: bea into Spring: faulty: bea stands in line 1 already." in told.stdout
    tom = sign_in_locally(store, "Tom", Role.TRAINER, TODAY)
    assert cohorts(store, tom) == ()
