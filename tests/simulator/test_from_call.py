"""A draft begins from a call: what can be read from it is filled in, the rest is the sheet's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from calls.notation import parse_transcript
from compliance_rules import shipped_checker
from datafiles import DataFileError, read_text
from language.names import split_name
from language.signals import shipped_families
from simulator.from_call import HEARD, POSITIONS, Draft, drafted
from simulator.library import FOLDER, open_text, surroundings
from simulator.skeleton import skeleton

CALL = """\
collector: Hello, may I speak with [name] please?
consumer: This is [name], who's calling?
collector: This is an attempt to collect a debt. You owe a balance of $640.50 on your card.
consumer: I lost my job three weeks ago. I've got a lawyer too, call him at [number].
consumer: I could do forty dollars a month. I bring home $1,900 a month on unemployment.
collector: Thank you. Goodbye.
"""


def draft(call: str) -> Draft:
    reader = shipped_checker().reader
    readings = tuple(reader.read_call(parse_transcript(call, "call")))
    return drafted("from_a_call", "From a call", readings)


def parts(call: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = read_text(draft(call).text, "")
    return found


def test_amounts_stand_where_they_belong() -> None:
    made = parts(CALL)

    assert (made["account"]["balance"], made["account"]["past_due"]) == (640.5, 640.5)
    assert made["means"]["income"][0]["amount"] == 1900
    assert (
        made["means"]["opens_with"] | {"amount": 40, "every": "month"}
        == made["means"]["opens_with"]
    )


def test_what_they_said_is_a_fact_with_the_sentence_alone() -> None:
    made = parts(CALL)
    facts = {fact["id"]: fact for fact in made["facts"]}

    assert facts["heard_hardship_job"]["says"][0] == "I lost my job three weeks ago."
    assert facts["heard_attorney"]["says"] == ["I've got a lawyer too, call him at [number]."]
    assert [(one["kind"], one["facts"]) for one in made["positions"]] == [
        ("attorney", ["heard_attorney"])
    ]


def test_a_fact_with_one_sentence_keeps_the_draft_from_being_played() -> None:
    with pytest.raises(DataFileError, match=r"facts.*says"):
        open_text(draft(CALL).text, FOLDER / "from_a_call.yaml", surroundings(FOLDER))


def test_the_draft_says_above_what_it_is_and_what_was_said() -> None:
    made = draft(CALL)

    head = made.text.partition("# yaml-language-server")[0]
    assert head.startswith("# Draft from a call.")
    assert "#   - what is owed: $640.50" in head
    assert "#   2 consumer: This is [name], who's calling?" in head
    assert "what they offer: $40.00" in made.read


def test_the_sheet_keeps_its_notes_and_what_no_call_says() -> None:
    made = draft("collector: Hello?\nconsumer: Hello, who is this?\n")

    (told,) = made.read
    assert told == "their first words"
    kept = {line for line in skeleton("from_a_call").splitlines() if "#" in line}
    assert kept <= set(made.text.splitlines())


def test_somebody_else_on_the_line_and_a_written_channel_are_seen() -> None:
    other = parts("collector: Is Ana there?\nthird_party: She is at work, I'm her room-mate.\n")
    texts = parts("channel: sms\ncollector: Please call us back.\nconsumer: Who is this?\n")

    assert other["answered_by"][0]["speaker"] == "third_party"
    assert texts["channel"] == "sms"


def test_every_signal_that_is_looked_for_is_one_that_is_heard() -> None:
    names = (name for family in shipped_families() for name in family.signals)
    heard = {split_name(name)[0] for name in names}

    assert {name for name in (*HEARD, *POSITIONS) if name not in heard} == set()
    assert POSITIONS.keys() <= HEARD.keys()
