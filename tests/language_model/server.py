"""A server of our own that speaks chat completions over streams, and can do every fault.

What it does next is said by `will`: one behaviour after the other, the last one for ever.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

MODEL = "small-talker"
KEY = "a-key-of-the-tests"

Asked = dict[str, Any]
Behaviour = Callable[["Answering", Asked], None]


class ModelServer:
    """One server on a free port of this computer, stopped by leaving the `with` block."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._behaviours: list[Behaviour] = [says("Hello?")]
        self._server = _Server(("127.0.0.1", 0), Answering)
        self._server.ours = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def will(self, *behaviours: Behaviour) -> None:
        self._behaviours = list(behaviours)

    def next_behaviour(self, asked: Asked) -> Behaviour:
        self.asked.append(asked)
        return self._behaviours.pop(0) if len(self._behaviours) > 1 else self._behaviours[0]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    ours: ModelServer

    def __init__(self, address: tuple[str, int], handler: type[Answering]) -> None:
        self.stopping = threading.Event()
        super().__init__(address, handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no fault of the server."""


class Answering(BaseHTTPRequestHandler):
    """One request being answered."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server
    clock_off = 0.0

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if self.path != "/v1/chat/completions":
            self.status(404, "no such path")
        elif self.headers["authorization"] != f"Bearer {KEY}":
            self.status(401, "Incorrect API key provided")
        elif asked["model"] != MODEL:
            self.status(404, f"The model {asked['model']!r} does not exist")
        else:
            self.server.ours.next_behaviour(asked)(self, asked)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return formatdate((timestamp or time.time()) + self.clock_off, usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing is printed."""

    def status(self, code: int, message: str, **headers: str) -> None:
        body = json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode()
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, events: Iterable[str]) -> None:
        """Server-sent events in chunks, closed as the protocol wants it."""
        self.begin()
        for event in events:
            self.chunk(f"data: {event}\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def begin(self, kind: str = "text/event-stream") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def wait(self, seconds: float) -> None:
        self.server.stopping.wait(seconds)

    def drop(self) -> None:
        """Cut the connection, as a server that crashes does."""
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True


def delta(text: str | None, finish: str | None = None) -> str:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return _event([choice])


def _event(choices: list[Any], usage: dict[str, int] | None = None) -> str:
    chunk = {
        "id": "chat-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": MODEL,
        "choices": choices,
    }
    return json.dumps(chunk | ({"usage": usage} if usage else {}))


def events_of(asked: Asked, text: str) -> Iterator[str]:
    """A whole answer, some letters at a time."""
    for at in range(0, len(text), 7):
        yield delta(text[at : at + 7])
    yield delta(None, "stop")
    if asked.get("stream_options", {}).get("include_usage"):
        counted = {"prompt_tokens": 100, "completion_tokens": len(text.split())}
        yield _event([], counted | {"total_tokens": sum(counted.values())})
    yield "[DONE]"


def says(text: str) -> Behaviour:
    """Says this, in the shape that was asked for where it was asked as a schema."""

    def answer(to: Answering, asked: Asked) -> None:
        shaped = json.dumps({"say": text}) if "response_format" in asked else text
        to.stream(events_of(asked, shaped))

    return answer


def answers(content: Callable[[Asked], str]) -> Behaviour:
    """Sends these letters, whatever shape was asked for."""
    return lambda to, asked: to.stream(events_of(asked, content(asked)))


def sends(text: str) -> Behaviour:
    return answers(lambda _asked: text)


def refuses(code: int, message: str = "no", **headers: str) -> Behaviour:
    return lambda to, _asked: to.status(code, message, **headers)


def refuses_until(code: int, seconds: float, clock_off: float = 0.0) -> Behaviour:
    """Names a moment so far ahead of its own clock, which may be off."""

    def answer(to: Answering, _asked: Asked) -> None:
        to.clock_off = clock_off
        to.status(code, "no", retry_after=to.date_time_string(time.time() + seconds))

    return answer


def hangs(seconds: float) -> Behaviour:
    """Takes the question and says nothing for so long."""

    def answer(to: Answering, asked: Asked) -> None:
        to.wait(seconds)
        says("Too late.")(to, asked)

    return answer


def drips(seconds: float) -> Behaviour:
    """Never stops sending a letter now and then, so that no read ever times out."""

    def answer(to: Answering, _asked: Asked) -> None:
        to.begin()
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not to.server.stopping.is_set():
            to.chunk(f"data: {delta('.')}\n\n")
            to.wait(0.02)

    return answer


def never_ends(to: Answering, _asked: Asked) -> None:
    """Sends words as fast as it can, for ever."""
    to.begin()
    while not to.server.stopping.is_set():
        to.chunk(f"data: {delta('and so on ')}\n\n")


def drops(to: Answering, _asked: Asked) -> None:
    """Crashes in the middle of an answer."""
    to.begin()
    to.chunk(f"data: {delta('I lost my ')}\n\n")
    to.drop()


def stops_without_end(to: Answering, _asked: Asked) -> None:
    """Closes the stream politely, but without saying that the answer is finished."""
    to.stream([delta('{"say": "I lost my"}')])


def hangs_up_at_once(to: Answering, _asked: Asked) -> None:
    to.drop()


def sends_broken_events(to: Answering, _asked: Asked) -> None:
    to.stream(['{"id": "chat-1", "choices": [{"del'])


def sends_other_events(to: Answering, _asked: Asked) -> None:
    to.stream(['{"choices": 7}', "[DONE]"])


def sends_a_page(to: Answering, _asked: Asked) -> None:
    to.begin("text/html")
    to.chunk("<html><body>502 Bad Gateway</body></html>")
    to.wfile.write(b"0\r\n\r\n")


def fails_in_the_stream(to: Answering, _asked: Asked) -> None:
    to.stream([delta("Hel"), json.dumps({"error": {"message": "out of memory"}})])


def is_cut_short(to: Answering, _asked: Asked) -> None:
    to.stream([delta('{"say": "I was going to'), delta(None, "length"), "[DONE]"])


def thinks_first(to: Answering, asked: Asked) -> None:
    text = '<think>They want me to say hello.</think>\n```json\n{"say": "Hello?"}\n```'
    to.stream(events_of(asked, text))


@dataclass
class KnowsNot:
    """An older server: it refuses requests with any of these options, and says which or not."""

    options: tuple[str, ...]
    named: bool = True
    then: Behaviour = field(default_factory=lambda: says("Hello?"))

    def __call__(self, to: Answering, asked: Asked) -> None:
        unknown = [option for option in self.options if option in asked]
        if unknown:
            named = f": {unknown[0]}" if self.named else ""
            to.status(400, f"Unrecognized request argument supplied{named}")
        else:
            self.then(to, asked)
