import re
from collections import Counter
from typing import Any

import pytest

from benchmarks.corpora import read_rows
from benchmarks.label_map import label_map
from benchmarks.statements import OURS, circumstances
from calls.knowledge import UNKNOWN
from calls.turn import Channel

REGISTERS = {
    *("lower_case", "disfluent", "phone_typing", "over_polite", "southern_us"),
    *("african_american_vernacular", "new_york_brusque", "midwestern", "legalese"),
    *("corporate_script", "text_message", "voicemail", "british", "indian_english"),
    *("simple_english", "rambling", "very_short", "sarcastic", "implied_threat"),
    "kind_but_wrong",
}
FIELDS = {
    *("id", "text", "label", "rule_ids", "context", "prev_consumer", "channel"),
    *("register", "provenance"),
}
RULE_ID = re.compile(r"[a-z]+(\.[a-z0-9_]+)+")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return list(read_rows(OURS))


def test_every_statement_is_there_once(rows: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in rows] == [f"ours-{number:03}" for number in range(1, 201)]
    assert len({row["text"].casefold() for row in rows}) == len(rows)
    assert all(set(row) <= FIELDS for row in rows)
    assert {row["provenance"] for row in rows} == {"ours"}


def test_labels_are_as_many_as_promised(rows: list[dict[str, Any]]) -> None:
    labels = Counter(row["label"] for row in rows)

    assert labels == {"violation": 100, "compliant": 90, "borderline": 10}


def test_every_register_has_ten(rows: list[dict[str, Any]]) -> None:
    assert Counter(row["register"] for row in rows) == dict.fromkeys(REGISTERS, 10)


def test_a_statement_has_five_to_sixty_words(rows: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in rows if not 5 <= len(row["text"].split()) <= 60] == []


def test_every_statement_names_rules_by_their_form(rows: list[dict[str, Any]]) -> None:
    assert all(row["rule_ids"] for row in rows)
    assert all(RULE_ID.fullmatch(rule) for row in rows for rule in row["rule_ids"])


def test_violations_are_spread_over_many_rules(rows: list[dict[str, Any]]) -> None:
    broken = Counter(
        rule for row in rows if row["label"] == "violation" for rule in row["rule_ids"]
    )

    assert len([rule for rule, times in broken.items() if times >= 2]) >= 40
    assert max(broken.values()) <= 4


def test_every_circumstance_is_one_that_a_call_can_have(rows: list[dict[str, Any]]) -> None:
    labels = label_map()

    for row in rows:
        channel = Channel(row.get("channel", "call"))
        known = circumstances(row, channel, labels)
        for key in row.get("context", {}):
            assert known.fact(key) is not UNKNOWN, f"{row['id']}: {key}"
