"""What is asked of every call of an audit."""

import hashlib
from dataclasses import dataclass, field

from calls.context import CallContext
from compliance_rules import Assumptions, Checker, HouseFacts
from compliance_rules.own_rule import OwnRules
from compliance_rules.shipped import checker_with


@dataclass(frozen=True)
class Asked:
    """The house, the packs, what is known of the calls, what may be assumed, its own rules.

    It is small, and goes to every process with its calls; each builds the checker once.
    """

    house: HouseFacts = field(default_factory=HouseFacts)
    packs: tuple[str, ...] | None = None
    context: CallContext = field(default_factory=CallContext)
    assume: Assumptions = field(default_factory=Assumptions)
    own: OwnRules = ()

    @property
    def checker(self) -> Checker:
        return checker_with(self.own, self.house, self.packs)

    @property
    def fingerprint(self) -> str:
        """All that decides on findings besides the calls: rules, house, facts, assumptions."""
        parts = (
            self.checker.fingerprint,
            self.context.model_dump_json(exclude_defaults=True),
            ",".join(self.assume.names),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
