"""Words over a field's limit are told as too long, and none of them is lost."""

from __future__ import annotations

from pathlib import Path

import pages
from tests.own_rules import NAME, TEXT
from tests.pages.visiting import go, press, shown, sign_in, visit
from tests.training.floor import NOW
from tests.training.judging import MARK, submitted
from tests.training.shipped_calls import at
from training.adopting import adoptions, propose
from training.disputes import dispute, disputes
from training.judging import LONGEST_ANSWER, LONGEST_SENTENCE
from training.models import Role
from training.people import sign_in_locally
from training.store import Store

PAGES = Path(pages.__path__[0])


def test_no_field_cuts_what_is_pasted_by_itself() -> None:
    found = [one.name for one in PAGES.glob("*.py") if "max_chars" in one.read_text("utf-8")]

    assert found == [], "a limit is pages._limited's: the browser's own drops words silently"


def test_an_answer_that_is_too_long_stays_in_its_form(store: Store) -> None:
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    tom = sign_in_locally(store, "Tom", Role.TRAINER, NOW)
    attempt = submitted(store, ana)
    one = dispute(store, ana, attempt.id, MARK, "She paused twice.", at(2000))
    trainer = go(sign_in(visit(), "Tom", Role.TRAINER), "review", attempt=attempt.id)
    long = "x" * (LONGEST_ANSWER + 1)

    field = trainer.text_area(key=f"answer_{one.id}").set_value(long)
    press(trainer, "Answer")
    assert "◆ One character too many. At most 1000 are possible" in shown(trainer)
    assert field.value == trainer.text_area(key=f"answer_{one.id}").value == long
    assert disputes(store, tom, attempt.id)[0].open

    trainer.text_area(key=f"answer_{one.id}").set_value(long[:-1])
    press(trainer, "Answer")
    assert "too many" not in shown(trainer)
    assert disputes(store, tom, attempt.id)[0].answers[0].text == long[:-1]


def test_a_button_waits_until_what_is_beside_it_fits(store: Store) -> None:
    tessa = sign_in_locally(store, "Tessa", Role.TRAINER, NOW)
    propose(store, tessa, NAME, TEXT, "Heard too often", NOW, 0)
    page = go(sign_in(visit(), "Ada", Role.ADMINISTRATOR), "own_rules", rule=NAME)

    page.text_input(key="rule_adopt_why").set_value("x" * (LONGEST_SENTENCE + 34)).run()
    assert "◆ 34 characters too many." in shown(page)
    adopt = next(one for one in page.button if one.label == "Adopt it")
    assert adopt.disabled

    page.text_input(key="rule_adopt_why").set_value("We all hear it").run()
    press(page, "Adopt it")
    assert [one.reason for one in adoptions(store, tessa)] == ["We all hear it"]
