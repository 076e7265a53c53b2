"""After a change of the rules, who would be judged otherwise; what was kept stays as it is."""

from __future__ import annotations

import json

from scoring.judged import WHOLE
from tests.training.judging import accept
from tests.training.shipped_calls import at
from tests.training.test_reviews import _practised
from training.models import Person, Purpose
from training.rechecking import recheck
from training.reviews import kept_reviews, review_attempt
from training.store import Store
from training.verdicts import give_verdict


def test_with_the_same_rules_nothing_would_change(store: Store, ana: Person) -> None:
    attempt = _practised(store, ana)
    review_attempt(store, ana, attempt.id, at(1000))

    (told,) = recheck(store, ana)

    assert told.attempt_id == attempt.id
    assert not told.changes


def test_what_would_change_is_named_and_the_kept_review_stays(store: Store, ana: Person) -> None:
    attempt = _practised(store, ana)
    made = review_attempt(store, ana, attempt.id, at(1000))
    content = json.loads(made.model_dump_json())
    before = {"standing": "not_met", "rule": "house.of_before", "turn": 2}
    content["check"]["findings"].append(before)
    content["scorecard"]["grade"]["value"] = 1.0
    score = next(one for one in content["scorecard"]["scores"] if one["value"] is not None)
    mark = next(one for one in score["marks"] if one["value"] is not None)
    today, mark["value"] = mark["value"], 1.0
    content["versions"]["scoring"] = "0"
    store.keep_review(ana, attempt, '{"scoring": "0"}', at(1001), json.dumps(content))

    (told,) = recheck(store, ana)

    assert told.changes
    assert (told.new, told.gone) == ((), ("not_met house.of_before at turn 3",))
    assert told.moved.grade == (1.0, made.scorecard.grade.value)
    assert told.who == "Ana"
    name = f"{score['dimension']}: {mark['name']}"
    assert told.moved.marks == ((name, 1.0, today, mark["reason"]),)
    assert told.versions == (f"scoring 0 to {made.versions['scoring']}",)
    kept = kept_reviews(store, ana, attempt.id)
    assert [one.content["check"]["findings"][-1:] for one in kept] == [[], [before]]


def test_others_see_only_what_their_role_may_read(
    store: Store, ana: Person, trainer: Person
) -> None:
    for purpose in (Purpose.PRIVATE, Purpose.SUBMITTED):
        attempt = _practised(store, ana, purpose)
        review_attempt(store, ana, attempt.id, at(1000))

    assert [told.attempt_id for told in recheck(store, trainer)] == [attempt.id]


def test_verdicts_that_outrank_the_machine_are_counted(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = _practised(store, ana, Purpose.SUBMITTED)
    review_attempt(store, ana, attempt.id, at(1000))
    give_verdict(store, trainer, attempt.id, accept(WHOLE), at(1001))

    (told,) = recheck(store, ana)

    assert told.verdicts == 1
    assert not told.changes
