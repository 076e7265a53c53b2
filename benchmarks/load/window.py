"""A browser window without its screen: Streamlit's own messages over a WebSocket.

It does what the page's script in a browser does for a call: it opens an address, keeps what the
server asks it to keep, types a line and waits until the page stands still again.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

_SAYS = {
    "html": "body",
    "markdown": "body",
    "heading": "body",
    "text": "body",
    "alert": "body",
    "exception": "message",
    "button": "label",
    "page_link": "label",
    "text_area": "default",
}
"""Kinds of elements, and what holds their words."""
_LARGEST = 2**24
"""A page's first message holds its style sheets."""


class Window:
    """One window on one page; `seen` is every text that the page drew last."""

    def __init__(self, socket: ClientConnection, page: str, query: str) -> None:
        self._socket = socket
        self._page = page
        self._query = query
        self._script = ""
        self._kept: dict[str, ForwardMsg] = {}
        self._line = ""
        self.seen = ""

    @classmethod
    @asynccontextmanager
    async def on(cls, url: str, page: str, query: str, cookie: str) -> AsyncIterator[Self]:
        """A window on a page of the application, of whoever the cookie says."""
        address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
        headers = {"Cookie": cookie}
        async with connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            additional_headers=headers,
            max_size=_LARGEST,
        ) as socket:
            window = cls(socket, page, query)
            await window._run(BackMsg())
            yield window

    async def say(self, words: str) -> float:
        """Type a line and send it; the seconds until the page has drawn the answer and rests."""
        back = BackMsg()
        state = back.rerun_script.widget_states.widgets.add()
        state.id = self._line
        state.chat_input_value.data = words
        began = perf_counter()
        await self._run(back)
        return perf_counter() - began

    async def _run(self, back: BackMsg) -> None:
        """Have the page's script run, until it is through; it may send the browser elsewhere."""
        client = back.rerun_script
        client.query_string = self._query
        client.page_script_hash = self._script
        client.page_name = "" if self._script else self._page
        await self._socket.send(back.SerializeToString())
        texts: list[str] = []
        while True:
            message = self._known(ForwardMsg.FromString(await self._received()))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                texts.clear()
            elif kind == "navigation":
                self._script = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.HasField("new_element"):
                texts.extend(self._drawn(message))
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                self.seen = "\n".join(texts)
                return

    async def _received(self) -> bytes:
        data = await self._socket.recv()
        return data if isinstance(data, bytes) else data.encode()

    def _known(self, message: ForwardMsg) -> ForwardMsg:
        """A message itself, where the server only names one that it sent before."""
        if message.WhichOneof("type") == "ref_hash":
            return self._kept[message.ref_hash]
        if message.metadata.cacheable:
            self._kept[message.hash] = message
        return message

    def _drawn(self, message: ForwardMsg) -> Iterator[str]:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "chat_input":
            self._line = element.chat_input.id
        elif kind in _SAYS:
            yield str(getattr(getattr(element, kind), _SAYS[kind]))
