"""How calls about a debt are counted within seven days, which summaries of the law get wrong."""

from typing import Any

import pytest

from compliance_rules import shipped_checker
from tests.compliance_rules.shipped import findings

CALLS = "fdcpa.harassment.frequency_7in7"
PAUSE = "fdcpa.harassment.call_after_conversation"
RING = "began_at: 2026-06-12T10:00:00-05:00\ncollector: Good morning, may I speak with Ida Novak?"


def logged(*entries: dict[str, Any]) -> dict[str, Any]:
    """What is known of an outbound call about debt D1, after these entries on the days before."""
    log = [
        {"at": f"2026-06-{11 - day % 5:02}T{9 + day // 5:02}:00:00-05:00", "debt_id": "D1", **entry}
        for day, entry in enumerate(entries)
    ]
    return {"direction": "outbound", "prior_consent": False, "debt_id": "D1", "contact_log": log}


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        ({"result": "no_answer"}, 1),
        ({"result": "voicemail", "channel": "voicemail"}, 1),
        ({"result": "no_answer", "address": "800-555-0142"}, 1),
        ({"result": "no_answer", "debt_id": "D2"}, 0),
        ({"result": "sent", "channel": "sms"}, 0),
        ({"result": "conversation", "direction": "inbound"}, 0),
    ],
)
def test_seven_calls_count_for_a_person_and_a_debt_voicemails_among_them(
    entry: dict[str, Any], count: int
) -> None:
    assert len(findings(RING, CALLS, **logged(*[entry] * 7))) == count


def test_seven_in_seven_is_a_presumption_and_says_so() -> None:
    (rule,) = (rule for rule in shipped_checker().rules if rule.id == CALLS)

    (finding,) = findings(RING, CALLS, **logged(*[{"result": "no_answer"}] * 7))

    assert "presum" in finding.message
    assert "presum" in rule.asks


@pytest.mark.parametrize(("result", "count"), [("conversation", 1), ("voicemail", 0)])
def test_only_a_conversation_starts_the_pause_of_seven_days(result: str, count: int) -> None:
    assert len(findings(RING, PAUSE, **logged({"result": result}))) == count
