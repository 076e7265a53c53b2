"""Trainers enrol trainees, make a path and give it; trainees find it under Today."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import SCENARIO, go, press, shown, sign_in, visit
from tests.training.accounts import hash_quickly
from tests.training.floor import NOW
from tests.training.judging import submitted
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.models import Person, Role
from training.paths import PathStep, StepKind, give_path, make_path, paths
from training.people import sign_in_locally
from training.store import Store


@pytest.fixture
def trainer(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    hash_quickly(monkeypatch)
    return sign_in(visit(), "Tom", Role.TRAINER)


@pytest.fixture
def tom(store: Store, trainer: AppTest) -> Person:
    assert trainer.session_state["who"]
    return sign_in_locally(store, "Tom", Role.TRAINER, NOW)


def test_names_are_looked_over_before_anybody_is_enrolled(
    trainer: AppTest, store: Store, tom: Person
) -> None:
    sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    go(trainer, "cohorts")
    trainer.text_input(key="enrol_cohort").set_value("Spring")
    trainer.text_area(key="enrol_names_0").set_value("Ana\nBea\nBea\n").run()

    page = shown(trainer)
    assert (
        "3 lines, 1 new, 0 known, 0 in it already, 1 known without an account, 1 with a fault."
        in page
    )
    assert "Bea stands in line 2 already." in page
    assert "Enrol them" not in [one.label for one in trainer.button]
    assert cohorts(store, tom) == ()

    trainer.text_area(key="enrol_names_0").set_value("Ana\nBea\n").run()
    press(trainer, "Enrol them")

    page = shown(trainer)
    assert "2 lines enrolled." in page
    assert "Hand these over now" in page
    (spring,) = cohorts(store, tom)
    assert [one.name for one in spring.members] == ["Ana", "Bea"]


def test_what_a_table_changes_or_leaves_out_is_said(
    trainer: AppTest, store: Store, tom: Person
) -> None:
    sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    enrol(store, tom, look_over(store, tom, b"name,cohort,reviewer\nBea,Spring,Tom\n"), NOW)
    go(trainer, "cohorts")
    trainer.text_area(key="enrol_names_0").set_value("Cem\n")
    table = b"name,cohort,reviewer\nDee,Spring,Tessa\n"
    trainer.file_uploader[0].upload("people.csv", table, "text/csv").run()

    page = shown(trainer)
    assert "The names that you typed are left out while a table is there." in page
    assert "Spring is there already: it will be reviewed by Tessa instead of Tom." in page
    press(trainer, "Enrol them")
    assert [one.reviewer for one in cohorts(store, tom)] == ["Tessa"]


def test_a_path_is_made_seen_as_a_trainee_and_given(
    trainer: AppTest, store: Store, tom: Person
) -> None:
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    enrol(store, tom, look_over(store, tom, b"Ana", "Spring"), NOW)
    go(trainer, "cohorts")
    trainer.selectbox(key="path_call").set_value(SCENARIO)
    press(trainer, "Add the step")
    trainer.radio(key="path_kind").set_value("gate").run()
    press(trainer, "Add the step")
    assert "the new path" in shown(trainer)
    trainer.text_input(key="path_name").set_value("First weeks")
    press(trainer, "Keep the path")
    (made,) = paths(store, tom)
    assert [one.kind for one in made.steps] == [StepKind.CALL, StepKind.GATE]
    press(trainer, "Give it to them")

    page = shown(trainer)
    assert "Who is where on First weeks" in page
    assert "0 / 3" in page
    trainee = shown(go(sign_in(visit(), ana.name), "today"))
    assert "First weeks" in trainee
    assert "Submit “Laid off three weeks ago”" in trainee
    assert "3 clean calls at level 1" in trainee


def test_what_a_reviewers_own_cohort_submits_is_marked_in_the_queue(
    trainer: AppTest, store: Store, tom: Person
) -> None:
    ana, ben = (sign_in_locally(store, name, Role.TRAINEE, NOW) for name in ("Ana", "Ben"))
    table = b"name,cohort,reviewer\nAna,Spring,Tom\n"
    enrol(store, tom, look_over(store, tom, table), NOW)
    submitted(store, ana, 1)
    submitted(store, ben, 2)

    go(trainer, "queue")
    assert "<b>Ben</b>" in shown(trainer)
    trainer.toggle(key="queue_mine").set_value(True).run()

    page = shown(trainer)
    assert "<b>Ana</b>" in page
    assert "<b>Ben</b>" not in page


def test_where_everybody_stands_is_told_and_how_they_drill_is_not(
    trainer: AppTest, store: Store, tom: Person
) -> None:
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    enrol(store, tom, look_over(store, tom, b"Ana", "Spring"), NOW)
    (spring,) = cohorts(store, tom)
    steps = (
        PathStep(kind=StepKind.CALL, what=SCENARIO, days=1),
        PathStep(kind=StepKind.DRILL, what="numbers", days=1),
        PathStep(kind=StepKind.GATE, days=1),
    )
    path = make_path(store, tom, "First weeks", steps, NOW)
    give_path(store, tom, spring.id, path.id, NOW.date(), NOW)
    submitted(store, ana, 1)

    page = shown(go(trainer, "cohorts"))

    assert "✓</i></span> done" in page
    assert "theirs to know" in page
    assert "Where everybody stands, to take along" in page
    assert "■</i></span> overdue 0 / 3" in page


def test_cohorts_are_for_trainers() -> None:
    assert "for trainers" in shown(go(sign_in(visit(), "Ana"), "cohorts"))
