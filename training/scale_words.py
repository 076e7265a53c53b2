"""The words of the scales as raters read them: kept with the first sheet that was saved by them."""

from sqlite_utils import Database

from scoring.rating_scales import Scale, load_scales


def keep_words(db: Database) -> None:
    """Keep the scales as they read today, for who is told later what a level meant."""
    rows = (
        {"fingerprint": scale.fingerprint, "content": scale.model_dump_json()}
        for scale in load_scales().values()
    )
    db.table("scale_words").insert_all(rows, ignore=True)


def words_in(db: Database, name: str, fingerprint: str) -> Scale | None:
    """The scale by which somebody rated; today's where its words were not kept yet."""
    for row in db.table("scale_words").rows_where("fingerprint = ?", [fingerprint]):
        return Scale.model_validate_json(row["content"])
    return load_scales().get(name)
