from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from calls.events import Event
from tests.training.floor import NOW, adding, handed_in, kept, looked_up, picked_up
from training.errors import NoSuchAttempt, NotYours, StoreFault
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.rights import READS
from training.store import FILE_NAME, Store, data_folder, passing_store


def test_an_attempt_comes_back_as_it_was_kept(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)

    found = store.attempt(ana, attempt.id)

    assert found == attempt
    assert found.seed == 2**62
    assert found.started_at == NOW


def test_events_come_back_in_order_and_numbered(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)

    after = store.append(ana, attempt, adding(looked_up("balance"), looked_up("history")))

    assert [event.seq for event in after.events] == [1, 2]
    assert store.attempt(ana, attempt.id) == after


def test_a_view_that_is_behind_is_brought_up_to_date_before_anything_is_added(
    store: Store, ana: Person
) -> None:
    old = kept(store, ana)
    store.append(ana, old, adding(looked_up("balance")))

    after = store.append(ana, old, lambda now: (looked_up(f"after {len(now.events)}"),))

    assert after.state.looked_up == ("balance", "after 1")


def test_nothing_is_kept_of_a_change_that_fails(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)

    def fail(_: Attempt) -> tuple[Event, ...]:
        raise NoSuchAttempt("on purpose")

    with pytest.raises(NoSuchAttempt):
        store.append(ana, attempt, fail)

    assert store.append(ana, attempt, lambda _: ()).events == ()


def test_adding_an_attempt_twice_adds_it_once(store: Store, ana: Person) -> None:
    kept(store, ana)
    kept(store, ana)

    assert len(store.attempts(ana)) == 1


def test_a_scenario_is_kept_with_the_attempt(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)

    assert store.scenario_content(ana, attempt) == '{"title": "Some scenario"}'


def test_a_scenario_counts_as_seen_after_a_call_of_it(store: Store, ana: Person) -> None:
    first = kept(store, ana, "a1")
    read_only = kept(store, ana, "a2")
    store.append(ana, first, adding(picked_up()))

    third = kept(store, ana, "a3")

    assert (first.seen_before, read_only.seen_before, third.seen_before) == (False, False, True)


def test_somebody_elses_call_does_not_make_a_scenario_seen(
    store: Store, ana: Person, ben: Person
) -> None:
    store.append(ana, kept(store, ana, "a1"), adding(picked_up()))

    assert not kept(store, ben, "b1").seen_before


def test_another_persons_attempt_is_not_found_just_as_one_that_is_not_there(
    store: Store, ana: Person, ben: Person
) -> None:
    attempt = kept(store, ana, "a1")
    with pytest.raises(NoSuchAttempt) as none:
        store.attempt(ben, "a2")

    with pytest.raises(NoSuchAttempt) as hidden:
        store.attempt(ben, attempt.id)

    assert str(hidden.value).replace("a1", "a2") == str(none.value)
    assert store.attempts(ben, own=False) == ()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_role_reads_what_the_table_says_once_it_is_handed_in(
    store: Store, ana: Person, role: Role, purpose: Purpose
) -> None:
    reader = sign_in_locally(store, "Reader", role, NOW)
    running = kept(store, ana, "running", purpose)
    done = kept(store, ana, "done", purpose)
    store.append(ana, done, adding(handed_in()))

    visible = {attempt.id for attempt in store.attempts(reader, own=False)}

    assert running.id not in visible
    assert (done.id in visible) == (purpose in READS[role])
    assert store.attempts(reader) == ()


def test_what_may_be_read_may_not_be_changed(store: Store, ana: Person) -> None:
    trainer = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    attempt = kept(store, ana, "a1", Purpose.SUBMITTED)
    store.append(ana, attempt, adding(handed_in()))

    with pytest.raises(NotYours):
        store.append(trainer, attempt, adding(looked_up("balance")))

    assert len(store.attempt(trainer, "a1").events) == 1


def test_every_connection_writes_durably_and_keeps_references(store: Store) -> None:
    with store.reading() as db:
        settings = [
            db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert settings == ["wal", 2, 1]


def test_an_attempt_of_nobody_is_refused(store: Store) -> None:
    with pytest.raises(StoreFault, match="could not be written"):
        kept(store, Person("nobody", "Nobody", Role.TRAINEE))


def test_a_full_disk_is_told_and_nothing_half_done_stays(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)
    with store.reading() as db:
        db.execute("PRAGMA max_page_count = 1")

    with pytest.raises(StoreFault, match="full"):
        store.append(ana, attempt, lambda _: tuple(looked_up("x" * 90_000) for _ in range(9)))

    assert store.attempt(ana, attempt.id).events == ()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("not a database, " * 100)

    with pytest.raises(StoreFault, match=FILE_NAME):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreFault, match="could not be opened"):
        Store(tmp_path / "file" / "data")


def test_opening_again_finds_the_same_people_and_attempts(tmp_path: Path) -> None:
    first = Store(tmp_path)
    ana = sign_in_locally(first, "Ana", Role.TRAINEE, NOW)
    attempt = kept(first, ana)

    second = Store(tmp_path)

    assert sign_in_locally(second, "Ana", Role.TRAINEE, NOW) == ana
    assert second.attempts(ana) == (attempt,)


def test_a_passing_store_is_made_as_one_that_lasts(tmp_path: Path) -> None:
    def tables(store: Store) -> str:
        with store.reading() as db:
            return str(db.schema)

    with passing_store() as passing:
        assert tables(passing) == tables(Store(tmp_path))


def test_an_event_cannot_be_written_over(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)
    store.append(ana, attempt, adding(looked_up("balance")))

    with pytest.raises(StoreFault), store.writing() as db:
        db.execute("insert into events values (?, 1, '', 'noted', '{}')", (attempt.id,))

    assert store.attempt(ana, attempt.id).state.looked_up == ("balance",)


def test_a_thread_that_ends_closes_its_connection(store: Store) -> None:
    connections = store._connections
    with connections.reading() as db:
        raw = db.conn

    del connections._of_thread.connection

    del db
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        raw.execute("select 1")


def test_practice_is_kept_where_the_variable_says(tmp_path: Path) -> None:
    project = Path("project")

    assert data_folder({"RIGHT_PARTY_DATA": str(tmp_path)}, project) == tmp_path
    assert data_folder({"RIGHT_PARTY_DATA": "  "}, project) == project / "data"
    assert data_folder({}, project) == project / "data"


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    Store(tmp_path / "practice")

    assert (tmp_path / "practice").stat().st_mode & 0o077 == 0
