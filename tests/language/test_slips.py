"""What is misspelled in something written, and what is no slip: names, figures, both Englishes."""

from __future__ import annotations

import pytest

from calls.turn import Speaker, Turn
from language.reading import Reading
from language.slips import is_english, shouted, slips_in, words_in


def _read(text: str) -> Reading:
    turn = Turn(speaker=Speaker.COLLECTOR, text=text)
    return Reading(turn=turn, index=0, words=len(text.split()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieved", "received"),
        ("adress", "address"),
        ("payement", "payment"),
        ("definately", "definitely"),
        ("rescheduel", "reschedule"),
        ("tommorow", "tomorrow"),
        ("teh", "the"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(typed: str, meant: str) -> None:
    (slip,) = slips_in(_read(f"About the letter, {typed} as we said on Monday."))

    assert (slip.word, slip.meant) == (typed, meant)
    assert typed in slip.around


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ms. Reyes, this is Dana Okonkwo-Wells of Harbor & Pine, for Mr. Szymanowski.",
        "Pay $85.00 from 24/03 with reference HRB-22-4471b, or call 555-0142 ext. 3rd.",
        "Write to careteam@harbour.example or see www.harbour.example/planz, please.",
        "We apologise for the colour of the cheque; organise an instalment at our centre.",
        "We apologize for the color of the check; organize an installment at our center.",
        "canceled traveling totaled enrollment fulfillment itemise analyze skeptical theater",
        "thx for that, pls lmk by tmrw, we'll see u then, lookin forward, y'all",
        "autopay is in the app, your paycheck comes fortnightly, outwith the overdraft",
    ],
    ids=[
        "names",
        "figures",
        "addresses",
        "british",
        "american",
        "pairs",
        "short",
        "terms",
    ],
)
def test_these_are_no_slips(text: str) -> None:
    assert slips_in(_read(text)) == ()


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("wir haben das besprochen, mit freundlichem gruss", False),
        ("hemos hablado del pago pendiente, muchas gracias", False),
        ("i recieved teh adress and teh payement, definately tommorow, thank you", True),
        ("Dana Okonkwo, $85", True),
    ],
)
def test_another_language_is_told_from_slips(text: str, english: bool) -> None:
    assert is_english(_read(text)) is english


def test_words_of_the_situation_are_right_as_they_stand() -> None:
    known = words_in('{"street": "Paymant Lane", "house": "the WELLS group"}')

    assert slips_in(_read("it goes to paymant lane, as written")) != ()
    assert slips_in(_read("it goes to paymant lane, as written"), known) == ()
    assert shouted(_read("ask at the WELLS desk NOW, says the FDCPA"), known) == ("NOW",)


def test_each_slip_counts_once_and_is_shown_between_whole_words() -> None:
    text = "We have noted what you said on the telephone and recieved the letter, recieved it today"

    (slip,) = slips_in(_read(text))

    assert slip.around == "… on the telephone and recieved the letter, recieved …"
