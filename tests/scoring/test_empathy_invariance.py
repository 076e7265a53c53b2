"""The same acts in other writing move no mark by more than 2; a better turn lowers none."""

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from calls.notation import parse_transcript
from calls.turn import Transcript
from commands.scenarios import PLAYED_AT
from scoring.marks import Score
from simulator.bots.bot import shipped_bots
from tests.conftest import Samples
from tests.scoring.empathising import CALLS, empathy, empathy_of, part
from tests.scoring.reworded import WAYS, put_otherwise
from tests.shipped import SCENARIOS
from training.bot_practice import hold_calls

MOST = 2.0
"""So many of 100 the score may move."""
SHARE = {"misspelling": 0.9}
"""Of the bots' calls, so many at least stay within; all others do in every call but one of fifty.

A slip of one letter in fifty hits a word of few letters now and then ("no more texta").
"""
BOTS = ("exemplary", "decent", "novice", "soft")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", CALLS)
def test_how_it_is_put_moves_the_score_by_two_at_most(name: str, way: str) -> None:
    call = parse_transcript(CALLS[name])
    plain, other = empathy_of(call).value, empathy_of(put_otherwise(call, WAYS[way])).value

    assert plain is not None
    assert other is not None
    assert abs(plain - other) <= MOST


@cache
def held(scenario: str) -> tuple[tuple[Transcript, float], ...]:
    """The bots' calls with anything to empathise with, and what they come to."""
    bots = [shipped_bots()[one] for one in BOTS if one in SCENARIOS[scenario].bands]
    calls = (c.record.transcript for c in hold_calls(SCENARIOS[scenario], bots, [1], PLAYED_AT))
    scored = ((call, empathy_of(call).value) for call in calls)
    return tuple((call, value) for call, value in scored if value is not None)


@pytest.mark.parametrize("way", WAYS)
def test_how_it_is_put_moves_few_of_the_bots_calls(
    way: str, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    some = list(SCENARIOS)[:: samples(small=12, full=1)]
    calls = [one for name in some for one in held(name)]
    moved = [abs((empathy_of(put_otherwise(c, WAYS[way])).value or 0) - v) for c, v in calls]
    within = sum(by <= MOST for by in moved)
    figure(f"empathy.invariant.{way.replace(' ', '_')}", f"{within} of {len(calls)} calls")

    assert within >= SHARE.get(way, 0.98) * len(calls) - 1


BAD = ("The balance is due.", "That is how it is.", "You should have thought of that before.")
SPECIFIC = ("That must be hard.", "That sounds like a lot.", "You are in a tough spot.")
VALID = ("Anybody in your place would worry.", "No wonder.", "That's not your fault.")
ASKING = ("What happened?", "How are you managing?", "Tell me more about that.")
TOLD = (
    "I lost my job in May.",
    "My dad is very sick.",
    "I'm really scared about this.",
    "I feel so ashamed.",
    "We can't afford the rent.",
    "I had a gambling problem.",
)
GRADES = ("bad", "formula", "specific", "asking", "valid")


def turn_of(grade: str, said: tuple[str, str, str, str]) -> str:
    """A turn of this grade; each holds what the one below it does, but for a bad one."""
    bad, specific, asking, valid = said
    match grade:
        case "bad":
            return bad
        case "formula":
            return "I understand."
        case "specific":
            return specific
        case "asking":
            return f"{specific} {asking}"
        case _:
            return f"{specific} {valid} {asking}"


Answer = tuple[str, str, tuple[str, str, str, str]]


def scored(call: list[Answer]) -> Score:
    lines = (f"consumer: {told}\ncollector: {turn_of(grade, said)}" for told, grade, said in call)
    return empathy("collector: Hello, is this Ana?\n" + "\n".join(lines))


def test_swapping_in_a_better_turn_hardly_ever_lowers_a_mark(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    """What is said again counts less, so that a better turn can make an equal one a repetition."""
    chance, pairs = Random(11), samples(small=50, full=1_000)
    lowered = sum(_lowers(chance) for _ in range(pairs))

    figure("empathy.better_turn_lowered_a_mark", f"{lowered} of {pairs}")
    assert lowered <= 0.01 * pairs


def _lowers(chance: Random) -> bool:
    """Whether a better turn somewhere in a made-up call lowers the score or a mark."""
    call = [_answer(chance) for _ in range(chance.randint(1, 4))]
    place = chance.randrange(len(call))
    told, grade, said = call[place]
    better = chance.choice(GRADES[GRADES.index(grade) :])
    before = scored(call)
    after = scored([*call[:place], (told, better, said), *call[place + 1 :]])
    marks = ((mark.value, part(after, mark.name).value) for mark in before.marks)
    pairs = [((before.value or 0), (after.value or 0)), *marks]
    return any(then is not None and now is not None and now < then for then, now in pairs)


def _answer(chance: Random) -> Answer:
    words = (
        chance.choice(BAD),
        chance.choice(SPECIFIC),
        chance.choice(ASKING),
        chance.choice(VALID),
    )
    return chance.choice(TOLD), chance.choice(GRADES), words
