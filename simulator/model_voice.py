"""The model voice: a language model says a move in words of its own, under guard.

One answer, one repair with the reason, then the template speaks; all within the seconds of a turn.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import create_model

from calls.events import ModelUse, Voiced
from language.reader import Reader
from language_model import Message, Model, ModelFault, Shape, Usage
from simulator.cue import Cue, MadeOut, Scene
from simulator.guard import refusal
from simulator.prompting import VERSION, choices, listened_to, once_more, spoken_to
from simulator.released import custom
from simulator.voice import Spoken

_ANSWERS = 2
_MADE_OUT = 3  # so much can be in one turn; who makes out more is guessing
_TOO_SHORT = 0.5  # seconds; nobody answers in less, so nobody is asked
_UNUSED = ModelUse(asked=0, milliseconds=0)


class Line(Shape):
    """What the person on the line says."""

    say: str


@dataclass(frozen=True)
class ModelVoice:
    """The voice of a model; safe to share between threads.

    `reads` lets it also make out turns that the signals did not understand.
    """

    model: Model
    reads: bool = False

    def warm(self, reader: Reader) -> None:
        """Read the template's own forms once, against which answers are held."""
        custom(reader)

    def make_out(self, scene: Scene) -> MadeOut:
        """What the model hears in the last turn; nothing where it is not to be asked, or fails."""
        if not self.reads:
            return MadeOut()
        try:
            answer = self.model.ask(listened_to(scene), _heard(), self.model.seconds)
        except ModelFault as fault:
            return MadeOut(use=_after(_UNUSED, fault))
        names = tuple(dict.fromkeys(answer.content.signals))[:_MADE_OUT]
        return MadeOut(names, _with(_UNUSED, answer.usage))

    def say(self, cue: Cue, so_far: ModelUse | None) -> Spoken:
        """The move in the words of the model, or of the template where these will not do."""
        use, messages = so_far or _UNUSED, spoken_to(cue)
        plain = replace(cue.plain, model=self.model.name)
        why = ""
        for _ in range(_ANSWERS):
            left = self.model.seconds - use.milliseconds / 1000
            if left < _TOO_SHORT:
                return replace(plain, use=use.model_copy(update={"fault": why or "timeout"}))
            try:
                said, use = self._asked(messages, left, use)
            except ModelFault as fault:
                return replace(plain, use=_after(use, fault))
            refused = refusal(said, cue)
            if refused is None:
                return _own(said, self.model.name, use)
            why = f"guard: {refused.why}"
            messages = once_more(spoken_to(cue), said, refused.reason)
        return replace(plain, use=use.model_copy(update={"fault": why}))

    def _asked(
        self, messages: tuple[Message, ...], seconds: float, use: ModelUse
    ) -> tuple[str, ModelUse]:
        answer = self.model.ask(messages, Line, seconds)
        return " ".join(answer.content.say.split(" ")).strip().strip('"“”'), _with(
            use, answer.usage
        )


def _own(said: str, model: str, use: ModelUse) -> Spoken:
    return Spoken(said, (), Voiced.MODEL, VERSION, model, use)


def _with(use: ModelUse, more: Usage) -> ModelUse:
    return use.model_copy(
        update={
            "asked": use.asked + 1,
            "milliseconds": use.milliseconds + more.milliseconds,
            "tokens_in": _sum(use.tokens_in, more.tokens_in),
            "tokens_out": _sum(use.tokens_out, more.tokens_out),
        }
    )


def _after(use: ModelUse, fault: ModelFault) -> ModelUse:
    spent = _with(use, Usage(fault.milliseconds))
    return spent.model_copy(update={"fault": fault.kind.value})


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one + (other or 0)


class Heard(Shape):
    """What a turn does, by the names of signals."""

    signals: list[str]


@cache
def _heard() -> type[Heard]:
    """The shape of what is heard: nothing but names of our own list."""
    one_of_ours: Any = Literal[tuple(choices())]
    return create_model("Heard", __base__=Heard, signals=(list[one_of_ours], ...))
