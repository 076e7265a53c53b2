"""Gates: level by level, the calls whose bar was passed when it counted, and those still ahead.

Nothing is locked behind a gate: a level says how hard a call is, and everybody may try any.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario import Scenario
from training.progress import Step

WRITTEN = 0
"""The form that is the file as it is written; the pages give no other."""


@dataclass(frozen=True)
class Gate:
    """One level: its calls that count as passed, and those ahead.

    Of those ahead `practised` passed in practice, and `seen` are known by now as they are written:
    of these only another form counts.
    """

    level: int
    passed: tuple[Scenario, ...]
    ahead: tuple[Scenario, ...]
    practised: frozenset[str]
    seen: frozenset[str]


def gates(
    steps: Sequence[Step], offered: Mapping[str, Scenario], known: Collection[tuple[str, int]]
) -> tuple[Gate, ...]:
    """The levels of all situations that have a bar, the easiest first.

    `known` are the scenarios and forms on which somebody was, as `forms_seen` tells them.
    """
    barred = [one for one in offered.values() if not one.with_care]
    passed = {step.scenario_id for step in steps if step.passed and step.counts}
    practised = {step.scenario_id for step in steps if step.passed and not step.branch} - passed
    seen = {scenario for scenario, form in known if form == WRITTEN}
    found = []
    for level in sorted({one.level for one in barred}):
        calls = [one for one in barred if one.level == level]
        ahead = tuple(one for one in calls if one.id not in passed)
        names = {one.id for one in ahead}
        found.append(
            Gate(
                level=level,
                passed=tuple(one for one in calls if one.id in passed),
                ahead=ahead,
                practised=frozenset(practised & names),
                seen=frozenset(seen & names),
            )
        )
    return tuple(found)
