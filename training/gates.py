"""Gates: level by level, the calls whose bar was passed when it counted, and those still ahead.

Nothing is locked behind a gate: a level says how hard a call is, and everybody may try any.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario import Scenario
from training.forms import FormOf, known_forms, offered_forms
from training.progress import Step


@dataclass(frozen=True)
class Gate:
    """One level: its calls that count as passed, and those ahead.

    Of those ahead `practised` passed in practice. `known` says of how many of the `forms` that
    are offered somebody knows a call already; in all of them, it counts no more: `used_up`.
    """

    level: int
    passed: tuple[Scenario, ...]
    ahead: tuple[Scenario, ...]
    practised: frozenset[str]
    known: Mapping[str, int]
    forms: Mapping[str, int]

    @property
    def used_up(self) -> tuple[Scenario, ...]:
        """Those ahead that no form of this person's can pass any more."""
        return tuple(one for one in self.ahead if self.known[one.id] == self.forms[one.id])


def gates(
    steps: Sequence[Step],
    offered: Mapping[str, Scenario],
    known: Collection[FormOf],
    held: Collection[FormOf] = (),
) -> tuple[Gate, ...]:
    """The levels of all situations that have a bar, the easiest first.

    `known` are the scenarios and forms on which somebody was, as `forms_seen` tells them;
    `held` those that a work sample holds back.
    """
    barred = [one for one in offered.values() if not one.with_care]
    passed = {step.scenario_id for step in steps if step.passed and step.counts}
    practised = {step.scenario_id for step in steps if step.passed and not step.branch} - passed
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
                known={one.id: known_forms(one, known, held) for one in ahead},
                forms={one.id: len(offered_forms(one, held)) for one in ahead},
            )
        )
    return tuple(found)
