"""The numbers of the mind, gathered in one frozen place; a stored log does not depend on them."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from calls.turn import Frozen
from datafiles import load_file

Trait = Literal["pride", "impatience", "rights"]


class Steps(Frozen):
    """By how much a mood moves."""

    trust: int = 0
    tension: int = 0
    engagement: int = 0
    shame: int = 0
    patience: int = 0


class Cause(Frozen):
    """One thing that moves the mood; `again` multiplies it for each time it happened before."""

    because: str
    steps: Steps
    scaled_by: Trait | None = None
    again: Annotated[float, Field(gt=0, le=2)] = 1.0


class Feelings(Frozen):
    """Everything that moves a mood, by name."""

    causes: dict[str, Cause]


class Thresholds(Frozen):
    """Where the person does something else than before.

    The shares of `concessions` say how much of the way to the most they can pay each new counter
    goes; they shrink, and after the last one there are no more. A first number heard from
    the other side, up to `anchors_up_to` times the most, draws theirs up by `anchor_draws`.
    """

    warns_at_tension: int = 72
    warns_at_patience: int = 12
    half_says_yes: int = 30
    meek_below_pride: int = 40
    proud_from_pride: int = 50
    snaps_at_tension: int = 45
    cries_at_shame: int = 85
    hides_at_shame: int = 55
    talks_at_engagement: int = 25
    names_amount_trust: int = 28
    accepts_tight_trust: int = 38
    accepts_any_trust: int = 18
    concedes_at_trust: int = 25
    steps_up_trust: int = 45
    third_party_helps_trust: int = 30
    most_trust_won: int = 7
    most_calm_won: int = 10
    concessions: tuple[float, ...] = (0.5, 0.3, 0.15)
    anchors_up_to: float = 1.5
    anchor_draws: float = 0.2
    round_to_cents: int = 500
    asks_who_at_most: int = 3
    long_turn_words: int = 85
    closed_in_a_row: int = 3


class Constants(Frozen):
    """All of it."""

    causes: dict[str, Cause]
    thresholds: Thresholds = Thresholds()


@cache
def shipped_constants() -> Constants:
    """The constants that the house plays with."""
    feelings = load_file(Path(__file__).with_name("feelings.yaml"), Feelings)
    return Constants(causes=feelings.causes)
