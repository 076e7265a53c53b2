"""Account notes against the call: what is in them, what is missing, and what must not be there."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.accuracy import Fault, left_behind
from tests.scoring.noting import Noted, faults, items, mark, shipped_notes, with_note

NOTES = shipped_notes()
ANA, MARCUS, FLAT, BOYLE = (
    "laid_off_three_weeks_ago",
    "forgetful_payer",
    "room_mate_picks_up",
    "the_hostile_recorder",
)
TRUE = {
    ANA: (
        "Balance $11,862.00.",
        "Past due is $1,140.",
        "Paid $570 before, on time.",
        "RP laid off 3 wks ago",
        "unemployment still to start",
        "First pmt 3/24",
        "agreed $85 every two weeks",
        "by debit card",
        "Conf emailed to her.",
        "f/u in 60 days",
        "DOB vfd",
        "Spoke with Ms. Reyes.",
        "Rent comes first.",
    ),
    MARCUS: (
        "Mr Webb moved and forgot.",
        "PTP $186.40 3/15",
        "DC",
        "Pays on 15 March by debit card",
        "New addr taken",
        "RP vfd",
        "Confirmation goes to the new address",
    ),
    FLAT: ("Rm mate ans", "Joel home around half past six", "cb tmrw", "Nothing said of any debt."),
    BOYLE: (
        "RP disputes $640",
        "canceled in March",
        "complaint re Sunday",
        "he recorded the call",
        "on hold, answer in 15 days",
        "was angry at first, calm later",
    ),
}
FORBIDDEN = (
    "He is a liar.",
    "lazy",
    "Making excuses as always",
    "sounds drunk",
    "has breast cancer",
    "on antidepressants since May",
    "her sister Rosa",
    "neighbor Kevin told me",
    "card 4111 1111 1111 1111",
    "CVV 123",
    "SSN 123-45-6789",
    "password is bluefish7",
    "What an idiot.",
    "bad with money",
)


@pytest.mark.parametrize(("scenario", "one"), NOTES, ids=[one.note[:50] for _, one in NOTES])
def test_a_note_is_read_for_what_is_in_it(scenario: str, one: Noted) -> None:
    assert faults(scenario, one.note) == one.parts()


def test_the_notes_are_sixty_or_more() -> None:
    assert len({one.note for _, one in NOTES}) >= 60


@pytest.mark.parametrize(("scenario", "one"), NOTES, ids=[one.note[:50] for _, one in NOTES])
def test_whatever_is_the_matter_is_proved_or_says_why_not(scenario: str, one: Noted) -> None:
    turns = len(with_note(scenario, one.note).readings)

    for item in items(scenario, one.note):
        assert item.told
        if item.fault:
            assert bool(item.proof) != bool(item.unproved)
        if item.fault in (Fault.CONTRADICTED, Fault.MISSING):
            assert item.proof
        assert all(e.turn is not None and 0 <= e.turn < turns for e in item.proof)


A_NOTE = st.sampled_from(NOTES)


@given(A_NOTE, st.data())
@settings(max_examples=min(120, settings().max_examples), deadline=None)
def test_a_true_and_allowed_detail_never_lowers_a_note(
    note: tuple[str, Noted], data: st.DataObject
) -> None:
    scenario, one = note
    if scenario not in TRUE:
        return
    detail = data.draw(st.sampled_from(TRUE[scenario]))

    for longer in (f"{one.note.rstrip('.')}. {detail}", f"{detail.rstrip('.')}. {one.note}"):
        assert value(scenario, longer) >= value(scenario, one.note), longer


@given(A_NOTE, st.sampled_from(FORBIDDEN))
@settings(max_examples=min(120, settings().max_examples), deadline=None)
def test_what_has_no_place_in_a_note_never_raises_it(note: tuple[str, Noted], more: str) -> None:
    scenario, one = note

    for longer in (f"{one.note.rstrip('.')}. {more}", f"{more.rstrip('.')}. {one.note}"):
        assert value(scenario, longer) <= value(scenario, one.note), longer


@pytest.mark.parametrize("more", FORBIDDEN)
def test_what_has_no_place_lowers_a_good_note(more: str) -> None:
    good = "RP vfd. Forgot, moved. PTP $186.40 3/15 DC. New addr."

    assert value(MARCUS, good) == 100
    assert value(MARCUS, f"{good} {more}") < 100


def test_a_note_that_could_stand_anywhere_gains_nothing_by_a_judgement() -> None:
    anywhere = "Empathy shown, options offered, recap done, all was good."

    assert value(FLAT, anywhere) == 0
    assert value(FLAT, f"{anywhere} His brother Kevin is a liar.") == 0


def sentences_turned(note: str) -> str:
    parts = re.split(r"(?<!Mr)(?<!Ms)(?<!Mrs)\.\s+", note.rstrip("."))
    return ". ".join(reversed(parts))


SPELLED = {
    r"\bpmts?\b": "payment",
    r"\bw/": "with ",
    r"\bRP\b": "right party",
    r"\bDOB vfd\b": "date of birth verified",
    r"\bbiwkly\b": "every two weeks",
    r"\bDC\b": "debit card",
    r"\b0?3/24\b(?!/)": "March 24",
    r"\b3/15\b(?!/)": "March 15",
    r"\bPTP\b": "promise to pay",
    r"\brvw\b": "review",
    r"\bAgrd\b": "Agreed to",
}
SHORT = {
    r"\bMarch 24\b|\bMar 24\b": "3/24",
    r"\b15 March\b|\bMarch 15\b": "03/15",
    r"\b[Dd]ebit card\b": "DC",
    r"\bevery (?:two|2|other) weeks?\b": "biwkly",
    r"\b[Rr]eview\b": "rvw",
    r"\b[Ww]ith\b": "w/",
    r"\b[Dd]isputes\b": "disp",
}


def swapped(note: str, forms: dict[str, str]) -> str:
    for form, other in forms.items():
        note = re.sub(form, other, note)
    return note


WAYS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "no capitals": str.lower,
    "the sentences turned round": sentences_turned,
    "a line each": lambda note: re.sub(r"(?<!Mr)(?<!Ms)(?<!Mrs)\.\s+", "\n", note),
    "no point at the end": lambda note: note.rstrip("."),
    "spelled out": lambda note: swapped(note, SPELLED),
    "short": lambda note: swapped(note, SHORT),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("scenario", "one"), NOTES, ids=[one.note[:50] for _, one in NOTES])
def test_how_a_note_is_written_moves_it_by_two_at_most(scenario: str, one: Noted, way: str) -> None:
    changed = WAYS[way](one.note)

    assert abs(value(scenario, changed) - value(scenario, one.note)) <= 2, changed


def test_a_secret_is_not_repeated_in_the_scorecard() -> None:
    note = "RP moved. PTP $186.40 3/15 DC 4111 1111 1111 1111."

    given = mark(MARCUS, note)

    assert "4111" not in given.model_dump_json()
    assert all("4111" not in one.model_dump_json() for one in left_behind(with_note(MARCUS, note)))


def test_what_the_desk_shows_is_known() -> None:
    note = (
        "Ms Reyes laid off. $85 biwkly 3/24 DC. Bal $11,862, past due $1,140, pd $570 before. Rvw."
    )

    assert faults(ANA, note) == set()


def value(scenario: str, note: str) -> float:
    given = mark(scenario, note).value
    assert given is not None
    return given
