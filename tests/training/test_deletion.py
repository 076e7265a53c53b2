"""What goes with attempts when they go, and what stands in the chain instead of them."""

from __future__ import annotations

import json

from tests.training.floor import NOW
from tests.training.judging import judged_in_every_way, submitted
from tests.training.shipped_calls import at
from training.chain import Kind, Why
from training.deletion import remove
from training.models import Attempt, Person, Purpose
from training.practice import end_call
from training.progress import progress
from training.reviews import review_attempt
from training.rewinding import branch, family, lines_to_try_again
from training.searching import search
from training.store import FILE_NAME, Store
from training.wrap_up import hand_in

SECRET = "chrysanthemum"


def _branched(store: Store, person: Person, attempt: Attempt) -> Attempt:
    again = branch(store, person, attempt, lines_to_try_again(attempt)[-1], at(3000))
    return hand_in(store, person, end_call(store, person, again, at(3001)), at(3002))


def _left_of(store: Store, attempt_id: str) -> set[str]:
    """The tables with a row that says this id anywhere, whatever its columns are called."""
    with store.reading() as db:
        tables = [name for name in db.table_names() if not name.startswith("spoken_")]
        return {name for name in tables if attempt_id in repr(list(db.table(name).rows))}


def test_all_that_hangs_on_an_attempt_goes_whatever_the_tables_are(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = judged_in_every_way(store, ana, trainer)
    assert {"attempts", "events", "reviews", "ratings", "disputes"} < _left_of(store, attempt.id)

    with store.writing() as db:
        db.table("sittings").create(
            {"id": str, "attempt_id": str}, foreign_keys=[("attempt_id", "attempts", "id")]
        )
        db.table("sittings").insert({"id": "s1", "attempt_id": attempt.id})
        remove(db, [attempt.id], Why.PURGED, NOW)

    assert _left_of(store, attempt.id) <= {"access_log"}
    with store.reading() as db:
        assert db.table("answers").count == 0
        assert list(db.table("sittings").rows) == [{"id": "s1", "attempt_id": None}]


def test_a_branch_of_what_is_gone_stays_a_branch(store: Store, ana: Person) -> None:
    first = submitted(store, ana)
    again = _branched(store, ana, first)

    with store.writing() as db:
        remove(db, [first.id], Why.PURGED, NOW)

    kept = store.attempt(ana, again.id)
    assert kept.events == again.events
    assert (kept.parent_attempt, kept.parent_seq) == (None, again.parent_seq)
    assert [one.attempt_id for one in family(store, ana, kept)] == [again.id]
    review_attempt(store, ana, again.id, NOW)
    assert [step.branch for step in progress(store, ana)] == [True]


def test_places_in_the_chain_stay_and_say_nothing(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana, purpose=Purpose.PRIVATE)
    with store.reading() as db:
        before = list(db.table("chain").rows)

    store.delete(ana, [attempt.id], NOW)

    with store.reading() as db:
        *after, last, access = db.table("chain").rows
    assert [row["hash"] for row in after] == [row["hash"] for row in before]
    assert {(row["part_of"], row["seq"], row["salt"]) for row in after} == {(None, None, None)}
    assert (last["kind"], access["kind"]) == (Kind.GONE, Kind.ACCESS)
    assert json.loads(last["note"]) == {
        "gone": [[1, len(before)]],
        "why": "deleted",
        "at": NOW.isoformat(),
    }


def test_no_byte_of_what_was_said_is_left_in_the_file(store: Store, ana: Person) -> None:
    attempt = submitted(store, ana, purpose=Purpose.PRIVATE, lines=(f"Hello, my {SECRET}.",))
    assert search(store, ana, SECRET)

    store.delete(ana, [attempt.id], NOW)

    with store.reading() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [file] = [row[2] for row in db.execute("PRAGMA database_list")]
    with open(file, "rb") as kept:  # noqa: PTH123  the path comes from the database
        assert SECRET.encode() not in kept.read().lower()
    assert file.endswith(FILE_NAME)
