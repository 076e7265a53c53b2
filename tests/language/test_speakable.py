"""What nobody could say on the telephone is found, whatever is hidden in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.turn import Speaker
from language.shipped import shipped_reader
from language.speakable import strange_words, unspeakable
from simulator.forms import shipped_forms

WRITTEN = [
    "**No.**", "*sighs* No.", "(sighs) No.", "[hesitates] No.", "# No", "- No", "1. No", "Ana: No.",
    "No.\nNo.", "```No```", "<b>No</b>", "No \U0001f614", "My s i s t e r", "My s1st3r",
    "HELLO YOU",
    "My s\u200bister", "My \u0455ister", "see https://example.com", "{no}", "no_no",
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_what_can_only_be_written_is_found(text: str) -> None:
    assert unspeakable(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mi hermana me presta el dinero.",
        "Meine Schwester leiht mir Geld.",
        "bxkgczlzdgvyihdvdwxkigxlbm",
        "retsis ym",
    ],
)
def test_words_of_no_language_that_is_read_are_found(text: str) -> None:
    assert strange_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "I can't, I won't, it hasn't, they'd … uh, gonna be late.",
        "It's $1,150 on the 15th, at 5pm; that's 50% — okay?",
        "I\u2019m not sure. \u201cMaybe\u201d, she said.",
    ],
)
def test_what_people_say_is_no_writing(text: str) -> None:
    assert unspeakable(text) == ""
    assert strange_words(text) == ()


def test_the_template_says_nothing_that_could_only_be_written() -> None:
    forms = [
        form.text
        for speaker in (Speaker.CONSUMER, Speaker.THIRD_PARTY)
        for of_act in shipped_forms()[speaker].values()
        for form in of_act
        if not (form.fits.written or "{" in form.text)
    ]

    assert [text for text in forms if unspeakable(text) or strange_words(text)] == []


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    assert isinstance(unspeakable(text), str)
    assert isinstance(strange_words(text), tuple)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("four hundred sixty-eight, or $468", {468}),
        ("the 15th of March, 1988", {15, 1988}),
        ("eleven hundred and fifty", {1150}),
        ("half a grand", {500}),
        ("nothing", set()),
    ],
)
def test_every_number_of_a_text_is_found(text: str, numbers: set[int]) -> None:
    assert shipped_reader().numbers_named(text) == numbers
