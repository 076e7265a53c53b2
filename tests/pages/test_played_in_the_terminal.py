"""What is played in the terminal so far: pages say so wherever one looks, and never break."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from calls.events import DialDecision
from calls.turn import Channel
from tests.pages.visiting import go, shown
from tests.shipped import CHANNELS
from tests.training.floor import NOW
from training.beginning import begin
from training.dialling import decide_dial
from training.messages import By
from training.models import Attempt, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.store import Store
from training.wrap_up import hand_in

DIAL = DialDecision.DIAL
TOLD = "So far this one is played in the terminal"
MESSAGE = "Hello, this is Dana with Harbor. Please call me back at 800-555-0142. Thank you."


def played(store: Store, scenario: str, *, done: bool) -> Attempt:
    """An attempt of Dana's, as the terminal leaves it under her name."""
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    situation = CHANNELS[scenario]
    attempt = begin(store, person, situation, Purpose.PRIVATE, 1, NOW)
    if situation.dial is not None:
        for account in attempt.accounts[:2]:
            attempt = decide_dial(
                store, person, attempt, account, DialDecision.DIAL, "allowed", NOW
            )
            attempt = take_turn(store, person, attempt, MESSAGE, NOW)
    else:
        box = situation.account.emails[-1].address
        attempt = take_turn(store, person, attempt, "No more texts.", NOW)
        if not attempt.state.calls[-1].written:
            attempt = end_call(store, person, attempt, NOW)
        attempt = take_turn(store, person, attempt, MESSAGE, NOW, by=By(Channel.EMAIL, to=box))
    return hand_in(store, person, attempt, NOW) if done else attempt


@pytest.mark.parametrize("scenario", CHANNELS)
@pytest.mark.parametrize("page", ["call", "wrap_up"])
def test_an_open_attempt_says_where_it_goes_on(
    dana: AppTest, store: Store, page: str, scenario: str
) -> None:
    attempt = played(store, scenario, done=False)

    assert TOLD in shown(go(dana, page, attempt=attempt.id))


@pytest.mark.parametrize("scenario", CHANNELS)
def test_a_scorecard_shows_every_mark_and_says_where_the_rest_is(
    dana: AppTest, store: Store, scenario: str
) -> None:
    attempt = played(store, scenario, done=True)
    page = shown(go(dana, "scorecard", attempt=attempt.id))

    assert TOLD in page
    assert "How it was marked" in page
    assert "can be answered" in page


def test_they_are_listed_like_any_other_and_counted(dana: AppTest, store: Store) -> None:
    for scenario in CHANNELS:
        go(dana, "scorecard", attempt=played(store, scenario, done=True).id)

    assert all(one.title in shown(go(dana, "practise")) for one in CHANNELS.values())
    assert f"You handed in {len(CHANNELS)} attempts" in shown(go(dana, "progress"))
