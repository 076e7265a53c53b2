"""One's own data: taken along as a whole, and practice deleted with all that hangs on it."""

from __future__ import annotations

import json

import pytest

from scoring.judged import WHOLE
from tests.pages.finished import KINDER, finished, tried_again
from tests.training.floor import NOW
from tests.training.judging import MARK, accept, judged_in_every_way, sheet
from tests.training.shipped_calls import on_a_call
from training.accounts import open_account
from training.claims import claim, own_claims
from training.drilling import Answer, answers
from training.errors import NoSuchAttempt, Stays
from training.models import Person, Purpose, Role
from training.own_data import delete_attempts, own_data, practice_of, preview
from training.own_tables import README, tables
from training.people import sign_in_locally
from training.practice import take_turn
from training.ratings import rate
from training.remarks import coach, comment, take_back_remark
from training.reviews import review_attempt
from training.searching import search
from training.store import Store
from training.verdicts import give_verdict, take_back_verdict
from training.wrap_up import finish

GONE = "deleted_attempts"


@pytest.fixture
def dana(store: Store) -> Person:
    return sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)


def _rows_about(store: Store, attempt_id: str) -> set[str]:
    """The tables in which anything of an attempt is left, whatever tables there are."""
    with store.reading() as db:
        return {
            name
            for name in db.table_names()
            if "attempt_id" in db.table(name).columns_dict
            and db.table(name).count_where("attempt_id = ?", [attempt_id])
        }


def _answered(store: Store, person: Person) -> None:
    row = {"card": "dial:1", "nth": 0, "answer": "not now", "right": 1, "at": NOW.isoformat()}
    with store.writing() as db:
        db.table("drill_answers").insert({"person_id": person.id, **row})


def test_everything_of_a_submitted_attempt_is_taken_along(
    store: Store, dana: Person, trainer: Person
) -> None:
    attempt = finished(store, purpose=Purpose.SUBMITTED)
    review_attempt(store, dana, attempt.id, NOW)
    rate(store, trainer, attempt.id, sheet(), NOW)
    give_verdict(store, trainer, attempt.id, accept(WHOLE), NOW)
    _answered(store, dana)

    data = json.loads(json.dumps(own_data(store, dana, NOW)))
    [one] = data["attempts"]

    assert (data["format"], data["version"]) == ("right-party/own-data", 2)
    assert one["wrap_up"]["note"] == "Will not pay, she says."
    assert [event["seq"] for event in one["events"]] == [event.seq for event in attempt.events]
    assert len(one["reviews"][0]["scores"]) == 6
    assert one["verdicts"][0]["ruling"]["decision"] == "accept"
    assert tables(data)["verdicts"][0]["ruling_decision"] == "accept"
    assert one["ratings"][0]["rater"] == 1
    assert "Tom" not in json.dumps(one["ratings"])
    assert data["drill_answers"][0]["card"] == "dial:1"


def test_tables_hold_what_the_json_holds(store: Store, dana: Person) -> None:
    attempt = finished(store)
    review_attempt(store, dana, attempt.id, NOW)
    data = own_data(store, dana, NOW)

    found = tables(data)

    assert [row["grade"] for row in found["attempts"]] == [
        data["attempts"][0]["reviews"][0]["grade"]["value"]
    ]
    assert len(found["events"]) == len(attempt.events)
    assert any("arrested" in str(row["what"]) for row in found["events"])
    assert {row["standing"] for row in found["findings"]} >= {"not_met"}
    assert all(f"{name}.csv" in README for name in found)


def test_the_account_what_was_asked_for_and_who_looked_go_along(
    store: Store, trainer: Person
) -> None:
    before = sign_in_locally(store, "Cleo", Role.TRAINEE, NOW)
    on_a_call(store, before)
    cleo = open_account(store, "Cleo", [Role.TRAINEE, Role.TRAINER], NOW, "a hash of hers")
    claim(store, cleo, "Cleo", Role.TRAINEE, NOW)
    attempt = on_a_call(store, cleo, seed=5, purpose=Purpose.SUBMITTED)
    finish(store, cleo, attempt, NOW)
    store.attempt(trainer, attempt.id)

    data = json.loads(json.dumps(own_data(store, cleo, NOW)))

    assert data["account"]["roles"] == ["trainee", "trainer"]
    assert "a hash of hers" not in json.dumps(data)
    (asked,) = own_claims(store, cleo)
    (told,) = data["claims"]
    assert (told["id"], told["local"]["id"], told["granted"]) == (asked.id, asked.local.id, None)
    assert told["local"]["name"] == "Cleo"
    assert [(one["by"], one["deed"]) for one in data["who_looked"]] == [("Tom", "read")]
    found = tables(data)
    assert found["account"][0]["roles"] == "trainee trainer"
    assert len(found["claims"]) == len(found["who_looked"]) == 1
    assert (found["claims"][0]["id"], found["claims"][0]["local_id"]) == (asked.id, asked.local.id)


def test_who_judges_takes_along_what_they_wrote_and_not_of_whom(
    store: Store, dana: Person, trainer: Person
) -> None:
    attempt = judged_in_every_way(store, dana, trainer)
    comment(store, trainer, attempt.id, 0, "A calm start.", NOW)
    note = coach(store, trainer, attempt.id, "Slow down.", "numbers", NOW)
    take_back_remark(store, trainer, attempt.id, note.id, NOW)
    verdict = give_verdict(store, trainer, attempt.id, accept(MARK), NOW)
    take_back_verdict(store, trainer, attempt.id, verdict.id, NOW)
    data = json.loads(json.dumps(own_data(store, trainer, NOW)))

    given = data["judgements"]
    assert [(one["about"], one["taken_back_at"]) for one in given["verdicts"]] == [
        (WHOLE, None),
        (MARK, NOW.isoformat()),
    ]
    assert [(one["text"], one["turn"], one["taken_back_at"]) for one in given["remarks"]] == [
        ("A calm start.", 0, None),
        ("Slow down.", None, NOW.isoformat()),
    ]
    assert given["ratings"][0]["sheet"]["levels"]["empathy"]["evidence"] == "turn 4: the threat"
    assert given["answers"][0]["answer"] == "So she did."
    assert "Dana Wells" not in json.dumps(given)
    assert {row["of"] for row in tables(data)["judgements"]} == {attempt.id}
    assert own_data(store, dana, NOW)["judgements"] == {}
    assert own_data(store, dana, NOW)["account"] is None


def test_nobody_takes_along_what_is_anothers(store: Store, ben: Person) -> None:
    finished(store)

    assert own_data(store, ben, NOW)["attempts"] == []


def test_deleted_practice_leaves_nothing_that_was_said(store: Store, dana: Person) -> None:
    first = finished(store)
    again = tried_again(store, dana, first, KINDER)
    for one in (first, again):
        review_attempt(store, dana, one.id, NOW)
    told = preview(store, dana, [first.id])

    gone = delete_attempts(store, dana, [first.id], NOW)

    assert set(gone) == set(told.attempts) == {first.id, again.id}
    assert (told.branches, told.reviews) == (1, 2)
    assert told.turns > 0
    assert _rows_about(store, first.id) == _rows_about(store, again.id) == {GONE}
    assert search(store, dana, "arrested") == ()
    assert practice_of(store, dana) == ()


def test_a_branch_can_go_alone_and_what_it_leaves_stays(store: Store, dana: Person) -> None:
    first = finished(store, purpose=Purpose.SUBMITTED)
    again = tried_again(store, dana, first, KINDER)

    assert [one.attempt_id for one in practice_of(store, dana)] == [again.id]
    delete_attempts(store, dana, [again.id], NOW)

    assert store.attempt(dana, first.id).events == first.events


def test_what_was_submitted_stays_and_so_does_everything_named_with_it(
    store: Store, dana: Person
) -> None:
    private, submitted = finished(store), finished(store, seed=2, purpose=Purpose.SUBMITTED)

    with pytest.raises(Stays, match="made to be submitted"):
        delete_attempts(store, dana, [private.id, submitted.id], NOW)

    assert {one.id for one in store.attempts(dana)} == {private.id, submitted.id}


def test_nobody_deletes_what_is_anothers(store: Store, ben: Person, trainer: Person) -> None:
    attempt = finished(store)

    for person in (ben, trainer):
        with pytest.raises(NoSuchAttempt):
            delete_attempts(store, person, [attempt.id], NOW)
        with pytest.raises(NoSuchAttempt):
            preview(store, person, [attempt.id])


def test_deleting_what_was_seen_makes_nobody_a_beginner(store: Store, dana: Person) -> None:
    delete_attempts(store, dana, [finished(store).id], NOW)

    assert on_a_call(store, dana, seed=2).seen_before
    assert own_data(store, dana, NOW)["deleted_attempts"][0]["on_a_call"] == 1


def test_a_window_that_is_still_open_goes_no_further(store: Store, dana: Person) -> None:
    attempt = on_a_call(store, dana)
    delete_attempts(store, dana, [attempt.id], NOW)

    with pytest.raises(NoSuchAttempt):
        take_turn(store, dana, attempt, "Hello?", NOW)


def test_answers_in_drills_stay(store: Store, dana: Person) -> None:
    _answered(store, dana)
    delete_attempts(store, dana, [finished(store).id], NOW)

    assert answers(store, dana) == (Answer("dial:1", 0, "not now", right=True, at=NOW),)
