"""The object that an answer has to be: evidence first, then the level."""

from typing import Literal

from language_model import Shape


class Said(Shape):
    """A remark as the model makes it; turns are counted from 1, as in what it reads."""

    turn: int
    quote: str
    says: str
    better: str


class Judged(Shape):
    """What it says on one scale."""

    remarks: list[Said]
    level: Literal[1, 2, 3, 4, 5] | None


class Judgement(Shape):
    """A whole answer, by the names of the scales."""

    empathy: Judged
    communication: Judged
