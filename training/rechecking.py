"""What today's rules and scorers would say otherwise of stored attempts; nothing is changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from calls.turn import turn_number
from scoring.review import Review, review
from training import shipped
from training.models import Attempt, Person
from training.practice import scenario_of
from training.reviews import kept_reviews, record
from training.store import Store


@dataclass(frozen=True)
class Rechecked:
    """An attempt that was reviewed before, and what would be different today."""

    attempt_id: str
    title: str
    started_on: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    grade: tuple[float | None, float | None]
    passed: tuple[bool | None, bool | None]

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        same = self.grade[0] == self.grade[1] and self.passed[0] == self.passed[1]
        return bool(self.new or self.gone) or not same


def recheck(store: Store, person: Person) -> Iterator[Rechecked]:
    """Every reviewed attempt that this person may read, the oldest first; reviews stay as kept."""
    for attempt in store.attempts(person, own=False):
        kept = kept_reviews(store, person, attempt.id)
        if kept:
            yield _compared(store, person, attempt, kept[-1].content)


def _compared(
    store: Store, person: Person, attempt: Attempt, before: Mapping[str, Any]
) -> Rechecked:
    scenario = scenario_of(store, person, attempt)
    today = review(record(attempt, scenario), shipped.checker_for(scenario.house), scenario)
    then, now = _findings(before), _findings(today.model_dump(mode="json"))
    card = before["scorecard"]
    return Rechecked(
        attempt_id=attempt.id,
        title=scenario.title,
        started_on=attempt.started_at.date().isoformat(),
        new=tuple(sorted(now - then)),
        gone=tuple(sorted(then - now)),
        grade=(card["grade"]["value"], _grade(today)),
        passed=(card["passed"], today.scorecard.passed),
    )


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
