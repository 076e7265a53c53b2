"""Rewind: back to a turn, something else said, both ends beside each other."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from calls.state import Line
from tests.pages.finished import BADLY, KINDER, THREAT, finished, tried_again
from tests.pages.visiting import begin_call, go, shown
from tests.training.floor import NOW
from training.models import Attempt, Person, Role
from training.people import sign_in_locally
from training.rewinding import family
from training.store import Store


def test_a_turn_is_said_anew_on_the_page_and_the_call_goes_on(dana: AppTest, store: Store) -> None:
    first = finished(store)
    threat = 1 + [line.turn.text for line in _lines(first)].index(THREAT)

    page = go(dana, "rewind", attempt=first.id, **{"from": str(threat)})
    assert f"Then you said: “{THREAT}”" in shown(page)
    page.chat_input[0].set_value(KINDER[0]).run()

    again = family(store, _dana(store), first)[-1]
    talk = [line.turn.text for line in _lines(store.attempt(_dana(store), again.attempt_id))]
    assert talk[threat - 1] == KINDER[0]
    assert len(talk) == threat + 1
    assert KINDER[0] in shown(page)
    assert "Private practice, only you see it" in shown(page)


def test_words_that_cannot_be_sent_begin_no_branch(dana: AppTest, store: Store) -> None:
    first = finished(store)

    page = go(dana, "rewind", attempt=first.id, **{"from": "2"})
    page.chat_input[0].set_value("a" * 3_000).run()

    assert len(family(store, _dana(store), first)) == 1
    assert page.warning


def test_a_turn_that_is_not_ones_own_is_no_place_to_go_back_to(dana: AppTest, store: Store) -> None:
    first = finished(store)
    for turn in ("1", "99", "0", "-1", "x"):
        page = go(dana, "rewind", attempt=first.id, **{"from": turn})

        assert "no line of yours at that turn" in shown(page)
        assert not page.chat_input


def test_both_ends_stand_side_by_side(dana: AppTest, store: Store) -> None:
    first = finished(store)
    again = tried_again(store, _dana(store), first, KINDER)

    told = shown(go(dana, "rewind", attempt=again.id))

    assert "Both tries share 3 turns" in told
    assert THREAT in told
    assert KINDER[0] in told
    for words in ("What made the difference", "What came of it", "Rules not met", "Empathy"):
        assert words in told
    assert f'href="rewind?attempt={first.id}"' in told


def test_the_first_try_is_laid_beside_the_newest(dana: AppTest, store: Store) -> None:
    first = finished(store)
    tried_again(store, _dana(store), first, KINDER)

    assert KINDER[0] in shown(go(dana, "rewind", attempt=first.id))


def test_without_a_second_try_the_page_says_how_to_make_one(dana: AppTest, store: Store) -> None:
    told = shown(go(dana, "rewind", attempt=finished(store).id))

    assert "no other try of this call yet" in told
    assert "All tries" not in told


def test_what_is_not_handed_in_leads_back_to_where_it_stands(dana: AppTest) -> None:
    attempt = begin_call(dana)

    assert "once you have handed this one in" in shown(go(dana, "rewind", attempt=attempt))


def test_somebody_elses_call_is_not_there(dana: AppTest, store: Store) -> None:
    other = finished(store, BADLY, name="Somebody Else")

    page = go(dana, "rewind", attempt=other.id, **{"from": "2"})

    assert "There is no such attempt here" in shown(page)


def _lines(attempt: Attempt) -> tuple[Line, ...]:
    call = attempt.state.call
    assert call is not None
    return call.lines


def _dana(store: Store) -> Person:
    return sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)


def test_every_line_of_ones_own_has_a_way_back_on_the_scorecard(
    dana: AppTest, store: Store
) -> None:
    first = finished(store)
    ours = [n for n, line in enumerate(_lines(first), start=1) if line.move is None]

    told = shown(go(dana, "scorecard", attempt=first.id))

    for number in range(1, len(_lines(first)) + 1):
        there = f'href="rewind?attempt={first.id}&amp;from={number}"' in told
        assert there == (number in ours)
