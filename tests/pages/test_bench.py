"""A trainer writes a scenario: from a copy to what others practise, and the house's own words."""

from __future__ import annotations

import time

import pytest
from streamlit.testing.v1 import AppTest

from datafiles import read_text
from pages._bench_facts import FACTS
from pages._fields import field_key
from simulator.skeleton import skeleton
from tests.pages.visiting import buttons, go, key_now, press, shown, sign_in, visit
from tests.training.floor import NOW
from training.bench import HOUSE, Bench, begin_file, opened, save, versions
from training.models import Person, Role
from training.proofs import ENOUGH, keep_proof, released

NAME = "mine"
SHEET = skeleton(NAME)
FILE = f"bench_text_{NAME}"


def _as(name: str, role: Role) -> AppTest:
    return sign_in(visit(), name, role)


@pytest.fixture
def mine(bench: Bench, tom: Person) -> str:
    begin_file(bench, tom, NAME, SHEET, "Began", NOW)
    return NAME


def field(*place: str | int) -> str:
    return field_key(NAME, place)


def step(app: AppTest, name: str) -> AppTest:
    app.segmented_control(key="bench_step").set_value(name)
    return app.run()


def test_the_library_is_found_by_words_and_tells_how_far_each_is(
    trainer: AppTest, bench: Bench, mine: str
) -> None:
    (bench.folder / "broken.yaml").write_text("title: [")
    page = shown(go(trainer, "scenarios"))

    assert "◆ Draft" in page
    assert "■ Broken" in page
    assert "It cannot be used. Line " in page
    assert "● Shipped" in page
    trainer.text_input(key="searched").set_value("room-mate").run()
    assert "1 of " in shown(trainer)
    assert mine in bench.path(mine).name


def test_the_bench_is_for_trainers(mine: str) -> None:
    app = _as("Ana", Role.TRAINEE)
    for page in ("scenarios", "house"):
        assert "This page is for trainers" in shown(go(app, page))
    assert "This page is for trainers" in shown(go(app, "scenarios", scenario=mine))
    assert not app.text_area


def test_a_copy_becomes_a_file_of_the_house(trainer: AppTest, bench: Bench, tom: Person) -> None:
    page = shown(go(trainer, "scenarios", scenario="forgetful_payer"))
    assert "comes with Right Party and stays as it is" in page
    press(trainer, "Copy it")

    (name,) = {path.stem for path in bench.folder.glob("*.yaml")}
    assert trainer.query_params["scenario"] in (name, [name])
    assert "Everything fits together" in shown(trainer)
    assert versions(bench, tom, name)[0].reason == "Began from forgetful_payer"
    assert f"id: {name}\n" in bench.path(name).read_text()

    press(go(trainer, "scenarios", scenario="forgetful_payer"), "Copy it")
    assert {path.stem for path in bench.folder.glob("*.yaml")} == {name, f"{name}_2"}


def test_what_is_typed_in_the_form_is_in_the_file_and_the_other_way_round(
    trainer: AppTest, mine: str
) -> None:
    go(trainer, "scenarios", scenario=mine)
    trainer.text_input(key=field("title")).set_value("Let go").run()
    text = str(trainer.text_area(key=key_now(trainer, FILE)).value)
    assert "title: Let go\n" in text
    assert "level: 1            # 1 to 4" in text

    trainer.text_area(key=key_now(trainer, FILE)).set_value(
        text.replace("minutes: 8", "minutes: 12")
    ).run()

    assert trainer.number_input(key=key_now(trainer, field("minutes"))).value == 12
    assert trainer.text_input(key=field("title")).value == "Let go"
    assert "Not saved yet" in shown(trainer)


def test_who_goes_on_at_once_loses_neither_change(trainer: AppTest, mine: str) -> None:
    go(trainer, "scenarios", scenario=mine)
    file, minutes = trainer.text_area(key=FILE), trainer.number_input(key=field("minutes"))
    file.set_value(file.value)  # the browser holds this until the title is answered
    trainer.text_input(key=field("title")).set_value("Let go").run()
    minutes.set_value(12).run()

    made = read_text(str(trainer.text_area(key=key_now(trainer, FILE)).value), "")
    assert (made["title"], made["minutes"]) == ("Let go", 12)
    assert trainer.text_input(key=field("title")).value == "Let go"


def test_what_is_typed_back_at_once_is_taken_as_often_as_it_is(trainer: AppTest, mine: str) -> None:
    go(trainer, "scenarios", scenario=mine)
    was = trainer.text_input(key=field("title")).value
    for title in ("Let go", "Let go again"):
        text = SHEET.replace(f"title: {was}", f"title: {title}")
        trainer.text_area(key=key_now(trainer, FILE)).set_value(text).run()
        trainer.text_input(key=key_now(trainer, field("title"))).set_value(was).run()
        assert trainer.text_area(key=key_now(trainer, FILE)).value == SHEET

    for _nth in range(2):
        trainer.number_input(key=key_now(trainer, field("minutes"))).set_value(12).run()
        press(trainer, "Take back what is not saved")
    assert trainer.text_area(key=key_now(trainer, FILE)).value == SHEET
    trainer.number_input(key=key_now(trainer, field("minutes"))).set_value(12).run()
    assert "minutes: 12" in str(trainer.text_area(key=key_now(trainer, FILE)).value)


def test_a_fault_stands_with_its_line_and_goes_when_it_is_mended(
    trainer: AppTest, mine: str
) -> None:
    go(trainer, "scenarios", scenario=mine)
    broken = SHEET.replace("aim: arrangement", "aim: money")
    trainer.text_area(key=key_now(trainer, FILE)).set_value(broken).run()
    line = broken.splitlines().index("aim: money") + 1
    page = shown(trainer)
    assert "<b>A good result is</b>: one of these is needed" in page
    assert f"In the file, line {line}: aim" in page
    trainer.text_area(key=key_now(trainer, FILE)).set_value("title: [").run()
    assert "The form waits until the file can be read" in shown(trainer)
    trainer.text_area(key=key_now(trainer, FILE)).set_value(SHEET).run()

    page = shown(trainer)
    assert "◆ It can be played. Worth a second look:" in page
    assert "still the sheet&#x27;s words (Name, age. " in page


def test_saving_asks_why_and_makes_a_version(
    trainer: AppTest, bench: Bench, tom: Person, mine: str
) -> None:
    go(trainer, "scenarios", scenario=mine)
    trainer.number_input(key=field("level")).set_value(2).run()
    press(trainer, "Save as a version")
    assert "It is missing" in shown(trainer)
    trainer.text_input(key="bench_saving_why").set_value("Harder than it looked")
    press(trainer, "Save as a version")

    assert "Saved as version 2" in trainer.success[0].value
    assert versions(bench, tom, mine)[-1].reason == "Harder than it looked"
    page = shown(step(trainer, "Versions"))
    assert "Version 2 · Tom" in page
    assert "+level: 2            # 1 to 4" in "".join(one.value for one in trainer.code)


def test_what_is_typed_over_an_older_version_says_so_once_and_is_then_a_decision(
    trainer: AppTest, bench: Bench, tom: Person, mine: str
) -> None:
    go(trainer, "scenarios", scenario=mine)
    save(bench, tom, mine, f"{bench.path(mine).read_text()}# his\n", "In another window", NOW, 1)
    trainer.number_input(key=field("level")).set_value(2).run()
    trainer.text_input(key="bench_saving_why").set_value("Harder than it looked")
    press(trainer, "Save as a version")

    assert "Tom saved version 2 while you wrote" in shown(trainer)
    assert versions(bench, tom, mine)[-1].number == 2
    press(trainer, "Save as a version")
    assert "Saved as version 3" in trainer.success[0].value


def test_cells_of_the_table_of_facts_change_the_file() -> None:
    text = FACTS.with_edits(
        SHEET,
        ("facts",),
        {
            "edited_rows": {
                0: {"About": "job", "Comes out": "when asked and they trust enough"},
                1: {"Ways to say it": "On {payday}. | {payday}, that's payday."},
            },
            "added_rows": [
                {"Name": "rent", "About": "costs", "Ways to say it": "Rent. | The rent."}
            ],
            "deleted_rows": [2],
        },
    )

    assert "    # volunteered, if_asked" in text
    assert "    reveal: if_asked_and_trust\n" in text
    assert "    trust: 35\n" in text
    assert "  - id: rent\n" in text
    assert "by_card" not in text


def test_a_look_runs_beside_the_page_and_tells_what_is_outside_a_band(
    trainer: AppTest, bench: Bench, tom: Person
) -> None:
    missed = SHEET.replace("grade: [70, 100]}", "grade: [99, 100]}", 1)
    begin_file(bench, tom, NAME, missed, "Began", NOW)
    go(trainer, "scenarios", scenario=NAME)
    press(step(trainer, "Prove"), "A quick look: 2 calls of each")
    for _ in range(600):
        if "What each reached" in shown(trainer.run()):
            break
        time.sleep(0.2)

    page = shown(trainer)
    assert "**Too few calls to tell:** 2 of each, 1 outside a band so far." in page
    assert "■ too few calls to tell" in page
    assert "Not proven" not in page
    assert "decent: " in page
    assert "exemplary" in page
    assert "Which call" in "".join(box.label for box in trainer.selectbox)
    assert "<td>Collector</td>" in page
    assert "Stop" not in buttons(trainer)
    trainer.selectbox(key="proof_bot").set_value("rude").run()
    page = shown(trainer)
    assert "What kept it from a good end" in page
    assert "Filed as: " in page


def test_what_is_proven_is_practised_and_signed_off_by_a_second(
    trainer: AppTest, bench: Bench, tom: Person, mine: str
) -> None:
    keep_proof(bench, tom, opened(bench, mine, SHEET), ENOUGH, (), NOW)
    title = released(bench)[mine].title

    assert title in shown(go(_as("Ana", Role.TRAINEE), "practise"))
    page = shown(go(trainer, "scenarios", scenario=mine))
    assert "✓ Proven" in page
    assert "Sign it off" not in buttons(trainer)
    tessa = _as("Tessa", Role.TRAINER)
    press(go(tessa, "scenarios", scenario=mine), "Sign it off")
    assert "Signed off by Tessa" in shown(tessa)


def test_the_words_of_the_house_are_the_words_of_every_desk(
    trainer: AppTest, bench: Bench, tom: Person
) -> None:
    go(trainer, "house")
    trainer.text_input(key=field_key(HOUSE, ("name",))).set_value("Quay Street Recovery").run()
    trainer.text_input(key="house_save_why").set_value("Our name")
    press(trainer, "Save as a version")

    assert "Saved as version 1" in trainer.success[0].value
    assert versions(bench, tom, HOUSE)[0].text.count("# ") > 1
    assert bench.around().houses[HOUSE].name == "Quay Street Recovery"
