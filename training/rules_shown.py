"""Who has shown which rule: for compliance, from what was submitted, with what proves it.

Each line holds what the machine said, what a person said of it, the versions it was said by, and
the hash at which the chain of the store stood when the attempt was handed in, so that an anchor
kept elsewhere proves that the line is of that attempt as it was.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from scoring.few import wilson
from scoring.judged import WHOLE, Decision
from training.access_log import SAME_LOOK, Deed, log
from training.assessments.exporting import Exported
from training.came_out import WITH_LATEST_REVIEW, machine_said, played
from training.comparing_cohorts import Share
from training.errors import TrainingError
from training.models import Person, Role
from training.over_time import ENOUGH
from training.rights import REPORTS
from training.store import Store, visible_to


class NotYoursToReport(TrainingError):
    """The report by somebody whose part it is not."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "report", f"it is not for a {role.label}", f"{', '.join(sorted(REPORTS))} reads it"
        )


@dataclass(frozen=True)
class Shown:
    """A rule that came up in a submitted attempt.

    `met` is the machine's; `stands` what is left after people's verdicts: None where every finding
    of it was set aside. `said` is what people said of it and of the whole attempt, oldest first.
    `without_help`: as of `training.submitted.Submitted`, the attempt says what somebody can do.
    `versions` are those of the review and of the scenario.
    """

    attempt_id: str
    person_id: str
    who: str
    rule: str
    at: datetime
    scenario_id: str
    scenario_hash: str
    versions: Mapping[str, str]
    met: bool
    stands: bool | None
    said: tuple[str, ...]
    without_help: bool
    hash: str


@dataclass(frozen=True)
class RuleFigure:
    """A rule: for how many people it came up, and for how many it stands met in the latest call.

    Below five people nothing is said but how many they are.
    """

    rule: str
    people: int
    met: int | None
    share: Share | None


_SUBMITTED = """purpose = 'submitted' and exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')"""
_SELECTED = f"""{WITH_LATEST_REVIEW},
    (select name from people where id = person_id) as who,
    (select max(at) from events where attempt_id = attempts.id and kind = 'wrapped_up') as ended,
    (select lower(hex(hash)) from chain where part_of = attempts.id order by position desc limit 1)
        as head"""  # noqa: S608  words of ours


def rules_shown(store: Store, person: Person, now: datetime) -> tuple[Shown, ...]:
    """Every rule that came up in a submitted and marked attempt, the newest first."""
    _check(person)
    with store.reading() as db:
        rows = list(visible_to(db, person, _SUBMITTED, select=_SELECTED))
        said = _verdicts(db)
    _written_down(store, person, now, sum(row["review"] is not None for row in rows))
    found = [one for row in rows for one in _of_attempt(row, said.get(row["id"], ()))]
    return tuple(sorted(found, key=lambda one: (one.at, one.attempt_id, one.rule), reverse=True))


def report_table(store: Store, person: Person, lines: Iterable[Shown], now: datetime) -> Exported:
    """The lines as a table to take along; that it left is written down."""
    _check(person)
    with store.writing() as db:
        log(db, person, Deed.EXPORTED, now, note="rules shown")
    heads = (
        *("person", "rule", "handed_in", "scenario", "scenario_version", "versions", "machine"),
        *("verdicts", "stands", "without_help", "attempt", "hash", "person_id"),
    )
    return Exported(heads, tuple(map(_cells, lines)))


def figures(lines: Sequence[Shown]) -> tuple[RuleFigure, ...]:
    """Each rule by people: the latest whole call of each in which it came up counts."""
    latest: dict[str, dict[str, Shown]] = {}
    for one in lines:
        if one.without_help and one.stands is not None:
            latest.setdefault(one.rule, {}).setdefault(one.person_id, one)
    return tuple(sorted((_figure(*one) for one in latest.items()), key=_lowest))


def _figure(rule: str, people: Mapping[str, Shown]) -> RuleFigure:
    met, of = sum(one.stands is True for one in people.values()), len(people)
    interval = wilson(met, of)
    if of < ENOUGH or interval is None:
        return RuleFigure(rule, of, None, None)
    return RuleFigure(rule, of, met, Share(met / of, *interval))


def _lowest(one: RuleFigure) -> tuple[bool, float, str]:
    return one.share is None, one.share.value if one.share else 0.0, one.rule


def _check(person: Person) -> None:
    if person.role not in REPORTS:
        raise NotYoursToReport(person.role)


def _written_down(store: Store, person: Person, now: datetime, attempts: int) -> None:
    """Once an hour: a page is drawn at every click."""
    sql = "person_id = ? and deed = ? and datetime(at) > datetime(?)"
    since = [person.id, Deed.REPORTED.value, (now - SAME_LOOK).isoformat()]
    with store.reading() as db:
        if not attempts or db.table("access_log").count_where(sql, since):
            return
    with store.writing() as db:
        log(db, person, Deed.REPORTED, now, note=f"rules shown in {attempts} attempts")


_DONE = {Decision.ACCEPT: "accepted", Decision.ADJUST: "adjusted", Decision.REJECT: "set aside"}


@dataclass(frozen=True)
class _Said:
    """The latest verdict on a finding, and what is told of it."""

    about: str
    decision: Decision
    told: str


def _verdicts(db: Database) -> dict[str, list[_Said]]:
    """By attempt: what people said of findings and of the whole; the latest on each counts."""
    sql = """select standing_verdicts.*, people.name as "by" from standing_verdicts
        join people on people.id = person_id order by standing_verdicts.id"""
    found: dict[str, dict[str, _Said]] = {}
    for row in db.query(sql):
        day = datetime.fromisoformat(row["at"]).date()
        why = f": {row['reason']}" if row["reason"] else ""
        done = _DONE[Decision(row["decision"])]
        told = f"{row['name']}: {done} by {row['by']} on {day}{why}"
        one = _Said(row["about"], Decision(row["decision"]), told)
        found.setdefault(row["attempt_id"], {})[row["about"]] = one
    return {attempt: list(said.values()) for attempt, said in found.items()}


def _of_attempt(row: Mapping[str, Any], said: Sequence[_Said]) -> Iterator[Shown]:
    came = machine_said(row)
    helped = row["parent_seq"] is not None or came.hinted or played(row).with_care
    versions = {**came.versions, **json.loads(row["versions"])}
    at = datetime.fromisoformat(row["ended"])
    for rule in sorted(came.rules):
        places = came.missed.get(rule, ())
        mine = [one for one in said if one.about in (*places, WHOLE)]
        aside = {one.about for one in mine if one.decision is Decision.REJECT}
        left = [one for one in places if one not in aside]
        yield Shown(
            attempt_id=row["id"],
            person_id=row["person_id"],
            who=row["who"],
            rule=rule,
            at=at,
            scenario_id=row["scenario_id"],
            scenario_hash=row["scenario_hash"],
            versions=versions,
            met=rule not in came.missed,
            stands=False if left else True if rule in came.met else None,
            said=tuple(one.told for one in mine),
            without_help=not helped,
            hash=row["head"] or "",
        )


def _cells(one: Shown) -> tuple[object, ...]:
    stands = {True: "met", False: "not met", None: "set aside"}
    return (
        one.who,
        one.rule,
        one.at.isoformat(),
        one.scenario_id,
        one.scenario_hash,
        " ".join(f"{name}={version}" for name, version in sorted(one.versions.items())),
        stands[one.met],
        " | ".join(one.said),
        stands[one.stands],
        "yes" if one.without_help else "no",
        one.attempt_id,
        one.hash,
        one.person_id,
    )
