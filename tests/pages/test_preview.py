"""A trainer sees a scenario as a trainee: the whole way, over what is written, kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import go, press, say, shown, sign_in, visit
from tests.training.accounts import hash_quickly
from tests.training.floor import NOW
from training.bench import Bench, begin_file
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.models import Person, Role
from training.paths import PathStep, StepKind, give_path, make_path
from training.people import sign_in_locally
from training.starting import sheet_of
from training.store import Store

NAME = "mine"
TOLD = "Preview: you see what a trainee sees."


@pytest.fixture
def tom(store: Store, tmp_path: Path) -> Person:
    tom = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    bench = Bench(store, tmp_path / "scenarios")
    begin_file(bench, tom, NAME, sheet_of(NAME, "Mine"), "Began", NOW)
    return tom


@pytest.fixture
def trainer(tom: Person) -> AppTest:
    return sign_in(visit(), tom.name, tom.role)


def test_a_draft_is_gone_through_from_the_brief_to_the_debrief(
    trainer: AppTest, store: Store
) -> None:
    page = shown(go(trainer, "brief", scenario=NAME, preview="1"))
    assert TOLD in page
    assert "Mine" in page
    press(trainer, "Submit an attempt")
    attempt = "".join(trainer.query_params["attempt"])
    say(go(trainer, "call", attempt=attempt), "Hello, may I speak with Marcus Webb, please?")
    assert TOLD in shown(trainer)
    assert "In their head" not in shown(trainer)
    press(trainer, "End call")
    go(trainer, "wrap_up", attempt=attempt)
    press(press(trainer, "Hand in"), "Hand in as it is")

    page = shown(go(trainer, "scorecard", attempt=attempt))
    assert TOLD in page
    assert "How it was marked" in page
    with store.reading() as db:
        assert db.table("attempts").count == 0


def test_a_preview_is_for_those_who_write_and_of_this_window(
    trainer: AppTest, store: Store, tom: Person
) -> None:
    press(go(trainer, "brief", scenario=NAME, preview="1"), "Practise privately")
    attempt = "".join(trainer.query_params["attempt"])
    ana = sign_in(visit(), "Ana", Role.TRAINEE)
    other = sign_in(visit(), tom.name, tom.role)

    assert "There is no such scenario" in shown(go(ana, "brief", scenario=NAME, preview="1"))
    for app in (ana, other):
        assert "There is no such attempt here" in shown(go(app, "call", attempt=attempt))
    trainer.query_params.clear()
    press(go(trainer, "brief", scenario="forgetful_payer"), "Practise privately")
    assert TOLD not in shown(trainer)
    assert len(store.attempts(tom)) == 1


def test_a_page_that_is_cut_short_stays_the_preview_that_it_was(
    trainer: AppTest, store: Store, tom: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(trainer, "brief", scenario=NAME, preview="1")
    with monkeypatch.context() as cut:
        cut.setattr("pages._opened.draw_if_preview", st.stop)
        assert "trial_drawn" in trainer.run().session_state
    del trainer.run().session_state["trial_drawn"]  # as a page leaves it that another one cut
    press(trainer, "Practise privately")

    assert store.attempts(tom) == ()


def test_today_is_seen_as_somebody_who_begins_and_as_one_of_them(
    store: Store, monkeypatch: pytest.MonkeyPatch, trainer: AppTest, tom: Person
) -> None:
    hash_quickly(monkeypatch)
    enrol(store, tom, look_over(store, tom, b"Bea", "Spring"), NOW)
    (spring,) = cohorts(store, tom)
    steps = (PathStep(kind=StepKind.GATE, calls=2, level=1, days=3),)
    path = make_path(store, tom, "First weeks", steps, NOW)
    give_path(store, tom, spring.id, path.id, NOW.date(), NOW)
    page = shown(go(trainer, "today", cohort=spring.id))

    assert "Preview: Today, their path and their gates" in page
    assert "A first call, to see how it goes." in page
    assert "2 clean calls at level 1" in page
    assert "Gates, on Progress" in page
    (bea,) = spring.members
    trainer.selectbox(key="seen_as").set_value(bea.id).run()
    assert "2 clean calls at level 1" in shown(trainer)
    with store.reading() as db:
        assert db.table("attempts").count == 0
    ana = sign_in(visit(), "Ana", Role.TRAINEE)
    assert "Preview" not in shown(go(ana, "today", cohort=spring.id))
