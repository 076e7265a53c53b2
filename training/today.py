"""Today: the next best thing for somebody, from what they did and what they miss most.

Nothing here is a figure to be proud of or afraid of; it only chooses where to go on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import fmean

from scoring.marks import Dimension
from simulator.scenario import Scenario
from training.progress import Step
from training.standing import NOT_TRIED, Standing

LATEST = 5
"""So many of the last attempts tell what somebody misses now; what was before was before."""
ENOUGH = 2
"""So many marks at least before a dimension is called the weakest."""


NOT_FORGOTTEN = timedelta(days=7)
"""What was left in the middle before that is left for good."""


class Why(StrEnum):
    """Why something is the next best thing."""

    FIRST = "first"
    GO_ON = "go_on"
    SAY_ANEW = "say_anew"
    WEAKEST = "weakest"
    NOT_PASSED = "not_passed"
    LONG_AGO = "long_ago"


@dataclass(frozen=True)
class NextThing:
    """One thing to do: a scenario, or an attempt of it that goes on.

    `turn` is the turn to say anew, counted from 1; `mean` the weakest dimension's over `count`
    marks.
    """

    why: Why
    scenario: Scenario
    attempt_id: str | None = None
    turn: int | None = None
    dimension: Dimension | None = None
    mean: float | None = None
    count: int = 0


def next_thing(
    steps: Sequence[Step],
    standing: Mapping[str, Standing],
    offered: Mapping[str, Scenario],
    now: datetime,
) -> NextThing | None:
    """What to do next; None where there is nothing to practise.

    First what was left in the middle this week, then the turn that must change, then a call that
    was not passed yet, the easiest first, and at last the one that was done the longest ago.
    """
    calls = {name: one for name, one in offered.items() if _is_offered(one)}
    if not calls:
        return None
    whole = [step for step in steps if not step.branch and step.scenario_id in calls]
    left = _left_in_the_middle({name: standing.get(name, NOT_TRIED) for name in calls}, now)
    if left is not None:
        return NextThing(Why.GO_ON, calls[left], standing[left].open_attempt)
    if not whole:
        return NextThing(Why.FIRST, min(calls.values(), key=_first))
    return _anew(steps, whole[-1], calls) or _another(whole, standing, calls)


def _left_in_the_middle(standing: Mapping[str, Standing], now: datetime) -> str | None:
    """The scenario whose attempt was begun last and not handed in, unless that is long ago."""
    begun = {name: one.open_since for name, one in standing.items() if one.open_since is not None}
    recent = {name: since for name, since in begun.items() if now - since <= NOT_FORGOTTEN}
    return max(recent, key=lambda name: recent[name], default=None)


def _is_offered(scenario: Scenario) -> bool:
    return not scenario.with_care


def _first(scenario: Scenario) -> tuple[int, int, str]:
    """Easy, and of about five minutes: long enough for a whole call."""
    return scenario.level, abs(scenario.minutes - 5), scenario.id


def _ease(scenario: Scenario) -> tuple[int, int, str]:
    return scenario.level, scenario.minutes, scenario.id


def _anew(steps: Iterable[Step], last: Step, calls: Mapping[str, Scenario]) -> NextThing | None:
    """The turn of the last call that must change, unless it was tried again already."""
    tried = any(step.branch and step.started_at > last.started_at for step in steps)
    if last.must_change is None or last.passed or tried:
        return None
    turn = last.must_change + 1
    return NextThing(Why.SAY_ANEW, calls[last.scenario_id], last.attempt_id, turn)


def _another(
    whole: Sequence[Step], standing: Mapping[str, Standing], calls: Mapping[str, Scenario]
) -> NextThing:
    """A call that was not passed yet, with what to look out for in it."""
    ahead = [one for one in calls.values() if not standing.get(one.id, NOT_TRIED).passed]
    if not ahead:
        oldest = min(calls, key=lambda one: _last(standing.get(one, NOT_TRIED)))
        return NextThing(Why.LONG_AGO, calls[oldest])
    chosen = min(ahead, key=lambda one: (one.id == whole[-1].scenario_id, *_ease(one)))
    weakest = weakest_dimension(whole)
    if weakest is None:
        return NextThing(Why.NOT_PASSED, chosen)
    dimension, mean, count = weakest
    return NextThing(Why.WEAKEST, chosen, dimension=dimension, mean=mean, count=count)


def _last(standing: Standing) -> str:
    return standing.last.started_at.isoformat() if standing.last else ""


def weakest_dimension(whole: Sequence[Step]) -> tuple[Dimension, float, int] | None:
    """The dimension with the lowest mean over the latest attempts, with its number of marks."""
    marks = {
        dimension: [
            mark for step in whole[-LATEST:] if (mark := step.scores.get(dimension)) is not None
        ]
        for dimension in Dimension
    }
    means = [(fmean(of), dimension) for dimension, of in marks.items() if len(of) >= ENOUGH]
    if not means:
        return None
    mean, dimension = min(means, key=lambda pair: pair[0])
    return dimension, mean, len(marks[dimension])


def days_in_a_row(steps: Iterable[Step], today: date) -> int:
    """On how many days up to today, or up to yesterday, something was practised."""
    days = {step.started_at.date() for step in steps if not step.with_care}
    at = today if today in days else today - timedelta(days=1)
    count = 0
    while at in days:
        count += 1
        at -= timedelta(days=1)
    return count
