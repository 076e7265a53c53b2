"""Every shipped signal proves itself: contributing a pattern and an example contributes a test."""

from collections.abc import Iterator

import pytest

from calls.turn import Speaker, Turn
from language.names import KINDS, known_names, split_name
from language.reader import Reader
from language.shipped import shipped_reader
from language.sides import load_cues
from language.signals import SignalFamily, SignalSpec, shipped_families

FAMILIES = shipped_families()
CASES = [(family, name) for family in FAMILIES for name in family.signals]
IDS = [name for _, name in CASES]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return shipped_reader()


@pytest.fixture(scope="module")
def without_answers() -> Reader:
    return Reader([one for one in FAMILIES if not one.after])


@pytest.fixture(scope="module")
def cue_reader() -> Reader:
    return Reader(())


def speaker_of(family: SignalFamily) -> Speaker:
    return Speaker.CONSUMER if family.speaker == "consumer" else Speaker.COLLECTOR


def asked_in(family: SignalFamily) -> Turn | None:
    """The turn of the other side that the examples of a family of answers answer."""
    other = Speaker.COLLECTOR if family.speaker == "consumer" else Speaker.CONSUMER
    return Turn(speaker=other, text=family.asked) if family.asked else None


def asserted(reader: Reader, family: SignalFamily, name: str, text: str) -> bool:
    before = reader.read(asked) if (asked := asked_in(family)) else None
    turn = Turn(speaker=speaker_of(family), text=text)
    reading = reader.read(turn, 1 if before else 0, before)
    wanted, kind = split_name(name)
    return reading.has(wanted, kind=kind)


def unneeded(reader: Reader, family: SignalFamily, name: str, spec: SignalSpec) -> Iterator[str]:
    """Patterns whose deletion would leave every example matched."""
    turns = [Turn(speaker=speaker_of(family), text=text) for text in spec.should_match]
    by_example = [
        {text for key, text in reader.matching_patterns(turn) if key == name} & {*spec.patterns}
        for turn in turns
    ]
    for pattern in spec.patterns:
        if {pattern} not in by_example:
            yield pattern


@pytest.mark.parametrize(("family", "name"), CASES, ids=IDS)
def test_every_example_of_a_signal_is_read_as_that_signal(
    family: SignalFamily, name: str, reader: Reader
) -> None:
    spec = family.signals[name]

    missed = [text for text in spec.should_match if not asserted(reader, family, name, text)]

    assert missed == []


@pytest.mark.parametrize(("family", "name"), CASES, ids=IDS)
def test_no_counterexample_of_a_signal_is_read_as_that_signal(
    family: SignalFamily, name: str, reader: Reader
) -> None:
    spec = family.signals[name]

    taken = [text for text in spec.should_not_match if asserted(reader, family, name, text)]

    assert taken == []


@pytest.mark.parametrize(("family", "name"), CASES, ids=IDS)
def test_every_pattern_is_needed_by_an_example(
    family: SignalFamily, name: str, reader: Reader
) -> None:
    spec = family.signals[name]

    assert list(unneeded(reader, family, name, spec)) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.about[:40])
def test_every_word_list_is_proved_by_three_of_its_entries(
    family: SignalFamily, reader: Reader
) -> None:
    examples = ((*s.should_match, *s.should_not_match) for s in family.signals.values())
    said = [" ".join(reader.words_read(text)) for texts in examples for text in texts]
    unproved = {
        name: proved
        for name, entries in family.words.items()
        if (proved := proved_entries(reader, entries, said)) < min(3, len(entries))
    }

    assert unproved == {}


def proved_entries(reader: Reader, entries: list[str], said: list[str]) -> int:
    literal = [" ".join(reader.words_read(entry.replace("+", ""))) for entry in entries]
    return sum(any(f" {entry} " in f" {text} " for text in said) for entry in set(literal))


@pytest.mark.parametrize("name", list(load_cues().signals))
def test_every_cue_of_scope_proves_itself(name: str, cue_reader: Reader) -> None:
    spec = load_cues().signals[name]
    turns = {text: Turn(speaker=Speaker.CONSUMER, text=text) for text in spec.should_match}
    others = [Turn(speaker=Speaker.CONSUMER, text=text) for text in spec.should_not_match]
    keys = {text: {k for k, _ in cue_reader.matching_patterns(t)} for text, t in turns.items()}

    assert [text for text, found in keys.items() if name not in found] == []
    assert [t.text for t in others if name in {k for k, _ in cue_reader.matching_patterns(t)}] == []
    assert list(unneeded(cue_reader, load_cues(), name, spec)) == []


def test_shipped_names_are_those_of_the_closed_list() -> None:
    split = [split_name(name) for _, name in CASES]

    assert {name for name, _ in split} <= known_names()
    assert [(n, k) for n, k in split if k and n in KINDS and k not in KINDS[n]] == []


def test_every_name_of_the_closed_list_has_a_signal() -> None:
    shipped = {split_name(name)[0] for _, name in CASES}

    assert known_names() - shipped == set()


def test_no_example_stands_on_both_sides_of_its_signal() -> None:
    both = [
        (name, text)
        for family, name in CASES
        for text in family.signals[name].should_match
        if text in family.signals[name].should_not_match
    ]

    assert both == []


@pytest.mark.parametrize("family", [f for f in FAMILIES if f.after], ids=lambda f: f.about[:40])
def test_answers_are_answers_to_what_they_are_said_to_be(
    family: SignalFamily, reader: Reader
) -> None:
    asked = asked_in(family)
    assert asked is not None
    assert reader.read(asked).has(*family.after)


@pytest.mark.parametrize("family", [f for f in FAMILIES if f.after], ids=lambda f: f.about[:40])
def test_answers_to_nothing_are_none(
    family: SignalFamily, reader: Reader, without_answers: Reader
) -> None:
    asked = Turn(speaker=Speaker.CONSUMER, text="Mm.")
    before = reader.read(asked)

    for text in (text for spec in family.signals.values() for text in spec.should_match):
        turn = Turn(speaker=speaker_of(family), text=text)
        assert reader.read(turn, 1, before).signals == without_answers.read(turn, 1, before).signals
