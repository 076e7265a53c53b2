"""A question that was answered is settled; a complaint, a death and a boundary are heard."""

from calls.moves import Act
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
