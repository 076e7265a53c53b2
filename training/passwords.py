"""Passwords: kept as argon2 hashes alone; what a new one must be, and ones to be used once."""

import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from training.errors import TrainingError

SHORTEST, LONGEST = 10, 256
NO_PASSWORD = "-"  # noqa: S105 - it says that there is none
"""Kept instead of a hash: no password opens this account."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody takes for one another when they read them out."""
_FEWEST_LETTERS = 4
_hasher = PasswordHasher()
_decoy: list[str] = []


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(_normal(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether it is the password; where there is no account it takes as long to say no."""
    try:
        _hasher.verify(_kept_or_decoy(kept), _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether today's parameters are others than those of the hash."""
    return _hasher.check_needs_rehash(kept)


def one_time_password() -> str:
    """A password made at random, in groups that can be read out over a desk."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def check_new_password(password: str, again: str, name: str) -> None:
    """Raise where it is too short, too easy, or typed in two ways."""
    wrong = _wrong(_normal(password), name)
    if wrong:
        raise TrainingError(
            "password", wrong, f"at least {SHORTEST} characters; a few words in a row are good"
        )
    if password != again:
        raise TrainingError(
            "password", "the two passwords are not the same", "type the same one twice"
        )


def _wrong(password: str, name: str) -> str:
    if len(password) < SHORTEST:
        return f"this password has {len(password)} characters" if password else "it is missing"
    if len(password) > LONGEST:
        return f"this password has more than {LONGEST} characters"
    if len(set(password.casefold())) < _FEWEST_LETTERS:
        return "this password is nearly the same letter all along"
    plain = "".join(password.casefold().split())
    if plain == "".join(name.casefold().split()):
        return "this password is your name"
    return ""


def _normal(password: str) -> str:
    """The same password on every keyboard: an accent may be typed as one sign or as two."""
    return unicodedata.normalize("NFKC", password)


def _kept_or_decoy(kept: str | None) -> str:
    if kept is not None and kept != NO_PASSWORD:
        return kept
    if not _decoy:
        _decoy.append(hashed(secrets.token_urlsafe()))
    return _decoy[0]
