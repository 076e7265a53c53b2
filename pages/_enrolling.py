"""Enrolling: a table or names, what would be made of it line by line, and the yes to it."""

from html import escape

import streamlit as st

from pages._floor import now, store
from pages._one_time import hand_over
from pages._parts import bullets, draw_trouble, keep_trouble, wide
from pages._texts import _, plural
from pages._who import acting
from training.enrolling import COLUMNS, Enrolment, NewReviewer, Row, Status, enrol, look_over
from training.errors import TrainingError

_PLACE = "enrolling"
_FILE, _NAMES, _COHORT = "enrol_file", "enrol_names", "enrol_cohort"
_NTH = "enrol_nth"
_DONE = "enrolled"
_WORDS = {
    Status.NEW: ("reminder", "●", _("new: gets an account as a trainee")),
    Status.KNOWN: ("done-right", "✓", _("known")),
    Status.LOCAL: (
        *("reminder", "●"),
        _("known without an account: gets none here, an administrator opens one"),
    ),
    Status.MEMBER: ("done-right", "✓", _("in it already")),
    Status.FAULTY: ("not-met", "■", _("cannot be taken")),
}


def draw_enrolling(*, first: bool) -> None:
    """Where the names come from; then what they would come to."""
    st.subheader(_("Enrol trainees"), anchor=False)
    draw_trouble(_PLACE)
    if done := st.session_state.pop(_DONE, ""):
        st.html(f'<p role="status">✓ {escape(done)}</p>')
    if first:
        st.write(
            _(
                "A cohort is a group that learns together. Bring a table, or write names; you see "
                "what would be made of it before anything is."
            )
        )
    nth = st.session_state.setdefault(_NTH, 0)
    st.text_input(_("Into which cohort"), key=_COHORT, width=400)
    with st.container(width=800):
        table = st.file_uploader(
            _("A table (CSV or Excel) with the columns {columns}").format(
                columns=", ".join(COLUMNS)
            ),
            type=["csv", "txt", "xlsx"],
            key=f"{_FILE}_{nth}",
        )
        names = st.text_area(_("Or names, one in a line"), key=f"{_NAMES}_{nth}", height=120)
    content = table.getvalue() if table else names.encode()
    if table and names.strip():
        st.caption(_("The names that you typed are left out while a table is there."))
    if not content.strip():
        st.caption(
            _(
                "Of a table only the name has to be there. Its column “cohort” says into which "
                "one each goes, “reviewer” which trainer reviews it first."
            )
        )
        return
    _draw_seen(look_over(store(), acting(), content, st.session_state[_COHORT].strip()))


def _draw_seen(seen: Enrolment) -> None:
    """Who is new, who is known, and what is wrong at which line."""
    st.markdown(_("**What would be made of it**"))
    st.text(_in_a_sentence(seen))
    bullets(seen.faults)
    if seen.rows:
        heads = (_("Line"), _("Name"), _("Cohort"), _("Reviewer"), "")
        head = "".join(f'<th scope="col">{one}</th>' for one in heads)
        body = "".join(map(_line, seen.rows))
        name = _("What would be made of it")
        st.html(
            wide(
                f'<table class="rows figures"><caption class="unseen">{name}</caption>'
                f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>",
                name,
            )
        )
    if seen.new_reviewers:
        bullets(map(_reviewed, seen.new_reviewers))
    if seen.sound:
        st.button(_("Enrol them"), type="primary", on_click=_enrol, args=(seen,))
    else:
        st.caption(_("Nothing is made while anything is wrong in it."))


def _in_a_sentence(seen: Enrolment) -> str:
    told = [
        plural("{n} line", "{n} lines", len(seen.rows)),
        _("{n} new").format(n=len({one.name for one in seen.of(Status.NEW)})),
        _("{n} known").format(n=len(seen.of(Status.KNOWN))),
        _("{n} in it already").format(n=len(seen.of(Status.MEMBER))),
    ]
    if local := seen.of(Status.LOCAL):
        told.append(_("{n} known without an account").format(n=len(local)))
    if faulty := seen.of(Status.FAULTY):
        told.append(_("{n} with a fault").format(n=len(faulty)))
    return ", ".join(told) + "."


def _reviewed(one: NewReviewer) -> str:
    before = one.before or _("nobody in particular")
    told = _("{cohort} is there already: it will be reviewed by {after} instead of {before}.")
    return told.format(cohort=one.cohort, after=one.after, before=before)


def _line(one: Row) -> str:
    ink, sign, word = _WORDS[one.status]
    told = f"{word}: {one.fault}" if one.fault else word
    mark = f'<span class="sign {ink}"><i aria-hidden="true">{sign}</i></span> {escape(told)}'
    cells = (str(one.number), escape(one.name), escape(one.cohort), escape(one.reviewer), mark)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _enrol(seen: Enrolment) -> None:
    try:
        made = enrol(store(), acting(), seen, now())
    except TrainingError as error:
        keep_trouble(error, _PLACE)
        return
    hand_over(made)
    state = st.session_state
    state[_DONE] = plural("{n} line enrolled.", "{n} lines enrolled.", len(seen.rows))
    state[_NTH] += 1
