"""Links of invitations: signed, so that what was not made here is told without looking it up."""

import hashlib
import os
import secrets
from pathlib import Path

from itsdangerous import BadData, URLSafeSerializer

from training.errors import TrainingError

KEY_FILE = "invitation_key"
"""What links are signed with, in the data folder; made with the first invitation."""
_KEY_BYTES = 32
_SALT = "invitation"


class BadLink(TrainingError):
    """A link that was not made here, or was cut short on its way."""

    def __init__(self) -> None:
        super().__init__(
            "link",
            "this is no link of an invitation here, or a part of it is missing",
            "the whole link, as it was sent to you; ask whoever invited you for a new one",
        )


def new_token(folder: Path, candidacy_id: str) -> str:
    """The part of a link that opens a candidacy; every one is another, and none can be guessed."""
    return str(_signer(folder).dumps([candidacy_id, secrets.token_urlsafe(16)]))


def candidacy_of_token(folder: Path, token: str) -> str:
    """The id of the candidacy that a token was made for, whether or not it still opens it."""
    try:
        candidacy_id, _ = _signer(folder).loads(token.strip())
    except (BadData, ValueError, TypeError) as error:
        raise BadLink from error
    return str(candidacy_id)


def token_hash(token: str) -> str:
    """What is kept of a token: enough to know it again, and not enough to use it."""
    return hashlib.sha256(token.strip().encode()).hexdigest()


def _signer(folder: Path) -> URLSafeSerializer:
    return URLSafeSerializer(
        _key(folder), salt=_SALT, signer_kwargs={"digest_method": hashlib.sha256}
    )


def _key(folder: Path) -> bytes:
    """The key of the folder; of two processes that make it at once both take the first one's."""
    path = folder / KEY_FILE
    if not path.exists():
        part = path.with_name(f"{KEY_FILE}.{os.getpid()}")
        part.touch(mode=0o600)
        part.write_bytes(secrets.token_bytes(_KEY_BYTES))
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return path.read_bytes()
