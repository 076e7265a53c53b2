"""Weeks of practice: calls alone and for others to read, again from a turn, and drills."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from calls.events import Hints
from demo.cast import Trainee
from demo.floor import Floor, likely
from drills import deck
from simulator.scenario import Scenario
from simulator.scripted import PAUSE, script
from training.beginning import begin
from training.bot_practice import play
from training.care import bots_for
from training.drilling import drill, keep_answer, question
from training.forms import form_given
from training.hinting import choose_hints
from training.models import Attempt, Person, Purpose, Role
from training.practice import end_call, take_turn
from training.reviews import review_attempt
from training.rewinding import branch, lines_to_try_again

Submitted = Callable[[Person, Attempt, datetime], None]
"""What follows once a call was handed in for others to read."""
_HOUSE = "Harbor Recovery"
_SEEDS = 10_000
_QUESTIONS = range(6, 12)
_ON_THE_PATH = (("forgetful_payer", 2, 12), ("laid_off_three_weeks_ago", 13, 30))
"""What most submit for their path, and between which days."""
_SKILL = {"exemplary": 0.92, "decent": 0.8, "soft": 0.65}


class Practice:
    """What trainees do by themselves; `submitted` is told of what they hand in."""

    def __init__(self, floor: Floor, submitted: Submitted) -> None:
        self._floor, self._submitted = floor, submitted

    def plan(self, who: Trainee) -> None:
        """Their weeks: when they come to practise, and when they drill."""
        story = self._floor.story
        chance = story.chance(who.name, "weeks")
        weeks = (story.ends - story.began) / timedelta(weeks=1)
        for nth in range(max(2, round(who.a_week * weeks))):
            days = _ON_THE_PATH[nth][1:] if nth < len(_ON_THE_PATH) else (2, 7 * weeks)
            at = story.at_work(chance.uniform(*days), chance)
            story.then(at, lambda now, nth=nth: self._comes(who, nth, now))  # type: ignore[misc]
        for nth in range(max(1, round(who.a_week * weeks / 3))):
            at = story.at_work(chance.uniform(2, 7 * weeks), chance)
            story.then(at, lambda now, nth=nth: self._drills(who, nth, now))  # type: ignore[misc]

    def plays(
        self, who: Trainee, scenario: Scenario, purpose: Purpose, now: datetime, chance: Random
    ) -> Attempt:
        """One call from the brief to the scorecard."""
        floor = self._floor
        person = floor.person(who.name, Role.TRAINEE)
        given = form_given(floor.store, person, floor.as_of_now(scenario.id)).scenario
        seed = chance.randrange(_SEEDS)
        attempt = begin(floor.store, person, given, purpose, seed, now)
        if purpose is Purpose.PRIVATE and likely(chance, 0.2):
            attempt = choose_hints(floor.store, person, attempt, Hints.GENTLE, now)
        attempt = play(floor.store, person, attempt, floor.bots[self._bot(who, chance)])
        ends = floor.ends(attempt)
        review_attempt(floor.store, person, attempt.id, ends)
        if purpose is Purpose.SUBMITTED:
            self._submitted(person, attempt, ends)
        return attempt

    def _bot(self, who: Trainee, chance: Random) -> str:
        """Who plays for them by now; nobody is as good every day."""
        nth = min(len(who.bots) - 1, int(self._floor.story.passed * len(who.bots)))
        return who.bots[max(0, nth - likely(chance, 0.25))]

    def _comes(self, who: Trainee, nth: int, now: datetime) -> None:
        chance = self._floor.story.chance(who.name, "call", nth)
        due = nth < len(_ON_THE_PATH) and likely(chance, 0.8)
        handed_in = due or likely(chance, 0.6)
        purpose = Purpose.SUBMITTED if handed_in else Purpose.PRIVATE
        chosen = self._floor.scenarios[_ON_THE_PATH[nth][0]] if due else self._chosen(who, chance)
        attempt = self.plays(who, chosen, purpose, now, chance)
        if purpose is Purpose.PRIVATE and likely(chance, 0.4):
            at = self._floor.ends(attempt) + timedelta(minutes=3)
            self._floor.story.then(at, lambda then: self._again(who, attempt, then))

    def _chosen(self, who: Trainee, chance: Random) -> Scenario:
        """A call of the house, and the further somebody is, the harder."""
        floor = self._floor
        hardest = 1 + round(2 * floor.story.passed + 0.3)
        bots = [floor.bots[name] for name in set(who.bots)]
        calls = [
            one
            for one in floor.scenarios.values()
            if one.house.name == _HOUSE
            and one.level <= hardest
            and not one.with_care
            and len(bots_for(one, bots)) == len(bots)
        ]
        return chance.choice(sorted(calls, key=lambda one: one.id))

    def _again(self, who: Trainee, first: Attempt, now: datetime) -> None:
        """The same call once more from its first line, better."""
        floor = self._floor
        person, lines = floor.person(who.name, Role.TRAINEE), lines_to_try_again(first)
        if not lines or len(first.state.calls) != 1:
            return
        attempt = branch(floor.store, person, first, lines[0], now)
        attempt = play(floor.store, person, attempt, floor.bots["decent"])
        review_attempt(floor.store, person, attempt.id, floor.ends(attempt))

    def _drills(self, who: Trainee, nth: int, now: datetime) -> None:
        floor = self._floor
        chance = floor.story.chance(who.name, "drill", nth)
        person = floor.person(who.name, Role.TRAINEE)
        knows = _SKILL.get(self._bot(who, chance), 0.5)
        at = now
        for _ in range(chance.choice(_QUESTIONS)):
            at += timedelta(seconds=chance.randrange(8, 20))
            going = drill(floor.store, person, floor.stock, now)
            asked = question(floor.stock, going)
            if asked is None or going.over(at):
                return
            wrong = [one for one in asked.choices if one != asked.answer] or ["I do not know."]
            answer = asked.answer if likely(chance, knows) else chance.choice(wrong)
            marked = deck.mark(floor.stock, asked, answer)
            keep_answer(floor.store, person, asked, answer, marked, at)


def leave_open(floor: Floor, name: str, now: datetime) -> None:
    """Somebody is in the middle of one call, and has another one to wrap up."""
    person = floor.person(name, Role.TRAINEE)
    scenario = floor.scenarios["laid_off_three_weeks_ago"]
    talking = begin(floor.store, person, scenario, Purpose.PRIVATE, 2, now)
    over = begin(floor.store, person, scenario, Purpose.SUBMITTED, 3, now + PAUSE)
    lines = script(scenario, scenario.model_call.lines, now)
    for nth, line in enumerate(lines[:5], start=1):
        talking = take_turn(floor.store, person, talking, line, now + nth * PAUSE)
        over = take_turn(floor.store, person, over, line, now + (nth + 1) * PAUSE)
    end_call(floor.store, person, over, now + 8 * PAUSE)
