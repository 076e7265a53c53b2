"""Holding a call: from what was heard so far to the next line, by the plan of the bot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from calls.circumstances import DebtType
from calls.money import Offer
from calls.turn import Channel, Speaker
from language.reading import Reading
from simulator.bots.bot import Bot, Step
from simulator.bots.cues import cues_in
from simulator.bots.dialling import Dialling
from simulator.bots.table import Named, named_in, proposal
from simulator.bots.wording import fill
from simulator.desk import Desk


@dataclass(frozen=True)
class Line:
    """What the bot said: the step it took, its words, and what they put on the table."""

    step: str
    words: str
    offer: Offer | None = None
    ends: bool = False
    by: Channel | None = None
    to: str = ""


@dataclass(frozen=True)
class Course:
    """The call as the bot knows it: its desk, what was heard, and its own lines.

    `cues` is what was understood of each turn of the other side; the first is their hello.
    """

    bot: Bot
    desk: Desk
    seed: int
    heard: tuple[Reading, ...] = ()
    cues: tuple[frozenset[str], ...] = ()
    said: tuple[Line, ...] = ()
    over: bool = False

    @cached_property
    def me(self) -> str:
        """The name under which the bot calls."""
        return Random(f"{self.seed}:{self.bot.id}:me").choice(self.bot.me)

    @cached_property
    def written(self) -> bool:
        """Whether the other side writes."""
        return any(one.turn.channel is not Channel.CALL for one in self.heard)

    @cached_property
    def ever(self) -> frozenset[str]:
        """Everything that came up so far."""
        return frozenset().union(*self.cues)

    @cached_property
    def named(self) -> Named:
        """What they named of a payment."""
        named = named_in(zip(self.heard, self.cues, strict=True), self.desk)
        return replace(named, hours=self._last_with("their_hours"))

    def _last_with(self, cue: str) -> str | None:
        """Their last words of that kind, for the note."""
        turns = zip(reversed(self.heard), reversed(self.cues), strict=True)
        return next((one.turn.text for one, cues in turns if cue in cues), None)

    @cached_property
    def on_the_table(self) -> Offer | None:
        """The last proposal of either side as far as its terms are known to the bot."""
        return next((line.offer for line in reversed(self.said) if line.offer), None)

    @cached_property
    def agreed(self) -> Offer | None:
        """What they said yes to: at once, or after they had asked about it and got an answer."""
        agreed = offered = None
        open_still = False
        for line, cues in zip(self.said, self.cues[1:], strict=False):
            offered = line.offer or offered
            if (line.offer or open_still) and _is_yes(cues):
                agreed = offered
            open_still = bool(cues & _OPEN)
        return agreed

    @cached_property
    def state(self) -> frozenset[str]:
        """Everything that a condition of a step may ask for."""
        now = self.cues[-1] if self.cues else frozenset()
        facts = {
            "start": not self.said,
            "written": self.written,
            "agreed": self.agreed is not None,
            "offered": self.on_the_table is not None,
            "named_amount": self.named.amount is not None,
            "named_day": self.named.day is not None,
            "named_method": self.named.method is not None,
            "program": self.desk.program is not None,
            "settles": self.desk.floor is not None,
            "business": self.desk.account.debt_type is DebtType.BUSINESS,
            "over": self.over,
            "advice_route": _ADVICE in self.desk.account.limits.routes,
        }
        once = {f"once {cue}" for cue in self.ever}
        said = {f"said {line.step}" for line in self.said}
        marked = {f"marked {flag}" for flag, on in self.desk.account.flags if on is True}
        true = {name for name, holds in facts.items() if holds}
        return frozenset({*now, *once, *said, *marked, *true})


_ADVICE = "free_advice"
"""The route of a house that gives time for debt advice."""

_IN_DOUBT = frozenset({"asks_terms", "asks_how_often", "asks_from_when", "unsure"})
_OPEN = _IN_DOUBT | {"makes_condition"}
_NO = _IN_DOUBT | {"refuses", "counters", "asks"}


def _is_yes(cues: frozenset[str]) -> bool:
    return bool(cues & {"accepts", "confirms"}) and not cues & _NO


def next_line(course: Course) -> Line | None:
    """What the bot says next; None where it has nothing more to say."""
    if len(course.said) >= course.bot.lines_at_most:
        return None
    for step in course.bot.steps:
        if _is_due(course, step):
            line = _say(course, step)
            if line is not None:
                return line
    return None


def hear(course: Course, readings: Sequence[Reading]) -> Course:
    """The same course with what the other side has said up to now."""
    heard = tuple(one for one in readings if one.turn.speaker is not Speaker.COLLECTOR)
    new = heard[len(course.heard) :]
    return replace(course, heard=heard, cues=(*course.cues, *map(cues_in, new)))


def say(course: Course, line: Line) -> Course:
    """The same course after this line."""
    return replace(course, said=(*course.said, line))


def _is_due(course: Course, step: Step) -> bool:
    if not (course.state.issuperset(step.when) and course.state.isdisjoint(step.unless)):
        return False
    done = sum(line.step == step.id for line in course.said)
    in_time = course.over == ("over" in step.when)
    return in_time and done < step.times and _has(course, step)


def _has(course: Course, step: Step) -> bool:
    """Whether this call has the step at all: a habit is one for the whole call."""
    return Random(f"{course.seed}:{course.bot.id}:{step.id}").random() * 100 < step.chance


def _say(course: Course, step: Step) -> Line | None:
    offer = proposal(step.proposes, course.desk, course.named) if step.proposes else None
    if step.proposes and offer is None:
        return None
    rng = Random(f"{course.seed}:{course.bot.id}:{len(course.said)}")
    used = {line.words for line in course.said}
    told = offer or course.agreed or course.on_the_table
    forms = [form for form in step.says if form not in used]
    for form in rng.sample(forms, len(forms)):
        text = fill(form, course.desk, course.me, told, course.named, rng)
        if text is not None and text not in used:
            return Line(step.id, text, offer, step.ends, step.by, _address(course, step))
    return None


def _address(course: Course, step: Step) -> str:
    """The address on file that the step is sent to."""
    boxes = course.desk.account.emails if step.by is Channel.EMAIL else ()
    meant = [one.address for one in boxes if one.work is step.at_work]
    return next(iter([*meant, *(one.address for one in boxes)]), "")


def words_for_a_machine(course: Course, dialling: Dialling) -> str:
    """What the bot leaves on a machine: one of its ways of saying it."""
    rng = Random(f"{course.seed}:{course.bot.id}:{course.desk.account.id}:machine")
    for form in rng.sample(dialling.leaves, len(dialling.leaves)):
        text = fill(form, course.desk, course.me, None, course.named, rng)
        if text is not None:
            return text
    raise LookupError(f"{course.bot.id}: nothing of what it leaves on a machine can be said")
