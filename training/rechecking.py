"""What today's rules and scorers would say otherwise of stored attempts; nothing is changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from calls.turn import turn_number
from compliance_rules import DEFAULT, Checker, CheckResult, HouseFacts
from compliance_rules.own_rule import OwnRules
from compliance_rules.proposal import in_house
from compliance_rules.shipped import checker_with
from scoring.contacts import read_and_checked
from scoring.review import Review, review
from training import shipped
from training.adopting import usable_rules
from training.judging import is_hidden
from training.models import Attempt, Person
from training.people import person_of
from training.practice import scenario_of
from training.reviews import kept_reviews, record
from training.store import Store
from training.verdicts import verdicts


class Remarked(NamedTuple):
    """A mark that would be another today; `why` is what today's scorer says of it."""

    name: str
    before: float | None
    now: float | None
    why: str


@dataclass(frozen=True)
class Rechecked:
    """An attempt that was reviewed before, and what would be different today, and why.

    `versions` names what changed since: scorers, rules or a pack. `verdicts` counts those that
    outrank the machine's marks whatever it would say today.
    """

    attempt_id: str
    who: str
    title: str
    started_on: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    grade: tuple[float | None, float | None]
    passed: tuple[bool | None, bool | None]
    marks: tuple[Remarked, ...] = ()
    versions: tuple[str, ...] = ()
    verdicts: int = 0

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        same = self.grade[0] == self.grade[1] and self.passed[0] == self.passed[1]
        return bool(self.new or self.gone or self.marks) or not same


def recheck(store: Store, person: Person) -> Iterator[Rechecked]:
    """Every reviewed attempt that this person may read, the oldest first; reviews stay as kept.

    Not those of work samples whose marks are still hidden from who rates them.
    """
    for attempt in store.attempts(person, own=False):
        if is_hidden(store, person, attempt.id):
            continue
        kept = kept_reviews(store, person, attempt.id)
        if kept:
            yield _compared(store, person, attempt, kept[-1].content)


Told = Callable[[int, int], None]
"""Told how many attempts were looked at, and of how many."""


def _unwatched(_done: int, _of: int) -> None:
    """Nobody waits for it."""


class Other(NamedTuple):
    """An attempt in which a changed rule would find something else; each as a line."""

    attempt_id: str
    who: str
    title: str
    new: tuple[str, ...]
    gone: tuple[str, ...]


def recheck_rule(
    store: Store, person: Person, changed: Checker, told: Told = _unwatched
) -> Iterator[Other]:
    """Where one rule as it is proposed would find something else than it does; nothing is kept.

    `changed` holds that rule, and those that take it over. Both forms are asked in the house of
    each scenario, of the same attempts that `recheck` looks at. It is compared with the rules of
    this store's installation, as it was read beside them.
    """
    asked = cache(partial(_both_forms, changed, usable_rules(store).rules))
    attempts = store.attempts(person, own=False)
    for nth, attempt in enumerate(attempts, 1):
        told(nth, len(attempts))
        if is_hidden(store, person, attempt.id) or not kept_reviews(store, person, attempt.id):
            continue
        scenario = scenario_of(store, person, attempt)
        then, now = (
            _lines(read_and_checked(record(attempt, scenario), one, DEFAULT)[1])
            for one in asked(HouseFacts.of(scenario.house))
        )
        if then != now:
            who = person_of(store, person, attempt).name
            new, gone = tuple(sorted(now - then)), tuple(sorted(then - now))
            yield Other(attempt.id, who, scenario.title, new, gone)


def _both_forms(changed: Checker, own: OwnRules, house: HouseFacts) -> tuple[Checker, Checker]:
    """The rule as it is in use and as it is proposed, each alone, as this house is asked."""
    ids = (rule.id for rule in changed.rules)
    return checker_with(own, house).only(*ids), in_house(changed, house)


def _lines(check: CheckResult) -> frozenset[str]:
    return _findings({"check": check.model_dump(mode="json")})


def _compared(
    store: Store, person: Person, attempt: Attempt, before: Mapping[str, Any]
) -> Rechecked:
    scenario = scenario_of(store, person, attempt)
    today = review(record(attempt, scenario), shipped.checker_for(scenario.house), scenario)
    then, now = _findings(before), _findings(today.model_dump(mode="json"))
    card = before["scorecard"]
    return Rechecked(
        attempt_id=attempt.id,
        who=person_of(store, person, attempt).name,
        title=scenario.title,
        started_on=attempt.started_at.date().isoformat(),
        new=tuple(sorted(now - then)),
        gone=tuple(sorted(then - now)),
        grade=(card["grade"]["value"], _grade(today)),
        passed=(card["passed"], today.scorecard.passed),
        marks=tuple(_remarked(_marks(before), _marks(today.model_dump(mode="json")))),
        versions=tuple(_newer(before["versions"], today.versions)),
        verdicts=sum(one.stands for one in verdicts(store, person, attempt.id)),
    )


def _marks(content: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {
        f"{score['dimension']}: {mark['name']}": mark
        for score in content["scorecard"]["scores"]
        for mark in score["marks"]
    }


def _remarked(
    before: Mapping[str, Mapping[str, Any]], today: Mapping[str, Mapping[str, Any]]
) -> Iterator[Remarked]:
    """Marks that differ; one that is new or gone has nothing on the other side."""
    for name in dict.fromkeys((*before, *today)):
        then, now = before.get(name, {}).get("value"), today.get(name, {}).get("value")
        if then != now:
            why = today[name]["reason"] if name in today else "it is not marked any more"
            yield Remarked(name, then, now, why)


_OWN = "rule."
"""What the versions of the house's own rules begin with."""


def _adopted(then: str, now: str) -> str:
    return "adopted" if then == "none" else "taken back" if now == "none" else "changed"


def _newer(before: Mapping[str, str], today: Mapping[str, str]) -> Iterator[str]:
    """What was released since, in words."""
    for name in dict.fromkeys((*before, *today)):
        then, now = before.get(name, "none"), today.get(name, "none")
        if then != now:
            if name.startswith(_OWN):
                yield f"{name.removeprefix(_OWN)}: the house's own, {_adopted(then, now)}"
            else:
                yield f"{name} changed" if name == "rules" else f"{name} {then} to {now}"


def _grade(made: Review) -> float | None:
    return made.scorecard.grade.value


def _findings(content: Mapping[str, Any]) -> frozenset[str]:
    """Each finding as a line: how it stands, which rule, at which turn."""
    return frozenset(
        f"{finding['standing']} {finding['rule']} {_place(finding['turn'])}"
        for finding in content["check"]["findings"]
    )


def _place(turn: int | None) -> str:
    return "of the whole call" if turn is None else f"at turn {turn_number(turn)}"
