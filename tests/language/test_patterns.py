"""Bad patterns say what is wrong with them, where, and what is allowed."""

from pathlib import Path

import pytest

from datafiles import DataFileError
from language.patterns import PatternError, WordLists, parse_pattern
from language.shipped import shipped_reader
from language.signals import load_families

FAMILY = """about: A test.
speaker: collector
words:
  way: [card, bank transfer]
signals:
  ask_method:
    means: Asks how.
    patterns:
      - how will you pay
      - {pattern}
    should_match: [How will you pay?]
"""


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("Pay by card", "'Pay' can never match - write words in lower case"),
        ("by @road", "no word list is called '@road' - known are: way"),
        ("(by card", "a '(' is not closed - expected ')'"),
        ("by card)", "')' has no opening '('"),
        ("~2 card", "begins or ends with a gap"),
        ("card ~2 now?", "begins or ends with a gap"),
        ("card? now?", "asks for nothing"),
        ("by ~9 card", "'~9' is out of range - a gap is ~1 to ~8"),
        ("pay please", "'please' can never match - reading passes over it"),
        ("by | card", "by card"),
        ("pay ||", "a word is missing before '|'"),
        ("(by card|)", "a group has an empty option"),
        ("pay #sum", "'#sum' means nothing here"),
        ("!@way now", "'!' stands before single words"),
    ],
)
def test_a_bad_pattern_is_told_with_file_and_line(pattern: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "family.yaml"
    path.write_text(FAMILY.format(pattern=f'"{pattern}"'), encoding="utf-8")
    if pattern == "by | card":
        assert load_families(tmp_path)
        return

    with pytest.raises(DataFileError) as error:
        load_families(tmp_path)

    assert f"{path}:10: signals.ask_method.patterns.1: " in str(error.value)
    assert told in str(error.value)


def test_a_pattern_that_yaml_would_cut_short_is_told(tmp_path: Path) -> None:
    path = tmp_path / "family.yaml"
    path.write_text(FAMILY.format(pattern="pay #num now"), encoding="utf-8")

    with pytest.raises(DataFileError) as error:
        load_families(tmp_path)

    assert f"{path}:10: '#' begins a comment here - put the pattern in quotation marks" in str(
        error.value
    )


def test_an_unknown_field_of_a_family_is_told(tmp_path: Path) -> None:
    text = FAMILY.format(pattern="by card").replace("means", "meaning")
    (tmp_path / "family.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(DataFileError, match=r"signals\.ask_method\.meaning"):
        load_families(tmp_path)


def test_a_list_of_two_words_cannot_be_excluded() -> None:
    with pytest.raises(PatternError, match="single words"):
        parse_pattern("pay !@way", WordLists({"way": ["bank transfer"]}))


def test_no_shipped_word_is_read_as_another_word_than_its_author_wrote() -> None:
    assert shipped_reader().words_misread() == {}
