"""The machine's view of a work sample, once its raters have agreed: it assists, and no more."""

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from calls.turn import turn_number
from debriefs.transcript import to_turn
from pages._floor import now, store
from pages._inks import Inks, inks
from pages._limited import draw_line
from pages._parts import clock, day, draw_trouble, keep_trouble, mark, rows
from pages._texts import _
from pages._who import acting
from scoring.review import Review
from training.assessments.beside_machine import Compared, compared
from training.assessments.confirming import (
    Confirmation,
    Place,
    about,
    confirm,
    confirmations,
    places,
)
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Attempt
from training.ratings import Consensus
from training.reviews import review_attempt
from training.scales import scales_for

_ROW = 44


def draw_machine(attempt: Attempt, made: Consensus | None) -> None:
    """Closed until there is one sheet; then its marks beside it, and what is to be confirmed."""
    st.subheader(_("The machine's view"), anchor=False)
    if made is None:
        st.text(_("It opens once two of you have rated this call apart and agreed on one sheet."))
        return
    review = review_attempt(store(), acting(), attempt.id, now())
    st.text(
        _(
            "It marks nothing here: your sheet counts. Where the two are far apart, look at the "
            "turns again; who sees it otherwise now keeps a second rating."
        )
    )
    scales = scales_for(store(), acting(), attempt.id)
    _plot(compared(review, made.sheet, scales))
    _hard_fails(attempt, review)
    label, query = _("To the scorecard"), {"attempt": attempt.id}
    st.page_link("pages/scorecard.py", label=label, query_params=query)


def _plot(lines: Sequence[Compared]) -> None:
    """Where people and the machine are on the five levels, and the figures behind it."""
    points = [point for line in lines for point in _points(line)]
    if points:
        told = "; ".join(str(point["told"]) for point in points)
        st.vega_lite_chart(_spec(points, inks()), height=_ROW * len(lines) + 30, alt=told)
        st.caption(_("Levels 1 to 5: circles are what you agreed on, squares the machine."))
    with st.expander(_("The figures")):
        cells = [
            (one.name, _level(one.agreed), _level(one.machine), mark(one.mark), _far(one))
            for one in lines
        ]
        heads = ("", _("Agreed"), _("Machine"), _("Its mark of 100"), "")
        rows(_("Levels from 1 to 5"), heads, cells)


def _points(line: Compared) -> Iterable[dict[str, Any]]:
    for who, level in ((_("you"), line.agreed), (_("machine"), line.machine)):
        if level is not None:
            told = _("{name}, {who}: {level}").format(name=line.name, who=who, level=level)
            yield {"name": line.name, "who": who, "level": level, "told": told}


def _spec(points: Sequence[dict[str, Any]], ink: Inks) -> dict[str, Any]:
    domain = [_("you"), _("machine")]
    names = {"labelColor": ink.quiet, "labelLimit": 170, "ticks": False}
    levels = {"labelColor": ink.quiet, "values": [1, 2, 3, 4, 5], "format": "d", "gridDash": [2, 4]}
    who = {"field": "who", "legend": None}
    return {
        "data": {"values": list(points)},
        "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
        "encoding": {
            "x": {
                "field": "level",
                "type": "quantitative",
                "title": None,
                "scale": {"domain": [0.7, 5.3], "nice": False},
                "axis": levels,
            },
            "y": {"field": "name", "type": "nominal", "title": None, "sort": None, "axis": names},
            "yOffset": {"field": "who", "sort": domain},
            "color": {**who, "scale": {"domain": domain, "range": [ink.accent, ink.other]}},
            "shape": {**who, "scale": {"domain": domain, "range": ["circle", "square"]}},
        },
    }


def _level(level: int | None) -> str:
    return _("no opportunity") if level is None else str(level)


def _far(line: Compared) -> str:
    return _("far apart") if line.far else ""


def _hard_fails(attempt: Attempt, review: Review) -> None:
    """Each at its turn, with what an assessor said of it or the question whether it is so."""
    there = places(review)
    st.markdown(f"**{_('Hard fails')}**")
    if not there:
        st.text(_("The machine sees none in this call."))
        return
    st.text(_("One counts only after somebody read the turn and says that it is so."))
    said = {one.place: one for one in confirmations(store(), acting(), attempt.id)}
    for number, place in enumerate(there):
        _finding(place, review)
        if place in said:
            _answered(said[place])
        else:
            _ask(attempt.id, place, number)


def _finding(place: Place, review: Review) -> None:
    found = about(place, review)
    quote = f" “{escape(found.quote)}”" if found.quote else ""
    where = to_turn(place.turn) if place.turn is not None else escape(_("the whole call"))
    st.html(
        f'<p class="hard-fail"><span class="sign not-met"><i aria-hidden="true">■</i> '
        f"{escape(_('Not met'))}</span> {escape(found.message)} ({where}){quote}<br>"
        f"<small>{escape(found.citation)}</small></p>"
    )


def _answered(one: Confirmation) -> None:
    word = _("It is so") if one.confirmed else _("It is not so, and does not count")
    when = f"{day(one.at)}, {clock(one.at)}"
    st.text(
        _("{word}: {reason} ({by}, {when})").format(
            word=word, reason=one.reason, by=one.by, when=when
        )
    )


def _ask(attempt_id: str, place: Place, number: int) -> None:
    """Two answers with a reason; what is missing is said here."""
    holds, why = f"holds_{number}", f"holds_why_{number}"
    with st.form(f"confirm_{number}"):
        st.radio(
            _("Is it so, {place}?").format(place=_where(place)),
            [True, False],
            index=None,
            format_func=lambda one: _("It is so") if one else _("It is not so"),
            horizontal=True,
            key=holds,
        )
        draw_line(_("What you saw there"), LONGEST_SENTENCE, why)
        draw_trouble(f"confirm_{number}")
        st.form_submit_button(_("Keep it"), on_click=partial(_keep, attempt_id, place, number))


def _where(place: Place) -> str:
    """Where a hard fail is, as people read it."""
    if place.turn is None:
        return _("of the whole call")
    return _("at turn {n}").format(n=turn_number(place.turn))


def _keep(attempt_id: str, place: Place, number: int) -> None:
    state = st.session_state
    holds: bool | None = state[f"holds_{number}"]
    if holds is None:
        wrong, allowed = _("the answer is missing"), _("choose whether it is so")
        keep_trouble(TrainingError(_where(place), wrong, allowed), f"confirm_{number}")
        return
    try:
        reason = state[f"holds_why_{number}"]
        confirm(store(), acting(), attempt_id, place, holds, reason, now())
    except TrainingError as error:
        keep_trouble(error, f"confirm_{number}")
