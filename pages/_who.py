"""Who is acting in this browser, and in which role: the foot of every page, and the cookie."""

import secrets

import streamlit as st

from pages._floor import now, store
from pages._parts import keep_trouble
from pages._texts import _
from training.errors import TrainingError
from training.models import Person, Role
from training.rights import JUDGES, MANAGES
from training.sign_ins import SignIn, act_as, sign_in_of, sign_out

_COOKIE = "right_party"
_WHO = "who"
_ROLE = "acting_role"


def sign_in_here() -> SignIn | None:
    """What this browser's token stands for."""
    return sign_in_of(store(), token(), now())


def somebody_is_acting() -> bool:
    """Whether this browser belongs to somebody for now, with a password of their own."""
    found = sign_in_here()
    return found is not None and not found.must_change


def acting() -> Person:
    """Who practises in this browser; pages are drawn for somebody only."""
    found = sign_in_here()
    if found is None or found.must_change:
        raise TrainingError("this browser", _("nobody is signed in"), _("sign in first"))
    return found.person


def judges() -> bool:
    """Whether somebody is acting whose role judges what others hand in."""
    return somebody_is_acting() and bool(JUDGES[acting().role])


def manages() -> bool:
    """Whether somebody is acting whose role looks after people's accounts."""
    return somebody_is_acting() and acting().role in MANAGES


def draw_for_judges_alone() -> bool:
    """Say whom a page is for, where whoever acts is none of them; whether it was said."""
    if judges():
        return False
    st.write(_("This page is for those who judge what others hand in: trainers and assessors."))
    st.page_link("pages/practise.py", label=_("To the scenarios"))
    return True


def draw_who() -> None:
    """The foot of every page: under whose name things are kept, in which role, and the way out."""
    found = sign_in_here()
    if found is None:
        return
    st.session_state[_WHO] = token()  # whatever cookie comes later, this window is theirs
    keep_in_browser()
    with st.container(key="who", horizontal=True, vertical_alignment="center"):
        st.text(_("Practising as {name}").format(name=found.person.name))
        if len(found.roles) > 1:
            _draw_roles(found)
        st.page_link("pages/your_account.py", label=_("Your account"))
        st.button(_("Sign out"), type="tertiary", on_click=_go_out)


def _draw_roles(found: SignIn) -> None:
    st.session_state[_ROLE] = found.person.role
    st.selectbox(
        _("Your role now"),
        found.roles,
        key=_ROLE,
        format_func=lambda role: _(role.label).capitalize(),
        on_change=_switch,
        width=260,
    )


def _switch() -> None:
    try:
        act_as(store(), token(), Role(st.session_state[_ROLE]), now())
    except TrainingError as error:
        keep_trouble(error)


def token() -> str:
    """What this browser, or at least this window, has to show for itself."""
    return str(st.session_state.get(_WHO) or st.context.cookies.get(_COOKIE, ""))


def new_token() -> str:
    """A token that nobody has had yet."""
    return secrets.token_urlsafe(32)


def begin_as(held: str) -> None:
    """This window belongs to whoever the token stands for, and nothing in it to anybody before."""
    st.session_state.clear()
    st.session_state[_WHO] = held


def _go_out() -> None:
    sign_out(store(), token())
    st.session_state.clear()


def keep_in_browser() -> None:
    """Streamlit reads cookies and sets none; this one ends with the browser."""
    if st.context.cookies.get(_COOKIE) != token():
        _set_cookie(f"{_COOKIE}={token()}")


def forget_in_browser() -> None:
    """A token that is over is kept no longer."""
    if _COOKIE in st.context.cookies:
        _set_cookie(f"{_COOKIE}=; max-age=0")


def _set_cookie(cookie: str) -> None:
    script = f"<script>document.cookie = '{cookie}; path=/; SameSite=Strict'</script>"
    st.html(script, unsafe_allow_javascript=True)
