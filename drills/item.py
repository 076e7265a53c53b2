"""One question of a drill: what is shown, what can be answered, what is right and why."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from calls.context import CallContext
from calls.turn import Frozen, Turn
from compliance_rules.finding import Standing
from compliance_rules.rule import Rule


class Kind(StrEnum):
    """What a question trains."""

    DIAL = "dial"
    FINDING = "finding"
    NEXT = "next"
    BETTER = "better"
    NUMBERS = "numbers"

    @property
    def label(self) -> str:
        """What it is called."""
        return _LABELS[self]


_LABELS: Mapping[Kind, str] = {
    Kind.DIAL: "May I dial?",
    Kind.FINDING: "Spot the finding",
    Kind.NEXT: "What comes next",
    Kind.BETTER: "Say it better",
    Kind.NUMBERS: "Numbers and dates",
}


class Source(Frozen):
    """Where an explanation stands written: the citation, and the rule of the handbook with it.

    `standing` is how firmly the rule speaks in the question; `needs` are the facts that nobody has
    told and that would decide it. `certainty` is how sure we are of the rule itself.
    """

    citation: Annotated[str, Field(min_length=5)]
    rule: str | None = None
    title: str = ""
    standing: Standing | None = None
    needs: tuple[str, ...] = ()
    certainty: str = "high"


def source_of(rule: Rule, standing: Standing | None = None, needs: tuple[str, ...] = ()) -> Source:
    """A rule as the source of an explanation."""
    return Source(
        citation=rule.citation,
        rule=rule.id,
        title=rule.title,
        standing=standing,
        needs=needs,
        certainty=rule.certainty,
    )


class Item(Frozen):
    """One question; it is made anew from its card and how often that was answered before.

    Where there are `choices`, `right` is the place of the one that is right; where there are none
    it is answered in one's own words, and `example` is an answer that is right; `context` is what
    the rules know then. `whys` says of a choice what speaks against it, where more is to be said
    than that another is right. `table` is a contact log, a line each, under `heads`.
    """

    card: str
    nth: Annotated[int, Field(ge=0)] = 0
    kind: Kind
    question: Annotated[str, Field(min_length=5)]
    facts: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    turns: tuple[Turn, ...] = ()
    context: CallContext = CallContext()
    choices: tuple[str, ...] = ()
    right: int | None = None
    whys: Mapping[int, str] = {}
    example: str = ""
    why: Annotated[str, Field(min_length=10)]
    source: Source

    @property
    def answer(self) -> str:
        """An answer that is right."""
        return self.example if self.right is None else self.choices[self.right]

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        if self.choices:
            distinct = len(set(self.choices)) == len(self.choices)
            if not distinct or self.right is None or not 0 <= self.right < len(self.choices):
                raise ValueError("choices are different ones, and `right` is the place of one")
        elif not self.example:
            raise ValueError("without choices an example of a right answer is needed")
        return self


class Said(Frozen):
    """One thing that was looked at in an answer, and how it was found."""

    met: bool
    text: str


class Marked(Frozen):
    """Whether an answer is right; `parts` say why, where it was given in one's own words."""

    right: bool
    parts: tuple[Said, ...] = ()
