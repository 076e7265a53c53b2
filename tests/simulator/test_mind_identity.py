"""Who is who: nobody gives a birth date to a stranger for nothing."""

from calls.moves import Act
from tests.simulator.hand_reading import (
    BIRTH_DATE,
    DEBT,
    HELLO,
    KIND,
    REASON,
    WHO,
    ana,
    answered,
    line,
    marcus,
)


def test_somebody_who_is_asked_for_by_name_asks_who_is_calling() -> None:
    played = answered(ana(), "ana").then(HELLO)

    assert Act.ASKS_WHO in played.last.acts


def test_the_name_of_the_caller_is_asked_for_again_when_it_does_not_come() -> None:
    played = answered(ana(), "ana").then(HELLO, HELLO)

    assert played.last.acts == (Act.ASKS_WHO,)
    assert any("did not say" in shift.because for shift in played.last.shifts)


def test_a_wary_person_asks_why_a_birth_date_is_needed() -> None:
    played = answered(ana(), "ana").then(HELLO, WHO, BIRTH_DATE)

    assert played.last.acts == (Act.ASKS_WHY_NEEDED,)


def test_a_reason_gets_the_birth_date_that_was_asked_for() -> None:
    played = answered(ana(), "ana").then(HELLO, WHO, BIRTH_DATE, REASON)

    assert played.last.acts == (Act.GIVES_IDENTIFIER,)
    assert played.last.facts == ("birth_date",)


def test_a_reason_in_the_same_breath_saves_the_question() -> None:
    asked = line("ask_identifier.birth_date", "gives_reason", "closed_question")

    played = answered(ana(), "ana").then(HELLO, WHO, asked)

    assert played.last.acts == (Act.GIVES_IDENTIFIER,)


def test_asking_again_without_a_reason_is_refused() -> None:
    played = answered(ana(), "ana").then(HELLO, WHO, BIRTH_DATE, BIRTH_DATE)

    assert played.last.acts == (Act.REFUSES_IDENTIFIER,)


def test_a_kind_word_after_a_refusal_still_opens_the_way() -> None:
    played = answered(ana(), "ana").then(HELLO, WHO, BIRTH_DATE, BIRTH_DATE, KIND)

    assert played.last.acts == (Act.GIVES_IDENTIFIER,)


def test_an_easy_going_person_gives_it_at_once() -> None:
    played = answered(marcus(), "marcus").then(HELLO, WHO, BIRTH_DATE)

    assert played.last.acts == (Act.GIVES_IDENTIFIER,)


def test_what_an_identifier_lets_out_counts_as_told() -> None:
    played = answered(marcus(), "marcus").then(HELLO, WHO, line("ask_identifier.address"))

    assert "moved" in played.call.revealed


def test_a_social_security_number_is_never_given() -> None:
    asked = line("ask_identifier.ssn", "gives_reason", "closed_question")

    played = answered(ana(), "ana").then(HELLO, WHO, asked, asked)

    assert played.last.acts == (Act.REFUSES_IDENTIFIER,)


def test_a_debt_named_to_nobody_in_particular_makes_suspicious() -> None:
    played = answered(ana(), "ana").then(DEBT)

    assert played.last.acts == (Act.ASKS_WHO,)
    assert any("before you knew who they are" in shift.because for shift in played.last.shifts)


def test_the_right_party_acknowledges_a_debt_once_they_are_known() -> None:
    played = answered(ana(), "ana").then(HELLO, WHO, BIRTH_DATE, REASON, DEBT)

    assert played.last.acts == (Act.ACKNOWLEDGES_DEBT,)
