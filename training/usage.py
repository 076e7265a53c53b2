"""How much a scenario is used, and how people do on it: from what was submitted, and no other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from training.models import Person
from training.store import Store, visible_to

_SUBMITTED = """purpose = 'submitted' and parent_attempt is null and exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')"""
_WITH_REVIEW = """scenario_id, person_id,
    (select body from reviews where attempt_id = attempts.id order by rowid desc limit 1) as review
"""


@dataclass(frozen=True)
class Usage:
    """What came of a scenario; `grade` is the middle one, None where none was graded."""

    attempts: int
    people: int
    passed: int
    grade: float | None


def usage(store: Store, person: Person) -> Mapping[str, Usage]:
    """The use of every scenario that somebody submitted an attempt of which this person may read.

    Private practice is nobody's figure.
    """
    who: dict[str, list[str]] = {}
    cards: dict[str, list[dict[str, object]]] = {}
    grades: dict[str, list[float]] = {}
    with store.reading() as db:
        for row in visible_to(db, person, _SUBMITTED, select=_WITH_REVIEW):
            name = row["scenario_id"]
            who.setdefault(name, []).append(row["person_id"])
            card = json.loads(row["review"] or "{}").get("scorecard", {})
            cards.setdefault(name, []).append(card)
            grade = card.get("grade", {}).get("value")
            if grade is not None:
                grades.setdefault(name, []).append(float(grade))
    return {
        name: Usage(
            attempts=len(people),
            people=len(set(people)),
            passed=sum(card.get("passed") is True for card in cards[name]),
            grade=median(grades[name]) if name in grades else None,
        )
        for name, people in who.items()
    }
