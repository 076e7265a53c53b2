"""Two tries of a call beside each other: what parted them, what came of it, and how it felt."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

import streamlit as st

from calls.moves import Ending
from calls.turn import Speaker, Turn, turn_number
from debriefs.offers import agreed_told
from debriefs.words import Day
from pages._inks import Inks, inks
from pages._parts import mark, rows
from pages._texts import _, plural
from scoring.comparing import Comparison, Outcome, Parting, by_dimension

FIRST, THEN = _("First"), _("This time")
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


def draw_moods(made: Comparison) -> None:
    """Their trust along the turns of both."""
    both = zip((FIRST, THEN), (made.first, made.second), strict=True)
    points = [
        {"turn": turn_number(mood.turn), "trust": mood.trust, "try": name}
        for name, one in both
        for mood in one.moods
    ]
    if len(points) < 4:
        return
    st.vega_lite_chart(_chart(points, inks(), turn_number(made.shared)), height=200)
    st.caption(
        _("Trust of the person on the line, from 0 to 100. Up to the mark both are the same.")
    )


def _chart(points: Sequence[dict[str, object]], ink: Inks, parted: int) -> dict[str, object]:
    x = {"field": "turn", "type": "quantitative", "title": _("turn"), "axis": {"tickMinStep": 1}}
    y = {"field": "trust", "type": "quantitative", "title": None, "scale": {"domain": [0, 100]}}
    named = {"field": "try", "type": "nominal", "legend": None}
    colour = {**named, "scale": {"domain": [FIRST, THEN], "range": [ink.quiet, ink.accent]}}
    dash = {**named, "scale": {"domain": [FIRST, THEN], "range": [[4, 3], [1, 0]]}}
    by_try = {name: [point for point in points if point["try"] == name] for name in (FIRST, THEN)}
    ends = [of[-1] for of in by_try.values() if of]
    line = {"x": x, "y": y, "color": colour, "strokeDash": dash}
    return {
        "layer": [
            {
                "data": {"values": [{"turn": parted}]},
                "mark": {"type": "rule", "strokeDash": [2, 3]},
                "encoding": {"x": x},
            },
            {"data": {"values": list(points)}, "mark": {"type": "line"}, "encoding": line},
            {
                "data": {"values": ends},
                "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 13},
                "encoding": {"x": x, "y": y, "color": colour, "text": {"field": "try"}},
            },
        ],
    }


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
