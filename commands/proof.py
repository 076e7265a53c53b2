"""A proof that runs beside the pages: both scripted calls, and bots against their bands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from commands.beside import Beside
from commands.scenarios import PLAYED_AT, unproved
from simulator.bands import Band
from simulator.bots.bot import shipped_bots
from simulator.scenario import Scenario
from training.bands import missed
from training.bot_practice import BotCall, hold_calls
from training.care import bots_for


@dataclass
class Proof(Beside[BotCall]):
    """One proof of one scenario.

    `told` is called with what was missed once it is through, whoever looks at it then.
    """

    scenario: Scenario
    seeds: int
    told: Callable[[Sequence[str]], None]
    missed: tuple[str, ...] | None = None

    @property
    def name(self) -> str:
        """What it is called in the log."""
        return f"proof of {self.scenario.id}"

    @property
    def total(self) -> int:
        """How many calls there are to hold."""
        return len(bots_for(self.scenario, tuple(shipped_bots().values()))) * self.seeds

    def hold(self) -> Iterator[BotCall]:
        """The calls of every bot, after both scripted ones."""
        self._scripted = tuple(unproved(self.scenario))
        bots = tuple(shipped_bots().values())
        yield from hold_calls(self.scenario, bots, range(1, self.seeds + 1), PLAYED_AT)

    def keep(self) -> None:
        """Tell what was missed."""
        lines = (*self._scripted, *missed(self.scenario, self.calls))
        self.told(lines)
        self.missed = lines


@dataclass(frozen=True)
class Reached:
    """What one bot reached, in percent and as a mean grade, beside what is declared for it."""

    bot: str
    ends: int
    grade: float
    walked_away: int
    band: Band | None
    missed: tuple[str, ...]


def reached(proof: Proof) -> list[Reached]:
    """Each bot with what it reached, and what of it misses a band."""
    found = []
    for bot in dict.fromkeys(call.bot for call in proof.calls):
        calls = [call for call in proof.calls if call.bot == bot]
        about = (f"bands.{bot}: ", f"{bot}: ")
        lines = [line for line in proof.missed or () if line.startswith(about)]
        found.append(
            Reached(
                bot=bot,
                ends=round(100 * sum(call.acceptable_end for call in calls) / len(calls)),
                grade=sum(call.grade or 0.0 for call in calls) / len(calls),
                walked_away=round(100 * sum(call.walked_away for call in calls) / len(calls)),
                band=proof.scenario.bands.get(bot),
                missed=tuple(line.partition(": ")[2] for line in lines),
            )
        )
    return found


def reached_lines(found: Iterable[Reached]) -> Iterator[str]:
    """What each bot reached, one line each."""
    for one in found:
        sign = "missed" if one.missed else "met" if one.band else "no band"
        yield (
            f"{one.bot:<10} good ends {one.ends:>3} of 100, grade {one.grade:>3.0f}, "
            f"walked away {one.walked_away:>3} of 100: {sign}"
        )


def of_the_whole(proof: Proof) -> tuple[str, ...]:
    """What was missed that is about no bot: the scripted calls, and bands that there are not."""
    bots = {call.bot for call in proof.calls}
    names = tuple(f"{start}{bot}: " for bot in bots for start in ("bands.", ""))
    return tuple(line for line in proof.missed or () if not line.startswith(names))


def telling(proof: Proof, bot: str) -> list[BotCall]:
    """A bot's calls, those first that are furthest from its band."""
    calls = [call for call in proof.calls if call.bot == bot]
    band = proof.scenario.bands.get(bot)
    mean = sum(call.grade or 0.0 for call in calls) / len(calls)
    # Without a band a bot ends too high; with one it is outside above or below.
    too_high = band is None or (band.grade is not None and mean > band.grade[1])
    return sorted(
        calls,
        key=lambda call: (call.acceptable_end, not call.walked_away, call.grade or 0.0),
        reverse=too_high,
    )
