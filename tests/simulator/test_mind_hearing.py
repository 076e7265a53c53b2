"""What is heard in a turn: questions by what they ask, and offers completed."""

from datetime import date

import pytest

from calls.money import Every, Money, Offer, Schedule
from calls.turn import Speaker, Turn
from language.listening import Expecting
from language.reading import AmountRole
from language.shipped import read
from simulator.facts import Asked, Topic
from simulator.hearing import hear
from simulator.offers import Table, proposal_in
from tests.simulator.hand_reading import FIRST_PAYMENT, PAYDAY, TODAY, Line, line

_PAST_DUE = Money.of(1140)
_STANDING = Offer(
    by=Speaker.CONSUMER,
    amount=Money.of(50),
    schedule=Schedule(every=Every.TWO_WEEKS, start=FIRST_PAYMENT),
)


def _proposed(what: Line, standing: Offer | None = None) -> Offer | None:
    proposal = proposal_in(what.reading(0), Table(standing, _PAST_DUE, TODAY, PAYDAY))
    return proposal.offer if proposal else None


def test_a_question_is_about_its_own_sentence() -> None:
    heard = hear(line("closed_question", text="I saw the rent is due. Do you work?").reading(0))

    assert heard.asks(Asked(words=("work",)))
    assert not heard.asks(Asked(words=("rent",)))


def test_a_turn_without_marks_is_one_question() -> None:
    heard = hear(line("closed_question", text="so is the rent paid").reading(0))

    assert heard.asks(Asked(words=("rent",)))


def test_a_statement_asks_for_nothing() -> None:
    heard = hear(line("acknowledgement", text="That leaves the rent.").reading(0))

    assert not heard.asks(Asked(words=("rent",), topics=(Topic.COSTS,)))


def test_an_explanation_that_sounds_like_a_question_asks_for_nothing() -> None:
    what = line("explains_terms", "closed_question", text="if something happens we can work on it")

    assert not hear(what.reading(0)).asks(Asked(words=("work",)))


def test_i_understand_alone_takes_up_nothing() -> None:
    assert not hear(line("acknowledgement.formula").reading(0)).acknowledges
    assert hear(line("acknowledgement").reading(0)).acknowledges


def test_what_somebody_waits_for_is_heard_besides_what_is_read() -> None:
    what = line("greeting", text="Dana Wells.").reading(0)

    assert hear(what, Expecting(introduction=True)).names == {"greeting", "self_identification"}
    assert hear(what, Expecting()).names == {"greeting"}


def test_a_new_amount_keeps_the_rhythm_and_the_day_on_the_table() -> None:
    offer = _proposed(Line(("offer",), pay="40"), _STANDING)

    assert offer == _STANDING.model_copy(update={"by": Speaker.COLLECTOR, "amount": Money.of(40)})


def test_a_new_day_keeps_the_amount() -> None:
    offer = _proposed(Line(("offer",), start=date(2026, 4, 7)), _STANDING)

    assert offer is not None
    assert offer.amount == Money.of(50)
    assert offer.schedule.start == date(2026, 4, 7)


def test_a_new_rhythm_keeps_the_amount() -> None:
    offer = _proposed(Line(("offer",), every=Every.MONTH), _STANDING)

    assert offer is not None
    assert offer.schedule == Schedule(every=Every.MONTH, start=FIRST_PAYMENT)


def test_a_demand_without_a_number_means_all_of_it() -> None:
    proposal = proposal_in(line("demand_payment").reading(0), Table(None, _PAST_DUE, TODAY))

    assert proposal is not None
    assert proposal.whole
    assert proposal.offer.amount == _PAST_DUE


def test_asking_how_they_would_pay_demands_nothing() -> None:
    assert _proposed(line("demand_payment", "ask_method")) is None


def test_telling_what_is_owed_offers_nothing() -> None:
    told = Line(("debt_mention", "closed_question"), "you owe 1140", "1140")

    assert _proposed(told) is None


def test_an_income_that_is_named_is_no_offer() -> None:
    income = Line(("open_question",), "so 468 a week?", "468", role=AmountRole.INCOME)

    assert _proposed(income, _STANDING) is None


def test_of_two_amounts_the_lower_is_taken_on_its_own_day() -> None:
    said = "Could you do $40 on April 1 or $50 on April 15?"
    reading = read(Turn(speaker=Speaker.COLLECTOR, text=said), today=TODAY)

    proposal = proposal_in(reading, Table(None, _PAST_DUE, TODAY, PAYDAY))

    assert proposal is not None
    assert proposal.offer.amount == Money.of(40)
    assert proposal.offer.schedule.start == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Calm down or I will end this call.", False),
        ("If you keep swearing I'll have to end this call.", False),
        ("I'm ending this call. Goodbye.", True),
    ],
)
def test_an_end_that_is_only_warned_of_is_none(text: str, ends: bool) -> None:
    heard = hear(read(Turn(speaker=Speaker.COLLECTOR, text=text)))

    assert heard.has("goodbye") == ends
