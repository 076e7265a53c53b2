"""The Monday page: whom to coach on what, and figures that say how little few calls say."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import go, shown, sign_in, visit
from tests.training.floor import NOW
from tests.training.judging import submitted
from training.cohorts import cohorts, leave
from training.enrolling import enrol, look_over
from training.models import Purpose, Role
from training.monday import RECENT
from training.people import sign_in_locally
from training.remarks import coach
from training.reviews import review_attempt
from training.store import Store

PEOPLE = ("Ana", "Ben", "Cem", "Dee", "Eve")


@pytest.fixture
def trainer(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr("pages._floor.now", lambda: NOW + RECENT / 2)
    return sign_in(visit(), "Tom", Role.TRAINER)


def test_before_anything_is_submitted_it_says_what_will_be_there(trainer: AppTest) -> None:
    assert "Nothing was submitted yet." in shown(go(trainer, "coaching"))


def test_it_says_whom_to_coach_on_what_and_private_practice_is_in_nothing(
    trainer: AppTest, store: Store
) -> None:
    tom = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    table = "name\n" + "\n".join(PEOPLE)
    for name in PEOPLE:
        person = sign_in_locally(store, name, Role.TRAINEE, NOW)
        attempt = submitted(store, person, 1)
        review_attempt(store, person, attempt.id, NOW)
    private = submitted(store, person, 2, Purpose.PRIVATE)
    enrol(store, tom, look_over(store, tom, table.encode(), "Spring"), NOW)
    assert len(cohorts(store, tom)) == 1

    page = shown(go(trainer, "coaching"))

    assert "not met in 1 of 1 call in which it came up." in page
    assert f'href="review?attempt={attempt.id}"' in page
    assert private.id not in page
    assert "1 of 1" in page
    charts = [one.proto.alt for one in trainer.get("vega_lite_chart")]
    assert any(one.startswith("Mean grade by cohort: Spring (5 people): 1 ") for one in charts)
    assert any("Laid off three weeks ago (5)" in one for one in charts)
    assert "No scenario has graded calls of 5 people who submitted others, too." in page
    spring = cohorts(store, tom)[0]
    trainer.selectbox(key="heat_cohort").set_value(spring.id).run()
    assert '<th scope="col">Ana</th>' in shown(trainer)
    leave(store, tom, spring.id, spring.members[0].id, NOW)
    trainer.run()
    assert '<th scope="col">Ana</th>' not in shown(trainer)

    coach(store, tom, attempt.id, "Slow down.", "numbers", NOW + RECENT / 4)
    assert attempt.id not in shown(go(trainer, "coaching"))


def test_whom_to_coach_is_for_trainers() -> None:
    assert "for trainers" in shown(go(sign_in(visit(), "Ana"), "coaching"))
