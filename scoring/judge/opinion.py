"""What a language model said of a call, as it is kept and shown."""

from calls.turn import Frozen
from scoring.marks import Dimension

JUDGED = (Dimension.EMPATHY, Dimension.COMMUNICATION)
"""What it is asked about; each has a scale of the same name."""
APART = 15.0
"""Further than this from the rules, of 100, and a person has to look."""


class Remark(Frozen):
    """One thing it saw: words of a collector's turn, what they did, and perhaps a better line.

    The quote is in the turn as it was sent, with names and numbers masked.
    """

    turn: int
    quote: str
    says: str
    better: str = ""


class Dropped(Frozen):
    """What it said and nobody is shown.

    `not_verbatim`: the quote is not in the collector's turn that it names. `unusable`: a remark
    without words, a speech, or one about the law, which is for the rules to judge. `better`: a line
    that the rules would not let pass, or that nobody could say.
    """

    not_verbatim: int = 0
    unusable: int = 0
    better: int = 0

    def __add__(self, other: "Dropped") -> "Dropped":
        return Dropped(
            not_verbatim=self.not_verbatim + other.not_verbatim,
            unusable=self.unusable + other.unusable,
            better=self.better + other.better,
        )


class Opinion(Frozen):
    """One dimension: the median of the levels, what it comes to in marks, and what the rules gave.

    `levels` are those of every answer, None where it gave none or could not show what it rests on.
    """

    dimension: Dimension
    level: int | None
    value: float | None
    rules: float | None
    levels: tuple[int | None, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def apart(self) -> bool:
        """Whether it is so far from the rules that a person has to look."""
        return (
            self.value is not None
            and self.rules is not None
            and abs(self.value - self.rules) > APART
        )


class SecondOpinion(Frozen):
    """All that came of asking; `versions` are those of the prompt and of the scales' words."""

    opinions: tuple[Opinion, ...]
    dropped: Dropped
    model: str
    versions: dict[str, str]
    milliseconds: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None

    @property
    def for_a_person(self) -> bool:
        """Whether it and the rules are far apart anywhere."""
        return any(opinion.apart for opinion in self.opinions)
