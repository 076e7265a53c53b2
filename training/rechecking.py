"""What today's rules and scorers would say otherwise of stored attempts; nothing is changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from calls.record import Record
from calls.turn import turn_number
from compliance_rules import DEFAULT, Checker, CheckResult, HouseFacts
from compliance_rules.own_rule import OwnRules
from compliance_rules.proposal import Proposal, in_house, laid_over
from compliance_rules.shipped import checker_with, opened_with
from scoring.contacts import read_and_checked
from scoring.review import review, versions_by
from simulator.scenario import Scenario
from training import shipped
from training.adopting import usable_rules
from training.judging import is_hidden
from training.models import Attempt, Person
from training.people import person_of
from training.practice import scenario_of
from training.reviews import KeptReview, kept_reviews, record
from training.store import Store
from training.verdicts import verdicts


class Remarked(NamedTuple):
    """A mark that would be another today; `why` is what today's scorer says of it."""

    name: str
    before: float | None
    now: float | None
    why: str


class Moved(NamedTuple):
    """What marks and grade would come to, each from what to what."""

    grade: tuple[float | None, float | None]
    passed: tuple[bool | None, bool | None]
    marks: tuple[Remarked, ...]

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        same = self.grade[0] == self.grade[1] and self.passed[0] == self.passed[1]
        return bool(self.marks) or not same


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
    moved: Moved
    versions: tuple[str, ...] = ()
    verdicts: int = 0

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        return bool(self.new or self.gone) or self.moved.changes


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
    """An attempt that a changed rule would judge otherwise; findings each as a line.

    `moved` are its marks as they are by the rules in use, and with the changed one among them.
    `verdicts` counts those that outrank them either way.
    """

    attempt_id: str
    who: str
    title: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    moved: Moved
    verdicts: int = 0


def recheck_rule(
    store: Store, person: Person, proposal: Proposal, told: Told = _unwatched
) -> Iterator[Other]:
    """What one rule as it is proposed would find and mark otherwise than it does; nothing is kept.

    Both forms are asked alone in the house of each scenario, of the same attempts that `recheck`
    looks at. Where they say something else, the whole call is reviewed by all rules with each: what
    the marks would come to is what `recheck` tells once the rule is in use. It is compared with the
    rules of this store's installation, as it was read beside them.
    """
    own = usable_rules(store).rules
    asked = cache(partial(_both_forms, proposal.checker, own))
    attempts = store.attempts(person, own=False)
    for nth, attempt in enumerate(attempts, 1):
        told(nth, len(attempts))
        if is_hidden(store, person, attempt.id):
            continue
        kept = kept_reviews(store, person, attempt.id)
        if not kept:
            continue
        scenario = scenario_of(store, person, attempt)
        of = record(attempt, scenario)
        house = HouseFacts.of(scenario.house)
        then, now = (read_and_checked(of, one, DEFAULT)[1] for one in asked(house))
        if (then.findings, then.met) == (now.findings, now.met):
            continue
        before = _by_rules_in_use(kept[-1], of, checker_with(own, house), scenario)
        after = review(of, _with(own, proposal, house), scenario).model_dump(mode="json")
        moved, lines = _moved(before, after), (_lines(then), _lines(now))
        if moved.changes or lines[0] != lines[1]:
            yield Other(
                attempt_id=attempt.id,
                who=person_of(store, person, attempt).name,
                title=scenario.title,
                new=tuple(sorted(lines[1] - lines[0])),
                gone=tuple(sorted(lines[0] - lines[1])),
                moved=moved,
                verdicts=_standing(store, person, attempt),
            )


def _with(own: OwnRules, proposal: Proposal, house: HouseFacts) -> Checker:
    """All rules with the proposed one among them; nobody else waits while they are opened."""
    laid = laid_over(own, proposal.one)
    opened_with(laid)
    return checker_with(laid, house)


def _by_rules_in_use(
    kept: KeptReview, of: Record, checker: Checker, scenario: Scenario
) -> Mapping[str, Any]:
    """The review by the rules in use: the latest that was kept, where it is one."""
    if kept.versions == versions_by(checker):
        return kept.content
    return review(of, checker, scenario).model_dump(mode="json")


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
    made = review(record(attempt, scenario), shipped.checker_for(scenario.house), scenario)
    today = made.model_dump(mode="json")
    then, now = _findings(before), _findings(today)
    moved = _moved(before, today)
    return Rechecked(
        attempt_id=attempt.id,
        who=person_of(store, person, attempt).name,
        title=scenario.title,
        started_on=attempt.started_at.date().isoformat(),
        new=tuple(sorted(now - then)),
        gone=tuple(sorted(then - now)),
        moved=moved,
        versions=tuple(_newer(before["versions"], made.versions)),
        verdicts=_standing(store, person, attempt),
    )


def _standing(store: Store, person: Person, attempt: Attempt) -> int:
    return sum(one.stands for one in verdicts(store, person, attempt.id))


def _moved(before: Mapping[str, Any], today: Mapping[str, Any]) -> Moved:
    """What two reviews of a call mark otherwise."""
    then, now = before["scorecard"], today["scorecard"]
    return Moved(
        grade=(then["grade"]["value"], now["grade"]["value"]),
        passed=(then["passed"], now["passed"]),
        marks=tuple(_remarked(_marks(before), _marks(today))),
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


def _findings(content: Mapping[str, Any]) -> frozenset[str]:
    """Each finding as a line: how it stands, which rule, at which turn."""
    return frozenset(
        f"{finding['standing']} {finding['rule']} {_place(finding['turn'])}"
        for finding in content["check"]["findings"]
    )


def _place(turn: int | None) -> str:
    return "of the whole call" if turn is None else f"at turn {turn_number(turn)}"
