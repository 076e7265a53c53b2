"""A second opinion: asked once, kept beside the marks, and never one of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from language_model import Model, ModelFault, Settings, connect
from scoring.judge import judge_of
from scoring.review import Review
from tests.language_model import server as does
from tests.language_model.server import KEY, MODEL, ModelServer
from tests.scoring.opinions import judges, remark
from tests.shipped import SCENARIOS
from tests.training.judging import LINES, sheet, submitted
from tests.training.shipped_calls import at, on_a_call
from training.agreeing import agreement_so_far
from training.errors import NoSuchAttempt, TrainingError
from training.judging import saw
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.ratings import rate, ratings
from training.reviews import kept_reviews, machine_review, review_attempt
from training.second_opinions import ask_for_second_opinion, may_ask, second_opinion
from training.store import Store
from training.verdicts import as_it_stands, verdicts
from training.waiting import waiting
from training.wrap_up import hand_in

CARE = SCENARIOS["no_point_any_more"]
KIND = remark(6, "I need all of it today", "That is a demand.", "What can you manage?")


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        running.will(judges(5, 5, KIND))
        yield running


@pytest.fixture
def model(server: ModelServer) -> Model:
    return judge_at(server)


def judge_at(server: ModelServer) -> Model:
    return judge_of(_settings(server))


def hurried(server: ModelServer) -> Model:
    """A judge that has one second for all its answers."""
    return connect(_settings(server, seconds=1, temperature=0))


def _settings(server: ModelServer, **told: float) -> Settings:
    return Settings.model_validate({"url": server.url, "model": MODEL, "key": KEY, **told})


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


def _stands(store: Store, person: Person, attempt: Attempt) -> Review:
    return as_it_stands(store, person, attempt, review_attempt(store, person, attempt.id, at(2000)))


def test_it_is_asked_once_and_kept(
    store: Store, ana: Person, model: Model, server: ModelServer, attempt: Attempt
) -> None:
    assert second_opinion(store, ana, attempt.id) is None

    told = ask_for_second_opinion(store, ana, attempt.id, model, at(3000))
    again = ask_for_second_opinion(store, ana, attempt.id, model, at(4000))

    assert (told.by, told.at) == ("Ana", at(3000))
    assert told == again == second_opinion(store, ana, attempt.id)
    assert len(server.asked) == 3


@pytest.mark.parametrize("level", [1, 5])
def test_it_moves_no_mark_and_no_grade_and_fails_nobody(
    store: Store, ana: Person, model: Model, server: ModelServer, attempt: Attempt, level: int
) -> None:
    before = _stands(store, ana, attempt)
    server.will(judges(level, level, KIND))

    told = ask_for_second_opinion(store, ana, attempt.id, model, at(3000))

    assert told.opinion.opinions[0].level == level
    assert _stands(store, ana, attempt).model_dump_json() == before.model_dump_json()
    assert machine_review(store, ana, attempt.id) == before
    assert len(kept_reviews(store, ana, attempt.id)) == 1
    assert verdicts(store, ana, attempt.id) == ()


def test_what_a_model_says_never_enters_agreement(
    store: Store, ana: Person, trainer: Person, model: Model, attempt: Attempt
) -> None:
    rate(store, trainer, attempt.id, sheet(), at(2000))
    before = agreement_so_far(store, trainer)

    ask_for_second_opinion(store, ana, attempt.id, model, at(3000))

    assert agreement_so_far(store, trainer) == before
    assert [one.by for one in ratings(store, trainer, attempt.id)] == ["Tom"]


def test_far_from_the_rules_it_is_for_a_person_and_the_queue_says_so(
    store: Store, ana: Person, trainer: Person, model: Model, attempt: Attempt
) -> None:
    (before,) = waiting(store, trainer)
    told = ask_for_second_opinion(store, ana, attempt.id, model, at(3000))
    (after,) = waiting(store, trainer)

    assert told.opinion.for_a_person
    assert (before.for_a_person, after.for_a_person) == (False, True)
    assert not after.seen, "the queue tells nobody what the marks are"


def test_near_the_rules_it_is_for_nobody(
    store: Store, ana: Person, trainer: Person, model: Model, server: ModelServer, attempt: Attempt
) -> None:
    server.will(judges(None, None, KIND))
    ask_for_second_opinion(store, ana, attempt.id, model, at(3000))

    assert [one.for_a_person for one in waiting(store, trainer)] == [False]


def test_whoever_reads_it_does_not_rate_blind_any_more(
    store: Store, ana: Person, trainer: Person, model: Model, attempt: Attempt
) -> None:
    assert second_opinion(store, trainer, attempt.id) is None
    assert not saw(store, trainer, attempt.id)

    ask_for_second_opinion(store, trainer, attempt.id, model, at(3000))

    assert saw(store, trainer, attempt.id)
    assert not saw(store, ana, attempt.id)


@pytest.mark.parametrize(
    "fault",
    [
        does.hangs(60),
        does.never_ends,
        does.refuses(429, retry_after="90"),
        does.sends("Level 5."),
        does.sends('{"empathy": '),
    ],
)
def test_after_a_fault_nothing_is_kept_and_it_may_be_asked_again(
    store: Store,
    ana: Person,
    server: ModelServer,
    attempt: Attempt,
    fault: does.Behaviour,
) -> None:
    before = _stands(store, ana, attempt)
    server.will(fault)
    with pytest.raises(ModelFault):
        ask_for_second_opinion(store, ana, attempt.id, hurried(server), at(3000))

    assert second_opinion(store, ana, attempt.id) is None
    assert _stands(store, ana, attempt) == before
    server.will(judges(2, 2, KIND))
    again = ask_for_second_opinion(store, ana, attempt.id, judge_at(server), at(4000))
    assert again.opinion.opinions[0].level == 2


def test_of_two_windows_that_ask_the_first_answer_is_kept(
    store: Store, ana: Person, model: Model, server: ModelServer, attempt: Attempt
) -> None:
    def asks_meanwhile(to: does.Answering, asked: does.Asked) -> None:
        server.will(judges(1, 1, KIND))
        ask_for_second_opinion(store, ana, attempt.id, model, at(3000))
        server.will(judges(5, 5, KIND))
        judges(5, 5, KIND)(to, asked)

    server.will(asks_meanwhile)
    second = ask_for_second_opinion(store, ana, attempt.id, judge_at(server), at(3001))

    assert second.opinion.opinions[0].level == 1
    assert second.at == at(3000)


def test_names_do_not_leave_with_it(
    store: Store, ana: Person, model: Model, server: ModelServer, attempt: Attempt
) -> None:
    ask_for_second_opinion(store, ana, attempt.id, model, at(3000))

    told = "\n".join(one["content"] for one in server.asked[0]["messages"])
    assert "may I speak with [name] please" in told
    assert "Reyes" not in told


def test_what_is_played_with_care_is_judged_by_no_model(
    store: Store, ana: Person, model: Model, server: ModelServer
) -> None:
    attempt = on_a_call(store, ana, CARE)
    for n, line in enumerate((*LINES[:1], "How are you today?", "Is anybody with you?")):
        attempt = take_turn(store, ana, attempt, line, at(n))
    attempt = hand_in(store, ana, end_call(store, ana, attempt, at(900)), at(920))
    made = machine_review(store, ana, attempt.id)

    assert not may_ask(store, ana, attempt, CARE, made)
    with pytest.raises(TrainingError, match="with care: no language model judges it"):
        ask_for_second_opinion(store, ana, attempt.id, model, at(3000))
    assert server.asked == []


def test_who_may_not_judge_a_call_sends_it_nowhere(
    store: Store, ana: Person, ben: Person, model: Model, server: ModelServer, attempt: Attempt
) -> None:
    cora = sign_in_locally(store, "Cora", Role.COMPLIANCE, at(0))
    private = submitted(store, ana, 2, Purpose.PRIVATE)
    tom = sign_in_locally(store, "Tom", Role.TRAINER, at(0))

    with pytest.raises(TrainingError, match="not yours to judge"):
        ask_for_second_opinion(store, cora, attempt.id, model, at(3000))
    for person, one in ((ben, attempt), (tom, private)):
        with pytest.raises(NoSuchAttempt):
            ask_for_second_opinion(store, person, one.id, model, at(3000))
    assert server.asked == []


def test_a_call_without_marks_on_either_and_one_not_handed_in_are_not_sent(
    store: Store, ana: Person, model: Model, server: ModelServer
) -> None:
    silent = submitted(store, ana, 3, lines=())
    going_on = on_a_call(store, ana, seed=4, now=at(4))

    with pytest.raises(TrainingError, match="there is nothing to judge in it"):
        ask_for_second_opinion(store, ana, silent.id, model, at(3000))
    with pytest.raises(TrainingError, match="not handed in yet"):
        ask_for_second_opinion(store, ana, going_on.id, model, at(3000))
    assert server.asked == []
