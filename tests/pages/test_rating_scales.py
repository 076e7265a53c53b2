"""The page of rating scales: read as raters see them, written by trainers, and kept in versions."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages._fields import field_key
from pages._scales import SCALES
from scoring.rating_scales import FOLDER, load_scales
from tests.pages.visiting import buttons, go, key_now, press, shown, sign_in, visit
from training.models import Role
from training.scales import own_scales, scales_in_use
from training.store import Store

EMPATHY = "empathy"
MEANS = field_key(EMPATHY, ("levels", 1, "means"), SCALES)
HEARD = field_key(EMPATHY, ("levels", 2, "examples"), SCALES)
FILE = f"{SCALES.id}_text_{EMPATHY}"
OURS = "A stock phrase answers it."


@pytest.fixture
def trainer() -> AppTest:
    return sign_in(visit(), "Tom", Role.TRAINER)


def _step(app: AppTest, name: str) -> AppTest:
    app.segmented_control(key="scale_step").set_value(name)
    return app.run()


def test_a_trainer_writes_the_houses_words_and_goes_back_to_those_that_ship(
    trainer: AppTest, store: Store
) -> None:
    page = shown(go(trainer, "rating_scales"))
    assert "The machine's own marks do not depend on these words" in page
    assert page.count("comes with Right Party") == len(load_scales())

    page = shown(go(trainer, "rating_scales", scale=EMPATHY))
    assert "What was said" not in page
    assert "A formula answers it" in page
    _step(trainer, "Write")
    assert "Nothing is changed" in shown(trainer)
    trainer.text_area(key=HEARD).set_value("Only one thing.").run()
    page = shown(trainer)
    heard = "<b>What one might hear at 3: two or three</b>: level 3 has 1 examples"
    assert f"{heard} - 2 or 3 things" in page, "the form's own words come first"
    assert "In the file, line 16: levels, no. 3, examples" in page
    assert next(one for one in trainer.button if one.label == "Save as a version").disabled
    press(trainer, "Take back what is not saved")
    trainer.text_area(key=MEANS).set_value(OURS).run()
    assert OURS in str(trainer.text_area(key=key_now(trainer, FILE)).value)
    assert OURS in shown(_step(trainer, "As a rater sees it"))
    assert "not saved yet, and nobody rates by it" in shown(trainer)

    _step(trainer, "Write")
    trainer.text_input(key="scale_save_why").set_value("As we say it").run()
    press(trainer, "Save as a version")
    one = scales_in_use(store)[EMPATHY]
    assert (one.version, one.levels[1].means) == (2, OURS)
    assert "Everything is saved, as version 1." in shown(trainer)
    assert "version: 2" in str(trainer.text_area(key=key_now(trainer, FILE)).value)

    page = shown(_step(trainer, "Versions"))
    assert "Version 1 · Tom" in page
    assert "As we say it · raters read it as wording 2" in page
    press(trainer, "Back to the words that ship")
    assert "Say in a few words what you changed" in shown(trainer), "it is asked why"
    trainer.text_input(key=f"scale_back_why_{EMPATHY}").set_value("Nobody knew ours").run()
    press(trainer, "Back to the words that ship")
    assert "Back to the words that ship: Nobody knew ours" in shown(trainer)
    assert not own_scales(store).path(EMPATHY).exists()
    assert scales_in_use(store)[EMPATHY] == load_scales()[EMPATHY]
    assert "Version 2 · Tom" in shown(trainer)


def test_an_assessor_reads_them_and_a_trainee_is_told_whom_they_are_for(store: Store) -> None:
    own = own_scales(store)
    own.folder.mkdir()
    own.path(EMPATHY).write_text((FOLDER / "empathy.yaml").read_text().replace("asks:", "ask:"))
    assessor = sign_in(visit(), "Ines", Role.ASSESSOR)

    page = shown(go(assessor, "rating_scales"))
    assert "empathy.yaml cannot be used, and people rate by what ships. Line 1: asks:" in page
    page = shown(go(assessor, "rating_scales", scale=EMPATHY))
    assert "A formula answers it" in page
    assert "Save as a version" not in buttons(assessor)
    assert not assessor.segmented_control

    trainee = sign_in(visit(), "Ana")
    assert "This page is for those who judge" in shown(go(trainee, "rating_scales"))
    assert "This page is for those who judge" in shown(go(trainee, "rating_scales", scale=EMPATHY))
    assert not trainee.radio
