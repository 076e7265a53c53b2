"""A better turn in the place of a worse one lowers no score, wherever in a call it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from calls.record import Record
from calls.turn import Speaker
from commands.scenarios import PLAYED_AT
from compliance_rules import shipped_checker
from scoring.review import Scorecard, review
from simulator.bots.bot import shipped_bots
from simulator.scenario import Scenario
from tests.conftest import Samples
from tests.shipped import SCENARIOS
from training.bot_practice import hold_calls
from training.shipped import checker_for

BOTS = ("exemplary", "decent", "novice", "soft", "pushy")
SWAPS = 4
"""So many turns are swapped in each call that is played."""
BETTER_FOR = (
    ("That's really not my problem.", "I'm sorry, that can't be easy."),
    ("Everybody has problems.", "I can see why that worries you."),
    ("I've heard that one a hundred times.", "Thank you for telling me how it is."),
    ("Spare me the details.", "Tell me a little more about that."),
    ("I need all of it today.", "What could you manage without going short elsewhere?"),
    ("You'll just have to find the money.", "What is possible for you at the moment?"),
    ("Did you just forget?", "What has been going on lately?"),
    ("You should have thought of that before.", "How are you managing right now?"),
    ("If you don't pay we'll have you arrested.", "Nobody gets into trouble for telling me."),
    ("Are you stupid or something?", "Let me put that more plainly."),
    ("Calm down.", "I understand that this makes you angry, and I'd like to sort it out."),
    ("Stop wasting my time.", "Take the time you need, I'm listening."),
)
"""What was said, and what is better in the same place."""
LEAST = 2.0
"""So much of the grade has to go with a mark that is lost, for the loss to count."""
Swap = tuple[str, str, int, int, tuple[str, str]]


def swaps(rng: Random, pairs: int) -> Iterator[tuple[Swap, Record]]:
    """Calls of bots in scenarios, and in each some turns to be said otherwise."""
    names = [name for name, one in SCENARIOS.items() if not (one.with_care or one.more_than_a_call)]
    for n in range(pairs):
        if n % SWAPS == 0:
            name, bot, seed = rng.choice(names), rng.choice(BOTS), rng.randint(1, 12)
            (call,) = hold_calls(SCENARIOS[name], [shipped_bots()[bot]], [seed], PLAYED_AT)
            turns = call.record.transcript.turns
            ours = [i for i, one in enumerate(turns) if one.speaker is Speaker.COLLECTOR]
        yield (name, bot, seed, rng.choice(ours), rng.choice(BETTER_FOR)), call.record


def card_with(words: str, place: int, held: Record, scenario: Scenario | None) -> Scorecard:
    """The scorecard of the call with these words in the place of a turn; nothing else changes.

    With its scenario the wrap-up, what was decided and the truth stand beside it; without one it is
    a call from somewhere else, of which there are words alone.
    """
    turns = list(held.transcript.turns)
    turns[place] = turns[place].model_copy(update={"text": words})
    said = held.transcript.model_copy(update={"turns": tuple(turns)})
    changed = replace(held, transcript=said) if scenario else Record(said)
    checker = checker_for(scenario.house) if scenario else shipped_checker()
    return review(changed, checker, scenario).scorecard


def lowered(worse: Scorecard, better: Scorecard) -> list[str]:
    """The dimensions in which the better turn costs something.

    A mark that is lost counts where it takes some of the grade along: that of conduct is often made
    of the worse turn alone, and nothing is lost with it.
    """
    now = {score.dimension: score.value for score in better.scores}
    gone = _grade_falls(worse.grade.value, better.grade.value)
    return [
        f"{one.dimension}: {one.value:.0f} -> {now[one.dimension]}"
        for one in worse.scores
        if one.value is not None and _less(one.value, now[one.dimension], gone=gone)
    ]


def _grade_falls(was: float | None, now: float | None) -> bool:
    return was is not None and now is not None and was - now > LEAST


def _less(was: float, now: float | None, *, gone: bool) -> bool:
    return gone if now is None else now < was


def test_a_better_turn_lowers_no_score(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    pairs, fell = samples(small=16, full=1_000), []
    for swap, held in swaps(Random(6), pairs):
        name, *_, place, said = swap
        for scenario in (None, SCENARIOS[name]):
            worse, better = (card_with(words, place, held, scenario) for words in said)
            if down := lowered(worse, better):
                fell.append((swap, "with its scenario" if scenario else "without one", down))
    figure("scores.better_turn_lowers_none", f"{2 * pairs - len(fell)} of {2 * pairs}")
    for name, count in Counter(swap[0] for swap, *_ in fell).most_common():
        figure(f"scores.better_turn_lowers.{name}", count)

    assert len(fell) <= 0.01 * 2 * pairs, fell
