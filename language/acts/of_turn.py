"""The acts of a turn: questions, reflections, advice and information, replies to feelings."""

from enum import StrEnum

from language.reading import Reading


class Act(StrEnum):
    """What a turn does as talk, whatever it is about."""

    QUESTION = "question"
    OPEN_QUESTION = "open_question"
    REFLECTION = "reflection"
    INPUT = "input"
    FEELS_WITH = "feels_with"
    INTERPRETS = "interprets"
    EXPLORES = "explores"
    OTHER = "other"


def acts_of(turn: Reading, before: Reading | None) -> frozenset[Act]:
    """Everything that the turn does, as an answer to the one before."""
    return frozenset(act for act in Act if turn.has(*_SIGNALS.get(act, ())))


def main_act(turn: Reading, before: Reading | None) -> Act:
    """What it mainly does: asks, gives back, puts in, or none of these."""
    acts = acts_of(turn, before)
    return next((a for a in (Act.QUESTION, Act.REFLECTION, Act.INPUT) if a in acts), Act.OTHER)


_SIGNALS = {
    Act.QUESTION: ("open_question", "closed_question"),
    Act.OPEN_QUESTION: ("open_question",),
    Act.REFLECTION: ("reflection",),
    Act.INPUT: ("advises", "explains_terms", "points_to_help", "suggests"),
    Act.FEELS_WITH: ("validates", "acknowledgement", "apology", "reassures", "stays_with"),
    Act.INTERPRETS: ("reflection", "turns_to_self"),
    Act.EXPLORES: ("open_question", "closed_question"),
}
