"""What can go wrong with people's work; a page shows the message as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from calls.errors import TeachingError


class TrainingError(TeachingError):
    """Something that cannot be done as asked."""


class NoSuchAttempt(TrainingError):
    """No attempt of that id for this person: it does not exist, or is not theirs to see."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            f"attempt {attempt_id!r}",
            "there is none of that id among the attempts you may open",
            "open one from your own list",
        )


class NotYours(TrainingError):
    """An attempt that may be read by this person, and changed by its owner alone."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            f"attempt {attempt_id!r}",
            "you may read it, not change it",
            "the person who made it goes on with it",
        )


class Stays(TrainingError):
    """A deletion of what others may have read, or are to read."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            f"attempt {attempt_id!r}",
            "it was made to be submitted, and stays",
            "private practice can be deleted",
        )


class Closed(TrainingError):
    """A change that comes too late: the call is over, or the attempt was handed in."""


@dataclass(eq=False)
class TurnTaken(TrainingError):
    """The call went on elsewhere since the page was drawn; `words` come back to their writer."""

    words: str

    @classmethod
    def of(cls, attempt_id: str, seq: int, words: str) -> "TurnTaken":
        """The error for words that were meant to be event `seq`."""
        return cls(
            f"attempt {attempt_id!r}, event {seq}",
            "the call went on in another window before these words arrived",
            "read on from there and send them again if they still fit",
            words,
        )


class NotOffered(TrainingError):
    """A word that is none of those the desk of this attempt offers."""

    def __init__(self, where: str, given: str, offered: Iterable[str]) -> None:
        allowed = ", ".join(offered)
        super().__init__(
            where,
            f"there is no {str(given)!r}",
            f"one of {allowed}" if allowed else "this house has none",
        )


class StoreFault(TrainingError):
    """The database could not be opened, read or written; nothing half-done is left in it."""
