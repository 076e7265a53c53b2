"""A house's own rules stand over those that ship or beside them; what is broken is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from calls.context import CallContext
from calls.notation import parse_transcript
from compliance_rules import shipped_checker, shipped_packs
from compliance_rules.in_use import (
    broken_in_use,
    checker_in_use,
    own_in_use,
    packs_in_use,
    use_rules_of,
)
from compliance_rules.load import PACKS, load_packs
from compliance_rules.own_rule import OwnRule
from compliance_rules.own_rules import own_file, read_own
from scoring.review import versions_by
from tests.own_rules import ID, PACK, SAID, TEXT, put

ARREST = "fdcpa.false.arrest_imprisonment"
SHIPPED = (PACKS / "us_federal" / f"{ARREST}.yaml").read_text(encoding="utf-8")
CHANGED = SHIPPED.replace("title: No talk of arrest or jail", "title: Nobody is locked up")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The data folder that this process uses."""
    use_rules_of(tmp_path)
    return tmp_path


def test_a_file_that_is_gone_once_the_folder_was_listed_is_passed_over(house: Path) -> None:
    file = house / "rules" / "us_federal" / f"{ARREST}.yaml"
    file.parent.mkdir(parents=True)
    file.symlink_to(house / "gone.yaml")

    assert own_in_use() == ()


def test_a_file_in_no_packs_folder_is_told_with_where_it_belongs(house: Path) -> None:
    put(house, name=ID)
    put(house, CHANGED, name=ARREST)

    told = {one.file: one.faults[0] for one in broken_in_use()}

    assert own_in_use() == ()
    assert f"it belongs at rules/us_federal/{ARREST}.yaml" in told[f"rules/{ARREST}.yaml"]
    assert f"it belongs at rules/PACK/{ID}.yaml, PACK being one of" in told[f"rules/{ID}.yaml"]
    (house / "rules" / f"{ID}.yaml").unlink()
    (house / "rules" / f"{ARREST}.yaml").unlink()
    assert broken_in_use() == ()


def _own(pack: str, rule_id: str, text: str) -> OwnRule:
    return OwnRule(pack, rule_id, text, own_file(pack, rule_id))


def test_a_houses_rule_takes_the_place_of_the_one_that_ships_also_where_it_is_taken_over() -> None:
    packs = load_packs(own=(_own("us_federal", ARREST, CHANGED),))

    named = {rule.id: rule.title for pack in packs for rule in pack.rules if rule.owner == ARREST}
    before = {r.id: r.title for pack in shipped_packs() for r in pack.rules if r.owner == ARREST}
    assert named[ARREST] == "Nobody is locked up"
    assert named.keys() == before.keys()
    assert len([one for one in named.values() if one == "Nobody is locked up"]) > 1
    assert [sorted(pack.own) for pack in packs if pack.own] == [[ARREST]]


def test_what_is_put_into_the_folder_is_asked_without_a_restart_and_gone_with_the_file(
    house: Path,
) -> None:
    call = parse_transcript(f"collector: {SAID}")
    assert checker_in_use() is shipped_checker()

    path = put(house)
    checker = checker_in_use()
    found = checker.check(call, CallContext()).findings
    assert [(one.rule, one.turn) for one in found if one.rule == ID] == [(ID, 0)]
    assert versions_by(checker)[f"rule.{ID}"] == checker.by_id[ID].fingerprint[:12]
    assert checker.fingerprint != shipped_checker().fingerprint
    assert checker_in_use() is checker

    path.unlink()
    assert checker_in_use() is shipped_checker()
    assert f"rule.{ID}" not in versions_by(checker_in_use())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (f"{PACK}/house.broken", TEXT, ":1: id: 'house.no_pet_names' stands in 'house.broken'"),
        (f"nowhere/{ID}", TEXT, ":1: no pack 'nowhere' - au, house,"),
        (f"us_federal/{ID}", TEXT, ":2: law: no law 'house_policy' in this pack"),
        (f"us_ca/{ARREST}", SHIPPED, ":1: id: with it us_federal/fdcpa.false"),
        (f"{PACK}/{ID}", TEXT.replace("weight: minor", "weight: tiny"), ":8: weight: Input should"),
        (
            f"{PACK}/{ID}",
            TEXT.replace("[own.pet_name]", "[own.nothing]"),
            "no pattern 'own.nothing'",
        ),
        (f"{PACK}/{ID}", "reuses: no.such\nid: house.no_pet_names\n", "citation: Field required"),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_nothing_else_stops(
    house: Path, name: str, text: str, told: str
) -> None:
    put(house, CHANGED, f"us_federal/{ARREST}")
    put(house, text, name)

    (fault,) = broken_in_use()
    assert told in str(fault)
    assert fault.file == f"rules/{name}.yaml"
    assert [one.id for one in own_in_use()] == [ARREST]


def test_what_ships_is_never_written_to(house: Path) -> None:
    put(house, CHANGED, f"us_federal/{ARREST}")

    assert read_own(house / "rules").rules == own_in_use()
    assert (PACKS / "us_federal" / f"{ARREST}.yaml").read_text(encoding="utf-8") == SHIPPED
    assert not any(pack.own for pack in shipped_packs())
    assert any(pack.own for pack in packs_in_use())
