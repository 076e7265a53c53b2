"""What the collector does with a proposal, and what an answer tells, hangs on what was said."""

import pytest

from calls.turn import Speaker, Turn
from language import Reading, shipped_reader


def _answer(consumer: str, collector: str) -> Reading:
    reader = shipped_reader()
    before = reader.read(Turn(speaker=Speaker.CONSUMER, text=consumer))
    return reader.read(Turn(speaker=Speaker.COLLECTOR, text=collector), 1, before)


@pytest.mark.parametrize(
    ("consumer", "collector", "name"),
    [
        ("Could I start in August?", "August will be fine.", "accept"),
        ("I could do forty on Friday.", "Forty on Friday it is.", "accept"),
        ("Could you wait till Christmas?", "Christmas is too far out.", "refuse"),
        ("Let me pay five a month.", "Nah, that isn't going anywhere.", "refuse"),
        ("Fifty a month.", "Sixty would be better.", "counter_offer"),
        ("I want till the end of August.", "Could it be the tenth instead?", "counter_offer"),
        ("I'll pay sixty.", "Thursday or Friday, you reckon?", "ask_commitment_date"),
        ("I can do eighty.", "Starting from?", "ask_commitment_date"),
        ("I can't do all of that.", "How much, then?", "ask_amount"),
        ("Yes.", "Great, so ninety on the fifth, both months.", "recap"),
        ("What rate is it?", "Nine point four percent.", "account_detail"),
        ("When did I last pay?", "It was June, I see.", "account_detail"),
        (
            "What does pending mean?",
            "It means the bank has it and has not answered so far.",
            "explains_terms",
        ),
    ],
)
def test_an_answer_means_what_it_does_with_what_was_said(
    consumer: str, collector: str, name: str
) -> None:
    assert _answer(consumer, collector).has(name)


@pytest.mark.parametrize(
    ("consumer", "collector", "name"),
    [
        ("Would you take two hundred?", "Let me run that by my manager, okay?", "accept"),
        ("Don't call me at work again.", "That's fine, I've taken it off.", "accept"),
        ("I can do fifty on Friday.", "Fifty on Friday, perfect.", "counter_offer"),
        ("January third, seventy-six.", "How are you doing today?", "counter_offer"),
        ("I lost my job in May.", "I'm sorry, that isn't easy.", "refuse"),
        ("What does he owe?", "I have nothing I can share, sorry.", "account_detail"),
        ("Does he owe somebody?", "Is he still out on Route 9?", "account_detail"),
        ("How much is it?", "Your balance is $640, due in May.", "recap"),
        (
            "Nothing has started yet. Twelve days, they told me.",
            "So nothing is coming in until about the eighth. What has to be paid first then?",
            "counter_offer",
        ),
    ],
)
def test_without_a_proposal_the_same_words_are_no_answer_to_one(
    consumer: str, collector: str, name: str
) -> None:
    assert not _answer(consumer, collector).has(name)
