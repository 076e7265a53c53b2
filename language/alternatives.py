"""Amounts side by side to choose from: "forty or fifty", unlike "forty, no, fifty"."""

import re
from collections.abc import Sequence

from language.reading import MoneyMention, Reading
from language.wording import wording_of

_FROM_TO = re.compile(r"(?i)\b(?:between|(?:anywhere|somewhere|something|anything) from)\W+$")


def are_alternatives(reading: Reading, amounts: Sequence[MoneyMention]) -> bool:
    """Whether these amounts of a turn, in order, are left to choose from."""
    text = reading.turn.text
    chosen = wording_of(text[amounts[0].end : amounts[-1].start]).holds(("or",))
    return chosen or _FROM_TO.search(text, 0, amounts[0].start) is not None
