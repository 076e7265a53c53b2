"""A better turn in the place of a worse one lowers no score, wherever in a call it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
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
BETTER_FOR = (
    ("That's really not my problem.", "I'm sorry, that can't be easy."),
    ("Everybody has problems.", "I can see why that worries you."),
    ("I've heard that one a hundred times.", "Thank you for telling me how it is."),
    ("Spare me the details.", "Tell me a little more about that."),
    ("I need all of it today.", "What could you manage without going short elsewhere?"),
    ("You'll just have to find the money.", "What is possible for you at the moment?"),
    ("Did you just forget?", "What has been going on since the last payment?"),
    ("You should have thought of that before.", "How are you managing right now?"),
    ("If you don't pay we'll have you arrested.", "Nobody gets into trouble for telling me."),
    ("Are you stupid or something?", "Let me put that more plainly."),
    ("Calm down.", "I understand that this makes you angry, and I'd like to sort it out."),
    ("Stop wasting my time.", "Take the time you need, I'm listening."),
)
"""What was said, and what is better in the same place."""


@cache
def transcript_of(scenario: str, bot: str, seed: int) -> Transcript:
    """One call of a bot, as it was said."""
    (call,) = hold_calls(SCENARIOS[scenario], [shipped_bots()[bot]], [seed], PLAYED_AT)
    return call.record.transcript


def scores_with(said: str, place: int, transcript: Transcript) -> dict[Dimension, float | None]:
    """The scores of the call with these words in the place of a turn; nothing else changes."""
    turns = list(transcript.turns)
    turns[place] = turns[place].model_copy(update={"text": said})
    changed = Record(transcript.model_copy(update={"turns": tuple(turns)}))
    card = review(changed, shipped_checker()).scorecard
    return {score.dimension: score.value for score in card.scores}


def lowered(worse: dict[Dimension, float | None], better: dict[Dimension, float | None]) -> list[str]:
    return [
        f"{dimension}: {value:.0f} -> {after:.0f}"
        for dimension, value in worse.items()
        if value is not None and (after := better.get(dimension)) is not None and after < value
    ]


def test_a_better_turn_lowers_no_score(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    rng, pairs, fell = Random(6), samples(small=40, full=1_000), []
    names = [name for name, one in SCENARIOS.items() if not (one.with_care or one.in_terminal)]
    for _ in range(pairs):
        name, bot, seed = rng.choice(names), rng.choice(BOTS), rng.randint(1, 12)
        transcript = transcript_of(name, bot, seed)
        ours = [n for n, one in enumerate(transcript.turns) if one.speaker is Speaker.COLLECTOR]
        place, (worse, better) = rng.choice(ours), rng.choice(BETTER_FOR)
        down = lowered(*(scores_with(said, place, transcript) for said in (worse, better)))
        if down:
            fell.append((name, bot, seed, place, better, down))
    figure("scores.better_turn_lowers_none", f"{pairs - len(fell)} of {pairs}")

    assert len(fell) <= 0.01 * pairs, fell
