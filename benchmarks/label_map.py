"""Which rules and signals answer which label: the one place where the two meet."""

from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator

from calls.context import context_keys
from calls.knowledge import UNKNOWN
from datafiles import load_file
from language.acts import Act
from language.reading import Reading
from language.talk_classifier import Talk

_FILE = Path(__file__).with_name("label_map.yaml")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CallLabels(_Strict):
    """Where a labelled call says that something happened in it."""

    field: str = ""
    kinds: tuple[str, ...] = ()

    def hold(self, row: dict[str, Any]) -> bool:
        """Whether the call's labels say so."""
        listed = {violation["kind"] for violation in row.get("other_violations", ())}
        return bool(self.field and row.get(self.field)) or bool(listed & set(self.kinds))


class CallKey(_Strict):
    """Labels of a call and the rules that answer them."""

    labels: CallLabels
    rules: tuple[str, ...]


class LeftOut(_Strict):
    """Rules that a kind of material says nothing about."""

    leave_out: tuple[str, ...]


class LabelKey(_Strict):
    """Labels of a turn, and the signals and acts of talk that answer any of them."""

    labels: tuple[str, ...]
    signals: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()

    def found_in(self, turn: Reading, talk: Talk) -> bool:
        """Whether the turn, which is such talk, does what the labels are about."""
        return turn.has(*self.signals) or not talk.acts.isdisjoint(self.acts)


class Circumstance(_Strict):
    """What a circumstance of a statement is called in a `CallContext`."""

    key: str
    values: dict[str, Any] = {}

    def value(self, content: Any) -> Any:
        """Our value for theirs; unknown where there is none."""
        return self.values.get(str(content), UNKNOWN) if self.values else content


class LabelMap(_Strict):
    """The file `label_map.yaml`."""

    collections: dict[str, CallKey]
    conduct_pooled: tuple[str, ...]
    conduct: LeftOut
    statements: LeftOut
    counselling: dict[str, LabelKey]
    main_act: dict[str, Act]
    support: dict[str, LabelKey]
    bargaining: dict[str, LabelKey]
    circumstances: dict[str, Circumstance]

    def place(self, circumstance: str) -> Circumstance | None:
        """Where a circumstance belongs in a `CallContext`; None where it has no place."""
        same = Circumstance(key=circumstance) if circumstance in context_keys() else None
        return self.circumstances.get(circumstance, same)

    @model_validator(mode="after")
    def _pools_what_it_has(self) -> Self:
        for key in self.conduct_pooled:
            if key not in self.collections:
                allowed = ", ".join(self.collections)
                raise ValueError(f"conduct_pooled: no key {key!r} - one of {allowed}")
        return self


@cache
def label_map() -> LabelMap:
    """The map as it is shipped."""
    return load_file(_FILE, LabelMap)
