"""Progress: one's own attempts over time, by dimension and by rule, with what is still ahead."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages._checking import checker
from pages._entrance import enter
from pages._floor import store
from pages._form_given import RULE
from pages._gates import draw_gates
from pages._over_time import draw_dimensions, draw_lines
from pages._parts import NO_MARK, day, mark, name_tab, wide
from pages._rules_over_time import draw_rules
from pages._said_before import draw_search
from pages._shipped import scenarios
from pages._texts import _, plural
from pages._who import acting
from scoring.marks import Dimension
from training.forms import held_back
from training.gates import gates
from training.over_time import rules_over_time
from training.progress import Step, forms_seen, progress

_RESULT = {True: _("passed"), False: _("not yet"), None: _("no bar")}
_AT_ONCE = 20
"""So many attempts stand in the table; older ones are folded away below it."""


def draw() -> None:
    """Lines first, figures below."""
    name_tab(_("Progress"))
    st.title(_("Progress"), anchor=False)
    steps = [step for step in progress(store(), acting()) if not step.with_care]
    if not steps:
        st.write(_("Your attempts will be here, dimension by dimension, once you hand one in."))
        st.page_link("pages/practise.py", label=_("Choose a first call"))
        draw_search()
        _own_data()
        return
    st.write(_in_a_sentence(steps))
    st.caption(
        _(
            "{rule} Everything else is practice: a hollow point, for you alone, and it counts "
            "for nothing."
        ).format(rule=RULE)
    )
    draw_search()
    draw_lines(steps)
    _figures(steps)
    _own_data()
    st.caption(_("Only you see this page. One call is a small sample of what you can do."))


def _figures(steps: Sequence[Step]) -> None:
    """What lies behind the lines, and what is ahead."""
    st.subheader(_("By dimension"), anchor=False)
    draw_dimensions(steps)
    st.subheader(_("By rule"), anchor=False)
    draw_rules(rules_over_time(steps), checker().by_id)
    st.subheader(_("Gates ahead"), anchor=False)
    known = forms_seen(store(), acting())
    draw_gates(gates(steps, scenarios(), known, held_back(store())))
    st.subheader(_("Every attempt"), anchor=False)
    st.html(_tables(steps))


def _own_data() -> None:
    st.page_link("pages/own_data.py", label=_("Take your data along, or delete practice"))


def _in_a_sentence(steps: Sequence[Step]) -> str:
    passed = sum(step.passed is True and not step.branch for step in steps)
    counting = sum(step.counts for step in steps)
    last = steps[-1]
    told = [
        plural(
            "You handed in {n} attempt and passed {passed}.",
            "You handed in {n} attempts and passed {passed}.",
            len(steps),
            passed=passed or _("none so far"),
        ),
        plural("{n} of them counts.", "{n} of them count.", counting)
        if counting
        else _("None of them counts."),
    ]
    if silent := sum(step.silent for step in steps):
        told.append(_("In {silent} of them there was no conversation.").format(silent=silent))
    if last.grade is not None:
        came_to = _("The last one, *{title}*, came to {mark} of 100.")
        told.append(came_to.format(title=_plain(last.title), mark=mark(last.grade)))
    return " ".join(told)


def _plain(title: str) -> str:
    return title.replace("*", "").replace("$", "")


def _tables(steps: Sequence[Step]) -> str:
    """The newest on top; each leads to its scorecard."""
    rows = [_row(number, step) for number, step in enumerate(steps, start=1)][::-1]
    older = rows[_AT_ONCE:]
    head = _("{n} older").format(n=len(older))
    folded = (
        f'<details class="more"><summary>{head}</summary>{_table(older)}</details>' if older else ""
    )
    told = _("{sign} means that there was no opportunity.").format(sign=NO_MARK)
    return f"{_table(rows[:_AT_ONCE])}{folded}<p>{told}</p>"


def _table(rows: Sequence[str]) -> str:
    heads = (
        _("No."),
        _("Day"),
        _("Call"),
        *(_(one.label) for one in Dimension),
        _("Grade"),
        "",
        _("Counts"),
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return wide(
        f'<table class="rows figures"><caption class="unseen">{_("Attempts")}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>",
        _("Attempts"),
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
        f"<td>{_('yes') if step.counts else _('practice')}</td></tr>"
    )


def _how(step: Step) -> str:
    """What makes it practice only, in a few words."""
    again = _("from the middle on") if step.branch else _("again") if step.seen_before else ""
    return ", ".join(filter(None, (again, _("with hints") if step.hinted else "")))


def _result(step: Step) -> str:
    if step.silent:
        return _("no conversation")
    return _RESULT[step.passed] if step.scores else _("open it to have it marked")


enter(draw)
