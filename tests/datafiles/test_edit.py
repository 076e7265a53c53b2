"""One place of a file changed: the rest, comments first of all, stays as it was."""

from __future__ import annotations

from difflib import ndiff

import pytest

from datafiles import DataFileError, changed, read_text, removed
from simulator.library import FOLDER

TEXT = """\
# A note for whoever reads this.
title: Laid off          # what trainees see
account:
  balance: 120.00
  flags: {paid: false, disputed: false}

# Facts come here.
facts:
  - id: lost_job         # the reason
    says:
      - I lost my job.   # the short one
      - They let me go.
  # between two
  - id: rent
    says: [Rent first., The rent.]
"""
LONG = "A sentence that is too long for one line of a file " * 3


def differing(after: str, before: str = TEXT) -> list[str]:
    """The lines that are not in both, with their sign."""
    lines = ndiff(before.splitlines(), after.splitlines())
    return [line.rstrip() for line in lines if line[:2] in ("- ", "+ ")]


def test_a_word_is_changed_and_its_comment_stays() -> None:
    after = changed(TEXT, ("title",), "Let go")

    assert differing(after) == [
        "- title: Laid off          # what trainees see",
        "+ title: Let go            # what trainees see",
    ]


def test_what_is_deep_in_a_list_is_changed_alone() -> None:
    after = changed(TEXT, ("facts", 1, "says"), ["Rent.", "The rent comes first."])

    assert differing(after) == [
        "-     says: [Rent first., The rent.]",
        "+     says: [Rent., The rent comes first.]",
    ]


def test_what_is_missing_on_the_way_is_made() -> None:
    after = changed(TEXT, ("account", "limits", "routes"), ["dispute"])

    assert differing(after) == ["+   limits:", "+     routes: [dispute]"]


def test_one_past_the_end_adds_to_a_list() -> None:
    after = changed(TEXT, ("facts", 2), {"id": "email", "says": ["By mail.", "E-mail."]})

    assert read_text(after, "")["facts"][2]["id"] == "email"
    assert all(line.startswith("+") for line in differing(after))


def test_a_part_that_is_new_comes_at_the_end() -> None:
    assert changed(TEXT, ("note",), "x") == f"{TEXT}\nnote: x\n"


def test_what_is_taken_out_takes_no_comment_of_another_along() -> None:
    after = removed(TEXT, ("facts", 0))

    assert "# between two" in after
    assert "# Facts come here." in after
    assert [one["id"] for one in read_text(after, "")["facts"]] == ["rent"]


def test_taking_out_the_last_of_a_list_takes_the_list() -> None:
    assert "facts" not in read_text(removed(removed(TEXT, ("facts", 1)), ("facts", 0)), "")
    assert removed(TEXT, ("nothing", 3)) == TEXT


@pytest.mark.parametrize("words", ["no", "12:20", "0123", "a: b", "# x", "'x' y", "", "1e3", LONG])
def test_words_are_read_back_as_the_same_words(words: str) -> None:
    after = changed(TEXT, ("account", "creditor"), words)

    assert read_text(after, "")["account"]["creditor"] == words
    assert "# between two" in after


@pytest.mark.parametrize("name", ["laid_off_three_weeks_ago", "dial_or_not", "the_spouse_picks_up"])
def test_a_shipped_file_differs_in_the_changed_line_alone(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    after = changed(text, ("account", "reference"), "ending 9999")

    assert [line[:2] for line in differing(after, text)] in (["- ", "+ "], ["+ "])
    assert read_text(after, "")["account"]["reference"] == "ending 9999"


def test_a_text_that_is_no_yaml_names_its_line() -> None:
    with pytest.raises(DataFileError, match=r":2: not YAML"):
        changed("title: x\n b: [", ("title",), "y")


def test_what_is_in_the_way_is_told() -> None:
    with pytest.raises(DataFileError, match="title: is no list and no mapping"):
        changed(TEXT, ("title", "of"), "y")
