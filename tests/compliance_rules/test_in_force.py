"""The day of the call decides which laws hold."""

from datetime import UTC, datetime

import pytest

from calls.context import CallContext
from compliance_rules import Checker, CheckResult, Pack
from compliance_rules.pack import PackFile
from datafiles import DataFileError, load_text
from tests.compliance_rules.made import call, pack, rule

FORBID = "checks: [{kind: forbid, signals: [insult]}]"
HELD = """
id: made
title: A pack of a test
jurisdiction: any
version: "1"
status: stable
effective_from: 2026-01-01
sources: []
laws: {made: {title: A law of a test, effective_from: 2026-03-01, effective_until: 2026-09-30}}
"""


def about(text: str) -> PackFile:
    return load_text(text, PackFile, "pack.yaml")


def checked_on(day: datetime | None) -> CheckResult:
    held = Pack(about=about(HELD), rules=pack(rule(FORBID)).rules)
    return Checker([held]).check_readings(
        call("collector: insult"), CallContext(), transcript_id="call", began_at=day
    )


@pytest.mark.parametrize("day", [datetime(2026, 3, 1), datetime(2026, 9, 30, 23, tzinfo=UTC), None])  # noqa: DTZ001
def test_a_law_holds_on_its_days_and_where_no_day_is_known(day: datetime | None) -> None:
    result = checked_on(day)

    assert [finding.rule for finding in result.findings] == ["made.rule"]
    assert result.packs_off == ()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (datetime(2025, 12, 31, tzinfo=UTC), "2025-12-31, and it holds from 2026-01-01"),
        (datetime(2026, 2, 28, tzinfo=UTC), "2026-02-28, and it holds from 2026-03-01"),
        (datetime(2026, 10, 1, tzinfo=UTC), "2026-10-01, and it held until 2026-09-30"),
    ],
)
def test_a_law_is_off_on_other_days_and_says_so(day: datetime, why: str) -> None:
    result = checked_on(day)

    assert result.findings == ()
    assert [off.why for off in result.packs_off] == [f"the call was on {why}"]


def test_days_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(DataFileError, match=r"effective_until .* lies before effective_from"):
        about(HELD.replace("2026-09-30", "2026-02-01"))
