"""Retention: how long each kind of data is kept, and the purge of what is older."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

from dateutil.relativedelta import relativedelta
from pydantic import AfterValidator
from sqlite_utils import Database

from calls.turn import Frozen
from datafiles import load_file
from training.access_log import Deed, log
from training.chain import ACCESS, Why, bury
from training.deletion import remove, remove_rows
from training.managing import check_manages
from training.models import Person, Purpose
from training.store import Store

FILE = "retention.yaml"
_SHIPPED = Path(__file__).parent / FILE
KEEP = "keep"
AS_SET_UP = "as set up"
"""The period of what has one for each work sample: the days that candidates were told."""
_PERIOD = re.compile(r"([1-9]\d{0,4}) (day|month|year)s?")


def _checked(period: str) -> str:
    if period != KEEP and not _PERIOD.fullmatch(period):
        raise ValueError(f"{period!r} is no period - '{KEEP}', '90 days', '18 months' or '2 years'")
    return period


Period = Annotated[str, AfterValidator(_checked)]


class Retention(Frozen):
    """A period for each kind of data; see the comments in `retention.yaml`."""

    private: Period
    submitted: Period
    assessment: Period
    demo: Period
    drill_answers: Period
    sign_ins: Period
    candidate_browsers: Period
    access_log: Period
    demographics: Period


class _House(Frozen):
    """The periods that a house has otherwise."""

    private: Period | None = None
    submitted: Period | None = None
    assessment: Period | None = None
    demo: Period | None = None
    drill_answers: Period | None = None
    sign_ins: Period | None = None
    candidate_browsers: Period | None = None
    access_log: Period | None = None
    demographics: Period | None = None


@dataclass(frozen=True)
class Line:
    """What a purge does with one kind: how many go and stay, and the day of the oldest that stays.

    `before` is None where the kind is kept for good.
    """

    kind: str
    period: str
    before: datetime | None
    goes: int
    stays: int
    oldest: date | None


def load_retention(folder: Path) -> Retention:
    """The periods, with those of the house in the data folder laid over."""
    shipped = load_file(_SHIPPED, Retention)
    if not (folder / FILE).exists():
        return shipped
    house = load_file(folder / FILE, _House).model_dump(exclude_none=True)
    return shipped.model_copy(update=house)


def plan(store: Store, retention: Retention, now: datetime) -> tuple[Line, ...]:
    """What a purge at this moment would do; nothing is changed."""
    with store.reading() as db:
        return tuple(_line(db, kind, _period(retention, kind), now) for kind in _KINDS)


def _period(retention: Retention, kind: str) -> str:
    """How long a kind is kept; work samples say so themselves, and any other has its own field."""
    period: str = AS_SET_UP if kind == "work_samples" else getattr(retention, kind)
    return period


def purge(store: Store, person: Person, lines: Sequence[Line], now: datetime) -> int:
    """Do what a plan says, all of it or nothing; how many things went.

    It is done by the days of the plan: what became older since then waits for the next purge.
    """
    check_manages(person)
    went = 0
    with store.writing() as db:
        for line in lines:
            if line.before is not None:
                one = _KINDS[line.kind]
                rows = list(db.query(one.older, {"before": line.before.isoformat()}))
                one.remove(db, rows, now)
                went += len(rows)
        log(db, person, Deed.PURGED, now, note=f"{went} of all kinds")
    return went


Remove = Callable[[Database, Sequence[Mapping[str, Any]], datetime], None]


@dataclass(frozen=True)
class _Kind:
    """Where a kind of data is: a query for all of it, each with its moment as `at`."""

    all: str
    remove: Remove

    @property
    def older(self) -> str:
        each = self.all
        return f"select * from ({each}) where datetime(at) < datetime(:before)"  # noqa: S608


def _line(db: Database, kind: str, period: str, now: datetime) -> Line:
    before = _before(period, now)
    rows = list(db.query(_KINDS[kind].all))
    stays = [row for row in rows if before is None or _moment(row["at"]) >= before]
    oldest = min((_moment(row.get("since", row["at"])).date() for row in stays), default=None)
    return Line(kind, period, before, len(rows) - len(stays), len(stays), oldest)


def _before(period: str, now: datetime) -> datetime | None:
    if period == AS_SET_UP:
        return now.astimezone(UTC).replace(microsecond=0)
    found = _PERIOD.fullmatch(period)
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    match unit:
        case "day":
            since = relativedelta(days=count)
        case "month":
            since = relativedelta(months=count)
        case _:
            since = relativedelta(years=count)
    return (now.astimezone(UTC) - since).replace(microsecond=0)


def _moment(at: str) -> datetime:
    """A moment as the database compares it, in whole seconds."""
    return datetime.fromisoformat(at).astimezone(UTC).replace(microsecond=0)


_LAST = """coalesce(
    (select at from events where attempt_id = attempts.id order by seq desc limit 1), started_at)"""


def _gone(db: Database, rows: Sequence[Mapping[str, Any]], now: datetime) -> None:
    if rows:
        remove(db, [row["id"] for row in rows], Why.PURGED, now)


def _attempts(purpose: Purpose) -> _Kind:
    sql = f"""select id, {_LAST} as at from attempts
        where purpose = '{purpose.value}'"""  # noqa: S608  a word of ours
    return _Kind(sql, _gone)


_DUE = """select id, person_id, since || '+00:00' as since,
        datetime(since, '+' || json_extract(body, '$.keep_days') || ' days') || '+00:00' as at
    from (select candidacies.id, person_id, body, (select max(datetime(at)) from (
            select coalesce(finished_at, withdrawn_at, opened_at, expires_at) as at
            union all select at from candidacy_steps where candidacy_id = candidacies.id
            union all select coalesce(at, started_at) from candidacy_attempts
                join attempts on attempts.id = candidacy_attempts.attempt_id
                left join events on events.attempt_id = attempts.id
                where candidacy_id = candidacies.id)) as since
        from candidacies join assessments on assessments.id = assessment_id)"""
"""Invitations, and when the days are over that candidates were told what they do is kept.

They count from the last thing that happened on the way; one that nobody opened, from its end.
"""


def remove_candidacies(db: Database, rows: Sequence[Mapping[str, Any]], now: datetime) -> None:
    """Delete all of the way; with somebody's last one also their practice room and their name."""
    for row in rows:
        of_way = db.table("candidacy_attempts").rows_where("candidacy_id = ?", [row["id"]])
        attempts = [{"id": one["attempt_id"]} for one in of_way]
        _gone(db, attempts, now)
        remove_rows(db, "candidacies", [row["id"]])
        whose = [row["person_id"]]
        if not db.table("candidacies").count_where("person_id = ?", whose):
            _gone(db, list(db.table("attempts").rows_where("person_id = ?", whose)), now)
            remove_rows(db, "people", whose)


def _rows(table: str, *key: str) -> Remove:
    """Plain rows, found by their key."""

    def gone(db: Database, rows: Sequence[Mapping[str, Any]], _: datetime) -> None:
        which = " and ".join(f"{name} = ?" for name in key)
        for row in rows:
            db.table(table).delete_where(which, [row[name] for name in key])

    return gone


def _access_lines(db: Database, rows: Sequence[Mapping[str, Any]], now: datetime) -> None:
    ids = json.dumps([row["id"] for row in rows])
    sql = """select position from chain where part_of = ?
        and seq in (select value from json_each(?))"""
    positions = [row[0] for row in db.execute(sql, [ACCESS, ids])]
    db.table("access_log").delete_where("id in (select value from json_each(?))", [ids])
    bury(db, positions, Why.PURGED, now)


_KINDS: Mapping[str, _Kind] = {
    "private": _attempts(Purpose.PRIVATE),
    "submitted": _attempts(Purpose.SUBMITTED),
    "assessment": _attempts(Purpose.ASSESSMENT),
    "work_samples": _Kind(_DUE, remove_candidacies),
    "demo": _attempts(Purpose.DEMO),
    "drill_answers": _Kind(
        "select person_id, card, max(at) as at from drill_answers group by person_id, card",
        _rows("drill_answers", "person_id", "card"),
    ),
    "sign_ins": _Kind(
        "select token_hash, made_at as at from sign_ins", _rows("sign_ins", "token_hash")
    ),
    "candidate_browsers": _Kind(
        "select token_hash, made_at as at from candidate_browsers",
        _rows("candidate_browsers", "token_hash"),
    ),
    "access_log": _Kind("select id, at from access_log", _access_lines),
    "demographics": _Kind(
        """select candidacy_id, coalesce(finished_at, invited_at) as at from demographics
            join candidacies on candidacies.id = candidacy_id""",
        _rows("demographics", "candidacy_id"),
    ),
}
"""Every kind of data that somebody keeps."""
