"""What somebody switched off on the pages, on whatever device they are."""

from enum import StrEnum

from training.models import Person
from training.store import Store


class Switch(StrEnum):
    """What is on as it comes, and can be off."""

    CLOCKS = "clocks"
    SINGLE_KEYS = "single_keys"


def switched_off(store: Store, person: Person) -> frozenset[Switch]:
    """What this person does not want; a switch of another version is passed over."""
    sql = "select switched_off from preferences where person_id = ?"
    with store.reading() as db:
        names = {row["switched_off"] for row in db.query(sql, [person.id])}
    return frozenset(one for one in Switch if one.value in names)


def set_switch(store: Store, person: Person, switch: Switch, on: bool) -> None:
    """Switch something on or off for this person."""
    row = {"person_id": person.id, "switched_off": switch.value}
    with store.writing() as db:
        if on:
            db.table("preferences").delete_where(
                "person_id = :person_id and switched_off = :switched_off", row
            )
        else:
            db.table("preferences").insert(row, ignore=True)
