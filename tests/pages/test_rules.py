"""The handbook of rules: what is asked, found by words and filters, tried on a sentence."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from compliance_rules import shipped_checker, shipped_packs
from compliance_rules.coverage import without_rule
from tests.pages.visiting import go, press, shown

RULES = len(shipped_checker().rules)
ARREST = "fdcpa.false.arrest_imprisonment"
ARREST_CA = "us.ca.threats.arrest"


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

    assert "No rule fits all of that" in shown(dana)


def test_filters_leave_what_they_name_and_say_how_much_that_is(dana: AppTest) -> None:
    go(dana, "rules").selectbox(key="jurisdiction").set_value("California").run()
    dana.selectbox(key="topic").set_value("Threats and consequences").run()
    page = shown(dana)

    assert ARREST_CA in page
    assert f"rule={ARREST}" not in page
    assert f"of {RULES} rules" in page
    assert f"{RULES} of {RULES} rules" in shown(press(dana, "Show all rules"))


def test_the_filters_are_in_the_address(dana: AppTest) -> None:
    page = shown(go(dana, "rules", weight="major", needs="Who placed the call?"))
    major = sum(rule.weight == "major" for pack in shipped_packs() for rule in pack.rules)
    found = int(page.partition(f" of {RULES} rules")[0].rpartition("<b>")[2])

    assert 0 < found < major
    assert "rules?weight=major&amp;needs=Who+placed+the+call%3F&amp;rule=" in page


def test_a_pack_says_how_settled_it_is_and_from_when_it_holds(dana: AppTest) -> None:
    page = shown(go(dana, "rules"))

    assert "Stable · version 2026.11" in page
    assert "Experimental · version 2026.11 · in force from Sep 1, 2026" in page


def test_what_has_no_rule_is_told_with_the_reason(dana: AppTest) -> None:
    page = shown(go(dana, "rules"))
    duties = [duty for part in without_rule(shipped_packs()) for duty in part.duties]

    assert f"{len(duties)} duties" in page
    assert "In Quebec contact people" in page


def test_a_rule_that_is_taken_over_leads_to_where_it_came_from(dana: AppTest) -> None:
    taken_over = shown(go(dana, "rules", rule=ARREST_CA))
    base = shown(go(dana, "rules", rule=ARREST))

    assert "Taken over from" in taken_over
    assert f"rule={ARREST}" in taken_over
    assert f"rule={ARREST_CA}" in base


def test_a_rule_of_a_state_is_tried_in_that_state(dana: AppTest) -> None:
    go(dana, "rules", rule=ARREST_CA).text_area(key="tried").set_value("They arrest you.").run()
    page = shown(dana)

    assert "Taken as known here:" in page
    assert "State: CA" in page


def test_a_rule_on_messages_is_tried_on_a_message(dana: AppTest) -> None:
    go(dana, "rules", rule="regf.electronic.opt_out_notice")
    dana.text_area(key="tried").set_value("Hi, please call Harbor about your account.").run()

    assert "Not met" in shown(dana)


def test_a_rule_tells_its_law_its_limits_and_its_examples(dana: AppTest) -> None:
    page = shown(go(dana, "rules", rule=ARREST))

    for words in ("15 U.S.C. 1692e", "When it applies", "Who collects?", "Flagged", "Known gaps"):
        assert words in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("You will be arrested for this.", "You tied the debt to arrest"),
        ("channel: sms\ncollector: You will be arrested for this.", "You tied the debt to arrest"),
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
