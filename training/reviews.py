"""Reviews of attempts: made from the log when asked for, and kept with their versions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from calls.circumstances import SpeakerRole
from calls.knowledge import UNKNOWN, Unknown
from calls.record import Contact, Record, record_of, written_last
from calls.state import CallState
from calls.turn import Transcript
from scoring.review import Review, review, versions_by
from simulator.circumstances import context
from simulator.scenario import Scenario
from training import shipped
from training.assessments.blinding import blacked_out, is_blind, names_hidden
from training.errors import TrainingError
from training.judging import Seen, look
from training.models import Attempt, Person, Purpose
from training.practice import scenario_of
from training.practising import check_practises
from training.store import Store, find


@dataclass(frozen=True)
class KeptReview:
    """A review as it was made once; `content` is its JSON, whatever the versions of today."""

    made_at: datetime
    versions: dict[str, str]
    content: dict[str, Any]


def review_attempt(store: Store, person: Person, attempt_id: str, now: datetime) -> Review:
    """The review by the rules and scorers of today, kept beside earlier ones.

    Somebody else than its owner has seen the machine's marks from here on. Who rates a work sample
    reads what it quotes without the name of whoever took it.
    """
    check_practises(person)
    attempt, scenario = _handed_in(store, person, attempt_id)
    look(store, person, attempt_id, Seen.MACHINE)
    made = review(record(attempt, scenario), shipped.checker_for(scenario.house), scenario)
    versions = json.dumps(made.versions, sort_keys=True)
    body = made.model_dump_json()
    store.keep_review(person, attempt, versions, now, body)
    names = _names_hidden(store, person, attempt_id)
    return Review.model_validate_json(blacked_out(body, names)) if names else made


def machine_review(store: Store, person: Person, attempt_id: str) -> Review:
    """The review of today, for figures over many attempts: what is in it is shown to nobody.

    One that was kept is taken as it is, where its versions are those of today.
    """
    check_practises(person)
    attempt, scenario = _handed_in(store, person, attempt_id, shown=False)
    checker = shipped.checker_for(scenario.house)
    today = versions_by(checker)
    for row in reversed(store.reviews(person, attempt_id)):
        if json.loads(row["versions"]) == today:
            return Review.model_validate_json(row["body"])
    return review(record(attempt, scenario), checker, scenario)


def _handed_in(
    store: Store, person: Person, attempt_id: str, *, shown: bool = True
) -> tuple[Attempt, Scenario]:
    attempt = store.attempt(person, attempt_id, shown=shown)
    if not attempt.state.handed_in:
        raise TrainingError(
            f"attempt {attempt_id!r}", "it is not handed in yet", "hand it in first"
        )
    return attempt, scenario_of(store, person, attempt)


def kept_reviews(store: Store, person: Person, attempt_id: str) -> tuple[KeptReview, ...]:
    """Every review that was made of the attempt, the oldest first; who reads them has seen it."""
    check_practises(person)
    look(store, person, attempt_id, Seen.MACHINE)
    names = _names_hidden(store, person, attempt_id)
    return tuple(
        KeptReview(
            made_at=datetime.fromisoformat(row["made_at"]),
            versions=json.loads(row["versions"]),
            content=json.loads(blacked_out(row["body"], names)),
        )
        for row in store.reviews(person, attempt_id)
    )


def _names_hidden(store: Store, person: Person, attempt_id: str) -> Sequence[str]:
    with store.reading() as db:
        if not is_blind(find(db, person, attempt_id), person.id):
            return ()
    scenario = scenario_of(store, person, store.attempt(person, attempt_id, shown=False))
    with store.reading() as db:
        return names_hidden(db, find(db, person, attempt_id), person.id, scenario)


def record(attempt: Attempt, scenario: Scenario) -> Record:
    """The attempt with the circumstances that its scenario gives it, each conversation its own."""
    state = attempt.state
    call = state.call
    began_at = call.began_at if call else attempt.started_at
    answered_by: SpeakerRole | Unknown = call.answered_by if call else UNKNOWN
    known = context(scenario, began_at, answered_by)
    several = scenario.dial is not None or len(state.calls) > 1
    contacts = [_contact(one, scenario) for one in state.calls] if several else []
    made = record_of(attempt.id, state, known, contacts, began_at)
    task = written_last(state) if attempt.purpose is Purpose.ASSESSMENT else None
    return replace(made, task=task)


def _contact(call: CallState, scenario: Scenario) -> Contact:
    """One conversation, at the moment that the clocks of the scenario show."""
    of = scenario.for_account(call.account)
    began_at = of.moment(call.began_at)
    said = Transcript(id=call.account, turns=call.turns, began_at=began_at)
    return Contact(call.account, said, context(of, call.began_at, call.answered_by, call.channel))
