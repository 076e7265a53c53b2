"""What account notes tell, in the shorthand in which collectors write them."""

from datetime import date

import pytest

from language.noting import forbidden, note_families, note_reader, read_note
from language.shipped import shipped_reader
from language.shorthand import clauses, spelled_out
from language.signals import SignalFamily
from tests.language.test_signal_families import proved_entries, unneeded

CASES = [(family, name) for family in note_families() for name in family.signals]
IDS = [name for _, name in CASES]
TODAY = date(2026, 3, 10)


def told(text: str) -> set[str]:
    """The names of what a note tells, with their kinds."""
    signals = read_note(text, shipped_reader(), TODAY).signals
    return {f"{s.name}.{s.kind}" if s.kind else s.name for s in signals if s.asserted}


@pytest.mark.parametrize(("family", "name"), CASES, ids=IDS)
def test_what_a_note_tells_proves_itself(family: SignalFamily, name: str) -> None:
    spec = family.signals[name]

    assert [text for text in spec.should_match if name not in told(text)] == []
    assert [text for text in spec.should_not_match if name in told(text)] == []


@pytest.mark.parametrize(("family", "name"), CASES, ids=IDS)
def test_every_pattern_for_notes_is_needed_by_an_example(family: SignalFamily, name: str) -> None:
    spec = family.signals[name]
    spelled = spec.model_copy(
        update={"should_match": [spelled_out(text).text for text in spec.should_match]}
    )

    assert list(unneeded(note_reader(), family, name, spelled)) == []


@pytest.mark.parametrize("family", note_families(), ids=lambda family: family.about[:40])
def test_every_word_list_for_notes_is_proved(family: SignalFamily) -> None:
    reader = note_reader()
    examples = ((*s.should_match, *s.should_not_match) for s in family.signals.values())
    said = [" ".join(reader.words_read(text)) for texts in examples for text in texts]

    for name, entries in family.words.items():
        assert proved_entries(reader, entries, said) >= min(3, len(entries)), name


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Spk w/ RP. DOB vfd.", "spoke with right party. date of birth verified."),
        ("$85 biwkly", "$85 every two weeks"),
        ("$85/2wks, $40 /mo", "$85 every two weeks, $40 a month"),
        ("PTP 3/15 DC", "promise to pay 3/15 debit card"),
        ("Nothing here is short.", "Nothing here is short."),
    ],
)
def test_shorthand_is_spelled_out(note: str, words: str) -> None:
    assert spelled_out(note).text == words


def test_words_are_found_again_as_they_were_written() -> None:
    spelled = spelled_out("Spk w/ RP. PTP $186.40 3/15 DC, liar.")

    assert spelled.as_written(*span(spelled.text, "promise to pay $186.40")) == "PTP $186.40"
    assert spelled.as_written(*span(spelled.text, "debit card")) == "DC"
    assert spelled.as_written(*span(spelled.text, "liar")) == "liar"


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_title_ends_no_clause() -> None:
    note = "Spoke with Mr. Webb, pays $186.40. Moved"

    assert [note[start:end] for start, end in clauses(note)] == [
        "Spoke with Mr. Webb",
        "pays $186.40",
        "Moved",
    ]


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("SISTER ROSA CALLED", {"third_party"}),
        ("Kevin, her brother, called", {"third_party"}),
        ("Spoke with her sister-in-law Rosa", {"third_party"}),
        ("Her girlfriend's name is Rosa", {"third_party"}),
        ("attorney Ruth Pellegrino acts for him", set()),
        ("card ending 4242", set()),
        ("phone 614-555-0126, claim 88-1204", set()),
        ("4111111111111111", {"secret"}),
        ("sort code 04-00-04", {"secret"}),
        ("password reset sent", set()),
        ('he said "you are an idiot"', set()),
        ("brother will call back", set()),
    ],
)
def test_what_has_no_place_in_a_note(note: str, kinds: set[str]) -> None:
    read = read_note(note, shipped_reader(), TODAY)

    assert {one.kind for one in forbidden(read)} == kinds
