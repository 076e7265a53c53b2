"""A file that begins from another one of its folder."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from datafiles import DataFileError, load_file


class Item(BaseModel):
    id: str
    says: list[str]


class Thing(BaseModel):
    extends: str | None = None
    replaces: list[str] = []
    title: str
    sizes: dict[str, int] = {}
    items: list[Item] = []
    tags: list[str] = []


BASE = """
title: A chair
sizes: {width: 40, height: 90}
tags: [wood, plain]
items:
  - {id: leg, says: [four of them]}
  - {id: back, says: [straight]}
"""


def varied(folder: Path, text: str) -> Thing:
    """The thing that this text makes of the base."""
    (folder / "chair.yaml").write_text(BASE)
    path = folder / "stool.yaml"
    path.write_text(text)
    return load_file(path, Thing, extends="extends")


def test_what_is_not_said_is_as_in_the_other_file(tmp_path: Path) -> None:
    stool = varied(tmp_path, "extends: chair\ntitle: A stool\nsizes: {height: 50}\n")

    assert stool.title == "A stool"
    assert stool.sizes == {"width": 40, "height": 50}
    assert stool.tags == ["wood", "plain"]


def test_things_with_an_id_are_laid_over_those_of_the_same_id(tmp_path: Path) -> None:
    stool = varied(tmp_path, "extends: chair\nitems:\n  - {id: back, says: [none]}\n")

    assert {one.id: one.says for one in stool.items} == {"leg": ["four of them"], "back": ["none"]}


def test_a_plain_list_takes_the_place_of_the_other(tmp_path: Path) -> None:
    assert varied(tmp_path, "extends: chair\ntags: [low]\n").tags == ["low"]


def test_a_file_that_is_not_there_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as error:
        varied(tmp_path, "title: A stool\nextends: bench\n")

    assert "2: extends: no file 'bench' - one of chair" in str(error.value)


def test_a_fault_is_told_at_the_line_of_the_file_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as error:
        varied(tmp_path, "extends: chair\nsizes:\n  height: tall\n")

    assert "stool.yaml:3: sizes.height" in str(error.value)


def test_what_a_file_replaces_is_as_it_says_alone(tmp_path: Path) -> None:
    stool = varied(
        tmp_path,
        "extends: chair\nreplaces: [items, tags]\nitems:\n  - {id: foot, says: [three]}\n",
    )

    assert [one.id for one in stool.items] == ["foot"]
    assert stool.tags == []


def test_what_is_not_there_cannot_be_replaced(tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as error:
        varied(tmp_path, "extends: chair\nreplaces: [arms]\n")

    assert "2: replaces: chair.yaml has no 'arms' - one of title, sizes" in str(error.value)


def test_an_extended_file_that_is_not_utf_8_is_a_fault_of_the_line_that_names_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "bench.yaml").write_bytes("title: Bänk\n".encode("latin-1"))

    with pytest.raises(DataFileError) as error:
        varied(tmp_path, "title: A stool\nextends: bench\n")

    assert "stool.yaml:2: extends: bench.yaml cannot be read ('utf-8' codec" in str(error.value)
    assert "a readable UTF-8 YAML file is needed" in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "extends: ../chair\n",
        "extends: 3\n",
        "extends: chair\nreplaces: 3\ntitle: 4\n",
        "a: &a [*a]\n",
        "? [a]\n: b\n",
        "[" * 20_000,
        "- " * 50_000,
        "opened: 2026-02-30\n",
        "sizes: 0x_\n",
        "extends: list\n",
    ],
)
def test_whatever_somebody_types_is_a_fault_and_no_crash(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.yaml").write_text("- a\n")

    with pytest.raises(DataFileError):
        varied(tmp_path, text)
