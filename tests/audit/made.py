"""Calls that are made up for an audit, the same ones each time."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

OPENINGS = (
    "Hello, this is Dana with Harbor Recovery. May I speak with Ana Reyes, please?",
    "Good morning, I'm looking for Ana Reyes. This call is recorded.",
)
COLLECTORS_SAY = (
    "If you do not pay by Friday you will be arrested.",
    "This is an attempt to collect a debt, and anything you tell us will be used for that.",
    "You owe eleven hundred and forty dollars. When can you pay?",
    "Could you manage forty dollars a month, from the {n}th?",
    "I hear you. What changed since {n} weeks ago?",
    "You are a damn liar, and I will call your boss.",
    "Can you confirm your date of birth, please?",
)
CONSUMERS_SAY = (
    "I lost my job {n} weeks ago.",
    "Stop calling me.",
    "I dispute this debt; send me something in writing.",
    "I could do ${n} on the first.",
    "Yes, March fourth, eighty-eight.",
    "Who is this?",
)
COLLECTORS = ("Dana W.", "Bo", None)


def call(number: int, turns: int = 12) -> dict[str, object]:
    """One call as other programs write it."""
    chance = Random(number)
    said: list[dict[str, str]] = [{"speaker": "agent", "text": chance.choice(OPENINGS)}]
    for nth in range(1, turns):
        speaker, lines = ("agent", COLLECTORS_SAY) if nth % 2 == 0 else ("customer", CONSUMERS_SAY)
        text = chance.choice(lines).format(n=chance.randrange(2, 28))
        said.append({"speaker": speaker, "text": text})
    began = datetime(2026, 1, 5, 9, tzinfo=UTC) + timedelta(hours=7 * number)
    return {
        "id": f"call-{number}",
        "collector": COLLECTORS[number % 3],
        "began_at": began.isoformat(),
        "turns": said,
    }


def write_calls(path: Path, count: int, turns: int = 12) -> Path:
    """So many calls as JSONL; every fiftieth line is no call."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            bad = number % 50 == 49
            file.write('{"turns": 3}\n' if bad else f"{json.dumps(call(number, turns))}\n")
    return path
