"""What an audit came to as three tables: calls, findings, and what was refused."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import pandas as pd

from audit.frames import typed
from compliance_rules import Standing, Weight

_WHICH = {"file": "str", "line": "Int64", "call": "str"}
_WHO = {"collector": "str", "began_at": "str", "week": "str"}
CALL_TABLE: Mapping[str, str] = {
    **_WHICH,
    **_WHO,
    "channel": "str",
    "turns": "Int64",
    **{standing.value: "Int64" for standing in Standing},
    **{f"not_met_{weight.value}": "Int64" for weight in Weight},
    "done_right": "Int64",
    "assumed": "str",
    "off": "str",
}
FINDING_TABLE: Mapping[str, str] = {
    **_WHICH,
    **_WHO,
    "turn": "Int64",
    "start": "Int64",
    "end": "Int64",
    **dict.fromkeys(("standing", "weight", "rule", "also", "needs", "quote", "message"), "str"),
    **dict.fromkeys(("better", "citation", "basis"), "str"),
}
REFUSED_TABLE: Mapping[str, str] = {
    "file": "str",
    "line": "Int64",
    "where": "str",
    "reason": "str",
    "allowed": "str",
}


class Tables(NamedTuple):
    """A part of each table."""

    calls: pd.DataFrame
    findings: pd.DataFrame
    refused: pd.DataFrame


def tables(audited: pd.DataFrame) -> Tables:
    """The three tables of audited rows."""
    calls: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    for record in audited.to_dict("records"):
        row = {str(name): value for name, value in record.items()}
        if pd.isna(row["findings"]):
            refused.append({**row, "reason": row["wrong"]})
            continue
        about = {**row, "week": _week(row["began_at"])}
        found = json.loads(row["findings"])
        calls.append({**about, **_counts(found)})
        findings += ({**about, **finding} for finding in _flat(found))
    return Tables(
        typed(calls, CALL_TABLE), typed(findings, FINDING_TABLE), typed(refused, REFUSED_TABLE)
    )


def _counts(found: list[dict[str, Any]]) -> dict[str, int]:
    standings = [one["standing"] for one in found]
    not_met = [one["weight"] for one in found if one["standing"] == Standing.NOT_MET]
    return {
        **{standing.value: standings.count(standing) for standing in Standing},
        **{f"not_met_{weight.value}": not_met.count(weight) for weight in Weight},
    }


def _flat(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in found:
        also = ", ".join(other["rule"] for other in one["also"])
        yield {**one, "also": also, "needs": ", ".join(one["needs"])}


def _week(began_at: Any) -> str | None:
    """The week of the year by the recording's own clock."""
    if pd.isna(began_at):
        return None
    year, week, _ = datetime.fromisoformat(began_at).isocalendar()
    return f"{year}-W{week:02}"
