"""How two tries of a call felt on the other side: trust and tension, both tries in each chart."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from calls.turn import turn_number
from pages._inks import Inks, inks
from pages._texts import _
from scoring.comparing import Comparison, Felt, Outcome

FIRST, THEN = _("First"), _("This time")
_BOTH = _("Both tries")
_NEAR = 14
"""Ends nearer than this have their names above and below, so that each can be read."""
_LEVELS: Mapping[str, Callable[[Felt], int]] = {
    _("Trust"): lambda felt: felt.trust,
    _("Tension"): lambda felt: felt.tension,
}
_UNREAD = {"aria": False}
"""A mark that is not read out: the words of the whole chart say it."""


def draw_moods(made: Comparison) -> None:
    """One chart for each mood, and words where both tries felt the same."""
    tries = {FIRST: made.first, THEN: made.second}
    if sum(len(one.moods) for one in tries.values()) < 4:
        return
    parted = None if is_the_same(made) else turn_number(made.shared)
    for column, (name, level) in zip(st.columns(2), _LEVELS.items(), strict=True):
        lines = {label: _line(one, level) for label, one in tries.items()}
        told = told_of(name, lines)
        with column:
            st.markdown(f"**{name}**")
            st.vega_lite_chart(
                _chart(_drawn(lines), inks(), parted),
                height=180,
                alt=told,
                key=f"both_{name}",
            )
            st.caption(told)
    scale = _("Each from 0 to 100, as the person on the line felt.")
    st.caption(scale if parted is None else f"{scale} {_('They part at the upright mark.')}")


def is_the_same(made: Comparison) -> bool:
    """Whether both tries are one call word for word, so that nothing parts them."""
    return made.partings == (None, None)


Line = Sequence[tuple[int, int]]
"""Turn by turn, as turns are counted for people: its number and the level."""


def _line(one: Outcome, level: Callable[[Felt], int]) -> Line:
    return [(turn_number(felt.turn), level(felt)) for felt in one.moods]


def told_of(name: str, lines: Mapping[str, Line]) -> str:
    """The chart in a sentence: where each try began and ended, or that they are one line."""
    first, then = lines.values()
    if first == then:
        return _("{mood} was the same in both tries, turn by turn.").format(mood=name)
    ends = "; ".join(_end(label, line) for label, line in lines.items())
    return _("{mood}, {ends}.").format(mood=name, ends=ends)


def _end(label: str, line: Line) -> str:
    if not line:
        return _("{label}: nobody answered").format(label=label.lower())
    words = _("{label}: from {start} to {end}, highest {high}, lowest {low}")
    levels = [level for _turn, level in line]
    return words.format(
        label=label.lower(), start=levels[0], end=levels[-1], high=max(levels), low=min(levels)
    )


def _drawn(lines: Mapping[str, Line]) -> Mapping[str, Line]:
    """The lines to draw: two that lie on each other are one, and named so."""
    first, then = lines.values()
    return {_BOTH: then} if first == then else {name: line for name, line in lines.items() if line}


def _chart(lines: Mapping[str, Line], ink: Inks, parted: int | None) -> dict[str, object]:
    x = {"field": "turn", "type": "quantitative", "title": _("turn"), "axis": {"tickMinStep": 1}}
    y = {
        "field": "level",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 50, 100]},
    }
    rule = {**_UNREAD, "type": "rule", "color": ink.text, "strokeDash": [2, 3]}
    marked = [] if parted is None else [{"turn": parted}]
    layers: list[dict[str, object]] = [
        {"data": {"values": marked}, "mark": rule, "encoding": {"x": x}}
    ]
    for name, line in lines.items():
        quiet = name == FIRST
        colour = ink.quiet if quiet else ink.accent
        drawn = {**_UNREAD, "type": "line", "color": colour, "strokeDash": [4, 3] if quiet else []}
        text = {
            **_UNREAD,
            "type": "text",
            "color": colour,
            "align": "left",
            "dx": 6,
            "fontSize": 13,
        }
        points = [{"turn": turn, "level": level, "name": name} for turn, level in line]
        of = {"x": x, "y": y}
        layers.append({"data": {"values": points}, "mark": drawn, "encoding": of})
        layers.append(
            {
                "data": {"values": points[-1:]},
                "mark": {**text, "fontSize": 13, "dy": _aside(name, lines)},
                "encoding": {**of, "text": {"field": "name"}},
            }
        )
    return {"layer": layers, "padding": {"right": 56}}


def _aside(name: str, lines: Mapping[str, Line]) -> int:
    """How far a name stands above or below the end of its line, where the other's is near."""
    ends = {label: line[-1][1] for label, line in lines.items()}
    others = [end for label, end in ends.items() if label != name]
    if not others or abs(ends[name] - others[0]) > _NEAR:
        return 0
    above = (ends[name], name == THEN) > (others[0], name == FIRST)
    return -9 if above else 9
