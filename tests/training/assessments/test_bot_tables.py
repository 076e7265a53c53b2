"""What bots reached on the forms of a work sample."""

from __future__ import annotations

from functools import partial

import pytest

from commands.forms_played import FormsPlayed
from simulator.bots.bot import shipped_bots
from tests.shipped import SCENARIOS
from tests.training.assessments.samples import SET_UP, manager, ready
from tests.training.floor import NOW
from training.assessments.bot_tables import MOST_APART, OTHER, SAME, apart, heading, keep_bots
from training.assessments.forms import draw, forms
from training.assessments.hiring import Locked
from training.assessments.models import BotRow, BotTable
from training.assessments.setting_up import lock, make
from training.store import Store

ONE_CALL = SET_UP.model_copy(update={"scenarios": ("forgetful_payer",)})

BOTS = ("decent", "rude")
TABLE = BotTable(rows=(BotRow(bot="decent", calls=1, grade=80, ends=100),), seeds=1)


def test_bots_play_the_same_calls_in_each_form_and_it_is_kept(store: Store) -> None:
    mara = manager(store)
    made = make(store, mara, ONE_CALL, NOW)
    drawn = draw(store, mara, made.id, SCENARIOS, 7, NOW)[:2]
    told = partial(keep_bots, store, mara, made.id, now=NOW)
    play = FormsPlayed(drawn, 1, told, tuple(shipped_bots()[name] for name in BOTS))

    play.run()

    first, second, third = forms(store, mara, made.id)
    assert play.through
    assert len(play.calls) == play.total == 2 * len(BOTS)
    assert first.bots is not None
    assert second.bots is not None
    assert third.bots is None, "nobody played it"
    assert {call.seed for call in play.calls} == {first.seed}, "as candidates get it"
    assert [row.bot for row in first.bots.rows] == list(BOTS)
    assert apart([first.bots, second.bots]) <= MOST_APART


def test_what_was_played_is_gone_once_forms_are_drawn_anew(store: Store) -> None:
    mara = manager(store)
    made = make(store, mara, ONE_CALL, NOW)
    (form, *_) = draw(store, mara, made.id, SCENARIOS, 7, NOW)
    keep_bots(store, mara, made.id, {(form.scenario_hash, form.seed): TABLE}, NOW)
    assert forms(store, mara, made.id)[0].bots == TABLE

    other = draw(store, mara, made.id, SCENARIOS, 8, NOW)[0]
    assert (other.scenario_hash, other.bots) == (form.scenario_hash, None)
    keep_bots(store, mara, made.id, {(form.scenario_hash, form.seed): TABLE}, NOW)

    assert forms(store, mara, made.id)[0].bots is None, "it was played with another seed"


def test_bots_add_nothing_to_a_work_sample_that_is_locked(store: Store) -> None:
    made = ready(store, ONE_CALL)
    (form, *_) = forms(store, manager(store), made.id)
    lock(store, manager(store), made.id, NOW)

    with pytest.raises(Locked):
        keep_bots(store, manager(store), made.id, {(form.scenario_hash, form.seed): TABLE}, NOW)


def test_a_heading_says_no_more_than_bots_can_show() -> None:
    assert heading(MOST_APART) == SAME == "no difference found by bots"
    assert heading(MOST_APART + 0.1) == OTHER
