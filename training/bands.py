"""What bots reached against what a scenario declares: each band that is missed, in one line."""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from statistics import mean

from simulator.bands import PROVED_AGAINST, Band
from simulator.scenario import Scenario
from training.bot_practice import BotCall

ROUGH = ("rude", "pushy")
"""Bots that must end below the decent one."""
DECENT = "decent"
MANY = 20
"""From so many calls on a mean is taken as it is."""
BELOW = 95
"""In how many of 100 seeds they must."""
NEEDED = ("exemplary", DECENT, "novice")
"""Bots for which every scenario declares a band."""


def missed(scenario: Scenario, calls: Sequence[BotCall]) -> Iterator[str]:
    """Every declared band that the calls miss, and every bot that ends higher than it may."""
    for name in NEEDED:
        if name not in scenario.bands:
            yield f"bands: none for {name} - such as {name}: {{ends: [60, 100], grade: [50, 90]}}"
    if "novice" in scenario.bands and scenario.bands["novice"].walks_away is None:
        yield "bands.novice: no walks_away - in how many of 100 calls, and because: why"
    for name, band in scenario.bands.items():
        played = [call for call in calls if call.bot == name]
        if played:
            yield from (f"bands.{name}: {text}" for text in _judged(band, played))
    yield from _too_high(scenario, calls)
    yield from _rough_above_decent(calls)


def _judged(band: Band, calls: Sequence[BotCall]) -> Iterator[str]:
    """What misses the band; a known gap is told once it is closed."""
    found = tuple(_outside(band, calls))
    if not band.gap:
        yield from found
    elif not found and len(calls) >= MANY:
        yield "the gap is closed - take the line out"


def _outside(band: Band, calls: Sequence[BotCall]) -> Iterator[str]:
    ends = sum(call.acceptable_end for call in calls)
    if band.ends and not _share_within(ends, len(calls), band.ends):
        yield f"{ends} of {len(calls)} calls reach an acceptable end - {_of_100(band.ends)}"
    gone = sum(call.walked_away for call in calls)
    if band.walks_away and not _share_within(gone, len(calls), band.walks_away):
        yield f"in {gone} of {len(calls)} calls they walk away - {_of_100(band.walks_away)}"
    grades = [call.grade or 0.0 for call in calls]
    if band.grade and not _mean_within(grades, band.grade):
        told = f"the mean grade is {mean(grades):.0f}"
        yield f"{told} - {band.grade[0]} to {band.grade[1]} is declared"


def _share_within(count: int, of: int, band: tuple[int, int]) -> bool:
    """Whole calls are counted: of two calls, one may miss what 95 of 100 must reach."""
    return floor(band[0] * of / 100) <= count <= ceil(band[1] * of / 100)


def _mean_within(grades: Sequence[float], band: tuple[int, int]) -> bool:
    """Of few calls one may be out: it moves their mean by more than a band is wide."""
    sets = [grades]
    if len(grades) < MANY:
        sets += [[*grades[:n], *grades[n + 1 :]] for n in range(len(grades))]
    return any(not few or band[0] <= mean(few) <= band[1] for few in sets)


def _of_100(band: tuple[int, int]) -> str:
    return f"{band[0]} to {band[1]} of 100 are declared"


def _too_high(scenario: Scenario, calls: Sequence[BotCall]) -> Iterator[str]:
    """Who says nothing, or only the right words, ends below whatever band there is."""
    lows = [band.grade[0] for band in scenario.bands.values() if band.grade]
    for call in calls:
        if call.bot not in PROVED_AGAINST:
            continue
        if call.acceptable_end:
            yield f"{call.bot}: seed {call.seed} reaches an acceptable end - it must not"
        if call.grade is not None and lows and call.grade >= min(lows):
            yield (
                f"{call.bot}: seed {call.seed} has a grade of {call.grade:.0f} - "
                f"below every band, so less than {min(lows)}"
            )


def _rough_above_decent(calls: Sequence[BotCall]) -> Iterator[str]:
    decent = {call.seed: call.grade or 0.0 for call in calls if call.bot == DECENT}
    for name in ROUGH:
        pairs = [
            (call.grade or 0.0, decent[call.seed])
            for call in calls
            if call.bot == name and call.seed in decent
        ]
        below = sum(rough < fair for rough, fair in pairs)
        if below < floor(BELOW * len(pairs) / 100):
            yield f"{name}: ends below decent in {below} of {len(pairs)} seeds - {BELOW} of 100"
