"""How attempts came out is worked out once for each review with its verdicts, whoever asks."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from compliance_rules.in_use import own_in_use, use_rules_of
from scoring.judged import about_finding, subjects
from tests.own_rules import ID, SAID, put
from tests.training.judging import LINES, MARK, adjust, reject, submitted
from tests.training.shipped_calls import at
from training import came_out
from training.came_out import WITH_LATEST_REVIEW, CameOut
from training.models import Attempt, Person
from training.progress import progress
from training.reviews import review_attempt
from training.store import Store, visible_to
from training.submitted import submitted as submitted_calls
from training.verdicts import as_it_stands, give_verdict, take_back_verdict


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], int]]:
    """How many attempts were worked out since it was asked last."""
    seen: list[str] = []

    def counted(store: Store, person: Person, attempt: Attempt, made: object) -> object:
        seen.append(attempt.id)
        return as_it_stands(store, person, attempt, made)  # type: ignore[arg-type]

    def since() -> int:
        many = len(seen)
        seen.clear()
        return many

    monkeypatch.setattr(came_out, "as_it_stands", counted)
    yield since
    seen.clear()


def test_what_stands_is_worked_out_once_for_everybody_and_anew_after_a_verdict(
    store: Store,
    ana: Person,
    trainer: Person,
    attempt: Attempt,
    worked_out: Callable[[], int],
) -> None:
    machine = review_attempt(store, ana, attempt.id, at(2000))
    fails = {about_finding(one) for one in machine.scorecard.must_change}
    as_kept = progress(store, ana)[0]
    given = [give_verdict(store, trainer, attempt.id, reject(one), at(3000)) for one in fails]

    aside = progress(store, ana)[0]
    again = [progress(store, ana)[0], submitted_calls(store, trainer)[0].step]
    assert worked_out() == 1
    assert {one.grade for one in again} == {aside.grade} != {as_kept.grade}
    assert aside.rules.keys() < as_kept.rules.keys()

    for about, mark in subjects(machine).items():
        if mark.is_mark:
            give_verdict(store, trainer, attempt.id, adjust(about, 100), at(3001))
    higher = progress(store, ana)[0]
    assert worked_out() == 1
    assert (higher.grade or 0) > (aside.grade or 0)

    for nth, one in enumerate(given):
        take_back_verdict(store, trainer, attempt.id, one.id, at(3010 + nth))
    back = progress(store, ana)[0]
    assert (back.must_change, back.rules) == (as_kept.must_change, as_kept.rules)


def test_of_what_was_worked_out_the_latest_stays(
    store: Store,
    ana: Person,
    ben: Person,
    trainer: Person,
    worked_out: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(came_out, "_KEPT", 1)
    for seed, person in ((1, ana), (2, ben)):
        made = submitted(store, person, seed)
        give_verdict(store, trainer, made.id, adjust(MARK, 20), at(3000))

    found = [one.step.grade for _ in range(2) for one in submitted_calls(store, trainer)]
    assert worked_out() == 4
    assert found[:2] == found[2:]

    progress(store, ben)
    assert worked_out() == 0


def test_the_machine_is_asked_anew_once_a_rule_was_adopted_or_taken_back(
    store: Store, ana: Person
) -> None:
    use_rules_of(store.folder)
    made = submitted(store, ana, lines=(LINES[0], SAID, LINES[2]))
    review_attempt(store, ana, made.id, at(2000))
    before = _today(store, ana, made)
    file = put(store.folder)

    assert ID in _today(store, ana, made).missed
    file.unlink()
    assert _today(store, ana, made) == before
    assert ID not in before.rules


def test_a_call_with_a_verdict_is_worked_out_anew_by_other_rules(
    store: Store, ana: Person, trainer: Person, worked_out: Callable[[], int]
) -> None:
    use_rules_of(store.folder)
    made = submitted(store, ana)
    review_attempt(store, ana, made.id, at(2000))
    give_verdict(store, trainer, made.id, adjust(MARK, 20), at(3000))
    progress(store, ana)
    worked_out()
    put(store.folder)

    progress(store, ana)
    progress(store, ana)

    assert worked_out() == 1


def test_what_was_asked_while_a_rule_was_adopted_is_not_remembered(
    store: Store, ana: Person
) -> None:
    use_rules_of(store.folder)
    made = submitted(store, ana, 2, lines=(LINES[0], SAID, LINES[2]))
    review_attempt(store, ana, made.id, at(2000))
    row, looked_up = _row(store, ana, made), own_in_use()
    file = put(store.folder)
    assert ID in came_out.machine_today(store, ana, row, looked_up).missed

    file.unlink()

    assert ID not in _today(store, ana, made).missed


def test_what_is_remembered_of_a_call_is_small(store: Store, ana: Person) -> None:
    made = submitted(store, ana, 3)
    review = review_attempt(store, ana, made.id, at(2000)).model_dump_json()
    came_out.machine_said({"review": review})
    many = 50
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()

    for nth in range(1, many + 1):
        came_out.machine_said({"review": review + " " * nth})

    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (after - before) / many < 2_000


def _row(store: Store, person: Person, attempt: Attempt) -> Mapping[str, Any]:
    with store.reading() as db:
        (row,) = visible_to(db, person, "id = :id", select=WITH_LATEST_REVIEW, id=attempt.id)
    return row


def _today(store: Store, person: Person, attempt: Attempt) -> CameOut:
    return came_out.machine_today(store, person, _row(store, person, attempt), own_in_use())
