"""Drills: what is due, what was answered, and when it comes again.

Nothing but the answers is kept. When a card comes again is worked out from them anew each time, by
the FSRS scheduler, so that a better scheduler later needs no other data.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain, zip_longest
from random import Random

from fsrs import Card, Rating, Scheduler

from compliance_rules.finding import Standing
from drills import deck
from drills.flow import PREFIX as NEXT
from drills.item import Item, Kind, Marked
from drills.stock import Stock
from training.given_drills import GivenDrill, given_drills
from training.models import Person
from training.practising import check_practises
from training.remarks import coaching
from training.store import Store, visible_to

LASTS = timedelta(minutes=3)
"""After that the question that stands there is the last one."""
MOST = 12
"""So many questions at most, however quickly they are answered."""
_AGAIN = 8
"""So many of them at most were known before, beside what was missed: something is new each time."""
_STAYS_OPEN = timedelta(minutes=30)
"""What is answered later than that belongs to another drill."""
_LATEST = 5
"""So many of the last calls tell what somebody misses now."""
_IN_SIGHT = 25
"""Of so many new cards in their order any may be next."""
_SCHEDULER = Scheduler(
    learning_steps=(timedelta(minutes=1),),
    relearning_steps=(timedelta(minutes=1),),
    enable_fuzzing=False,
)
"""What was missed is due again at once; what was known, after days, and each time after more."""


@dataclass(frozen=True)
class Answer:
    """What somebody answered to a card that they had been asked `nth` times before."""

    card: str
    nth: int
    answer: str
    right: bool
    at: datetime


@dataclass(frozen=True)
class Drill:
    """A drill under way: what was answered in it, and the cards that are ahead, in order.

    `asked` says how often each card was answered before, in this drill or an earlier one.
    """

    began: datetime
    given: tuple[Answer, ...]
    ahead: tuple[str, ...]
    asked: Mapping[str, int]

    def over(self, now: datetime) -> bool:
        """Whether no further question is asked."""
        return len(self.given) >= MOST or now - self.began >= LASTS

    @property
    def missed(self) -> tuple[Answer, ...]:
        """What was not right; it comes first in the next drill."""
        return tuple(one for one in self.given if not one.right)


def drill(store: Store, person: Person, stock: Stock, began: datetime) -> Drill:
    """The drill that somebody began at that moment, as far as they have come."""
    check_practises(person)
    every = answers(store, person)
    before = [one for one in every if one.at < began]
    given = tuple(_given(every, began))
    done = {one.card for one in given} | forms_shown(store, person)
    from_notes = (card for one in drills_given(store, person, stock) for card in one.ahead)
    planned = _planned(stock, person, before, missed_rules(store, person), began)
    cards = dict.fromkeys(chain(from_notes, planned))
    asked: dict[str, int] = {}
    for one in every:
        asked[one.card] = asked.get(one.card, 0) + 1
    return Drill(began, given, tuple(card for card in cards if card not in done), asked)


def _given(every: Iterable[Answer], began: datetime) -> Iterator[Answer]:
    """What was answered in time, and after it the one question that still stood there."""
    since = [one for one in every if began <= one.at < began + _STAYS_OPEN]
    in_time = [one for one in since if one.at < began + LASTS]
    yield from since[: min(MOST, len(in_time) + 1)]


def question(stock: Stock, going: Drill) -> Item | None:
    """The next question; a card that comes to none is passed over."""
    made = (deck.item(stock, card, going.asked.get(card, 0)) for card in going.ahead)
    return next((one for one in made if one is not None), None)


def keep_answer(
    store: Store, person: Person, asked: Item, answer: str, marked: Marked, now: datetime
) -> None:
    """Keep an answer; of several to the same question the first counts."""
    check_practises(person)
    row = {
        "person_id": person.id,
        "card": asked.card,
        "nth": asked.nth,
        "answer": answer,
        "right": int(marked.right),
        "at": now.isoformat(),
    }
    with store.writing() as db:
        db.table("drill_answers").insert(row, ignore=True)


def answers(store: Store, person: Person) -> tuple[Answer, ...]:
    """Everything that somebody answered, the oldest first; nobody else reads it."""
    check_practises(person)
    with store.reading() as db:
        rows = db.table("drill_answers").rows_where("person_id = ?", [person.id], order_by="rowid")
        return tuple(
            Answer(
                card=row["card"],
                nth=row["nth"],
                answer=row["answer"],
                right=bool(row["right"]),
                at=datetime.fromisoformat(row["at"]),
            )
            for row in rows
        )


def drills_given(store: Store, person: Person, stock: Stock) -> tuple[GivenDrill, ...]:
    """What the coaching notes of somebody give them to drill, the newest first."""
    check_practises(person)
    answered = [(one.card, one.at) for one in answers(store, person)]
    return given_drills(coaching(store, person), answered, stock)


def due_at(given: Iterable[Answer]) -> Mapping[str, datetime]:
    """When each card that was answered comes again, the next one first."""
    cards: dict[str, Card] = {}
    for one in given:
        # Without an id of ours the library waits for one that the clock makes.
        card = cards.get(one.card) or Card(card_id=0)
        rating = Rating.Good if one.right else Rating.Again
        cards[one.card], _ = _SCHEDULER.review_card(card, rating, one.at.astimezone(UTC))
    return dict(sorted(((name, card.due) for name, card in cards.items()), key=lambda one: one[1]))


def count_due(store: Store, person: Person, stock: Stock, now: datetime) -> int:
    """How many cards that were answered before, and that there still are, are due again."""
    check_practises(person)
    due = [card for card, when in due_at(answers(store, person)).items() if when <= now]
    left_out = forms_shown(store, person) if due else ()
    return sum(deck.has(stock, card) and card not in left_out for card in due)


def missed_cards(given: Iterable[Answer]) -> tuple[str, ...]:
    """The cards whose last answer was not right, the newest first."""
    last: dict[str, Answer] = {}
    for one in given:
        last.pop(one.card, None)
        last[one.card] = one
    return tuple(card for card, one in reversed(last.items()) if not one.right)


def known_until(given: Sequence[Answer], now: datetime) -> datetime | None:
    """When the first of what is known by now comes again; None where nothing of it is ahead."""
    not_known = missed_cards(given)
    ahead = (at for card, at in due_at(given).items() if card not in not_known and at > now)
    return next(ahead, None)


_OWN_FORMS = "person_id = :reader and purpose = 'assessment'"


def forms_shown(store: Store, person: Person) -> frozenset[str]:
    """The cards that would show somebody how a form that they were given is passed."""
    check_practises(person)
    with store.reading() as db:
        rows = visible_to(db, person, _OWN_FORMS, select="scenario_id")
        return frozenset(f"{NEXT}{row['scenario_id']}" for row in rows)


_NEWEST_FINDINGS = """id, (select json_extract(body, '$.check.findings') from reviews
        where attempt_id = attempts.id order by rowid desc limit 1) as findings,
    (select json_extract(content, '$.with_care') from scenarios where hash = scenario_hash)
        as with_care"""
_OWN_LATEST = """id in (select attempt_id from (
    select attempt_id, max(reviews.rowid) as made from reviews
    join attempts as own on own.id = attempt_id where own.person_id = :reader
    group by attempt_id order by made desc limit :latest))"""


def missed_rules(store: Store, person: Person) -> tuple[str, ...]:
    """The rules that were not met in somebody's own latest calls, the newest call's first."""
    check_practises(person)
    with store.reading() as db:
        rows = list(
            visible_to(db, person, _OWN_LATEST, select=_NEWEST_FINDINGS, latest=str(_LATEST))
        )
    found = (json.loads(row["findings"] or "[]") for row in reversed(rows) if not row["with_care"])
    missed = (one["rule"] for one in chain(*found) if one["standing"] == Standing.NOT_MET)
    return tuple(dict.fromkeys(missed))


def _planned(
    stock: Stock,
    person: Person,
    before: Sequence[Answer],
    missed: Iterable[str],
    began: datetime,
) -> Iterator[str]:
    """Cards in the order in which they are asked: what was missed, what is due, what is new.

    Whatever was missed last comes first, the newest before all; after it the kinds take turns.
    """
    due = {card: when for card, when in due_at(before).items() if deck.has(stock, card)}
    first = [card for card in missed_cards(before) if card in due]
    again = [card for card, when in due.items() if when <= began and card not in first]
    some = again[: max(0, _AGAIN - len(first))]
    own = [card for rule in missed for card in deck.cards_about(stock, rule) if card not in due]
    new = chain(own, _new(stock, person, due))
    yield from dict.fromkeys(
        chain(
            first,
            _by_turns([*some, *own[: MOST - _AGAIN]]),
            new,
            again,
            due,  # where all is known, what comes soonest
        )
    )


def _new(stock: Stock, person: Person, known: Mapping[str, datetime]) -> Iterator[str]:
    """Cards that were never answered, the kinds by turns, in an order of one's own."""
    chance = Random(f"{person.id} {len(known)}")
    piles: list[list[str]] = []
    for cards in deck.cards(stock).values():
        fresh = [(place // _IN_SIGHT, chance.random(), card) for place, card in enumerate(cards)]
        piles.append([card for *_, card in sorted(fresh) if card not in known])
    return (card for turn in zip_longest(*piles) for card in turn if card is not None)


def _by_turns(cards: Iterable[str]) -> Iterator[str]:
    """The same cards with the kinds taking turns."""
    piles: dict[Kind | None, list[str]] = {}
    for card in cards:
        piles.setdefault(deck.kind_of(card), []).append(card)
    return (card for turn in zip_longest(*piles.values()) for card in turn if card is not None)
