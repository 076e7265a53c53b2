"""How somebody's attempts came out over time, dimension by dimension."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calls.events import Hints
from scoring.review import Review
from training.models import Person, Purpose
from training.store import Store, visible_to
from training.verdicts import as_it_stands


@dataclass(frozen=True)
class Step:
    """One attempt that was handed in; marks are None where there was no opportunity.

    `scores` holds the dimensions of its latest review, and nothing where there is none yet.
    `silent`: the review found no conversation in it, so that there was nothing to grade.
    `with_care`: its scenario is played with care, and counts nowhere.
    `judged`: a verdict was given on it, and the marks are those that stand since. `branch`: it
    began in the middle of another one; `hinted`: hints were on. `must_change` is
    the first turn that must change.
    """

    attempt_id: str
    scenario_id: str
    title: str
    purpose: Purpose
    started_at: datetime
    seen_before: bool
    scores: dict[str, float | None]
    grade: float | None
    passed: bool | None
    silent: bool = False
    with_care: bool = False
    judged: bool = False
    branch: bool = False
    hinted: bool = False
    must_change: int | None = None

    @property
    def rehearsed(self) -> bool:
        """Whether it was made with help or knowing what comes, and so counts for practice only."""
        return self.branch or self.hinted or self.seen_before


_HANDED_IN = """person_id = :reader and exists (
    select 1 from events where attempt_id = attempts.id and kind = 'wrapped_up')"""
_WITH_LATEST_REVIEW = """attempts.*,
    (select json_extract(content, '$.title') from scenarios where hash = scenario_hash) as title,
    (select json_extract(content, '$.with_care') from scenarios where hash = scenario_hash)
        as with_care,
    (select body from reviews where attempt_id = attempts.id order by rowid desc limit 1) as review,
    exists (select 1 from verdicts where attempt_id = attempts.id) as judged
"""


def progress(store: Store, person: Person) -> tuple[Step, ...]:
    """The person's own attempts that were handed in, the oldest first."""
    with store.reading() as db:
        rows = tuple(visible_to(db, person, _HANDED_IN, select=_WITH_LATEST_REVIEW))
    return tuple(_step(row, _standing(store, person, row)) for row in rows)


def _standing(store: Store, person: Person, row: Mapping[str, Any]) -> dict[str, Any]:
    """The latest review as it is kept, or as it stands after the verdicts on it."""
    if not row["review"]:
        return {}
    if not row["judged"]:
        kept: dict[str, Any] = json.loads(row["review"])
        return kept
    attempt = store.attempt(person, row["id"])
    made = Review.model_validate_json(row["review"])
    return as_it_stands(store, person, attempt, made).model_dump(mode="json")


def _step(row: Mapping[str, Any], review: Mapping[str, Any]) -> Step:
    card = review.get("scorecard", {})
    grade = card.get("grade", {}).get("value")
    return Step(
        attempt_id=row["id"],
        scenario_id=row["scenario_id"],
        title=row["title"],
        purpose=Purpose(row["purpose"]),
        started_at=datetime.fromisoformat(row["started_at"]),
        seen_before=bool(row["seen_before"]),
        scores={score["dimension"]: score["value"] for score in card.get("scores", ())},
        grade=grade,
        passed=card.get("passed"),
        silent=bool(card) and grade is None,
        with_care=bool(row["with_care"]),
        judged=bool(row["judged"]),
        branch=row["parent_attempt"] is not None,
        must_change=_must_change(card),
        hinted=card.get("hints", Hints.OFF) != Hints.OFF,
    )


def _must_change(card: Mapping[str, Any]) -> int | None:
    turns = (finding["turn"] for finding in card.get("must_change", ()))
    return min((turn for turn in turns if turn is not None), default=None)
