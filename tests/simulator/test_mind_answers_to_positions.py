"""A question that was answered is settled; a complaint, a death and a boundary are heard."""

import re

import pytest

from calls.moves import Act
from simulator.memory import Kept
from tests.simulator.playing import moves, trust
from tests.simulator.test_mind_positions import called


def test_after_an_answer_about_the_court_an_offer_goes_past_nothing() -> None:
    answered = "No. The time limit has run out, and we will not sue you over it."
    offered = "If you want to, we could settle it for $300. It is your choice."

    evading = called("can_you_sue_me", offered)
    straight = called("can_you_sue_me", answered, "No, it does not start over.", offered)

    assert Act.STANDS_BY in moves(evading)[-1].acts
    assert Act.STANDS_BY not in moves(straight)[-1].acts


def test_a_straight_answer_is_worth_trust() -> None:
    asked = called("can_you_sue_me")
    told = called("can_you_sue_me", "No. It's too old for a court, and nobody will sue you.")

    assert trust(told) > trust(asked)


def test_who_is_asked_who_they_are_says_so_although_their_complaint_was_just_taken() -> None:
    call = called("the_hostile_recorder", lines=3)

    assert moves(call)[2].facts == ("records", "complains")
    assert "birth_date" in moves(call)[3].facts
    assert "respected:complains" in call.remembered


def test_a_calm_boundary_calms_whoever_swears() -> None:
    before = called("the_hostile_recorder", lines=4)
    after = called("the_hostile_recorder", "We get further without the swearing.", lines=4)

    assert before.mood is not None
    assert after.mood is not None
    assert after.mood.tension < before.mood.tension
    assert "You said calmly how the call can go on" in [
        shift.because for shift in moves(after)[-1].shifts
    ]


def test_a_word_of_sympathy_after_a_death_is_taken_up() -> None:
    call = called("the_widow", "I'm so sorry for your loss. Who is looking after his estate?")

    assert "son_does_it" in call.revealed
    assert "respected:bereaved" in call.remembered


def test_grief_pays_whoever_asks_for_it() -> None:
    call = called("the_widow", "How about the full $1,104.50 today, by check?")

    assert call.accepted is not None


def test_the_daughter_calls_her_mother_mom() -> None:
    calls = (called("the_widow_daughter_answers", lines=1, start=n) for n in range(1, 12))

    said = " ".join(call.lines[-1].turn.text for call in calls)

    assert "Mom" in said
    assert "Helen" not in said


def test_whoever_swears_does_so_from_the_first_word() -> None:
    for start in range(1, 6):
        call = called("the_hostile_recorder", lines=0, start=start)

        assert re.search("(?i)hell|damn", call.lines[0].turn.text)


def test_an_ultimatum_is_answered_and_calms_nobody() -> None:
    before = called("the_hostile_recorder", lines=4)
    after = called("the_hostile_recorder", "Calm down or I will end this call.", lines=4)

    assert moves(after)[-1].acts in ((Act.SNAPS,), (Act.REFUSES,))
    assert not after.over
    assert before.mood is not None
    assert after.mood is not None
    assert after.mood.tension >= before.mood.tension


@pytest.mark.parametrize(
    "asked", ["Are you safe? Is anybody with you?", "Are you safe, and is anybody with you?"]
)
def test_in_a_crisis_both_questions_are_answered(asked: str) -> None:
    first, again = called("no_point_any_more", asked), called("no_point_any_more", asked, asked)

    assert moves(first)[-1].facts == ("not_now", "on_his_own")
    assert moves(again)[-1].facts == ("not_now", "on_his_own")
    assert Act.ANSWERS in moves(again)[-1].acts


def test_elsewhere_one_thing_is_told_at_a_time() -> None:
    call = called("the_widow", "Who looks after his estate? Where does he live?")

    assert len(moves(call)[-1].facts) < 2


def test_who_is_told_nothing_keeps_asking_what_it_is_about_in_other_words() -> None:
    asked = ["Is there an executor?"] * 4
    call = called("the_widow", "It's Dana Wells with Harbor Recovery.", *asked, lines=1)

    said = [line.turn.text for line in call.lines if line.move]

    assert len(set(said)) == len(said)
    assert Kept.STILL_WHAT_ABOUT in call.remembered


def test_who_am_i_speaking_to_is_answered_with_a_name() -> None:
    call = called("can_you_sue_me", "Who am I speaking to?", lines=0)

    assert Kept.ASKED_NAME in moves(call)[-1].remember


def test_who_means_to_pay_once_says_so_to_instalments() -> None:
    no = "No. The time limit has run out, and we will not sue you over it."
    call = called("can_you_sue_me", no, "No, it does not start over.", "Could you do $25 a month?")

    assert Kept.AT_ONCE in moves(call)[-1].remember
