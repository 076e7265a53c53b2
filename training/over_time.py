"""What calls add up to over time: marks with their mean, rules with how often they were met.

Calls that count and practice are never added together. Of few calls nothing is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.few import Mean, mean_of, wilson
from scoring.marks import Dimension
from training.progress import Step

ENOUGH = 5
"""Below so many calls that count, no mean and no share is shown: it would be too few to say."""
IN_A_ROW = 5
"""So many calls in a row make a rule mastered: who meets it half of the time gets there by luck
once in 32 times."""


@dataclass(frozen=True)
class Marks:
    """Marks of one dimension (or the grade) in their order; no opportunity is left out."""

    counted: tuple[float, ...]
    practised: tuple[float, ...]

    @property
    def mean(self) -> Mean | None:
        """The mean of those that count with its interval; None where they are too few."""
        return mean_of(self.counted) if len(self.counted) >= ENOUGH else None


@dataclass(frozen=True)
class CameUp:
    """One call in which there was something to do for a rule, and whether it was met there."""

    attempt_id: str
    title: str
    at: datetime
    met: bool
    counts: bool


@dataclass(frozen=True)
class RuleOverTime:
    """A rule with the calls in which it came up; `since`: calls of any kind after the last one."""

    rule: str
    came_up: tuple[CameUp, ...]
    since: int

    @property
    def counted(self) -> tuple[bool, ...]:
        """Whether it was met, call by call, in those that count."""
        return tuple(one.met for one in self.came_up if one.counts)

    @property
    def practised(self) -> tuple[bool, ...]:
        """The same in practice."""
        return tuple(one.met for one in self.came_up if not one.counts)

    @property
    def share(self) -> tuple[float, float, float] | None:
        """How often it was met in calls that count, with Wilson's interval; None if too few."""
        counted = self.counted
        interval = wilson(sum(counted), len(counted))
        if len(counted) < ENOUGH or interval is None:
            return None
        return sum(counted) / len(counted), *interval

    @property
    def mastered(self) -> bool:
        """Whether it is mastered by what counts."""
        return mastered(self.counted)

    @property
    def in_a_row(self) -> int:
        """How many calls that count met it in a row, up to the latest."""
        return run_of(self.counted)


def mastered(counted: Sequence[bool]) -> bool:
    """Whether a rule is mastered, from the calls that count and in which it came up, in order.

    It is, when it was met in the latest `IN_A_ROW` of them; not met once, and it is to be earned
    again. A call in which it did not come up changes nothing, and practice never does. Where a rule
    only forbids, nothing comes up as long as nobody does it, so that it is never called mastered.
    """
    return run_of(counted) >= IN_A_ROW


def run_of(counted: Sequence[bool]) -> int:
    """How many at the end are met, without one between them that is not."""
    run = 0
    for met in reversed(counted):
        if not met:
            break
        run += 1
    return run


def marks_of(steps: Iterable[Step], dimension: Dimension | None) -> Marks:
    """The marks of a dimension over the attempts; None stands for the grade."""
    counted, practised = list[float](), list[float]()
    for step in steps:
        mark = step.grade if dimension is None else step.scores.get(dimension)
        if mark is not None:
            (counted if step.counts else practised).append(mark)
    return Marks(tuple(counted), tuple(practised))


def rules_over_time(steps: Sequence[Step]) -> tuple[RuleOverTime, ...]:
    """Every rule that came up: what was not met last first, then the least often met, then ids."""
    found: dict[str, list[tuple[int, CameUp]]] = {}
    for place, step in enumerate(steps):
        for rule, met in step.rules.items():
            one = CameUp(step.attempt_id, step.title, step.started_at, met, step.counts)
            found.setdefault(rule, []).append((place, one))
    rules = (
        RuleOverTime(rule, tuple(one for _, one in calls), len(steps) - 1 - calls[-1][0])
        for rule, calls in found.items()
    )
    return tuple(sorted(rules, key=_urgency))


def _urgency(one: RuleOverTime) -> tuple[bool, bool, float, str]:
    met = [call.met for call in one.came_up]
    return one.mastered, met[-1], sum(met) / len(met), one.rule
