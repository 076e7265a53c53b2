"""Where the machine may mark alone: all conditions of the scoring plan, or it only assists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scoring.agreement import Agreement, Estimate

DOUBLE_RATINGS = 100
KAPPA = 0.70
BELOW_PEOPLE = 0.10
OVERALL = 0.15
IN_A_GROUP = 0.10


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
            None if ours is None or theirs is None else _gap(theirs, ours) <= BELOW_PEOPLE,
            "not known" if ours is None or theirs is None else f"{_gap(theirs, ours):+.2f} below",
        ),
        Condition(
            f"it is neither stricter nor milder overall: at most {OVERALL:.2f} standard deviations",
            *_near(machine.standardised, OVERALL),
        ),
        _in_groups(groups),
    )


def may_mark_alone(all_of: Iterable[Condition]) -> bool:
    """In practice, never in an assessment; what is not known is not met."""
    return all(one.met is True for one in all_of)


def _enough(found: Estimate | None) -> tuple[bool | None, str]:
    if found is None:
        return None, "not known"
    return round(found.value, 2) >= KAPPA, shown(found)


def _gap(people: Estimate, machine: Estimate) -> float:
    return round(people.value - machine.value, 2)


def _near(found: Estimate | None, most: float) -> tuple[bool | None, str]:
    if found is None:
        return None, "not known"
    return abs(round(found.value, 2)) <= most, shown(found, signed=True)


def _in_groups(groups: Mapping[str, Agreement]) -> Condition:
    """The worst group decides; a group without a figure has no data."""
    text = f"the same in each group with data: at most {IN_A_GROUP:.2f} standard deviations"
    known = {name: one.standardised for name, one in groups.items() if one.standardised}
    if not known:
        return Condition(text, None, "no group has enough ratings")
    worst = max(known, key=lambda name: abs(known[name].value))
    met, found = _near(known[worst], IN_A_GROUP)
    return Condition(text, met, f"{found} in {worst}, the furthest of {len(known)}")


def shown(found: Estimate, *, signed: bool = False) -> str:
    """A figure with its interval."""
    form = "+.2f" if signed else ".2f"
    return f"{found.value:{form}} ({found.low:{form}} to {found.high:{form}})"
