"""Conversations of one attempt are read each by itself, whoever asks for the readings."""

from calls.context import CallContext
from calls.notation import parse_transcript
from calls.record import Contact, Record
from calls.turn import Transcript
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from scoring.contacts import read_and_checked, readings_of

ASKED = "collector: How much could you manage a month?"
ANSWERED = "consumer: Forty.\ncollector: Thank you."


def test_an_answer_is_no_answer_to_the_call_before() -> None:
    calls = [parse_transcript(text) for text in (ASKED, ANSWERED)]
    whole = Transcript(id="both", turns=tuple(turn for call in calls for turn in call.turns))
    contacts = tuple(Contact("", call, CallContext()) for call in calls)
    record, checker = Record(whole, contacts=contacts), shipped_checker()

    read = readings_of(record, checker)

    assert read == read_and_checked(record, checker, DEFAULT)[0]
    assert read != checker.reader.read_call(whole)
    assert [one.index for one in read] == [0, 1, 2]
