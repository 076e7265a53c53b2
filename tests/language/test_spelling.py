"""People type on phones and are understood; names are left alone; places stay true."""

import pytest

from calls.turn import Speaker, Turn
from language import shipped_reader
from language.spelling import Speller


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(["garnish", "verify", "lawyer", "account"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieve", "receive"),
        ("acount", "account"),
        ("verfy", "verify"),
        ("lawer", "lawyer"),
        ("garnsh", "garnish"),
        ("mnth", "month"),
        ("thx", "thanks"),
        ("u", "you"),
        ("soooo", "so"),
        ("pleeease", "please"),
        ("cheque", "check"),
        ("f***ing", "fucking"),
        ("WAT", "what"),
        ("Mr.", "mr"),
        ("that\u2019s", "that's"),
    ],
)
def test_usual_forms_and_slips_are_read_as_what_was_meant(
    typed: str, meant: str, speller: Speller
) -> None:
    assert speller.read(typed) == meant


@pytest.mark.parametrize("name", ["Reyes", "Acount", "Garnsh", "Okafor", "Xiu"])
def test_a_capitalised_unknown_word_is_left_alone(name: str, speller: Speller) -> None:
    assert speller.read(name) == name.lower()


@pytest.mark.parametrize("word", ["garnishee", "1.2k", "qzxvy", "ab", "bungalow"])
def test_known_words_and_riddles_are_left_alone(word: str, speller: Speller) -> None:
    assert speller.read(word) == word


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("wat is ur dob", "ask_identifier", "wat is ur dob"),
        ("cn u pay that today pls", "demand_payment", "cn u pay that today"),
        ("did u recieve my letter? thx", "thanks", "thx"),
        ("r u  able to   tell me ur adress", "ask_identifier", "tell me ur adress"),
        ("lemme   check that", "hold", "lemme   check that"),
    ],
)
def test_signals_are_found_where_they_were_typed(text: str, name: str, quoted: str) -> None:
    reading = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text=text))

    signal = next(reading.all(name))

    assert signal.text == quoted
    assert text[signal.start : signal.end] == quoted
