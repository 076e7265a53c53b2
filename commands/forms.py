"""Parallel forms of a scenario side by side: how they are read, and what bots reached in them."""

from collections.abc import Iterator, Sequence

from calls.turn import Speaker, Turn
from language.names import known_names
from language.reader import Reader
from simulator.bots.cues import cues_in
from simulator.scenario import Scenario
from training.assessments.bot_tables import MOST_APART, apart, heading, table_of
from training.assessments.models import BotTable
from training.bot_practice import BotCall


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


def apart_in(calls: Sequence[BotCall]) -> float:
    """How far the bots' mean outcome lies apart between the forms of these calls."""
    return apart(_tables(calls))


def side_by_side(scenario: Scenario, calls: Sequence[BotCall]) -> Iterator[str]:
    """A row for each bot, a column for each form, and what it shows: no more than its heading."""
    forms = _tables(calls)
    found = apart(forms)
    names = scenario.form_names[: len(forms)]
    yield f"{scenario.id}: {heading(found)}"
    yield _row("mean grade of", names)
    for rows in zip(*(form.rows for form in forms), strict=True):
        yield _row(f"  {rows[0].bot}", [f"{row.grade:.1f}" for row in rows])
    yield _row("mean outcome", [f"{form.outcome:.1f}" for form in forms])
    yield _row("acceptable ends of 100", [f"{form.ends:.1f}" for form in forms])
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


def _tables(calls: Sequence[BotCall]) -> list[BotTable]:
    """One table for each form that was called, in the order in which they were."""
    numbers = dict.fromkeys(call.scenario.form_number for call in calls)
    by_form = [[one for one in calls if one.scenario.form_number == n] for n in numbers]
    return [table_of(of) for of in by_form]


def _row(head: str, cells: Sequence[str]) -> str:
    return f"{head:<24}" + "".join(f"{cell:>14}" for cell in cells)
