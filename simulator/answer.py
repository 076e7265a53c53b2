"""An answer of a model, and all that the guard holds it against."""

from functools import cache
from pathlib import Path

from calls.moves import Act
from calls.turn import Frozen, Speaker
from datafiles import load_file
from language.reader import Reader
from language.wording import Wording, words_said
from simulator.cue import Cue
from simulator.released import Released, custom, read


class Phrases(Frozen):
    """What the person on the line never says, by what it would be; `stock` they always may."""

    serves: tuple[str, ...]
    machine: tuple[str, ...]
    yields: tuple[str, ...]
    life: tuple[str, ...]
    stock: tuple[str, ...]


class Answer:
    """What a model said, read every way, beside the template's line read the same ways."""

    def __init__(self, said: str, cue: Cue) -> None:
        scene, reader = cue.scene, cue.scene.reader
        self.said, self.cue, self.reader = said, cue, reader
        self.out = Released(cue)
        last, today = scene.readings[-1], self.out.today
        plain = cue.words
        self.reading = read(reader, said, before=last, today=today)
        self.plain = read(reader, plain, before=last, today=today)
        self.as_collector = read(reader, said, Speaker.COLLECTOR, today=today)
        self.plain_as_collector = read(reader, plain, Speaker.COLLECTOR, today=today)
        self.wording, self.plain_wording = words_said(self.reading), words_said(self.plain)

    @property
    def acts(self) -> tuple[Act, ...]:
        """What the move does."""
        return self.cue.move.acts

    def customary(self) -> frozenset[str]:
        """What the acts of the move do in the mouth of the template."""
        as_consumer = custom(self.reader).as_consumer
        return frozenset(name for act in self.acts for name in as_consumer[act])

    def holds(self, told: tuple[str, ...]) -> str:
        """The first phrase that is in it and not in the template's line, "" where none is."""
        found = (one for one in told if self.wording.holds((one,)))
        return next((one for one in found if not self.plain_wording.holds((one,))), "")


def wording_in(answer: Answer, text: str) -> Wording:
    """The wording of another text, to look for it in the answer or the other way round."""
    return words_said(read(answer.reader, text))


@cache
def stock(reader: Reader) -> frozenset[str]:
    """The words that anybody strews into anything."""
    return read(reader, " ".join(phrases().stock)).content


@cache
def phrases() -> Phrases:
    """The shipped phrases."""
    return load_file(Path(__file__).parent / "guard.yaml", Phrases)
