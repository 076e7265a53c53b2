"""Whether the forms of a call are alike for people: unknown at first, then the difference of means.

The interval is Welch's: it does not take the forms to spread alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf, sqrt
from statistics import NormalDist, fmean, variance

from training.assessments.hiring import check_hires
from training.assessments.judged import weighted
from training.assessments.models import Duty, Form
from training.assessments.results import Result, results_in
from training.assessments.rows import forms_in
from training.models import Person
from training.store import Store

ENOUGH = 30
"""Below so many candidates on each form nothing is said."""
_SURE = 0.95


@dataclass(frozen=True)
class Difference:
    """How much higher one form comes out than another, in levels, with its 95 % interval."""

    first: int
    second: int
    value: float
    low: float
    high: float

    @property
    def found(self) -> bool:
        """Whether the interval leaves nothing out but a difference."""
        return self.low > 0 or self.high < 0

    @property
    def at_most(self) -> float:
        """The largest difference, to either side, that the interval does not exclude."""
        return max(abs(self.low), abs(self.high))


@dataclass(frozen=True)
class Equivalence:
    """The forms of one scenario: who was rated on each, and the differences once all have enough.

    `rated` has the number of candidates by the number of the form; `differences` is None before.
    """

    scenario_id: str
    rated: Mapping[int, int]
    differences: tuple[Difference, ...] | None


def equivalence(store: Store, person: Person, assessment_id: str) -> tuple[Equivalence, ...]:
    """Each scenario of a work sample; who comes again is left out, having had another form."""
    check_hires(person)
    with store.reading() as db:
        found = results_in(db, assessment_id)
        forms = forms_in(db, assessment_id)
    first = [line for line in found.lines if line.candidacy.retake_of is None]
    duties = found.sample.set_up.duties
    return tuple(
        of_levels(name, _levels(name, forms, first, duties))
        for name in found.sample.set_up.scenarios
    )


def _levels(
    scenario_id: str, forms: Iterable[Form], lines: Iterable[Result], duties: Sequence[Duty]
) -> dict[int, list[float]]:
    """The level of the call of each candidate, by the form of the scenario that they had."""
    levels: dict[int, list[float]] = {
        form.number: [] for form in forms if form.scenario_id == scenario_id
    }
    for line in lines:
        number = line.candidacy.forms[scenario_id]
        for call in line.calls:
            level = weighted(call.levels or {}, duties)
            if call.scenario.id == scenario_id and level is not None:
                levels[number].append(level)
    return levels


def of_levels(scenario_id: str, levels: Mapping[int, Sequence[float]]) -> Equivalence:
    """What the levels of each form's candidates say; each form beside each other one."""
    rated = {form: len(each) for form, each in levels.items()}
    if len(levels) < 2 or min(rated.values()) < ENOUGH:
        return Equivalence(scenario_id, rated, None)
    made = (
        Difference(one, other, *welch(levels[one], levels[other]))
        for one, other in combinations(sorted(levels), 2)
    )
    return Equivalence(scenario_id, rated, tuple(made))


def welch(one: Sequence[float], other: Sequence[float]) -> tuple[float, float, float]:
    """How much higher the mean of the other is, and the interval of 95 % around it.

    Degrees of freedom by Welch and Satterthwaite.
    """
    value = fmean(other) - fmean(one)
    parts = [(variance(each) / len(each), len(each)) for each in (one, other)]
    whole = sum(part for part, _ in parts)
    below = sum(part**2 / (n - 1) for part, n in parts)
    reach = t_quantile(whole**2 / below if below else inf) * sqrt(whole)
    return value, value - reach, value + reach


def t_quantile(freedom: float, sure: float = _SURE) -> float:
    """How many standard errors an interval reaches, for about 20 degrees of freedom and more.

    Student's t from the normal distribution, three terms of its expansion in 1 / freedom.
    """
    z = NormalDist().inv_cdf((1 + sure) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
