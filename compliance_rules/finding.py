"""What comes out of a check: findings, steps done right, what was assumed and what is off."""

from enum import StrEnum

from calls.turn import Frozen


class Standing(StrEnum):
    """How firmly a finding stands."""

    NOT_MET = "not_met"
    DEPENDS = "depends"
    REMINDER = "reminder"


class Weight(StrEnum):
    """How much a finding matters."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class Basis(StrEnum):
    """What a rule rests on."""

    RULE_TEXT = "rule_text"
    CASE_LAW = "case_law"
    DERIVED = "derived"
    GUIDANCE = "guidance"
    POLICY_OR_INDUSTRY = "policy_or_industry"


class Also(Frozen):
    """Another law that asks the same at this place, and what it would have to know."""

    rule: str
    citation: str
    needs: tuple[str, ...] = ()


class Finding(Frozen):
    """One place where a rule was not met, or depends on facts nobody has told us.

    `turn`, `start` and `end` point at the words; all three are None where the whole call is meant.
    """

    rule: str
    standing: Standing
    weight: Weight
    basis: Basis
    turn: int | None
    start: int | None
    end: int | None
    quote: str
    citation: str
    message: str
    better: str
    needs: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule of the finding, and those that ask the same."""
        return (self.rule, *(other.rule for other in self.also))


class Met(Frozen):
    """One place where there was something to do right, and it was."""

    rule: str
    turn: int


class PackOff(Frozen):
    """A pack, or one law of it, that was not asked, and why; `law` is None for all of a pack.

    `why` begins with the facts that decided; `reason` is the sentence of the file alone.
    """

    pack: str
    law: str | None
    title: str
    why: str
    reason: str = ""

    @property
    def told(self) -> str:
        """Why, in words for people."""
        return self.reason or self.why


class CheckResult(Frozen):
    """Everything the rules say of one call."""

    id: str
    turns: int
    assumed: tuple[str, ...]
    packs_off: tuple[PackOff, ...]
    findings: tuple[Finding, ...]
    met: tuple[Met, ...] = ()
