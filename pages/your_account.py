"""Your account: the password, and where you are signed in."""

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, name_tab, plain
from pages._preferences import draw_switches
from pages._texts import _, plural
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
    None: _("an administrator has not decided yet."),
    True: _("it is yours."),
    False: _("an administrator says it is not yours."),
}


def draw() -> None:
    """Who you are here, a new password, and the way out everywhere."""
    name_tab(_("Your account"))
    st.title(_("Your account"), anchor=False)
    found = sign_in_here()
    roles = ", ".join(_(role.label) for role in found.roles) if found else ""
    st.text(_("{name}. Your roles: {roles}.").format(name=acting().name, roles=roles))
    if st.session_state.pop(_DONE, False):
        st.success(_("Your password is changed. Every other window is signed out."), icon="✔️")
    else:
        _draw_password()
    st.subheader(_("On your pages"), anchor=False)
    draw_switches()
    _draw_stays()
    _draw_claims()
    st.subheader(_("What is kept of you"), anchor=False)
    st.page_link("pages/own_data.py", label=_("Take your data along, or delete practice"))


def _draw_password() -> None:
    st.subheader(_("Another password"), anchor=False)
    draw_trouble()
    with st.form("change_password", width=480):
        for label, key, kind in (
            (_("Your password so far"), "old_password", "current-password"),
            (_("New password"), "other_password", "new-password"),
            (_("The same again"), "other_again", "new-password"),
        ):
            st.text_input(label, key=key, type="password", autocomplete=kind)
        st.caption(
            _("At least {shortest} characters. All your other windows are signed out.").format(
                shortest=SHORTEST
            )
        )
        st.form_submit_button(_("Change it"), on_click=_change)


def _draw_stays() -> None:
    st.subheader(_("Where you are signed in"), anchor=False)
    hours, days = int(IDLE.total_seconds() // 3600), LASTS.days
    st.write(
        _(
            "You are signed out when you close the browser, after {hours} hours without "
            "anything, and after {days} days in any case. *Sign out* ends this browser, with all "
            "its tabs."
        ).format(hours=hours, days=days)
    )
    st.button(_("Sign out everywhere"), on_click=_everywhere)


def _draw_claims() -> None:
    """Practice from before there were accounts, for those whose it is."""
    st.subheader(_("Practice from before you had an account"), anchor=False)
    for one in own_claims(store(), acting()):
        st.text(f"“{one.local.name}”, {_(one.local.role.label)}: {_STANDS[one.granted]}")
    like = names_like(store(), acting())
    if like:
        found = _(" and ").join(
            _("as a {role} ({attempts})").format(role=_(one.role.label), attempts=_attempts(one))
            for one in like
        )
        st.write(
            plain(_("Somebody of your name practised here before: {found}.").format(found=found))
        )
    st.write(
        _(
            "If you practised under a name only, ask for it here. An administrator says whether "
            "it was you; then your attempts, answers and marks are yours again."
        )
    )
    draw_trouble(_CLAIM)
    with st.form("claim", width=480):
        st.text_input(_("The name you typed then"), value=acting().name, key="claimed_name")
        st.selectbox(
            _("Your role then"),
            list(OF_ACCOUNTS),
            key="claimed_role",
            format_func=lambda role: _(role.label).capitalize(),
        )
        st.form_submit_button(_("Ask for it"), on_click=_claim)


def _attempts(one: LocalName) -> str:
    return plural("{n} attempt", "{n} attempts", one.attempts)


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
