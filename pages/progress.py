"""Progress: one's own attempts over time, dimension by dimension, with the figures behind them."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from pages._entrance import enter
from pages._floor import store
from pages._lines import Point, draw_line
from pages._parts import NO_MARK, day, mark, name_tab
from pages._said_before import draw_search
from pages._who import acting
from scoring.marks import Dimension
from training.progress import Step, progress

_COLUMNS = 3
_RESULT = {True: "passed", False: "not yet", None: "no bar"}


def draw() -> None:
    """Lines first, figures below."""
    name_tab("Progress")
    st.title("Progress", anchor=False)
    steps = [step for step in progress(store(), acting()) if not step.with_care]
    if not steps:
        st.write("Your attempts will be here, dimension by dimension, once you hand one in.")
        st.page_link("pages/practise.py", label="Choose a first call")
        draw_search()
        return
    st.write(_in_a_sentence(steps))
    draw_search()
    _lines(steps)
    if any(step.rehearsed for step in steps):
        st.caption(
            "A hollow point is practice: with hints, from the middle of a call on, or of a "
            "scenario that you had tried before."
        )
    st.subheader("The figures", anchor=False)
    st.html(_table(steps))
    st.download_button(
        "Download as CSV", _csv(steps), "progress.csv", "text/csv", on_click="ignore"
    )
    st.caption("Only you see this page. One call is a small sample of what you can do.")


def _in_a_sentence(steps: Sequence[Step]) -> str:
    count = "1 attempt" if len(steps) == 1 else f"{len(steps)} attempts"
    passed = sum(step.passed is True and not step.branch for step in steps)
    last = steps[-1]
    told = f"You handed in {count} and passed {passed or 'none so far'}."
    if silent := sum(step.silent for step in steps):
        told += f" In {silent} of them there was no conversation."
    if last.grade is None:
        return told
    return f"{told} The last one, *{_plain(last.title)}*, came to {mark(last.grade)} of 100."


def _plain(title: str) -> str:
    return title.replace("*", "").replace("$", "")


def _lines(steps: Sequence[Step]) -> None:
    """The whole grade first; attempts are numbered as in the table."""
    names = {"grade": "Grade"} | {dimension.value: dimension.label for dimension in Dimension}
    for start in range(0, len(names), _COLUMNS):
        for column, name in zip(
            st.columns(_COLUMNS), list(names)[start : start + _COLUMNS], strict=False
        ):
            with column:
                draw_line(names[name], _points(steps, name))


def _points(steps: Sequence[Step], name: str) -> list[Point]:
    return [
        Point(
            number,
            day(step.started_at),
            step.title,
            _whole(_mark(step, name)),
            hollow=step.rehearsed,
        )
        for number, step in enumerate(steps, start=1)
    ]


def _mark(step: Step, name: str) -> float | None:
    return step.grade if name == "grade" else step.scores.get(name)


def _whole(mark: float | None) -> int | None:
    """As it is written everywhere; a chart would round a half the other way."""
    return None if mark is None else round(mark)


def _table(steps: Sequence[Step]) -> str:
    """The newest on top; each leads to its scorecard."""
    heads = ("No.", "Day", "Call", *(one.label for one in Dimension), "Grade", "")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_row(number, step) for number, step in reversed(list(enumerate(steps, start=1))))
    return (
        '<div class="wide"><table class="rows figures"><caption class="unseen">Attempts</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"<p>{NO_MARK} means that there was no opportunity.</p>"
    )


def _row(number: int, step: Step) -> str:
    link = (
        f'<a href="scorecard?attempt={escape(step.attempt_id)}" target="_self">'
        f"{escape(step.title)}</a>"
    )
    marks = "".join(f"<td>{mark(step.scores.get(one.value))}</td>" for one in Dimension)
    how = f" ({told})" if (told := _how(step)) else ""
    return (
        f'<tr><td>{number}</td><td class="day">{escape(day(step.started_at))}</td>'
        f"<td>{link}{how}</td>"
        f"{marks}<td>{mark(step.grade)}</td><td>{_result(step)}</td></tr>"
    )


def _how(step: Step) -> str:
    """What makes it practice only, in a few words."""
    again = "from the middle on" if step.branch else "again" if step.seen_before else ""
    return ", ".join(filter(None, (again, "with hints" if step.hinted else "")))


def _result(step: Step) -> str:
    if step.silent:
        return "no conversation"
    return _RESULT[step.passed] if step.scores else "open it to have it marked"


def _csv(steps: Sequence[Step]) -> str:
    rows = [
        {
            "started_at": step.started_at.isoformat(),
            "scenario": step.scenario_id,
            "purpose": step.purpose.value,
            "seen_before": step.seen_before,
            "branch": step.branch,
            "hinted": step.hinted,
            **{one.value: step.scores.get(one.value) for one in Dimension},
            "grade": step.grade,
            "passed": step.passed,
            "conversation": not step.silent,
        }
        for step in steps
    ]
    return pd.DataFrame(rows).to_csv(index=False)


enter(draw)
