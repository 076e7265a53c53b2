"""What stands on the pages that are shown: calls that go on, opinions, weeks of practice."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from calls.money import Arrangement, Instalment, Money
from language_model import Settings
from scoring.judge import judge_of
from simulator.scripted import script, seed_for
from tests.language_model.server import KEY, MODEL, ModelServer
from tests.pages.finished import BADLY, finished
from tests.scoring.opinions import judges, remark
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import take_turn
from training.reviews import review_attempt
from training.second_opinions import ask_for_second_opinion
from training.store import Store


def lines(now: datetime) -> tuple[str, ...]:
    """The model call, its days told from this moment."""
    return script(LAID_OFF, LAID_OFF.model_call.lines, now)


def second_opinion(store: Store, person: Person, attempt: str) -> None:
    """What a language model said of it: ours, on this computer, that says what it is told."""
    demand = remark(6, "I need all of it today", "A demand leaves no room.", "What can you manage?")
    made_up = remark(6, "I am sorry to hear that")
    with ModelServer() as server:
        server.will(judges(5, 2, demand, made_up))
        asked = Settings.model_validate({"url": server.url, "model": MODEL, "key": KEY})
        ask_for_second_opinion(store, person, attempt, judge_of(asked), NOW + timedelta(days=1))


def six_turns(store: Store, person: Person, seed: int, began: datetime) -> Attempt:
    """A call that goes on."""
    attempt = on_a_call(store, person, seed=seed, now=began)
    for nth, line in enumerate(lines(began)[:6]):
        attempt = take_turn(store, person, attempt, line, began + timedelta(seconds=20 * nth))
    return attempt


def four_payments(today: date) -> Arrangement:
    """What was agreed in the call at its wrap-up."""
    first = LAID_OFF.day("first_payment", today)
    due = (first + timedelta(weeks=2 * nth) for nth in range(4))
    return Arrangement(instalments=tuple(Instalment(amount=Money.of(85), due=day) for day in due))


def counted(store: Store) -> str:
    """Somebody who submitted enough calls for a mean, and practised one of them again."""
    rita = sign_in_locally(store, "Rita Moreno", Role.TRAINEE, NOW)
    barred = [one for one in SCENARIOS.values() if not one.with_care]
    for nth, scenario in enumerate((*barred[:7], barred[0])):
        now, purpose = NOW + timedelta(days=nth), Purpose.PRIVATE if nth == 7 else Purpose.SUBMITTED
        said = script(scenario, scenario.model_call.lines, now)
        lines = BADLY if nth == 1 else said[: 3 + nth]
        seed = seed_for(scenario, scenario.model_call.answered_by)
        made = finished(store, lines, rita.name, scenario, seed, now, purpose)
        review_attempt(store, rita, made.id, now)
    return rita.name
