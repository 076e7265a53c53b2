"""A trainee disputes a mark, a trainer answers, takes it back or adds to it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.visiting import go, press, shown
from tests.training.floor import NOW
from tests.training.judging import MARK, submitted
from training.disputes import disputes
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.store import Store

WHY = "She paused twice."


def test_a_dispute_goes_to_the_trainer_and_the_answer_comes_back(
    trainee: AppTest, trainer: AppTest, store: Store, ana: Person
) -> None:
    attempt = submitted(store, ana)
    go(trainee, "scorecard", attempt=attempt.id)
    trainee.selectbox(key="dispute_about").set_value(MARK)
    trainee.text_input(key="dispute_sentence").set_value(WHY)
    press(trainee, "Dispute it")
    assert "Sent at" in trainee.success[0].value
    assert "An answer is due by" in shown(go(trainer, "queue"))

    go(trainer, "review", attempt=attempt.id)
    assert WHY in shown(trainer)
    tom = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    (one,) = disputes(store, tom, attempt.id)
    trainer.button(key=f"to_mark_{one.id}").click().run()
    assert trainer.selectbox(key=f"{attempt.id}_verdict_about").value == MARK
    for words in ("You are wrong.", "You are right."):
        trainer.text_area(key=f"answer_{one.id}").set_value(words)
        press(trainer, "Answer")
        assert f"answered: “{words}” (Tom, " in shown(trainer)
        if words == "You are wrong.":
            press(trainer, "Take it back")
            assert "Taken back at" in shown(trainer)

    page = shown(go(trainee, "scorecard", attempt=attempt.id))
    assert WHY in page
    assert "You are right." in page
    assert "You are wrong." not in page

    go(trainer, "scorecard", attempt=attempt.id)
    assert "may have read it: it stays" in shown(trainer)
    assert "Take it back" not in [button.label for button in trainer.button]
    trainer.text_area(key=f"added_{one.id}").set_value("At turn 3.")
    press(trainer, "Add it")
    assert "added: “At turn 3.” (Tom, " in shown(go(trainee, "scorecard", attempt=attempt.id))


def test_a_private_attempt_has_nothing_to_dispute(
    trainee: AppTest, store: Store, ana: Person
) -> None:
    private = submitted(store, ana, 2, Purpose.PRIVATE)

    assert "Does a mark seem wrong?" not in shown(go(trainee, "scorecard", attempt=private.id))
