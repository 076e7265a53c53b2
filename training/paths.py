"""Paths: what a cohort goes through, step by step, each step due some days after the start."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, TypeAdapter, model_validator
from sqlite_utils import Database

from calls.turn import Frozen
from training.access_log import Deed, log
from training.coaches import check_coaches
from training.cohorts import find_cohort
from training.errors import TrainingError
from training.models import Person
from training.people import checked_name
from training.practising import check_practises
from training.store import Store

MOST_STEPS = 40


class StepKind(StrEnum):
    """What is asked of somebody in a step."""

    CALL = "call"
    DRILL = "drill"
    GATE = "gate"


class PathStep(Frozen):
    """One step: a scenario to submit, something to drill, or a gate.

    A gate is so many clean calls at a level: submitted without help, each of another scenario,
    with an acceptable end or the bar reached, and nothing in them not met. `days`: it is due so
    many days after the start.
    """

    kind: StepKind
    what: str = ""
    calls: Annotated[int, Field(ge=1, le=20)] = 3
    level: Annotated[int, Field(ge=1, le=5)] = 1
    days: Annotated[int, Field(ge=0, le=365)]

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.kind is not StepKind.GATE and not self.what:
            raise ValueError(f"a {self.kind} names what it is about")
        return self


_STEPS = TypeAdapter(tuple[PathStep, ...])


@dataclass(frozen=True)
class Path:
    """A path with its steps in their order; it is not changed once it is kept."""

    id: str
    name: str
    steps: tuple[PathStep, ...]


@dataclass(frozen=True)
class GivenPath:
    """A path that a cohort began on a day."""

    cohort_id: str
    cohort: str
    path: Path
    starts: date

    def due(self, step: PathStep) -> date:
        """The last day for a step."""
        return self.starts + timedelta(days=step.days)


def make_path(
    store: Store, person: Person, name: str, steps: Sequence[PathStep], now: datetime
) -> Path:
    """Keep a path under a name of its own."""
    check_coaches(person)
    shown = checked_name(name)
    if not 1 <= len(steps) <= MOST_STEPS:
        wrong = "it has no step" if not steps else f"it has {len(steps)} steps"
        raise TrainingError("path", wrong, f"1 to {MOST_STEPS} steps")
    row = {
        "id": hashlib.sha256(f"{shown.casefold()}\n{now.isoformat()}".encode()).hexdigest()[:16],
        "name": shown,
        "name_key": shown.casefold(),
        "body": _STEPS.dump_json(tuple(steps)).decode(),
        "by_id": person.id,
        "made_at": now.isoformat(),
    }
    with store.writing() as db:
        if db.table("paths").count_where("name_key = ?", [row["name_key"]]):
            raise TrainingError("path", f"there is one called {shown}", "another name")
        db.table("paths").insert(row)
    return Path(str(row["id"]), shown, tuple(steps))


def paths(store: Store, person: Person) -> tuple[Path, ...]:
    """All paths by name."""
    check_coaches(person)
    with store.reading() as db:
        return tuple(map(_path, db.table("paths").rows_where(order_by="name_key")))


def give_path(
    store: Store, person: Person, cohort_id: str, path_id: str, starts: date, now: datetime
) -> GivenPath:
    """A cohort goes through a path from that day on; once more, and the day is another."""
    check_coaches(person)
    row = {
        "cohort_id": cohort_id,
        "path_id": path_id,
        "starts": starts.isoformat(),
        "by_id": person.id,
        "made_at": now.isoformat(),
        "withdrawn_at": None,
    }
    with store.writing() as db:
        find_cohort(db, cohort_id)
        _find_path(db, path_id)
        db.table("cohort_paths").upsert(row, pk=("cohort_id", "path_id"))
        log(db, person, Deed.GAVE_PATH, now, note=f"{path_id} to {cohort_id} from {starts}")
        given = list(_given(db, "cohort_id = ? and path_id = ?", [cohort_id, path_id]))
    return given[0]


def withdraw_path(
    store: Store, person: Person, cohort_id: str, path_id: str, now: datetime
) -> None:
    """A cohort does not go through that path any more; what was done on it stays."""
    check_coaches(person)
    with store.writing() as db:
        find_cohort(db, cohort_id)
        here = "cohort_id = ? and path_id = ? and withdrawn_at is null"
        if db.table("cohort_paths").count_where(here, [cohort_id, path_id]):
            changed = {"withdrawn_at": now.isoformat()}
            db.table("cohort_paths").update((cohort_id, path_id), changed)
            log(db, person, Deed.WITHDREW, now, note=f"{path_id} from {cohort_id}")


def given_paths(store: Store, person: Person) -> tuple[GivenPath, ...]:
    """Every path that a cohort goes through."""
    check_coaches(person)
    with store.reading() as db:
        return tuple(_given(db, "true", []))


def own_paths(store: Store, person: Person) -> tuple[GivenPath, ...]:
    """The paths of the cohorts that one is in, the one that began last on top."""
    check_practises(person)
    mine = """cohort_id in (select cohort_id from cohort_members
        where cohort_members.person_id = ? and left_at is null)"""
    with store.reading() as db:
        return tuple(_given(db, mine, [person.id]))


def _given(db: Database, condition: str, values: Iterable[str]) -> Iterable[GivenPath]:
    sql = f"""select cohort_paths.*, paths.name, paths.body, cohorts.name as cohort
        from cohort_paths join paths on paths.id = path_id
        join cohorts on cohorts.id = cohort_id
        where withdrawn_at is null and {condition}
        order by starts desc, paths.name_key, cohorts.name_key"""  # noqa: S608  words of ours
    for row in db.query(sql, list(values)):
        path = Path(row["path_id"], row["name"], _STEPS.validate_json(row["body"]))
        yield GivenPath(row["cohort_id"], row["cohort"], path, date.fromisoformat(row["starts"]))


def _path(row: Mapping[str, Any]) -> Path:
    return Path(row["id"], row["name"], _STEPS.validate_json(row["body"]))


def _find_path(db: Database, path_id: str) -> None:
    if not db.table("paths").count_where("id = ?", [path_id]):
        raise TrainingError(f"path {path_id!r}", "there is none of that id", "one of the list")
