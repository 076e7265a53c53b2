"""What was worked out from files, kept beside them until one of them changes.

It is a compiled form like Python's own, and stands where Python puts those: in `__pycache__`, under
the same conditions, trusted as they are. Nothing is lost when it is removed.
"""

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
_DIGEST = hashlib.sha256().digest_size


def kept(beside: Path, made_from: Iterable[Path], build: Callable[[], Made], with_: str) -> Made:
    """What `build` makes from files: taken from the last time unless one of them has changed.

    `beside` is the module that it is kept for, `with_` whatever else decides what is made (versions
    of libraries). A kept form that cannot be used is made anew; one that cannot be written is done
    without.
    """
    place = Path(cache_from_source(str(beside))).with_suffix(".kept")
    sources = _digest_of(made_from, f"{sys.version} {with_}")
    with _one_sweep():
        content = _unbroken(place, sources)
        if content is not None:
            made: Made = pickle.loads(content)  # noqa: S301  # as a module's compiled form is run
            return made
        made = build()
        if not sys.dont_write_bytecode:
            _write(place, sources, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def files_of(*packages: Path) -> tuple[Path, ...]:
    """The code and the data files of some packages."""
    return tuple(file for one in packages for end in ("*.py", "*.yaml") for file in one.rglob(end))


def versions_of(*libraries: str) -> str:
    """Which versions of some libraries are installed."""
    return " ".join(f"{name} {version(name)}" for name in libraries)


def _digest_of(files: Iterable[Path], with_: str) -> bytes:
    """Of names and contents; times change when nothing else does."""
    digest = hashlib.sha256(with_.encode())
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"\n{path} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _unbroken(place: Path, sources: bytes) -> bytes | None:
    """The kept form, where it is of these sources and whole."""
    try:
        content = place.read_bytes()
    except OSError:
        return None
    of, check, form = content[:_DIGEST], content[_DIGEST : 2 * _DIGEST], content[2 * _DIGEST :]
    return form if of == sources and check == hashlib.sha256(form).digest() else None


def _write(place: Path, sources: bytes, form: bytes) -> None:
    """All of it or nothing, whoever else writes at the same time."""
    with suppress(OSError):  # a folder that is for reading only
        place.parent.mkdir(exist_ok=True)
        draft = place.with_name(f"{place.name}.{os.getpid()}")
        draft.write_bytes(sources + hashlib.sha256(form).digest() + form)
        draft.replace(place)


@contextmanager
def _one_sweep() -> Iterator[None]:
    """Make very many objects that stay: looking for garbage among them costs a third of the time.

    What was made is then left out of every later search as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        gc.freeze()
