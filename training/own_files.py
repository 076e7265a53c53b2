"""The house's own files in the data folder, each change of them kept as a version in the store.

A version is what one of them said, with who wrote it, when and why. What a file may say and who may
write it is asked by the modules for scenarios, rating scales and rules.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from sqlite_utils import Database

from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Person
from training.store import Store

LONGEST_FILE = 200_000
_FIRST = 0


@dataclass(frozen=True)
class OwnFiles:
    """A folder of the house's own files, and the store that keeps their versions.

    `kind` stands before a file's name where its versions are kept.
    """

    store: Store
    folder: Path
    kind: ClassVar[str] = ""

    def path(self, name: str) -> Path:
        """The file of that name."""
        return self.folder / f"{name}.yaml"


@dataclass(frozen=True)
class Version:
    """What a file said at a time; `fingerprint` is that of its content, where it could be used.

    Where `text` is empty the file was taken away, and what ships holds again.
    """

    name: str
    number: int
    text: str
    reason: str
    by: str
    by_id: str
    at: datetime
    fingerprint: str | None


class SavedMeanwhile(TrainingError):
    """Somebody else saved the file since; `number` is their version."""

    def __init__(self, name: str, by: str, number: int) -> None:
        super().__init__(
            f"{name}.yaml",
            f"{by} saved version {number} while you wrote",
            "compare it under Versions, then save again; your words are still in the field",
        )
        self.number = number


class FileFault(TrainingError):
    """A file of the house's own that could not be written or taken away; all stays as it was."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            str(path),
            f"the file could not be written ({error.strerror or error})",
            "choose a data folder that may be written, with space left on its disk",
        )


@dataclass(frozen=True)
class Draft:
    """What is to be kept: `based_on` is the number of the version that it was made from."""

    name: str
    text: str
    reason: str
    based_on: int
    fingerprint: str | None = None


def kept_versions(files: OwnFiles, name: str) -> tuple[Version, ...]:
    """The versions of a file, the oldest first."""
    with files.store.reading() as db:
        return versions_in(db, files, name)


def versions_in(db: Database, files: OwnFiles, name: str) -> tuple[Version, ...]:
    """The same inside a transaction of somebody's."""
    sql = """select file_versions.*, people.name as by from file_versions
        join people on people.id = person_id where file_versions.name = ? order by number"""
    return tuple(_version(name, row) for row in db.query(sql, (files.kind + name,)))


def latest(files: OwnFiles, name: str) -> int:
    """The number of the last version; 0 where there is none."""
    return max((one.number for one in kept_versions(files, name)), default=_FIRST)


def wanted(files: OwnFiles, name: str, number: int) -> Version:
    """One version of a file."""
    for one in kept_versions(files, name):
        if one.number == number:
            return one
    raise TrainingError(f"{name}.yaml", f"there is no version {number}", "one from the list")


def once_more(number: int) -> str:
    """The reason under which an earlier version becomes the present one."""
    return f"Version {number} once more"


def keep(files: OwnFiles, person: Person, draft: Draft, now: datetime) -> Version:
    """Keep a text as the next version of a file, and write the file.

    Where somebody else saved since, nothing is overwritten.
    """
    check_draft(draft.text, draft.reason)
    with entering(files, draft.name, draft.text) as db:
        return keep_in(db, files, person, draft, now)


@contextmanager
def entering(files: OwnFiles, name: str, text: str | None) -> Iterator[Database]:
    """A transaction at whose end the file says this, or is gone where it is None: both or neither.

    The file is last, so that what cannot be entered is never in use; and where the transaction
    cannot be ended after it, the file says again what it said.
    """
    path, content = files.path(name), None if text is None else text.encode()
    laid, before = False, None
    try:
        with files.store.writing() as db:
            yield db
            before = _held(path)
            lay(path, content)
            laid = True
    except BaseException:
        with suppress(FileFault):
            if laid and _held(path) == content:  # nobody else wrote it since
                lay(path, before)
        raise


def keep_in(db: Database, files: OwnFiles, person: Person, draft: Draft, now: datetime) -> Version:
    """Keep a version and leave the file as it is, inside a transaction of somebody's."""
    last = versions_in(db, files, draft.name)[-1:]
    number = last[0].number if last else _FIRST
    if number != draft.based_on:
        raise SavedMeanwhile(draft.name, last[0].by if last else "", number)
    row = {
        "name": files.kind + draft.name,
        "number": number + 1,
        "text": draft.text,
        "fingerprint": draft.fingerprint,
        "reason": one_line(draft.reason),
        "person_id": person.id,
        "at": now.isoformat(),
    }
    db.table("file_versions").insert(row)
    return _version(draft.name, {**row, "by": person.name})


def check_draft(text: str, reason: str) -> None:
    """Raise where a text is too long to be kept, or nobody says why."""
    one_line(reason)
    if len(text) > LONGEST_FILE:
        longest = f"at most {LONGEST_FILE} are possible"
        raise TrainingError("file", f"it has {len(text)} characters", longest)


def one_line(reason: str, asked: str = "say in a few words what you changed") -> str:
    """The reason in one line; raises where there is none."""
    why = " ".join(reason.split())
    if not why:
        raise TrainingError("reason", "it is missing", asked)
    if len(why) > LONGEST_SENTENCE:
        longest = f"at most {LONGEST_SENTENCE} are possible"
        raise TrainingError("reason", f"it has {len(why)} characters", longest)
    return why


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise FileFault(path, error) from error


def lay(path: Path, content: bytes | None) -> None:
    """All of it or nothing, whoever reads at the same time."""
    draft = path.with_suffix(".part")
    try:
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise FileFault(path, error) from error


def _version(name: str, row: Mapping[str, Any]) -> Version:
    return Version(
        name=name,
        number=row["number"],
        text=row["text"],
        reason=row["reason"],
        by=row["by"],
        by_id=row["person_id"],
        at=datetime.fromisoformat(row["at"]),
        fingerprint=row["fingerprint"],
    )
