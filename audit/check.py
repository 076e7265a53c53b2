"""The audit itself: a frame of calls in, the same rows with what the rules say of them out."""

import json
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd
from pydantic import ValidationError

from audit.asked import Asked
from audit.frames import CALLS, frame_of, typed
from calls.turn import Transcript
from compliance_rules import Checker, CheckResult
from importers import Imported

AUDITED: Mapping[str, str] = {
    **{name: kind for name, kind in CALLS.items() if name != "transcript"},
    "channel": "str",
    "turns": "Int64",
    "done_right": "Int64",
    "findings": "str",
    "assumed": "str",
    "off": "str",
}
"""The columns of what comes out; `findings` is a JSON list, `assumed` and `off` are lines."""


def audit_frame(calls: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """Every call checked, in order; rows that hold no call pass through.

    This is the one way in which calls are audited: in this process, in others, or on a cluster.
    """
    checker = asked.checker
    rows = [_audited(row, checker, asked) for row in calls.to_dict("records")]
    return typed(rows, AUDITED).set_axis(calls.index)


def frame_of_checked(calls: Iterable[tuple[Imported, CheckResult]]) -> pd.DataFrame:
    """Calls that somebody has checked already, as an audit has them."""
    checked = list(calls)
    rows = frame_of(imported for imported, _ in checked).to_dict("records")
    told = (
        {**_kept(row), **_told(imported.call, result)}
        for row, (imported, result) in zip(rows, checked, strict=True)
    )
    return typed(list(told), AUDITED)


def _kept(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {name: row[name] for name in CALLS if name != "transcript"}


def _audited(row: Mapping[Hashable, Any], checker: Checker, asked: Asked) -> dict[str, Any]:
    kept = _kept(row)
    if pd.isna(row["transcript"]):
        return kept
    try:
        call = Transcript.model_validate_json(row["transcript"])
    except ValidationError as error:
        wrong = f"no transcript ({error.errors()[0]['msg']})"
        return {**kept, "where": row["file"], "wrong": wrong, "allowed": "a Transcript as JSON"}
    return {**kept, **_told(call, checker.check(call, asked.context, asked.assume))}


def _told(call: Transcript, result: CheckResult) -> dict[str, Any]:
    channels = dict.fromkeys(turn.channel.value for turn in call.turns)
    findings = [finding.model_dump(mode="json") for finding in result.findings]
    off = (f"{off.pack}, {off.title}: {off.why}" for off in result.packs_off)
    return {
        "channel": ", ".join(channels),
        "turns": result.turns,
        "done_right": len(result.met),
        "findings": json.dumps(findings, ensure_ascii=False),
        "assumed": "\n".join(result.assumed),
        "off": "\n".join(off),
    }
