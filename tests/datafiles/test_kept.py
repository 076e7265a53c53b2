"""What was worked out is kept until a file changes, and is never trusted when it is not whole."""

from __future__ import annotations

import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datafiles import kept


class Shop:
    """A folder with one file, and how often something was worked out from it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "wares.txt"
        self.file.write_text("bread", encoding="utf-8")
        self.module = folder / "shop.py"
        self.kept = Path(cache_from_source(str(self.module))).with_suffix(".kept")
        self.built = 0

    def open(self, with_: str = "1") -> list[str]:
        return kept(self.module, [self.file], self._build, with_)

    def _build(self) -> list[str]:
        self.built += 1
        return self.file.read_text(encoding="utf-8").split()


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return Shop(tmp_path)


def test_the_second_opening_works_nothing_out(shop: Shop) -> None:
    assert [shop.open(), shop.open()] == [["bread"], ["bread"]]
    assert shop.built == 1


def test_a_changed_file_is_read_anew(shop: Shop) -> None:
    shop.open()
    shop.file.write_text("bread milk", encoding="utf-8")

    assert shop.open() == ["bread", "milk"]


def test_another_version_of_a_library_works_it_out_anew(shop: Shop) -> None:
    shop.open("1")
    shop.open("2")

    assert shop.built == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_broken_form_is_made_anew(shop: Shop, data: st.DataObject) -> None:
    shop.open()
    whole, built = shop.kept.read_bytes(), shop.built
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = data.draw(
        st.sampled_from([whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]])
    )
    shop.kept.write_bytes(broken)

    assert shop.open() == ["bread"]
    assert shop.built == built + 1
    assert shop.kept.read_bytes() == whole


def test_a_place_that_cannot_be_written_does_no_harm(shop: Shop) -> None:
    shop.kept.parent.write_text("a file where the folder should be", encoding="utf-8")

    assert [shop.open(), shop.open()] == [["bread"], ["bread"]]
    assert shop.built == 2


def test_who_wants_no_compiled_files_gets_none(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    shop.open()

    assert not shop.kept.exists()


def test_a_fault_is_not_kept(shop: Shop) -> None:
    def fail() -> list[str]:
        raise ValueError("the shop is closed")

    with pytest.raises(ValueError, match="closed"):
        kept(shop.module, [shop.file], fail, "1")

    assert shop.open() == ["bread"]
