"""The page of the house's own rules: proposed by a trainer, adopted by another, taken back."""

from __future__ import annotations

from compliance_rules.in_use import own_in_use
from pages._own_rule import RULES
from tests.own_rules import ID, NAME, SAID, TEXT, put
from tests.pages.visiting import buttons, go, press, shown, sign_in, visit
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import at
from training.adopting import proposals
from training.models import Person, Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store

FILE = f"{RULES.id}_text_{NAME}"


def test_a_rule_goes_from_a_proposal_into_use_and_back(store: Store) -> None:
    ana = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    attempt = submitted(store, ana, lines=("Hello, is this Ana Reyes?", SAID, "Well."))
    review_attempt(store, ana, attempt.id, at(1000))
    tom = sign_in(visit(), "Tom", Role.TRAINER)
    assert "There is none yet" in shown(go(tom, "own_rules"))
    page = shown(go(tom, "own_rules", rule=NAME))
    assert "No call is checked by it yet." in page
    assert "replace" in str(tom.text_area(key=FILE).value)

    tom.text_area(key=FILE).set_value(TEXT.replace("weight: minor", "weight: tiny")).run()
    assert "Line 8: weight: one of these is needed" in shown(tom)
    tom.text_area(key=FILE).set_value(TEXT).run()
    assert "✓ Everything fits together." in shown(tom)
    tom.text_input(key="rule_save_why").set_value("Heard too often").run()
    press(tom, "Save as a version")
    assert proposals(store, Person("x", "x", Role.TRAINER), NAME)[0].text == TEXT
    tom.segmented_control(key="rule_step").set_value("Prove").run()
    press(tom, "Look at stored attempts")
    page = shown(tom)
    assert "Something else in one attempt" in page
    assert f"new: not_met {ID} at turn 4; grade " in page, "marks are told before it is adopted"
    tom.segmented_control(key="rule_step").set_value("Adopt").run()
    assert "You wrote it, so a second trainer or an administrator adopts it." in shown(tom)
    assert "Adopt it" not in buttons(tom)

    ada = sign_in(visit(), "Ada", Role.ADMINISTRATOR)
    assert "version 1 is proposed by Tom" in shown(go(ada, "own_rules"))
    go(ada, "own_rules", rule=NAME)
    press(ada, "Adopt it")
    assert "Say in a few words why" in shown(ada)
    ada.text_input(key="rule_adopt_why").set_value("We all hear it").run()
    press(ada, "Adopt it")
    assert "✓ In use as version 1 · Ada" in shown(ada)
    assert [one.id for one in own_in_use()] == [ID]

    page = shown(go(tom, "rules", rule=ID))
    assert "your house's own words for this rule" in page
    tom.text_area(key="tried").set_value(SAID).run()
    assert "You called them by a pet name." in shown(tom)
    put(store.folder, TEXT.replace("weight: minor", "weight: major"))
    page = shown(go(ada, "own_rules", rule=NAME))
    assert "changed by hand since Ada adopted version 1" in page
    assert "◆ in use, changed by hand" in shown(go(ada, "own_rules", rule=""))
    press(go(ada, "own_rules", rule=NAME), "Take it back")
    assert "Say in a few words why" in shown(ada)
    assert [one.id for one in own_in_use()] == [ID], "nobody would know why"
    ada.text_input(key=f"rule_back_why_{NAME}").set_value("It hit *our* own greeting").run()
    press(ada, "Take it back")
    assert own_in_use() == ()
    page = shown(ada)
    assert "No call is checked by it yet." in page
    back, adopted = (page.index(one) for one in ("Taken back · Ada ·", "Version 1 adopted · Ada ·"))
    assert back < adopted
    assert "It hit *our* own greeting" in page
    assert "There is no such rule" in shown(go(tom, "rules", rule=ID))


def test_a_broken_file_is_named_and_the_page_is_for_those_who_adopt(store: Store) -> None:
    put(store.folder, "id: [")
    tom = sign_in(visit(), "Tom", Role.TRAINER)
    assert "rules/house/house.no_pet_names.yaml is left out. Line" in shown(go(tom, "own_rules"))
    put(store.folder, TEXT, ID)
    page = shown(go(tom, "own_rules"))
    assert f"rules/{ID}.yaml is left out. The file lies in the folder of no pack" in page
    put(store.folder, TEXT, "house/my_rule")
    put(store.folder).write_bytes("id: é".encode("latin-1"))
    page = shown(go(tom, "own_rules"))
    assert "rules/house/my_rule.yaml is left out." in page
    assert "<dt>house/my_rule <small>no rule can stand under this name</small></dt>" in page
    assert f"\nrules/{NAME}.yaml is left out. " in page, "wherever the data folder is"
    assert "◆ The house's file is left out, and not asked." in shown(
        go(tom, "own_rules", rule=NAME)
    )
    assert "replace" in str(tom.text_area(key=FILE).value), "a sheet, as what there is has no words"
    for name in ("../x", "house/../../x", "nowhere/house.x"):
        assert "There is no such rule" in shown(go(tom, "own_rules", rule=name))

    ana = sign_in(visit(), "Ana")
    assert "This page is for trainers and administrators" in shown(go(ana, "own_rules", rule=NAME))
    assert not ana.text_area
