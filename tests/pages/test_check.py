"""Check a call: from words to findings, by what is known, the same as the command line says."""

from __future__ import annotations

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from calls.context import CallContext
from command_line.app import app
from commands.checking import json_line
from importers import Imported, import_calls
from pages._checking import checker, pasted
from tests.pages.visiting import go, press, shown

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "call.txt"
TWO_CALLS = """
{"id": "fine", "turns": [{"speaker": "agent", "text": "Hello, is this Ana Reyes?"}]}
{"id": "bad", "turns": [{"speaker": "Zoe", "text": "Hello"}]}
{"id": "threat", "turns": [{"speaker": "rep", "text": "You will be arrested for this debt."}]}
"""


def paste(app: AppTest, text: str) -> AppTest:
    go(app, "check").text_area(key="pasted").set_value(text)
    return press(app, "Check this call")


def test_the_empty_page_offers_an_example(dana: AppTest) -> None:
    page = shown(press(go(dana, "check"), "Try this example"))

    assert "Found: 1 not met, 3 depend" in page
    assert "No talk of arrest or jail" in page
    assert "March fourth, eighty-eight." in page
    assert "Assumed, as nobody has said: a collection agency collects." in page


def test_a_pasted_call_is_checked(dana: AppTest) -> None:
    page = shown(paste(dana, "agent: You will be arrested.\ncustomer: What?"))

    assert "Found: 1 not met" in page
    assert "What?" in page


def test_what_is_told_decides_what_depends(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    before = shown(dana)
    dana.radio(key="known_first_communication").set_value(True).run()
    after = shown(dana)

    assert "1 not met" in before
    assert "Is it the first communication with them?" in before
    assert "2 not met" in after
    assert "Circumstances: 1 known" in after


def test_an_own_creditors_call_says_which_law_is_off(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    dana.selectbox(key="known_collector_type").set_value("first_party").run()
    page = shown(dana)

    assert "Not asked: Fair Debt Collection Practices Act" in page
    assert "No talk of arrest or jail" not in page


def test_nothing_is_assumed_where_nobody_wants_it(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    dana.checkbox(key="assume").uncheck().run()

    assert "Assumed" not in shown(dana)
    assert "0 not met" not in shown(dana)


def test_a_bad_call_is_explained_and_the_good_ones_are_done(dana: AppTest) -> None:
    page = shown(paste(dana, TWO_CALLS))

    assert "nobody is called &#x27;Zoe&#x27; here" in page
    names = [shown.partition(":")[0] for shown in dana.selectbox(key="chosen_call").options]
    assert names == ["threat", "fine"]
    assert "You will be " in page


def test_an_unusual_name_can_be_explained(dana: AppTest) -> None:
    paste(dana, TWO_CALLS)
    dana.text_input(key="called").set_value("Zoe=collector").run()

    assert len(dana.selectbox(key="chosen_call").options) == 3


def test_words_without_speakers_are_told_how_they_become_a_call(dana: AppTest) -> None:
    paste(dana, "Hello is Ana there\nYes who is this")

    assert "it is not said who speaks" in shown(dana)
    assert dana.code[0].value == "collector: Hello is Ana there\nconsumer: …"
    assert not dana.error


def test_words_that_could_not_be_taken_come_back_to_be_corrected(dana: AppTest) -> None:
    paste(dana, "Bob: hi")
    press(dana, "Correct the words")

    assert dana.text_area(key="pasted").value == "Bob: hi"


def test_an_empty_box_is_told_what_to_do(dana: AppTest) -> None:
    told = shown(paste(dana, " "))
    press(dana, "Try this example")

    assert "The box is empty: paste or type the words of a call" in told
    assert "The box is empty" not in shown(press(dana, "Check another call"))


def test_another_call_can_be_checked(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    press(dana, "Check another call")

    assert dana.text_area(key="pasted").value == ""


def test_the_page_finds_what_the_command_line_finds() -> None:
    imported = next(iter(import_calls([EXAMPLE])))
    assert isinstance(imported, Imported)
    ours = json_line(checker().check(imported.call, CallContext()))

    theirs = CliRunner().invoke(app, ["check", str(EXAMPLE), "--format", "jsonl"])

    assert json.loads(theirs.stdout) == json.loads(ours)


def test_pasted_text_is_taken_for_what_it_is() -> None:
    forms = {
        "collector: Hello": "txt",
        "[00:12] collector: Hello": "txt",
        '{"turns": []}': "json",
        '[{"turns": []}]': "json",
        '{"turns": []}\n{"turns": []}': "jsonl",
    }

    assert {text: pasted(text).file.partition(".")[2] for text in forms} == forms
