"""Calls that are handled well: nothing in them may be called not met."""

from pathlib import Path

import pytest

from calls.context import CallContext
from calls.notation import parse_transcript
from compliance_rules import Standing, shipped_checker
from datafiles import load_file

CALLS = sorted((Path(__file__).parent / "clean_calls").glob("*.txt"))


def test_there_are_at_least_twenty() -> None:
    assert len(CALLS) >= 20


@pytest.mark.parametrize("path", CALLS, ids=[path.stem for path in CALLS])
def test_a_call_that_is_handled_well_has_nothing_that_is_not_met(path: Path) -> None:
    facts = path.with_suffix(".yaml")
    context = load_file(facts, CallContext) if facts.exists() else CallContext()
    transcript = parse_transcript(path.read_text("utf-8"), id=path.stem)

    result = shipped_checker().check(transcript, context)

    assert [f for f in result.findings if f.standing is Standing.NOT_MET] == []
