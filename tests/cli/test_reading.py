import json
from datetime import date

from calls.money import Every, Money
from calls.turn import Speaker, Turn
from commands.reading import json_line
from language.reading import AmountRole, MoneyMention, Reading, ScheduleMention, Signal


def test_a_reading_is_told_in_the_agreed_fields() -> None:
    text = "Could you do $85.50 every two weeks, half of it by card?"
    reading = Reading(
        turn=Turn(speaker=Speaker.COLLECTOR, text=text),
        index=0,
        words=11,
        signals=(
            Signal("offer", "", 0, 0, 35, text[:35]),
            Signal("threat", "arrest", 0, 0, 5, text[:5], negated=True),
        ),
        money=(
            MoneyMention(Money.of("85.50"), AmountRole.PAYMENT, 13, 19, "$85.50"),
            MoneyMention(None, AmountRole.PAYMENT, 37, 47, "half of it", share=0.5),
        ),
        schedules=(
            ScheduleMention(Every.TWO_WEEKS, None, date(2026, 3, 20), 20, 35, "every two weeks"),
        ),
    )

    content = json.loads(json_line("c1", [reading]))

    assert content == {
        "id": "c1",
        "turns": [
            {
                "turn": 0,
                "speaker": "collector",
                "text": text,
                "signals": [
                    {"name": "offer", "kind": "", "start": 0, "end": 35, "text": text[:35]}
                ],
                "money": [
                    {"amount": 85.5, "currency": "USD", "role": "payment"},
                    {"amount": None, "currency": None, "role": "payment", "share": 0.5},
                ],
                "schedule": [{"every": "two_weeks", "count": None, "start": "2026-03-20"}],
            }
        ],
    }
