"""What trainers do: calls to practise, ratings, verdicts, and answers to who sees it otherwise."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random

from demo.cast import Trainee
from demo.coaching import Coaching
from demo.floor import Floor, likely
from demo.practising import Practice
from demo.sheets import sheet, together
from scoring.judged import WHOLE, Decision, Ruling, Subject, subjects
from scoring.review import Review
from training.assignments import assign, withdraw
from training.disputes import answer_dispute, dispute
from training.models import Attempt, Person, Purpose, Role
from training.practice import scenario_of
from training.ratings import agree, by_people, rate, ratings
from training.reviews import review_attempt
from training.second_ratings import rate_again
from training.verdicts import give_verdict

_GIVEN = ("laid_off_three_weeks_ago", "friday_for_sure", "the_wrong_maria", "forgetful_payer")
_DUE = timedelta(days=7)
_MOVES = 20


class Trainers:
    """Two trainers, who share the work."""

    def __init__(self, floor: Floor) -> None:
        self._floor, self._both = floor, floor.whoever(Role.TRAINER)
        self._coaching = Coaching(floor)

    def enrol(self, names: Sequence[str], at: datetime) -> None:
        """Who begins together, and on which path, once there are accounts."""
        self._floor.story.then(at, lambda now: self._coaching.enrols(names, now))

    def gives(self, who: Trainee, practice: Practice) -> None:
        """A call to practise, now and then; most do it in time, some late, some not yet."""
        story = self._floor.story
        chance = story.chance(who.name, "given")
        days = (story.ends - story.began) / timedelta(days=1)
        for nth in range(1 + likely(chance, 0.5)):
            at = story.at_work(chance.uniform(3, days - 2), chance)
            story.then(at, self._giving(who, practice, nth))

    def _giving(self, who: Trainee, practice: Practice, nth: int) -> Callable[[datetime], None]:
        def give(now: datetime) -> None:
            floor, chance = self._floor, self._floor.story.chance(who.name, "given", nth)
            by = chance.choice(self._both)
            to = floor.person(who.name, Role.TRAINEE)
            scenario = floor.scenarios[chance.choice(_GIVEN)]
            due = (now + _DUE).date()
            made = assign(floor.store, by, to, scenario, due, now, chance.choice(floor.words.given))
            if likely(chance, 0.1):
                withdraw(floor.store, by, made.id, now + timedelta(hours=1))
                return
            at = floor.story.later(chance.choice((1, 2, 3, 5, 9, 20)), chance)

            def practise(then: datetime) -> None:
                practice.plays(who, scenario, Purpose.SUBMITTED, then, chance)

            floor.story.then(at, practise)

        return give

    def look_at(self, owner: Person, attempt: Attempt, _: datetime) -> None:
        """A call was handed in: who rates it, who judges it, and when."""
        story = self._floor.story
        chance = story.chance(attempt.seed, owner.name, "judged")
        first, second = chance.sample(self._both, k=2)
        if first.name == owner.name or second.name == owner.name:
            return
        at = story.later(chance.choice((1, 1, 2, 3)), chance)
        if likely(chance, 0.75):
            story.then(at, lambda now: self._rate(first, attempt, now))
            if likely(chance, 0.65):
                soon = at + timedelta(hours=1)
                story.then(soon, lambda now: self._rate(second, attempt, now))
                if likely(chance, 0.4):
                    story.then(
                        soon + timedelta(hours=1), lambda now: self._agree(first, attempt, now)
                    )
        if likely(chance, 0.93):
            after = at + timedelta(hours=3)
            story.then(after, lambda now: self._rule(first, owner, attempt, now))

    def _chance(self, person: Person, attempt: Attempt, what: str) -> Random:
        return self._floor.story.chance(person.name, attempt.seed, attempt.scenario_id, what)

    def _rate(self, person: Person, attempt: Attempt, now: datetime) -> None:
        floor, chance = self._floor, self._chance(person, attempt, "rates")
        read = floor.store.attempt(person, attempt.id)
        turns = sum(len(call.turns) for call in read.state.calls)
        made = floor.marks(read, scenario_of(floor.store, person, read))
        rate(floor.store, person, attempt.id, sheet(made, turns, floor.words, chance), now)

    def _agree(self, person: Person, attempt: Attempt, now: datetime) -> None:
        floor, chance = self._floor, self._chance(person, attempt, "agrees")
        sheets = [one.sheet for one in by_people(ratings(floor.store, person, attempt.id))]
        both = together(sheets, floor.words, chance)
        agree(floor.store, person, attempt.id, both, chance.choice(floor.words.agreed), now)
        if likely(chance, 0.2):
            why = floor.words.second_thought
            rate_again(floor.store, person, attempt.id, both, why, now + timedelta(minutes=5))

    def _rule(self, person: Person, owner: Person, attempt: Attempt, now: datetime) -> None:
        """The trainer reads the machine's marks, and takes them or not."""
        floor, chance = self._floor, self._chance(person, attempt, "rules")
        made = review_attempt(floor.store, person, attempt.id, now)
        ruling = self._ruling(made, chance)
        give_verdict(floor.store, person, attempt.id, ruling, now)
        rest = Ruling(WHOLE, Decision.ACCEPT)
        give_verdict(floor.store, person, attempt.id, rest, now + timedelta(minutes=1))
        self._coaching.says(person, owner, attempt, made, now + timedelta(minutes=2))
        if likely(chance, 0.18) and (about := _lowest(made)):
            at = floor.story.later(1, chance)
            floor.story.then(at, lambda then: self._object(person, owner, attempt, about, then))

    def _ruling(self, made: Review, chance: Random) -> Ruling:
        words, there = self._floor.words, subjects(made)
        marks = [one for one in there.values() if one.is_mark and one.value is not None]
        findings = [one for one in there.values() if not one.is_mark]
        if findings and likely(chance, 0.15):
            return Ruling(findings[-1].about, Decision.REJECT, reason=words.rejected)
        if not marks or likely(chance, 0.4):
            return Ruling(WHOLE, Decision.ACCEPT)
        one = chance.choice(marks)
        up = (one.value or 0) < 100 - _MOVES and likely(chance, 0.6)
        value = max(0.0, min(100.0, (one.value or 0) + (_MOVES if up else -_MOVES)))
        reason = chance.choice(words.higher if up else words.lower)
        return Ruling(one.about, Decision.ADJUST, round(value), reason)

    def _object(
        self, judge: Person, owner: Person, attempt: Attempt, about: str, now: datetime
    ) -> None:
        floor, chance = self._floor, self._chance(owner, attempt, "objects")
        sentence = chance.choice(floor.words.disputed)
        asked = dispute(floor.store, owner, attempt.id, about, sentence, now)
        if likely(chance, 0.85):
            text = chance.choice(floor.words.answered)
            at = floor.story.later(1, chance)
            floor.story.then(
                at,
                lambda then: _ignore(
                    answer_dispute(floor.store, judge, attempt.id, asked.id, text, then)
                ),
            )


def _ignore(_: object) -> None:
    """Deeds hand nothing back."""


def _lowest(made: Review) -> str:
    """The mark that its owner is least happy with; none is none."""
    marks: list[Subject] = [one for one in subjects(made).values() if one.value is not None]
    return min(marks, key=lambda one: one.value or 0).about if marks else ""
