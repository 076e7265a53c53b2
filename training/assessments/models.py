"""What a work sample is, before anybody has taken it: frozen, and locked with its first candidate.

A work sample (the glossary's assessment) is named after a job. Each candidate plays one form of
each of its scenarios, in the template's voice and without hints, and two people rate what they did.
"""

from datetime import datetime
from enum import StrEnum
from math import ceil
from statistics import fmean
from typing import Self

from pydantic import Field, model_validator

from calls.turn import Frozen
from scoring.marks import Dimension
from simulator.scenario import Scenario
from training import shipped
from training.models import Purpose

SCENARIOS = 2
"""So many scenarios by default; with one, every page says that one call is a small sample."""
LONGEST_JOB = 80
LONGEST_DUTY, LONGEST_APPEALS_TO, LONGEST_PART, LONGEST_CONSENT = 200, 200, 4_000, 400
LEAST_FORMS, MOST_FORMS = 2, 4


class Duty(Frozen):
    """A scored dimension: the duty of the posting it stands for, in the posting's words."""

    dimension: Dimension
    duty: str = Field(min_length=3, max_length=LONGEST_DUTY)
    weight: int = Field(ge=1, le=100)


class Minutes(Frozen):
    """How long each part may take; generous, because it is not a test of typing."""

    desk: int = Field(default=10, ge=1, le=120)
    call: int = Field(default=25, ge=1, le=120)
    wrap_up: int = Field(default=15, ge=1, le=120)
    message: int = Field(default=15, ge=1, le=120)

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """The minutes of desk, call, wrap-up and message."""
        return self.desk, self.call, self.wrap_up, self.message


class Adjustments(Frozen):
    """What is made easier for one candidate (accommodations); raters never see it."""

    extra_time: int = Field(default=0, ge=0, le=200)
    """Per cent more minutes for every part."""
    no_clock: bool = False
    breaks: int = Field(default=0, ge=0, le=10)
    """So many pauses more than the one that everybody has."""

    def minutes(self, given: int) -> int:
        """How many minutes somebody has where everybody is given so many; begun ones are whole."""
        return ceil(given * (100 + self.extra_time) / 100)


NO_ADJUSTMENTS = Adjustments()


class Paragraph(Frozen):
    """One part of what candidates are told before they begin; words in braces are filled in."""

    id: str = Field(pattern=r"^[a-z][a-z_]*$")
    heading: str = Field(min_length=2, max_length=120)
    text: str = Field(min_length=2, max_length=LONGEST_PART)


class SetUp(Frozen):
    """What the hiring manager fixes: the job, its duties with their weights, bar, time and notices.

    `notice` is what candidates are told, `consent` the sentence that they agree to; a set-up that
    is kept has both. `scenarios` are ids; `place` says whose notice texts are shown; `bar` is the
    weighted level (1 to 5) that passes; `keep_days` is how long what a candidate did is kept.
    """

    job: str = Field(min_length=3, max_length=LONGEST_JOB)
    scenarios: tuple[str, ...] = Field(min_length=1, max_length=4)
    duties: tuple[Duty, ...] = Field(min_length=1)
    bar: float = Field(ge=1, le=5)
    place: str = "us"
    appeals_to: str = Field(min_length=3, max_length=LONGEST_APPEALS_TO)
    minutes: Minutes = Minutes()
    keep_days: int = Field(default=365, ge=30, le=3650)
    asks_demographics: bool = False
    written_message: bool = True
    notice: tuple[Paragraph, ...] = ()
    consent: str = Field(default="", max_length=LONGEST_CONSENT)

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

    def whole_minutes(self, easier: Adjustments = NO_ADJUSTMENTS) -> int:
        """How long all of it may take, with what is made easier."""
        desk, call, wrap_up, message = map(easier.minutes, self.minutes.parts)
        a_call = desk + call + wrap_up
        return a_call * len(self.scenarios) + message * self.written_message

    @property
    def total_weight(self) -> int:
        """What the weights add up to; a duty counts with its share of it."""
        return sum(duty.weight for duty in self.duties)


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
    """What a person decided of a candidate, with a reason; `CLOSED`: nothing was decided."""

    HIRE = "hire"
    NEXT_STEP = "next_step"
    NOT_NOW = "not_now"
    CLOSED = "closed"


DECIDES = (Decision.HIRE, Decision.NEXT_STEP, Decision.NOT_NOW)
"""What is decided of somebody whose calls were rated."""


class Assessment(Frozen):
    """A work sample as it is kept; a dry run is a copy of another one."""

    id: str
    set_up: SetUp
    made_by: str
    made_at: datetime
    locked_at: datetime | None = None
    closed_at: datetime | None = None
    dry_run_of: str | None = None

    @property
    def purpose(self) -> Purpose:
        """What the attempts of its candidates are made for."""
        return Purpose.ASSESSMENT if self.dry_run_of is None else Purpose.DEMO


class BotRow(Frozen):
    """What one bot reached on one form: so many calls, and the means of them."""

    bot: str
    calls: int
    grade: float
    ends: float


class BotTable(Frozen):
    """What bots reached on one form; of people it says nothing."""

    rows: tuple[BotRow, ...]
    seeds: int

    @property
    def outcome(self) -> float:
        """The mean grade of all their calls."""
        return fmean((row.grade for row in self.rows), (row.calls for row in self.rows))

    @property
    def ends(self) -> float:
        """How many of 100 calls came to an acceptable end."""
        return fmean((row.ends for row in self.rows), (row.calls for row in self.rows))


class Form(Frozen):
    """One form of one scenario, frozen as it was drawn; it is the same call as the others.

    `seed` is that of every call of the scenario, so that the same person answers in each form.
    """

    assessment_id: str
    scenario_id: str
    number: int
    name: str
    seed: int
    scenario_hash: str
    content: str
    bots: BotTable | None = None
    signed_off_by: str | None = None
    signed_off_at: datetime | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario with this form drawn into it, as candidates play it."""
        return shipped.scenario_from(self.content)


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
