"""Your account: the password, and where you are signed in."""

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, name_tab, plain
from pages._who import acting, begin_as, new_token, sign_in_here, token
from training.claims import LocalName, claim, names_like, own_claims
from training.errors import TrainingError
from training.models import Role
from training.passwords import SHORTEST
from training.rights import OF_ACCOUNTS
from training.sign_ins import IDLE, LASTS, change_password, sign_out_everywhere

_DONE = "account_done"
_CLAIM = "claim"
_STANDS = {
    None: "an administrator has not decided yet.",
    True: "it is yours.",
    False: "an administrator says it is not yours.",
}


def draw() -> None:
    """Who you are here, a new password, and the way out everywhere."""
    name_tab("Your account")
    st.title("Your account", anchor=False)
    found = sign_in_here()
    roles = ", ".join(role.label for role in found.roles) if found else ""
    st.text(f"{acting().name}. Your roles: {roles}.")
    if st.session_state.pop(_DONE, False):
        st.success("Your password is changed. Every other window is signed out.", icon="✔️")
    else:
        _draw_password()
    _draw_stays()
    _draw_claims()
    st.subheader("What is kept of you", anchor=False)
    st.page_link("pages/own_data.py", label="Take your data along, or delete practice")


def _draw_password() -> None:
    st.subheader("Another password", anchor=False)
    draw_trouble()
    with st.form("change_password", width=480):
        for label, key, kind in (
            ("Your password so far", "old_password", "current-password"),
            ("New password", "other_password", "new-password"),
            ("The same again", "other_again", "new-password"),
        ):
            st.text_input(label, key=key, type="password", autocomplete=kind)
        st.caption(f"At least {SHORTEST} characters. All your other windows are signed out.")
        st.form_submit_button("Change it", on_click=_change)


def _draw_stays() -> None:
    st.subheader("Where you are signed in", anchor=False)
    hours, days = int(IDLE.total_seconds() // 3600), LASTS.days
    st.write(
        f"You are signed out when you close the browser, after {hours} hours without anything, and "
        f"after {days} days in any case. *Sign out* ends this browser, with all its tabs."
    )
    st.button("Sign out everywhere", on_click=_everywhere)


def _draw_claims() -> None:
    """Practice from before there were accounts, for those whose it is."""
    st.subheader("Practice from before you had an account", anchor=False)
    for one in own_claims(store(), acting()):
        st.text(f"“{one.local.name}”, {one.local.role.label}: {_STANDS[one.granted]}")
    like = names_like(store(), acting())
    if like:
        found = " and ".join(f"as a {one.role.label} ({_attempts(one)})" for one in like)
        st.write(plain(f"Somebody of your name practised here before: {found}."))
    st.write(
        "If you practised under a name only, ask for it here. An administrator says whether it was "
        "you; then your attempts, answers and marks are yours again."
    )
    draw_trouble(_CLAIM)
    with st.form("claim", width=480):
        st.text_input("The name you typed then", value=acting().name, key="claimed_name")
        st.selectbox(
            "Your role then",
            list(OF_ACCOUNTS),
            key="claimed_role",
            format_func=lambda role: role.label.capitalize(),
        )
        st.form_submit_button("Ask for it", on_click=_claim)


def _attempts(one: LocalName) -> str:
    return "1 attempt" if one.attempts == 1 else f"{one.attempts} attempts"


def _claim() -> None:
    given = st.session_state
    try:
        claim(store(), acting(), given.claimed_name, Role(given.claimed_role), now())
    except TrainingError as error:
        keep_trouble(error, _CLAIM)


def _change() -> None:
    given, held = st.session_state, new_token()
    try:
        change_password(
            store(),
            token(),
            given.old_password,
            given.other_password,
            given.other_again,
            held,
            now(),
        )
    except TrainingError as error:
        keep_trouble(error)
    else:
        begin_as(held)
        st.session_state[_DONE] = True


def _everywhere() -> None:
    sign_out_everywhere(store(), acting())
    st.session_state.clear()


enter(draw)
