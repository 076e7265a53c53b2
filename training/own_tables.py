"""One's own data as tables, for spreadsheets: what is nested in the JSON is a row of its own."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Row = dict[str, Any]

README = """\
Right Party: what is kept of one person, as tables. {format}, version {version}, made {made_at}.

One file a table, UTF-8, the first line names the columns; moments and days are ISO 8601. The column
`attempt` is the id in attempts.csv; `turn` and `event` count as on the pages, from 1.

attempts.csv      each attempt with its wrap-up; branch_of names the attempt that it leaves
events.csv        everything that happened, in order: said, replied, looked up, noted, agreed, ended
unsent.csv        what you typed in messages and did not send
scores.csv        marks of each review: dimensions, and the parts that a dimension is made of
findings.csv      where a rule was not met, or depends on facts, or a reminder stands
verdicts.csv      what people ruled on marks
disputes.csv      what you said of marks, and the answers
remarks.csv       comments at turns, counted from 0, and coaching notes with what they gave to drill
ratings.csv       levels that raters gave, criterion by criterion
drill_answers.csv what you answered in drills
cohorts.csv       cohorts that you are or were in
assignments.csv   calls that were given to you
switched_off.csv  what you switched off on the pages
account.csv       your account: its name, its roles, since when
claims.csv        practice from before accounts that you asked for, and what became of it
who_looked.csv    who read or changed what of yours, and when
judgements.csv    what you wrote as a judge of others: sheets in JSON, verdicts, answers, decisions,
                  comments and coaching notes; what you took back says when
deleted.csv       practice that you deleted: that it was, and nothing of what was said

own-data.json, which can be taken along beside this, holds the same in one file.
"""


def tables(data: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of each table by its name; a table may be empty."""
    attempts = data["attempts"]
    return {
        "attempts": [_attempt(one) for one in attempts],
        "events": [row for one in attempts for row in _events(one)],
        "unsent": [
            {"attempt": one["id"], "field": field, "words": words}
            for one in attempts
            for field, words in one["unsent"].items()
        ],
        "scores": [row for one in attempts for row in _scores(one)],
        "findings": [row for one in attempts for row in _findings(one)],
        "verdicts": [
            {"attempt": one["id"], **_flat(row)} for one in attempts for row in one["verdicts"]
        ],
        "disputes": [
            {"attempt": one["id"], **_disputed(row)} for one in attempts for row in one["disputes"]
        ],
        "remarks": [_flat(row) for one in attempts for row in one["remarks"]],
        "ratings": [row for one in attempts for row in _ratings(one)],
        "drill_answers": list(map(_flat, data["drill_answers"])),
        "cohorts": list(map(_flat, data["cohorts"])),
        "assignments": list(map(_flat, data["assignments"])),
        "switched_off": [{"what": name} for name in data["switched_off"]],
        "account": [_account(data["account"])] if data["account"] else [],
        "claims": list(map(_flat, data["claims"])),
        "who_looked": list(data["who_looked"]),
        "judgements": list(_judgements(data["judgements"])),
        "deleted": list(data["deleted_attempts"]),
    }


def _flat(row: Mapping[str, Any]) -> Row:
    """What is nested as columns of its own, after the name of what it is within."""
    found: Row = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            found |= {f"{name}_{within}": one for within, one in _flat(value).items()}
        else:
            found[name] = value
    return found


def _disputed(row: Mapping[str, Any]) -> Row:
    return {**row, "added": " | ".join(one["text"] for one in row["added"])}


def _account(account: Mapping[str, Any]) -> Row:
    return {**account, "roles": " ".join(account["roles"])}


def _judgements(given: Mapping[str, Any]) -> Iterator[Row]:
    for kind, rows in given.items():
        for row in rows:
            of = row.get("attempt_id") or row.get("candidacy_id")
            said = {n: value for n, value in row.items() if n not in ("attempt_id", "at")}
            yield {"kind": kind, "of": of, "at": row["at"], "said": json.dumps(said)}


_COLUMNS = (
    *("id", "scenario", "title", "form", "purpose", "started_at", "handed_in", "seen_before"),
    *("branch_of", "branch_after_event"),
)


def _attempt(attempt: Mapping[str, Any]) -> Row:
    left = attempt["wrap_up"]
    latest = attempt["reviews"][-1] if attempt["reviews"] else {}
    return {
        **{name: attempt[name] for name in _COLUMNS},
        "disposition": left["disposition"],
        "flags": " ".join(left["flags"]),
        "follow_up": left["follow_up"],
        "instalments": len((left["arrangement"] or {}).get("instalments", ())),
        "note": left["note"],
        "grade": latest.get("grade", {}).get("value"),
        "passed": latest.get("passed"),
    }


def _events(attempt: Mapping[str, Any]) -> Iterator[Row]:
    """What every kind has in columns; of the rest what is said, the others in the JSON."""
    for event in attempt["events"]:
        told = ("text", "item", "flag", "note", "disposition", "to", "reason", "decision")
        yield {
            "attempt": attempt["id"],
            "event": event["seq"],
            "at": event["at"],
            "kind": event["kind"],
            "what": next((event[name] for name in told if event.get(name)), None),
        }


def _scores(attempt: Mapping[str, Any]) -> Iterator[Row]:
    for review in attempt["reviews"]:
        for score in review.get("scores", ()):
            of = {"attempt": attempt["id"], "reviewed_at": review["made_at"]}
            of |= {"dimension": score["dimension"]}
            yield of | {"part": None, "mark": score["value"], "reason": score.get("reason")}
            for part in score.get("marks", ()):
                yield of | {"part": part["name"], "mark": part["value"], "reason": part["reason"]}


def _findings(attempt: Mapping[str, Any]) -> Iterator[Row]:
    for review in attempt["reviews"]:
        for one in review["findings"]:
            yield {
                "attempt": attempt["id"],
                "reviewed_at": review["made_at"],
                **{name: one[name] for name in ("rule", "standing", "weight", "citation")},
                "turn": None if one["turn"] is None else one["turn"] + 1,
                "quote": one["quote"],
                "message": one["message"],
            }


def _ratings(attempt: Mapping[str, Any]) -> Iterator[Row]:
    for sheet in attempt["ratings"]:
        for name, one in sheet["levels"].items():
            of = {"attempt": attempt["id"], "rater": sheet["rater"], "criterion": name}
            yield of | {"level": one["level"], "evidence": one["evidence"]}
