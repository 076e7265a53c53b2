from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.training.accounts import signed_in_as
from tests.training.assessments.samples import invited, manager, ready
from tests.training.floor import NOW, adding, kept, looked_up
from tests.training.shipped_calls import at, on_a_call
from tests.training.tampering import lived_in
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses
from training.accounts import (
    accounts,
    add_accounts,
    end_access,
    has_owner,
    make_owner,
    set_roles,
)
from training.assessments.browsers import candidate_of
from training.assessments.inviting import new_link, withdraw
from training.assessments.opening import Withdrawn, open_link
from training.backups import BackupFault, backup, restore
from training.errors import TrainingError
from training.models import Person, Role
from training.people import sign_in_locally
from training.practice import take_turn
from training.restored_accounts import Doors
from training.retention import remove_candidacies
from training.sign_ins import WrongPassword, change_password, sign_in, signed_in
from training.store import FILE_NAME, Store
from training.verifying import verify


def test_a_backup_comes_back_in_an_empty_folder(tmp_path: Path) -> None:
    store = lived_in(tmp_path / "old")
    ben = sign_in_locally(store, "Ben", Role.TRAINEE, NOW)
    called = take_turn(store, ben, on_a_call(store, ben), "Hello, is that Ana Reyes?", at(5))
    size = backup(store, MACHINE, tmp_path / "backup", NOW)

    done = restore(tmp_path / "new", MACHINE, tmp_path / "backup", NOW)

    again = Store(tmp_path / "new")
    assert again.attempts(ben) == store.attempts(ben)
    assert again.attempt(ben, called.id).state == called.state
    assert verify(again).faults == ()
    assert (done.attempts, done.replaced, done.deleted_again) == (4, None, 0)
    assert (tmp_path / "backup").stat().st_size == size
    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0


def test_who_practises_goes_on_with_what_was_restored(
    store: Store, ana: Person, tmp_path: Path
) -> None:
    """The other store is one that has the file open, as another process has."""
    other = Store(tmp_path)
    attempt = other.append(ana, kept(other, ana), adding(looked_up("before")))
    _, token = signed_in_as(other, "Ana", Role.TRAINEE, NOW)
    backup(store, MACHINE, tmp_path / "backup", NOW)
    ahead = other.append(ana, attempt, adding(looked_up("after", minutes=1)))

    done = restore(tmp_path, MACHINE, tmp_path / "backup", NOW)

    assert other.attempt(ana, attempt.id).state.looked_up == ("before",)
    assert signed_in(other, token, NOW) is None
    after = other.append(ana, ahead, adding(looked_up("again", minutes=2), looked_up("more")))
    assert after.state.looked_up == ("before", "again", "more")
    assert [event.seq for event in after.events] == [1, 2, 3]
    longer = other.append(ana, ahead, adding(looked_up("on the same places")))
    assert longer.state.looked_up[1:] == ("again", "more", "on the same places")
    assert verify(other).faults == ()
    assert done.replaced is not None
    restore(tmp_path, MACHINE, done.replaced, NOW + timedelta(minutes=1))
    assert other.attempt(ana, attempt.id).state.looked_up == ("before", "after")


def test_what_is_found_by_its_words_is_what_was_restored(
    store: Store, ana: Person, tmp_path: Path
) -> None:
    take_turn(store, ana, on_a_call(store, ana), "Hello, is that Ana Reyes?", at(5))
    backup(store, MACHINE, tmp_path / "backup", NOW)
    with store.reading() as db:
        before = list(db.table("spoken").rows)

    restore(tmp_path, MACHINE, tmp_path / "backup", NOW)

    with store.reading() as db:
        assert list(db.table("spoken").rows) == before


def test_what_was_deleted_since_the_backup_is_deleted_again(
    store: Store, ana: Person, tmp_path: Path
) -> None:
    kept(store, ana, "a1")
    kept(store, ana, "a2")
    backup(store, MACHINE, tmp_path / "backup", NOW)
    store.delete(ana, ["a1"], NOW)

    done = restore(tmp_path, MACHINE, tmp_path / "backup", NOW)

    assert done.deleted_again == 1
    assert [one.id for one in store.attempts(ana)] == ["a2"]
    with store.reading() as db:
        assert [row["attempt_id"] for row in db.table("deleted_attempts").rows] == ["a1"]
    assert verify(store).faults == ()


def test_backups_and_restores_are_in_the_access_log(store: Store, tmp_path: Path) -> None:
    backup(store, MACHINE, tmp_path / "backup", NOW)
    restore(tmp_path, MACHINE, tmp_path / "backup", NOW)

    log = accesses(store, MACHINE, Asked())

    assert [(one.by, one.deed) for one in log] == [
        ("this computer", Deed.BACKED_UP),
        ("this computer", Deed.RESTORED),
    ]


def _no_database(file: Path) -> None:
    file.write_text("not a database, " * 100)


def _another_database(file: Path) -> None:
    file.write_bytes(b"")


def _newer(file: Path) -> None:
    store = Store(file.parent)
    with store.writing() as db:
        row = {"migration_set": "right_party", "name": "of_tomorrow", "applied_at": ""}
        db.table("_sqlite_migrations").insert(row)
    backup(store, MACHINE, file, NOW)


def _edited(file: Path) -> None:
    store = lived_in(file.parent)
    with store.writing() as db:
        db.execute("update events set at = '' where attempt_id = 'b1' and seq = 1")
    backup(store, MACHINE, file, NOW)


def _unreadable_event(file: Path) -> None:
    store = lived_in(file.parent)
    with store.writing() as db:
        db.execute("update events set body = '{}' where attempt_id = 'b1' and seq = 1")
    backup(store, MACHINE, file, NOW)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (_no_database, "no store of Right Party"),
        (_another_database, "no store of Right Party"),
        (_newer, "newer Right Party"),
        (_edited, "not as it was kept: entry"),
        (_unreadable_event, "attempt b1, event 1"),
        (Path.exists, "no such file"),
    ],
)
def test_a_file_that_is_no_good_changes_nothing(
    store: Store, ana: Person, tmp_path: Path, made: object, why: str
) -> None:
    attempt = kept(store, ana)
    (tmp_path / "elsewhere").mkdir()
    file = tmp_path / "elsewhere" / "backup"
    assert callable(made)
    made(file)

    with pytest.raises(BackupFault, match=why):
        restore(tmp_path, MACHINE, file, NOW)

    assert store.attempts(ana) == (attempt,)
    assert {
        one.name for one in tmp_path.iterdir() if "rest" in one.name or "repl" in one.name
    } == set()


def test_a_backup_never_takes_the_place_of_a_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupFault, match="it is there already"):
        backup(store, MACHINE, tmp_path / FILE_NAME, NOW)


def test_where_nothing_can_be_written_nothing_is_left(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BackupFault, match="cannot be written"):
        backup(store, MACHINE, tmp_path / "nowhere" / "backup", NOW)


def test_a_backup_from_before_accounts_makes_no_visitor_the_owner(
    store: Store, tmp_path: Path
) -> None:
    backup(store, MACHINE, tmp_path / "early", NOW)
    make_owner(store, "Olga Berg", "a few words in a row", "a few words in a row", NOW)

    with pytest.raises(BackupFault, match="from before there were accounts"):
        restore(store.folder, MACHINE, tmp_path / "early", NOW)
    assert has_owner(store)


OLD, NEW = "a few words in a row", "some other words here"


@pytest.mark.usefixtures("quick_hashes")
def test_what_was_closed_since_the_backup_stays_closed(store: Store, tmp_path: Path) -> None:
    olga = _in_role(make_owner(store, "Olga", OLD, OLD, NOW), Role.ADMINISTRATOR)
    names = ("Left", "Trainer no more", "Changed", "As before")
    given = add_accounts(store, olga, names, [Role.TRAINEE, Role.TRAINER], NOW)
    ids = {one.name: one.id for one in accounts(store, olga)}
    for one in given:
        sign_in(store, one.name, one.password, f"{one.name} once", NOW)
        change_password(store, f"{one.name} once", one.password, OLD, OLD, one.name, NOW)
    backup(store, MACHINE, tmp_path / "copy", NOW)
    end_access(store, olga, ids["Left"], NOW)
    set_roles(store, olga, ids["Trainer no more"], [Role.TRAINEE], NOW)
    change_password(store, "Changed", OLD, NEW, NEW, "Changed again", NOW)
    add_accounts(store, olga, ["Came later"], [Role.TRAINEE], NOW)

    done = restore(store.folder, MACHINE, tmp_path / "copy", NOW)

    assert done.doors == Doors(("Changed", "Left", "Trainer no more"), ("Came later",))
    found = {one.name: one for one in accounts(store, olga)}
    assert "Came later" not in found
    assert found["Left"].ended_at is not None
    assert found["Trainer no more"].roles == (Role.TRAINEE,)
    assert found["As before"].roles == (Role.TRAINEE, Role.TRAINER)
    with pytest.raises(WrongPassword):
        sign_in(store, "Left", OLD, "again", NOW)
    with pytest.raises(WrongPassword):
        sign_in(store, "Changed", OLD, "again", NOW)
    sign_in(store, "Changed", NEW, "again", NOW)
    sign_in(store, "As before", OLD, "as before", NOW)
    logged = accesses(store, MACHINE, Asked(deed=Deed.RESTORED))
    assert "accounts as they are now: 3" in logged[-1].note
    assert verify(store).faults == ()


@pytest.mark.usefixtures("quick_hashes")
def test_somebody_looks_after_what_was_restored(store: Store, tmp_path: Path) -> None:
    olga = _in_role(make_owner(store, "Olga", OLD, OLD, NOW), Role.ADMINISTRATOR)
    backup(store, MACHINE, tmp_path / "copy", NOW)
    add_accounts(store, olga, ["After her"], [Role.ADMINISTRATOR], NOW)
    (later,) = (one for one in accounts(store, olga) if one.name == "After her")
    end_access(store, Person(later.id, later.name, Role.ADMINISTRATOR), olga.id, NOW)

    restore(store.folder, MACHINE, tmp_path / "copy", NOW)

    assert has_owner(store)
    assert [one.ended_at for one in accounts(store, olga)] == [None]


def _in_role(person: Person, role: Role) -> Person:
    return Person(person.id, person.name, role)


def test_a_link_that_was_replaced_or_withdrawn_since_opens_no_more(store: Store) -> None:
    made = ready(store)
    kept, lost, withdrawn, gone = invited(store, made, "Kit", "Lou", "Wim", "Gus")
    mara = manager(store)
    open_link(store, lost.token, "the wrong browser", NOW)
    backup(store, MACHINE, store.folder / "copy", NOW)
    new = new_link(store, mara, lost.candidacy.id, NOW)
    withdraw(store, mara, withdrawn.candidacy.id, NOW)
    with store.writing() as db:
        row = {"id": gone.candidacy.id, "person_id": gone.candidacy.person_id}
        remove_candidacies(db, [row], NOW)

    restore(store.folder, MACHINE, store.folder / "copy", NOW)

    assert candidate_of(store, "the wrong browser", NOW) is None
    with pytest.raises(TrainingError):
        open_link(store, lost.token, "somebody's browser", NOW)
    with pytest.raises(Withdrawn):
        open_link(store, withdrawn.token, "their browser", NOW)
    with pytest.raises(TrainingError):
        open_link(store, gone.token, "their browser", NOW)
    with store.reading() as db:
        assert not db.table("people").count_where("name = ?", ["Gus"])
        assert not db.table("candidacies").count_where("id = ?", [gone.candidacy.id])
    assert open_link(store, new.token, "the right browser", NOW).candidacy.id == lost.candidacy.id
    assert open_link(store, kept.token, "Kit's browser", NOW).candidacy.id == kept.candidacy.id
    assert verify(store).faults == ()
