"""People, what they attempted, and what was said: where the store began."""

from sqlite_utils import Database

from training.migrations.steps import migrations


@migrations()
def people(db: Database) -> None:
    """People, each one name in one role; `name_key` is the name without its capitals."""
    db.table("people").create(
        {"id": str, "name": str, "name_key": str, "role": str, "made_at": str},
        pk="id",
        not_null={"name", "name_key", "role", "made_at"},
        strict=True,
    )
    db.table("people").create_index(["name_key", "role"], unique=True)


@migrations()
def attempts(db: Database) -> None:
    """Attempts, and the scenarios as they stood when somebody attempted them."""
    db.table("scenarios").create(
        {"hash": str, "id": str, "content": str},
        pk="hash",
        not_null={"id", "content"},
        strict=True,
    )
    db.table("attempts").create(
        {
            "id": str,
            "person_id": str,
            "purpose": str,
            "accounts": str,
            "parent_attempt": str,
            "parent_seq": int,
            "scenario_id": str,
            "scenario_hash": str,
            "versions": str,
            "seed": int,
            "seen_before": int,
            "started_at": str,
        },
        pk="id",
        foreign_keys=[
            ("person_id", "people", "id"),
            ("scenario_hash", "scenarios", "hash"),
            ("parent_attempt", "attempts", "id"),
        ],
        not_null={
            "person_id",
            "purpose",
            "accounts",
            "scenario_id",
            "scenario_hash",
            "versions",
            "seed",
            "seen_before",
            "started_at",
        },
        strict=True,
    )
    db.table("attempts").create_index(["person_id", "started_at"])


@migrations()
def events(db: Database) -> None:
    """The log: `body` is the event as `calls.versions` writes it, the rest of a row finds it."""
    db.table("events").create(
        {"attempt_id": str, "seq": int, "at": str, "kind": str, "body": str},
        pk=("attempt_id", "seq"),
        foreign_keys=[("attempt_id", "attempts", "id")],
        not_null={"at", "kind", "body"},
        strict=True,
    )


@migrations()
def reviews(db: Database) -> None:
    """Reviews, each of an attempt up to `seq` by certain versions; none replaces another."""
    db.table("reviews").create(
        {"attempt_id": str, "seq": int, "versions": str, "made_at": str, "body": str},
        pk=("attempt_id", "seq", "versions"),
        foreign_keys=[("attempt_id", "attempts", "id")],
        not_null={"made_at", "body"},
        strict=True,
    )


@migrations()
def sign_ins(db: Database) -> None:
    """Browsers in which somebody is signed in; of their token only the hash is here."""
    db.table("sign_ins").create(
        {"token_hash": str, "person_id": str, "made_at": str},
        pk="token_hash",
        foreign_keys=[("person_id", "people", "id")],
        not_null={"person_id", "made_at"},
        strict=True,
    )


@migrations()
def spoken(db: Database) -> None:
    """What was said, to be searched; the log fills it by itself, and nothing else does."""
    db.execute(
        """create virtual table spoken using fts5(
            text, attempt_id unindexed, seq unindexed,
            tokenize = "unicode61 remove_diacritics 2")"""
    )
    db.execute(
        """create trigger spoken_too after insert on events when new.kind in ('said', 'replied')
            begin insert into spoken (text, attempt_id, seq)
                values (json_extract(new.body, '$.text'), new.attempt_id, new.seq); end"""
    )
    db.execute(
        """insert into spoken (text, attempt_id, seq)
            select json_extract(body, '$.text'), attempt_id, seq from events
            where kind in ('said', 'replied')"""
    )


@migrations()
def forms(db: Database) -> None:
    """The parallel form of an attempt; all that there were are of form 0, the file as written."""
    db.table("attempts").add_column("form", int, not_null_default=0)
