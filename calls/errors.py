"""Errors that teach: where, what is wrong and what is allowed; and the one error of the record."""

from dataclasses import dataclass

_GLANCE = 60


# Not frozen: `contextlib` sets the traceback of an error that passes through a `with`.
@dataclass(eq=False)
class TeachingError(Exception):
    """Something that cannot be taken or done as it stands.

    `where` is a file, a line or a field; `wrong` what was found there; `allowed` what would do.
    """

    where: str
    wrong: str
    allowed: str

    def __str__(self) -> str:
        return f"{self.where}: {self.wrong} - {self.allowed}"


class RecordError(TeachingError):
    """A call, an event or an amount that cannot be taken as it stands."""


def brief(value: object) -> str:
    """What was found, as an error shows it: written as a value, and no longer than a glance."""
    text = repr(value)
    return text if len(text) <= _GLANCE else f"{text[: _GLANCE - 1]}…"
