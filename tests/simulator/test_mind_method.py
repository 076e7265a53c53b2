"""How it is paid: as they say when they are asked, or as they agree to it."""

from calls.money import Every
from calls.moves import Act
from calls.turn import Speaker, Turn
from language.shipped import shipped_reader
from tests.simulator.hand_reading import (
    FIRST_PAYMENT,
    KIND,
    WHAT_HAPPENED,
    Line,
    Played,
    line,
    offer,
    shipped,
    verified_ana,
)

_TWO = Every.TWO_WEEKS
_HOW = line("ask_method", "open_question", text="how would you like to pay")
_LOW = offer("30", _TWO)


def _offer_by(kind: str) -> Line:
    return Line(("offer", f"payment_method.{kind}"), "", "30", _TWO, FIRST_PAYMENT)


def _recap(*signals: str, pay: str | None = "30") -> Line:
    return Line(("recap", *signals), "so that is it", pay, _TWO if pay else None)


def _trusting() -> Played:
    return verified_ana().then(WHAT_HAPPENED, KIND)


def _method(played: Played) -> str | None:
    assert played.call.accepted is not None
    return played.call.accepted.method


def test_nobody_has_said_how_it_is_paid_until_somebody_does() -> None:
    assert _method(_trusting().then(_LOW)) is None


def test_asked_after_they_agreed_they_say_how_and_it_is_agreed_with_the_rest() -> None:
    before = _trusting().then(_LOW)

    after = before.then(_HOW)

    assert after.last.facts == ("by_card",)
    assert before.call.accepted is not None
    paid = before.call.accepted.model_copy(update={"method": "debit card"})
    assert after.call.accepted == paid


def test_asked_before_they_agreed_they_pay_as_they_said() -> None:
    assert _method(_trusting().then(_HOW, _LOW)) == "debit card"


def test_what_the_offer_names_is_on_the_table_and_agreed_with_it() -> None:
    played = _trusting().then(_offer_by("check"))

    assert played.last.offer_heard is not None
    assert played.last.offer_heard.method == "check"
    assert _method(played) == "check"


def test_a_way_named_with_an_earlier_offer_still_stands() -> None:
    lower = Line(("offer",), "and if we made it forty", pay="40")

    played = _trusting().then(Line(("offer", "payment_method.check"), "", "85", _TWO), lower)

    assert _method(played) == "check"


def test_their_own_word_counts_more_than_the_one_that_was_put_to_them() -> None:
    assert _method(_trusting().then(_offer_by("check"), _HOW)) == "debit card"


def test_a_way_first_named_when_it_is_read_back_is_confirmed() -> None:
    played = _trusting().then(_LOW, _recap("payment_method.online"))

    assert played.last.acts == (Act.CONFIRMS_RECAP,)
    assert _method(played) == "online portal"


def test_a_way_read_back_without_the_numbers_is_confirmed_as_well() -> None:
    assert _method(_trusting().then(_LOW, _recap("payment_method.online", pay=None))) == (
        "online portal"
    )


def test_another_way_than_they_said_is_corrected_in_their_own_words() -> None:
    played = _trusting().then(_LOW, _HOW, _recap("payment_method.check"))

    assert played.last.acts == (Act.CORRECTS_RECAP,)
    assert played.last.facts == ("by_card",)
    assert _method(played) == "debit card"


def test_several_ways_to_choose_from_settle_nothing() -> None:
    choice = _recap("payment_method.check", "payment_method.card")

    assert _method(_trusting().then(_LOW, choice)) is None


def test_a_later_offer_is_paid_as_the_one_before() -> None:
    less = offer("20", _TWO)

    assert _method(_trusting().then(_LOW, _recap("payment_method.online"), less)) == (
        "online portal"
    )


def test_what_people_say_of_how_they_pay_is_read_as_the_way_they_mean() -> None:
    told = [(one.house, fact) for one in shipped().values() for fact in one.facts if fact.method]
    for house, fact in told:
        for form in fact.says:
            reading = shipped_reader().read(Turn(speaker=Speaker.CONSUMER, text=form))
            assert house.method_named(reading.method) == fact.method, form


def test_the_way_that_is_asked_for_with_an_offer_is_chosen_with_the_yes() -> None:
    both = Line(("offer", "ask_method", "closed_question"), "by card or bank?", "30", _TWO)

    played = _trusting().then(both, Line(("offer", "ask_method"), "card?", start=FIRST_PAYMENT))

    assert Act.ACCEPTS in played.last.acts
    assert played.last.facts == ("by_card",)


def test_whoever_named_a_sum_of_their_own_is_asked_how_in_earnest() -> None:
    own = line("ask_amount", "open_question", text="what could you manage")
    demanded = line("demand_payment", "closed_question", text="can you pay that today?")

    played = _trusting().then(own, demanded, _HOW)

    assert Act.REFUSES not in played.last.acts
