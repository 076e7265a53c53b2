"""Where the machine may mark alone: all conditions of the scoring plan, or it only assists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from scoring.agreement import FEWEST, Agreement, Estimate

DOUBLE_RATINGS = 100
KAPPA = 0.70
BELOW_PEOPLE = 0.10
OVERALL = 0.15
IN_A_GROUP = 0.10
_SLACK = 1e-9
"""What arithmetic in floats may be off by; nothing is rounded in favour of the machine."""
_CLOSE = 0.005


@dataclass(frozen=True)
class Condition:
    """One of the conditions; `met` is None where it cannot be told yet; `found` says why."""

    text: str
    met: bool | None
    found: str


def conditions(
    people: Agreement, machine: Agreement, groups: Mapping[str, Agreement]
) -> tuple[Condition, ...]:
    """After Williamson, Xi and Breyer (2012), each beside what was found."""
    ours, theirs = machine.kappa, people.kappa
    return (
        Condition(
            f"at least {DOUBLE_RATINGS} attempts rated by two people apart",
            people.attempts >= DOUBLE_RATINGS,
            f"{people.attempts} so far",
        ),
        Condition(f"people agree with people: kappa {KAPPA:.2f} or more", *_enough(theirs)),
        Condition(f"the machine agrees with people: kappa {KAPPA:.2f} or more", *_enough(ours)),
        Condition(
            f"it is no more than {BELOW_PEOPLE:.2f} below what people reach",
            *_below(theirs, ours),
        ),
        Condition(
            f"it is neither stricter nor milder overall: at most {OVERALL:.2f} standard deviations",
            *_near(machine, OVERALL),
        ),
        _in_groups(groups),
    )


def may_mark_alone(all_of: Iterable[Condition]) -> bool:
    """In practice, never in an assessment; what is not known is not met."""
    return all(one.met is True for one in all_of)


def _enough(found: Estimate | None) -> tuple[bool | None, str]:
    if found is None:
        return None, "not known"
    return found.value >= KAPPA - _SLACK, _told(found, KAPPA)


def _below(people: Estimate | None, machine: Estimate | None) -> tuple[bool | None, str]:
    if people is None or machine is None:
        return None, "not known"
    gap = people.value - machine.value
    return gap <= BELOW_PEOPLE + _SLACK, f"{gap:+.{_digits(gap, BELOW_PEOPLE)}f} below"


def _near(found: Agreement, most: float) -> tuple[bool | None, str]:
    """Whether the difference is small; where people all said the same there is no deviation."""
    if found.standardised is not None:
        value = found.standardised.value
        return abs(value) <= most + _SLACK, _told(found.standardised, most, signed=True)
    if found.difference is None:
        return None, "not known"
    if abs(found.difference.value) <= _SLACK:
        return True, "no difference at all"
    levels = shown(found.difference, signed=True)
    return False, f"{levels} levels, where people all said the same"


def _in_groups(groups: Mapping[str, Agreement]) -> Condition:
    """The worst group decides; one with too few ratings for a figure is told, and has no data."""
    text = f"the same in each group with data: at most {IN_A_GROUP:.2f} standard deviations"
    known = {name: one for name, one in groups.items() if one.difference is not None}
    few = len(groups) - len(known)
    left = f"; {few} with fewer than {FEWEST} ratings left out" if few else ""
    if not known:
        return Condition(text, None, f"no group has {FEWEST} ratings")
    worst = max(known, key=lambda name: _distance(known[name]))
    met, found = _near(known[worst], IN_A_GROUP)
    return Condition(text, met, f"{found} in {worst}, the furthest of {len(known)}{left}")


def _distance(found: Agreement) -> float:
    """How far apart, in standard deviations; any difference is endless where there is none."""
    if found.standardised is not None:
        return abs(found.standardised.value)
    return inf if found.difference is not None and abs(found.difference.value) > _SLACK else 0.0


def _told(found: Estimate, limit: float, *, signed: bool = False) -> str:
    """A figure with its interval, to a third digit where two would hide on which side it is."""
    return shown(found, signed=signed, digits=_digits(found.value, limit))


def _digits(value: float, limit: float) -> int:
    return 3 if abs(abs(value) - limit) < _CLOSE else 2


def shown(found: Estimate, *, signed: bool = False, digits: int = 2) -> str:
    """A figure with its interval."""
    form = f"{'+' if signed else ''}.{digits}f"
    return f"{found.value:{form}} ({found.low:{form}} to {found.high:{form}})"
