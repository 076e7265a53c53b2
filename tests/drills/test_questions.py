"""Every question has one right answer, an explanation, and a place where that stands written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from calls.events import DialReason
from calls.turn import Speaker
from compliance_rules.coverage import without_rule
from compliance_rules.finding import Standing
from compliance_rules.own_rule import OwnRule
from compliance_rules.own_rules import own_file
from drills import deck
from drills.better import HEARD, better_item, mark_words
from drills.dialling import DAY, DECISIONS, HOURS
from drills.finding import LEFT_OUT
from drills.flow import wrong_lines
from drills.item import Item, Kind
from drills.numbers import NUMBER_CARDS
from drills.places import places
from drills.playing import model_call, offered
from drills.stock import DIALS, Stock
from simulator.queue import CLOSES, OPENS
from tests.conftest import Samples
from tests.drills.deck_of_the_house import STOCK, questions
from tests.own_rules import ID, PACK, TEXT
from tests.shipped import EVERY

FEW: Mapping[Kind, int] = {
    Kind.DIAL: 7,
    Kind.FINDING: 10,
    Kind.NEXT: 2,
    Kind.BETTER: 10,
    Kind.NUMBERS: 6,
}


def asked(kind: Kind, samples: Samples) -> list[Item]:
    made = list(questions(kind, samples(small=FEW[kind], full=200)))
    assert made, f"no card of {kind} comes to a question"
    return made


@pytest.mark.parametrize("kind", Kind)
def test_of_the_choices_one_is_right_and_all_are_explained(kind: Kind, samples: Samples) -> None:
    for item in asked(kind, samples):
        answers = item.choices or (item.example, item.turns[-1].text)
        right = [answer for answer in answers if deck.mark(STOCK, item, answer).right]
        assert right == [item.answer], item.card
        assert item.kind is kind
        assert len(item.why) > 20
        assert item.source.citation
        assert deck.kind_of(item.card) is kind


@pytest.mark.parametrize("kind", [Kind.DIAL, Kind.FINDING, Kind.NUMBERS])
def test_the_same_card_asks_the_same_until_it_is_answered(kind: Kind) -> None:
    for item in questions(kind, 3):
        deck.item.cache_clear()
        assert deck.item(STOCK, item.card, item.nth) == item


def test_the_rules_asked_about_are_those_of_the_house() -> None:
    own = OwnRule(PACK, ID, TEXT, own_file(PACK, ID))

    assert ID in Stock(EVERY, (own,)).rules
    assert ID not in STOCK.rules


def test_a_card_asks_something_else_the_next_time() -> None:
    for card in NUMBER_CARDS:
        first, second, third = (deck.item(STOCK, card, nth) for nth in range(3))
        assert first is not None
        assert second is not None
        assert third is not None
        assert len({(one.question, one.table) for one in (first, second, third)}) > 1
        assert first.model_copy(update={"nth": 1}) != second


def test_what_depends_is_explained_as_depending_and_says_on_what(samples: Samples) -> None:
    made = asked(Kind.FINDING, samples)
    for item in made:
        open_still = item.source.standing is Standing.DEPENDS
        assert open_still is bool(item.source.needs)


def test_seven_calls_are_told_as_a_presumption() -> None:
    frequency = deck.item(STOCK, "dial/frequency", 0)
    allowed = deck.item(STOCK, "dial/allowed", 0)
    pause = deck.item(STOCK, "numbers/pause", 0)
    assert frequency is not None
    assert allowed is not None
    assert pause is not None
    assert "presumed" in frequency.why
    assert "presumed" in allowed.why
    assert "presumed" in pause.why


def test_before_a_call_the_answer_names_what_is_done_and_why() -> None:
    for item in questions(Kind.DIAL, len(DECISIONS)):
        decision, _, reason = item.answer.partition(": ")
        assert decision.lower() in {one.label for one in DECISIONS.values()}
        assert reason


def test_the_hour_suits_at_home_and_by_the_area_code(samples: Samples) -> None:
    town = {f"{one.town}, {one.state}": one for one in places()}
    code = {one.area_code: one for one in places()}
    for item in questions(Kind.DIAL, len(DECISIONS), samples(small=6, full=40)):
        known = dict(item.facts)
        told, _, ours = known["Our clock"].partition(" in ")
        here = datetime.combine(DAY, time.fromisoformat(told.rpartition(" ")[2]))
        here = here.replace(tzinfo=ZoneInfo(town[ours].time_zone))
        home = town[known["Account"].partition("lives in ")[2]]
        there = [
            here.astimezone(ZoneInfo(one.time_zone)).time()
            for one in (home, code[known["Number"][:3]])
        ]

        late = item.card == f"dial/{DialReason.HOURS}"
        assert late is not (OPENS <= there[0] < CLOSES), item
        assert late or OPENS <= there[1] < CLOSES, item
        assert "area code" not in item.why


def test_what_is_open_about_two_time_zones_is_settled_nowhere_in_passing() -> None:
    scenario, rule = STOCK.scenarios[DIALS], STOCK.rule(HOURS)
    told = (rule.asks, rule.message, *scenario.teaches, *scenario.teaching_notes)

    duties = [duty.id for part in without_rule(STOCK.checker.packs) for duty in part.duties]
    assert "fdcpa.comm.conflicting_time_zone" in duties
    about = [text for text in told if "area code" in text]
    assert len(about) == 3
    assert all("area code alone" in text for text in about)


def test_nothing_heavy_is_asked_about_in_passing() -> None:
    cards = [card for pile in deck.cards(STOCK).values() for card in pile]
    assert not [card for card in cards if any(word in card for word in LEFT_OUT)]
    careful = [one.id for one in STOCK.scenarios.values() if one.with_care]
    assert careful
    assert not [card for card in cards if card.partition("/")[2] in careful]


def test_words_of_ones_own_are_marked_like_those_of_a_call() -> None:
    item = deck.item(STOCK, "better/fdcpa.false.arrest_imprisonment", 0)
    assert item is not None

    good = mark_words(STOCK, item, "Nobody goes to jail for this. What could you manage a month?")
    rude = mark_words(
        STOCK, item, "You are an idiot. Nobody goes to jail for this. What can you pay?"
    )
    again = mark_words(STOCK, item, "If you don't pay by Friday there is a warrant out for you.")
    short = mark_words(STOCK, item, "Um.")

    assert good.right
    assert not rude.right
    assert not again.right
    assert not short.right
    assert any("jail" in part.text or "arrest" in part.text for part in again.parts)


def test_who_was_passed_over_wants_to_be_heard() -> None:
    item = next(
        made
        for card in deck.cards(STOCK)[Kind.BETTER]
        if card.startswith(HEARD) and (made := deck.item(STOCK, card, 0)) is not None
    )

    (formula,) = (
        part
        for part in mark_words(STOCK, item, "I see, thank you. Let us go on.").parts
        if "Level" in part.text
    )
    assert not formula.met
    assert mark_words(STOCK, item, item.example).right


def test_a_line_that_was_said_twice_is_offered_once_and_never_beside_itself() -> None:
    said_before = 0
    for scenario in offered(STOCK)[:6]:
        played = model_call(STOCK, scenario)
        turns = played.call.turns
        twice = replace(played, call=played.call.model_copy(update={"turns": (*turns, *turns)}))
        last = max(n for n, turn in enumerate(turns) if turn.speaker is Speaker.COLLECTOR)

        wrong = wrong_lines(STOCK, scenario, twice, len(turns) + last)

        lines = [one.line for one in wrong]
        assert len(set(lines)) == len(lines)
        assert turns[last].text not in lines
        said_before += sum("already" in one.why for one in wrong)
    assert said_before


def test_what_was_asked_once_is_asked_again_where_nothing_new_can_be_made() -> None:
    card = "better/fdcpa.harassment.no_meaningful_identity"
    first = deck.item(STOCK, card, 0)
    assert first is not None
    assert better_item(STOCK, card, 1) is None

    assert deck.item(STOCK, card, 1) == first.model_copy(update={"nth": 1})


def test_a_card_that_is_no_more_asks_nothing() -> None:
    assert deck.item(STOCK, "finding/of.a.rule.that.was", 0) is None
    assert not deck.has(STOCK, "finding/of.a.rule.that.was")
    assert deck.kind_of("dreams/falling") is None
    assert list(deck.cards_about(STOCK, "of.a.rule.that.was")) == []
