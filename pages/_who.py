"""Who is acting in this browser, and in which role: the foot of every page, and the cookie."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

import streamlit as st

from pages._floor import now, store
from pages._parts import keep_trouble
from pages._texts import _
from training.assessments.browsers import STAYS, candidate_of
from training.errors import TrainingError
from training.models import Person, Role
from training.rights import COACHES, HIRES, JUDGES, MANAGES, REPORTS, SIGNS_OFF
from training.sign_ins import SignIn, act_as, sign_in_of, sign_out

_COOKIE = "right_party"
_WHO = "who"
_ROLE = "acting_role"
_COMING_IN = "coming_in"
DOES = {
    Role.TRAINEE: _("practises, and is given calls to submit"),
    Role.TRAINER: _("reads and judges what trainees submit, gives them calls"),
    Role.ASSESSOR: _("rates work samples"),
    Role.HIRING_MANAGER: _("sets work samples up"),
    Role.COMPLIANCE: _("reads what was submitted"),
    Role.ADMINISTRATOR: _("looks after accounts, and reads nobody's work"),
}
"""What a role is for, after its name."""
LINK = "link"
"""What the address of an invitation to a work sample has after its question mark."""


_this_run = ContextVar[dict[str, SignIn | None] | None]("_this_run", default=None)


def look_once() -> None:
    """For app.py: while a page is drawn, the store is asked once who acts, not ten times."""
    _this_run.set({})


def look_anew() -> None:
    """From here on it is asked each time: callbacks and fragments run after something happened."""
    _this_run.set(None)


def sign_in_here() -> SignIn | None:
    """What this browser's token stands for."""
    held, known = token(), _this_run.get()
    if known is None:
        return sign_in_of(store(), held, now())
    if held not in known:
        known[held] = sign_in_of(store(), held, now())
    return known[held]


def somebody_is_acting() -> bool:
    """Whether this browser belongs to somebody for now, with a password of their own."""
    found = sign_in_here()
    return found is not None and not found.must_change


def candidate() -> Person | None:
    """The candidate whose browser this is; they have no account, and one page."""
    # A browser's token stands for an account or for a candidate, never for both.
    return None if sign_in_here() else candidate_of(store(), token(), now())


def acting() -> Person:
    """Who practises in this browser; pages are drawn for somebody only."""
    found = sign_in_here()
    person = found.person if found else candidate()
    if person is None or (found is not None and found.must_change):
        raise TrainingError("this browser", _("nobody is signed in"), _("sign in first"))
    return person


def judges() -> bool:
    """Whether somebody is acting whose role judges what others hand in."""
    return somebody_is_acting() and bool(JUDGES[acting().role])


def manages() -> bool:
    """Whether somebody is acting whose role looks after people's accounts."""
    return somebody_is_acting() and acting().role in MANAGES


def coaches() -> bool:
    """Whether somebody is acting whose role keeps cohorts and their paths."""
    return somebody_is_acting() and acting().role in COACHES


def reports() -> bool:
    """Whether somebody is acting whose role reads who has shown which rule."""
    return somebody_is_acting() and acting().role in REPORTS


def hires() -> bool:
    """Whether somebody is acting whose role sets up work samples, invites and decides."""
    return somebody_is_acting() and acting().role in HIRES


def looks_over() -> bool:
    """Whether somebody is acting whose role looks work samples over before they are used."""
    return somebody_is_acting() and acting().role in SIGNS_OFF


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
        st.text(_("Signed in as {name}").format(name=found.person.name))
        if len(found.roles) > 1:
            _draw_roles(found)
        st.page_link("pages/your_account.py", label=_("Your account"))
        st.button(_("Sign out"), type="tertiary", on_click=_go_out)


def role_name(role: Role) -> str:
    """A role as it stands in a list."""
    return _(role.label).capitalize()


def roles_here() -> tuple[Role, ...]:
    """The roles of whoever is signed in, the one in which they act first among them or not."""
    found = sign_in_here()
    return found.roles if found else ()


def _draw_roles(found: SignIn) -> None:
    st.session_state[_ROLE] = found.person.role
    st.selectbox(
        _("Your role now"),
        found.roles,
        key=_ROLE,
        format_func=role_name,
        on_change=_switch,
        width=260,
        help="\n".join(f"- **{role_name(role)}** {DOES[role]}." for role in found.roles),
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
    st.session_state[_COMING_IN] = True


@contextmanager
def while_coming_in() -> Iterator[None]:
    """Say once, right after somebody signed in, that their page is on its way."""
    if st.session_state.pop(_COMING_IN, False):
        with st.spinner(_("You are in. Your page is on its way …")):
            yield
    else:
        yield


def _go_out() -> None:
    sign_out(store(), token())
    st.session_state.clear()


def keep_in_browser(lasts: timedelta | None = None) -> None:
    """Streamlit reads cookies and sets none; this one ends with the browser, or later."""
    if st.context.cookies.get(_COOKIE) != token():
        until = "" if lasts is None else f";max-age={lasts.total_seconds():.0f}"
        _set_cookie(f"{_COOKIE}={token()}{until}")


def keep_candidate() -> None:
    """A candidate finds their place again after the browser was closed."""
    st.session_state[_WHO] = token()
    keep_in_browser(STAYS)


def forget_in_browser() -> None:
    """A token that is over is kept no longer."""
    if _COOKIE in st.context.cookies:
        _set_cookie(f"{_COOKIE}=; max-age=0")


def _set_cookie(cookie: str) -> None:
    script = f"<script>document.cookie = '{cookie}; path=/; SameSite=Strict'</script>"
    st.html(script, unsafe_allow_javascript=True)
