import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from calls.errors import RecordError
from calls.events import EVENT, VERSION, Event, Said
from calls.versions import LIFTS, parse_event, render_event
from tests.calls.strategies import EVENTS

SAMPLES = sorted((Path(__file__).parent / "samples").glob("events_v*.jsonl"))
KINDS_OF_VERSION_1 = {
    *("dial_decided", "call_started", "said", "replied", "taken_back", "message_sent"),
    *("looked_up", "noted", "offered", "arrangement_recorded", "flag_set"),
    *("disposition_recorded", "follow_up_set", "held", "resumed", "transferred", "ended"),
    "wrapped_up",
}


@given(EVENTS)
def test_an_event_comes_back_from_its_stored_form(event: Event) -> None:
    assert parse_event(render_event(event)) == event


@given(EVENTS)
def test_the_stored_form_is_one_line_that_names_its_version_first(event: Event) -> None:
    stored = render_event(event)

    assert stored.startswith(f'{{"v":{VERSION},')
    assert stored.isascii()
    assert "\n" not in stored


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_log_of_every_version_still_loads(sample: Path) -> None:
    lines = sample.read_text(encoding="utf-8").splitlines()

    events = [parse_event(line, f"{sample.name}:{n}") for n, line in enumerate(lines, 1)]

    assert [event.seq for event in events] == list(range(1, len(lines) + 1))


def test_the_sample_of_version_1_has_every_kind_that_version_1_had() -> None:
    lines = SAMPLES[0].read_text(encoding="utf-8").splitlines()

    assert {parse_event(line).kind for line in lines} >= KINDS_OF_VERSION_1


def test_every_version_has_a_sample_and_every_older_one_a_lift() -> None:
    assert [path.stem for path in SAMPLES] == [f"events_v{n}" for n in range(1, VERSION + 1)]
    assert set(LIFTS) == set(range(1, VERSION))


def test_an_older_event_is_lifted_step_by_step() -> None:
    def words_became_text(content: dict[str, Any]) -> dict[str, Any]:
        return {"text" if key == "words" else key: value for key, value in content.items()}

    def sequence_began_at_one(content: dict[str, Any]) -> dict[str, Any]:
        return {**content, "seq": content["seq"] + 1}

    old = '{"v":1,"kind":"said","seq":0,"at":"2026-03-02T10:00:00Z","words":"Hello"}'

    event = parse_event(old, lifts={1: words_became_text, 2: sequence_began_at_one}, version=3)

    assert isinstance(event, Said)
    assert (event.text, event.seq) == ("Hello", 1)


@pytest.mark.parametrize(
    ("stored", "message"),
    [
        ("{", "row 3: not JSON"),
        ("[]", "row 3: a list - one JSON object an event"),
        ("{}", f"row 3: version None - versions 1 to {VERSION}"),
        ('{"v": 99}', f"row 3: version 99 - versions 1 to {VERSION}"),
        ('{"v": 1, "kind": "sang"}', "row 3: event: Input tag 'sang' found using 'kind'"),
        ('{"v": 1, "kind": "held", "seq": 0}', "row 3: held.seq: Input should be greater"),
    ],
)
def test_what_is_no_event_is_explained(stored: str, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse_event(stored, "row 3")

    assert str(caught.value).startswith(message)


def test_an_event_refuses_fields_it_does_not_know() -> None:
    stored = json.loads(
        render_event(
            EVENT.validate_python({"kind": "held", "seq": 1, "at": "2026-03-02T10:00:00Z"})
        )
    )

    with pytest.raises(RecordError, match=r"held\.music: Extra inputs"):
        parse_event(json.dumps({**stored, "music": True}))
