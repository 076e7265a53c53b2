"""What the other side asks of the collector, and where it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.reading import Reading
from scoring.case import Case

ANSWERS = {
    "asks_who_is_calling": ("self_identification",),
    "asks_what_about": (
        "debt_mention",
        "account_detail",
        "gives_reason",
        "ask_identifier",
        "third_party_safe_message",
    ),
    "asks_why": ("gives_reason", "explains_terms", "explain_rights", "confirm_identity"),
    "asks_balance": ("account_detail", "debt_mention", "recap"),
    "asks_options": ("offer", "counter_offer", "promise_hardship_help", "explains_terms"),
    "asks_validation": ("explain_rights", "honour_dispute", "gives_reason"),
    "fear": ("explains_terms", "explain_rights", "promise_hardship_help", "acknowledgement"),
}
"""What answers each question of the other side; a promise to come back to it is one too."""
BEFORE_AN_AMOUNT = (
    "ask_identifier",
    "confirm_identity",
    "third_party_safe_message",
    "refuse",
    "sets_aside",
    "gives_reason",
)
"""What answers "How much?" without an amount: to nobody but whose debt it is may it be told."""


@dataclass(frozen=True)
class Asked:
    """One question of the other side, and our next turns, of which there is one at least."""

    cue: Reading
    name: str
    answers: Sequence[Reading]

    @property
    def answered_at(self) -> int | None:
        """Which of our next turns answers it: the first, the second, or none."""
        return next((n for n, one in enumerate(self.answers) if self._is_answer(one)), None)

    def _is_answer(self, turn: Reading) -> bool:
        if self.name == "asks_balance":
            return tells_how_much(turn)
        return turn.has(*ANSWERS[self.name])


def tells_how_much(ours: Reading) -> bool:
    """Whether this says how much it is, or what has to be known before that may be said."""
    return bool(ours.money) or ours.has(*BEFORE_AN_AMOUNT)


def put_to_us(case: Case) -> tuple[Asked, ...]:
    """Every question of the other side after which we said something."""
    asked = [(r, name) for r in case.other_side for name in ANSWERS if _asks(r, name)]
    found = (Asked(cue, name, case.answers_to(cue)) for cue, name in asked)
    return tuple(one for one in found if one.answers)


def _asks(reading: Reading, name: str) -> bool:
    """Fear is a question only where it is put as one."""
    return any(s.asserted and (s.question or name != "fear") for s in reading.all(name))
