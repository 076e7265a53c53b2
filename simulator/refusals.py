"""Why an answer of a model is not said."""

from enum import StrEnum
from typing import NamedTuple


class Refused(StrEnum):
    """Why an answer is not said; the log keeps it."""

    FORM = "form"
    LENGTH = "length"
    REPEATED = "repeated"
    ROLE = "role"
    MACHINE = "machine"
    NUMBER = "number"
    DAY = "day"
    FACT = "fact"
    STORY = "story"
    UNDECIDED = "undecided"
    UNSAID = "unsaid"


class Refusal(NamedTuple):
    """Why an answer is not said, in words for the one who gave it."""

    why: Refused
    reason: str
