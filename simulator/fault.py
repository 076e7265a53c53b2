"""One disagreement between the parts of a scenario."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One disagreement: where, what is wrong, what is allowed."""

    at: tuple[str | int, ...]
    wrong: str
    allowed: str

    @property
    def where(self) -> str:
        """The field in the words of the file."""
        return ".".join(str(part) for part in self.at)


def one_of(names: Iterable[str]) -> str:
    """What is allowed, where it is one of these."""
    return f"one of {', '.join(sorted(names))}"
