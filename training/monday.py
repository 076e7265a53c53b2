"""Monday: whom to coach on what this week, from what was submitted, with the calls that show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean

from compliance_rules import Rule
from compliance_rules.finding import Weight
from scoring.marks import Dimension
from training.coaches import check_coaches
from training.judging import Seen, look
from training.models import Person
from training.remarks import noted
from training.store import Store
from training.submitted import Submitted

AT_MOST = 5
"""So many people: more is no week's work."""
CALLS = 3
"""So many calls to listen to together."""
RECENT = timedelta(days=28)
LATEST = 8
"""So many of somebody's latest calls say how they do now."""
_LOW = 60.0
"""Below this a dimension is worth a talk where no rule is."""
_FEWEST = 2
"""One weak mark is a bad day."""
_RANK = {Weight.CRITICAL: 0, Weight.MAJOR: 1, Weight.MINOR: 2}


@dataclass(frozen=True)
class Suggestion:
    """One person with one reason: a rule that was not met, or a dimension that is weak.

    `came_up` are the calls that say something about it, of which `missed` speak against; `mean` is
    that of the dimension. `calls` are the newest to listen to, at most three.
    """

    person_id: str
    who: str
    rule: str | None
    dimension: Dimension | None
    missed: int
    came_up: int
    mean: float | None
    calls: tuple[Submitted, ...]


def this_week(
    store: Store,
    person: Person,
    calls: Iterable[Submitted],
    rules: Mapping[str, Rule],
    now: datetime,
) -> tuple[Suggestion, ...]:
    """Whom this person could coach; marks of the calls that are named count as seen by them."""
    check_coaches(person)
    found = whom_to_coach(calls, noted(store, person), rules, now)
    for one in found:
        for call in one.calls:
            look(store, person, call.step.attempt_id, Seen.MACHINE)
    return found


def whom_to_coach(
    calls: Iterable[Submitted],
    noted: frozenset[str],
    rules: Mapping[str, Rule],
    now: datetime,
) -> tuple[Suggestion, ...]:
    """At most five people, the most urgent first.

    What weighs most comes first: a critical rule before a major one, and of rules of one weight the
    one that was not met more often; after rules the weakest dimension. Calls with a coaching note
    (`noted`) say nothing: they have been talked about, and no other call has.
    """
    people: dict[str, list[Submitted]] = {}
    for one in calls:
        fresh = one.step.attempt_id not in noted
        if fresh and one.without_help and now - one.handed_in_at <= RECENT:
            people.setdefault(one.person_id, []).append(one)
    found = [
        (urgency, one)
        for each in people.values()
        for urgency, one in _most_urgent(each[-LATEST:], rules)
    ]
    found.sort(key=lambda pair: (*pair[0], pair[1].who))
    return tuple(one for _, one in found[:AT_MOST])


def _most_urgent(
    calls: Sequence[Submitted], rules: Mapping[str, Rule]
) -> list[tuple[tuple[int, float], Suggestion]]:
    """What to talk about with one person, if anything: one thing, with how urgent it is."""
    missed = [(_urgency(rule, calls, rules), rule) for rule in _missed(calls)]
    if missed:
        urgency, rule = min(missed)
        against = [one for one in calls if one.step.rules.get(rule) is False]
        came_up = sum(rule in one.step.rules for one in calls)
        return [(urgency, _suggestion(calls, against, came_up, rule=rule))]
    means = {name: _mean(calls, name) for name in Dimension}
    weak = {name: mean for name, mean in means.items() if mean is not None and mean < _LOW}
    if not weak:
        return []
    dimension = min(weak, key=weak.__getitem__)
    mean, marked = weak[dimension], _marked(calls, dimension)
    worst = sorted(marked, key=lambda one: one.step.scores[dimension] or 0.0)[:CALLS]
    in_order = [one for one in marked if one in worst]
    made = _suggestion(calls, in_order, len(marked), dimension=dimension, mean=mean)
    return [((len(_RANK), mean), made)]


def _missed(calls: Iterable[Submitted]) -> set[str]:
    return {rule for one in calls for rule, met in one.step.rules.items() if not met}


def _urgency(rule: str, calls: Sequence[Submitted], rules: Mapping[str, Rule]) -> tuple[int, float]:
    """The weight first, then how often it was not met; a rule that is gone weighs least."""
    known = rules.get(rule)
    rank = _RANK[known.weight] if known else len(_RANK) - 1
    return rank, -sum(one.step.rules.get(rule) is False for one in calls)


def _marked(calls: Iterable[Submitted], dimension: Dimension) -> list[Submitted]:
    return [one for one in calls if one.step.scores.get(dimension) is not None]


def _mean(calls: Sequence[Submitted], dimension: Dimension) -> float | None:
    marks = [one.step.scores[dimension] or 0.0 for one in _marked(calls, dimension)]
    return fmean(marks) if len(marks) >= _FEWEST else None


def _suggestion(
    calls: Sequence[Submitted],
    against: Sequence[Submitted],
    came_up: int,
    *,
    rule: str | None = None,
    dimension: Dimension | None = None,
    mean: float | None = None,
) -> Suggestion:
    return Suggestion(
        person_id=calls[-1].person_id,
        who=calls[-1].who,
        rule=rule,
        dimension=dimension,
        missed=len(against),
        came_up=came_up,
        mean=mean,
        calls=tuple(reversed(against[-CALLS:])),
    )


@dataclass(frozen=True)
class RulePerson:
    """How often a rule came up in somebody's calls, and how often it was met there."""

    rule: str
    person_id: str
    who: str
    met: int
    came_up: int


def rules_by_person(calls: Iterable[Submitted]) -> tuple[RulePerson, ...]:
    """A cell for every rule and person where it came up in a call without help."""
    found: dict[tuple[str, str], list[bool]] = {}
    names: dict[str, str] = {}
    for one in calls:
        if not one.without_help:
            continue
        names[one.person_id] = one.who
        for rule, met in one.step.rules.items():
            found.setdefault((rule, one.person_id), []).append(met)
    return tuple(
        RulePerson(rule, person, names[person], sum(met), len(met))
        for (rule, person), met in sorted(found.items())
    )
