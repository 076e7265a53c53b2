"""How long a text message is, by the alphabet of telephones and by any other."""

from __future__ import annotations

import pytest

from calls.text_length import text_length


@pytest.mark.parametrize(
    ("text", "places", "parts", "part_holds"),
    [
        ("", 0, 0, 160),
        ("a" * 160, 160, 1, 160),
        ("a" * 161, 161, 2, 153),
        ("a" * 306, 306, 2, 153),
        ("a" * 307, 307, 3, 153),
        ("é" * 70, 70, 1, 160),
        ("\u2019" * 70, 70, 1, 70),
        ("\u2019" * 71, 71, 2, 67),
        ("\u2019" * 135, 135, 3, 67),
    ],
)
def test_a_text_is_sent_in_parts(text: str, places: int, parts: int, part_holds: int) -> None:
    found = text_length(text)

    assert (found.places, found.parts, found.part_holds) == (places, parts, part_holds)


def test_some_signs_take_two_places() -> None:
    assert text_length("€[]").places == 6
    assert text_length("🙃").places == 2


def test_no_sign_is_cut_in_two() -> None:
    assert text_length("a" * 152 + "€" + "a" * 152).parts == 3
    assert text_length("a" * 66 + "🙃" + "a" * 67).parts == 3


def test_the_signs_that_make_it_shorter_are_named_once() -> None:
    assert text_length("It\u2019s \u2019so\u2019 🙃").foreign == ("\u2019", "🙃")
