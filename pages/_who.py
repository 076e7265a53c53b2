"""Who is practising: a name and a role, kept in this browser until somebody says otherwise."""

import secrets

import streamlit as st

from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, name_tab
from training.errors import TrainingError
from training.models import Person, Role
from training.people import sign_in_locally
from training.rights import JUDGES
from training.sign_ins import sign_out, signed_in, stay_signed_in

_COOKIE = "right_party"
_WHO = "who"
_ROLES = {
    Role.TRAINEE: "I learn",
    Role.TRAINER: "I train others",
    Role.ASSESSOR: "I rate work samples",
    Role.HIRING_MANAGER: "I hire",
    Role.COMPLIANCE: "I watch over the rules",
    Role.ADMINISTRATOR: "I keep this running",
}


def somebody_is_acting() -> bool:
    """Whether this browser belongs to somebody for now."""
    return signed_in(store(), _token(), now()) is not None


def acting() -> Person:
    """Who practises in this browser; pages are drawn for somebody only."""
    person = signed_in(store(), _token(), now())
    if person is None:
        raise TrainingError("this browser", "nobody practises in it", "say who you are first")
    return person


def judges() -> bool:
    """Whether somebody is acting whose role judges what others hand in."""
    person = signed_in(store(), _token(), now())
    return person is not None and bool(JUDGES[person.role])


def draw_for_judges_alone() -> bool:
    """Say whom a page is for, where whoever acts is none of them; whether it was said."""
    if judges():
        return False
    st.write("This page is for those who judge what others hand in: trainers and assessors.")
    st.page_link("pages/practise.py", label="To the scenarios")
    return True


def ask() -> None:
    """The first page of all: who is practising?"""
    _forget_in_browser()
    name_tab("Who is practising?")
    st.title("Who is practising?")
    st.write(
        "**Right Party** is a place to practise debt collection calls by typing: somebody answers, "
        "and afterwards you see what went well and what the rules say."
    )
    st.write(
        "Your practice is kept under your name, on this computer. Private practice is for you "
        "alone; what you submit, trainers read, and may judge otherwise than the machine."
    )
    draw_trouble()
    with st.form("who_asks", width=480):
        st.text_input("Your name", key="who_name", autocomplete="name")
        st.selectbox(
            "What you are here for", list(Role), format_func=_ROLES.__getitem__, key="who_role"
        )
        st.caption(
            "This is kept with your name. Who trains others or rates work samples finds two more "
            "pages: what waits for them, and how far people and the machine agree."
        )
        st.form_submit_button("Go in", type="primary", on_click=_go_in)
    st.caption(
        "There is no password yet: whoever types a name here acts under it. On a shared computer, "
        "choose *Not you?* at the foot of a page when you leave."
    )


def draw_who() -> None:
    """The foot of every page: under whose name things are kept, and the way out."""
    person = acting()
    _keep_in_browser()
    with st.container(key="who", horizontal=True, vertical_alignment="center"):
        st.text(f"Practising as {person.name}")
        st.button("Not you?", type="tertiary", on_click=_go_out)


def _token() -> str:
    return str(st.session_state.get(_WHO) or st.context.cookies.get(_COOKIE, ""))


def _go_in() -> None:
    token = secrets.token_urlsafe(32)
    try:
        person = sign_in_locally(
            store(), st.session_state.who_name, Role(st.session_state.who_role), now()
        )
        stay_signed_in(store(), person, token, now())
    except TrainingError as error:
        keep_trouble(error)
    else:
        # Nothing of whoever was here before stays in this window.
        st.session_state.clear()
        st.session_state[_WHO] = token


def _go_out() -> None:
    sign_out(store(), _token())
    st.session_state.clear()


def _keep_in_browser() -> None:
    """Streamlit reads cookies and sets none; this one ends with the browser."""
    if st.context.cookies.get(_COOKIE) != _token():
        _set_cookie(f"{_COOKIE}={_token()}")


def _forget_in_browser() -> None:
    if _COOKIE in st.context.cookies:
        _set_cookie(f"{_COOKIE}=; max-age=0")


def _set_cookie(cookie: str) -> None:
    script = f"<script>document.cookie = '{cookie}; path=/; SameSite=Strict'</script>"
    st.html(script, unsafe_allow_javascript=True)
