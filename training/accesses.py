"""Reading the access log: for those who watch over it, and for everybody about their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from training.access_log import Deed
from training.assessments.blinding import NAMELESS
from training.errors import TrainingError
from training.models import Person, Role
from training.practising import check_practises
from training.rights import READS_ACCESS_LOG
from training.store import Store


@dataclass(frozen=True)
class Access:
    """One line: who did what when, in which role, with what of whom; `note` says how much."""

    at: datetime
    by: str
    role: Role
    deed: Deed
    attempt_id: str | None
    of: str | None
    note: str


@dataclass(frozen=True)
class Asked:
    """Which lines: all that are left open are any; names as shown, `until` not included."""

    by: str | None = None
    of: str | None = None
    deed: Deed | None = None
    attempt_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def accesses(store: Store, person: Person, asked: Asked) -> tuple[Access, ...]:
    """The lines that are asked for, the oldest first, for the roles that read the log."""
    if person.role not in READS_ACCESS_LOG:
        roles = ", ".join(sorted(READS_ACCESS_LOG))
        raise TrainingError(
            "access log", f"it is not for a {person.role.value}", f"{roles} read it"
        )
    return tuple(_lines(store, asked))


def who_looked(store: Store, person: Person) -> tuple[Access, ...]:
    """What others did with one's own attempts, the oldest first; everybody may ask of their own."""
    check_practises(person)
    with store.reading() as db:
        rows = list(db.query(f"{_LINES} {_OF_ONES_OWN} {_ORDER}", {"person": person.id}))
    return tuple(map(_access, rows))


def _named(person: str) -> str:
    """Of a candidate the alias: who reads the log may rate them in another role."""
    return f"""case when {person}.role = '{Role.CANDIDATE.value}' then coalesce(
            (select alias from candidacy_attempts join candidacies on candidacies.id = candidacy_id
                where candidacy_attempts.attempt_id = access_log.attempt_id),
            (select alias from candidacies where candidacies.person_id = {person}.id
                order by invited_at desc),
            '{NAMELESS}') else {person}.name end"""  # noqa: S608


_LINES = f"""select access_log.*, {_named("whose")} as "of", coalesce({_named("doer")},
        replace(access_log.person_id, 'this-computer', 'this computer')) as "by"
    from access_log left join people as doer on doer.id = access_log.person_id
    left join people as whose on whose.id = of_id"""  # noqa: S608  words of ours
_ORDER = "order by access_log.id"
_OF_ONES_OWN = """where person_id <> :person and (of_id = :person
    or attempt_id in (select id from attempts where attempts.person_id = :person))"""
_ASKED = """where (:by is null or "by" = :by collate nocase)
    and (:of is null or "of" = :of collate nocase)
    and (:deed is null or deed = :deed) and (:attempt is null or attempt_id = :attempt)
    and (:since is null or datetime(at) >= datetime(:since))
    and (:until is null or datetime(at) < datetime(:until))"""


def _lines(store: Store, asked: Asked) -> Iterator[Access]:
    values = {
        "by": asked.by,
        "of": asked.of,
        "deed": asked.deed.value if asked.deed else None,
        "attempt": asked.attempt_id,
        "since": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
    }
    with store.reading() as db:
        rows = list(db.query(f"{_LINES} {_ASKED} {_ORDER}", values))
    return map(_access, rows)


def _access(row: Mapping[str, Any]) -> Access:
    return Access(
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        role=Role(row["role"]),
        deed=Deed(row["deed"]),
        attempt_id=row["attempt_id"],
        of=row["of"],
        note=row["note"],
    )
