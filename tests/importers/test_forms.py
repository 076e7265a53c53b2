"""The same call in every form of file, and what is wrong with it told at its line."""

import csv
import json
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.turn import Channel, Speaker, Transcript, Turn
from importers import FORMS, Imported, Outcome, Refused, import_calls, parse_calls
from tests.conftest import Samples

TURNS = (
    Turn(speaker=Speaker.COLLECTOR, text="Hello, it's Dana.", started_at=0, ended_at=1.5),
    Turn(speaker=Speaker.CONSUMER, text="Yes?", started_at=62.25, ended_at=63),
)
BEGAN = datetime(2026, 3, 2, 10, tzinfo=UTC)
SAID: list[dict[str, object]] = [
    {"speaker": "agent", "text": "Hello, it's Dana.", "start": 0, "end": 1.5},
    {"speaker": "customer", "text": "Yes?", "start": 62.25, "end": 63},
]
JSON_CALL: dict[str, object] = {
    "id": "c1",
    "began_at": BEGAN.isoformat(),
    "collector": "Dana W.",
    "turns": SAID,
}
CSV_CALL = """\ufeffcall_id;Agent Name;began_at;speaker;text;start;end
c1;Dana W.;2026-03-02T10:00:00+00:00;agent;Hello, it's Dana.;0;1.5
c1;Dana W.;2026-03-02T10:00:00+00:00;customer;Yes?;1:02.25;63
"""
YAML_CALL = """\
id: c1
began_at: 2026-03-02T10:00:00+00:00
collector: Dana W.
turns:
  - {speaker: agent, text: "Hello, it's Dana.", start: 0, end: 1.5}
  - {speaker: customer, text: Yes?, start: 1:02.25, end: 63}
"""
VTT_CALL = """\
WEBVTT

NOTE made by hand

00:00.000 --> 00:01.000
<v Agent>Hello,

00:01.000 --> 00:01.500 align:start
it's <i>Dana</i>.

last
00:01:02.250 --> 00:01:03.000
<v Customer>Yes?</v>
"""
SRT_CALL = """\
1
00:00:00,000 --> 00:00:01,000
Agent: Hello,

2
00:00:01,000 --> 00:00:01,500
Agent: it's Dana.

3
00:01:02,250 --> 00:01:03,000
[Customer]: Yes?
"""


def parquet(rows: list[dict[str, object]]) -> bytes:
    return pd.DataFrame(rows).to_parquet()


def long_rows() -> list[dict[str, object]]:
    return [{"call": "c1", "collector": "Dana W.", "began_at": BEGAN, **turn} for turn in SAID]


def only(content: bytes | str, file: str) -> Imported:
    raw = content.encode() if isinstance(content, str) else content
    (outcome,) = parse_calls(raw, file)
    assert isinstance(outcome, Imported), outcome
    return outcome


def told(content: bytes | str, file: str) -> list[str]:
    raw = content.encode() if isinstance(content, str) else content
    return [str(one) for one in parse_calls(raw, file) if isinstance(one, Refused)]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("c1.json", json.dumps(JSON_CALL)),
        ("c1.jsonl", json.dumps(JSON_CALL)),
        ("c1.yaml", YAML_CALL),
        ("c1.csv", CSV_CALL),
        ("turns.parquet", parquet(long_rows())),
        ("calls.parquet", parquet([JSON_CALL])),
        ("texts.parquet", parquet([{**JSON_CALL, "turns": json.dumps(SAID)}])),
    ],
)
def test_a_call_is_the_same_in_every_form(file: str, content: str | bytes) -> None:
    one = only(content, file)

    assert one.call == Transcript(id="c1", turns=TURNS, began_at=BEGAN)
    assert one.collector == "Dana W."


@pytest.mark.parametrize(("file", "content"), [("c1.vtt", VTT_CALL), ("c1.srt", SRT_CALL)])
def test_captions_are_joined_to_turns_and_keep_their_times(file: str, content: str) -> None:
    assert only(content, file).call == Transcript(id="c1", turns=TURNS)


def test_two_voices_in_one_cue_are_two_turns() -> None:
    content = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v agent>Hello?</v>\n<v customer>Yes.</v>\n"

    assert [(turn.speaker, turn.text) for turn in only(content, "c.vtt").call.turns] == [
        (Speaker.COLLECTOR, "Hello?"),
        (Speaker.CONSUMER, "Yes."),
    ]


def test_a_word_of_yaml_stays_the_word_that_was_written() -> None:
    call = only("turns:\n- {speaker: agent, text: Yes}\n- {speaker: user, text: 012}\n", "c.yaml")

    assert [turn.text for turn in call.call.turns] == ["Yes", "012"]


def test_a_yaml_file_may_hold_a_list_and_several_documents() -> None:
    one = "turns: [{speaker: agent, text: hi}]"

    outcomes = list(parse_calls(f"- {one}\n- {one}\n---\n{one}\n".encode(), "many.yaml"))

    assert [o.line for o in outcomes] == [1, 2, 4]
    assert [o.call.id for o in outcomes if isinstance(o, Imported)] == [
        "many:1",
        "many:2",
        "many:3",
    ]


def test_rows_are_one_call_each_run_of_one_id() -> None:
    content = "call,speaker,text,channel\n1,agent,a,\n1,user,b,sms\n2,agent,c,\n1,user,d,\n"

    outcomes = list(parse_calls(content.encode(), "calls.csv"))

    assert [len(o.call.turns) for o in outcomes if isinstance(o, Imported)] == [2, 1]
    assert isinstance(outcomes[0], Imported)
    assert [t.channel for t in outcomes[0].call.turns] == [Channel.CALL, Channel.SMS]
    assert str(outcomes[2]) == (
        "calls.csv:5: the rows of call '1' do not stand together - a file sorted by call"
    )


def test_a_quoted_cell_may_hold_lines_and_be_very_long() -> None:
    long = "word\n" * 60_000

    call = only(f'speaker,text\nagent,"{long}"\n', "c.csv").call

    assert call.turns[0].text == long


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.csv", "", "a.csv: holds no turns"),
        ("a.csv", "speaker,text\n", "a.csv: holds no turns"),
        ("a.csv", "who,text\nagent,hi\n", "a.csv:1: no column 'speaker', got who, text - a col"),
        ("a.csv", "speaker,text\nagent,hi\nagent\n", "a.csv:3: 1 fields - 2 fields, as in the"),
        ("a.csv", "speaker,text\nagent,hi\nboss,hi\n", "a.csv:3: nobody is called 'boss' here"),
        ("a.csv", 'speaker,text\nagent,hi\nagent,"hi\n', "a.csv:3: not CSV (unexpected end of"),
        (
            "a.csv",
            "speaker,text,start\nagent,a,0\nagent,b,soon\n",
            "a.csv:3: turns.1.start: Input",
        ),
        ("a.yaml", "", "a.yaml: holds no turns"),
        ("a.yaml", "turns: [", "a.yaml:2: not YAML: did not find expected node content"),
        ("a.yaml", "id: 1\nid: 2\n", "a.yaml:2: 'id' stands here twice - each key once"),
        ("a.yaml", "a: &a [1]\nb: *a\n", "a.yaml:2: *a stands for something - written out"),
        ("a.yaml", "[" * 100_000, "a.yaml:1: brackets in brackets - at most 40"),
        ("a.yaml", "hello", "a.yaml:1: call: Input should be a valid dictionary"),
        ("a.vtt", "hello", "a.vtt: no VTT (Invalid format) - a file that begins with WEBVTT"),
        ("a.vtt", "", "a.vtt: no VTT (Invalid format)"),
        ("a.vtt", "WEBVTT\n", "a.vtt: holds no turns"),
        (
            "a.vtt",
            "WEBVTT\n\n00:00.000 --> 00:01.000\nhi\n",
            "a.vtt:3: nobody is named in the first cue - <v NAME> or 'NAME: ' before",
        ),
        (
            "a.srt",
            "1\n00:00:00,000 --> 00:00:01,000\nBo: hi\n",
            "a.srt:2: nobody is called 'Bo' here - one of collector, agent",
        ),
        (
            "a.srt",
            "1\n00:00:00,000 --> 00:00:01,000\nagent: hi\n\n2\n00:00:x --> 00:02\nagent: you\n",
            "a.srt:6: a cue that cannot be read - numbered cues",
        ),
        ("a.parquet", "PAR1", "a.parquet: not Parquet (Parquet file size is 4 bytes"),
        (
            "a.parquet",
            parquet([{"turns": "["}]),
            "a.parquet:1: turns: not JSON (Expecting value: line 1 column 2 (char 1)) - a list",
        ),
        ("a.parquet", parquet([{"words": "hi"}]), "a.parquet:1: no column 'speaker', got words"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(
    file: str, content: str | bytes, message: str
) -> None:
    (only_one,) = told(content, file)

    assert only_one.startswith(message)


def test_a_file_in_which_one_person_speaks_is_a_call() -> None:
    assert len(only("speaker,text\nagent,hello?\nagent,hello?\n", "c.csv").call.turns) == 2


def _many(path: Path, count: int, line: str, head: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(head)
        for number in range(0, count, 1_000):
            file.write("".join(line.format(number + n) for n in range(1_000)))


@pytest.mark.parametrize(
    ("name", "head", "line"),
    [
        ("m.jsonl", "", '{{"id": {}, "turns": []}}\n'),
        ("m.csv", "call,speaker,text\n", "{},agent,hi\n"),
    ],
)
def test_a_million_lines_take_no_more_memory_than_a_few(
    tmp_path: Path,
    figure: Callable[[str, object], None],
    samples: Samples,
    name: str,
    head: str,
    line: str,
) -> None:
    file = tmp_path / name
    calls = samples(small=15_000, full=1_000_000)
    _many(file, calls, line, head)
    outcomes = import_calls([file])
    seen = sum(1 for _, _ in zip(range(5_000), outcomes, strict=False))

    tracemalloc.start()
    seen += sum(1 for _, _ in zip(range(5_000), outcomes, strict=False))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    seen += sum(isinstance(one, Imported) for one in outcomes)

    figure(f"import.{name.partition('.')[2]}_peak_mb", round(peak / 1e6, 1))
    assert seen == calls
    assert peak < 5_000_000


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode), st.sampled_from(FORMS))
def test_any_bytes_are_taken_or_refused(content: bytes, form: str) -> None:
    outcomes: list[Outcome] = list(parse_calls(content, f"any{form}"))

    assert outcomes
    assert all(isinstance(one, Imported) or one.file == f"any{form}" for one in outcomes)


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_whatever_is_said_comes_back_from_csv(texts: list[str]) -> None:
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerows([("speaker", "text"), *(("agent", text) for text in texts)])

    call = only(written.getvalue(), "c.csv").call

    assert [turn.text for turn in call.turns] == texts
