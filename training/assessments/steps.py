"""The log of a candidate's way; time that was paused, or lost with the connection, is no time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from training.assessments.models import Step

NO_TIME = timedelta()


@dataclass(frozen=True)
class Taken:
    """One step as it was kept; of a lost connection the note is how many seconds it lasted."""

    step: Step
    at: datetime
    note: str = ""

    @property
    def lasted(self) -> timedelta:
        """How long a lost connection was lost."""
        return timedelta(seconds=int(self.note)) if self.step is Step.DISCONNECTED else NO_TIME


def keep_step(db: Database, candidacy_id: str, step: Step, at: datetime, note: str = "") -> None:
    """Keep one more step of a candidate's way."""
    row = {"candidacy_id": candidacy_id, "step": step.value, "at": at.isoformat(), "note": note}
    db.table("candidacy_steps").insert(row)


def steps_in(db: Database, candidacy_id: str) -> tuple[Taken, ...]:
    """All steps of a candidate's way, in their order."""
    rows = db.table("candidacy_steps").rows_where("candidacy_id = ?", [candidacy_id], order_by="id")
    return tuple(
        Taken(Step(row["step"]), datetime.fromisoformat(row["at"]), row["note"]) for row in rows
    )


def has_taken(steps: Sequence[Taken], step: Step, note: str | None = None) -> bool:
    """Whether a step is there, with that note if one is asked for."""
    return first(steps, step, note) is not None


def first(steps: Sequence[Taken], step: Step, note: str | None = None) -> Taken | None:
    """The first step of that kind, with that note if one is asked for."""
    wanted = (one for one in steps if one.step is step and note in {None, one.note})
    return next(wanted, None)


def paused_since(steps: Sequence[Taken]) -> datetime | None:
    """Since when there is a pause; None where there is none."""
    last = next((one for one in reversed(steps) if one.step in {Step.PAUSED, Step.WENT_ON}), None)
    return last.at if last is not None and last.step is Step.PAUSED else None


def pauses(steps: Sequence[Taken]) -> int:
    """How many pauses were made."""
    return sum(one.step is Step.PAUSED for one in steps)


def counted(steps: Sequence[Taken], since: datetime, until: datetime) -> timedelta:
    """The time between two moments without pauses and lost connections."""
    away = sum(
        (max(NO_TIME, min(end, until) - max(start, since)) for start, end in _away(steps, until)),
        NO_TIME,
    )
    return max(NO_TIME, until - since - away)


def _away(steps: Sequence[Taken], until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From when to when somebody was away; a pause that goes on lasts until then."""
    paused: datetime | None = None
    for one in steps:
        match one.step:
            case Step.DISCONNECTED:
                yield one.at, one.at + one.lasted
            case Step.PAUSED:
                paused = paused or one.at
            case Step.WENT_ON if paused is not None:
                yield paused, one.at
                paused = None
            case _:
                pass
    if paused is not None:
        yield paused, until
