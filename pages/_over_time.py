"""Dimensions over time: lines with the interval of their mean, and the figures behind them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages._lines import Point, draw_line
from pages._parts import NO_MARK, day, mark, wide
from pages._texts import _, plural
from scoring.few import Mean
from scoring.marks import Dimension
from training.over_time import ENOUGH, Marks, marks_of
from training.progress import Step

_COLUMNS = 3
_CALLS, _MEAN, *_ENDS = _HEADS = (
    *(_("Calls"), _("Mean, with its interval"), _("First"), _("Last"), _("Best")),
)
NAMES: dict[Dimension | None, str] = {
    None: _("Grade"),
    **{dimension: _(dimension.label) for dimension in Dimension},
}
"""The whole grade first."""


def draw_lines(steps: Sequence[Step]) -> None:
    """One small chart a dimension; attempts are numbered as in the table below."""
    names = list(NAMES)
    for start in range(0, len(names), _COLUMNS):
        for column, name in zip(
            st.columns(_COLUMNS), names[start : start + _COLUMNS], strict=False
        ):
            with column:
                marks = marks_of(steps, name)
                points = [_point(number, step, name) for number, step in enumerate(steps, start=1)]
                draw_line(NAMES[name], points, marks.mean, _in_words(marks))


def draw_dimensions(steps: Sequence[Step]) -> None:
    """Calls that count and practice side by side, never added together."""
    body = "".join(_row(label, marks_of(steps, name)) for name, label in NAMES.items())
    heads = "".join(f'<th scope="col">{head}</th>' for head in (*_HEADS, _CALLS, *_ENDS))
    told = _(
        "The interval is 95 % after Student: where the mean of many calls like these would lie. "
        "It takes your calls for a sample of such calls, and says nothing of harder ones. Below "
        "{enough} calls that count there is no mean: too few to say."
    ).format(enough=ENOUGH)
    name = _("Marks of 100 by dimension")
    table = (
        '<table class="rows figures over-time">'
        f'<caption class="unseen">{name}</caption>'
        f'<thead><tr><th></th><th scope="colgroup" colspan="5">{_("Calls that count")}</th>'
        f'<th scope="colgroup" colspan="4">{_("Practice")}</th></tr>'
        f'<tr><th scope="col">{_("Of 100")}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    st.html(f"{wide(table, name)}<p>{told}</p>")


def _point(number: int, step: Step, name: Dimension | None) -> Point:
    of_100 = step.grade if name is None else step.scores.get(name)
    # As it is written everywhere; a chart would round a half the other way.
    whole = None if of_100 is None else round(of_100)
    return Point(number, day(step.started_at), step.title, whole, hollow=not step.counts)


def _in_words(marks: Marks) -> str:
    count = len(marks.counted)
    if marks.mean is not None:
        return _("Mean {mean} over {count} calls that count").format(
            mean=interval_of(marks.mean), count=count
        )
    if not count:
        return _("No call that counts yet")
    return plural(
        "{n} call that counts: too few to say", "{n} calls that count: too few to say", count
    )


def interval_of(mean: Mean) -> str:
    """A mean with its interval, without decimals."""
    return _("{mean} ({low} to {high})").format(
        mean=mark(mean.value), low=mark(mean.low), high=mark(mean.high)
    )


def _row(label: str, marks: Marks) -> str:
    mean = (
        interval_of(marks.mean) if marks.mean else _("too few to say") if marks.counted else NO_MARK
    )
    counted, practised = (_ends(some) for some in (marks.counted, marks.practised))
    cells = (str(len(marks.counted)), mean, *counted, str(len(marks.practised)), *practised)
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(label)}</th>{told}</tr>'


def _ends(marks: Sequence[float]) -> tuple[str, str, str]:
    """First, last and best."""
    if not marks:
        return NO_MARK, NO_MARK, NO_MARK
    return mark(marks[0]), mark(marks[-1]), mark(max(marks))
