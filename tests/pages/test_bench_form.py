"""The form of the bench: tables over the file, and the house's own people."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from datafiles import DataFileError, read_text
from pages._bench_around import DAYS
from pages._bench_form import part_key
from pages._bench_parallel import OTHERS
from pages._bench_table import Table, amount, choice, number, several, tick, words
from pages._fields import as_amount, field_key
from simulator.skeleton import skeleton
from tests.pages.visiting import go, key_now, press, shown, sign_in, visit
from tests.training.floor import NOW
from training.bench import PERSON, Bench, begin_file, opened, opened_person
from training.models import Person, Role

NAME = "mine"
SHEET = skeleton(NAME)
DOLORES = "dolores_whitfield"


@pytest.fixture
def trainer(bench: Bench, tom: Person) -> AppTest:
    begin_file(bench, tom, NAME, SHEET, "Began", NOW)
    return sign_in(visit(), "Tom", Role.TRAINER)


def field(*place: str | int) -> str:
    return field_key(NAME, place)


def opened_part(app: AppTest, *headings: str) -> AppTest:
    """The form with some of its parts folded open."""
    go(app, "scenarios", scenario=NAME)
    for heading in headings:
        app.session_state[part_key(heading)] = True
    return app.run()


def test_a_cell_changes_its_own_place_and_no_comment() -> None:
    table = Table(
        (
            number("Days ago", "days_ago"),
            words("At", "at"),
            choice("Result", "result", of={"no_answer": "no answer", "voicemail": "voicemail"}),
        )
    )
    at = ("account", "contact_log")
    text = table.with_edits(
        SHEET,
        at,
        {
            "edited_rows": {0: {"Result": "voicemail"}},
            "added_rows": [{"Days ago": 9, "At": "09:30", "Result": "no answer"}, {}],
        },
    )

    assert read_text(text, "")["account"]["contact_log"] == [
        {"days_ago": 5, "at": "11:10", "result": "voicemail"},
        {"days_ago": 9, "at": "09:30", "result": "no_answer"},
    ]
    assert "# what is known not to be so; what nobody says stays unknown" in text
    assert table.with_edits(text, at, {"deleted_rows": [1]}) == table.with_edits(
        SHEET, at, {"edited_rows": {0: {"Result": "voicemail"}}}
    )


def test_a_new_row_is_what_its_cells_say() -> None:
    table = Table(
        (several("Says", "says", sign="|"), amount("Sum", "in", "sum"), tick("Work", "work"))
    )
    text = table.with_edits(
        "id: mine\n", ("list",), {"added_rows": [{"Says": "Yes. | I do.", "Sum": "$40", "Work": 0}]}
    )

    assert read_text(text, "")["list"] == [{"says": ["Yes.", "I do."], "in": {"sum": 40}}]


def test_days_are_told_in_one_of_four_ways() -> None:
    text = DAYS.with_edits(
        SHEET,
        ("days",),
        {
            "edited_rows": {0: {"Name": "wages", "Which": "9"}},
            "added_rows": [
                {
                    "Name": "benefit",
                    "How it is told": "the next such day of the month",
                    "Which": "3",
                },
                {"Name": "pension", "Which": "Friday"},
                {"Name": "open"},
            ],
        },
    )

    assert read_text(text, "")["days"] == {
        "wages": {"in_days": 9},
        "benefit": {"day_of_month": 3},
        "pension": {"weekday": "friday"},
    }


TWO_DAYS = "days:\n  payday: {weekday: friday}\n  rent: {day_of_month: 1}\n"


@pytest.mark.parametrize(
    "edits",
    [
        {"edited_rows": {0: {"Name": "rent"}}},
        {"added_rows": [{"Name": "rent", "Which": "9"}]},
    ],
)
def test_a_name_that_another_day_has_is_refused(edits: dict[str, object]) -> None:
    with pytest.raises(DataFileError, match="3: 'rent' is there already"):
        DAYS.with_edits(TWO_DAYS, ("days",), edits)


def test_a_day_that_is_renamed_and_emptied_stays_as_it_was() -> None:
    emptied = {"edited_rows": {0: {"Name": "wages", "Which": None}}}

    assert DAYS.with_edits(TWO_DAYS, ("days",), emptied) == TWO_DAYS


def test_a_day_may_have_the_name_of_one_that_goes() -> None:
    edits = {"deleted_rows": [1], "edited_rows": {0: {"Name": "rent"}}}

    assert read_text(DAYS.with_edits(TWO_DAYS, ("days",), edits), "")["days"] == {
        "rent": {"weekday": "friday"}
    }


def test_other_names_of_the_forms_stand_apart_by_a_line() -> None:
    text = OTHERS.with_edits(
        SHEET,
        ("forms", "people"),
        {
            "edited_rows": {0: {"In the other forms": "Aaron Platt | Dean Moss"}},
            "added_rows": [{"As it is written": "Ana Reyes", "In the other forms": "Lena Moss"}],
        },
    )

    assert read_text(text, "")["forms"]["people"] == {
        "Marcus Webb": ["Aaron Platt", "Dean Moss"],
        "Ana Reyes": ["Lena Moss"],
    }
    assert "# the share of every amount, drawn for each form" in text


def test_what_is_known_is_yes_no_or_not_in_the_file(trainer: AppTest, bench: Bench) -> None:
    opened_part(trainer, "Circumstances, for the rules")
    trainer.selectbox(key=field("circumstances", "recording")).set_value(False).run()
    flag = field("account", "flags", "cease_written")
    trainer.selectbox(key=flag).set_value(None).run()

    text = str(trainer.text_area(key=key_now(trainer, f"bench_text_{NAME}")).value)
    scenario = opened(bench, NAME, text)
    assert scenario.circumstances.recording is False
    assert "cease_written" not in text


def test_somebody_new_owes_here_and_is_a_file_of_the_house(trainer: AppTest, bench: Bench) -> None:
    opened_part(trainer, "The people")
    trainer.text_input(key="new_person_called").set_value("Dolores Whitfield")
    trainer.button(key="new_person_begin").click().run()

    text = str(trainer.text_area(key=key_now(trainer, f"bench_text_{NAME}")).value)
    assert f"consumer: {DOLORES} " in text
    assert f"    persona: {DOLORES}\n" in text
    assert "Dolores Whitfield" in (bench.folder / "personas" / f"{DOLORES}.yaml").read_text()
    assert opened(bench, NAME, text).consumer_name == "Dolores Whitfield"
    assert "may I speak with Dolores Whitfield, please?" in text
    assert "Webb" not in text


def test_a_person_is_written_in_form_and_file_and_saved_whole(
    trainer: AppTest, bench: Bench
) -> None:
    go(trainer, "scenarios", begin="people")
    assert "There is nobody yet." in shown(trainer)
    trainer.text_input(key="new_person_called").set_value("Dolores Whitfield")
    trainer.selectbox(key="new_person_like").set_value("marcus_webb")
    trainer.button(key="new_person_begin").click().run()
    name = f"{PERSON}{DOLORES}"

    assert "one of your house's own people" in shown(trainer)
    assert "In no scenario yet." in shown(trainer)
    trainer.number_input(key=field_key(name, ("temperament", "shame"))).set_value(55).run()
    trainer.text_input(key="bench_person_saving_why").set_value("She is ashamed of it")
    press(trainer, "Save as a version")
    kept = opened_person(bench, name, bench.path(name).read_text())
    assert (kept.name, kept.temperament.shame) == ("Dolores Whitfield", 55)

    trainer.text_area(key=key_now(trainer, f"bench_text_{name}")).set_value(
        f"id: {DOLORES}\n"
    ).run()
    assert "this part is missing" in shown(trainer)
    save = next(one for one in trainer.button if one.label == "Save as a version")
    assert save.disabled


def test_people_are_listed_beside_drafts_that_say_nothing_of_use(
    trainer: AppTest, bench: Bench
) -> None:
    bench.path("ticked").write_text("title: Ticked\nconsumer: marcus_webb\nanswered_by: true\n")
    bench.path("counted").write_text("title: Counted\nqueue: 5\n")

    page = shown(go(trainer, "scenarios", begin="people"))

    assert "“Ticked”" in page
    assert "Who come with Right Party" in page


def test_means_positions_people_scripts_and_bands_are_forms_of_the_same_text(
    trainer: AppTest,
) -> None:
    opened_part(
        trainer,
        "What they have (means)",
        "What they stand on (positions)",
        "The people",
        "The two scripted calls",
        "Bands of the bots",
    )
    trainer.text_input(key=field("means", "reservation", "amount")).set_value("130").run()
    trainer.button(key=f"bench_more_{NAME}_means_costs").click().run()
    trainer.text_input(key=field("means", "costs", 2, "name")).set_value("child care").run()
    trainer.button(key=f"bench_more_{NAME}_positions").click().run()
    trainer.selectbox(key=field("positions", 0, "kind")).set_value("disputes").run()
    trainer.number_input(key=field("answered_by", 0, "traits", "trust")).set_value(15).run()
    trainer.text_area(key=field("poor_call", "lines")).set_value("You owe.\nPay now.").run()
    trainer.text_input(key=field("bands", "decent", "grade")).set_value("60 to 95").run()

    made = read_text(str(trainer.text_area(key=key_now(trainer, f"bench_text_{NAME}")).value), "")
    assert made["means"]["reservation"]["amount"] == 130
    assert made["means"]["costs"][2] == {"name": "child care", "monthly": 0}
    assert [one["kind"] for one in made["positions"]] == ["disputes"]
    assert made["answered_by"][0]["traits"] == {"trust": 15}
    assert made["poor_call"]["lines"] == ["You owe.", "Pay now."]
    assert made["bands"]["decent"]["grade"] == [60, 95]

    trainer.text_input(key=field("bands", "decent", "grade")).set_value("high").run()
    page = shown(trainer)
    assert "In the file, line " in page
    assert ": bands, decent, grade" in page
    label = trainer.text_input(key=key_now(trainer, field("bands", "decent", "grade"))).label
    assert f"<b>{label}</b>: " in page, "the form's own word for it comes first"
    grade = key_now(trainer, field("bands", "decent", "grade"))
    trainer.text_input(key=grade).set_value("60 to 95").run()

    trainer.button(key=f"bench_less_{NAME}_positions").click().run()
    text = str(trainer.text_area(key=key_now(trainer, f"bench_text_{NAME}")).value)
    assert "positions" not in read_text(text, "")
    assert "cash_now: 30" in text
    assert "# who may pick up, by weight" in text


def test_house_flags_and_money_are_those_of_the_place(trainer: AppTest) -> None:
    opened_part(trainer, "Good ends")
    end = ("end_states", 0)
    trainer.selectbox(key=field("called_by")).set_value("house_uk").run()
    trainer.text_input(key=field(*end, "arrangement", "total_at_least")).set_value("£431").run()
    trainer.text_input(key=field(*end, "arrangement", "total_at_most")).set_value("612.40").run()
    trainer.multiselect(key=field(*end, "flags_not")).set_value(["cease"]).run()

    text = str(trainer.text_area(key=key_now(trainer, f"bench_text_{NAME}")).value)
    made = read_text(text, "")["end_states"][0]
    assert "called_by: house_uk" in text
    assert made["arrangement"]["total_at_least"] == "GBP 431"
    assert made["arrangement"]["total_at_most"] == "GBP 612.40"
    assert made["flags_not"] == ["cease"]
    shelves = trainer.selectbox(key=field("called_by")).options
    assert "Harbour Recovery, United Kingdom (house_uk)" in shelves


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("£612.40", "GBP 612.40"),
        ("1,612.40", "GBP 1612.40"),
        ("EUR 9", "EUR 9"),
        ("$9", "GBP 9"),
        ("about 9", "about 9"),
        ("", None),
    ],
)
def test_money_is_written_in_the_money_of_the_house(given: str, written: str | None) -> None:
    assert as_amount(given, "GBP") == written
    assert as_amount("186.40", "USD") == 186.40
