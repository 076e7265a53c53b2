"""The deck: every card there is, and the question that a card comes to the next time."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from drills.better import HEARD, RULE, better_cards, better_item, mark_words
from drills.dialling import CARDS as DIAL_CARDS
from drills.dialling import PREFIX as DIAL
from drills.dialling import dial_item
from drills.finding import PREFIX as FINDING
from drills.finding import finding_cards, finding_item
from drills.flow import PREFIX as NEXT
from drills.flow import next_cards, next_item
from drills.item import Item, Kind, Marked
from drills.numbers import NUMBER_CARDS, number_item
from drills.numbers import PREFIX as NUMBERS
from drills.stock import Stock

_PILES: Mapping[str, tuple[Kind, Callable[[Stock, str, int], Item | None]]] = {
    DIAL: (Kind.DIAL, dial_item),
    FINDING: (Kind.FINDING, finding_item),
    NEXT: (Kind.NEXT, next_item),
    RULE: (Kind.BETTER, better_item),
    HEARD: (Kind.BETTER, better_item),
    NUMBERS: (Kind.NUMBERS, number_item),
}
"""What a card's name begins with, what such a card trains, and what makes its questions."""
_THROWS = 6
"""So often chance is asked again where a card comes to nothing that can be asked."""
_THROWN = (Kind.DIAL, Kind.NUMBERS)
"""What is made of chance alone; the others have looked at all they have the first time."""


@lru_cache(maxsize=4)
def cards(stock: Stock) -> Mapping[Kind, tuple[str, ...]]:
    """Every card by kind, in the order in which new ones come."""
    return {
        Kind.DIAL: DIAL_CARDS,
        Kind.FINDING: finding_cards(stock),
        Kind.NEXT: next_cards(stock),
        Kind.BETTER: better_cards(stock),
        Kind.NUMBERS: NUMBER_CARDS,
    }


def kind_of(card: str) -> Kind | None:
    """What a card trains, as its name begins; None where no card's name begins so."""
    kind, _ = _PILES.get(_prefix(card), (None, None))
    return kind


def has(stock: Stock, card: str) -> bool:
    """Whether there is such a card; one of a rule or a call that is gone is no more."""
    kind = kind_of(card)
    return kind is not None and card in cards(stock)[kind]


def cards_about(stock: Stock, rule: str) -> Iterator[str]:
    """The cards that train a rule."""
    known = cards(stock)
    for kind, prefix in ((Kind.FINDING, FINDING), (Kind.BETTER, RULE)):
        if f"{prefix}{rule}" in known[kind]:
            yield f"{prefix}{rule}"


def cards_of(stock: Stock, drill: str) -> tuple[str, ...]:
    """The cards of what somebody is given to drill: a kind by its name, or a rule by its id."""
    kinds = {kind.value: known for kind, known in cards(stock).items()}
    return kinds[drill] if drill in kinds else tuple(cards_about(stock, drill))


@lru_cache(maxsize=1024)
def item(stock: Stock, card: str, nth: int) -> Item | None:
    """The question of a card the next time, after it was answered `nth` times; None if none.

    Where nothing new can be made of it, it is an earlier one: what was asked once is asked again.
    """
    if not has(stock, card):
        return None
    kind, make = _PILES[_prefix(card)]
    chances = (nth + throw * 1000 for throw in range(_THROWS if kind in _THROWN else 1))
    for chance in chain(chances, range(nth - 1, -1, -1)):
        made = make(stock, card, chance)
        if made is not None:
            return made.model_copy(update={"nth": nth})
    return None


def mark(stock: Stock, asked: Item, answer: str) -> Marked:
    """How an answer is marked: one of the choices, or words of one's own."""
    if asked.choices:
        return Marked(right=answer == asked.answer)
    return mark_words(stock, asked, answer)


def _prefix(card: str) -> str:
    return f"{card.partition('/')[0]}/"
