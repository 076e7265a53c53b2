"""Before anybody is acting: the owner's account, signing in, and a password of one's own."""

import streamlit as st

from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, name_tab
from pages._texts import _
from pages._who import begin_as, forget_in_browser, keep_in_browser, new_token, sign_in_here, token
from training.accounts import has_owner, make_owner
from training.errors import TrainingError
from training.passwords import SHORTEST
from training.sign_ins import change_password, sign_in, sign_out, stay_signed_in

_RULE = _("At least {shortest} characters. A few words in a row are easy to keep in mind.").format(
    shortest=SHORTEST
)
_WIDTH = 480


def ask() -> None:
    """What is asked of whoever comes: to begin, to sign in, or to choose a password."""
    if sign_in_here() is not None:
        _draw_own_password()
        return
    forget_in_browser()
    if has_owner(store()):
        _draw_sign_in()
    else:
        _draw_owner()


def _draw_owner() -> None:
    name_tab(_("Begin"))
    st.title(_("Who is practising?"))
    st.write(
        _(
            "**Right Party** is a place to practise debt collection calls by typing: somebody "
            "answers, and afterwards you see what went well and what the rules say."
        )
    )
    st.write(
        _(
            "You are the first here, so this account looks after the installation as well: it "
            "adds other people. What you practise privately is for you alone."
        )
    )
    draw_trouble()
    with st.form("owner", width=_WIDTH):
        st.text_input(_("Your name"), key="who_name", autocomplete="username")
        _new_password_fields("new_password", "again")
        st.form_submit_button(_("Go in"), type="primary", on_click=_make_owner)
    st.caption(
        _(
            "Everything stays on this computer. If you forget the password, whoever sits at it "
            "sets a new one with `cli.py people reset NAME`."
        )
    )


def _draw_sign_in() -> None:
    name_tab(_("Sign in"))
    st.title(_("Who is practising?"))
    st.write(
        _(
            "**Right Party** is a place to practise debt collection calls by typing: somebody "
            "answers, and afterwards you see what went well and what the rules say."
        )
    )
    draw_trouble()
    with st.form("who_asks", width=_WIDTH):
        st.text_input(_("Your name"), key="who_name", autocomplete="username")
        st.text_input(
            _("Password"), key="password", type="password", autocomplete="current-password"
        )
        st.form_submit_button(_("Go in"), type="primary", on_click=_sign_in)
    st.caption(
        _(
            "No account yet, or the password forgotten? Ask whoever looks after Right Party here "
            "for a one-time password. If that is you: `cli.py people reset NAME`, on the "
            "computer it runs on."
        )
    )


def _draw_own_password() -> None:
    name_tab(_("Choose a password"))
    keep_in_browser()
    st.title(_("Choose a password of your own"))
    st.write(
        _(
            "You came in with a one-time password, which somebody else has seen. From here on "
            "only you know yours."
        )
    )
    draw_trouble()
    with st.form("own_password", width=_WIDTH):
        # A key of its own: what stands in a field of the same key would stay in the next form.
        st.text_input(
            _("The one-time password"),
            key="one_time",
            type="password",
            autocomplete="current-password",
        )
        _new_password_fields("own_password", "own_again")
        st.form_submit_button(_("Go in"), type="primary", on_click=_change)
    st.button(_("Sign out"), type="tertiary", on_click=_go_out)


def _new_password_fields(new: str, again: str) -> None:
    for label, key in ((_("New password"), new), (_("The same again"), again)):
        st.text_input(label, key=key, type="password", autocomplete="new-password")
    st.caption(_RULE)


def _make_owner() -> None:
    given, held = st.session_state, new_token()
    try:
        owner = make_owner(store(), given.who_name, given.new_password, given.again, now())
        stay_signed_in(store(), owner.id, held, now())
    except TrainingError as error:
        keep_trouble(error)
    else:
        begin_as(held)


def _sign_in() -> None:
    given, held = st.session_state, new_token()
    try:
        sign_in(store(), given.who_name, given.password, held, now(), _address())
    except TrainingError as error:
        given.password = ""
        keep_trouble(error)
    else:
        begin_as(held)


def _address() -> str:
    """Where this is typed, as far as the connection says; nothing on this computer itself."""
    told = st.context.ip_address
    return told if isinstance(told, str) else ""


def _change() -> None:
    given, held = st.session_state, new_token()
    try:
        change_password(
            store(), token(), given.one_time, given.own_password, given.own_again, held, now()
        )
    except TrainingError as error:
        keep_trouble(error)
    else:
        begin_as(held)


def _go_out() -> None:
    sign_out(store(), token())
    st.session_state.clear()
