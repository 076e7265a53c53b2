"""What may be taken as given when nobody has said: the facts that select rules, never others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from calls.circumstances import CollectorType
from calls.context import CallContext
from calls.knowledge import UNKNOWN

_US: Mapping[str, Any] = {"country": "US", "consumer_debt": True}
_MEANINGS: Mapping[str, Mapping[str, Any]] = {
    "us_federal": _US,
    **{kind.value: {"collector_type": kind} for kind in CollectorType},
}


class AssumptionError(ValueError):
    """Something that nobody may assume."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Names as `--assume` takes them; each stands for facts."""

    names: tuple[str, ...] = ("us_federal", CollectorType.THIRD_PARTY.value)

    def __post_init__(self) -> None:
        for name in self.names:
            if name not in _MEANINGS:
                allowed = ", ".join(_MEANINGS)
                raise AssumptionError(f"assume: {name!r} cannot be assumed - {allowed}, or 'none'")

    @classmethod
    def parse(cls, text: str) -> "Assumptions":
        """From `us_federal,third_party`; `none` assumes nothing."""
        names = tuple(name.strip() for name in text.split(",") if name.strip())
        return cls(() if names == ("none",) else names)

    def facts(self) -> dict[str, Any]:
        """The facts they stand for."""
        return {key: value for name in self.names for key, value in _MEANINGS[name].items()}

    def used(self, context: CallContext, asked: Iterable[str]) -> tuple[str, ...]:
        """Those that filled a gap in what was asked: `third_party: collector_type=third_party`."""
        wanted = frozenset(asked)
        lines: list[str] = []
        for name in self.names:
            filled = [
                f"{key}={str(value).lower() if value is True else value}"
                for key, value in _MEANINGS[name].items()
                if key in wanted and context.fact(key) is UNKNOWN
            ]
            lines += [f"{name}: {', '.join(filled)}"] if filled else []
        return tuple(lines)


DEFAULT = Assumptions()
