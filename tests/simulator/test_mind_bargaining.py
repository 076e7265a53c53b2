"""Money talk: nothing beyond what they can keep, and exactly what was offered."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from calls.money import Every, Money
from calls.moves import Act
from calls.turn import Speaker
from simulator.memory import Kept
from tests.simulator.hand_reading import (
    FIRST_PAYMENT,
    KIND,
    PAYDAY,
    TODAY,
    WHAT_HAPPENED,
    Line,
    Played,
    answered,
    line,
    marcus,
    offer,
    verified_ana,
)

_TWO = Every.TWO_WEEKS
_HOW_MUCH = line("ask_amount", "open_question", text="what could you manage")
_SORRY_OFFER = Line(("apology", "offer"), "", "30", _TWO, FIRST_PAYMENT)
_TERMS = line("explains_terms", text="call me before it's due and we move it")


def _trusting() -> Played:
    return verified_ana().then(WHAT_HAPPENED, KIND)


def _recap(pay: str, every: Every | None = _TWO, start: date | None = FIRST_PAYMENT) -> Line:
    return Line(("recap", "closed_question"), "so that is it", pay, every, start)


def test_asked_what_they_can_manage_they_name_what_they_would_like_to_pay() -> None:
    played = _trusting().then(_HOW_MUCH)

    assert played.last.acts == (Act.OFFERS_PAYMENT,)
    assert played.last.counter is not None
    assert played.last.counter.amount == Money.of(50)
    assert played.last.facts == ("afraid_to_promise",)


def test_a_low_offer_is_taken_as_it_is() -> None:
    played = _trusting().then(offer("30", _TWO))

    assert played.last.acts == (Act.ACCEPTS,)
    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(30)
    assert played.call.accepted.schedule.start == FIRST_PAYMENT


def test_a_tight_offer_is_tested_before_it_is_accepted() -> None:
    played = _trusting().then(offer("85", _TWO))

    assert played.last.acts == (Act.HESITATES, Act.ASKS_TERMS)
    assert played.last.facts == ("one_late",)
    assert played.call.accepted is None


def test_an_answer_to_the_test_gets_the_agreement() -> None:
    played = _trusting().then(offer("85", _TWO), _TERMS)

    assert played.last.acts == (Act.ACCEPTS,)
    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(85)


def test_passing_over_the_test_is_asked_about_again() -> None:
    played = _trusting().then(offer("85", _TWO), line("small_talk"))

    assert played.last.acts == (Act.ASKS_TERMS,)
    assert played.call.accepted is None


def test_terms_named_with_the_offer_save_the_test() -> None:
    signals = ("offer", "explains_terms")
    both = Line(signals, "we can move it once no fee", "85", _TWO, FIRST_PAYMENT)

    played = _trusting().then(both)

    assert played.last.acts == (Act.ACCEPTS,)


def test_more_than_they_can_keep_is_refused_with_a_number_of_their_own() -> None:
    played = _trusting().then(offer("200", _TWO))

    assert played.last.acts == (Act.REFUSES, Act.COUNTERS)
    assert played.last.counter is not None
    assert played.last.counter.by is Speaker.CONSUMER
    assert played.last.counter.amount == Money.of(50)


def test_concessions_shrink_and_stop_below_the_most() -> None:
    played = _trusting().then(*[offer(str(pay), _TWO) for pay in (200, 180, 160, 140, 120, 100)])

    named = [move.counter.amount.cents for move in played.moves if move.counter]
    steps = [b - a for a, b in pairwise(named)]
    assert named == sorted(named)
    assert steps == sorted(steps, reverse=True)
    assert max(named) <= 8500


def test_who_does_not_move_gets_no_concession() -> None:
    played = _trusting().then(*[offer("200", _TWO)] * 2)

    assert played.last.acts == (Act.REFUSES,)


def test_a_first_day_before_the_money_comes_is_moved() -> None:
    played = _trusting().then(offer("50", _TWO, date(2026, 3, 13)))

    assert played.last.counter is not None
    assert played.last.counter.amount == Money.of(50)
    assert played.last.counter.schedule.start == FIRST_PAYMENT


def test_an_offer_without_a_first_day_is_asked_from_when() -> None:
    played = _trusting().then(offer("50", _TWO, None))

    assert played.last.acts == (Act.ASKS_TERMS,)
    assert "from_when" in played.last.remember


def test_the_day_alone_then_completes_it() -> None:
    day = Line(("offer",), "from the twenty fourth", start=FIRST_PAYMENT)

    played = _trusting().then(offer("50", _TWO, None), day)

    assert played.call.accepted is not None
    assert played.call.accepted.schedule.start == FIRST_PAYMENT
    assert played.call.accepted.schedule.every is _TWO


def test_an_amount_without_a_rhythm_is_asked_back() -> None:
    played = _trusting().then(offer("50", None, None))

    assert played.last.acts == (Act.ASKS_BACK,)
    assert "how_often" in played.last.remember


def test_the_rhythm_alone_then_completes_it() -> None:
    rhythm = Line(("offer",), "every two weeks", every=_TWO, start=FIRST_PAYMENT)

    played = _trusting().then(offer("50", None, None), rhythm)

    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(50)


def test_an_amount_alone_changes_the_offer_on_the_table() -> None:
    forty = Line(("offer",), "and if we made it forty", pay="40")

    played = _trusting().then(offer("85", _TWO), forty)

    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(40)
    assert played.call.accepted.schedule.every is _TWO


def test_a_recap_with_the_right_numbers_is_confirmed() -> None:
    played = _trusting().then(offer("30", _TWO), _recap("30"))

    assert played.last.acts == (Act.CONFIRMS_RECAP,)


def test_a_recap_with_a_wrong_number_is_corrected() -> None:
    played = _trusting().then(offer("30", _TWO), _recap("35"))

    assert played.last.acts == (Act.CORRECTS_RECAP,)
    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(30)


def test_a_recap_with_a_wrong_rhythm_is_corrected() -> None:
    played = _trusting().then(offer("30", _TWO), _recap("30", Every.WEEK))

    assert played.last.acts == (Act.CORRECTS_RECAP,)


def test_what_is_sent_in_writing_is_wished_by_email() -> None:
    writing = Line(("recap", "closed_question"), "i'll send that in writing", "30", _TWO)

    played = _trusting().then(offer("30", _TWO), writing)

    assert "by_email" in played.last.facts


def test_asking_for_more_after_the_agreement_is_held_against_them() -> None:
    before = _trusting().then(offer("30", _TWO))

    after = before.then(offer("100", _TWO))

    assert after.last.acts == (Act.CORRECTS_RECAP,)
    assert after.mood.trust < before.mood.trust


def test_less_after_the_agreement_is_welcome() -> None:
    played = _trusting().then(offer("85", _TWO), _TERMS, offer("60", _TWO))

    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(60)


def test_their_own_number_taken_up_is_agreed() -> None:
    played = _trusting().then(_HOW_MUCH, line("accept"))

    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of(50)


def test_all_of_it_today_is_refused_by_somebody_who_has_it_on_payday() -> None:
    today = Line(("demand_payment",), "today", start=TODAY)

    played = _known_marcus().then(today)

    assert played.last.counter is not None
    assert played.last.counter.schedule.start == PAYDAY


def test_all_of_it_on_payday_is_accepted() -> None:
    played = _known_marcus().then(Line(("offer",), "", "186.40", None, PAYDAY))

    assert played.call.accepted is not None
    assert played.call.accepted.amount == Money.of("186.40")


def test_asked_when_they_will_pay_all_of_it_they_promise_nothing_they_have_not() -> None:
    today = Line(("demand_payment",), "today", "1140", start=TODAY)

    played = _trusting().then(today, line("ask_commitment_date", "closed_question"))

    assert played.last.counter is None


def test_asked_when_to_begin_they_name_the_day_their_money_comes() -> None:
    played = _trusting().then(offer("50", _TWO, None), line("ask_commitment_date"))

    assert played.last.counter is not None
    assert played.last.counter.schedule.start == FIRST_PAYMENT


def test_pushed_higher_without_a_number_they_stay_where_they_are() -> None:
    higher = line("counter_offer", "closed_question")

    played = _trusting().then(_HOW_MUCH, line("pressure"), higher)

    assert played.last.acts == (Act.REFUSES,)
    assert "nothing_more" in played.last.remember


def test_asked_higher_by_somebody_they_trust_they_go_one_step() -> None:
    higher = line("counter_offer", "acknowledgement", "closed_question")

    played = _trusting().then(_HOW_MUCH, KIND, higher)

    assert played.last.counter is not None
    assert Money.of(50) != played.last.counter.amount


def test_an_easy_offer_from_somebody_not_trusted_is_taken_on_a_condition() -> None:
    played = verified_ana().then(line("pressure"), offer("30", _TWO))

    assert played.last.acts == (Act.ACCEPTS, Act.STATES_CONDITION)


def test_a_broken_trust_agrees_to_nothing() -> None:
    played = verified_ana().then(line("threat.arrest"), line("insult"), _SORRY_OFFER)

    assert played.call.accepted is None


def _known_marcus() -> Played:
    return answered(marcus(), "marcus").then(
        line("greeting", "ask_right_party", "self_identification"),
        line("ask_identifier.birth_date"),
        line("debt_mention"),
    )


def test_another_day_that_suits_is_agreed_to_rather_than_confirmed() -> None:
    later = FIRST_PAYMENT + timedelta(days=5)
    corrected = line("offer", text="sorry, I meant the 29th", start=later)

    played = verified_ana().then(WHAT_HAPPENED, KIND, offer("30", Every.TWO_WEEKS), corrected)

    assert played.last.acts == (Act.ACCEPTS,)
    assert played.call.accepted is not None
    assert played.call.accepted.schedule.start == later


def test_one_of_two_things_is_chosen_with_its_terms() -> None:
    either = replace(offer("30", Every.TWO_WEEKS), text="thirty every two weeks or all at once?")

    played = verified_ana().then(WHAT_HAPPENED, KIND, either)

    assert played.last.acts == (Act.ACCEPTS,)
    assert Kept.A_CHOICE in played.last.remember
