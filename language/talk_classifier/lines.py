"""A line of labelled talk, of each of three kinds, and what its labels stand for among our acts."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from calls.turn import Speaker
from language.acts import Act

Said = tuple[Speaker, str]
MAIN = (Act.QUESTION, Act.REFLECTION, Act.INPUT, Act.OTHER)
"""What a turn of a counsellor mainly does is one of these."""


def mainly(act: str) -> str:
    """The name of an act as that which a turn mainly does."""
    return f"mainly.{act}"


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str


class Counsel(_Line):
    """What a counsellor says to what somebody said."""

    session: str
    quality: Literal["high", "low"]
    before: str
    acts: tuple[
        Literal["open_question", "closed_question", "reflection", "information", "advice"], ...
    ]
    main: Literal["question", "reflection", "input", "other"]

    @property
    def said(self) -> Said:
        """Who says what."""
        return Speaker.COLLECTOR, self.text

    def answers(self, _last: Line | None) -> Said | None:
        """What it answers."""
        return (Speaker.CONSUMER, self.before) if self.before else None

    def does(self) -> frozenset[str]:
        """The acts that its labels stand for."""
        acts = (act for label in self.acts for act in _COUNSELS[label])
        return frozenset((*acts, mainly(Act(self.main))))


class Reply(_Line):
    """What somebody answers to a stranger's trouble; each side 0, 1 or 2."""

    session: str
    before: str
    ER: Literal[0, 1, 2]
    IP: Literal[0, 1, 2]
    EX: Literal[0, 1, 2]

    @property
    def said(self) -> Said:
        """Who says what."""
        return Speaker.COLLECTOR, self.text

    def answers(self, _last: Line | None) -> Said | None:
        """What it answers."""
        return Speaker.CONSUMER, self.before

    def does(self) -> frozenset[str]:
        """The acts that its labels stand for."""
        sides = {Act.FEELS_WITH: self.ER, Act.INTERPRETS: self.IP, Act.EXPLORES: self.EX}
        return frozenset(act for act, much in sides.items() if much)


class Bargain(_Line):
    """What a seller or a buyer says to the line before."""

    session: str
    role: Literal["seller", "buyer"]
    label: Literal[
        "greet",
        "inquire",
        "inform",
        "propose",
        "counter",
        "counter-noprice",
        "agree",
        "disagree",
        "affirm",
        "deny",
        "confirm",
    ]

    @property
    def said(self) -> Said:
        """Who says what; a seller stands where a collector does."""
        return (Speaker.COLLECTOR if self.role == "seller" else Speaker.CONSUMER), self.text

    def answers(self, last: Line | None) -> Said | None:
        """What it answers: the line before, whoever said it."""
        return last.said if isinstance(last, Bargain) and last.session == self.session else None

    def does(self) -> frozenset[str]:
        """The act that its label stands for."""
        return frozenset(_BARGAINS.get(self.label, ()))


Line = Counsel | Reply | Bargain
_COUNSELS = {
    "open_question": (Act.QUESTION, Act.OPEN_QUESTION),
    "closed_question": (Act.QUESTION,),
    "reflection": (Act.REFLECTION,),
    "information": (Act.INPUT,),
    "advice": (Act.INPUT,),
}
_BARGAINS = {"propose": (Act.OFFERS,), "counter": (Act.OFFERS,), "agree": (Act.AGREES,)}
