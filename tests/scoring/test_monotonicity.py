"""A better turn in the place of a worse one lowers no score, wherever in a call it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from calls.record import Record
from calls.turn import Speaker, Transcript
from commands.scenarios import PLAYED_AT
from compliance_rules import shipped_checker
from scoring.marks import Dimension
from scoring.review import review
from simulator.bots.bot import shipped_bots
from tests.conftest import Samples
from tests.shipped import SCENARIOS
from training.bot_practice import hold_calls

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
Scores = dict[Dimension, float]
Swap = tuple[str, str, int, int, tuple[str, str]]


def swaps(rng: Random, pairs: int) -> Iterator[tuple[Swap, Transcript]]:
    """Calls of bots in scenarios, and in each some turns to be said otherwise."""
    names = [name for name, one in SCENARIOS.items() if not (one.with_care or one.more_than_a_call)]
    for n in range(pairs):
        if n % SWAPS == 0:
            name, bot, seed = rng.choice(names), rng.choice(BOTS), rng.randint(1, 12)
            (call,) = hold_calls(SCENARIOS[name], [shipped_bots()[bot]], [seed], PLAYED_AT)
            said = call.record.transcript
            ours = [i for i, one in enumerate(said.turns) if one.speaker is Speaker.COLLECTOR]
        yield (name, bot, seed, rng.choice(ours), rng.choice(BETTER_FOR)), said


def scores_with(words: str, place: int, said: Transcript) -> Scores:
    """The scores of the call with these words in the place of a turn; nothing else changes."""
    turns = list(said.turns)
    turns[place] = turns[place].model_copy(update={"text": words})
    changed = Record(said.model_copy(update={"turns": tuple(turns)}))
    card = review(changed, shipped_checker()).scorecard
    return {score.dimension: score.value for score in card.scores if score.value is not None}


def lowered(worse: Scores, better: Scores) -> list[str]:
    """The dimensions in which the better turn costs something."""
    both = (one for one in worse if one in better)
    return [f"{d}: {worse[d]:.0f} -> {better[d]:.0f}" for d in both if better[d] < worse[d]]


def test_a_better_turn_lowers_no_score(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    pairs, fell = samples(small=16, full=1_000), []
    for swap, said in swaps(Random(6), pairs):
        *_, place, (worse, better) = swap
        down = lowered(scores_with(worse, place, said), scores_with(better, place, said))
        if down:
            fell.append((swap, down))
    figure("scores.better_turn_lowers_none", f"{pairs - len(fell)} of {pairs}")

    assert len(fell) <= 0.01 * pairs, fell
