"""The acts of a turn: what it does as talk, by form and by what was told before."""

from enum import StrEnum

from language.acts.bargains import agrees, offers
from language.acts.questions import explores, is_open, plain, questions
from language.acts.replies import feels_with, interprets
from language.acts.statements import Shares, shares
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
    OFFERS = "offers"
    AGREES = "agrees"
    OTHER = "other"


_FEWEST, _PUT, _MAINLY_PUT = 2, 8, 15
"""Words that make a reflection, and advice or information, beside a question or not."""
_BESIDE = 0.1
"""Whatever has this share of the other is done as well."""


def acts_of(turn: Reading, before: Reading | None) -> frozenset[Act]:
    """Everything that the turn does, as an answer to the one before."""
    text, said = turn.turn.text, plain(turn.turn.text)
    asked, parts = questions(text), shares_of(turn, before)
    table = plain(before.turn.text) if before else ""
    done = {
        Act.QUESTION: bool(asked),
        Act.OPEN_QUESTION: any(map(is_open, asked)),
        Act.REFLECTION: _FEWEST <= parts.given >= _BESIDE * parts.put,
        Act.INPUT: _PUT <= parts.put >= _BESIDE * parts.given,
        Act.FEELS_WITH: feels_with(said),
        Act.INTERPRETS: interprets(said),
        Act.EXPLORES: explores(text),
        Act.OFFERS: offers(said, table),
        Act.AGREES: agrees(said, table),
    }
    return frozenset(act for act, does in done.items() if does)


def main_act(turn: Reading, before: Reading | None) -> Act:
    """What it mainly does: asks, gives back, puts in, or none of these."""
    given, put, asked = shares_of(turn, before)
    if asked:
        return Act.INPUT if put >= _MAINLY_PUT and put > asked else Act.QUESTION
    if put >= _PUT and put > given:
        return Act.INPUT
    return Act.REFLECTION if given >= _FEWEST else Act.OTHER


def shares_of(turn: Reading, before: Reading | None) -> Shares:
    """How many words of it give back, put in and ask."""
    answers = before is not None and "?" in before.turn.text
    return shares(turn.turn.text, before.content if before else frozenset(), answers)
