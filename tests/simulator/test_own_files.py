"""The house's own files beside those that ship: one more folder of the same loader."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.library import FOLDER, main_house, open_scenarios
from simulator.skeleton import skeleton
from tests.shipped import EVERY, with_one_scenario


@pytest.fixture
def ships(tmp_path: Path) -> Path:
    """A small folder in the place of the one that ships."""
    folder = tmp_path / "ships"
    folder.mkdir()
    return with_one_scenario(folder)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_a_file_of_the_own_folder_is_played_with_shipped_people(ships: Path, own: Path) -> None:
    (own / "mine.yaml").write_text(skeleton("mine"))

    shelf = open_scenarios(ships, own)

    assert set(shelf.scenarios) == {"forgetful_payer", "mine"}
    assert shelf.broken == ()


def test_an_own_file_extends_one_that_ships(ships: Path, own: Path) -> None:
    (own / "mine.yaml").write_text("extends: forgetful_payer\nid: mine\nversion: 1\ntitle: Ours\n")

    shelf = open_scenarios(ships, own)

    assert shelf.scenarios["mine"].title == "Ours"
    assert shelf.scenarios["mine"].account == EVERY["forgetful_payer"].account


def test_a_broken_own_file_takes_nothing_down(ships: Path, own: Path) -> None:
    (own / "mine.yaml").write_text("title: [")
    (own / "house_ours.yaml").write_text("name: 3")

    shelf = open_scenarios(ships, own)

    assert set(shelf.scenarios) == {"forgetful_payer"}
    assert sorted(Path(one.file).name for one in shelf.broken) == ["house_ours.yaml", "mine.yaml"]


def test_an_own_file_does_not_take_the_name_of_a_shipped_one(ships: Path, own: Path) -> None:
    (own / "forgetful_payer.yaml").write_text(skeleton("forgetful_payer"))

    shelf = open_scenarios(ships, own)

    assert shelf.scenarios["forgetful_payer"].title == EVERY["forgetful_payer"].title
    assert "is there already" in str(shelf.broken[0])


def test_the_own_house_stands_over_the_shipped_one(ships: Path, own: Path) -> None:
    (own / "house.yaml").write_text("extends: house\nname: Quay Street Recovery\n")

    assert open_scenarios(ships, own).scenarios["forgetful_payer"].house.name == (
        "Quay Street Recovery"
    )
    assert main_house(own).name == "Quay Street Recovery"
    assert main_house().name == EVERY["forgetful_payer"].house.name


def test_a_broken_own_house_leaves_the_shipped_one(own: Path) -> None:
    (own / "house.yaml").write_text("name: [")

    assert main_house(own).name == main_house().name
    assert FOLDER.name == "scenarios"
