"""A call in which a model speaks: over the one path, and whatever the model does."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from calls.events import Replied, Said, Voiced
from calls.moves import Act
from calls.versions import parse_event, render_event
from language_model import Settings
from simulator.cue import Voice
from simulator.model_voice import ModelVoice
from simulator.voices import voice_of
from tests.language_model import server as does
from tests.language_model.server import KEY, MODEL, Behaviour, ModelServer
from tests.training.floor import NOW, adding, beginner
from tests.training.shipped_calls import LAID_OFF, LINES, at
from training.beginning import begin
from training.models import Attempt, Person, Purpose
from training.practice import resume, take_turn
from training.store import Store

HELLO, WHO = LINES[:2]
SECONDS = 2.0
IN_TIME = 10.0
"""Far from the minute that a server of these tests hangs, and near enough on a busy computer."""


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def voice_at(server: ModelServer, **changes: object) -> Voice:
    told = {"url": server.url, "model": MODEL, "key": KEY, "seconds": SECONDS, **changes}
    voice = voice_of(Settings.model_validate(told))
    assert isinstance(voice, ModelVoice)
    return voice


def begun(store: Store, ana: Person, voiced: Voiced = Voiced.MODEL) -> Attempt:
    return begin(store, ana, LAID_OFF, Purpose.PRIVATE, 7, NOW, voiced)


def last(attempt: Attempt) -> Replied:
    reply = attempt.events[-1]
    assert isinstance(reply, Replied)
    return reply


def by_template(store: Store, ana: Person, *lines: str) -> Attempt:
    """The same call as the template speaks it."""
    attempt = begin(store, ana, LAID_OFF, Purpose.DEMO, 7, NOW)
    for n, line in enumerate(lines):
        attempt = take_turn(store, ana, attempt, line, at(n))
    return attempt


def test_what_a_model_says_is_kept_with_what_it_took(
    store: Store, ana: Person, server: ModelServer
) -> None:
    server.will(does.says("Yes … this is Ana. Who's calling?"))

    attempt = take_turn(store, ana, begun(store, ana), HELLO, at(0), voice_at(server))

    reply = last(store.attempt(ana, attempt.id))
    assert reply.text == "Yes … this is Ana. Who's calling?"
    assert (reply.voice, reply.model, reply.lines) == (Voiced.MODEL, MODEL, ())
    assert reply.versions["voice"] == "model-1"
    assert reply.use is not None
    assert (reply.use.asked, reply.use.tokens_in, reply.use.fault) == (1, 100, None)
    assert reply.move == last(by_template(store, ana, HELLO)).move


def test_an_answer_that_will_not_do_is_repaired_once_with_the_reason(
    store: Store, ana: Person, server: ModelServer
) -> None:
    server.will(does.says("How can I help you?"), does.says("Yes, that's me. Who is this?"))

    reply = last(take_turn(store, ana, begun(store, ana), HELLO, at(0), voice_at(server)))

    assert reply.text == "Yes, that's me. Who is this?"
    assert reply.use is not None
    assert reply.use.asked == 2
    again = server.asked[1]["messages"][1]["content"]
    assert "'help you' is what the caller would say" in again


def test_after_two_answers_that_will_not_do_the_template_speaks(
    store: Store, ana: Person, server: ModelServer
) -> None:
    server.will(does.says("How can I help you?"))

    reply = last(take_turn(store, ana, begun(store, ana), HELLO, at(0), voice_at(server)))

    assert reply.text == last(by_template(store, ana, HELLO)).text
    assert (reply.voice, reply.model) == (Voiced.TEMPLATE, MODEL)
    assert reply.use is not None
    assert (reply.use.asked, reply.use.fault) == (2, "guard: role")
    assert len(server.asked) == 2


FAULTS: list[tuple[Behaviour, str]] = [
    (does.refuses(500), "server"),
    (does.refuses(429, retry_after="30"), "rate_limited"),
    (does.refuses(401), "bad_key"),
    (does.refuses(404), "unknown_model"),
    (does.hangs(60), "timeout"),
    (does.drips(60), "timeout"),
    (does.never_ends, "endless"),
    (does.drops, "dropped"),
    (does.stops_without_end, "dropped"),
    (does.sends_broken_events, "malformed"),
    (does.sends('{"say": 7}'), "malformed"),
    (does.sends(""), "empty"),
]


@pytest.mark.parametrize(("behaviour", "fault"), FAULTS)
def test_the_call_goes_on_in_time_whatever_the_server_does(
    store: Store, ana: Person, server: ModelServer, behaviour: Behaviour, fault: str
) -> None:
    server.will(behaviour)
    plainly, voice = last(by_template(store, ana, HELLO)), voice_at(server)
    began = time.monotonic()

    attempt = take_turn(store, ana, begun(store, ana), HELLO, at(0), voice)

    reply = last(attempt)
    assert time.monotonic() - began < IN_TIME
    assert reply.text == plainly.text
    assert reply.use is not None
    assert (reply.voice, reply.use.fault) == (Voiced.TEMPLATE, fault)
    server.will(does.says("All right. March fourth, eighty-eight."))
    assert len(take_turn(store, ana, attempt, WHO, at(1), voice_at(server)).events) == 7


def test_without_a_server_the_call_is_the_one_that_the_template_speaks(
    store: Store, ana: Person, server: ModelServer
) -> None:
    nowhere, attempt = voice_at(server, url="http://127.0.0.1:9/v1"), begun(store, ana)
    for n, line in enumerate(LINES):
        attempt = take_turn(store, ana, attempt, line, at(n), nowhere)

    assert _talk(attempt) == _talk(by_template(store, ana, *LINES))
    assert {reply.use.fault for reply in _replies(attempt) if reply.use} == {"no_server"}


def test_a_call_goes_on_where_no_model_is_set_up_any_more(store: Store, ana: Person) -> None:
    reply = last(take_turn(store, ana, begun(store, ana), HELLO, at(0)))

    assert reply.text == last(by_template(store, ana, HELLO)).text
    assert reply.use is not None
    assert reply.use.fault == "not_set_up"


def test_a_call_that_was_begun_with_the_template_never_asks_a_model(
    store: Store, ana: Person, server: ModelServer
) -> None:
    attempt = begun(store, ana, Voiced.TEMPLATE)
    for n, line in enumerate(LINES):
        attempt = take_turn(store, ana, attempt, line, at(n), voice_at(server, reads=True))

    assert server.asked == []
    assert all(reply.use is None for reply in _replies(attempt))


def test_in_an_assessment_no_model_speaks(store: Store, ana: Person) -> None:
    cleo = beginner(ana, Purpose.ASSESSMENT)
    attempt = begin(store, cleo, LAID_OFF, Purpose.ASSESSMENT, 7, NOW, Voiced.MODEL)

    assert attempt.state.call is not None
    assert attempt.state.call.voice is Voiced.TEMPLATE


def test_words_that_a_crash_left_without_a_reply_get_it_from_the_model(
    store: Store, ana: Person, server: ModelServer
) -> None:
    server.will(does.says("Yes, that's me. Who is this?"))
    attempt = begun(store, ana)
    store.append(ana, attempt, adding(Said(seq=1, at=at(0), text=HELLO)))

    again = resume(store, ana, attempt.id, voice_at(server))

    assert last(again).voice is Voiced.MODEL
    assert resume(store, ana, attempt.id, voice_at(server)) == again
    assert len(server.asked) == 1


def test_of_two_windows_that_wait_one_reply_is_kept(
    store: Store, ana: Person, server: ModelServer
) -> None:
    attempt = begun(store, ana)
    first = take_turn(store, ana, attempt, HELLO, at(0))
    second = take_turn(store, ana, attempt, HELLO, at(0), voice_at(server))

    assert second.events == first.events


def test_a_replay_asks_no_model(store: Store, ana: Person, server: ModelServer) -> None:
    server.will(does.says("Yes, that's me. Who is this?"))
    attempt = take_turn(store, ana, begun(store, ana), HELLO, at(0), voice_at(server))
    asked = len(server.asked)

    again = store.attempt(ana, attempt.id)

    assert again.state == attempt.state
    assert len(server.asked) == asked
    assert [parse_event(render_event(one)) for one in again.events] == list(again.events)


def test_the_model_is_told_no_more_than_the_move_released(
    store: Store, ana: Person, server: ModelServer
) -> None:
    attempt, voice = begun(store, ana), voice_at(server)
    for n, line in enumerate(LINES[:5]):
        attempt = take_turn(store, ana, attempt, line, at(n), voice)
    told = "\n".join(one["content"] for asked in server.asked for one in asked["messages"])

    assert "Ana" in told
    for secret in ("sister", "468", "four hundred", "laundry", "1,150", "Brazos", "85", "reserv"):
        assert secret not in told
    assert LAID_OFF.title not in told
    assert LAID_OFF.brief.situation[:40] not in told


def test_what_may_name_a_real_person_never_leaves(
    store: Store, ana: Person, server: ModelServer
) -> None:
    line = "This is Priya Kowalski, my number is 415 555 2671, mail priya@example.com. Ana Reyes?"

    take_turn(store, ana, begun(store, ana), line, at(0), voice_at(server))

    (told,) = {asked["messages"][1]["content"] for asked in server.asked[:1]}
    assert "This is [name], my number is [number], mail [address] Ana Reyes?" in told


def test_a_turn_that_nobody_understood_is_made_out_by_the_model_and_kept(
    store: Store, ana: Person, server: ModelServer
) -> None:
    odd = "Yonder damsel fair, by scroll well named."
    plainly = last(take_turn(store, ana, begun(store, ana), odd, at(0)))
    other = begin(store, ana, LAID_OFF, Purpose.SUBMITTED, 7, NOW, Voiced.MODEL)
    server.will(does.sends('{"signals": ["ask_right_party"]}'), does.refuses(404))

    heard = last(take_turn(store, ana, other, odd, at(0), voice_at(server, reads=True)))

    assert not plainly.move.understood
    assert heard.move.understood
    assert heard.made_out == ("ask_right_party",)
    assert Act.CONFIRMS_IDENTITY in heard.move.acts
    assert heard.use is not None
    assert (heard.use.asked, heard.use.fault) == (2, "unknown_model")


def test_what_the_model_makes_out_is_one_of_our_own_signals_or_nothing(
    store: Store, ana: Person, server: ModelServer
) -> None:
    server.will(does.sends('{"signals": ["gives_everything_away"]}'))
    attempt = begun(store, ana)

    reply = last(
        take_turn(store, ana, attempt, "Flurble the gronk.", at(0), voice_at(server, reads=True))
    )

    assert reply.made_out == ()
    assert Act.NOT_UNDERSTOOD in reply.move.acts


def _replies(attempt: Attempt) -> list[Replied]:
    return [event for event in attempt.events if isinstance(event, Replied)]


def _talk(attempt: Attempt) -> list[str]:
    assert attempt.state.call is not None
    return [turn.text for turn in attempt.state.call.turns]
