"""Check a call: from words to findings, by what is known, the same as the command line says."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from audit import Asked, run
from calls.context import CallContext
from calls.turn import Channel
from command_line.app import app
from commands.checking import json_line
from compliance_rules import Assumptions
from importers import Imported, import_calls, parse_calls
from pages._checking import Terms, checker, pasted
from pages._taking_along import findings_csv, page_of
from tests.pages.visiting import go, press, shown

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "call.txt"
TWO_CALLS = """
{"id": "fine", "turns": [{"speaker": "agent", "text": "Hello, is this Ana Reyes?"}]}
{"id": "bad", "turns": [{"speaker": "Zoe", "text": "Hello"}]}
{"id": "threat", "turns": [{"speaker": "rep", "text": "You will be arrested for this debt."}]}
"""


def example() -> Imported:
    imported = next(iter(import_calls([EXAMPLE])))
    assert isinstance(imported, Imported)
    return imported


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

    assert "each with the reason" in page
    assert "<li>Fair Debt Collection Practices Act and Regulation F: The FDCPA and" in page
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
    ours = json_line(checker().check(example().call, CallContext()))

    theirs = CliRunner().invoke(app, ["check", str(EXAMPLE), "--format", "jsonl"])

    assert json.loads(theirs.stdout) == json.loads(ours)


def test_a_rule_is_one_line_with_all_its_places(dana: AppTest) -> None:
    page = shown(paste(dana, "agent: You will be arrested.\nagent: You will go to jail."))
    told = page.partition("No talk of arrest or jail: ")[2].partition("</li>")[0]

    assert re.sub("<[^>]+>", "", told) == "turn 1, turn 2"


def test_what_was_done_right_is_among_what_was_found(dana: AppTest) -> None:
    page = shown(press(go(dana, "check"), "Try this example"))

    assert '<li>First who, then what: <a href="#turn-' in page


def test_a_pack_can_be_switched_off_and_is_told_as_such(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    dana.checkbox(key="pack_us_federal").uncheck().run()
    page = shown(dana)

    assert "No talk of arrest or jail" not in page
    assert "United States, federal: switched off for this check." in page


def test_with_every_pack_off_nothing_is_claimed_to_be_fine(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    for pack in checker().packs:
        dana.checkbox(key=f"pack_{pack.about.id}").uncheck()
    dana.run()

    assert "Every pack is switched off, so nothing is asked" in shown(dana)


def test_what_some_rule_asks_for_is_shown_to_whoever_wants_it(dana: AppTest) -> None:
    press(go(dana, "check"), "Try this example")
    dana.toggle(key="show_all_circumstances").set_value(True).run()
    dana.radio(key="known_suit_pending").set_value(True).run()
    dana.toggle(key="show_all_circumstances").set_value(False).run()

    assert "Circumstances: 1 known" in shown(dana)
    assert "](rules?needs=Is+a+suit+pending%3F)" in shown(dana)


def test_a_message_needs_no_name_and_is_shown_with_its_medium(dana: AppTest) -> None:
    go(dana, "check").selectbox(key="pasted_medium").set_value(Channel.SMS)
    dana.text_area(key="pasted").set_value("Hi Ana: your debt is overdue,\ncall Harbor.")
    page = shown(press(dana, "Check this call"))

    assert "pasted.txt: 1 message, 1 turn" in page
    assert "Collector <small>by text message</small>" in page
    assert "Every text and email says how to stop them" in page


def test_a_message_with_a_name_that_nobody_knows_is_not_guessed_at(dana: AppTest) -> None:
    go(dana, "check").selectbox(key="pasted_medium").set_value(Channel.SMS)
    dana.text_area(key="pasted").set_value("agent: Please call Harbor.\nZoe: Who?")
    page = shown(press(dana, "Check this call"))

    assert "0 calls" in page
    assert "got &#x27;Zoe: Who?&#x27;" in page


def test_the_table_to_take_along_is_that_of_an_audit(tmp_path: Path) -> None:
    imported = example()
    list(run([EXAMPLE], tmp_path, Asked(house=checker().house)))
    result = checker().check(imported.call, CallContext())

    assert findings_csv([imported], [result]) == (tmp_path / "findings.csv").read_bytes()


def test_the_page_to_take_along_is_whole_by_itself() -> None:
    terms = Terms(checker(), CallContext(state="TX"), Assumptions())
    result = terms.checker.check(example().call, terms.known)
    page = page_of(example(), result, terms, (), date(2026, 3, 2))

    assert not re.findall(r"""(?:src|href)=["'](?!#)|url\((?!#)|<script|@import""", page)
    assert "Found: 1 not met" in page
    assert "State: TX" in page
    assert "You tied the debt to arrest" in page
    assert "Texas 2026.11 (experimental)" in page
    assert "Australia: The call is outside Australia." in page


def test_the_page_to_take_along_explains_a_rule_once() -> None:
    text = "collector: You will be arrested.\ncollector: You will go to jail."
    imported = next(iter(parse_calls(text.encode(), "call.txt")))
    assert isinstance(imported, Imported)
    terms = Terms(checker(), CallContext(), Assumptions())
    result = terms.checker.check(imported.call, terms.known)
    page = page_of(imported, result, terms, (), date(2026, 3, 2))

    assert "critical · explained at turn 1" in page


def test_pasted_text_is_taken_for_what_it_is() -> None:
    forms = {
        "collector: Hello": "txt",
        "[00:12] collector: Hello": "txt",
        '{"turns": []}': "json",
        '[{"turns": []}]': "json",
        '{"turns": []}\n{"turns": []}': "jsonl",
    }

    assert {text: pasted(text).file.partition(".")[2] for text in forms} == forms
