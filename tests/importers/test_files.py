import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.errors import RecordError
from calls.foreign import parse_call
from calls.names import parse_names
from calls.notation import parse_transcript
from calls.turn import Channel, Speaker, Transcript, Turn
from importers import FORMS, Imported, import_calls, parse_calls

HELLO = {"speaker": "collector", "text": "Hello", "start": 0, "end": 1.5}
ANSWER = {"speaker": "consumer", "text": "Yes?", "started_at": 2, "ended_at": 3}


def only(path: Path) -> Transcript:
    (outcome,) = import_calls([path])
    assert isinstance(outcome, Imported), outcome
    return outcome.call


def refusal(path: Path) -> str:
    (outcome,) = import_calls([path])
    assert isinstance(outcome, RecordError)
    return str(outcome).removeprefix(str(path))


def test_a_text_file_is_one_call_named_after_it(tmp_path: Path) -> None:
    file = tmp_path / "tuesday.txt"
    file.write_text("rep: Hello\nBorrower: Yes?\n", encoding="utf-8")

    call = only(file)

    assert call == parse_transcript("collector: Hello\nconsumer: Yes?", id="tuesday")


def test_a_json_file_may_hold_one_call(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"id": "c1", "turns": [HELLO, ANSWER], "label": "low"}))

    call = only(file)

    assert call.id == "c1"
    assert call.turns == (
        Turn(speaker=Speaker.COLLECTOR, text="Hello", started_at=0, ended_at=1.5),
        Turn(speaker=Speaker.CONSUMER, text="Yes?", started_at=2, ended_at=3),
    )


def test_a_json_file_may_hold_a_list_of_calls(tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    file.write_text(json.dumps([{"turns": [HELLO]}, {"id": 7, "turns": [ANSWER]}], indent=1))

    outcomes = list(import_calls([file]))

    assert [o.call.id for o in outcomes if isinstance(o, Imported)] == ["many:1", "7"]


def test_a_good_line_is_taken_though_others_are_bad(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    good = json.dumps({"id": "a", "turns": [HELLO]})
    file.write_text(f'{{"id"\n\n{good}\n{{"turns": 3}}\n', encoding="utf-8")

    broken, taken, wrong = import_calls([file])

    assert str(broken).startswith(f"{file}:1: not JSON")
    assert isinstance(taken, Imported)
    assert str(wrong).startswith(f"{file}:4: turns: Input should be a valid list, got 3")


def test_a_call_in_which_nobody_spoke_is_a_call_among_others(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    spoken = json.dumps({"id": "a", "turns": [HELLO]})
    file.write_text(f'{spoken}\n{{"id": "c", "turns": []}}', encoding="utf-8")

    _, silent = import_calls([file])

    assert isinstance(silent, Imported)
    assert silent.call == Transcript(id="c", turns=())


def test_a_folder_stands_for_the_calls_in_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.txt").write_text("agent: b")
    (tmp_path / "a.txt").write_text("agent: a")
    (tmp_path / "notes.md").write_text("agent: no call")

    outcomes = import_calls([tmp_path])

    assert [o.call.id for o in outcomes if isinstance(o, Imported)] == ["a", "b"]


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    file = tmp_path / "marked.txt"
    file.write_text("collector: hi", encoding="utf-8-sig")

    assert only(file).turns[0].speaker is Speaker.COLLECTOR


def test_the_channel_of_a_call_counts_for_its_turns() -> None:
    content = {"channel": "Phone", "turns": [HELLO, {**HELLO, "channel": "voicemail"}]}

    call = parse_call(content, "c", "here")

    assert [turn.channel for turn in call.turns] == [Channel.CALL, Channel.VOICEMAIL]


def test_a_speaker_may_be_named_by_option() -> None:
    names = parse_names(["Op 1=collector", "spouse=consumer"])

    call = parse_call({"turns": [{"speaker": "op 1", "text": "hi"}]}, "c", "here", names)

    assert call.turns[0].speaker is Speaker.COLLECTOR


def test_an_option_that_names_no_speaker_is_refused() -> None:
    with pytest.raises(RecordError, match=r"speaker: 'op=boss' .* - NAME=one of collector,"):
        parse_names(["op=boss"])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"collector: a\nhm\n", ":2: expected one of collector, consumer, third_party"),
        ("a.txt", b"# nothing\n", ": holds no turns - at least one turn"),
        ("a.txt", "collector: \u2019a\n".encode() + b"\xff", ":2: not UTF-8"),
        ("a.jsonl", b"\n\n", ": holds no turns"),
        ("a.json", b"[]", ": holds no turns"),
        ("a.json", b'{"id": "c", "turns": []}', ":1: holds no turns - at least one turn"),
        ("a.jsonl", b'\n{"id": "c", "turns": []}', ":2: holds no turns"),
        ("a.json", b"[1,\n2", ":2: not JSON"),
        ("a.json", b"[" * 200_000, ": too large (maximum recursion depth"),
        ("a.json", b"1" * 5_000, ": too large (Exceeds the limit"),
        ("a.json", b'[\n\n{"turns": 3}]', ":3: turns: Input should be a valid list, got 3"),
        (
            "a.json",
            b'{"turns": [{"speaker": "boss", "text": "hi"}]}',
            ":1: turn 0: nobody is called 'boss' here - one of collector, agent,",
        ),
        (
            "a.json",
            b'{"turns": [{"speaker": "agent", "text": "hi", "channel": "fax"}]}',
            ":1: turn 0: no channel 'fax' - one of call, voicemail,",
        ),
        ("a.json", b'{"turns": [{"speaker": "agent"}]}', ":1: turns.0.text: Field required"),
        ("a.wav", b"", ": no form of call is called '.wav' - one of .txt, .json, .jsonl"),
    ],
)
def test_a_bad_file_is_refused_with_place_fault_and_remedy(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    assert refusal(file).startswith(message)


def test_a_folder_without_calls_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f": a folder without calls - files that end in {', '.join(FORMS)}"


def test_an_uploaded_text_is_read_by_its_name() -> None:
    (outcome,) = parse_calls(b"\xef\xbb\xbfcollector: hi", "talk.txt")

    assert isinstance(outcome, Imported)
    assert (outcome.file, outcome.call.id) == ("talk.txt", "talk")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == (
        ": cannot be read (No such file or directory) - a readable file"
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "turns", "speaker", "text", "start", "channel"]), inner
        )
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_taken_or_refused(content: object) -> None:
    try:
        call = parse_call(content, "c", "here")
    except RecordError as error:
        call = Transcript(id=error.where, turns=())

    assert isinstance(call, Transcript)
