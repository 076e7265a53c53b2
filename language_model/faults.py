"""What can go wrong between us and a model: one error, with its kind."""

from dataclasses import dataclass
from enum import StrEnum

from calls.errors import TeachingError


class FaultKind(StrEnum):
    """Why there is no answer; the log keeps it."""

    SETTINGS = "settings"
    NO_SERVER = "no_server"
    BAD_KEY = "bad_key"
    UNKNOWN_MODEL = "unknown_model"
    REFUSED = "refused"
    RATE_LIMITED = "rate_limited"
    SERVER = "server"
    TIMEOUT = "timeout"
    DROPPED = "dropped"
    MALFORMED = "malformed"
    EMPTY = "empty"
    ENDLESS = "endless"


_REMEDIES = {
    FaultKind.SETTINGS: "see docs/language-models.md",
    FaultKind.NO_SERVER: "start the server, or correct its address",
    FaultKind.BAD_KEY: "a key that this server takes",
    FaultKind.UNKNOWN_MODEL: "a model that this server has",
    FaultKind.REFUSED: "a server that answers chat completions, and a model that it lets you use",
    FaultKind.RATE_LIMITED: "fewer people at a time, or a higher limit at the server",
    FaultKind.SERVER: "look at the server's own log",
    FaultKind.TIMEOUT: "a faster model, or more seconds a turn",
    FaultKind.DROPPED: "a server that finishes what it begins",
    FaultKind.MALFORMED: "an answer of the shape that was asked for",
    FaultKind.EMPTY: "an answer with words in it",
    FaultKind.ENDLESS: "a model that stops; one that thinks aloud needs thinking switched off",
}

PASSING = frozenset({FaultKind.RATE_LIMITED, FaultKind.SERVER, FaultKind.DROPPED})
"""What is worth asking again for, while there is time."""


@dataclass(eq=False)
class ModelFault(TeachingError):
    """There is no answer; `retry_after` is how many seconds the server wants to be left alone."""

    kind: FaultKind
    retry_after: float | None = None
    milliseconds: int = 0

    @classmethod
    def of(
        cls, kind: FaultKind, where: str, wrong: str, retry_after: float | None = None
    ) -> "ModelFault":
        """The fault of that kind, with what would help."""
        return cls(where, wrong, _REMEDIES[kind], kind, retry_after)
