"""The deck of the shipped scenarios, and some of its questions: more of them with full samples."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from drills import deck
from drills.item import Item, Kind
from drills.stock import Stock
from tests.shipped import EVERY

STOCK = Stock(EVERY)


def questions(kind: Kind, count: int, times: int = 1) -> Iterator[Item]:
    """The questions of so many cards of a kind, each so many times; cards may come to none."""
    cards = deck.cards(STOCK)[kind]
    for card in Random(kind).sample(cards, min(count, len(cards))):
        for nth in range(times):
            made = deck.item(STOCK, card, nth)
            if made is not None:
                yield made
