"""Your data: take along all that is kept of you, and delete practice."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._own_files import as_json, as_zip
from pages._parts import bullets, clock, day, draw_trouble, keep_trouble, name_tab
from pages._who import acting
from training.errors import TrainingError
from training.own_data import Going, Practice, delete_attempts, practice_of, preview

_CHOSEN = "to_delete"
_DONE = "deleted"


def draw() -> None:
    """Taking along first; deleting below it."""
    name_tab("Your data")
    st.title("Your data", anchor=False)
    st.page_link("pages/progress.py", label="Back to Progress")
    st.subheader("Take it along", anchor=False)
    st.write(
        "Everything that is kept under your name: attempts with every event, wrap-ups, marks and "
        "findings, what people ruled and rated, your answers in drills, and calls given to you. "
        "The tables are CSV files in one folder, with a note that explains them."
    )
    made_of = (store(), acting(), now())
    with st.container(horizontal=True):
        for label, make, kind in (
            ("All as JSON", as_json, "json"),
            ("All as tables (ZIP of CSV)", as_zip, "zip"),
        ):
            made, name = partial(make, *made_of), f"own-data.{kind}"
            st.download_button(label, made, name, f"application/{kind}", on_click="ignore")
    st.subheader("Delete practice", anchor=False)
    draw_trouble()
    _delete()


def _delete() -> None:
    if gone := st.session_state.pop(_DONE, 0):
        st.success(f"{_attempts(gone)} deleted, with all that belonged to them.")
    offered = {one.attempt_id: one for one in practice_of(store(), acting())}
    if not offered:
        st.write(
            "There is no private practice of yours to delete. What you submitted stays: others "
            "may have read it."
        )
        return
    st.write(
        "Private practice is yours to delete, one attempt or several. What you submitted stays: "
        "others may have read it."
    )
    chosen = st.multiselect(
        "Attempts to delete",
        list(offered),
        format_func=lambda name: _named(offered[name]),
        key=_CHOSEN,
        placeholder="Choose or type a title or a day",
        width=800,
    )
    if not chosen:
        return
    going = preview(store(), acting(), chosen)
    _goes_and_stays(going)
    if st.button(f"Delete {_attempts(len(going.attempts))} …"):
        _ask(chosen, going)


def _goes_and_stays(going: Going) -> None:
    """What a deletion takes and what it leaves, before anybody decides."""
    goes = [_attempts(len(going.attempts)), f"{going.turns} lines that were said"]
    if going.branches:
        goes[0] += f", {going.branches} of them tried again from those you chose"
    if going.reviews:
        goes.append(f"their scorecards ({going.reviews}), and with them points on Progress")
        goes.append("questions in drills that came from what was missed there")
    if going.second_opinions:
        goes.append(f"second opinions: {going.second_opinions}")
    with st.container(border=True, width=800, key="going"):
        st.markdown("**What goes**")
        bullets(goes)
        st.markdown("**What stays**")
        bullets(
            (
                "all that you submitted, and your answers in drills",
                "that you know these calls: they do not count as a first time again",
                "copies in backups, until these are replaced",
            )
        )


@st.dialog("Delete for good?")
def _ask(chosen: Sequence[str], going: Going) -> None:
    st.write(
        f"{_attempts(len(going.attempts))} with {going.turns} lines. This cannot be undone; take "
        "your data along first if you may want it again."
    )
    with st.container(horizontal=True):
        done = st.button("Delete for good", on_click=_take_out, args=(tuple(chosen),))
        back = st.button("Keep it", type="primary")
    if done or back:
        st.rerun()  # a button in a dialog draws the dialog again, and nothing behind it


def _take_out(chosen: Sequence[str]) -> None:
    try:
        st.session_state[_DONE] = len(delete_attempts(store(), acting(), chosen, now()))
    except TrainingError as error:
        keep_trouble(error)
    st.session_state[_CHOSEN] = []


def _named(one: Practice) -> str:
    how = ", from the middle on" if one.branch else ""
    left = "" if one.handed_in else ", not handed in"
    return f"{one.title} · {day(one.started_at)}, {clock(one.started_at)}{how}{left}"


def _attempts(count: int) -> str:
    return "1 practice attempt" if count == 1 else f"{count} practice attempts"


enter(draw)
