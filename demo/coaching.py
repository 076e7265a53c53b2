"""What trainers do for people: cohorts on a path, comments at turns, notes, and who reads them."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from calls.turn import Speaker
from compliance_rules.finding import Finding, Standing
from demo.floor import Floor, likely
from drills import deck
from scoring.review import Review
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.models import Attempt, Person, Role
from training.paths import give_path, make_path
from training.remarks import acknowledge, coach, comment

_COMMENTED, _COACHED, _READ = 0.35, 0.25, 0.7
"""So likely a trainer says something at a turn, or of the whole call, and a trainee reads it."""
_SOON = timedelta(minutes=2)


class Coaching:
    """Trainers who look after cohorts of their own."""

    def __init__(self, floor: Floor) -> None:
        self._floor, self._trainers = floor, floor.whoever(Role.TRAINER)

    def enrols(self, names: Sequence[str], now: datetime) -> None:
        """Trainees go into the cohorts in turns, from a table; then each cohort begins the path."""
        store, by = self._floor.store, self._trainers[0]
        ours = {one.name for one in self._trainers}
        named = self._floor.cast.cohorts
        table = io.StringIO()
        lines = csv.writer(table)
        lines.writerow(("name", "cohort", "reviewer"))
        for nth, name in enumerate(name for name in names if name not in ours):
            of = nth % len(named)
            reviewer = self._trainers[of % len(self._trainers)]
            lines.writerow((name, named[of], reviewer.name))
        enrol(store, by, look_over(store, by, table.getvalue().encode()), now)
        told = self._floor.cast.path
        path = make_path(store, by, told.name, told.steps, now)
        for one in cohorts(store, by):
            give_path(store, by, one.id, path.id, now.date(), now)

    def says(
        self, person: Person, owner: Person, attempt: Attempt, made: Review, now: datetime
    ) -> None:
        """Of a call with something in it: a word at the turn, and sometimes of all of it."""
        story = self._floor.story
        chance = story.chance(person.name, attempt.seed, attempt.scenario_id, "says")
        found = [one for one in made.check.findings if one.standing is Standing.NOT_MET]
        if found and likely(chance, _COMMENTED):
            self._comments(person, attempt, found[0], chance, now)
        if likely(chance, _COACHED if found else _COACHED / 4):
            self._coaches(person, owner, attempt, found, chance, now)

    def _comments(
        self, person: Person, attempt: Attempt, found: Finding, chance: Random, now: datetime
    ) -> None:
        turns = [turn for call in attempt.state.calls for turn in call.turns]
        if found.turn is not None and turns[found.turn].speaker is Speaker.COLLECTOR:
            text = chance.choice(self._floor.words.comments)
            comment(self._floor.store, person, attempt.id, found.turn, text, now)

    def _coaches(
        self,
        person: Person,
        owner: Person,
        attempt: Attempt,
        found: Sequence[Finding],
        chance: Random,
        now: datetime,
    ) -> None:
        floor = self._floor
        rules = [one.rule for one in found if deck.cards_of(floor.stock, one.rule)]
        drill = rules[0] if rules else "numbers"
        text = chance.choice(floor.words.notes)
        note = coach(floor.store, person, attempt.id, text, drill, now + _SOON)
        if likely(chance, _READ):
            at = floor.story.later(1, chance)
            floor.story.then(at, lambda then: self._reads(owner, note.attempt_id, note.id, then))

    def _reads(self, owner: Person, attempt_id: str, note: int, now: datetime) -> None:
        acknowledge(self._floor.store, owner, attempt_id, note, now)
