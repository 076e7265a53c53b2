"""By which way a payment comes: the one that a turn names."""

from __future__ import annotations

import pytest

from calls.turn import Speaker, Turn
from language.shipped import shipped_reader


def method(text: str, speaker: Speaker = Speaker.CONSUMER) -> str | None:
    return shipped_reader().read(Turn(speaker=speaker, text=text)).method


@pytest.mark.parametrize("speaker", [Speaker.COLLECTOR, Speaker.CONSUMER])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("So that's $85 every two weeks starting on the 24th, by card.", "card"),
        ("eighty-five dollars every two weeks by card on the portal", "card"),
        ("yeah debits fine, debit card", "card"),
        ("it would come from the checking account", "bank_transfer"),
        ("the routing number is on the bottom", "bank_transfer"),
        ("someone will mail us a check", "check"),
        ("shall we collect it by Direct Debit on the sixth", "direct_debit"),
        ("pay it online", "online"),
        ("pay that on your website", "online"),
    ],
)
def test_a_way_of_paying_is_told_whoever_names_it(text: str, kind: str, speaker: Speaker) -> None:
    assert method(text, speaker) == kind


@pytest.mark.parametrize(
    "text",
    [
        "It's about your Fennimore store card, which is $186.40 past due.",
        "let me check my bank account first",
        "not by check please",
        "I saw it online.",
        "the checking is overdrawn",
        "your Direct Debit for $59 was returned on the third",
    ],
)
def test_a_card_a_check_or_an_account_alone_is_no_way_of_paying(text: str) -> None:
    assert method(text) is None


def test_several_ways_to_choose_from_are_none_of_them() -> None:
    assert method("Would you like to pay by debit card or by check?", Speaker.COLLECTOR) is None
