"""How findings look: sign, word and colour together, never colour alone."""

from dataclasses import dataclass

from compliance_rules import Basis, Standing


@dataclass(frozen=True)
class Sign:
    """A sign, the word it stands for, and the name of its colour in marks.css."""

    sign: str
    word: str
    ink: str


SIGNS = {
    Standing.NOT_MET: Sign("■", "not met", "not-met"),
    Standing.DEPENDS: Sign("◆", "depends", "depends"),
    Standing.REMINDER: Sign("●", "reminder", "reminder"),
}
DONE_RIGHT = Sign("✓", "done right", "done-right")

BASES = {
    Basis.RULE_TEXT: "the text of the rule",
    Basis.CASE_LAW: "decisions of courts",
    Basis.DERIVED: "derived from the rule",
    Basis.GUIDANCE: "official guidance",
    Basis.POLICY_OR_INDUSTRY: "our house's own policy, or the trade's practice",
}
