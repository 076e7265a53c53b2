"""A few candidates beside each other, duty by duty, for who decides between them."""

from collections.abc import Collection
from dataclasses import dataclass

from training.assessments.bands import Band, Error, band
from training.assessments.judged import JudgedCall
from training.assessments.models import Duty
from training.assessments.results import Result, error_in, results
from training.errors import TrainingError
from training.models import Person
from training.store import Store

FEWEST, MOST = 2, 4


@dataclass(frozen=True)
class Shown:
    """What one candidate showed of a duty: the band of it, and how many turns are evidence.

    `band` is None where no call of theirs gave an opportunity.
    """

    band: Band | None
    turns: int


@dataclass(frozen=True)
class DutyLine:
    """One duty, with what each candidate showed of it, in their order."""

    duty: Duty
    error: Error
    shown: tuple[Shown, ...]

    @property
    def told_apart(self) -> bool:
        """Whether any two bands of it do not touch."""
        bands = [one.band for one in self.shown if one.band is not None]
        return any(one.high < other.low for one in bands for other in bands)


@dataclass(frozen=True)
class Beside:
    """The chosen candidates in the order of their names, which says nothing of them."""

    chosen: tuple[Result, ...]
    lines: tuple[DutyLine, ...]


def side_by_side(
    store: Store, person: Person, assessment_id: str, candidacies: Collection[str]
) -> Beside:
    """Two to four candidates of a work sample beside each other."""
    found = results(store, person, assessment_id)
    by_name = sorted(found.lines, key=lambda line: (line.name, line.candidacy.alias))
    chosen = tuple(line for line in by_name if line.candidacy.id in candidacies)
    if len(chosen) != len(candidacies) or not FEWEST <= len(chosen) <= MOST:
        raise TrainingError(
            "candidates to compare",
            f"{len(chosen)} of those that were named are rated",
            f"{FEWEST} to {MOST} candidates of this work sample who are rated",
        )
    asked = len(found.sample.set_up.scenarios)
    everybody = [line.calls for line in found.lines]
    lines = (_line(duty, chosen, everybody, asked) for duty in found.sample.set_up.duties)
    return Beside(chosen, tuple(lines))


def _line(
    duty: Duty,
    chosen: Collection[Result],
    everybody: Collection[tuple[JudgedCall, ...]],
    asked: int,
) -> DutyLine:
    error = error_in(everybody, asked, lambda levels: levels.get(duty.dimension))
    return DutyLine(duty, error, tuple(_shown(one, duty, error) for one in chosen))


def _shown(one: Result, duty: Duty, error: Error) -> Shown:
    dimension, level = duty.dimension, one.levels.get(duty.dimension)
    rated = [call for call in one.calls if (call.levels or {}).get(dimension) is not None]
    turns = sum(len(call.turns_of(dimension)) for call in one.calls)
    return Shown(None if level is None else band(level, error, len(rated)), turns)
