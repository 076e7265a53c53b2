"""Answers that somebody gave in drills before."""

from __future__ import annotations

from datetime import datetime, timedelta

from drills import deck
from drills.item import Item, Kind, Source
from drills.stock import Stock
from training.drilling import keep_answer
from training.models import Person
from training.store import Store


def know_all_but(store: Store, person: Person, stock: Stock, kind: Kind, at: datetime) -> None:
    """Everything of the other kinds is known, so that this kind comes first."""
    for pile, cards in deck.cards(stock).items():
        for card in cards if pile is not kind else ():
            asked = Item(
                card=card,
                kind=pile,
                question="One or two?",
                choices=("1", "2"),
                right=0,
                why="One comes first.",
                source=Source(citation="Elements VII"),
            )
            keep_answer(store, person, asked, "1", deck.mark(stock, asked, "1"), at)


def miss_one(store: Store, person: Person, stock: Stock, at: datetime) -> datetime:
    """Three sums in a drill that began then, the first of them wrong; returns when it began."""
    for nth, card in enumerate(deck.cards(stock)[Kind.NUMBERS][:3]):
        item = deck.item(stock, card, 0)
        assert item is not None
        wrong = next(choice for choice in item.choices if choice != item.answer)
        answer = item.answer if nth else wrong
        when = at + timedelta(seconds=10 + nth)
        keep_answer(store, person, item, answer, deck.mark(stock, item, answer), when)
    return at
