"""A work sample that somebody took is played once; each test gets a copy of the store with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.training.assessments.decided import decided
from tests.training.assessments.samples import manager
from tests.training.assessments.taken import THEN, agreed, raters, taken
from training.access_log import MACHINE
from training.assessments.models import Assessment, Candidacy
from training.backups import backup
from training.models import Attempt, Person
from training.store import FILE_NAME, Store


class Taken(NamedTuple):
    """A store in which one candidate handed in one call, and two people who may rate it."""

    store: Store
    candidacy: Candidacy
    attempt: Attempt
    ines: Person
    ugo: Person

    def agreed(self) -> Taken:
        """The same, once both rated it alike and agreed."""
        agreed(self.store, self.attempt)
        return self


class Four(NamedTuple):
    """A store in which four were rated and three decided on; it is read, and not changed."""

    store: Store
    mara: Person
    made: Assessment


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Four:
    """Kit Roe named arrest; the others did not."""
    store = Store(tmp_path_factory.mktemp("four"), lasting=False)
    made = decided(store, ("Zoe Adler", "Bo Lind", "Ann Marsh", "Kit Roe"), scenarios=1)
    return Four(store, manager(store), made)


class _Kept(NamedTuple):
    file: Path
    candidacy: Candidacy
    attempt: Attempt
    ines: Person
    ugo: Person


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> _Kept:
    folder = tmp_path_factory.mktemp("taken")
    store = Store(folder, lasting=False)
    candidacy, (attempt,) = taken(store)
    both = raters(store)
    backup(store, MACHINE, folder / "copy.sqlite", THEN)
    return _Kept(folder / "copy.sqlite", candidacy, attempt, *both)


@pytest.fixture
def one(tmp_path: Path, kept: _Kept) -> Taken:
    shutil.copy(kept.file, tmp_path / FILE_NAME)
    return Taken(Store(tmp_path), *kept[1:])
