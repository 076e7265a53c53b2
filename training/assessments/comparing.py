"""A few candidates beside each other, duty by duty, for who decides between them."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from math import hypot, sqrt

from training.assessments.bands import Band, Basis, Error, band
from training.assessments.judged import JudgedCall
from training.assessments.models import Duty
from training.assessments.results import Result, error_in, results
from training.errors import TrainingError
from training.models import Person
from training.store import Store

FEWEST, MOST = 2, 4
_RANGE = {2: 2.77, 3: 3.31, 4: 3.63}
"""So many standard errors lie between the highest and the lowest of so many alike, 95 of 100 times.

The studentized range (Tukey) with the error taken as known.
"""


@dataclass(frozen=True)
class Shown:
    """What one candidate showed of a duty: the band of it, and how many turns are evidence.

    `level`, its standard error and `band` are None where no call of theirs gave an opportunity.
    """

    level: float | None
    error: float | None
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
        """Whether any two lie further apart than chance would part so many who are alike.

        An error that is only assumed tells nobody apart.
        """
        if self.error.basis is Basis.NOTHING:
            return False
        known = [
            (one.level, one.error)
            for one in self.shown
            if one.level is not None and one.error is not None
        ]
        return any(
            abs(one - other) > _RANGE[len(known)] * hypot(of_one, of_other) / sqrt(2)
            for (one, of_one), (other, of_other) in combinations(known, 2)
        )


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
    if level is None:
        return Shown(None, None, None, turns)
    return Shown(level, error.of(len(rated)), band(level, error, len(rated)), turns)
