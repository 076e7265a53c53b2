"""Your data: take along all that is kept of you, and delete practice."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._own_files import as_json, as_zip
from pages._parts import bullets, clock, day, draw_trouble, keep_trouble, name_tab
from pages._texts import _, plural
from pages._who import acting
from training.errors import TrainingError
from training.own_data import Going, Practice, delete_attempts, practice_of, preview

_CHOSEN = "to_delete"
_DONE = "deleted"


def draw() -> None:
    """Taking along first; deleting below it."""
    name_tab(_("Your data"))
    st.title(_("Your data"), anchor=False)
    st.page_link("pages/progress.py", label=_("Back to Progress"))
    st.subheader(_("Take it along"), anchor=False)
    st.write(
        _(
            "Everything that is kept under your name: attempts with every event, wrap-ups, marks "
            "and findings, what people ruled and rated, your answers in drills, and calls given "
            "to you. The tables are CSV files in one folder, with a note that explains them."
        )
    )
    made_of = (store(), acting(), now())
    with st.container(horizontal=True):
        for label, make, kind in (
            (_("All as JSON"), as_json, "json"),
            (_("All as tables (ZIP of CSV)"), as_zip, "zip"),
        ):
            made, name = partial(make, *made_of), f"own-data.{kind}"
            st.download_button(label, made, name, f"application/{kind}", on_click="ignore")
    st.subheader(_("Delete practice"), anchor=False)
    draw_trouble()
    _delete()


def _delete() -> None:
    if gone := st.session_state.pop(_DONE, 0):
        st.success(
            _("{attempts} deleted, with all that belonged to them.").format(
                attempts=_attempts(gone)
            )
        )
    offered = {one.attempt_id: one for one in practice_of(store(), acting())}
    if not offered:
        st.write(
            _(
                "There is no private practice of yours to delete. What you submitted stays: others "
                "may have read it."
            )
        )
        return
    st.write(
        _(
            "Private practice is yours to delete, one attempt or several. What you submitted "
            "stays: others may have read it."
        )
    )
    chosen = st.multiselect(
        _("Attempts to delete"),
        list(offered),
        format_func=lambda name: _named(offered[name]),
        key=_CHOSEN,
        placeholder=_("Choose or type a title or a day"),
        width=800,
    )
    if not chosen:
        return
    going = preview(store(), acting(), chosen)
    _goes_and_stays(going)
    if st.button(_("Delete {attempts} …").format(attempts=_attempts(len(going.attempts)))):
        _ask(chosen, going)


def _goes_and_stays(going: Going) -> None:
    """What a deletion takes and what it leaves, before anybody decides."""
    goes = [
        _attempts(len(going.attempts)),
        plural("{n} line that was said", "{n} lines that were said", going.turns),
    ]
    if going.branches:
        tried = _("{n} of them tried again from those you chose").format(n=going.branches)
        goes[0] += f", {tried}"
    if going.reviews:
        goes.append(
            _("their scorecards ({reviews}), and with them points on Progress").format(
                reviews=going.reviews
            )
        )
        goes.append(_("questions in drills that came from what was missed there"))
    if going.second_opinions:
        goes.append(
            _("second opinions: {second_opinions}").format(second_opinions=going.second_opinions)
        )
    with st.container(border=True, width=800, key="going"):
        st.markdown(_("**What goes**"))
        bullets(goes)
        st.markdown(_("**What stays**"))
        bullets(
            (
                _("all that you submitted, and your answers in drills"),
                _("that you know these calls: they do not count as a first time again"),
                _("copies in backups, until these are replaced"),
            )
        )


@st.dialog(_("Delete for good?"))
def _ask(chosen: Sequence[str], going: Going) -> None:
    st.write(
        plural(
            "{attempts} with {n} line. This cannot be undone; take your data along first if you "
            "may want it again.",
            "{attempts} with {n} lines. This cannot be undone; take your data along first if you "
            "may want it again.",
            going.turns,
            attempts=_attempts(len(going.attempts)),
        )
    )
    with st.container(horizontal=True):
        done = st.button(_("Delete for good"), on_click=_take_out, args=(tuple(chosen),))
        back = st.button(_("Keep it"), type="primary")
    if done or back:
        st.rerun()  # a button in a dialog draws the dialog again, and nothing behind it


def _take_out(chosen: Sequence[str]) -> None:
    try:
        st.session_state[_DONE] = len(delete_attempts(store(), acting(), chosen, now()))
    except TrainingError as error:
        keep_trouble(error)
    st.session_state[_CHOSEN] = []


def _named(one: Practice) -> str:
    told = [day(one.started_at), clock(one.started_at)]
    if one.branch:
        told.append(_("from the middle on"))
    if not one.handed_in:
        told.append(_("not handed in"))
    return f"{one.title} · {', '.join(told)}"


def _attempts(count: int) -> str:
    return plural("{n} practice attempt", "{n} practice attempts", count)


enter(draw)
