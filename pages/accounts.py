"""People: for administrators, who has an account, in which roles, and who waits for a decision."""

from collections.abc import Sequence

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._one_time import draw_one_time, hand_over
from pages._opened import moment
from pages._paging import draw_paged
from pages._parts import day, draw_trouble, keep_trouble, name_tab, plain
from pages._texts import _, plural
from pages._who import DOES, acting, manages, role_name
from training.accounts import (
    Account,
    accounts,
    add_accounts,
    end_access,
    give_access_back,
    reset_password,
    set_roles,
)
from training.claims import Claim, decide_claim, open_claims
from training.errors import TrainingError
from training.models import Role
from training.rights import OF_ACCOUNTS

_SAVED = "roles_saved"
_NAMES, _ROLES, _CLAIMS = "new_names", "new_roles", "claims"


def draw() -> None:
    """Add people; hand over their passwords; give roles; decide whose old practice is whose."""
    name_tab(_("People"))
    st.title(_("People"), anchor=False)
    if not manages():
        st.write(
            _("This page is for administrators: they add people, give roles and new passwords.")
        )
        st.page_link("pages/today.py", label=_("Back to Today"))
        return
    draw_trouble()
    draw_one_time()
    _draw_claims(open_claims(store(), acting()))
    known = accounts(store(), acting())
    _draw_known(known)
    _draw_add(first=len(known) == 1)


def _draw_claims(waiting: Sequence[Claim]) -> None:
    draw_trouble(_CLAIMS)
    if not waiting:
        return
    st.subheader(_("Whose practice is it?"), anchor=False)
    st.write(
        _(
            "Before there were accounts, whoever typed a name practised under it. These people "
            "say that a name was theirs. What you give them includes private practice, so ask if "
            "in doubt."
        )
    )
    for one in waiting:
        local = one.local
        asks = _("{by} asks for “{name}”, {role}").format(
            by=one.by, name=local.name, role=_(local.role.label)
        )
        told = [plural("{n} attempt", "{n} attempts", local.attempts)]
        if local.last_at:
            told.append(_("the last on {day}").format(day=day(local.last_at)))
        with st.container(border=True, key=f"claim_{one.id}", width=800):
            st.text(f"{asks}: {', '.join(told)}.")
            with st.container(horizontal=True):
                st.button(
                    _("It is {by}'s").format(by=one.by),
                    key=f"give_{one.id}",
                    on_click=_decide,
                    args=(one.id, True),
                )
                st.button(
                    _("It is not"), key=f"refuse_{one.id}", on_click=_decide, args=(one.id, False)
                )


def _draw_known(known: Sequence[Account]) -> None:
    st.subheader(_("Who has an account"), anchor=False)
    draw_paged(known, _draw_accounts)


def _draw_accounts(some: Sequence[Account]) -> None:
    for one in some:
        with st.expander(plain(_line(one)), key=f"account_{one.id}", width=800):
            _draw_account(one)


def _line(one: Account) -> str:
    roles = ", ".join(_(role.label) for role in one.roles)
    if one.ended_at is not None:
        return _("{name}: access ended on {day}").format(name=one.name, day=day(one.ended_at))
    waits = f" {_('(has not signed in yet)')}" if one.waits else ""
    return f"{one.name}: {roles}{waits}"


def _draw_account(one: Account) -> None:
    draw_trouble(one.id)
    if one.ended_at is not None:
        st.write(_("Nobody signs in to this account. What was done with it is kept."))
        st.button(_("Give access back"), key=f"back_{one.id}", on_click=_change, args=(one, "back"))
        return
    with st.form(f"roles_of_{one.id}", border=False):
        _roles_field(f"roles_{one.id}", one.roles)
        st.form_submit_button(_("Save the roles"), on_click=_change, args=(one, "roles"))
    whose, when = st.session_state.get(_SAVED, ("", ""))
    if whose == one.id:
        st.html(_('<p role="status">✓ Saved at {when}.</p>').format(when=when))
    if one.id == acting().id:
        st.caption(
            _(
                "This is your own account: your password is changed under *Your account*, and only "
                "another administrator ends your access."
            )
        )
        return
    with st.container(horizontal=True):
        st.button(_("New one-time password"), key=f"reset_{one.id}", on_click=_reset, args=(one,))
        st.button(_("End access"), key=f"end_{one.id}", on_click=_change, args=(one, "end"))
    st.caption(
        _(
            "A new one-time password signs them out everywhere. Ended access can be given back; "
            "nothing that they did is deleted."
        )
    )


def _roles_field(key: str, chosen: Sequence[Role]) -> None:
    st.multiselect(
        _("Roles"),
        list(OF_ACCOUNTS),
        default=list(chosen),
        key=key,
        format_func=role_name,
        help="\n".join(f"- **{role_name(role)}** {does}." for role, does in DOES.items()),
    )


def _draw_add(*, first: bool) -> None:
    st.subheader(_("Add people"), anchor=False)
    if first:
        st.write(
            _(
                "Nobody but you has an account yet. Write or paste names here; each gets a "
                "one-time password, which you hand over."
            )
        )
    draw_trouble(_NAMES)
    with st.form("add_people", width=800):
        st.text_area(_("Names, one in a line"), key=_NAMES, height=120)
        _roles_field(_ROLES, (Role.TRAINEE,))
        st.form_submit_button(_("Add them"), type="primary", on_click=_add)


def _add() -> None:
    given = st.session_state
    try:
        made = add_accounts(store(), acting(), given[_NAMES].splitlines(), given[_ROLES], now())
    except TrainingError as error:
        keep_trouble(error, _NAMES)
    else:
        hand_over(made)
        given[_NAMES] = ""


def _reset(one: Account) -> None:
    try:
        made = reset_password(store(), acting(), one.id, now())
    except TrainingError as error:
        keep_trouble(error, one.id)
    else:
        hand_over((made,))


def _change(one: Account, what: str) -> None:
    try:
        match what:
            case "roles":
                set_roles(store(), acting(), one.id, st.session_state[f"roles_{one.id}"], now())
                st.session_state[_SAVED] = (one.id, moment())
            case "end":
                end_access(store(), acting(), one.id, now())
            case _:
                give_access_back(store(), acting(), one.id, now())
    except TrainingError as error:
        keep_trouble(error, one.id)


def _decide(claim_id: int, granted: bool) -> None:
    try:
        decide_claim(store(), acting(), claim_id, now(), granted=granted)
    except TrainingError as error:
        keep_trouble(error, _CLAIMS)


enter(draw)
