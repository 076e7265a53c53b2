from pathlib import Path

import pytest

from calls.errors import RecordError
from commands.scenarios import unproved
from simulator.ends import Mention
from simulator.library import load_scenario, open_scenarios
from simulator.skeleton import new_scenario, still_the_sheet
from tests.shipped import SCENARIOS
from tests.simulator.variants import short_shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return short_shelf(tmp_path / "scenarios")


def test_a_new_scenario_can_be_played_as_it_stands(folder: Path) -> None:
    scenario = load_scenario(new_scenario("my_own", folder))

    assert scenario.id == "my_own"
    assert list(unproved(scenario)) == []


def test_the_sheets_own_words_are_told_part_by_part(folder: Path) -> None:
    sheet = load_scenario(new_scenario("my_own", folder))

    told = [fault.where for fault in still_the_sheet(sheet)]

    assert {"brief.who", "brief.task", "account.creditor", "teaches.0"} <= set(told)
    assert not [one for shipped in SCENARIOS.values() for one in still_the_sheet(shipped)]


def test_words_of_a_note_may_be_written_with_capitals() -> None:
    assert Mention(what="paper", words=("Checkout Letter",)).words == ("checkout letter",)


def test_nothing_is_written_over(folder: Path) -> None:
    with pytest.raises(RecordError, match="is there already"):
        new_scenario("forgetful_payer", folder)


def test_a_name_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(RecordError, match="small letters, digits and '_'"):
        new_scenario("My Own!", folder)


def test_a_broken_file_stands_in_nobodys_way_but_its_own(folder: Path) -> None:
    (folder / "room_mate_picks_up.yaml").write_text("id: room_mate_picks_up\n")
    (folder / "personas" / "nobody.yaml").write_text("id: [\n")

    shelf = open_scenarios(folder)

    assert "forgetful_payer" in shelf.scenarios
    assert "room_mate_picks_up" not in shelf.scenarios
    told = " ".join(map(str, shelf.broken))
    assert "room_mate_picks_up.yaml:1: version: Field required" in told
    assert "nobody.yaml:" in told


def test_a_broken_persona_is_told_for_whom_it_is_needed(folder: Path) -> None:
    (folder / "personas" / "marcus_webb.yaml").write_text("id: marcus_webb\n")

    shelf = open_scenarios(folder)

    assert "forgetful_payer" not in shelf.scenarios
    assert any("no persona 'marcus_webb'" in str(fault) for fault in shelf.broken)
