from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calls.errors import RecordError
from calls.notation import parse_transcript, plain_text, render_transcript
from calls.turn import Channel, Speaker, Transcript, Turn

SECONDS = st.none() | st.floats(min_value=0, allow_infinity=False, allow_nan=False)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
TURNS = st.builds(
    Turn,
    speaker=st.sampled_from(Speaker),
    text=st.text(),
    started_at=SECONDS,
    ended_at=SECONDS,
    channel=st.sampled_from(Channel),
)
CALLS = st.builds(
    Transcript,
    id=st.just("call"),
    turns=st.lists(TURNS, max_size=6).map(tuple),
    began_at=st.none() | st.datetimes() | st.datetimes(timezones=OFFSETS),
)


def as_noted(call: Transcript) -> Transcript:
    turns = (turn.model_copy(update={"text": plain_text(turn.text)}) for turn in call.turns)
    return call.model_copy(update={"turns": tuple(turns)})


@given(CALLS)
@example(Transcript(id="call", turns=(Turn(speaker=Speaker.CONSUMER, text="a\r\n| b\n\n#c"),)))
def test_a_call_comes_back_from_its_notation(call: Transcript) -> None:
    assert parse_transcript(render_transcript(call)) == as_noted(call)


@given(st.text())
def test_plain_text_of_plain_text_is_itself(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)


@given(st.text() | st.from_regex(r"(\[[0-9:.-]*\] ?)?(collector|channel|began_at|\|):? ?.*"))
def test_any_text_parses_or_is_refused_with_its_line(text: str) -> None:
    try:
        call = parse_transcript(text)
    except RecordError as error:
        where = error.where
    else:
        where = f"line {len(call.turns)}"

    assert where.startswith("line ")


def test_speakers_times_and_lines_are_read() -> None:
    text = "[00:07.5-1:00:10] Collector:  Hello.\n  | Are you there?\n\nthird_party: no\n"

    call = parse_transcript(text, id="c1")

    assert call == Transcript(
        id="c1",
        turns=(
            Turn(
                speaker=Speaker.COLLECTOR,
                text="Hello.\nAre you there?",
                started_at=7.5,
                ended_at=3610,
            ),
            Turn(speaker=Speaker.THIRD_PARTY, text="no"),
        ),
    )


def test_a_channel_counts_for_the_turns_below_it() -> None:
    text = "collector: a\nchannel: voicemail\ncollector: b\ncollector: c\n"

    call = parse_transcript(text)

    assert [turn.channel for turn in call.turns] == [
        Channel.CALL,
        Channel.VOICEMAIL,
        Channel.VOICEMAIL,
    ]


def test_the_moment_a_call_began_is_kept() -> None:
    call = parse_transcript("began_at: 2026-03-02T10:00:00+00:00\ncollector: hi\n")

    assert call.began_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_comments_are_passed_over() -> None:
    call = parse_transcript("# opening\ncollector: hi\n# end")

    assert [turn.text for turn in call.turns] == ["hi"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "collector: a\nconsumer: b\nagent: hi",
            "line 3: expected one of collector, consumer, third_party before ':', got 'agent: hi'",
        ),
        ("| hi", "line 1: no turn that '| hi' could go on with - a speaker first"),
        (
            "channel: fax",
            "line 1: no channel 'fax' - one of call, voicemail, sms, email, chat, letter",
        ),
        (
            "began_at: noon",
            "line 1: no date and time 'noon' - such as 2026-03-02T10:00:00-06:00",
        ),
        (
            "collector: a\nbegan_at: 2026-03-02",
            "line 2: began_at stands after a turn - above the first turn",
        ),
    ],
)
def test_what_cannot_be_parsed_is_explained(text: str, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse_transcript(text)

    assert str(caught.value).startswith(message)


def test_an_error_names_the_file() -> None:
    with pytest.raises(RecordError, match=r"^call\.txt:2: expected"):
        parse_transcript("collector: a\nhm", where="call.txt")
