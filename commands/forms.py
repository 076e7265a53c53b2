"""Parallel forms of a scenario side by side: how they are read, and what bots reached in them."""

from collections.abc import Callable, Iterator, Sequence
from statistics import mean

from calls.turn import Speaker, Turn
from language.names import known_names
from language.reader import Reader
from simulator.bots.cues import cues_in
from simulator.scenario import Scenario
from training.bot_practice import BotCall

MOST_APART = 3.0
"""How far the bots' mean outcome may lie apart between forms, of 100."""
_SAME = "no difference found by bots"
_OTHER = "a difference found by bots"


def forms_of(scenario: Scenario, count: int) -> tuple[Scenario, ...]:
    """The first so many forms, the written one included; raises `RecordError` for more."""
    return tuple(scenario.form(number) for number in range(count))


def read_otherwise(written: Scenario, form: Scenario, reader: Reader) -> Iterator[str]:
    """What a person says in this form that is read as something else than in the written one."""
    for old, new in zip(_said(written), _said(form), strict=True):
        before, now = _heard(old, reader), _heard(new, reader)
        if before != now:
            missing, added = (", ".join(sorted(one)) or "-" for one in (before - now, now - before))
            yield f"{new!r} is read otherwise than {old!r}: misses {missing}; adds {added}"


def apart(calls: Sequence[BotCall]) -> float:
    """How far the bots' mean outcome lies apart between the forms of these calls."""
    means = [_outcome(of) for of in _by_form(calls)]
    return max(means) - min(means)


def side_by_side(scenario: Scenario, calls: Sequence[BotCall]) -> Iterator[str]:
    """A row for each bot, a column for each form, and what it shows: no more than its heading."""
    forms, found = _by_form(calls), apart(calls)
    names = scenario.form_names[: len(forms)]
    yield f"{scenario.id}: {_SAME if found <= MOST_APART else _OTHER}"
    yield _row("mean grade of", names)
    for bot in dict.fromkeys(call.bot for call in calls):
        yield _row(f"  {bot}", _each([_held_by(bot, of) for of in forms], _outcome))
    yield _row("mean outcome", _each(forms, _outcome))
    yield _row("acceptable ends of 100", _each(forms, _ends))
    yield f"The mean outcome differs by {found:.1f} of 100; at most {MOST_APART:g} are allowed."


def _said(scenario: Scenario) -> Iterator[str]:
    """Every sentence of an author that somebody on the line may say, in the file's order."""
    for answerer in scenario.answered_by:
        person = scenario.person(answerer.id)
        yield from answerer.opening
        for fact in person.facts:
            yield from fact.says
        for one in person.identifiers:
            yield from one.says
        for fear in person.fears:
            yield from fear.asks


def _heard(text: str, reader: Reader) -> frozenset[str]:
    """Signals and cues; what a single rule listens for by itself is no part of a conversation."""
    reading = reader.read(Turn(speaker=Speaker.CONSUMER, text=text), 0)
    signals = [one for one in reading.signals if one.name in known_names()]
    named = (f"{one.name}.{one.kind}" if one.kind else one.name for one in signals)
    return frozenset((*named, *cues_in(reading)))


def _by_form(calls: Sequence[BotCall]) -> list[list[BotCall]]:
    numbers = dict.fromkeys(call.scenario.form_number for call in calls)
    return [[one for one in calls if one.scenario.form_number == n] for n in numbers]


def _held_by(bot: str, calls: Sequence[BotCall]) -> list[BotCall]:
    return [call for call in calls if call.bot == bot]


def _outcome(calls: Sequence[BotCall]) -> float:
    """The mean grade; a call in which there was nothing to grade came to nothing."""
    return mean(call.grade or 0.0 for call in calls)


def _ends(calls: Sequence[BotCall]) -> float:
    return 100 * mean(call.acceptable_end for call in calls)


def _each(
    forms: Sequence[Sequence[BotCall]], figure: Callable[[Sequence[BotCall]], float]
) -> list[str]:
    return [f"{figure(of):.1f}" for of in forms]


def _row(head: str, cells: Sequence[str]) -> str:
    return f"{head:<24}" + "".join(f"{cell:>14}" for cell in cells)
