"""Drills: what is asked, what is kept, and when it comes again."""

from __future__ import annotations

from datetime import datetime, timedelta

from drills import deck
from drills.item import Item, Kind, Source
from tests.drills.deck_of_the_house import STOCK
from tests.pages.finished import THREAT, finished
from tests.training.floor import NOW, beginner
from tests.training.shipped_calls import LAID_OFF
from training.beginning import begin
from training.drilling import (
    LASTS,
    MOST,
    Answer,
    answers,
    count_due,
    drill,
    due_at,
    keep_answer,
    known_until,
    missed_rules,
    question,
)
from training.models import Person, Purpose
from training.reviews import review_attempt
from training.store import Store

NUMBERS = deck.cards(STOCK)[Kind.NUMBERS]
WRONG = "none of the choices"
LAST_ONE = LASTS + timedelta(seconds=20)


def ask(card: str, nth: int = 0) -> Item:
    made = deck.item(STOCK, card, nth)
    assert made is not None
    return made


def plain(card: str) -> Item:
    """A question of a card without its making."""
    return Item(
        card=card,
        kind=deck.kind_of(card) or Kind.NUMBERS,
        question="One or two?",
        choices=("1", "2"),
        right=0,
        why="One comes first.",
        source=Source(citation="Elements VII"),
    )


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
    assert count_due(store, trainer, STOCK, NOW + timedelta(days=90)) == 0
    assert count_due(store, ana, STOCK, NOW + timedelta(days=90)) == 1


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


def test_what_was_missed_a_moment_ago_comes_before_all_that_is_long_due(
    store: Store, ana: Person
) -> None:
    long_due = deck.cards(STOCK)[Kind.FINDING][:10]
    for card in long_due:
        answered(store, ana, plain(card), NOW - timedelta(days=60))
    for nth, card in enumerate(NUMBERS[:2]):
        answered(store, ana, ask(card), NOW + timedelta(seconds=nth), right=False)
    attempt = finished(store, (THREAT,), name="Ana")
    review_attempt(store, ana, attempt.id, NOW)

    again = drill(store, ana, STOCK, NOW + timedelta(seconds=20))

    assert again.ahead[:2] == (NUMBERS[1], NUMBERS[0])
    assert set(again.ahead[2:MOST]) - set(long_due), "something is new each time"
    assert again.ahead[2:MOST] != long_due


def test_what_was_missed_is_not_among_what_was_known(store: Store, ana: Person) -> None:
    answered(store, ana, ask(NUMBERS[0]), NOW)
    answered(store, ana, ask(NUMBERS[1]), NOW, right=False)
    given, soon = answers(store, ana), NOW + timedelta(seconds=10)

    until = known_until(given, soon)

    assert until == due_at(given)[NUMBERS[0]]
    assert known_until(given[1:], soon) is None


def test_a_card_that_is_gone_is_not_due(store: Store, ana: Person) -> None:
    answered(store, ana, plain("finding/of.a.rule.that.was"), NOW, right=False)
    later = NOW + timedelta(days=9)

    assert count_due(store, ana, STOCK, later) == 0
    assert "finding/of.a.rule.that.was" not in drill(store, ana, STOCK, later).ahead


def test_a_form_that_somebody_was_given_is_not_asked_about(
    store: Store, ana: Person, ben: Person
) -> None:
    begin(store, beginner(ana, Purpose.ASSESSMENT), LAID_OFF, Purpose.ASSESSMENT, 7, NOW)
    begin(store, ben, LAID_OFF, Purpose.PRIVATE, 7, NOW)
    card = f"next/{LAID_OFF.id}"
    for person in (ana, ben):
        answered(store, person, plain(card), NOW, right=False)
    later = NOW + timedelta(days=1)

    assert card not in drill(store, ana, STOCK, later).ahead
    assert count_due(store, ana, STOCK, later) == 0
    assert drill(store, ben, STOCK, later).ahead[0] == card


def test_an_answer_of_the_next_drill_is_none_of_this_one(store: Store, ana: Person) -> None:
    answered(store, ana, ask(NUMBERS[0]), NOW + timedelta(seconds=5))
    answered(store, ana, ask(NUMBERS[1]), NOW + LAST_ONE)
    for nth, card in enumerate(NUMBERS[2:5]):
        answered(store, ana, ask(card), NOW + LASTS + timedelta(minutes=2, seconds=nth))

    given = [one.card for one in drill(store, ana, STOCK, NOW).given]

    assert given == [NUMBERS[0], NUMBERS[1]]


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
