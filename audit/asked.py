"""What is asked of every call of an audit."""

import hashlib
from dataclasses import dataclass, field

from calls.context import CallContext
from compliance_rules import Assumptions, Checker, HouseFacts, shipped_checker


@dataclass(frozen=True)
class Asked:
    """The house, the packs, what is known of the calls and what may be assumed.

    It is small, and goes to every process with its calls; each builds the checker once.
    """

    house: HouseFacts = field(default_factory=HouseFacts)
    packs: tuple[str, ...] | None = None
    context: CallContext = field(default_factory=CallContext)
    assume: Assumptions = field(default_factory=Assumptions)

    @property
    def checker(self) -> Checker:
        return shipped_checker(self.house, self.packs)

    @property
    def fingerprint(self) -> str:
        """All that decides on findings besides the calls: rules, house, facts, assumptions."""
        parts = (
            self.checker.fingerprint,
            self.context.model_dump_json(exclude_defaults=True),
            ",".join(self.assume.names),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
