"""What a coaching note gives to be drilled, and how far somebody has come with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from drills import deck
from drills.stock import Stock
from training.remarks import Remark

ENOUGH = 3
"""So many different questions, answered after the note, make what it gave done."""


@dataclass(frozen=True)
class GivenDrill:
    """One thing to drill: the note that gave it, the cards still to answer, and how many of all."""

    note: Remark
    ahead: tuple[str, ...]
    of: int

    @property
    def done(self) -> bool:
        """Whether enough of it was answered since, right or wrong: every answer is explained."""
        return not self.ahead


def given_drills(
    notes: Iterable[Remark], answered: Sequence[tuple[str, datetime]], stock: Stock
) -> tuple[GivenDrill, ...]:
    """One for each note whose cards there still are; cards that are new to somebody come first."""
    found = []
    for note in notes:
        if note.drill is None:
            continue
        cards = deck.cards_of(stock, note.drill)
        since = {card for card, at in answered if at >= note.at}
        before = {card for card, at in answered if at < note.at}
        of = min(ENOUGH, len(cards))
        left = max(0, of - len(since & set(cards)))
        open_still = [card for card in cards if card not in since]
        ahead = sorted(open_still, key=lambda card: card in before)[:left]
        if of:
            found.append(GivenDrill(note, tuple(ahead), of))
    return tuple(found)
