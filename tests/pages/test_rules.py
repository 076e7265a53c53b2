"""The handbook of rules: what is asked, found by a word, and tried on a sentence."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from compliance_rules import shipped_packs
from tests.pages.visiting import go, shown

ARREST = "fdcpa.false.arrest_imprisonment"


def test_every_rule_is_in_the_handbook(dana: AppTest) -> None:
    page = shown(go(dana, "rules"))
    ids = [rule.id for pack in shipped_packs() for rule in pack.rules]

    assert [rule for rule in ids if f"rules?rule={rule}" not in page] == []


def test_a_word_finds_its_rules(dana: AppTest) -> None:
    go(dana, "rules").text_input(key="searched").set_value("Arrest").run()
    page = shown(dana)

    assert ARREST in page
    assert "fdcpa.comm.voicemail_disclosure" not in page


def test_a_word_that_no_rule_uses_is_told_so(dana: AppTest) -> None:
    go(dana, "rules").text_input(key="searched").set_value("zeppelin").run()

    assert "No rule says that" in shown(dana)


def test_a_rule_tells_its_law_its_limits_and_its_examples(dana: AppTest) -> None:
    page = shown(go(dana, "rules", rule=ARREST))

    for words in ("15 U.S.C. 1692e", "When it applies", "Who collects?", "Flagged", "Known gaps"):
        assert words in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("You will be arrested for this.", "You tied the debt to arrest"),
        ("collector: Hello\ncollector: You will be arrested for this.", "turn-2"),
        ("What could you manage?", "What could you manage?"),
        ("collector Hello:", "collector Hello:"),
    ],
)
def test_a_sentence_can_be_tried(dana: AppTest, said: str, told: str) -> None:
    go(dana, "rules", rule=ARREST).text_area(key="tried").set_value(said).run()

    assert told in shown(dana)


def test_an_address_without_a_rule_names_those_that_are_near(dana: AppTest) -> None:
    page = shown(go(dana, "rules", rule="us.arrest_imprisonment"))

    assert "There is no such rule" in page
    assert ARREST in page
