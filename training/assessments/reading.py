"""What who hires reads of one candidate: the calls in their words, and that it was read is logged.

The list of results has levels and places; words that somebody said are handed out here alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from calls.turn import Turn
from training.access_log import Deed, log, seen_lately
from training.assessments.hiring import check_reads_rated
from training.assessments.judged import JudgedCall
from training.assessments.models import Candidacy
from training.assessments.results import NotRated, Result, Results, results_in
from training.assessments.rows import candidacy_in
from training.models import Person
from training.rows import whole_attempt
from training.store import Store


@dataclass(frozen=True)
class CallRead:
    """One call as it was held: what raters made of it, every turn, and the note left behind."""

    judged: JudgedCall
    turns: tuple[Turn, ...]
    note: str

    @property
    def to_whom(self) -> str:
        """Whom the call was about."""
        return self.judged.scenario.consumer_name

    def words(self, turn: int | None) -> str:
        """What was said in a turn; nothing where it stands at none."""
        there = turn is not None and 0 <= turn < len(self.turns)
        return self.turns[turn].text if there and turn is not None else ""


@dataclass(frozen=True)
class Read:
    """A candidate's result beside all others, with their calls."""

    found: Results
    result: Result
    calls: tuple[CallRead, ...]


def read_candidate(store: Store, person: Person, candidacy_id: str, now: datetime) -> Read:
    """The result of one candidate with what was said; `NotRated` before two people agreed."""
    check_reads_rated(person)
    with store.reading() as db:
        candidacy = candidacy_in(db, candidacy_id)
        found = results_in(db, candidacy.assessment_id)
        result = next((one for one in found.lines if one.candidacy.id == candidacy_id), None)
        if result is None:
            raise NotRated(candidacy)
        calls = tuple(_call(db, call) for call in result.calls)
    _keep_reading(store, person, candidacy, (call.attempt_id for call in result.calls), now)
    return Read(found, result, calls)


def _call(db: Database, judged: JudgedCall) -> CallRead:
    state = whole_attempt(db, dict(db.table("attempts").get(judged.attempt_id))).state
    turns = tuple(turn for call in state.calls for turn in call.turns)
    return CallRead(judged, turns, state.wrap_up.notes)


def _keep_reading(
    store: Store, person: Person, candidacy: Candidacy, attempts: Iterable[str], now: datetime
) -> None:
    """A line of the access log for each call; again soon after is the same reading."""
    with store.reading() as db:
        new = [one for one in attempts if not seen_lately(db, person, now, one)]
    if not new:
        return
    with store.writing() as db:
        for one in new:
            log(db, person, Deed.READ, now, attempt_id=one, of=candidacy.person_id)
