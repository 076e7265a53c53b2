"""The client: streamed, against a deadline, every fault mapped to one error."""

import asyncio
import threading
from collections.abc import Coroutine, Sequence
from time import monotonic
from typing import Any, TypeVar

from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk

from language_model.asking import Answer, Message, S, Usage
from language_model.faults import PASSING, FaultKind, ModelFault
from language_model.mapping import fault_kind, left_alone_for, refused_option
from language_model.settings import Settings
from language_model.shaping import content_of, response_format, told_shape

T = TypeVar("T")

_SHORT_PAUSE = 0.25  # before a second try; a server that hiccups is well again by then
_TRIES = 6  # two for a passing fault, the others for options that a server may not know
_PAUSE_AFTER = 2  # faults in a row; then turns are not made to wait for a server that is down
_PAUSE = 30.0
_LETTERS_A_TOKEN = 8


class Client:
    """One model of one server; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self.name = settings.model
        self.host = settings.host
        self.seconds = settings.seconds
        self._settings = settings
        self._where = f"language model {settings.model!r} at {settings.host}"
        # Without a key of its own openai would look for another one in the environment.
        self._openai = AsyncOpenAI(
            api_key=settings.key.get_secret_value() or "none",
            base_url=str(settings.url),
            organization="",
            project="",
            max_retries=0,
            timeout=settings.seconds,
        )
        self._chat = self._openai.chat.completions  # loads what it needs now, not in a turn
        self._without: frozenset[str] = frozenset()
        self._resting = _Resting()

    def ask(self, messages: Sequence[Message], shape: type[S], seconds: float) -> Answer[S]:
        """The answer to these messages, within so many seconds."""
        began = monotonic()
        try:
            self._resting.check(began, self._where)
            answer = _in_background(self._within(messages, shape, seconds))
        except ModelFault as fault:
            fault.milliseconds = _since(began)
            self._resting.failed(fault, monotonic())
            raise
        self._resting.answered()
        return answer

    async def _within(
        self, messages: Sequence[Message], shape: type[S], seconds: float
    ) -> Answer[S]:
        began = monotonic()
        try:
            async with asyncio.timeout(seconds):
                return await self._patiently(messages, shape, began + seconds)
        except TimeoutError:
            wrong = f"no answer within {seconds:.1f} seconds"
            raise ModelFault.of(FaultKind.TIMEOUT, self._where, wrong) from None

    async def _patiently(
        self, messages: Sequence[Message], shape: type[S], until: float
    ) -> Answer[S]:
        """Ask again after a passing fault, once, and without an option that is not known there."""
        without, again = set(self._without), False
        for _ in range(_TRIES):
            try:
                answer = await self._once(messages, shape, without)
            except ModelFault as fault:
                pause = fault.retry_after or _SHORT_PAUSE
                if again or fault.kind not in PASSING or monotonic() + pause >= until:
                    raise
                again = True
                await asyncio.sleep(pause)
            except _UnknownOption as unknown:
                without.add(unknown.option)
            else:
                self._without = frozenset(without)
                return answer
        raise ModelFault.of(FaultKind.REFUSED, self._where, "it takes none of our options")

    async def _once(
        self, messages: Sequence[Message], shape: type[S], without: set[str]
    ) -> Answer[S]:
        began, heard = monotonic(), _Heard(self._settings.tokens * _LETTERS_A_TOKEN)
        try:
            async with await self._stream(messages, shape, without) as stream:
                heard.begun = True
                async for chunk in stream:
                    heard.take(chunk)
                    if heard.too_long:
                        break
            kind = heard.fault
            content = None if kind else content_of(heard.text, shape)
        except Exception as error:
            option = refused_option(error, without)
            if option is not None:
                raise _UnknownOption(option) from error
            kind, wrong = fault_kind(error, heard.begun), f"{type(error).__name__}"
            raise ModelFault.of(kind, self._where, wrong, left_alone_for(error)) from error
        if content is None:
            raise ModelFault.of(kind or FaultKind.MALFORMED, self._where, heard.wrong)
        return Answer(content, Usage(_since(began), heard.tokens_in, heard.tokens_out))

    async def _stream(
        self, messages: Sequence[Message], shape: type[S], without: set[str]
    ) -> AsyncStream[ChatCompletionChunk]:
        shaped = "response_format" not in without
        told = messages if shaped else told_shape(messages, shape)
        chat: Any = [{"role": one.role, "content": one.content} for one in told]
        options: dict[str, Any] = {
            "temperature": self._settings.temperature,
            "max_tokens": self._settings.tokens,
            "stream_options": {"include_usage": True},
            "response_format": response_format(shape),
        }
        if "max_tokens" in without:
            options["max_completion_tokens"] = self._settings.tokens
        known = {name: value for name, value in options.items() if name not in without}
        stream: AsyncStream[ChatCompletionChunk] = await self._chat.create(
            model=self.name, messages=chat, stream=True, **known
        )
        return stream


class _UnknownOption(Exception):
    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


class _Heard:
    """An answer as it comes in."""

    def __init__(self, longest: int) -> None:
        self.begun = False
        self.text = ""
        self.tokens_in: int | None = None
        self.tokens_out: int | None = None
        self._longest = longest
        self._finished: str | None = None

    def take(self, chunk: ChatCompletionChunk) -> None:
        if chunk.usage is not None:
            self.tokens_in = chunk.usage.prompt_tokens
            self.tokens_out = chunk.usage.completion_tokens
        for choice in chunk.choices[:1]:
            self.text += choice.delta.content or ""
            self._finished = choice.finish_reason or self._finished

    @property
    def too_long(self) -> bool:
        return len(self.text) > self._longest

    @property
    def fault(self) -> FaultKind | None:
        if self.too_long or self._finished == "length":
            return FaultKind.ENDLESS
        if self._finished == "content_filter":
            return FaultKind.REFUSED
        if self._finished is None:
            return FaultKind.DROPPED
        return None if self.text.strip() else FaultKind.EMPTY

    @property
    def wrong(self) -> str:
        return f"{len(self.text)} letters, finished with {self._finished!r}"


class _Resting:
    """A server that is down, or wants to be left alone, is not asked for a while."""

    def __init__(self) -> None:
        self._until = 0.0
        self._last: ModelFault | None = None
        self._in_a_row = 0

    def check(self, now: float, where: str) -> None:
        if self._last is not None and now < self._until:
            wrong = f"not asked again so soon after: {self._last.wrong}"
            raise ModelFault.of(self._last.kind, where, wrong)

    def answered(self) -> None:
        self._in_a_row, self._last = 0, None

    def failed(self, fault: ModelFault, now: float) -> None:
        if now < self._until:
            return
        self._last = fault
        self._in_a_row += 1
        if fault.retry_after is not None:
            self._until = now + min(fault.retry_after, _PAUSE)
        elif self._in_a_row >= _PAUSE_AFTER:
            self._until = now + _PAUSE


_background: list[asyncio.AbstractEventLoop] = []
_starting = threading.Lock()


def _in_background(work: Coroutine[Any, Any, T]) -> T:
    """Run on the one loop of this process, which keeps connections between turns."""
    with _starting:
        if not _background:
            loop = asyncio.new_event_loop()
            threading.Thread(target=loop.run_forever, name="language-model", daemon=True).start()
            _background.append(loop)
    return asyncio.run_coroutine_threadsafe(work, _background[0]).result()


def _since(began: float) -> int:
    return round((monotonic() - began) * 1000)
