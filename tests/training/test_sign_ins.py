"""A browser stays signed in by a token; the store could not give that token away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.training.floor import NOW
from training.models import Person
from training.sign_ins import LASTS, sign_out, signed_in, stay_signed_in
from training.store import Store

TOKEN = "a-token-made-at-random"


def test_a_token_stands_for_its_person_in_another_process_too(
    store: Store, ana: Person, tmp_path: Path
) -> None:
    stay_signed_in(store, ana, TOKEN, NOW)

    assert signed_in(Store(tmp_path), TOKEN, NOW) == ana


def test_another_token_stands_for_nobody(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana, TOKEN, NOW)

    assert signed_in(store, "guessed", NOW) is None
    assert signed_in(store, "", NOW) is None


def test_after_signing_out_the_token_stands_for_nobody(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana, TOKEN, NOW)
    sign_out(store, TOKEN)

    assert signed_in(store, TOKEN, NOW) is None


def test_a_token_ends_by_itself(store: Store, ana: Person) -> None:
    stay_signed_in(store, ana, TOKEN, NOW)

    assert signed_in(store, TOKEN, NOW + LASTS) == ana
    assert signed_in(store, TOKEN, NOW + LASTS + timedelta(seconds=1)) is None


def test_the_token_itself_is_not_kept(store: Store, ana: Person, tmp_path: Path) -> None:
    stay_signed_in(store, ana, TOKEN, NOW)

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert TOKEN.encode() not in kept
