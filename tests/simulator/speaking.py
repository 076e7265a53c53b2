"""What the tests of the voice share: a call in a mood, and moves to say in it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act, Mood, Move
from calls.state import CallState
from calls.turn import Channel, Speaker
from simulator.forms import Band
from simulator.scenario import Scenario
from simulator.voice import Spoken, say
from tests.shipped import SCENARIOS

BEGAN = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
EVERY_FORM = tuple(
    one.form(number) for one in SCENARIOS.values() for number in range(len(one.form_names))
)
LAID_OFF = SCENARIOS["laid_off_three_weeks_ago"]
ROOM_MATE = SCENARIOS["room_mate_picks_up"]

MOODS = {
    Band.OPEN: Mood(trust=70, tension=10, engagement=60, shame=10, patience=60),
    Band.GUARDED: Mood(trust=40, tension=35, engagement=50, shame=30, patience=50),
    Band.ASHAMED: Mood(trust=40, tension=40, engagement=40, shame=70, patience=50),
    Band.TENSE: Mood(trust=20, tension=75, engagement=30, shame=40, patience=20),
}

EIGHTY_FIVE = Offer(
    by=Speaker.CONSUMER,
    amount=Money.of(85),
    schedule=Schedule(every=Every.TWO_WEEKS, start=date(2026, 12, 7)),
)


def form_id(scenario: Scenario) -> str:
    """What a test of this form is called."""
    return f"{scenario.id}.{scenario.form_number}"


def call_with(who: str, scenario: Scenario, band: Band = Band.GUARDED) -> CallState:
    """A call that just began, with somebody in that mood."""
    person = scenario.person(who)
    return CallState(
        account=scenario.account.id,
        who=who,
        speaker=person.speaker,
        answered_by=person.role,
        channel=Channel.CALL,
        began_at=BEGAN,
        mood=MOODS[band],
    )


def move_of(*acts: Act, speaker: Speaker = Speaker.CONSUMER, **more: object) -> Move:
    """A move with these acts."""
    return Move.model_validate({"speaker": speaker, "acts": acts, **more})


def after(call: CallState, said: Spoken) -> CallState:
    """The call with these lines used."""
    return replace(call, used_lines=(*call.used_lines, *said.lines))


def turns(move: Move, count: int, call: CallState, scenario: Scenario, seed: int = 1) -> list[str]:
    """The same move said again and again in one call."""
    texts = []
    for turn in range(count):
        said = say(move, call, scenario, seed + turn)
        call = after(call, said)
        texts.append(said.text)
    return texts
