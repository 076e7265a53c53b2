"""Whatever somebody gives as a call is checked, and in a time that its length bounds."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.context import CallContext
from calls.turn import Channel, Speaker, Transcript, Turn
from compliance_rules import shipped_checker
from tests.conftest import Samples

LONG = 200_000
SECONDS = 30.0
"""Of processor time for the worst of these calls; it needs a quarter of it."""

PIECES = {
    "one word": "a",
    "one number": "1",
    "brackets": "(",
    "quotation marks": '"a" ',
    "apostrophes": "'",
    "emoji": "\U0001f600",
    "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467 ",
    "right to left": "\u202e\u05e9\u05dc\u05d5\u05dd \u05e2\u05dc\u05d9\u05db\u05dd ",
    "accents without letters": "\u0301",
    "control characters": "".join(map(chr, range(32))),
    "half characters": "\ud800",
    "lines": "\n",
    "amounts": "$5 ",
    "amounts in one word": "1,000,",
    "dates": "3/15/2026 ",
    "days": "friday ",
    "number words": "twenty one hundred and ",
    "masked words": "f***ing ",
    "stars": "a*",
    "negations": "not ",
    "threats": "You will be arrested if you do not pay $50 by Friday. ",
    "one endless threat": "you will be arrested if you do not pay 50 dollars by friday and ",
}


def one_turn(text: str, speaker: Speaker) -> Transcript:
    return Transcript(id="long", turns=(Turn(speaker=speaker, text=text),))


def seconds_for(call: Transcript) -> float:
    checker = shipped_checker()
    began = process_time()
    result = checker.check(call, CallContext())
    took = process_time() - began
    assert result.turns == len(call.turns)
    for finding in result.findings:
        if finding.turn is not None:
            text = call.turns[finding.turn].text
            assert finding.quote == text[finding.start : finding.end]
    return took


@pytest.fixture(autouse=True, scope="module")
def _rules_are_open() -> None:
    """Opening the rules is no part of any check."""
    shipped_checker()


@pytest.mark.parametrize("name", PIECES)
def test_a_long_turn_of_anything_is_checked_in_bounded_time(
    name: str, figure: Callable[[str, object], None], samples: Samples
) -> None:
    piece, size = PIECES[name], samples(small=LONG // 16, full=LONG)
    text = piece * (size // len(piece))

    took = max(seconds_for(one_turn(text, s)) for s in (Speaker.COLLECTOR, Speaker.CONSUMER))

    figure(f"any_input.{name.replace(' ', '_')}_s", round(took, 1))
    assert took < SECONDS * size / LONG


@pytest.mark.parametrize("piece", ["? so what day ", "a", "yes, ", "5 ", "I hear you. "])
@pytest.mark.parametrize("before", ["I can pay fifty on Friday.", "Why? I dispute it. Stop."])
def test_a_long_answer_is_checked_in_bounded_time(
    before: str, piece: str, samples: Samples
) -> None:
    size = samples(small=LONG // 16, full=LONG // 4)
    asked = Turn(speaker=Speaker.CONSUMER, text=before)
    answer = Turn(speaker=Speaker.COLLECTOR, text=piece * (size // len(piece)) + "?")

    assert seconds_for(Transcript(id="long", turns=(asked, answer))) < SECONDS * size / LONG


def test_a_turn_of_200_kb_is_checked_in_bounded_time(figure: Callable[[str, object], None]) -> None:
    piece = PIECES["threats"]

    took = seconds_for(one_turn(piece * (LONG // len(piece)), Speaker.COLLECTOR))

    figure("any_input.a_turn_of_200_kb_s", round(took, 1))
    assert took < SECONDS


def test_thousands_of_turns_are_checked_in_bounded_time(
    figure: Callable[[str, object], None], samples: Samples
) -> None:
    said = (
        (Speaker.COLLECTOR, "If you do not pay $50 by Friday you will be arrested."),
        (Speaker.CONSUMER, "Stop calling me. I dispute it, I lost my job, call my attorney."),
        (Speaker.COLLECTOR, "Can you confirm your date of birth? You owe 1,140 dollars."),
        (Speaker.THIRD_PARTY, "She is not here, I am her husband."),
    )
    count = samples(small=500, full=2_500)
    turns = (Turn(speaker=s, text=f"{t} {n}") for n in range(count) for s, t in said)

    took = seconds_for(Transcript(id="many", turns=tuple(turns)))

    figure(f"any_input.{4 * count}_turns_s", round(took, 1))
    assert took < SECONDS * count / 2_500


WORDS = st.sampled_from(
    [
        *PIECES.values(),
        *("pay", "arrested", "$50", "half of it", "every two weeks", "no", "yes.", "the 30th of"),
        *("99999999999999999999", "31/31/9999", "0", "$", "%", "-", "\u2019", "\u0130", "\x00"),
    ]
)
TEXTS = st.text(max_size=80) | st.lists(WORDS | st.text(max_size=4), max_size=30).map("".join)
TURNS = st.builds(
    Turn,
    speaker=st.sampled_from(Speaker),
    text=TEXTS | TEXTS.map(lambda text: " ".join(text.split())),
    channel=st.sampled_from(Channel),
)


@given(st.lists(TURNS, max_size=12), st.none() | st.datetimes())
def test_no_call_makes_the_check_raise(turns: list[Turn], began_at: object) -> None:
    content = {"id": "any", "turns": turns, "began_at": began_at}

    assert seconds_for(Transcript.model_validate(content)) < SECONDS
