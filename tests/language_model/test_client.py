"""The client against a real server of ours: whole answers, and every fault as one error."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from language_model import FaultKind, Message, Model, ModelFault, Settings, Shape, connect
from tests.language_model import server as does
from tests.language_model.server import KEY, MODEL, Behaviour, ModelServer

SECONDS = 2.0
IN_TIME = 10.0
"""Far from the minute that a server of these tests hangs, and near enough on a busy computer."""
MESSAGES = (Message("system", "You are on the telephone."), Message("user", "Say hello."))


class Line(Shape):
    say: str


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def client(server: ModelServer, **changes: object) -> Model:
    return connect(
        Settings.model_validate({"url": server.url, "model": MODEL, "key": KEY, **changes})
    )


def fault(model: Model, seconds: float = SECONDS) -> ModelFault:
    with pytest.raises(ModelFault) as caught:
        model.ask(MESSAGES, Line, seconds)
    return caught.value


def test_an_answer_comes_with_what_it_took(server: ModelServer) -> None:
    server.will(does.says("Who is this?"))

    answer = client(server).ask(MESSAGES, Line, SECONDS)

    assert answer.content.say == "Who is this?"
    assert (answer.usage.tokens_in, answer.usage.tokens_out) == (100, 4)
    assert 0 <= answer.usage.milliseconds < 1000 * SECONDS


def test_the_shape_is_asked_for_as_a_schema(server: ModelServer) -> None:
    client(server).ask(MESSAGES, Line, SECONDS)

    (asked,) = server.asked
    assert asked["response_format"]["json_schema"]["schema"] == Line.model_json_schema()
    assert asked["stream"] is True
    assert [one["content"] for one in asked["messages"]] == [one.content for one in MESSAGES]


FAULTS: list[tuple[Behaviour, FaultKind]] = [
    (does.refuses(500), FaultKind.SERVER),
    (does.refuses(503, retry_after="90"), FaultKind.SERVER),
    (does.refuses(429, retry_after="90"), FaultKind.RATE_LIMITED),
    (does.refuses(401), FaultKind.BAD_KEY),
    (does.refuses(403), FaultKind.BAD_KEY),
    (does.refuses(404), FaultKind.UNKNOWN_MODEL),
    (does.refuses(400), FaultKind.REFUSED),
    (does.refuses(418), FaultKind.REFUSED),
    (does.hangs(60), FaultKind.TIMEOUT),
    (does.drips(60), FaultKind.TIMEOUT),
    (does.never_ends, FaultKind.ENDLESS),
    (does.is_cut_short, FaultKind.ENDLESS),
    (does.drops, FaultKind.DROPPED),
    (does.stops_without_end, FaultKind.DROPPED),
    (does.hangs_up_at_once, FaultKind.NO_SERVER),
    (does.sends_broken_events, FaultKind.MALFORMED),
    (does.sends_other_events, FaultKind.MALFORMED),
    (does.sends_a_page, FaultKind.DROPPED),
    (does.fails_in_the_stream, FaultKind.SERVER),
    (does.sends('{"say": '), FaultKind.MALFORMED),
    (does.sends('{"said": "Hello"}'), FaultKind.MALFORMED),
    (does.sends(""), FaultKind.EMPTY),
    (does.sends("   "), FaultKind.EMPTY),
]


@pytest.mark.parametrize(("behaviour", "kind"), FAULTS)
def test_every_fault_is_one_error_with_its_kind_in_time(
    server: ModelServer, behaviour: Behaviour, kind: FaultKind
) -> None:
    server.will(behaviour)
    began = time.monotonic()

    met = fault(client(server))

    assert met.kind is kind, met
    assert time.monotonic() - began < IN_TIME
    assert str(met).startswith(f"language model '{MODEL}' at 127.0.0.1: ")
    assert KEY not in str(met)


def test_a_wrong_key_a_wrong_name_and_no_server_are_told_apart(server: ModelServer) -> None:
    nowhere = client(server, url="http://127.0.0.1:9/v1")

    assert fault(client(server, key="another")).kind is FaultKind.BAD_KEY
    assert fault(client(server, model="unheard-of")).kind is FaultKind.UNKNOWN_MODEL
    assert fault(nowhere).kind is FaultKind.NO_SERVER


@pytest.mark.parametrize(
    "passing",
    [
        does.refuses(500),
        does.refuses(429, retry_after="0.1"),
        does.refuses(429, retry_after="Sun, 06 Nov 1994 08:49:37 GMT"),
        does.refuses(429, retry_after="when I am ready"),
        does.drops,
    ],
)
def test_a_passing_fault_is_asked_again_once(server: ModelServer, passing: Behaviour) -> None:
    server.will(passing, does.says("Hello?"))

    assert client(server).ask(MESSAGES, Line, SECONDS).content.say == "Hello?"
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "tired",
    [
        does.refuses(429, retry_after="90"),
        does.refuses_until(429, 90),
        does.refuses_until(429, 90, clock_off=-3600),
    ],
)
def test_who_is_told_to_wait_longer_than_there_is_time_does_not_wait(
    server: ModelServer, tired: Behaviour
) -> None:
    server.will(tired)
    model = client(server)
    began = time.monotonic()
    first, second = fault(model), fault(model)

    assert time.monotonic() - began < IN_TIME
    assert (first.kind, second.kind) == (FaultKind.RATE_LIMITED,) * 2
    assert len(server.asked) == 1, "a server that wants to be left alone is left alone"


@pytest.mark.parametrize(
    "until",
    ["Sun, 06 Nov 2044 08:49:37 GMT", "Sunday, 06-Nov-44 08:49:37 GMT", "Sun Nov  6 08:49:37 2044"],
)
def test_a_moment_is_read_in_every_form_that_servers_write(server: ModelServer, until: str) -> None:
    server.will(does.refuses(503, retry_after=until))

    away = fault(client(server)).retry_after

    assert away is not None
    assert datetime.now(UTC) + timedelta(seconds=away) == pytest.approx(
        datetime(2044, 11, 6, 8, 49, 37, tzinfo=UTC), abs=timedelta(minutes=1)
    )


def test_a_server_that_is_down_does_not_hold_up_every_turn(server: ModelServer) -> None:
    server.will(does.hangs(60))
    model = client(server)
    for _ in range(2):
        fault(model, 0.2)

    assert fault(model, 60).kind is FaultKind.TIMEOUT
    assert len(server.asked) == 2


@pytest.mark.parametrize("named", [True, False])
def test_a_server_without_schemas_is_told_the_shape_in_words(
    server: ModelServer, named: bool
) -> None:
    server.will(does.KnowsNot(("response_format",), named, does.sends('{"say": "Hello?"}')))
    model = client(server)

    assert model.ask(MESSAGES, Line, SECONDS).content.say == "Hello?"
    assert '"say"' in server.asked[-1]["messages"][0]["content"]
    model.ask(MESSAGES, Line, SECONDS)
    assert len(server.asked) == 3, "what it does not know is asked of it once"


def test_every_option_that_a_server_refuses_is_left_out(server: ModelServer) -> None:
    server.will(does.KnowsNot(("temperature", "max_tokens", "stream_options", "response_format")))

    assert client(server).ask(MESSAGES, Line, SECONDS).content.say == "Hello?"
    assert set(server.asked[-1]) == {"model", "messages", "stream", "max_completion_tokens"}


def test_thoughts_and_fences_around_an_answer_are_left_out(server: ModelServer) -> None:
    server.will(does.thinks_first)

    assert client(server).ask(MESSAGES, Line, SECONDS).content.say == "Hello?"
