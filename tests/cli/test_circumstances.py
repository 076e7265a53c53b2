"""Circumstances as people write them in a file."""

from pathlib import Path

import pytest

from calls.context import CallContext
from commands.circumstances import load_context
from datafiles import DataFileError


def test_without_a_file_nothing_is_known() -> None:
    assert load_context(None) == CallContext()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stat: TX", r"c\.yaml:1: stat: Extra inputs .* got 'TX' - one of state, account_record, "),
        ("state: Texas", r"c\.yaml:1: state\S*: .*pattern.* got 'Texas'"),
        ("flags.payd: true", r"c\.yaml:1: flags\.payd: Extra inputs .* got True - one of "),
        ("flags: {payd: true}", r"c\.yaml:1: flags\.payd: Extra inputs .* - one of paid, "),
        ("[]", r"c\.yaml:1: file: "),
    ],
)
def test_what_is_no_circumstance_is_explained(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(text)

    with pytest.raises(DataFileError, match=message):
        load_context(file)
