"""What is known of the law beside the packs: duties without a rule of their own, and why."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from calls.turn import Frozen
from compliance_rules.pack import Pack
from compliance_rules.rule import RuleId
from datafiles import load_file

FOLDER = Path(__file__).parent / "without_rule"

WHY = {
    "not_in_a_call": "cannot be judged in a call",
    "general_clause": "a general clause: shown to read, without a detector",
    "needs_counsel": "not yet; needs counsel",
    "later": "not yet",
}
"""Why a duty has no rule, in words."""


class Duty(Frozen):
    """A duty that no rule of a pack looks at, or does not yet."""

    id: RuleId
    asks: Annotated[str, Field(min_length=10)]
    citation: Annotated[str, Field(min_length=5)]
    why: Literal["not_in_a_call", "general_clause", "needs_counsel", "later"]
    because: Annotated[str, Field(min_length=10)]


class Duties(Frozen):
    """The duties of one jurisdiction that have no rule."""

    jurisdiction: str
    duties: tuple[Duty, ...]


def load_coverage(folder: Path = FOLDER) -> tuple[Duties, ...]:
    """Every file of duties without a rule; raises `DataFileError` for one that cannot be used."""
    return tuple(load_file(path, Duties) for path in sorted(folder.glob("*.yaml")))


def without_rule(packs: Iterable[Pack]) -> tuple[Duties, ...]:
    """The duties that no rule of these packs looks at; a jurisdiction without any is left out."""
    built = {rule.id for pack in packs for rule in pack.rules}
    parts = (
        part.model_copy(update={"duties": tuple(d for d in part.duties if d.id not in built)})
        for part in load_coverage()
    )
    return tuple(part for part in parts if part.duties)
