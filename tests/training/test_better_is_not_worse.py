"""Better behaviour is never worse: an acknowledging turn in the place of a dismissive one."""

from collections.abc import Callable
from functools import cache
from random import Random

from calls.fold import fold
from calls.moves import Ending
from calls.state import CallState
from calls.turn import Speaker
from commands.scenarios import PLAYED_AT
from simulator.bots.bot import shipped_bots
from simulator.scenario import Scenario
from tests.conftest import Samples
from tests.shipped import SCENARIOS
from tests.simulator.playing import play
from training.bot_practice import hold_calls
from training.shipped import checker_for

DISMISSIVE = (
    "That's really not my problem.",
    "Everybody has problems.",
    "I've heard that one a hundred times.",
    "Well, that's no reason not to pay.",
    "You should have thought of that before.",
    "Spare me the details.",
    "I don't see what that has to do with it.",
    "Other people manage somehow.",
)
ACKNOWLEDGING = (
    "That sounds like a lot to carry, thank you for telling me.",
    "I can see why that worries you.",
    "That must be hard. Thanks for being open with me.",
    "It makes sense that you feel that way.",
    "I'm sorry, that can't be easy.",
    "Thank you for explaining that to me.",
    "That would be difficult for anybody.",
    "I hear how much this weighs on you.",
)
TALKERS = ("exemplary", "decent", "novice", "soft")


@cache
def lines_of(scenario: str, bot: str, seed: int) -> tuple[str, ...]:
    """What a bot said in one call."""
    (call,) = hold_calls(SCENARIOS[scenario], [shipped_bots()[bot]], [seed], PLAYED_AT)
    turns = call.record.transcript.turns
    return tuple(turn.text for turn in turns if turn.speaker is Speaker.COLLECTOR)


def ended(scenario: Scenario, lines: tuple[str, ...], seed: int) -> CallState:
    call = fold(play(scenario, lines, seed, checker_for(scenario.house).reader, PLAYED_AT)).call
    assert call is not None
    return call


def outcome(call: CallState) -> tuple[bool, bool]:
    """Something agreed is better than nothing, and a goodbye better than being hung up on."""
    return call.accepted is not None, call.ending is not Ending.HUNG_UP


def is_no_worse(kind: CallState, cold: CallState) -> bool:
    assert kind.mood is not None
    assert cold.mood is not None
    return kind.mood.trust >= cold.mood.trust and outcome(kind) >= outcome(cold)


def test_taking_it_up_is_no_worse_than_brushing_it_aside(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    rng, pairs, worse = Random(4), samples(small=15, full=500), []
    for _ in range(pairs):
        name, bot, seed = rng.choice(list(SCENARIOS)), rng.choice(TALKERS), rng.randint(1, 40)
        lines = lines_of(name, bot, seed)
        place = rng.randrange(1, len(lines))
        kind, cold = rng.choice(ACKNOWLEDGING), rng.choice(DISMISSIVE)
        calls = (
            ended(SCENARIOS[name], (*lines[:place], said, *lines[place:]), seed)
            for said in (kind, cold)
        )
        if not is_no_worse(*calls):
            worse.append((name, bot, seed, place, kind, cold))
    figure("bots.better_is_not_worse", f"{pairs - len(worse)} of {pairs}")

    assert len(worse) <= 0.02 * pairs, worse
