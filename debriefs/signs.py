"""How findings look: sign, word and colour together, never colour alone."""

from dataclasses import dataclass

from compliance_rules import Basis, Standing
from scoring.accuracy import Fault


@dataclass(frozen=True)
class Sign:
    """A sign, the word it stands for (of several: `words`), and its colour's name in marks.css."""

    sign: str
    word: str
    ink: str
    words: str = ""

    def counted(self, count: int) -> str:
        """So many of them, in words that fit the number."""
        return f"{count} {self.word if count == 1 else self.words or self.word}"


SIGNS = {
    Standing.NOT_MET: Sign("■", "not met", "not-met"),
    Standing.DEPENDS: Sign("◆", "depends", "depends", "depend"),
    Standing.REMINDER: Sign("●", "reminder", "reminder", "reminders"),
}
DONE_RIGHT = Sign("✓", "done right", "done-right")

BASES = {
    Basis.RULE_TEXT: "the text of the rule",
    Basis.CASE_LAW: "decisions of courts",
    Basis.DERIVED: "derived from the rule",
    Basis.GUIDANCE: "official guidance",
    Basis.POLICY_OR_INDUSTRY: "our house's own policy, or the trade's practice",
}

FAULTS = {
    Fault.FORBIDDEN: Sign("■", "has no place here", "not-met"),
    Fault.CONTRADICTED: Sign("■", "not as on the call", "not-met"),
    Fault.WRONG: Sign("◆", "not borne out", "depends"),
    Fault.MISSING: Sign("●", "missing", "reminder"),
}
AGREES = Sign("✓", "as it was", "done-right")
IN_THE_NOTE = Sign("✓", "in the note:", "done-right")
