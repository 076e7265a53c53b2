"""What scenarios cover: what their two calls touch, kept, and counted in a map."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from commands.coverage import PlayedThrough, as_csv, map_lines
from commands.scenarios import PLAYED_AT
from compliance_rules import shipped_packs
from compliance_rules.load import choose_packs
from tests.shipped import SCENARIOS
from tests.training.stores import new_store
from training.coverage import Across, Cell, CoverageMap, Rows
from training.store import Store
from training.touching import Played, Script, Touched, keep_touched, kept_touched, touched

FORGOT, SHOP = SCENARIOS["forgetful_payer"], SCENARIOS["on_the_shop_floor_massachusetts"]
BOTH = (FORGOT, SHOP)
DISCLOSED = "fdcpa.false.mini_miranda_initial"
MASSACHUSETTS = "us.ma.frequency_2in7"


@pytest.fixture(scope="module")
def known() -> Mapping[str, Touched]:
    return {one.id: touched(one, PLAYED_AT) for one in BOTH}


@pytest.fixture(scope="module")
def every(known: Mapping[str, Touched]) -> CoverageMap:
    return CoverageMap(BOTH, known, shipped_packs())


def cell(of: CoverageMap, rows: Rows, row: str, column: str, across: Across) -> Cell:
    return next(one for one in of.cells(rows, across) if (one.row, one.column) == (row, column))


def test_the_exemplary_call_meets_what_the_poor_one_does_not(known: Mapping[str, Touched]) -> None:
    model, poor = (known[FORGOT.id][script] for script in Script)

    assert DISCLOSED in model.met
    assert DISCLOSED in poor.not_met
    assert "communication/open questions" in model.marks.keys() - poor.marks.keys()


def test_a_rule_of_another_place_can_come_up_only_there(every: CoverageMap) -> None:
    there, elsewhere = (
        cell(every, Rows.RULES, MASSACHUSETTS, one.id, Across.SCENARIOS) for one in (SHOP, FORGOT)
    )

    assert there.hole
    assert (elsewhere.of, elsewhere.hole) == (0, False)
    assert MASSACHUSETTS in every.holes(Rows.RULES)
    assert DISCLOSED not in every.holes(Rows.RULES)


def test_a_topic_counts_its_rules_and_a_rule_its_scenarios(every: CoverageMap) -> None:
    level = str(FORGOT.level)
    one = cell(every, Rows.RULES, DISCLOSED, level, Across.LEVELS)
    topic = cell(every, Rows.TOPICS, "What has to be said", level, Across.LEVELS)

    assert (FORGOT.id in one.by, one.touched) == (True, len(one.by))
    assert topic.of > len(BOTH)
    assert 0 < topic.touched <= topic.of


def test_one_of_the_two_calls_touches_less_than_both(known: Mapping[str, Touched]) -> None:
    packs = shipped_packs()
    both = CoverageMap(BOTH, known, packs).holes(Rows.RULES)
    good = CoverageMap(BOTH, known, packs, (Script.MODEL,)).holes(Rows.RULES)

    assert set(both) < set(good)


def test_what_was_played_is_kept_until_it_says_something_else(
    tmp_path: Path, known: Mapping[str, Touched]
) -> None:
    store = new_store(tmp_path)
    keep_touched(store, FORGOT, known[FORGOT.id])
    other = FORGOT.model_copy(update={"title": "Another one"})

    assert kept_touched(store, BOTH) == {FORGOT.id: known[FORGOT.id]}
    assert kept_touched(store, (other,)) == {}


def test_what_older_rules_made_of_it_is_played_again(
    tmp_path: Path, known: Mapping[str, Touched]
) -> None:
    store = new_store(tmp_path)
    keep_touched(store, FORGOT, known[FORGOT.id])
    with store.writing() as db:
        db.execute("update touched set versions = '{}'")
    assert kept_touched(store, (FORGOT,)) == {}

    keep_touched(store, FORGOT, known[FORGOT.id])
    assert kept_touched(store, (FORGOT,)) == {FORGOT.id: known[FORGOT.id]}


def test_a_play_beside_the_page_keeps_each_scenario_at_once(tmp_path: Path) -> None:
    store: Store = new_store(tmp_path)
    play = PlayedThrough(store=store, scenarios=(FORGOT,))
    play.run()

    assert (play.through, len(play.calls)) == (True, play.total)
    assert set(kept_touched(store, (FORGOT,))[FORGOT.id]) == set(Script)


def test_the_map_is_told_in_lines_with_its_holes(every: CoverageMap) -> None:
    federal = CoverageMap(BOTH, every.known, choose_packs(shipped_packs(), ["us_ma"]))
    told = list(map_lines(federal, Rows.RULES, Across.SCENARIOS))

    assert FORGOT.id in told[0]
    (line,) = (one for one in told if one.startswith(MASSACHUSETTS) and "/" in one)
    assert "□ 0/1" in line
    assert " - " in f"{line} "
    assert f"  {MASSACHUSETTS}" in told


def test_the_file_has_a_line_for_each_rule_and_scenario_and_for_each_hole(
    every: CoverageMap,
) -> None:
    lines = as_csv(every).decode("utf-8-sig").splitlines()

    assert lines[0].startswith("kind,id,topic,pack,scenario,level")
    met = [one for one in lines if one.startswith(f"rule,{DISCLOSED},") and FORGOT.id in one]
    assert [one.endswith("met,not met") for one in met] == [True]
    assert any(one.startswith(f"hole,{MASSACHUSETTS},") for one in lines)


def test_the_file_is_of_both_calls_whichever_the_map_looks_at(every: CoverageMap) -> None:
    good = CoverageMap(BOTH, every.known, every.packs, (Script.MODEL,))
    poor_alone = set(good.holes(Rows.RULES)) - set(every.holes(Rows.RULES))
    assert as_csv(good) == as_csv(every)

    lines = [line.split(",") for line in as_csv(good).decode("utf-8-sig").splitlines()]
    touched_by = {one[1] for one in lines if one[0] in ("rule", "skill")}
    holes = {one[1] for one in lines if one[0] == "hole"}
    assert poor_alone <= touched_by
    assert not touched_by & holes


def test_a_skill_without_an_opportunity_in_any_call_is_a_hole(every: CoverageMap) -> None:
    assert "communication/open questions" not in every.holes(Rows.SKILLS)
    assert "accuracy/handing over" in every.holes(Rows.SKILLS)
    assert b"hole,accuracy/handing over," in as_csv(every)


def test_what_is_kept_is_what_was_found(known: Mapping[str, Touched]) -> None:
    played = known[FORGOT.id][Script.POOR]

    assert Played.model_validate_json(played.model_dump_json()) == played
