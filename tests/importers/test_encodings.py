import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers import Imported, Refused, parse_calls

WORDS = "I\u2019m calling about \u00a350 \u2013 is that right, Jos\u00e9?"


def said(content: bytes) -> str:
    (outcome,) = parse_calls(content, "call.txt")
    assert isinstance(outcome, Imported), outcome
    return outcome.call.turns[0].text


def refusal(content: bytes) -> str:
    (outcome,) = parse_calls(content, "call.txt")
    assert isinstance(outcome, Refused)
    return str(outcome)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_words_are_the_same_however_they_are_written_down(encoding: str) -> None:
    assert said(f"collector: {WORDS}\r\n".encode(encoding)) == WORDS


def test_what_is_printed_in_latin_1_is_read_as_it_is() -> None:
    assert said("collector: Jos\u00e9 Pe\u00f1a, £50\n".encode("latin-1")) == "José Peña, £50"


def test_a_byte_that_means_nothing_is_told_at_its_line() -> None:
    content = b"collector: Jos\xe9\n" * 5_000 + b"collector: \x81\n"

    assert refusal(content).startswith("call.txt:5001: not CP1252 (")


def test_one_broken_byte_does_not_turn_good_text_into_another_alphabet() -> None:
    content = f"collector: {WORDS}\nconsumer: ".encode() + b"\x92\n"

    assert refusal(content) == (
        "call.txt:2: not UTF-8 (invalid start byte), though what is before it is"
        " - text saved as UTF-8, UTF-16 or Windows-1252"
    )


def test_a_picture_is_no_call() -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes([7, 200, 255, 3, 0, 9] * 50)

    assert refusal(picture).startswith("call.txt:1: no text that can be made out")


@pytest.mark.parametrize("words", ["Hi\0there", "\0", "\0\0\0\0 yes, she said \0\0\0"])
def test_zeros_in_a_text_make_no_other_alphabet_of_it(words: str) -> None:
    assert said(f"collector: {words}\n".encode()) == words


def test_a_fault_far_down_is_told_at_its_line() -> None:
    content = "collector: é\n".encode() * 200_000 + b"\xff"

    assert refusal(content).startswith("call.txt:200001: not UTF-8")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_comes_back_from_utf_16_with_its_mark(text: str) -> None:
    content = f"collector: x{text}x".encode("utf-16")

    assert said(content).replace("\n| ", "\n").startswith("x")
