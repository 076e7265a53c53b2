"""Reviews of attempts: made from the log when asked for, and kept with their versions."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calls.circumstances import SpeakerRole
from calls.knowledge import UNKNOWN, Unknown
from calls.record import Record, record_of
from scoring.review import Review, review
from simulator.circumstances import context
from simulator.scenario import Scenario
from training import shipped
from training.errors import TrainingError
from training.models import Attempt, Person
from training.practice import scenario_of
from training.store import Store


@dataclass(frozen=True)
class KeptReview:
    """A review as it was made once; `content` is its JSON, whatever the versions of today."""

    made_at: datetime
    versions: dict[str, str]
    content: dict[str, Any]


def review_attempt(store: Store, person: Person, attempt_id: str, now: datetime) -> Review:
    """The review by the rules and scorers of today, kept beside earlier ones."""
    attempt = store.attempt(person, attempt_id)
    if not attempt.state.handed_in:
        raise TrainingError(
            f"attempt {attempt_id!r}", "it is not handed in yet", "hand it in first"
        )
    scenario = scenario_of(store, person, attempt)
    made = review(record(attempt, scenario), shipped.checker_for(scenario.house), scenario)
    versions = json.dumps(made.versions, sort_keys=True)
    store.keep_review(person, attempt, versions, now, made.model_dump_json())
    return made


def kept_reviews(store: Store, person: Person, attempt_id: str) -> tuple[KeptReview, ...]:
    """Every review that was made of the attempt, the oldest first."""
    return tuple(
        KeptReview(
            made_at=datetime.fromisoformat(row["made_at"]),
            versions=json.loads(row["versions"]),
            content=json.loads(row["body"]),
        )
        for row in store.reviews(person, attempt_id)
    )


def record(attempt: Attempt, scenario: Scenario) -> Record:
    """The attempt's last call with the circumstances that its scenario gives it."""
    call = attempt.state.call
    began_at = call.began_at if call else attempt.started_at
    answered_by: SpeakerRole | Unknown = call.answered_by if call else UNKNOWN
    return record_of(attempt.id, attempt.state, context(scenario, began_at, answered_by))
