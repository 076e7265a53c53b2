"""What *Coaching* and *Cohorts* show, as tables to take along."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from scoring.few import Mean
from training.access_log import Deed, log
from training.assessments.exporting import Exported
from training.coaches import check_coaches
from training.comparing_cohorts import CohortFigure, Difficulty, Share, Version
from training.models import Person
from training.monday import RulePerson, Suggestion
from training.on_a_path import OnAPath
from training.paths import GivenPath
from training.store import Store

_ENDS = ("low", "high")


def taken_along(store: Store, person: Person, told: Exported, what: str, now: datetime) -> Exported:
    """The same table, once it is written down that it left."""
    check_coaches(person)
    with store.writing() as db:
        log(db, person, Deed.EXPORTED, now, note=what)
    return told


def whom_table(found: Iterable[Suggestion]) -> Exported:
    """A line for each person, with the calls by their ids."""
    heads = ("person", "rule", "dimension", "not_met", "came_up", "mean", "calls")
    return Exported(
        heads,
        tuple(
            (
                one.who,
                one.rule or "",
                one.dimension.value if one.dimension else "",
                one.missed,
                one.came_up,
                one.mean,
                " ".join(call.step.attempt_id for call in one.calls),
            )
            for one in found
        ),
    )


def rules_table(cells: Iterable[RulePerson]) -> Exported:
    """A line for each rule and person."""
    heads = ("rule", "person", "met", "came_up")
    return Exported(heads, tuple((one.rule, one.who, one.met, one.came_up) for one in cells))


def cohorts_table(figures: Iterable[CohortFigure]) -> Exported:
    """A line for each cohort."""
    heads = ("cohort", "people", "calls", "mean_grade", *_ENDS)
    return Exported(
        heads, tuple((one.name, one.people, one.calls, *_interval(one.mean)) for one in figures)
    )


def scenarios_table(found: Iterable[Difficulty]) -> Exported:
    """A line for each scenario."""
    of = ("mean_grade", "passed", "tells_apart")
    heads = ("scenario", "level", "people", *(f"{name}{end}" for name in of for end in _SUFFIXES))
    return Exported(
        heads,
        tuple(
            (
                one.scenario_id,
                one.level,
                one.people,
                *_interval(one.grade),
                *_interval(one.passed),
                *_interval(one.tells_apart),
            )
            for one in found
        ),
    )


def versions_table(found: Iterable[Version]) -> Exported:
    """A line for each content of a scenario that changed."""
    heads = ("scenario", "form", "version", "since", "people", "mean_grade", *_ENDS)
    return Exported(
        heads,
        tuple(
            (
                *(one.scenario_id, one.form + 1, one.nth, one.since.isoformat(), one.people),
                *_interval(one.grade),
            )
            for one in found
        ),
    )


def path_table(given: GivenPath, stands: Iterable[tuple[str, OnAPath]]) -> Exported:
    """A line for each person and step; how drills go is told to nobody but who drills."""
    heads = ("cohort", "path", "person", "step", "kind", "what", "due", "done", "of")
    return Exported(
        heads,
        tuple(
            (
                *(given.cohort, given.path.name, who, nth, stand.step.kind.value),
                stand.step.what or f"level {stand.step.level}",
                *(stand.due.isoformat(), stand.done, stand.of),
            )
            for who, on in stands
            for nth, stand in enumerate(on.stands, start=1)
        ),
    )


_SUFFIXES = ("", "_low", "_high")


def _interval(found: Mean | Share | None) -> Sequence[float | None]:
    return (None, None, None) if found is None else (found.value, found.low, found.high)
