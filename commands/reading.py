"""`read`: what every turn of a call says, as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from language.reading import MoneyMention, Reading, ScheduleMention


def json_line(call_id: str, readings: Sequence[Reading]) -> str:
    """A call as one JSON object: its turns with signals, money and schedule."""
    content = {"id": call_id, "turns": [_turn(reading) for reading in readings]}
    return json.dumps(content, ensure_ascii=False)


def _turn(reading: Reading) -> dict[str, Any]:
    return {
        "turn": reading.index,
        "speaker": reading.turn.speaker,
        "text": reading.turn.text,
        "signals": [
            {"name": s.name, "kind": s.kind, "start": s.start, "end": s.end, "text": s.text}
            for s in reading.signals
            if s.asserted
        ],
        "money": [_money(mention) for mention in reading.money],
        "schedule": [_schedule(mention) for mention in reading.schedules],
    }


def _money(mention: MoneyMention) -> dict[str, Any]:
    amount = mention.amount
    return {
        "amount": amount and amount.cents / 100,
        "currency": amount and amount.currency,
        "role": mention.role,
        **({} if mention.share is None else {"share": mention.share}),
    }


def _schedule(mention: ScheduleMention) -> dict[str, Any]:
    begins = mention.begins
    return {"every": mention.every, "count": mention.count, "start": begins and begins.isoformat()}
