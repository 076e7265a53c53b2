"""Blindness: what those who rate a work sample call its candidate, and what is hidden, how long.

Nothing here asks who acts: it is asked by the functions that read attempts, of those they let in.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from calls.events import Event
from training.errors import Closed, TrainingError
from training.models import Attempt, Purpose

if TYPE_CHECKING:  # who merely signs in waits for no scenario
    from simulator.scenario import Scenario

NAMELESS = "A candidate"
"""Whoever took a work sample and has no alias."""
_BLOCK = "\N{FULL BLOCK}"
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?")
_SHORTEST = 2
_INTRODUCES = r"(?:this is|name is|name['\u2019]s|i am|i['\u2019]m|it['\u2019]s|call me|\u2588+)"

SHOWN_NAME = f"""case when attempts.purpose = '{Purpose.ASSESSMENT.value}'
        and attempts.person_id <> :reader
    then coalesce((select alias from candidacy_attempts
        join candidacies on candidacies.id = candidacy_id
        where attempt_id = attempts.id), '{NAMELESS}')
    else (select name from people where people.id = attempts.person_id) end"""  # noqa: S608
"""In a query of attempts: whose each is, as `:reader` may know it."""


WITHDRAWN = """exists (select 1 from candidacy_attempts
        join candidacies on candidacies.id = candidacy_id
        where attempt_id = attempts.id and withdrawn_at is not null)"""
"""In a query of attempts: whether it is of a work sample whose invitation was withdrawn."""


class MachineHidden(TrainingError):
    """A look at the machine's marks of a work sample before people have said what they saw."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            f"attempt {attempt_id!r}",
            "the machine's marks are hidden until two people have rated it and agreed",
            "save your own sheet, and then one sheet together",
        )


class NameKnown(TrainingError):
    """A rating by somebody who knows the name behind the alias."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(
            f"attempt {attempt_id!r}",
            "you made this work sample or invited its candidate, and know whose call it is",
            "somebody rates it who does not",
        )


def is_blind(row: Mapping[str, Any], person_id: str) -> bool:
    """Whether an attempt is rated without names, and this person is not the one who made it."""
    return bool(row["purpose"] == Purpose.ASSESSMENT and row["person_id"] != person_id)


def machine_hidden(db: Database, row: Mapping[str, Any], person_id: str) -> bool:
    """Whether the machine's marks of an attempt are hidden from this person, as yet."""
    agreed = "attempt_id = ?"
    return is_blind(row, person_id) and not db.table("consensus").count_where(agreed, [row["id"]])


def check_machine(db: Database, row: Mapping[str, Any], person_id: str) -> None:
    """Raise where the machine's marks are still hidden from this person."""
    if machine_hidden(db, row, person_id):
        raise MachineHidden(row["id"])


def name_known(db: Database, attempt_id: str, person_id: str) -> bool:
    """Whether this person knows the name behind the alias, having invited whose it is."""
    sql = """select 1 from candidacy_attempts
        join candidacies on candidacies.id = candidacy_id
        join assessments on assessments.id = assessment_id
        where attempt_id = ? and ? in (invited_by, made_by)"""
    return any(db.query(sql, (attempt_id, person_id)))


def check_nameless(db: Database, attempt_id: str, person_id: str) -> None:
    """Raise where this person knows the name behind the alias."""
    if name_known(db, attempt_id, person_id):
        raise NameKnown(attempt_id)


def check_not_withdrawn(db: Database, attempt_id: str) -> None:
    """Raise where the invitation behind it was withdrawn: nobody is rated for nothing."""
    sql = f"select 1 from attempts where id = ? and {WITHDRAWN}"  # noqa: S608  words of ours
    if any(db.query(sql, (attempt_id,))):
        raise Closed("work sample", "the invitation to it was withdrawn", "rate another one")


def name_for(db: Database, row: Mapping[str, Any], person_id: str) -> str:
    """Whose attempt it is, as this person may know it: a candidate's alias, anybody else's name."""
    sql = f"select {SHOWN_NAME} as name from attempts where id = :id"  # noqa: S608
    found = next(db.query(sql, {"reader": person_id, "id": row["id"]}))
    return str(found["name"])


def name_behind(db: Database, row: Mapping[str, Any]) -> str:
    """The name itself, for what hides it."""
    return str(db.table("people").get(row["person_id"])["name"])


def names_hidden(
    db: Database, row: Mapping[str, Any], person_id: str, scenario: "Scenario"
) -> Sequence[str]:
    """The parts of the name behind an attempt that are hidden from this person; none elsewhere."""
    if not is_blind(row, person_id):
        return ()
    made_up = (scenario.house.name, *(one.name for one in scenario.personas.values()))
    return names_to_hide(name_behind(db, row), made_up)


def names_to_hide(name: str, of_the_scenario: Iterable[str]) -> Sequence[str]:
    """The parts of somebody's name; those that are names in the scenario are nobody's."""
    made_up = frozenset(_WORD.findall(" ".join(of_the_scenario)))
    parts = _WORD.findall(name)
    return tuple(one for one in parts if len(one) >= _SHORTEST and one not in made_up)


def without_names(attempt: Attempt, names: Sequence[str]) -> Attempt:
    """The attempt with these names blacked out where they were said, written or noted."""
    return replace(attempt, events=tuple(_covered(event, names) for event in attempt.events))


def _covered(event: Event, names: Sequence[str]) -> Event:
    text = getattr(event, "text", None)
    if not isinstance(text, str):
        return event
    return event.model_copy(update={"text": blacked_out(text, names)})


def blacked_out(text: str, names: Sequence[str]) -> str:
    """The text without these names: as they are written, in capitals, or after "this is".

    In small letters elsewhere they stay: somebody may be called May, or Will.
    """
    if not names:
        return text
    one = "|".join(map(re.escape, names))
    upper = "|".join(re.escape(name.upper()) for name in names)
    text = re.sub(rf"\b(?:{one}|{upper})\b", lambda found: _BLOCK * len(found[0]), text)
    said = rf"\b({_INTRODUCES}\s+)((?:{one})(?:\s+(?:{one}))*)\b"
    return re.sub(said, lambda found: found[1] + _BLOCK * len(found[2]), text, flags=re.IGNORECASE)
