"""The words of the scales as raters read them: kept with the first sheet that was saved by them."""

from collections.abc import Iterable

from sqlite_utils import Database

from scoring.rating_scales import Scale, load_scales


def keep_words(db: Database, scales: Iterable[Scale]) -> None:
    """Keep scales as they read, for who is told later what a level meant."""
    rows = (
        {"fingerprint": scale.fingerprint, "content": scale.model_dump_json()} for scale in scales
    )
    db.table("scale_words").insert_all(rows, ignore=True)


def words_in(db: Database, name: str, fingerprint: str) -> Scale | None:
    """The scale by which somebody rated; what ships where its words were not kept yet."""
    return kept_words(db, fingerprint) or load_scales().get(name)


def kept_words(db: Database, fingerprint: str) -> Scale | None:
    """The words of a fingerprint, where they were kept."""
    for row in db.table("scale_words").rows_where("fingerprint = ?", [fingerprint]):
        return Scale.model_validate_json(row["content"])
    return None
