"""What is played with care: by the written lines alone, and for nobody's marks or entertainment."""

from collections.abc import Iterable
from typing import NoReturn

from calls.events import Voiced
from simulator.bands import NEVER_WITH_CARE
from simulator.bots.bot import Bot
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.models import Purpose

BEFORE = (
    "Nothing of this call counts anywhere: it has no bar to pass, and no test is made of it. "
    "The person on the line speaks in written lines alone. You can pause it and stop it at any "
    "time, and you need not take it at all."
)
AFTER = (
    "That was a hard one to take. Nobody was on the line; what it stirs up is real all the "
    "same. Take a few minutes before you read on, or read it another day: it stays here. Tell "
    "somebody you trust, a colleague or your team leader, how it was."
)


def check_care(scenario: Scenario, purpose: Purpose, voiced: Voiced) -> None:
    """Raise where a scenario that is played with care is asked for in a way that is not."""
    if not scenario.with_care:
        return
    if purpose is Purpose.ASSESSMENT:
        _refuse(scenario, "nobody is assessed on it", "practise it privately, or submit it")
    if voiced is not Voiced.TEMPLATE:
        _refuse(scenario, "no language model speaks in it", "choose the written lines")


def check_second_opinion(scenario: Scenario) -> None:
    """Raise where no language model may judge what was said."""
    if scenario.with_care:
        _refuse(scenario, "no language model judges it", "read the scorecard, and talk about it")


def check_bots(scenario: Scenario, bots: Iterable[Bot]) -> None:
    """Raise where a bot is asked for that never calls there."""
    named = tuple(bots)
    if bots_for(scenario, named) != named:
        never = " and ".join(NEVER_WITH_CARE)
        _refuse(scenario, f"{never} never call there", "another bot")


def bots_for(scenario: Scenario, bots: Iterable[Bot]) -> tuple[Bot, ...]:
    """The bots that may call: where care is needed, none that shouts or plays."""
    return tuple(b for b in bots if not scenario.with_care or b.id not in NEVER_WITH_CARE)


def _refuse(scenario: Scenario, wrong: str, allowed: str) -> NoReturn:
    raise TrainingError(f"scenario {scenario.id!r}", f"played with care: {wrong}", allowed)
