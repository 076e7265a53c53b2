"""How far two ratings of the same calls agree: kappa, ICC and signed difference, with intervals.

Everything is a function of tables that count how often one level met another, so that a thousand
resampled tables are one array. An interval resamples attempts, with all ratings that each has.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
"""Counts of (first, second) in the last two axes; what stands before them is kept."""
Figure = Callable[[Table], Table]

DRAWS = 1_000
FEWEST = 10
"""Below so many pairs no figure is shown: anything could come of them."""
_MIDDLE = (2.5, 97.5)
_SEED = 20_261_126


class Pair(NamedTuple):
    """Two ratings of one attempt, as steps of the scale counted from 0."""

    attempt: str
    first: int
    second: int


@dataclass(frozen=True)
class Estimate:
    """A figure with the middle 95 % of what came of resampled attempts."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Agreement:
    """Two ratings side by side; a figure is None where too few or equal ratings give none.

    `difference` is the second minus the first, in steps; `standardised` in standard deviations of
    the first.
    """

    pairs: int
    attempts: int
    kappa: Estimate | None = None
    icc: Estimate | None = None
    difference: Estimate | None = None
    standardised: Estimate | None = None


def agreement(pairs: Sequence[Pair], steps: int, *, same_raters: bool) -> Agreement:
    """The figures for these pairs; the same pairs always give the same.

    `same_raters`: the second is always the same judge, as the machine is; else any two people.
    """
    attempts = sorted({pair.attempt for pair in pairs})
    told = Agreement(len(pairs), len(attempts))
    if len(pairs) < FEWEST:
        return told
    resampled = _resampled(pairs, attempts, steps)
    whole = counted(pairs, steps)

    def estimate(figure: Figure) -> Estimate | None:
        with np.errstate(divide="ignore", invalid="ignore"):
            value, drawn = float(figure(whole)), figure(resampled)
        drawn = drawn[np.isfinite(drawn)]
        if not np.isfinite(value) or not drawn.size:
            return None
        low, high = np.percentile(drawn, _MIDDLE)
        return Estimate(value, float(low), float(high))

    return Agreement(
        pairs=len(pairs),
        attempts=len(attempts),
        kappa=estimate(kappa),
        icc=estimate(icc_of_one_judge if same_raters else icc_of_any_two),
        difference=estimate(difference),
        standardised=estimate(standardised),
    )


def counted(pairs: Sequence[Pair], steps: int) -> Table:
    """The table of these pairs."""
    table = np.zeros((steps, steps))
    for pair in pairs:
        table[pair.first, pair.second] += 1
    return table


def kappa(table: Table) -> Table:
    """Cohen's kappa with quadratic weights (Cohen 1968): a miss by two steps weighs four times."""
    steps = np.arange(table.shape[-1])
    weights = (steps[:, None] - steps[None, :]) ** 2
    total = table.sum(axis=(-2, -1))
    first, second = table.sum(axis=-1), table.sum(axis=-2)
    by_chance = first[..., :, None] * second[..., None, :] / total[..., None, None]
    missed: Table = (weights * table).sum(axis=(-2, -1)) / (weights * by_chance).sum(axis=(-2, -1))
    return 1 - missed


def icc_of_any_two(table: Table) -> Table:
    """ICC(1,1) of Shrout and Fleiss (1979): each attempt has raters of its own."""
    between, within, _, _, _ = _mean_squares(table)
    share: Table = (between - within) / (between + within)
    return share


def icc_of_one_judge(table: Table) -> Table:
    """ICC(2,1) of Shrout and Fleiss (1979): absolute agreement; a judge who is stricter loses."""
    between, _, judges, error, count = _mean_squares(table)
    share: Table = (between - error) / (between + error + 2 * (judges - error) / count)
    return share


def difference(table: Table) -> Table:
    """The mean of the second minus that of the first, in steps."""
    first, second, _, _, _, count = _sums(table)
    gap: Table = (second - first) / count
    return gap


def standardised(table: Table) -> Table:
    """The difference in standard deviations of the first, the people's."""
    first, _, squares, _, _, count = _sums(table)
    spread = np.sqrt((squares - first**2 / count) / (count - 1))
    share: Table = difference(table) / np.where(spread > 0, spread, np.nan)
    return share


def _resampled(pairs: Sequence[Pair], attempts: Sequence[str], steps: int) -> Table:
    """Tables of attempts drawn with replacement, each with all its pairs."""
    place = {attempt: number for number, attempt in enumerate(attempts)}
    each = np.zeros((len(attempts), steps, steps))
    for pair in pairs:
        each[place[pair.attempt], pair.first, pair.second] += 1
    draw = np.random.default_rng(_SEED)
    often = draw.multinomial(len(attempts), np.full(len(attempts), 1 / len(attempts)), size=DRAWS)
    drawn: Table = np.tensordot(often, each, axes=1)
    return drawn


def _sums(table: Table) -> tuple[Table, Table, Table, Table, Table, Table]:
    """Sums of first, second, their squares and their product, and the count."""
    steps = np.arange(table.shape[-1])
    first, second = table.sum(axis=-1), table.sum(axis=-2)
    product = (table * (steps[:, None] * steps[None, :])).sum(axis=(-2, -1))
    return (
        (first * steps).sum(axis=-1),
        (second * steps).sum(axis=-1),
        (first * steps**2).sum(axis=-1),
        (second * steps**2).sum(axis=-1),
        product,
        table.sum(axis=(-2, -1)),
    )


def _mean_squares(table: Table) -> tuple[Table, Table, Table, Table, Table]:
    """Between attempts, within them, between the judges, what is left; and how many attempts."""
    first, second, first_squares, second_squares, product, count = _sums(table)
    both = first + second
    of_sums = first_squares + second_squares + 2 * product
    of_gaps = first_squares + second_squares - 2 * product
    between = (of_sums / 2 - both**2 / (2 * count)) / (count - 1)
    judges = (first - second) ** 2 / (2 * count)
    error = (of_gaps / 2 - judges) / (count - 1)
    return between, of_gaps / 2 / count, judges, error, count
