"""Accounts with their roles, and what was done under a name before."""

from sqlite_utils import Database

from training.migrations.steps import migrations


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
