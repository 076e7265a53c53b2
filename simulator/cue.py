"""What a voice is given to speak, and what every voice besides the template can do."""

from dataclasses import dataclass
from typing import Protocol

from calls.events import ModelUse
from calls.moves import Move
from calls.state import CallState
from calls.turn import Speaker
from language.reader import Reader
from language.reading import Reading
from simulator.scenario import Scenario
from simulator.utterance import Utterance
from simulator.voice import Spoken


@dataclass(frozen=True)
class Scene:
    """A call in which the collector has just said something; `collector` is their own name."""

    call: CallState
    scenario: Scenario
    reader: Reader
    readings: tuple[Reading, ...]
    collector: str = ""

    @property
    def own_lines(self) -> tuple[str, ...]:
        """What the person on the line said so far."""
        turns = self.call.turns
        return tuple(turn.text for turn in turns if turn.speaker is not Speaker.COLLECTOR)


@dataclass(frozen=True)
class Cue:
    """A move to be said in a scene; `plain` is how the template says it."""

    scene: Scene
    move: Move
    plain: Spoken

    @property
    def words(self) -> str:
        """The template's words for the move."""
        return self.plain.text

    @property
    def utterance(self) -> Utterance:
        """The turn as the template sees it: who speaks, in which mood, with which slots."""
        return Utterance(self.move, self.scene.call, self.scene.scenario, 0)


@dataclass(frozen=True)
class MadeOut:
    """The signals that were heard in a turn that nobody else understood, and what that took."""

    signals: tuple[str, ...] = ()
    use: ModelUse | None = None


class Voice(Protocol):
    """A voice for calls that were begun with it; whatever goes wrong, the template speaks."""

    def warm(self, reader: Reader) -> None:
        """Get ready what the first turn would have to wait for."""

    def make_out(self, scene: Scene) -> MadeOut:
        """What it hears in the last turn, which the signals did not understand."""

    def say(self, cue: Cue, so_far: ModelUse | None) -> Spoken:
        """The move in words of its own, or in those of the template; `so_far` was used before."""
