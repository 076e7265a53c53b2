"""Patterns that a rule brings along, because no shared signal says what it needs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from calls.turn import Frozen
from compliance_rules.checks import HOUSE_IDENTIFIERS, Cue
from compliance_rules.groups import groups
from compliance_rules.house import HouseFacts
from language.patterns import PatternError, WordLists, parse_pattern
from language.signals import SignalFamily, SignalSpec

Name = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]


class OwnSignal(Frozen):
    """A signal of one rule: what it means, who says it, and the patterns that find it."""

    means: str
    speaker: Literal["collector", "consumer", "anyone"] = "collector"
    patterns: Annotated[tuple[str, ...], Field(min_length=1)]
    scope: Literal["read", "free", "feared", "said"] = "read"


class Own(Frozen):
    """The signals of one rule or permission, and the word lists their patterns use."""

    words: dict[Name, tuple[str, ...]] = Field(default_factory=dict)
    signals: dict[Name, OwnSignal] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _patterns_can_be_parsed(self) -> Self:
        lists = WordLists(self.words)
        for name, signal in self.signals.items():
            for text in signal.patterns:
                try:
                    parse_pattern(text, lists)
                except PatternError as error:
                    raise ValueError(f"own.{name}: {error}") from error
        return self


def signal_name(owner: str, name: str) -> str:
    """The name under which the reader reports a signal of `owner`, unlike any shared one."""
    return f"own:{owner}/{name}"


def owner_of(name: str) -> str:
    """The owner of a signal that `signal_name` named."""
    return name.removeprefix("own:").partition("/")[0]


Pairs = tuple[tuple[str, str | None], ...]


class CueBook:
    """Looks cues up once: as names and kinds of the signals that a reading holds."""

    def __init__(self, house: HouseFacts) -> None:
        self.house = house
        self._known: dict[tuple[str, tuple[Cue, ...]], Pairs] = {}

    def pairs(self, owner: str, cues: tuple[Cue, ...]) -> Pairs:
        """What the cues of a rule stand for; no kind means any."""
        key = owner, cues
        if key not in self._known:
            self._known[key] = tuple(
                pair for cue in cues for pair in resolve(cue, owner, self.house)
            )
        return self._known[key]


def resolve(cue: Cue, owner: str, house: HouseFacts) -> Pairs:
    """One cue as (name, kind)."""
    if cue == HOUSE_IDENTIFIERS:
        return tuple(("gives_identifier", kind) for kind in house.identifiers)
    name, dot, kind = cue.partition(".")
    if name == "group":
        members = (resolve(member, owner, house) for member in groups()[kind].signals)
        return tuple(pair for pairs in members for pair in pairs)
    if name == "own":
        return ((signal_name(owner, kind), None),)
    return ((name, kind if dot else None),)


def families_of(owner: str, own: Own) -> tuple[SignalFamily, ...]:
    """The same as the reader takes it: one family for each kind of speaker."""
    return tuple(
        SignalFamily(
            about=f"patterns of {owner}",
            speaker=speaker,
            words={name: list(words) for name, words in own.words.items()},
            signals={
                signal_name(owner, name): SignalSpec(
                    means=signal.means, patterns=list(signal.patterns), scope=signal.scope
                )
                for name, signal in own.signals.items()
                if signal.speaker == speaker
            },
        )
        for speaker in ("collector", "consumer", "anyone")
        if any(signal.speaker == speaker for signal in own.signals.values())
    )
