"""Work samples: set up, looked over, taken by candidates, rated by two, decided on and closed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from commands.forms_played import FormsPlayed
from demo.candidates import take
from demo.cast import Candidate, WorkSample
from demo.floor import Floor
from demo.sheets import sheet, together
from training.assessments.bands import Standing
from training.assessments.bot_tables import PlayedForm, keep_bots
from training.assessments.confirming import confirm, places
from training.assessments.deciding import decide
from training.assessments.dry_runs import dry_run
from training.assessments.duties import usual_duties
from training.assessments.ending import end_application
from training.assessments.forms import draw, fingerprint, forms, sign_off
from training.assessments.invitations import Invited
from training.assessments.inviting import Guest, candidacies, invite, withdraw
from training.assessments.models import Assessment, BotTable, Decision, Form, SetUp
from training.assessments.results import results
from training.assessments.setting_up import close, make
from training.models import Attempt, Person, Role
from training.practice import scenario_of
from training.ratings import agree, by_people, rate, ratings
from training.reviews import review_attempt

_BOTS = ("exemplary", "soft", "pushy")
_DAY = timedelta(days=1)
_TALK = timedelta(minutes=50)
"""So long after the second sheet both sit together."""
_DECISIONS = {
    Standing.ABOVE: Decision.HIRE,
    Standing.ACROSS: Decision.NEXT_STEP,
    Standing.BELOW: Decision.NOT_NOW,
}


class Hiring:
    """One work sample from the posting on; `unopened` is an invitation that nobody opened."""

    def __init__(self, floor: Floor, plan: WorkSample, candidates: int, bot_calls: int) -> None:
        self._floor, self._plan, self._bot_calls = floor, plan, bot_calls
        self._candidates = plan.candidates[:candidates]
        (self._mara,) = floor.whoever(Role.HIRING_MANAGER)
        self._assessors = floor.whoever(Role.ASSESSOR)
        self._chance = floor.story.chance(plan.job)
        self.unopened: Invited | None = None

    def begins(self) -> None:
        """When each of it comes; a plan without candidates stays as it was drawn."""
        story = self._floor.story
        days = (story.ends - story.began) / _DAY - self._plan.days_ago
        story.then(story.at_work(max(0.0, days), self._chance), self._set_up)

    def _set_up(self, now: datetime) -> None:
        floor, plan = self._floor, self._plan
        set_up = SetUp(
            job=plan.job,
            scenarios=plan.scenarios,
            duties=usual_duties(),
            bar=plan.bar,
            appeals_to="people@harbor.example",
            asks_demographics=True,
        )
        made = make(floor.store, self._mara, set_up, now)
        seed = self._chance.randrange(1000)
        drawn = draw(floor.store, self._mara, made.id, floor.scenarios, seed, now)
        if not self._candidates:
            return
        self._let_bots_play(made, drawn, now)
        dry_run(floor.store, self._mara, made.id, now + timedelta(hours=1))
        after = self._plan.invited_after
        floor.story.then(floor.story.later(after / 2, self._chance), partial(self._sign, made))
        floor.story.then(floor.story.later(after, self._chance), partial(self._invite, made))
        if self._plan.decided_after is not None:
            at = floor.story.later(self._plan.decided_after, self._chance)
            floor.story.then(at, partial(self._decide, made))
        if self._plan.closed_after is not None:
            at = floor.story.later(self._plan.closed_after, self._chance)
            floor.story.then(at, partial(self._close, made))

    def _let_bots_play(self, made: Assessment, drawn: tuple[Form, ...], now: datetime) -> None:
        store, mara = self._floor.store, self._mara

        def told(tables: Mapping[PlayedForm, BotTable]) -> None:
            keep_bots(store, mara, made.id, tables, now)

        bots = tuple(self._floor.bots[name] for name in _BOTS)
        played = FormsPlayed(drawn, self._bot_calls, told, bots)
        played.run()
        if not played.through:
            raise RuntimeError(f"the bots broke off in the forms of {made.set_up.job!r}")

    def _sign(self, made: Assessment, now: datetime) -> None:
        store, by = self._floor.store, self._assessors[0]
        sign_off(store, by, made.id, fingerprint(made, forms(store, by, made.id)), now)

    def _invite(self, made: Assessment, now: datetime) -> None:
        floor = self._floor
        guests = [Guest(one.name, one.easier) for one in self._candidates]
        given = invite(floor.store, self._mara, made.id, guests, now, dice=self._chance)
        for who, one in zip(self._candidates, given, strict=True):
            at = floor.story.later(self._chance.choice((1, 2, 3, 4, 6)), self._chance)
            if who.withdrawn:
                floor.story.then(at, partial(self._withdraw, one))
            elif who.stays_away:
                self.unopened = one
            else:
                floor.story.then(at, partial(self._comes, made, who, one))

    def _withdraw(self, one: Invited, now: datetime) -> None:
        withdraw(self._floor.store, self._mara, one.candidacy.id, now)

    def _comes(self, made: Assessment, who: Candidate, one: Invited, now: datetime) -> None:
        floor = self._floor
        chance = floor.story.chance(self._plan.job, who.name)
        ended = take(floor, made, who, one.token, now, chance)
        for attempt in self._calls(one):
            days = chance.choice((1, 2, 3))
            both = ended
            for rater in self._assessors:
                at = max(ended, floor.story.later(days + chance.random(), chance))
                floor.story.then(at, partial(self._rate, rater, who, attempt))
                both = max(both, at)
            floor.story.then(both + _TALK, partial(self._agree, who, attempt))

    def _calls(self, one: Invited) -> tuple[Attempt, ...]:
        """What assessors find of this candidate in their queue."""
        reads = self._assessors[0]
        every = self._floor.store.attempts(reads, own=False)
        return tuple(a for a in every if a.person_id == one.candidacy.person_id)

    def _rate(self, rater: Person, who: Candidate, attempt: Attempt, now: datetime) -> None:
        floor = self._floor
        chance = floor.story.chance(rater.name, who.name, attempt.scenario_id)
        made = floor.marks(attempt, scenario_of(floor.store, rater, attempt))
        turns = sum(len(call.turns) for call in attempt.state.calls)
        rate(floor.store, rater, attempt.id, sheet(made, turns, floor.words, chance), now)

    def _agree(self, who: Candidate, attempt: Attempt, now: datetime) -> None:
        """Both come to one sheet, then one of them opens what the machine found, and looks."""
        floor, by = self._floor, self._assessors[-1]
        chance = floor.story.chance("agreed", who.name, attempt.scenario_id)
        sheets = [one.sheet for one in by_people(ratings(floor.store, by, attempt.id))]
        both = together(sheets, floor.words, chance)
        agree(floor.store, by, attempt.id, both, chance.choice(floor.words.agreed), now)
        made = review_attempt(floor.store, by, attempt.id, now + timedelta(minutes=5))
        for nth, place in enumerate(places(made)):
            holds = place.rule in both.not_met or nth == 0
            why = floor.words.confirmed if holds else floor.words.denied
            confirm(floor.store, by, attempt.id, place, holds, why, now + timedelta(minutes=6))

    def _decide(self, made: Assessment, now: datetime) -> None:
        """Once all are rated: a band of few candidates is as wide as nobody can decide by."""
        store, mara = self._floor.store, self._mara
        for line in results(store, mara, made.id).lines:
            where = line.standing(made.set_up.bar) or Standing.BELOW
            told = "hard_fail" if line.hard_fails else where.value
            why = self._floor.words.decisions[told]
            decide(store, mara, line.candidacy.id, _DECISIONS[where], why, now)
        words = self._floor.words
        for one in candidacies(store, mara, made.id):
            if one.finished_at is None:
                why = words.withdrawn if one.withdrawn_at else words.no_show
                end_application(store, mara, one.id, why, now + timedelta(minutes=10))

    def _close(self, made: Assessment, now: datetime) -> None:
        close(self._floor.store, self._mara, made.id, now)
