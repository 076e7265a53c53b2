"""A question is known by its form, whatever its words are."""

import pytest

from calls.turn import Speaker, Turn
from language.reading import Reading
from language.shipped import read


def _said(text: str) -> Reading:
    return read(Turn(speaker=Speaker.COLLECTOR, text=text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("And the roof, mended by now?", "closed_question"),
        ("So what tends to eat it all up?", "open_question"),
        ("I was wondering how the months have gone for you.", "open_question"),
        ("Any extra shifts in sight?", "closed_question"),
        ("How will the fifty find its way, by wire?", "ask_method"),
        ("What will you be using for it?", "ask_method"),
        ("What size of payment feels within reach?", "ask_amount"),
        ("Of that bonus, how many dollars could go on this?", "ask_amount"),
        ("When would the money be on its way to us?", "ask_commitment_date"),
        ("Once the benefits start, when could you pay?", "ask_commitment_date"),
        ("whats missing to get it booked then", "open_question"),
    ],
)
def test_a_question_is_what_it_asks_for(text: str, name: str) -> None:
    assert _said(text).has(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello?", "closed_question"),
        ("When did you move there?", "ask_commitment_date"),
        ("When will he be back from work?", "ask_commitment_date"),
        ("When do the benefits start?", "ask_commitment_date"),
        ("And when do they start?", "ask_commitment_date"),
        ("What amount is in dispute?", "ask_amount"),
        ("Did you pay the last one by card?", "ask_method"),
        ("Should the letter come by mail or online?", "ask_method"),
        ("How much do you owe them?", "ask_amount"),
        ("You can pay by card or at the counter.", "ask_method"),
        ("Let me see what happened there.", "open_question"),
        ("Does your letter show the last payment?", "account_detail"),
        ("No, you don't owe us a thing.", "debt_mention"),
        ("So you think sixty works for you.", "accept"),
    ],
)
def test_what_looks_alike_asks_for_nothing_of_the_kind(text: str, name: str) -> None:
    assert not _said(text).has(name)
