"""The scales that people rate by: the house's own words over those that ship, in versions.

What a rating was made by is kept with it (`training.scale_words`); a work sample keeps the scales
that it was locked with. The machine's marks depend on none of these words.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from sqlite_utils import Database

from datafiles import DataFileError, Written, changed, text_of, written
from scoring.rating_scales import FOLDER, Opened, Scale, load_scales, open_own, open_scales
from training import own_files
from training.bench import check_writes
from training.errors import NotOffered, TrainingError
from training.judging import to_judge
from training.models import Person
from training.scale_words import keep_words, kept_words, words_in
from training.store import Store

OWN_FOLDER = "scales"
"""Where in the data folder the house's own scales are."""
_WHAT = "rating scales"
Scales = Mapping[str, Scale]


@dataclass(frozen=True)
class OwnScales(own_files.OwnFiles):
    """Where the house's own scales are, and the store that keeps their versions."""

    kind: ClassVar[str] = "scales/"


def own_scales(store: Store) -> OwnScales:
    """Those of an installation."""
    return OwnScales(store, store.folder / OWN_FOLDER)


def opened_scales(folder: Path) -> Opened:
    """The scales in use where this is the data folder, and the files that cannot be used."""
    own = folder / OWN_FOLDER
    return _opened(own, written(sorted(own.glob("*.yaml"))))


@lru_cache(maxsize=8)
def _opened(own: Path, _key: Written) -> Opened:
    return open_scales(own)


def scales_in_use(store: Store) -> Scales:
    """By what people rate today, but for work samples that were locked before."""
    return opened_scales(store.folder).scales


def scales_for(store: Store, person: Person, attempt_id: str) -> Scales:
    """By what this person rates this attempt."""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        return scales_of(db, store.folder, attempt_id)


def scales_of(db: Database, folder: Path, attempt_id: str) -> Scales:
    """The same, for who has asked already: those its work sample was locked with, else today's."""
    today = opened_scales(folder).scales
    sql = """select scale, fingerprint from assessment_scales
        join candidacies on candidacies.assessment_id = assessment_scales.assessment_id
        join candidacy_attempts on candidacy_id = candidacies.id where attempt_id = ?"""
    locked = {
        row["scale"]: words
        for row in db.query(sql, (attempt_id,))
        if (words := words_in(db, row["scale"], row["fingerprint"]))
    }
    return {**today, **locked}


def scales_read(store: Store, attempt_id: str, read: Mapping[str, str]) -> Scales:
    """The scales by which somebody filled in a sheet: `read` are the fingerprints that they saw.

    Words may have been written anew while somebody rated: what a level meant is what they read.
    """
    with store.reading() as db:
        now = scales_of(db, store.folder, attempt_id)
        return {name: _read(db, one, read.get(name, "")) for name, one in now.items()}


def _read(db: Database, now: Scale, fingerprint: str) -> Scale:
    if fingerprint in ("", now.fingerprint):
        return now
    read = kept_words(db, fingerprint)
    if read is None or read.id != now.id:
        where = f"criterion {now.name!r}"
        wrong = "its words were changed while you had it open, and nobody knows yours any more"
        raise TrainingError(where, wrong, "read it as it is now, and rate it again")
    return read


def lock_scales(db: Database, folder: Path, assessment_id: str) -> None:
    """Candidates of a work sample are rated by these words, whatever is written later."""
    scales = opened_scales(folder).scales.values()
    keep_words(db, scales)
    rows = (
        {"assessment_id": assessment_id, "scale": one.id, "fingerprint": one.fingerprint}
        for one in scales
    )
    db.table("assessment_scales").insert_all(rows, ignore=True)


def locked_scales(db: Database, assessment_id: str) -> tuple[Scale, ...]:
    """The scales that a work sample was locked with, by name; none where it is older than that."""
    where = ("assessment_id = ?", [assessment_id])
    rows = list(db.table("assessment_scales").rows_where(*where, order_by="scale"))
    found = (words_in(db, row["scale"], row["fingerprint"]) for row in rows)
    return tuple(one for one in found if one)


def scale_versions(store: Store, person: Person, name: str) -> tuple[own_files.Version, ...]:
    """The versions of the house's own words for a scale, the oldest first."""
    check_writes(person, _WHAT)
    return own_files.kept_versions(own_scales(store), name)


def save_scale(
    store: Store, person: Person, name: str, text: str, reason: str, now: datetime, based_on: int
) -> own_files.Version:
    """Keep a text as the words by which people rate from now on; it has to be whole.

    Its number is counted here: the same words have the same number again.
    """
    check_writes(person, _WHAT)
    own = own_scales(store)
    _check_name(name)
    own_files.check_draft(text, reason)
    try:
        scale = open_own(text, own.path(name))
    except DataFileError as error:
        first = error.faults[0].strip()
        wrong = f"it has faults, the first in line {first}"
        raise TrainingError(f"{name}.yaml", wrong, "mend them first") from error
    numbered = numbered_as(text, scale, _known(own, name))
    words = open_own(numbered, own.path(name))
    draft = own_files.Draft(name, numbered, reason, based_on, words.fingerprint)
    before = scales_in_use(store).values()
    with own_files.entering(own, name, numbered) as db:
        keep_words(db, (*before, words))
        return own_files.keep_in(db, own, person, draft, now)


def restore_scale(
    store: Store, person: Person, name: str, number: int, now: datetime, based_on: int
) -> own_files.Version:
    """Make the words of an earlier version the present ones, as a new version."""
    check_writes(person, _WHAT)
    found = own_files.wanted(own_scales(store), name, number)
    if not found.text:
        return back_to_shipped(store, person, name, own_files.once_more(number), now, based_on)
    return save_scale(store, person, name, found.text, own_files.once_more(number), now, based_on)


def back_to_shipped(
    store: Store, person: Person, name: str, reason: str, now: datetime, based_on: int
) -> own_files.Version:
    """Rate by the words that ship again, also by those of later releases."""
    check_writes(person, _WHAT)
    _check_name(name)
    before = scales_in_use(store).values()
    own, draft = own_scales(store), own_files.Draft(name, "", reason, based_on)
    with own_files.entering(own, name, None) as db:
        keep_words(db, before)
        return own_files.keep_in(db, own, person, draft, now)


def text_in_use(store: Store, name: str) -> str:
    """The file of a scale as it stands, the house's own before the one that ships.

    One that cannot be read is left out, as it is where people rate.
    """
    _check_name(name)
    with suppress(DataFileError):
        return text_of(own_scales(store).path(name))
    return text_of(FOLDER / f"{name}.yaml")


def _check_name(name: str) -> None:
    if name not in load_scales():
        raise NotOffered("criterion", name, load_scales())


def _known(own: OwnScales, name: str) -> Iterable[Scale]:
    """Every wording that has a number already: what ships, and all that were kept."""
    yield load_scales()[name]
    for one in own_files.kept_versions(own, name):
        try:
            yield open_own(one.text, own.path(name))
        except DataFileError:
            continue  # taken away, or written for another release


def numbered_as(text: str, scale: Scale, known: Iterable[Scale]) -> str:
    """The text with the number of its words: that of the same words, else the next one."""
    there = list(known)
    same = next((one.version for one in there if one.words == scale.words), None)
    number = same or max((one.version for one in there), default=0) + 1
    return text if number == scale.version else changed(text, ("version",), number)
