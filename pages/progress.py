"""Progress: one's own attempts over time, by dimension and by rule, with what is still ahead."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages._checking import checker
from pages._entrance import enter
from pages._floor import store
from pages._gates import draw_gates
from pages._over_time import draw_dimensions, draw_lines
from pages._parts import NO_MARK, day, mark, name_tab
from pages._rules_over_time import draw_rules
from pages._said_before import draw_search
from pages._shipped import scenarios
from pages._who import acting
from scoring.marks import Dimension
from training.gates import gates
from training.over_time import rules_over_time
from training.progress import Step, forms_seen, progress

_RESULT = {True: "passed", False: "not yet", None: "no bar"}
_AT_ONCE = 20
"""So many attempts stand in the table; older ones are folded away below it."""


def draw() -> None:
    """Lines first, figures below."""
    name_tab("Progress")
    st.title("Progress", anchor=False)
    steps = [step for step in progress(store(), acting()) if not step.with_care]
    if not steps:
        st.write("Your attempts will be here, dimension by dimension, once you hand one in.")
        st.page_link("pages/practise.py", label="Choose a first call")
        draw_search()
        _own_data()
        return
    st.write(_in_a_sentence(steps))
    st.caption(
        "A call counts when you submit it, from its beginning, without hints, and the first time. "
        "Everything else is practice: a hollow point, for you alone, and it counts for nothing."
    )
    draw_search()
    draw_lines(steps)
    _figures(steps)
    _own_data()
    st.caption("Only you see this page. One call is a small sample of what you can do.")


def _figures(steps: Sequence[Step]) -> None:
    """What lies behind the lines, and what is ahead."""
    st.subheader("By dimension", anchor=False)
    draw_dimensions(steps)
    st.subheader("By rule", anchor=False)
    draw_rules(rules_over_time(steps), checker().by_id)
    st.subheader("Gates ahead", anchor=False)
    draw_gates(gates(steps, scenarios(), forms_seen(store(), acting())))
    st.subheader("Every attempt", anchor=False)
    st.html(_tables(steps))


def _own_data() -> None:
    st.page_link("pages/own_data.py", label="Take your data along, or delete practice")


def _in_a_sentence(steps: Sequence[Step]) -> str:
    count = "1 attempt" if len(steps) == 1 else f"{len(steps)} attempts"
    passed = sum(step.passed is True and not step.branch for step in steps)
    counting = sum(step.counts for step in steps)
    last = steps[-1]
    told = f"You handed in {count} and passed {passed or 'none so far'}."
    told += f" {counting or 'None'} of them {'counts' if counting in (0, 1) else 'count'}."
    if silent := sum(step.silent for step in steps):
        told += f" In {silent} of them there was no conversation."
    if last.grade is None:
        return told
    return f"{told} The last one, *{_plain(last.title)}*, came to {mark(last.grade)} of 100."


def _plain(title: str) -> str:
    return title.replace("*", "").replace("$", "")


def _tables(steps: Sequence[Step]) -> str:
    """The newest on top; each leads to its scorecard."""
    rows = [_row(number, step) for number, step in enumerate(steps, start=1)][::-1]
    older = rows[_AT_ONCE:]
    folded = (
        f'<details class="more"><summary>{len(older)} older</summary>{_table(older)}</details>'
        if older
        else ""
    )
    told = f"<p>{NO_MARK} means that there was no opportunity.</p>"
    return _table(rows[:_AT_ONCE]) + folded + told


def _table(rows: Sequence[str]) -> str:
    heads = ("No.", "Day", "Call", *(one.label for one in Dimension), "Grade", "", "Counts")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        '<div class="wide"><table class="rows figures"><caption class="unseen">Attempts</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
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
        f"<td>{link}{how}</td>{marks}<td>{mark(step.grade)}</td><td>{_result(step)}</td>"
        f"<td>{'yes' if step.counts else 'practice'}</td></tr>"
    )


def _how(step: Step) -> str:
    """What makes it practice only, in a few words."""
    again = "from the middle on" if step.branch else "again" if step.seen_before else ""
    return ", ".join(filter(None, (again, "with hints" if step.hinted else "")))


def _result(step: Step) -> str:
    if step.silent:
        return "no conversation"
    return _RESULT[step.passed] if step.scores else "open it to have it marked"


enter(draw)
