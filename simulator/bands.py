"""Bands: what each bot reaches in a scenario, declared by its author and proved by playing."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from calls.turn import Frozen
from simulator.bots.bot import bot_names
from simulator.values import Percent

_NAMES = list(bot_names())
PROVED_AGAINST = ("silent", "parrot")
"""Bots that must end below every band, and so have none."""
NEVER_WITH_CARE = ("rude", "pushy", "injector")
"""Bots that never call where a scenario is played with care."""


def _bot(name: str) -> str:
    if name not in _NAMES:
        raise ValueError(f"no bot {name!r} - one of {', '.join(_NAMES)}")
    if name in PROVED_AGAINST:
        raise ValueError(f"{name} has no band: it ends below those of all others")
    return name


def _low_to_high(given: tuple[int, int]) -> tuple[int, int]:
    if given[0] > given[1]:
        raise ValueError("a band goes from the lower to the higher figure, such as [70, 95]")
    return given


BotName = Annotated[
    str,
    AfterValidator(_bot),
    Field(json_schema_extra={"enum": [n for n in _NAMES if n not in PROVED_AGAINST]}),
]
"""A bot that can have a band."""

Range = Annotated[tuple[Percent, Percent], AfterValidator(_low_to_high)]
"""From a lower to a higher figure, both within."""


class Band(Frozen):
    """What one bot reaches; what is left out does not matter."""

    ends: Range | None = Field(
        default=None, description="How many of 100 calls reach an acceptable end."
    )
    grade: Range | None = Field(default=None, description="The mean grade.")
    walks_away: Range | None = Field(
        default=None,
        description="In how many of 100 calls the other side hangs up or nothing is agreed.",
    )
    because: str = Field(default="", description="Why they walk away; needed where it is said.")
    gap: str = Field(
        default="",
        description="What is known to miss the band, with its figure; the band stays as meant.",
    )

    @model_validator(mode="after")
    def _says_why(self) -> "Band":
        if self.walks_away is not None and not self.because.strip():
            raise ValueError("walks_away needs the reason - because: what drives people away here")
        return self
