"""How far the rating of a work sample is, and what somebody who rates it is shown of it.

The ratings themselves are made where all ratings are: `training.ratings`.
"""

from enum import StrEnum

from sqlite_utils import Database

from simulator.scenario import Scenario
from training.assessments.blinding import name_known, names_hidden, without_names
from training.assessments.confirming import still_open
from training.judging import to_judge
from training.models import Attempt, Person
from training.ratings import TOGETHER
from training.store import Store, find


class Stage(StrEnum):
    """What comes next for one attempt of a work sample, as somebody who rates sees it."""

    RATE = "rate"
    """Their own sheet is due."""
    WAIT = "wait"
    """Their own sheet is there, and nobody else's yet."""
    AGREE = "agree"
    """They and somebody else have rated it apart, and come to one sheet now."""
    CONFIRM = "confirm"
    """The machine's hard fails are due to be looked at."""
    DONE = "done"
    OTHERS = "others"
    """Two others rate it, or they know whose it is."""


BEFORE_THE_MACHINE = frozenset({Stage.RATE, Stage.WAIT, Stage.AGREE, Stage.OTHERS})
"""While nothing of what the machine or a candidate said of marks is told."""
OVER = frozenset({Stage.DONE, Stage.OTHERS})
"""There is nothing left to do for this person."""


def stage(store: Store, person: Person, attempt_id: str) -> Stage:
    """What comes next for this person with this attempt."""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        return stage_in(db, attempt_id, person.id)


def stage_in(db: Database, attempt_id: str, person_id: str) -> Stage:
    """The same, for who has asked already whether they may judge it."""
    sql = """select person_id from ratings
        where attempt_id = ? and not json_extract(body, '$.model_rated')"""
    raters = [row["person_id"] for row in db.query(sql, (attempt_id,))]
    if person_id not in raters:
        enough = len(raters) >= TOGETHER or name_known(db, attempt_id, person_id)
        return Stage.OTHERS if enough else Stage.RATE
    if len(raters) < TOGETHER:
        return Stage.WAIT
    if not db.table("consensus").count_where("attempt_id = ?", [attempt_id]):
        return Stage.AGREE
    return Stage.DONE if still_open(db, attempt_id) == () else Stage.CONFIRM


def knows_the_name(store: Store, person: Person, attempt_id: str) -> bool:
    """Whether somebody who would rate it knows who is behind the alias."""
    with store.reading() as db:
        to_judge(db, person, attempt_id)
        return name_known(db, attempt_id, person.id)


def as_rated(store: Store, person: Person, attempt: Attempt, scenario: Scenario) -> Attempt:
    """The attempt as others read it: of a work sample without the name of whoever took it."""
    with store.reading() as db:
        names = names_hidden(db, find(db, person, attempt.id), person.id, scenario)
    return without_names(attempt, names) if names else attempt
