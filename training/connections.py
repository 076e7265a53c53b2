"""Connections to one SQLite file: one for each thread, and one kind of write."""

import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from training.errors import StoreFault
from training.migrations import migrations

_PATIENCE_SECONDS = 60.0


class _Connection:
    """A connection that closes itself when the thread it belongs to is gone."""

    def __init__(self, path: Path, synchronous: str) -> None:
        # `check_same_thread` is off only so that the last close may come from another thread.
        raw = sqlite3.connect(
            path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        self.db = Database(raw)
        self.db.execute(f"PRAGMA synchronous = {synchronous}")
        self.db.execute("PRAGMA foreign_keys = ON")
        self.db.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten

    def __del__(self) -> None:
        if hasattr(self, "db"):
            self.db.close()


class Connections:
    """The file at `path`, made and brought up to date when this is built.

    What is written is on the disk before anybody goes on, unless it is not to last.
    """

    def __init__(self, path: Path, *, lasting: bool = True) -> None:
        self.path = path
        self._synchronous = "FULL" if lasting else "OFF"
        self._of_thread = threading.local()
        with self._faults_named("opened"):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._bring_up_to_date()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, for queries."""
        with self._faults_named("read"):
            yield self._database()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The database in a transaction that holds the right to write from its first moment.

        A transaction that reads first and asks for that right later is refused when somebody else
        wrote in between, however long it would have waited.
        """
        with self._faults_named("written"):
            db = self._database()
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.commit()
            except BaseException:
                db.rollback()
                raise

    def _database(self) -> Database:
        connection: _Connection | None = getattr(self._of_thread, "connection", None)
        if connection is None:
            connection = self._of_thread.connection = _Connection(self.path, self._synchronous)
        return connection.db

    def _bring_up_to_date(self) -> None:
        """Apply migrations, one process at a time: an exclusive transaction on a file beside it."""
        lock = sqlite3.connect(self.path.with_suffix(".lock"), timeout=_PATIENCE_SECONDS)
        try:
            lock.execute("BEGIN EXCLUSIVE")
            db = self._database()
            db.enable_wal()
            with db.atomic():  # all of them or none, and written to the disk once
                migrations.apply(db)
            lock.rollback()
        finally:
            lock.close()

    @contextmanager
    def _faults_named(self, done: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreFault(
                str(self.path),
                f"the database could not be {done} ({error})",
                "choose a folder that may be written, with space left on its disk",
            ) from error


@cache
def blank() -> bytes:
    """The file of a store that holds nothing yet; to copy it takes a tenth of making one anew."""
    with tempfile.TemporaryDirectory() as folder:
        made = Connections(Path(folder) / "blank.sqlite", lasting=False)
        with made.reading() as db:
            content: bytes = db.conn.serialize()
    return content
