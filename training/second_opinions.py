"""Second opinions by a language model: asked once for an attempt, kept beside its reviews."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from language_model import Model
from scoring.judge import JUDGED, SecondOpinion, judge
from scoring.review import Review
from simulator.scenario import Scenario
from training import shipped
from training.access_log import Deed, log
from training.assessments.blinding import blacked_out, name_behind, names_hidden
from training.care import check_second_opinion
from training.errors import TrainingError
from training.judging import NotYoursToJudge, Seen, is_hidden, look, may_judge
from training.models import Attempt, Person
from training.practice import scenario_of
from training.practising import check_practises
from training.reviews import machine_review, record
from training.store import Store, find


@dataclass(frozen=True)
class KeptOpinion:
    """A second opinion as it came, with who asked for it and when."""

    by: str
    at: datetime
    opinion: SecondOpinion


def may_ask(
    store: Store, person: Person, attempt: Attempt, scenario: Scenario, made: Review
) -> bool:
    """Whether this person may send this call to a model, and there is something to judge in it."""
    if scenario.with_care or not _has_marks(made) or is_hidden(store, person, attempt.id):
        return False
    return attempt.person_id == person.id or may_judge(store, person, attempt.id)


def ask_for_second_opinion(
    store: Store, person: Person, attempt_id: str, model: Model, now: datetime
) -> KeptOpinion:
    """The second opinion on an attempt; the model is asked where nobody has asked it before.

    Raises:
        ModelFault: There is no answer; nothing is kept, and it may be asked again.
    """
    check_practises(person)
    kept = second_opinion(store, person, attempt_id)
    if kept is not None:
        return kept
    made = machine_review(store, person, attempt_id)
    attempt = store.attempt(person, attempt_id)
    scenario = scenario_of(store, person, attempt)
    check_second_opinion(scenario)
    if not _has_marks(made):
        raise TrainingError(
            f"attempt {attempt_id!r}", "there is nothing to judge in it", "a call that was held"
        )
    if not may_ask(store, person, attempt, scenario, made):
        raise NotYoursToJudge(attempt_id)
    opinion = judge(
        record(attempt, scenario),
        shipped.checker_for(scenario.house),
        model,
        {score.dimension: score.value for score in made.scorecard.scores},
        (_name(store, person, attempt), scenario.consumer_name),
    )
    _keep(store, person, attempt_id, opinion, now)
    return second_opinion(store, person, attempt_id) or KeptOpinion(person.name, now, opinion)


def second_opinion(store: Store, person: Person, attempt_id: str) -> KeptOpinion | None:
    """The opinion that was kept; who reads it has seen marks that no person gave.

    Who rates a work sample reads its quotes without the name of whoever took it.
    """
    check_practises(person)
    sql = """select second_opinions.*, people.name as "by" from second_opinions
        join people on people.id = person_id where attempt_id = ?"""
    with store.reading() as db:
        find(db, person, attempt_id)
        row: Mapping[str, Any] | None = next(db.query(sql, (attempt_id,)), None)
    if row is None:
        return None
    look(store, person, attempt_id, Seen.MACHINE)
    scenario = scenario_of(store, person, store.attempt(person, attempt_id, shown=False))
    with store.reading() as db:
        names = names_hidden(db, find(db, person, attempt_id), person.id, scenario)
    opinion = SecondOpinion.model_validate_json(blacked_out(row["body"], names))
    return KeptOpinion(row["by"], datetime.fromisoformat(row["at"]), opinion)


def _keep(
    store: Store, person: Person, attempt_id: str, opinion: SecondOpinion, now: datetime
) -> None:
    """Of two windows that asked, the first answer is kept."""
    row = {
        "attempt_id": attempt_id,
        "person_id": person.id,
        "for_a_person": int(opinion.for_a_person),
        "body": opinion.model_dump_json(),
        "at": now.isoformat(),
    }
    with store.writing() as db:
        owner = find(db, person, attempt_id)["person_id"]
        db.table("second_opinions").insert(row, ignore=True)
        log(db, person, Deed.SECOND_OPINION, now, attempt_id=attempt_id, of=owner)


def _name(store: Store, person: Person, attempt: Attempt) -> str:
    """The name to be masked: behind an alias stands another."""
    with store.reading() as db:
        return name_behind(db, find(db, person, attempt.id))


def _has_marks(made: Review) -> bool:
    return any(
        score.dimension in JUDGED and score.value is not None for score in made.scorecard.scores
    )
