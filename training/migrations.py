"""The tables of the store, grown step by step; a step that was shipped is never edited."""

from sqlite_utils import Database, Migrations

from training.chain import enter_all

migrations = Migrations("right_party")


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


@migrations()
def verdicts(db: Database) -> None:
    """Verdicts on marks, each with what the machine had said; the latest on a mark counts."""
    db.table("verdicts").create(
        {
            "id": int,
            "attempt_id": str,
            "about": str,
            "name": str,
            "decision": str,
            "value": float,
            "reason": str,
            "machine": float,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"attempt_id", "about", "name", "decision", "reason", "person_id", "at"},
        strict=True,
    )
    db.table("verdicts").create_index(["attempt_id"])


@migrations()
def disputes(db: Database) -> None:
    """What trainees say of marks, and the one answer to each."""
    db.table("disputes").create(
        {
            "id": str,
            "attempt_id": str,
            "about": str,
            "name": str,
            "sentence": str,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"attempt_id", "about", "name", "sentence", "person_id", "at"},
        strict=True,
    )
    db.table("disputes").create_index(["attempt_id"])
    db.table("answers").create(
        {"dispute_id": str, "answer": str, "person_id": str, "at": str},
        pk="dispute_id",
        foreign_keys=[("dispute_id", "disputes", "id"), ("person_id", "people", "id")],
        not_null={"answer", "person_id", "at"},
        strict=True,
    )


@migrations()
def ratings(db: Database) -> None:
    """Sheets of raters, what each had seen before, and what they came to together."""
    people = [("attempt_id", "attempts", "id"), ("person_id", "people", "id")]
    db.table("looks").create(
        {"attempt_id": str, "person_id": str, "what": str},
        pk=("attempt_id", "person_id", "what"),
        foreign_keys=people,
        strict=True,
    )
    db.table("ratings").create(
        {"attempt_id": str, "person_id": str, "blind": int, "body": str, "at": str},
        pk=("attempt_id", "person_id"),
        foreign_keys=people,
        not_null={"blind", "body", "at"},
        strict=True,
    )
    db.table("consensus").create(
        {"attempt_id": str, "person_id": str, "reason": str, "body": str, "at": str},
        pk="attempt_id",
        foreign_keys=people,
        not_null={"person_id", "reason", "body", "at"},
        strict=True,
    )


@migrations()
def second_opinions(db: Database) -> None:
    """What a language model said of an attempt, once; apart from reviews and from ratings."""
    db.table("second_opinions").create(
        {"attempt_id": str, "person_id": str, "for_a_person": int, "body": str, "at": str},
        pk="attempt_id",
        foreign_keys=[("attempt_id", "attempts", "id"), ("person_id", "people", "id")],
        not_null={"person_id", "for_a_person", "body", "at"},
        strict=True,
    )


@migrations()
def assignments(db: Database) -> None:
    """Calls that somebody is to practise by a day."""
    db.table("assignments").create(
        {
            "id": str,
            "person_id": str,
            "by_id": str,
            "scenario_id": str,
            "title": str,
            "due": str,
            "note": str,
            "made_at": str,
            "withdrawn_at": str,
        },
        pk="id",
        foreign_keys=[("person_id", "people", "id"), ("by_id", "people", "id")],
        not_null={"person_id", "by_id", "scenario_id", "title", "due", "note", "made_at"},
        strict=True,
    )
    db.table("assignments").create_index(["person_id"])


@migrations()
def drill_answers(db: Database) -> None:
    """Answers in drills; when a card comes again is worked out from them."""
    db.table("drill_answers").create(
        {"person_id": str, "card": str, "nth": int, "answer": str, "right": int, "at": str},
        pk=("person_id", "card", "nth"),
        foreign_keys=[("person_id", "people", "id")],
        not_null={"answer", "right", "at"},
        strict=True,
    )


@migrations()
def deleted_attempts(db: Database) -> None:
    """Of practice that its owner deleted: that it was, and on which call; nothing that was said."""
    db.table("deleted_attempts").create(
        {
            "attempt_id": str,
            "person_id": str,
            "scenario_id": str,
            "form": int,
            "on_a_call": int,
            "deleted_at": str,
        },
        pk="attempt_id",
        foreign_keys=[("person_id", "people", "id")],
        not_null={"person_id", "scenario_id", "form", "on_a_call", "deleted_at"},
        strict=True,
    )
    db.table("deleted_attempts").create_index(["person_id"])


@migrations()
def chain(db: Database) -> None:
    """The chain (see `training.chain`), with everything that was kept before there was one."""
    db.table("chain").create(
        {
            "position": int,
            "kind": str,
            "part_of": str,
            "seq": int,
            "salt": bytes,
            "content_hash": bytes,
            "hash": bytes,
            "note": str,
        },
        pk="position",
        not_null={"kind", "content_hash", "hash"},
        strict=True,
    )
    db.table("chain").create_index(["part_of", "seq"], unique=True)
    enter_all(db)


@migrations()
def access_log(db: Database) -> None:
    """Who saw or changed what; it names attempts and people that may be gone."""
    db.table("access_log").create(
        {
            "id": int,
            "at": str,
            "person_id": str,
            "role": str,
            "deed": str,
            "attempt_id": str,
            "of_id": str,
            "note": str,
        },
        pk="id",
        not_null={"at", "person_id", "role", "deed", "note"},
        strict=True,
    )
    db.table("access_log").create_index(["attempt_id", "person_id"])
    db.table("access_log").create_index(["of_id"])


@migrations()
def accounts(db: Database) -> None:
    """Accounts: a person with a password and several roles, of which they act in one at a time.

    The row in `people` stays their id everywhere; its role is the one they act in at first. From
    here on a verdict keeps the role in which it was given, and a sign-in the one that is acted in.
    Whoever was signed in by a name alone signs in anew.
    """
    db.table("accounts").create(
        {
            "id": str,
            "name_key": str,
            "password": str,
            "one_time_until": str,
            "made_at": str,
            "ended_at": str,
        },
        pk="id",
        foreign_keys=[("id", "people", "id")],
        not_null={"name_key", "password", "made_at"},
        strict=True,
    )
    db.table("accounts").create_index(["name_key"], unique=True)
    db.table("account_roles").create(
        {"account_id": str, "role": str},
        pk=("account_id", "role"),
        foreign_keys=[("account_id", "accounts", "id")],
        strict=True,
    )
    db.table("tries").create({"name_key": str, "at": str}, not_null={"name_key", "at"}, strict=True)
    db.table("tries").create_index(["name_key", "at"])
    db.execute("drop index idx_people_name_key_role")
    db.table("people").create_index(["name_key", "role"])
    db.execute("delete from sign_ins")
    db.table("sign_ins").add_column("role", str, not_null_default="trainee")
    db.table("sign_ins").add_column("seen_at", str, not_null_default="")
    db.table("verdicts").add_column("role", str, not_null_default="trainer")
    db.execute("update verdicts set role = (select role from people where id = person_id)")


@migrations()
def claims(db: Database) -> None:
    """What was done under a name before accounts, and whose an administrator says it is."""
    db.table("claims").create(
        {
            "id": int,
            "account_id": str,
            "person_id": str,
            "asked_at": str,
            "decided_at": str,
            "decided_by": str,
            "granted": int,
        },
        pk="id",
        foreign_keys=[("account_id", "accounts", "id")],
        not_null={"account_id", "person_id", "asked_at"},
        strict=True,
    )


@migrations()
def bench(db: Database) -> None:
    """Versions of the house's own files, what was proved of a scenario, and who signed it off."""
    people = [("person_id", "people", "id")]
    db.table("file_versions").create(
        {
            "name": str,
            "number": int,
            "text": str,
            "fingerprint": str,
            "reason": str,
            "person_id": str,
            "at": str,
        },
        pk=("name", "number"),
        foreign_keys=people,
        not_null={"text", "reason", "person_id", "at"},
        strict=True,
    )
    db.table("proofs").create(
        {
            "id": int,
            "scenario_id": str,
            "fingerprint": str,
            "seeds": int,
            "missed": str,
            "person_id": str,
            "at": str,
        },
        pk="id",
        foreign_keys=people,
        not_null={"scenario_id", "fingerprint", "seeds", "missed", "person_id", "at"},
        strict=True,
    )
    db.table("proofs").create_index(["fingerprint"])
    db.table("sign_offs").create(
        {"fingerprint": str, "person_id": str, "at": str},
        pk=("fingerprint", "person_id"),
        foreign_keys=people,
        not_null={"at"},
        strict=True,
    )
