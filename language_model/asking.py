"""What is asked of a model, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict


class Message(NamedTuple):
    """One message of a chat."""

    role: Literal["system", "user"]
    content: str


class Shape(BaseModel):
    """The JSON object that an answer has to be; its subclasses name the fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


S = TypeVar("S", bound=Shape)


@dataclass(frozen=True)
class Usage:
    """What an answer took; a server that counts no tokens leaves them None."""

    milliseconds: int
    tokens_in: int | None = None
    tokens_out: int | None = None


@dataclass(frozen=True)
class Answer(Generic[S]):
    """An answer that came whole and in time, and has its shape."""

    content: S
    usage: Usage


class Model(Protocol):
    """A model that can be asked; every way in which that fails is a `ModelFault`."""

    @property
    def name(self) -> str:
        """What the model is called, for the record."""

    @property
    def host(self) -> str:
        """Where the words go, for whoever types them."""

    @property
    def seconds(self) -> float:
        """How long a turn may wait for it, all questions together."""

    def ask(self, messages: Sequence[Message], shape: type[S], seconds: float) -> Answer[S]:
        """The answer to these messages, within so many seconds."""
