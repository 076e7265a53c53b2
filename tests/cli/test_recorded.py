"""`review`: a recorded call with its wrap-up, as lines, as an object, as a page, as sheets."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from command_line.app import app

PROJECT = Path(__file__).parents[2]
SCENARIO = "laid_off_three_weeks_ago"
CALL = """began_at: 2026-03-10T18:32:00-05:00
collector: Hello, may I speak with Ana Reyes, please?
consumer: That's me.
collector: This is Dana with Harbor Recovery. What is your date of birth, please?
consumer: March fourth, eighty-eight.
collector: This is an attempt to collect a debt and any information obtained will be used for it.
| You are $1,140.00 behind. What happened?
consumer: I lost my job three weeks ago.
collector: I'm sorry. Losing a job is hard.
| Could you manage $50 every two weeks from March 24 by debit card?
consumer: Yes, I can do that.
collector: So $50 every two weeks from March 24, by debit card. Did I get that right?
consumer: Yes.
"""
WRAP_UP = """notes: Spk w/ Ms. Reyes, DOB vfd. Lost her job. $50 biwkly from 3/24 by DC.
disposition: arrangement
arrangement:
  - {amount: 50, due: 2026-03-24}
  - {amount: 50.00, due: 2026-04-07}
method: debit card
flags: [hardship]
follow_up: 2026-05-09
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["review", *map(str, words)])


@pytest.fixture
def call(tmp_path: Path) -> Path:
    path = tmp_path / "call.txt"
    path.write_text(CALL, "utf-8")
    return path


@pytest.fixture
def wrap_up(tmp_path: Path) -> Path:
    path = tmp_path / "wrap_up.yaml"
    path.write_text(WRAP_UP, "utf-8")
    return path


def test_a_recorded_call_is_compared_with_its_wrap_up(call: Path, wrap_up: Path) -> None:
    told = run(call, "--scenario", SCENARIO, "--notes", wrap_up)

    assert told.exit_code == 0, told.output
    assert "$50.00 every two weeks from 24 Mar 2026" in told.stdout
    assert "arrangement rows: 100 of 100" in told.stdout
    assert "what a good call sounded like, who is speaking:" in told.stdout
    assert "the wrap-up beside the call:" in told.stdout


def test_a_note_alone_is_a_text_file(call: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Spk w/ Ms. Reyes, DOB vfd. Lost her job three weeks ago.", "utf-8")

    told = run(call, "--notes", note)

    assert told.exit_code == 0, told.output
    assert "as it was: who it was is in the note" in told.stdout
    assert "Negotiation has no truth to compare with" in told.stdout


def test_nobody_is_blamed_for_what_only_a_mind_on_the_line_decides(
    call: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Spk w/ the consumer, who will call back. No payment agreed.", "utf-8")

    told = run(call, "--scenario", "the_hostile_recorder", "--notes", note)

    assert told.exit_code == 0, told.output
    assert "was not taken up:" not in told.stdout


def test_without_a_wrap_up_nothing_is_said_of_the_end(call: Path) -> None:
    told = run(call, "--scenario", SCENARIO)

    assert "No wrap-up came with this call" in told.stdout
    assert "bar: The call ends where it should" not in told.stdout


@pytest.mark.parametrize(
    ("line", "place", "wrong"),
    [
        ("flags: [hardship, rich]", ":8: flags.1: 'rich' is not offered", "hardship"),
        ("disposition: not_dialled", ":2: disposition: 'not_dialled' is not offered", "refused"),
        ("method: seashells", ":6: method: 'seashells' is not offered", "debit card"),
        ("disposition: gone", ":2: disposition: ", "'hung_up'"),
        ("colour: red", ":9: colour: Extra inputs are not permitted", "follow_up"),
    ],
)
def test_a_wrong_line_of_the_wrap_up_is_named_with_what_is_allowed(
    call: Path, wrap_up: Path, line: str, place: str, wrong: str
) -> None:
    name = line.partition(":")[0]
    lines = [one for one in WRAP_UP.splitlines() if not one.startswith(f"{name}:")]
    at = next((n for n, one in enumerate(WRAP_UP.splitlines()) if one.startswith(f"{name}:")), 99)
    lines.insert(at, line) if name != "flags" else lines.append(line)
    wrap_up.write_text("\n".join(lines), "utf-8")

    told = run(call, "--scenario", SCENARIO, "--notes", wrap_up)

    assert told.exit_code == 2
    assert f"{wrap_up}{place}" in told.stderr
    assert wrong in told.stderr


def test_days_of_a_wrap_up_need_the_day_of_the_call(call: Path, wrap_up: Path) -> None:
    call.write_text(CALL.partition("\n")[2], "utf-8")

    told = run(call, "--scenario", SCENARIO, "--notes", wrap_up)

    assert told.exit_code == 2
    assert ":3: arrangement: the call does not say its own day" in told.stderr
    assert "began_at:" in told.stderr


def test_an_empty_note_is_no_note(call: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(" \n", "utf-8")

    told = run(call, "--notes", tmp_path / "note.txt")

    assert told.exit_code == 2
    assert "there is no note in it" in told.stderr


def test_a_page_and_sheets_are_written_to_a_file(call: Path, wrap_up: Path, tmp_path: Path) -> None:
    page, sheets = tmp_path / "call.html", tmp_path / "call.pdf"
    asked = (call, "--scenario", SCENARIO, "--notes", wrap_up)

    assert run(*asked, "--format", "html", "--out", page).exit_code == 0
    assert run(*asked, "--format", "pdf", "--out", sheets).exit_code == 0

    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert sheets.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("judged", [True, False], ids=["scenario and notes", "neither"])
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_every_form_says_what_was_judged_and_what_could_not_be(
    call: Path, wrap_up: Path, form: str, judged: bool
) -> None:
    besides = ("--scenario", SCENARIO, "--notes", wrap_up) if judged else ()

    told = run(call, *besides, "--format", form)

    assert told.exit_code == 0, told.output
    seen = told.stdout
    assert "On the table: Collector offers $50.00 every two weeks" in seen
    assert ("Negotiation has no truth to compare with" in seen) is not judged
    assert ("No wrap-up came with this call" in seen) is not judged


def test_what_is_known_of_a_call_decides_by_which_law_it_is_read(
    call: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.yaml"
    known.write_text("collector_kind: first_party\n", "utf-8")

    without = json.loads(run(call, "--format", "json").stdout)
    told = json.loads(run(call, "--context", known, "--format", "json").stdout)

    off = [{one["law"] for one in made["check"]["packs_off"]} for made in (without, told)]
    assert "fdcpa_regf" not in off[0]
    assert "fdcpa_regf" in off[1]


IN_TWO = """collector: Could I speak with Marcus Webb, please? This is Alex Reed of Northgate.
consumer: Yes, that's me.
collector: Could you do $120 on the 15th and $66.40 on the 30th, by debit card?
consumer: Yes, that works.
collector: So $120 on the 15th and $66.40 on the 30th, by debit card. Is that right?
consumer: Yes.
"""


def test_a_call_of_which_no_day_is_known_is_taken_for_one_of_some_day(tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(IN_TWO, "utf-8")

    told = run(call, "--scenario", "forgetful_payer").stdout

    assert "No day came with this call: it is taken for one of 5 Jan 2026" in told
    assert "$120.00 once on 15 Jan 2026, then $66.40 on 30 Jan 2026" in told
    assert "commitment: 100 of 100: 5 of 5: nothing is missing" in told


def test_the_day_of_a_call_is_its_own(call: Path) -> None:
    assert "No day came with this call" not in run(call, "--scenario", SCENARIO).stdout


def test_sheets_of_paper_need_a_file(call: Path) -> None:
    told = run(call, "--format", "pdf")

    assert told.exit_code == 2
    assert "--out FILE" in told.stderr


def test_one_wrap_up_belongs_to_one_call(tmp_path: Path, wrap_up: Path) -> None:
    turn = {"speaker": "collector", "text": "Hello?"}
    lines = [json.dumps({"id": name, "turns": [turn]}) for name in ("a", "b")]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), "utf-8")

    told = run(tmp_path / "two.jsonl", "--notes", wrap_up)

    assert told.exit_code == 2
    assert "it holds 2 calls" in told.stderr


A_YES_THAT_CAME_LATER = """collector: Could you manage $50 every two weeks from March 24?
consumer: What happens if one is late?
collector: You call me and we move it. Would $50 every two weeks be all right, then?
consumer: Yes, I can do that.
"""


def test_what_was_agreed_was_agreed_at_the_yes(tmp_path: Path) -> None:
    call = tmp_path / "call.txt"
    call.write_text(A_YES_THAT_CAME_LATER, "utf-8")

    told = run(call).stdout

    assert "agreed in turn 4." in told
    assert "Collector offers $50.00 every two weeks from 24 Mar 2026 (agreed)" in told


def test_a_scenario_without_a_name_is_none(call: Path) -> None:
    told = run(call, "--scenario", "")

    assert told.exit_code == 2
    assert "no scenario ''" in told.stderr
