"""What one person wrote as a judge of others' work, for whoever takes their own data along.

Of whose work it was, the id alone: a name is theirs.
"""

import json
from typing import Any

from sqlite_utils import Database

from training.models import Person
from training.practising import check_practises
from training.store import Store

_SHEETS = ("ratings", "second_ratings", "consensus")
_WRITTEN = ("confirmations", "hiring_decisions")
_NOT_TOLD = frozenset({"id", "person_id", "machine"})


def judgements(store: Store, person: Person) -> dict[str, list[dict[str, Any]]]:
    """Everything of theirs by kind: sheets, verdicts, answers, remarks, and decisions.

    What they took back is among it, with when they did.
    """
    check_practises(person)
    with store.reading() as db:
        given = {name: _of(db, name, person) for name in (*_SHEETS, *_WRITTEN)}
        for name, sql in _QUERIES.items():
            given[name] = list(db.query(sql, [person.id]))
    return {name: [_told(row) for row in rows] for name, rows in given.items() if rows}


_QUERIES = {
    "verdicts": """select verdicts.*, gone.at as taken_back_at from verdicts
        left join verdicts_taken_back as gone on gone.verdict_id = verdicts.id
        where verdicts.person_id = ? order by verdicts.at, verdicts.id""",
    "remarks": """select remarks.*, gone.at as taken_back_at from remarks
        left join remarks_followed as gone
            on gone.remark_id = remarks.id and gone.what = 'taken-back'
        where remarks.person_id = ? order by remarks.at, remarks.id""",
    "answers": """select attempt_id, about, answer, answers.at, gone.at as taken_back_at
        from answers join disputes on disputes.id = dispute_id
        left join answers_followed as gone
            on gone.answer_id = answers.id and gone.what = 'taken-back'
        where answers.person_id = ? order by answers.at, answers.id""",
}
"""What is told with more than its own table has."""


def _of(db: Database, table: str, person: Person) -> list[dict[str, Any]]:
    return list(db.table(table).rows_where("person_id = ?", [person.id], order_by="at, rowid"))


def _told(row: dict[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in row.items() if name not in _NOT_TOLD}
    if "body" in told:
        told["sheet"] = json.loads(told.pop("body"))
    return told
