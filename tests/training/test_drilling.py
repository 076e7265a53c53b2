"""Drills: what is asked, what is kept, and when it comes again."""

from __future__ import annotations

from datetime import datetime, timedelta

from drills import deck
from drills.item import Item, Kind
from tests.drills.deck_of_the_house import STOCK
from tests.pages.finished import THREAT, finished
from tests.training.floor import NOW
from training.drilling import (
    LASTS,
    MOST,
    Answer,
    answers,
    count_due,
    drill,
    due_at,
    keep_answer,
    missed_rules,
    question,
)
from training.models import Person
from training.reviews import review_attempt
from training.store import Store

NUMBERS = deck.cards(STOCK)[Kind.NUMBERS]
WRONG = "none of the choices"


def ask(card: str, nth: int = 0) -> Item:
    made = deck.item(STOCK, card, nth)
    assert made is not None
    return made


def answered(store: Store, person: Person, item: Item, at: datetime, *, right: bool = True) -> None:
    answer = item.answer if right else WRONG
    keep_answer(store, person, item, answer, deck.mark(STOCK, item, answer), at)


def test_what_was_known_comes_later_each_time_and_what_was_missed_at_once() -> None:
    known, missed = NUMBERS[:2]
    given: list[Answer] = []
    at, gaps = NOW, []
    for nth in range(4):
        given.append(Answer(known, nth, "", right=True, at=at))
        due = due_at(given)[known]
        gaps.append(due - at)
        at = due
    given.append(Answer(missed, 0, "", right=False, at=NOW))

    assert gaps == sorted(gaps)
    assert gaps[0] >= timedelta(days=1)
    assert due_at(given)[missed] <= NOW + timedelta(minutes=2)
    assert next(iter(due_at(given))) == missed


def test_answers_folded_twice_come_to_the_same() -> None:
    given = [
        Answer(card, nth, "", right=nth != 1, at=NOW + timedelta(days=3 * nth))
        for nth in range(3)
        for card in NUMBERS
    ]

    assert due_at(given) == due_at(given)


def test_the_first_answer_to_a_question_counts(store: Store, ana: Person) -> None:
    item = ask(NUMBERS[0])
    answered(store, ana, item, NOW, right=False)
    answered(store, ana, item, NOW + timedelta(seconds=1))

    (kept,) = answers(store, ana)
    assert (kept.card, kept.nth, kept.right, kept.answer) == (NUMBERS[0], 0, False, WRONG)


def test_nobody_reads_the_answers_of_another(store: Store, ana: Person, trainer: Person) -> None:
    answered(store, ana, ask(NUMBERS[0]), NOW)

    assert answers(store, trainer) == ()
    assert count_due(store, trainer, NOW + timedelta(days=90)) == 0
    assert count_due(store, ana, NOW + timedelta(days=90)) == 1


def test_kinds_take_turns_and_no_card_comes_twice(store: Store, ana: Person) -> None:
    going = drill(store, ana, STOCK, NOW)

    assert {deck.kind_of(card) for card in going.ahead[:5]} == set(Kind)
    assert len(set(going.ahead)) == len(going.ahead)
    assert drill(store, ana, STOCK, NOW) == going


def test_an_answer_leads_on_to_the_next_question(store: Store, ana: Person) -> None:
    item = question(STOCK, drill(store, ana, STOCK, NOW))
    assert item is not None

    answered(store, ana, item, NOW + timedelta(seconds=9))

    going = drill(store, ana, STOCK, NOW)
    assert [one.card for one in going.given] == [item.card]
    assert item.card not in going.ahead


def test_it_is_over_after_three_minutes_or_twelve_answers(store: Store, ana: Person) -> None:
    assert not drill(store, ana, STOCK, NOW).over(NOW + LASTS - timedelta(seconds=1))
    assert drill(store, ana, STOCK, NOW).over(NOW + LASTS)

    for nth in range(MOST):
        answered(store, ana, ask(NUMBERS[nth % 6], nth // 6), NOW + timedelta(seconds=nth))
    assert drill(store, ana, STOCK, NOW).over(NOW + timedelta(seconds=MOST))


def test_what_was_missed_comes_first_in_the_next_drill(store: Store, ana: Person) -> None:
    answered(store, ana, ask(NUMBERS[2]), NOW, right=False)
    answered(store, ana, ask(NUMBERS[3]), NOW)

    again = drill(store, ana, STOCK, NOW + timedelta(minutes=4))

    assert again.ahead[0] == NUMBERS[2]
    assert again.ahead.index(NUMBERS[3]) > MOST
    asked = question(STOCK, again)
    assert asked is not None
    assert (asked.card, asked.nth) == (NUMBERS[2], 1)
    assert asked != ask(NUMBERS[2])


def test_somebody_is_asked_about_the_rules_they_missed_in_their_calls(
    store: Store, ana: Person, ben: Person
) -> None:
    attempt = finished(store, (THREAT,), name="Ana")
    review_attempt(store, ana, attempt.id, NOW)

    missed = missed_rules(store, ana)

    assert "fdcpa.false.arrest_imprisonment" in missed
    assert missed_rules(store, ben) == ()
    about = set(deck.cards_about(STOCK, "fdcpa.false.arrest_imprisonment"))
    assert about
    assert about <= set(drill(store, ana, STOCK, NOW + timedelta(days=1)).ahead[:MOST])
