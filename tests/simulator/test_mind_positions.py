"""What somebody stands on: when they say it, and what comes of respecting it or going past it."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from calls.fold import fold
from calls.moves import Act, Ending
from calls.state import CallState
from language.shipped import shipped_reader
from simulator.positions import PositionKind
from simulator.scripted import script, seed_for
from tests.shipped import SCENARIOS
from tests.simulator.playing import moves, play, trust
from tests.simulator.speaking import BEGAN

SAID = yaml.safe_load(Path(__file__).with_name("said_in_situations.yaml").read_text())
_SHARE_AT_MOST = 0.05


def called(name: str, *more: str, lines: int = 3, start: int = 1) -> CallState:
    """The first lines of a model call, then these."""
    scenario = SCENARIOS[name]
    spoken = script(scenario, scenario.model_call.lines, BEGAN)[:lines]
    seed = seed_for(scenario, scenario.model_call.answered_by, start)
    call = fold(play(scenario, (*spoken, *more), seed, shipped_reader(), BEGAN)).call
    assert call is not None
    return call


def test_it_is_stated_as_soon_as_the_debt_is_named() -> None:
    last = moves(called("never_had_this_card"))[-1]

    assert Act.STATES_POSITION in last.acts
    assert last.facts == ("never_had_it",)


def test_who_is_asked_for_a_birth_date_first_wants_to_know_who_asks() -> None:
    last = moves(called("is_this_a_scam", lines=2))[-1]

    assert Act.STATES_POSITION in last.acts
    assert Act.GIVES_IDENTIFIER not in last.acts


def test_who_is_at_work_says_so_before_anything_else() -> None:
    last = moves(called("on_the_shop_floor", lines=1))[-1]

    assert last.acts == (Act.CONFIRMS_IDENTITY, Act.STATES_POSITION)


def test_two_things_are_stated_one_after_the_other() -> None:
    call = called("day_22", "Okay.", "Let me see what I have here.")

    assert call.revealed[-2:] == ("wants_papers", "disputes_part")


PUSHES = ("Can you pay $50 today?", "I need the full amount now.", "How do you want to pay it?")


@pytest.mark.parametrize("name", ["never_had_this_card", "day_22", "lawyer_and_chapter_7"])
def test_who_goes_past_it_is_told_again_then_warned_then_left(name: str) -> None:
    call = called(name, *PUSHES)

    acts = [move.acts for move in moves(call)[-3:]]
    assert Act.STANDS_BY in acts[0]
    assert Act.THREATENS_TO_HANG_UP in acts[1]
    assert call.ending is Ending.HUNG_UP


def test_going_past_it_costs_trust_and_the_debrief_says_why() -> None:
    before, after = called("never_had_this_card"), called("never_had_this_card", PUSHES[0])

    reasons = " ".join(shift.because for shift in moves(after)[-1].shifts)
    assert trust(after) < trust(before)
    assert "went on as if they had not" in reasons


def test_respecting_it_is_noticed() -> None:
    before = called("never_had_this_card")
    after = called("never_had_this_card", "I'll mark the account as disputed and stop collecting.")

    assert trust(after) > trust(before)
    assert Act.SOFTENS in moves(after)[-1].acts


def test_who_was_about_to_hang_up_stays_when_it_is_taken_seriously_after_all() -> None:
    call = called(
        "never_had_this_card",
        "Can you pay $50 today?",
        "How do you want to pay it?",
        "You're right, I'm sorry. I'll mark it as disputed and stop collecting.",
    )

    assert "won_back" in call.remembered
    assert call.ending is None


def test_the_lawyers_name_is_for_those_who_ask_decently() -> None:
    asked = "Could you give me your lawyer's name, please?"

    polite = called("lawyer_and_chapter_7", "Thank you for telling me, I'll stop here.", asked)
    pushy = called("lawyer_and_chapter_7", "You still have to pay this one, today.", asked)

    assert "lawyers_name" in polite.revealed
    assert "lawyers_name" not in pushy.revealed


def test_they_ask_back_and_are_content_with_an_answer() -> None:
    noted = "I've noted that you dispute the $95 and we pause collection."
    told = "Telling me is enough. A letter in writing does more, because then we must wait."

    asking = called("day_22", "Okay.", noted, "I'll send the papers too.")
    content = called("day_22", "Okay.", noted, "I'll send the papers too.", told)

    assert "in_writing" in asking.revealed
    assert Act.ASKS_TERMS not in moves(content)[-1].acts


def test_who_is_at_work_goes_by_themselves_after_a_while() -> None:
    small = ("Oh, sorry.", "I see.", "I understand.", "Okay.", "Well then.", "Hm, okay.")

    call = called("on_the_shop_floor", *small, lines=1)

    assert call.ending is not None
    assert len(moves(call)) <= 7


def test_a_better_time_is_still_told_on_the_way_out() -> None:
    small = ("Oh, sorry.", "I see.", "I understand.")

    call = called("on_the_shop_floor", *small, "When is a better time?", lines=1)

    assert "sundays" in call.revealed


def test_nobody_says_the_same_sentence_twice() -> None:
    for start in range(1, 12):
        call = called("never_had_this_card", *PUSHES[:2], start=start)
        said = [line.turn.text for line in call.lines if line.move]

        assert len(said) == len(set(said))


def test_reading_back_what_they_told_is_answered_with_a_yes() -> None:
    call = called("on_the_shop_floor", "So Sunday at ten, is that right?", lines=2)

    assert Act.CONFIRMS_RECAP in moves(call)[-1].acts


@cache
def not_understood(name: str) -> tuple[str, ...]:
    """The lines of one situation that were not understood, each said on its own."""
    situation: dict[str, Any] = SAID[name]
    lines, after = situation["lines"], situation["after"]
    return tuple(
        line for line in lines if not moves(called(name, line, lines=after))[-1].understood
    )


def test_what_collectors_are_likely_to_say_is_understood() -> None:
    missed = [line for name in SAID for line in not_understood(name)]

    assert len(missed) <= _SHARE_AT_MOST * sum(len(one["lines"]) for one in SAID.values()), missed


def test_every_kind_of_position_is_spoken_of() -> None:
    kinds = {position.kind for one in SCENARIOS.values() for position in one.positions}

    assert kinds <= set(PositionKind)
    assert len(kinds) >= 6
