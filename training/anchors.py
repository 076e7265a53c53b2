"""Anchors: the end of the chain as it was once, signed, in a file that is kept elsewhere."""

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from pydantic import AwareDatetime, ValidationError

from calls.turn import Frozen
from training.access_log import Deed, log
from training.chain import head
from training.errors import TrainingError
from training.managing import check_manages
from training.models import Person
from training.store import Store

KEY_FILE = "anchor_key.pem"
"""The key that signs anchors, in the data folder; made at the first anchor."""


class AnchorFault(TrainingError):
    """A file that cannot be used as an anchor."""


class Anchor(Frozen):
    """So many entries, the hashes of the first and the last of them, and who signed that."""

    what: Literal["right-party/anchor"] = "right-party/anchor"
    version: Literal[1] = 1
    made_at: AwareDatetime
    entries: int
    first_hash: str
    head_hash: str
    key: str
    signature: str = ""

    @property
    def first(self) -> bytes:
        """The hash of the first entry."""
        return bytes.fromhex(self.first_hash)

    @property
    def head(self) -> bytes:
        """The hash of the last entry."""
        return bytes.fromhex(self.head_hash)

    @property
    def fingerprint(self) -> str:
        """The key that signed it, short enough to be written down."""
        return _fingerprint(self.key)

    @property
    def signed(self) -> bytes:
        """What the signature is of."""
        told = self.model_dump(mode="json", exclude={"signature"})
        return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def anchor(store: Store, person: Person, now: datetime) -> Anchor:
    """The end of the chain as it is, signed with the key of the data folder."""
    check_manages(person)
    key = _key(store.folder)
    with store.writing() as db:
        log(db, person, Deed.ANCHORED, now)
        last = head(db)
        first = db.execute("select hash from chain where position = 1").fetchone()[0]
    made = Anchor(
        made_at=now.astimezone(UTC),
        entries=last.position,
        first_hash=first.hex(),
        head_hash=last.hash.hex(),
        key=key.public_key().public_bytes_raw().hex(),
    )
    return made.model_copy(update={"signature": key.sign(made.signed).hex()})


def check_free(path: Path) -> None:
    """Make sure that there is no file of that name, before anything is done for one."""
    if path.exists():
        raise AnchorFault(str(path), "it is there already", "another name for each anchor")


def save_anchor(made: Anchor, path: Path) -> None:
    """Write an anchor into a file of its own; one that is there stays."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(json.dumps(made.model_dump(mode="json"), indent=2) + "\n")
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise AnchorFault(str(path), wrong, "a file in a folder that is there") from error


def load_anchor(path: Path) -> Anchor:
    """An anchor from its file, if it is as it was signed."""
    allowed = "a file that `cli.py anchor` wrote, as it was written"
    try:
        found = Anchor.model_validate_json(path.read_bytes())
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(found.key))
        public.verify(bytes.fromhex(found.signature), found.signed)
    except OSError as error:
        raise AnchorFault(str(path), f"cannot be read ({error.strerror})", allowed) from error
    except (ValidationError, ValueError) as error:
        raise AnchorFault(str(path), "it is no anchor", allowed) from error
    except InvalidSignature as error:
        wrong = "it was changed after it was signed"
        raise AnchorFault(str(path), wrong, allowed) from error
    return found


def fingerprint_of(folder: Path) -> str | None:
    """The fingerprint of the key in a data folder; None where no anchor was made there yet."""
    path = folder / KEY_FILE
    if not path.exists():
        return None
    return _fingerprint(_load(path).public_key().public_bytes_raw().hex())


def same_key(one: str, other: str) -> bool:
    """Whether two fingerprints are the same, however they are spaced."""
    return _plain(one) == _plain(other)


def _plain(told: str) -> str:
    return "".join(told.split()).casefold()


def _fingerprint(public: str) -> str:
    told = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:32]
    return " ".join(told[at : at + 4] for at in range(0, len(told), 4))


def _key(folder: Path) -> Ed25519PrivateKey:
    """The key of the folder; of two processes that make it at once both take the first one's."""
    path = folder / KEY_FILE
    if not path.exists():
        fresh = Ed25519PrivateKey.generate()
        text = fresh.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        part = path.with_name(f"{KEY_FILE}.{os.getpid()}")
        part.touch(mode=0o600)
        part.write_bytes(text)
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return _load(path)


def _load(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as error:
        allowed = "put the key back from a copy, or take it away: the next anchor makes a new one"
        raise AnchorFault(str(path), "it is no key that can be read", allowed) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise AnchorFault(
            str(path), "it is a key of another kind", "the Ed25519 key of the anchors"
        )
    return key
