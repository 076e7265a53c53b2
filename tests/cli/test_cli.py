import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from command_line.app import app
from commands.scenarios import unproved
from tests.shipped import SCENARIOS, with_one_scenario

PROJECT = Path(__file__).parents[2]
THREAT = "collector: If you do not pay by Friday you will be arrested.\n"
SOON = (datetime.now(UTC) + timedelta(days=21)).date()
POLITE = "collector: Hello, may I speak with Ana Reyes, please?\nconsumer: No, wrong number.\n"


def run(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=typed)


@pytest.fixture
def threat(tmp_path: Path) -> Path:
    file = tmp_path / "threat.txt"
    file.write_text(THREAT)
    return file


@pytest.fixture
def polite(tmp_path: Path) -> Path:
    file = tmp_path / "polite.txt"
    file.write_text(POLITE)
    return file


def test_a_threat_of_arrest_is_found_at_its_turn(threat: Path) -> None:
    told = run("check", threat)

    assert told.exit_code == 1
    assert f"{threat}:1: not_met critical fdcpa.false.arrest_imprisonment: " in told.stdout
    assert "1 call: " in told.stdout
    assert "assumed: us_federal: country=US" in told.stdout


def test_a_polite_call_has_no_finding_in_its_words(polite: Path) -> None:
    told = run("check", polite)

    assert told.exit_code == 0
    assert "1 call: 0 not_met, " in told.stdout
    assert str(polite) not in told.stdout


def test_each_call_is_an_object_on_request(threat: Path, polite: Path) -> None:
    told = run("check", threat, polite, "--format", "jsonl")

    first, second = map(json.loads, told.stdout.splitlines())
    assert told.exit_code == 1
    assert (first["id"], first["turns"]) == ("threat", 1)
    assert first["findings"][0]["quote"] in THREAT
    assert (second["id"], second["turns"]) == ("polite", 2)
    assert {finding["standing"] for finding in second["findings"]} <= {"depends"}


def test_bad_files_are_listed_last_and_the_good_ones_done(threat: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("collector: hi\nsomebody: hm\n")

    told = run("check", bad, threat)

    assert told.exit_code == 2
    assert "fdcpa.false.arrest_imprisonment" in told.stdout
    assert told.stderr.startswith(f"bad input: {bad}:2: expected one of collector, consumer,")


def test_names_in_the_files_may_be_mapped(tmp_path: Path) -> None:
    file = tmp_path / "call.json"
    file.write_text(json.dumps({"turns": [{"speaker": "Bo", "text": "You will be arrested."}]}))

    refused, told = run("check", file), run("check", file, "--speaker", "bo=collector")

    assert refused.exit_code == 2
    assert "nobody is called 'Bo' here" in refused.stderr
    assert "fdcpa.false.arrest_imprisonment" in told.stdout


def test_for_a_first_party_the_fdcpa_is_off_and_the_reason_told(
    threat: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.yaml"
    known.write_text("collector_kind: first_party\n")

    told = run("check", threat, "--context", known)

    assert "fdcpa" not in "".join(
        line for line in told.stdout.splitlines() if not line.startswith("off: ")
    )
    assert "off: us_federal, " in told.stdout
    assert "collector_type is first_party" in told.stdout


def test_nothing_need_be_assumed(threat: Path) -> None:
    told = run("check", threat, "--assume", "none")

    assert told.exit_code == 0
    assert "assumed:" not in told.stdout
    assert "depends critical fdcpa.false.arrest_imprisonment" in told.stdout
    assert "collector_type" in told.stdout


def test_only_the_packs_that_are_named_are_asked(threat: Path) -> None:
    told = run("check", threat, "--packs", "house")

    assert "fdcpa" not in told.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--packs", "mars"), "packs: no pack 'mars' - one of au, house, uk, us_ca"),
        (("--assume", "everything"), "assume: 'everything' cannot be assumed - us_federal,"),
        (("--speaker", "bo=boss"), "speaker: 'bo=boss' names no speaker"),
        (("--context", "gone.yaml"), "gone.yaml: cannot be read"),
    ],
)
def test_a_wrong_option_is_explained(threat: Path, words: tuple[str, ...], message: str) -> None:
    told = run("check", threat, *words)

    assert told.exit_code == 2
    assert message in told.stderr


def test_a_circumstance_that_does_not_exist_is_told_which_do(threat: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.yaml"
    known.write_text("state: TX\ncolour: red\n")

    told = run("check", threat, "--context", known)

    assert told.exit_code == 2
    assert f"{known}:2: colour: Extra inputs are not permitted" in told.stderr
    assert "account_record, address," in told.stderr


def test_a_call_is_read_turn_by_turn(polite: Path) -> None:
    told = run("read", polite)

    content = json.loads(told.stdout)
    assert told.exit_code == 0
    assert content["id"] == "polite"
    assert "ask_right_party" in [signal["name"] for signal in content["turns"][0]["signals"]]


def test_reading_a_missing_file_is_bad_input(tmp_path: Path) -> None:
    told = run("read", tmp_path / "gone.txt")

    assert told.exit_code == 2
    assert "gone.txt: cannot be read" in told.stderr


@pytest.fixture
def one_scenario(tmp_path: Path) -> Path:
    """A folder of scenarios with one in it; that all of ours can be played, others prove."""
    return with_one_scenario(tmp_path)


def test_the_scenarios_are_listed_shown_and_checked(one_scenario: Path) -> None:
    listed = run("scenarios", "list")
    first = listed.stdout.split()[0]

    shown = run("scenarios", "show", first)
    checked = run("scenarios", "check", one_scenario, "--seeds", "0")

    assert listed.exit_code == shown.exit_code == checked.exit_code == 0
    assert "You may offer:" in shown.stdout
    assert "What it teaches:" in shown.stdout
    assert "all can be played" in checked.stdout


def test_a_scenario_that_does_not_exist_is_told_which_do() -> None:
    told = run("scenarios", "show", "nowhere")

    assert told.exit_code == 2
    assert "no scenario 'nowhere' - one of " in told.stderr


def test_a_scenario_file_with_a_fault_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("name: 3\n")

    told = run("scenarios", "check", tmp_path)

    assert told.exit_code == 2
    assert f"{tmp_path / 'house.yaml'}:" in told.stderr


def test_scenarios_are_checked_by_id_by_file_and_by_folder(one_scenario: Path) -> None:
    (file,) = (path for path in one_scenario.glob("*.yaml") if not path.stem.startswith("house"))

    for which in ("forgetful_payer", file, one_scenario):
        told = run("scenarios", "check", which, "--seeds", "0")

        assert told.stdout == "1 scenarios: all can be played\n", told.output
    assert "no scenario 'nowhere'" in run("scenarios", "check", "nowhere").stderr


def test_a_scenario_with_a_fault_is_told_the_fault_where_its_id_is_named(
    one_scenario: Path,
) -> None:
    (file,) = (path for path in one_scenario.glob("*.yaml") if not path.stem.startswith("house"))
    file.write_text(file.read_text().replace("level: ", "levle: ", 1))

    told = run("scenarios", "check", file)

    assert told.exit_code == 2
    assert re.search(rf"{file}:\d+: levle: Extra inputs are not permitted", told.stderr)
    assert "one of level, " in told.stderr


def test_a_scenario_whose_model_call_meets_a_rule_not_is_told_at_its_turn() -> None:
    scenario = SCENARIOS["forgetful_payer"]
    spoiled = scenario.model_copy(update={"model_call": scenario.poor_call})

    told = list(unproved(spoiled))

    assert any("model_call: turn 2: fdcpa." in line for line in told)


def test_the_rules_are_listed_checked_and_explained() -> None:
    rule = "fdcpa.false.arrest_imprisonment"
    listed, checked = run("rules", "list"), run("rules", "check", rule)
    explained = run("rules", "explain", rule)

    assert listed.exit_code == checked.exit_code == explained.exit_code == 0
    assert "  fdcpa.false.arrest_imprisonment " in listed.stdout
    assert "1 rules in 13 packs: all can be used" in checked.stdout
    assert "1692e(4)" in explained.stdout


def test_a_rule_that_does_not_exist_is_told_what_is_near() -> None:
    told = run("rules", "explain", "arrest_imprisonment")

    assert told.exit_code == 2
    assert "no rule 'arrest_imprisonment' - one of fdcpa.false.arrest" in told.stderr


def test_the_schemas_are_current() -> None:
    told = run("schema", "--check")

    assert told.exit_code == 0, told.stderr


def test_a_call_is_played_from_a_pipe_to_its_scorecard() -> None:
    typed = "Hello, may I speak with the account holder?\n\nGoodbye.\n"

    told = run("play", "laid_off_three_weeks_ago", "--seed", "1", typed=typed)

    assert told.exit_code == 0, told.stderr
    assert "\nsomebody: " in told.stdout
    assert "\ngrade: " in told.stdout
    assert "\nHow it was marked:\n" in told.stdout


def test_a_call_that_needs_care_is_told_without_a_figure() -> None:
    told = run("play", "no_point_any_more", "--seed", "1", typed="Hello, is that Martin Hale?\n")

    before, _, after = told.stdout.partition("somebody: ")
    assert told.exit_code == 0, told.stderr
    assert "You can pause it and stop it at any time" in " ".join(before.split())
    assert "Samaritans 116 123" in before
    assert "Samaritans 116 123" in after
    assert "That was a hard one to take." in after
    assert "of 100" not in told.stdout
    assert "grade" not in told.stdout


def test_desk_work_is_done_with_a_slash() -> None:
    typed = (
        "Hello, may I speak with Ana Reyes?\n/back\n/hold\nHello?\n/resume\n/end\n/end\n"
        f"/note Nobody could talk.\n/disposition call_back\n/follow-up {SOON}\n"
        f"/flag hardship\n/flag -hardship\n/pay $85 {SOON}\n/look contacts\n/method check\n"
    )

    told = run("play", "laid_off_three_weeks_ago", "--seed", "1", typed=typed)

    assert told.exit_code == 0, told.stderr
    assert "the call is on hold" in told.stdout
    assert told.stdout.count("(collector ended the call)") == 1
    assert " - one of " not in told.stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/dance", "desk: nothing is called '/dance' - one of /look, /back, /hold, "),
        ("/help dance", "/help: nothing is called '/dance' - one of /look, "),
        ("/note", "/note: something is missing - /note WORDS"),
        ("/disposition gone", "disposition: there is no 'gone' - one of arrangement, promise_to_"),
        ("/flag tall", "flag: there is no 'tall' - one of hardship, address_changed"),
        ("/look attic", "desk: there is no 'attic' - one of account, contacts, plan, house, notes"),
        ("/transfer mars", "transfer: there is no 'mars' - one of supervisor, hardship team"),
        ("/method cash", "/method: nothing is to be paid yet - /pay AMOUNT YYYY-MM-DD first"),
        (
            f"/pay 85 {SOON}\n/method cash",
            "method: there is no 'cash' - one of debit card, bank",
        ),
        ("/follow-up soon", "/follow-up: no day 'soon' - a day such as"),
        (f"/pay lots {SOON}", "money: 'lots' is no amount"),
        (f"/pay -85 {SOON}", "amount: -$85.00 is no payment - enter more than nothing"),
        (f"/pay 85 {SOON} many week", "/pay: no number of payments 'many' - digits such as 6"),
        (f"/pay 85 {SOON} 3 day", "/pay: there is no 'day' - one of once, week, two_weeks"),
        ("/pay 85", "/pay: 1 words follow - /pay AMOUNT YYYY-MM-DD, or"),
        ("/pay 85 2020-03-20", "day: 2020-03-20 is past - "),
        ("/follow-up 2020-03-20", "follow-up: 2020-03-20 is past - "),
        ("/disposition", "/disposition: something is missing - /disposition CODE: arrangement, "),
        ("/look contacts HR-1", "account: there is no 'HR-1' - one of "),
    ],
)
def test_desk_work_that_cannot_be_done_is_explained_and_the_call_goes_on(
    line: str, message: str
) -> None:
    told = run("play", "laid_off_three_weeks_ago", "--seed", "1", typed=f"{line}\n/end\n")

    assert f"({message}" in told.stdout
    assert "(collector ended the call)" in told.stdout


def test_the_same_seed_is_the_same_person() -> None:
    typed = "Hello, may I speak with Ana Reyes?\nHow are you today?\n"

    once, again = (
        run("play", "laid_off_three_weeks_ago", "--seed", "7", typed=typed) for _ in range(2)
    )

    assert once.stdout == again.stdout


def test_a_played_call_may_be_kept_under_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIGHT_PARTY_DATA", str(tmp_path))

    told = run("play", "laid_off_three_weeks_ago", "--seed", "1", "--name", "Bo", typed="Hello?\n")

    assert told.exit_code == 0, told.stderr
    assert list(tmp_path.glob("*.sqlite"))


def test_a_recorded_call_is_reviewed(threat: Path) -> None:
    told = run("review", threat, "--scenario", "laid_off_three_weeks_ago")
    as_json = run("review", threat, "--scenario", "laid_off_three_weeks_ago", "--format", "json")

    assert told.exit_code == as_json.exit_code == 0
    assert "\nnegotiation: none: " in told.stdout
    assert json.loads(as_json.stdout)["scorecard"]["scores"]


def test_the_program_starts_as_a_program(threat: Path) -> None:
    told = subprocess.run(
        [sys.executable, "cli.py", "check", threat],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 1, told.stderr
    assert "fdcpa.false.arrest_imprisonment" in told.stdout


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    listing = subprocess.Popen(
        [sys.executable, "cli.py", "rules", "list"],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert listing.stdout is not None
    listing.stdout.close()

    _, complaint = listing.communicate()

    assert "Traceback" not in complaint


def test_bots_are_told_a_line_each_and_in_a_table() -> None:
    told = run("bots", "room_mate_picks_up", "--seeds", "1", "--bot", "decent", "--bot", "silent")

    assert told.exit_code == 0
    lines = told.stdout.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [
        ["room_mate_picks_up", "decent"],
        ["room_mate_picks_up", "silent"],
    ]
    assert lines[3].split()[:3] == ["scenario", "bot", "calls"]


def test_bots_are_told_as_one_object_a_call() -> None:
    told = run("bots", "room_mate_picks_up", "--seeds", "1", "--bot", "silent", "--format", "jsonl")

    (call,) = map(json.loads, told.stdout.splitlines())
    assert list(call) == [
        *(
            "scenario",
            "form",
            "bot",
            "seed",
            "outcome",
            "acceptable_end",
            "marks",
            "findings",
            "turns",
        )
    ]
    assert call["marks"]["grade"] is None


def test_bots_play_parallel_forms_side_by_side() -> None:
    told = run("bots", "forgetful_payer", "--seeds", "1", "--bot", "decent", "--forms", "2")

    assert told.exit_code == 0
    assert "forgetful_payer: no difference found by bots" in told.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["room_mate_picks_up", "--bot", "robot"], "no bot 'robot' - one of decent, exemplary, "),
        ([], "which scenario? - one from `scenarios list`, or --all"),
        (["room_mate_picks_up", "--all"], "which scenario? - one from"),
        (["the_spouse_picks_up", "--forms", "2"], "it has no form 1 - one of 0 (as_written)"),
    ],
)
def test_bots_that_cannot_be_let_loose_say_why(words: list[str], message: str) -> None:
    told = run("bots", *words)

    assert told.exit_code == 2
    assert message in told.stderr
