"""What a bot makes of the other side's words, as anybody would who knows the language."""

from functools import cache, cached_property
from pathlib import Path

from pydantic import field_validator

from calls.turn import Frozen
from datafiles import load_file
from language.names import known_names, split_name
from language.questions import has_question_mark
from language.reading import Reading
from language.wording import words_said


class Cue(Frozen):
    """Something that may be said to a collector: signals, or words that say the same."""

    signals: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @cached_property
    def split(self) -> tuple[tuple[str, str | None], ...]:
        """Each signal's name, and its kind where it matters."""
        return tuple((name, kind or None) for name, kind in map(split_name, self.signals))

    @field_validator("signals")
    @classmethod
    def _are_known(cls, signals: tuple[str, ...]) -> tuple[str, ...]:
        for name in signals:
            if split_name(name)[0] not in known_names():
                raise ValueError(f"no signal {name!r} - one of {', '.join(sorted(known_names()))}")
        return signals


class Cues(Frozen):
    """All cues by name."""

    cues: dict[str, Cue]


@cache
def shipped_cues() -> dict[str, Cue]:
    """The cues that conditions of steps may name."""
    return load_file(Path(__file__).with_name("cues.yaml"), Cues).cues


def cues_in(reading: Reading) -> frozenset[str]:
    """Every cue of one turn."""
    wording = words_said(reading)
    found = {"asks"} if has_question_mark(reading) else set()
    for name, cue in shipped_cues().items():
        signalled = any(reading.has(signal, kind=kind) for signal, kind in cue.split)
        if (signalled or wording.holds(cue.words)) and not wording.holds(cue.unless):
            found.add(name)
    return frozenset(found)
