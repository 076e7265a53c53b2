"""Two tries of a call beside each other: what parted them, what came of it, and how it felt."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

import streamlit as st

from calls.moves import Ending
from calls.turn import Speaker, Turn, turn_number
from debriefs.offers import agreed_told
from debriefs.words import Day
from pages._both_moods import FIRST, THEN
from pages._parts import mark, rows
from pages._texts import _, plural
from scoring.comparing import Comparison, Outcome, Parting, by_dimension

_NO_MORE = _("Nothing more was said.")
_ENDINGS = {Ending.HUNG_UP: _("they hung up"), Ending.GOODBYE: _("they said goodbye")}


def draw_partings(made: Comparison) -> None:
    """The words that differ, and what they did to the other side."""
    for column, name, parting in zip(st.columns(2), (FIRST, THEN), made.partings, strict=True):
        with column:
            st.html(f'<div class="parting"><h3>{name}</h3>{_parting(parting)}</div>')


def _parting(parting: Parting | None) -> str:
    if parting is None:
        return f"<p>{_NO_MORE}</p>"
    said = f"<p>“{escape(parting.said.quote)}”</p>"
    if not parting.because:
        return f"{said}<p>{_('It moved nothing.')}</p>"
    reasons = "".join(f"<li>{escape(one)}</li>" for one in parting.because)
    return f"{said}<ul>{reasons}</ul>"


def draw_differences(made: Comparison, day: Day) -> None:
    """A small table: what was found out, what was not met, how it ended, and the marks."""
    rows(_("What came of it"), ("", FIRST, THEN), _differences(made, day))


def _differences(made: Comparison, day: Day) -> Iterator[tuple[str, str, str]]:
    for name, of in _OUTCOME.items():
        yield name, of(made.first), of(made.second)
    first, second = made.first.accepted, made.second.accepted
    yield _("Agreed"), agreed_told(first, day), agreed_told(second, day)
    yield _("The call ended"), _ending(made.first), _ending(made.second)
    for dimension, (one, other) in by_dimension(made).items():
        yield _(dimension.label), mark(one), mark(other)
    yield _("Grade"), mark(made.first.grade), mark(made.second.grade)


def _ending(outcome: Outcome) -> str:
    return _("you ended it") if outcome.ending is None else _ENDINGS[outcome.ending]


_OUTCOME: dict[str, Callable[[Outcome], str]] = {
    _("Found out"): lambda one: (
        plural("{n} thing", "{n} things", len(one.told)) if one.told else _("nothing")
    ),
    _("Rules not met"): lambda one: str(len({of.rule for of in one.not_met}) or _("none")),
}


def draw_told(made: Comparison) -> None:
    """What came out in one of them alone, in their own words."""
    for column, one in zip(st.columns(2), (made.first, made.second), strict=True):
        alone = [told for told in one.told if told.fact not in made.told_in_both]
        with column:
            if alone:
                quotes = "".join(
                    f"<li>“{escape(told.at.quote)}” {_at(told.at.turn or 0)}</li>" for told in alone
                )
                st.html(f'<ul class="said-list">{quotes}</ul>')
            else:
                st.caption(_("Nothing that the other one did not bring out."))


def _at(turn: int) -> str:
    return _("(turn {number})").format(number=turn_number(turn))


def talk_html(turns: Sequence[Turn], start: int, them: str) -> str:
    """Turns from a number on, as a plain list with names."""
    lines = "".join(
        _line(turn, turn_number(n), them) for n, turn in enumerate(turns[start:], start=start)
    )
    return lines or f"<p>{_NO_MORE}</p>"


def _line(turn: Turn, number: int, them: str) -> str:
    mine = turn.speaker is Speaker.COLLECTOR
    name, side = (_("You"), "mine") if mine else (them, "theirs")
    return (
        f'<p class="line {side}"><b>{number} · {escape(name)}</b> '
        f"<span>{escape(turn.text)}</span></p>"
    )
