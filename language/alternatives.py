"""Amounts side by side to choose from: "forty or fifty", unlike "forty, no, fifty"."""

from collections.abc import Sequence

from language.reading import MoneyMention, Reading
from language.wording import wording_of


def are_alternatives(reading: Reading, amounts: Sequence[MoneyMention]) -> bool:
    """Whether these amounts of a turn, in order, are left to choose from."""
    return wording_of(reading.turn.text[amounts[0].end : amounts[-1].start]).holds(("or",))
