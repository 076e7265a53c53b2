"""Amounts, rhythms and days of a turn; tried only on turns that hold a word of theirs."""

from datetime import date

from spacy.tokens import Doc

from calls.turn import Turn
from language.reading import DateMention, MoneyMention, ScheduleMention

Amounts = tuple[
    tuple[MoneyMention, ...], tuple[ScheduleMention, ...], tuple[DateMention, ...]
]


def anchors_amount(word: str) -> bool:
    """Whether a turn with this word (as it is read) is worth reading for amounts and days."""
    return any(character.isdigit() for character in word)


def read_amounts(doc: Doc, turn: Turn, today: date | None) -> Amounts:
    """The amounts, rhythms and days of one turn."""
    del doc, turn, today
    return (), (), ()
