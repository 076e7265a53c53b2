"""After the sample: what the candidate says of themselves if they like, and the feedback sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from training.assessments.places import attempts_in, own_candidacy
from training.errors import Closed, NotOffered
from training.models import Attempt, Person
from training.practice import scenario_of
from training.scale_words import words_in
from training.sheets import Sheet
from training.store import Store

SEXES = ("female", "male", "another", "no answer")
ETHNICITIES = (
    "Hispanic or Latino",
    "White",
    "Black or African American",
    "Native Hawaiian or Other Pacific Islander",
    "Asian",
    "American Indian or Alaska Native",
    "two or more",
    "no answer",
)
"""The groups of the US form EEO-1, in its order."""


def tell_demographics(
    store: Store, person: Person, candidacy_id: str, sex: str, ethnicity: str
) -> None:
    """What the candidate says of themselves, if they are asked and like to; stored apart."""
    for field, given, offered in (
        ("sex", sex, SEXES),
        ("ethnicity", ethnicity, ETHNICITIES),
    ):
        if given not in offered:
            raise NotOffered(field, given, offered)
    row = {"candidacy_id": candidacy_id, "sex": sex, "ethnicity": ethnicity}
    with store.writing() as db:
        _, set_up = own_candidacy(db, person, candidacy_id)
        if not set_up.asks_demographics:
            raise Closed("your answers", "nobody asks for them here", "leave the form")
        db.table("demographics").insert(row, replace=True)


def told_demographics(store: Store, person: Person, candidacy_id: str) -> bool:
    """Whether the form was answered already; what was said is not shown again."""
    with store.reading() as db:
        own_candidacy(db, person, candidacy_id)
        return bool(db.table("demographics").count_where("candidacy_id = ?", [candidacy_id]))


@dataclass(frozen=True)
class Shown:
    """What a candidate showed of one criterion, in the words of its scale and of the raters.

    `means` is None where the call gave no opportunity.
    """

    criterion: str
    asks: str
    means: str | None
    evidence: str


@dataclass(frozen=True)
class PartShown:
    """What was shown in one part of the sample, and the call in which it was, and with whom."""

    to_whom: str
    attempt: Attempt
    shown: tuple[Shown, ...]


def feedback(store: Store, person: Person, candidacy_id: str) -> tuple[PartShown, ...] | None:
    """The feedback sheet, from what the raters agreed on; None before somebody has decided."""
    with store.reading() as db:
        own_candidacy(db, person, candidacy_id)
        ids = attempts_in(db, candidacy_id)
        decided = db.table("hiring_decisions").count_where("candidacy_id = ?", [candidacy_id])
        sheets = _agreed(db, ids)
        shown = {one: tuple(_shown(db, sheet)) for one, sheet in sheets.items()}
    if not decided or len(sheets) < len(ids):
        return None
    parts = (store.attempt(person, one) for one in ids)
    return tuple(
        PartShown(scenario_of(store, person, one).consumer_name, one, shown[one.id])
        for one in parts
    )


def _agreed(db: Database, attempt_ids: tuple[str, ...]) -> dict[str, Sheet]:
    rows = (
        row
        for one in attempt_ids
        for row in db.table("consensus").rows_where("attempt_id = ?", [one])
    )
    return {row["attempt_id"]: Sheet.model_validate_json(row["body"]) for row in rows}


def _shown(db: Database, sheet: Sheet) -> Iterator[Shown]:
    """Criterion by criterion, in the words that the raters read."""
    for name, rated in sorted(sheet.levels.items()):
        scale = words_in(db, name, rated.scale)
        if scale is None:
            continue
        level = rated.level
        yield Shown(
            criterion=scale.name,
            asks=scale.asks,
            means=None if level is None else scale.levels[level - 1].means,
            evidence=rated.evidence,
        )
