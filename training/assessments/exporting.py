"""Results and impact as tables to take along, for other programs and for who audits them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from training.access_log import Deed, log
from training.assessments.impact import (
    ENOUGH,
    FEWEST,
    FOUR_FIFTHS,
    Group,
    Table,
    impact,
)
from training.assessments.interviewing import Guide, interview_guide
from training.assessments.results import Result, Results, results
from training.models import Person
from training.store import Store

Cells = Sequence[object]


class Exported(NamedTuple):
    """A table: the names of its columns, and its lines."""

    heads: tuple[str, ...]
    lines: tuple[Cells, ...]


def results_table(store: Store, person: Person, assessment_id: str, now: datetime) -> Exported:
    """One line for each candidate: band, levels by duty, hard fails by rule and turn, decision."""
    found = results(store, person, assessment_id)
    heads = ("candidate", "alias", "retake", "calls", "band_low", "band_high", "bar", "beside_bar")
    duties = tuple(duty.dimension.value for duty in found.sample.set_up.duties)
    lines = tuple(_line(found, one) for one in found.lines)
    _exported(store, person, now, f"results of {assessment_id}")
    return Exported((*heads, *duties, "hard_fails", "decision"), lines)


def impact_table(store: Store, person: Person, assessment_id: str, now: datetime) -> Exported:
    """Every group with its counts and figures, then how they are made, for who audits it."""
    found = impact(store, person, assessment_id)
    lines: list[Cells] = [_group(made, group) for made in found for group in made.groups]
    lines += [_padded(made.rate, made.grouping, "no answer", "", made.untold) for made in found]
    lines += [_padded(note) for note in _NOTES]
    _exported(store, person, now, f"impact of {assessment_id}")
    return Exported(_HEADS, tuple(lines))


def guide_to_take(store: Store, person: Person, candidacy_id: str, now: datetime) -> Guide:
    """The interview guide of one candidate as it leaves the application, on paper."""
    made = interview_guide(store, person, candidacy_id, now)
    _exported(store, person, now, f"interview guide for {made.alias}")
    return made


_HEADS = (
    "rate",
    "grouped_by",
    "group",
    "counted",
    "people",
    "share",
    "highest",
    "ratio_to_highest",
    "fishers_exact_p",
    "ratio_with_one_more",
    "enough_to_judge",
)
_NOTES = (
    "selection: decided hire or next_step, of all who were decided on; the last decision counts",
    "scoring: level above the median of all who were rated, of all who were rated",
    "of whoever took it twice the later result counts; withdrawn invitations do not",
    f"groups of fewer than {FEWEST} have no figures",
    "nor has the next smallest, where theirs could be worked out from it",
    "ratio: share of the group by the share of the group with the highest share",
    f"usually looked into: a ratio below {FOUR_FIFTHS}",
    "fishers_exact_p: the group beside the highest group, two-sided",
    "two-sided: all splits that are at most as likely as the one found",
    f"enough_to_judge: at least {ENOUGH} people in the group",
)


def _line(found: Results, one: Result) -> Sequence[object]:
    bar = found.sample.set_up.bar
    standing = one.standing(bar)
    fails = (
        f"{fail.finding.rule} {fail.said.place.told} of {call.scenario.title}"
        for call, fail in one.hard_fails
    )
    return (
        one.name,
        one.candidacy.alias,
        "yes" if one.candidacy.retake_of else "no",
        len(one.calls),
        _figure(one.band.low if one.band else None, 1),
        _figure(one.band.high if one.band else None, 1),
        bar,
        standing or "",
        *(_figure(level, 1) for level in one.levels.values()),
        "; ".join(fails),
        one.decision or "",
    )


def _group(made: Table, group: Group) -> Sequence[object]:
    if group.count is None:
        return _padded(made.rate, made.grouping, group.name, "", f"fewer than {FEWEST}, or hidden")
    return (
        made.rate,
        made.grouping,
        group.name,
        group.count.of_them,
        group.count.people,
        _figure(group.count.rate),
        "yes" if group.highest else "no",
        _figure(group.ratio),
        _figure(group.chance),
        _figure(group.with_one),
        "yes" if group.enough else "no",
    )


def _figure(value: float | None, places: int = 4) -> float | str:
    return "" if value is None else round(value, places)


def _padded(*cells: object) -> Cells:
    return (*cells, *[""] * (len(_HEADS) - len(cells)))


def _exported(store: Store, person: Person, now: datetime, note: str) -> None:
    with store.writing() as db:
        log(db, person, Deed.EXPORTED, now, note=note)
