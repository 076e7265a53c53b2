"""What the other side asks of the collector, and where it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from language.acts import said
from language.names import words_of
from language.questions import asks_which
from language.reading import Reading
from scoring.case import FEWEST_TURNS, Case

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
MANY_QUESTIONS = 3
"""Whoever passes over most of so many talks at somebody, in however good words."""
HEARD = 0.25
"""The share of questions that has to be answered for a talk to be one."""


SAYING = words_of("say tell want know mean hear think feel sound ask understand see right okay")
"""Stems of the words with which somebody is given back."""


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


def talked_at(case: Case) -> str:
    """Why the manner of the call is worth nothing, where hardly any question was answered.

    Whoever says the right words past every question has not talked with anybody.
    """
    if echoed := only_gives_back(case):
        return echoed
    asked = put_to_us(case)
    answered = sum(one.answered_at is not None for one in asked)
    if len(asked) < MANY_QUESTIONS or answered > HEARD * len(asked):
        return ""
    got = f"{answered} answers" if answered > 1 else "one answer" if answered else "no answer"
    return f"they asked {len(asked)} times and got {got}: the manner of the rest is nothing"


def only_gives_back(case: Case) -> str:
    """Why nothing was said, where most of it are words of the other side or murmurs.

    The first turn is a greeting on every call, and so counts for neither.
    """
    spoken = list(islice(case.collector, 1, None))
    empty = [r for r in spoken if _adds_nothing(case, r)]
    if len(empty) < FEWEST_TURNS or len(empty) <= len(spoken) / 2:
        return ""
    return (
        f"{len(empty)} of {len(spoken)} turns give back what they had said and add nothing: "
        "the manner of the rest is nothing"
    )


def _adds_nothing(case: Case, ours: Reading) -> bool:
    """Whether it has no word or figure that they had not said, and is no yes or no to a question.

    What such a turn seems to do lies in their words: "You want to know if you can pay in parts."
    """
    theirs = next((r for r in reversed(case.other_side) if r.index < ours.index), None)
    if theirs is None:
        return False
    asked, reply = said(theirs), said(ours)
    if asked.questions and not asks_which(theirs) and ours.has("affirms", "refuse"):
        return False
    told = theirs.content | asked.told | asked.asked
    return not (reply.told | reply.asked | ours.content) - told - SAYING


def _asks(reading: Reading, name: str) -> bool:
    """Fear is a question only where it is put as one."""
    return any(s.asserted and (s.question or name != "fear") for s in reading.all(name))
