"""A question for the amount is answered by an amount, or by what has to be known first."""

import pytest

from calls.context import CallContext
from calls.notation import parse_transcript
from calls.record import Record
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.heard import Exchange, exchanges


def answer(asked: str, reply: str) -> Exchange:
    """What our reply made of what they asked."""
    call = f"collector: Good morning.\nconsumer: {asked}\ncollector: {reply}"
    record, checker = Record(parse_transcript(call), CallContext()), shipped_checker()
    readings, check = read_and_checked(record, checker, DEFAULT)
    return exchanges(Case(record, readings, check, None, checker))[0]


@pytest.mark.parametrize(
    "reply",
    [
        "The balance is $412.80 as of today.",
        "I can tell you once I have your date of birth, please.",
    ],
)
def test_an_amount_or_what_comes_before_it_answers_how_much(reply: str) -> None:
    assert answer("Seriously? How much do I owe?", reply).answered == 1


@pytest.mark.parametrize(
    "reply",
    [
        "Payment plan, hardship program, settlement, dispute, your rights.",
        "We have options. This is an attempt to collect a debt.",
    ],
)
def test_options_without_an_amount_do_not_answer_how_much(reply: str) -> None:
    assert (answer("Seriously? How much do I owe?", reply).answered or 0) < 0.5


def test_a_recap_that_sums_nothing_up_takes_nothing_up() -> None:
    told = "My mother is in hospital and I sleep on her couch."

    assert answer(told, "So just to recap, I understand.").taken_up == 0
    assert answer(told, "So to recap, your mother is in hospital.").taken_up == 1
