"""A new rule begins with a file that can be read, and refuses to write over another."""

import shutil
from pathlib import Path

import pytest

from calls.errors import RecordError
from compliance_rules import Checker, load_pack
from compliance_rules.load import PACKS
from compliance_rules.prove import prove
from compliance_rules.skeleton import new_rule


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    (tmp_path / "house").mkdir()
    shutil.copy(PACKS / "house" / "pack.yaml", tmp_path / "house" / "pack.yaml")
    return tmp_path


def test_a_new_rule_can_be_read_and_says_what_it_still_wants(packs: Path) -> None:
    path = new_rule("house.new_one", load_pack(packs / "house"), folder=packs)
    pack = load_pack(packs / "house")

    faults = [str(fault) for fault in prove(Checker([pack]))]

    assert path == packs / "house" / "house.new_one.yaml"
    assert [rule.id for rule in pack.rules] == ["house.new_one"]
    assert "house.new_one: examples.flag: 1 examples - at least 3" in faults


def test_a_rule_that_takes_another_over_names_it(packs: Path) -> None:
    path = new_rule("house.same", load_pack(packs / "house"), reuses="a.b", folder=packs)

    assert "\nreuses: a.b\n" in path.read_text()


def test_a_rule_that_is_there_is_not_written_over(packs: Path) -> None:
    pack = load_pack(packs / "house")
    path = new_rule("house.new_one", pack, folder=packs)
    path.write_text("my own words")

    with pytest.raises(RecordError, match="is there already"):
        new_rule("house.new_one", pack, folder=packs)
    assert path.read_text() == "my own words"


def test_what_is_no_name_is_explained(packs: Path) -> None:
    with pytest.raises(RecordError, match="is no name of a rule - small letters"):
        new_rule("House Rule", load_pack(packs / "house"), folder=packs)
