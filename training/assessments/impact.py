"""Adverse impact: whether groups are taken, and score high, as often as each other.

Candidates told what they are only if they liked to. Figures are of groups and never of people: of
a group below five not even the counts are told.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import comb
from statistics import median

from training.assessments.hiring import check_hires
from training.assessments.models import Decision
from training.assessments.results import Result, results_in
from training.models import Person
from training.store import Store

FOUR_FIFTHS = 0.8
"""A rate below so much of the highest is what is usually looked into."""
FEWEST = 5
"""Below so many people nothing of a group is told: it would be told of people."""
ENOUGH = 30
"""Below so many people one more or less moves a rate too far to judge by it."""
NO_ANSWER = "no answer"


class Rate(StrEnum):
    """What is counted of a group."""

    SELECTED = "selection"
    """Taken, or asked to the next step, of those who were decided on."""
    SCORED = "scoring"
    """Above the median level, of those who were rated."""


class Grouping(StrEnum):
    """By what people are grouped."""

    SEX = "sex"
    ETHNICITY = "ethnicity"
    BOTH = "sex and ethnicity"


@dataclass(frozen=True)
class Count:
    """So many of so many."""

    of_them: int
    people: int

    @property
    def rate(self) -> float:
        """The share of them; nobody is none."""
        return self.of_them / self.people if self.people else 0.0


@dataclass(frozen=True)
class Group:
    """One group beside the one with the highest rate; without a count where it is too small.

    `ratio` is its rate by the highest, `chance` Fisher's exact p of both, two-sided. `with_one` is
    the ratio had one person more of it been counted. Each is None where there is nothing beside.
    """

    name: str
    count: Count | None
    highest: bool = False
    ratio: float | None = None
    chance: float | None = None
    with_one: float | None = None

    @property
    def enough(self) -> bool:
        """Whether its figures can be judged by at all."""
        return self.count is not None and self.count.people >= ENOUGH

    @property
    def low(self) -> bool:
        """Whether its rate is below four fifths of the highest."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


@dataclass(frozen=True)
class Table:
    """The groups of one grouping by one rate; `untold` people gave no answer."""

    rate: Rate
    grouping: Grouping
    groups: tuple[Group, ...]
    untold: int

    @property
    def enough(self) -> bool:
        """Whether at least two groups are large enough to be judged by."""
        return sum(group.enough for group in self.groups) > 1


_TOLD = """select person_id, sex, ethnicity from demographics
    join candidacies on candidacies.id = candidacy_id
    where assessment_id = ? order by demographics.rowid"""
Told = tuple[str, str]
"""What somebody said of themselves: sex and ethnicity."""


def impact(store: Store, person: Person, assessment_id: str) -> tuple[Table, ...]:
    """Every rate by every grouping; of whoever took it twice the later result counts."""
    check_hires(person)
    with store.reading() as db:
        found = results_in(db, assessment_id).lines
        told = {
            row["person_id"]: (row["sex"], row["ethnicity"])
            for row in db.query(_TOLD, (assessment_id,))
        }
    by_time = sorted(found, key=lambda line: line.candidacy.invited_at)
    people = {line.candidacy.person_id: line for line in by_time}
    counted = {Rate.SELECTED: _selected(people), Rate.SCORED: _above_median(people)}
    return tuple(
        table(rate, grouping, outcomes, told)
        for rate, outcomes in counted.items()
        for grouping in Grouping
    )


def table(
    rate: Rate, grouping: Grouping, outcomes: Mapping[str, bool], told: Mapping[str, Told]
) -> Table:
    """The groups of these people, by id: whether each is counted, and what they said they are."""
    members: dict[str, list[bool]] = defaultdict(list)
    untold = 0
    for person_id, counted in outcomes.items():
        name = _group(grouping, told.get(person_id))
        if name is None:
            untold += 1
        else:
            members[name].append(counted)
    counts = {name: Count(sum(each), len(each)) for name, each in sorted(members.items())}
    hidden = _hidden(counts, untold)
    shown = {name: count for name, count in counts.items() if name not in hidden}
    best = max(shown, key=lambda name: shown[name].rate, default=None)
    groups = (
        _beside(name, shown.get(name), shown[best] if best else None, name == best)
        for name in counts
    )
    return Table(rate, grouping, tuple(groups), untold)


def fisher(one: Count, other: Count) -> float:
    """Fisher's exact test, two-sided: how likely a split at least as unlikely as this is by chance.

    Both totals stay as they are, and so does how many are counted of all.
    """
    people, counted = one.people + other.people, one.of_them + other.of_them
    every = comb(people, one.people)

    def ways(of_one: int) -> int:
        return comb(counted, of_one) * comb(people - counted, one.people - of_one)

    here = ways(one.of_them)
    possible = range(max(0, counted - other.people), min(counted, one.people) + 1)
    return sum(there for of_one in possible if (there := ways(of_one)) <= here) / every


def _group(grouping: Grouping, told: Told | None) -> str | None:
    sex, ethnicity = told or (NO_ANSWER, NO_ANSWER)
    asked = {
        Grouping.SEX: (sex,),
        Grouping.ETHNICITY: (ethnicity,),
        Grouping.BOTH: (sex, ethnicity),
    }[grouping]
    return None if NO_ANSWER in asked else ", ".join(asked)


def _hidden(counts: Mapping[str, Count], untold: int) -> set[str]:
    """Groups that are too small; and the next, where else those could be worked out as the rest."""
    by_size = sorted(counts, key=lambda name: counts[name].people)
    hidden: set[str] = set()
    for name in by_size:
        rest = untold + sum(counts[one].people for one in hidden)
        if counts[name].people >= FEWEST and (not hidden or rest >= FEWEST):
            break
        hidden.add(name)
    return hidden


def _beside(name: str, count: Count | None, best: Count | None, highest: bool) -> Group:
    if count is None or best is None or highest or not best.rate:
        return Group(name, count, highest)
    one_more = Count(min(count.of_them + 1, count.people), count.people)
    return Group(
        name,
        count,
        ratio=count.rate / best.rate,
        chance=fisher(count, best),
        with_one=one_more.rate / best.rate,
    )


def _selected(people: Mapping[str, Result]) -> dict[str, bool]:
    """Of those who were decided on; whoever goes on to the next step is selected here."""
    return {
        person_id: line.decision is not Decision.NOT_NOW
        for person_id, line in people.items()
        if line.decision is not None
    }


def _above_median(people: Mapping[str, Result]) -> dict[str, bool]:
    levels = {one: line.level for one, line in people.items() if line.level is not None}
    if not levels:
        return {}
    middle = median(levels.values())
    return {person_id: level > middle for person_id, level in levels.items()}
