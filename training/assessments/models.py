"""What a work sample is, before anybody has taken it: frozen, and locked with its first candidate.

A work sample (the glossary's assessment) is named after a job. Each candidate plays one form of
each of its scenarios, in the template's voice and without hints, and two people rate what they did.
"""

from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from calls.turn import Frozen
from scoring.marks import Dimension

SCENARIOS = 2
"""So many scenarios by default; with one, every page says that one call is a small sample."""
LONGEST_JOB = 80
LEAST_FORMS, MOST_FORMS = 2, 4


class Duty(Frozen):
    """A scored dimension: the duty of the posting it stands for, in the posting's words."""

    dimension: Dimension
    duty: str = Field(min_length=3, max_length=200)
    weight: int = Field(ge=1, le=100)


class Minutes(Frozen):
    """How long each part may take; generous, because it is not a test of typing."""

    desk: int = Field(default=10, ge=1, le=120)
    call: int = Field(default=25, ge=1, le=120)
    wrap_up: int = Field(default=15, ge=1, le=120)
    message: int = Field(default=15, ge=1, le=120)


class SetUp(Frozen):
    """What the hiring manager fixes: the job, its duties with their weights, bar, time and notices.

    `scenarios` are ids; `place` says whose notice texts are shown; `bar` is the weighted level
    (1 to 5) that passes; `keep_days` is how long what a candidate did is kept.
    """

    job: str = Field(min_length=3, max_length=LONGEST_JOB)
    scenarios: tuple[str, ...] = Field(min_length=1, max_length=4)
    duties: tuple[Duty, ...] = Field(min_length=1)
    bar: float = Field(ge=1, le=5)
    place: str = "us"
    appeals_to: str = Field(min_length=3, max_length=200)
    minutes: Minutes = Minutes()
    keep_days: int = Field(default=365, ge=30, le=3650)
    asks_demographics: bool = False
    written_message: bool = True

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for what, ids in (
            ("scenario", self.scenarios),
            ("dimension", tuple(duty.dimension for duty in self.duties)),
        ):
            if len(set(ids)) < len(ids):
                msg = f"each {what} once, and here is one twice"
                raise ValueError(msg)
        return self

    @property
    def total_weight(self) -> int:
        """What the weights add up to; a duty counts with its share of it."""
        return sum(duty.weight for duty in self.duties)


class Adjustments(Frozen):
    """What is made easier for one candidate (accommodations); raters never see it."""

    extra_time: int = Field(default=0, ge=0, le=200)
    """Per cent more minutes for every part."""
    no_clock: bool = False
    breaks: int = Field(default=0, ge=0, le=10)
    """So many pauses more than the one that everybody has."""


class Step(StrEnum):
    """What happened on a candidate's way, in the log of it."""

    NOTICE_READ = "notice_read"
    CONSENTED = "consented"
    DEVICE_CHECKED = "device_checked"
    PRACTICE_ROOM = "practice_room"
    SAMPLE_BEGAN = "sample_began"
    PAUSED = "paused"
    WENT_ON = "went_on"
    DISCONNECTED = "disconnected"
    PASTED = "pasted"
    MESSAGE_WRITTEN = "message_written"
    FINISHED = "finished"


class Decision(StrEnum):
    """What a person decided of a candidate, with a reason."""

    HIRE = "hire"
    NEXT_STEP = "next_step"
    NOT_NOW = "not_now"


class Assessment(Frozen):
    """A work sample as it is kept."""

    id: str
    set_up: SetUp
    made_by: str
    made_at: datetime
    locked_at: datetime | None = None
    closed_at: datetime | None = None


class Candidacy(Frozen):
    """One invitation to one work sample, and how far its person is.

    `forms` maps a scenario's id to the number of the form they get; `alias` is their name to those
    who rate.
    """

    id: str
    assessment_id: str
    person_id: str
    alias: str
    forms: dict[str, int]
    adjustments: Adjustments = Adjustments()
    retake_of: str | None = None
    invited_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None
    opened_at: datetime | None = None
    finished_at: datetime | None = None
