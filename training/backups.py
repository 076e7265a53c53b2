"""Backups: the store copied while people practise, and put back after it was tried."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from calls.errors import RecordError
from calls.fold import fold
from training.access_log import Deed, log
from training.accounts import has_owner
from training.chain import Why, head
from training.deletion import remove
from training.errors import TrainingError
from training.managing import check_manages
from training.migrations import migrations
from training.models import Person
from training.own_files import FileFault
from training.restored_accounts import Doors, keep_doors
from training.restored_candidates import keep_links
from training.restored_files import OwnTexts, leading_elsewhere, put_files, texts_in
from training.rows import events_of
from training.store import FILE_NAME, Store
from training.verifying import Fault, Told, unwatched, verify

_PAGES = 2_000
_NOT_PUT_BACK = ("sign_ins", "candidate_browsers")
"""What is over after a restore: who was signed out or shut out since would be in again."""


class BackupFault(TrainingError):
    """A file that cannot be written as a backup, or cannot be put back."""


@dataclass(frozen=True)
class Restored:
    """What was put back, where what it replaced is kept, what was deleted again, who comes in.

    `files`: so many of the house's own differed from those of the backup; as they were, they are
    in the folder `files_replaced`, where there were any.
    """

    attempts: int
    events: int
    entries: int
    replaced: Path | None
    deleted_again: int
    doors: Doors
    files: int
    files_replaced: Path | None


def backup(store: Store, person: Person, path: Path, now: datetime, told: Told = unwatched) -> int:
    """Copy the store as it is at one moment into a new file; how many bytes that is."""
    check_manages(person)
    if path.exists():
        raise BackupFault(str(path), "it is there already", "a new name for each backup")
    with store.writing() as db:
        log(db, person, Deed.BACKED_UP, now)
    _copy(store.folder / FILE_NAME, path, told)
    return path.stat().st_size


def restore(
    folder: Path, person: Person, path: Path, now: datetime, told: Told = unwatched
) -> Restored:
    """Put a backup in the place of the store in `folder`, after every attempt in it was replayed.

    Whoever practises goes on with what is there then. All are signed out. What was deleted since
    the backup was made is deleted again. The house's own files are those of the backup.
    """
    check_manages(person)
    _check(path)
    there = (folder / FILE_NAME).exists()
    live = Store(folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix="restoring-") as beside:
        _copy(path, Path(beside) / FILE_NAME, told)
        tried = Store(Path(beside), lasting=False)
        events = _replay(tried, path, told)
        _check_owner(live, tried, path)
        same = _goes_on_from(live, tried)
        again = _delete_again(live, tried, now) if same else 0
        doors = keep_doors(live, tried) if same else Doors()
        if same:
            keep_links(live, tried, now)
        with tried.writing() as db:
            note = f"{events} events; accounts as they are now: {len(doors.kept)}"
            log(db, person, Deed.RESTORED, now, note=note)
        stamp = f"replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        replaced = folder / f"right_party.{stamp}.sqlite" if there else None
        before = _own_texts(live, tried, path)
        attempts, entries = _replace(live, tried, replaced, told)
    files, aside = _put_files(live, before, folder / f"files.{stamp}")
    return Restored(attempts, events, entries, replaced, again, doors, files, aside)


def _put_files(live: Store, before: OwnTexts, aside: Path) -> tuple[int, Path | None]:
    """How many were written or taken away, and where those are that they replaced."""
    try:
        files = put_files(live, before, aside)
    except (OSError, FileFault) as error:
        wrong = f"the store is restored, but not every file of the house's own ({error})"
        allowed = "a folder that may be written; then restore once more"
        raise BackupFault(str(live.folder), wrong, allowed) from error
    return files, aside if aside.exists() else None


def _own_texts(live: Store, tried: Store, path: Path) -> OwnTexts:
    """What the house's own files say by the store as it is; none of the backup leads elsewhere."""
    with tried.reading() as db:
        astray = leading_elsewhere(live.folder, texts_in(db))
    if astray is not None:
        wrong = f"it holds a file {astray!r} that would be outside of the data folder"
        raise BackupFault(str(path), wrong, "another backup; nothing was changed")
    with live.reading() as db:
        return texts_in(db)


def _copy(source: Path, path: Path, told: Told) -> None:
    """SQLite's own copy of a file in use, of one moment; it has its name once it is whole."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.touch(mode=0o600)
        with _opened(source) as of, closing(sqlite3.connect(part)) as to:
            of.execute("BEGIN")  # what is written meanwhile neither disturbs it nor is in it
            of.execute("select count(*) from sqlite_master").fetchone()
            of.backup(to, pages=_PAGES, progress=lambda _, left, all_: told(all_ - left, all_))
            to.execute("PRAGMA journal_mode = DELETE")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        allowed = "a folder that may be written, with space left on its disk"
        raise BackupFault(str(path), f"it cannot be written ({error})", allowed) from error


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    address = f"{path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as db:
        yield db


def _check(path: Path) -> None:
    """Whether a file is a store of this program or an earlier one."""
    allowed = "a file that `cli.py backup` wrote"
    if not path.is_file():
        raise BackupFault(str(path), "there is no such file", allowed)
    try:
        with _opened(path) as db:
            sound = db.execute("PRAGMA quick_check").fetchone() == ("ok",)
            applied = "select name from _sqlite_migrations where migration_set = 'right_party'"
            made = {name for (name,) in db.execute(applied)}
    except sqlite3.Error as error:
        raise BackupFault(str(path), "it is no store of Right Party", allowed) from error
    if not sound:
        raise BackupFault(str(path), "it is damaged", "an undamaged copy of it, or an earlier one")
    ours = {one.name for one in migrations.pending(Database(memory=True))}
    if made - ours:
        wrong = "it was written by a newer Right Party than this one"
        raise BackupFault(str(path), wrong, "update the program first, then restore")


def _replay(tried: Store, path: Path, told: Told) -> int:
    """How many events there are; every attempt is replayed and the chain verified."""
    faults: list[Fault] = []
    count = 0
    with tried.reading() as db:
        for attempt in list(db.table("attempts").rows_where(select="id")):
            try:
                count += fold(events_of(db, attempt["id"])).seq
            except RecordError as error:
                faults.append(Fault(f"attempt {error.where}", error.wrong))
    faults += verify(tried, told=told).faults
    if faults:
        first = "; ".join(f"{one.where}: {one.what}" for one in faults[:3])
        more = f" (and {len(faults) - 3} more)" if len(faults) > 3 else ""
        allowed = "another backup; nothing was changed"
        raise BackupFault(str(path), f"it is not as it was kept: {first}{more}", allowed)
    return count


def _check_owner(live: Store, tried: Store, path: Path) -> None:
    """A store without accounts is owned by its next visitor, and this one has an owner."""
    if has_owner(live) and not has_owner(tried):
        wrong = "it is from before there were accounts: its next visitor would own all of it"
        raise BackupFault(str(path), wrong, "a backup made since the owner's account was")


def _goes_on_from(live: Store, tried: Store) -> bool:
    """Whether the store is the one of the backup, later; else they have nothing in common."""
    with tried.reading() as db:
        last = head(db)
    with live.reading() as db:
        found = db.execute("select hash from chain where position = ?", [last.position]).fetchone()
    return last.position == 0 or (found is not None and found[0] == last.hash)


def _delete_again(live: Store, tried: Store, now: datetime) -> int:
    """Delete in the backup what was deleted in the store since; how many attempts that were."""
    with tried.reading() as db:
        here = "select position, part_of from chain where seq = 0 and kind = 'attempt'"
        begun = {position: str(part_of) for position, part_of in db.execute(here)}
    with live.reading() as db:
        empty = "select position from chain where salt is null and kind = 'attempt'"
        gone = {begun[position] for (position,) in db.execute(empty) if position in begun}
        gone -= {row["id"] for row in db.table("attempts").rows_where(select="id")}
        stones = [row for row in db.table("deleted_attempts").rows if row["attempt_id"] in gone]
    deleted = {row["attempt_id"] for row in stones}
    with tried.writing() as db:
        for stone in stones:  # so that what was seen stays seen
            person_id = db.table("attempts").get(stone["attempt_id"])["person_id"]
            db.table("deleted_attempts").insert({**stone, "person_id": person_id}, ignore=True)
        for which, why in ((deleted, Why.DELETED), (gone - deleted, Why.PURGED)):
            if which:
                remove(db, which, why, now)
    return len(gone)


def _replace(live: Store, tried: Store, replaced: Path | None, told: Told) -> tuple[int, int]:
    """Put everything of one store in the place of another's, at once for all who are in it.

    The file stays the same one, as other processes have it open, and nobody writes from the moment
    on in which the old content is copied aside.
    """
    with live.reading() as db:
        db.execute("ATTACH ? AS tried", [str(tried.folder / FILE_NAME)])
    try:
        with live.writing() as db:
            if replaced:
                _copy(live.folder / FILE_NAME, replaced, told)
            db.execute("PRAGMA defer_foreign_keys = ON")
            names = [one for one in db.table_names() if not one.startswith(("spoken", "_sqlite"))]
            db.execute("delete from spoken")
            for name in names:
                db.execute(f"delete from main.[{name}]")  # noqa: S608  a table of ours
            for name in sorted(names, key=_filled_last):
                if name not in _NOT_PUT_BACK:
                    columns = ", ".join(f"[{one.name}]" for one in db.table(name).columns)
                    db.execute(
                        f"insert into main.[{name}] ({columns})"  # noqa: S608  a table of ours
                        f" select {columns} from tried.[{name}] order by rowid"
                    )
            counts = db.table("attempts").count, head(db).position
    finally:
        with live.reading() as db:
            db.execute("DETACH tried")
    return counts


def _filled_last(name: str) -> bool:
    """Events fill the search by themselves, whatever else is there."""
    return name == "events"
