"""The door of a work sample: what a link opens, and plain words where it opens nothing."""

from typing import NamedTuple

import streamlit as st

from pages._floor import now, store
from pages._parts import draw_trouble, keep_trouble, plain, sentence
from pages._texts import _
from pages._who import LINK, begin_as, new_token, sign_in_here, token
from training.assessments.links import BadLink
from training.assessments.opening import (
    Here,
    LinkExpired,
    LinkForAnother,
    LinkReplaced,
    LinkUnknown,
    LinkUsed,
    Withdrawn,
    behind_link,
    open_link,
)
from training.errors import TrainingError


class _Words(NamedTuple):
    title: str
    what_to_do: str


_CLOSED: dict[type[TrainingError], _Words] = {
    BadLink: _Words(
        _("This link is not whole"),
        _(
            "Copy the whole link from the message that you were sent, also if it goes over two "
            "lines. If it still does not open, ask whoever invited you for a new one."
        ),
    ),
    LinkUnknown: _Words(
        _("This invitation is no longer here"),
        _("It was removed. Ask whoever invited you if you think that it should be here."),
    ),
    LinkExpired: _Words(
        _("This link has expired"),
        _("It was not opened in time. Ask whoever invited you for a new one; that takes a minute."),
    ),
    LinkReplaced: _Words(
        _("There is a newer link for you"),
        _("You were sent another link after this one, and only the newest opens."),
    ),
    LinkUsed: _Words(
        _("This link was opened before, in another browser"),
        _(
            "A link opens once. If that was you, go on in that browser, on that computer: your "
            "place is kept there, and waiting costs no time before a part has begun. If you "
            "cannot, or if it was not you, ask whoever invited you for a new link: you go on where "
            "you stopped."
        ),
    ),
    LinkForAnother: _Words(
        _("You are taking another work sample in this browser"),
        _("Finish that one first, or open this link in another browser."),
    ),
    Withdrawn: _Words(
        _("Your invitation was withdrawn"),
        _("It opens no more. If you did not expect this, write to whoever invited you."),
    ),
}


def leads_elsewhere(here: Here) -> bool:
    """Whether the address has a link that is not the one of this browser's work sample."""
    link = st.query_params.get(LINK)
    if link is None:
        return False
    try:
        return behind_link(store(), link, now(), token()).candidacy.id != here.candidacy.id
    except TrainingError:
        return True


def draw_door(here: Here | None) -> None:
    """What the link of the address opens, and the button that opens it."""
    link = st.query_params.get(LINK, "")
    if not link:
        _draw_without_a_link()
        return
    try:
        found = behind_link(store(), link, now(), token())
    except TrainingError as error:
        _draw_closed(error, here)
        return
    signed_in = sign_in_here()
    if signed_in is not None and found.assessment.dry_run_of is None:
        st.title(_("You are signed in here"))
        st.write(
            plain(
                _(
                    "This link is for a candidate, {name}, and this browser belongs to {other}. "
                    "Send the link to the candidate unopened. To open it here, sign out first."
                ).format(name=found.person.name, other=signed_in.person.name)
            )
        )
        return
    _draw_open(found, link)


def _draw_open(found: Here, link: str) -> None:
    set_up = found.assessment.set_up
    st.title(_("Work sample: {job}").format(job=set_up.job), anchor=False)
    st.write(plain(_("Welcome, {name}.").format(name=found.person.name)))
    st.write(
        _(
            "You will hold calls in writing with somebody whom a program plays, and record what "
            "came of them. It takes at most {minutes} minutes once you begin, and you begin when "
            "you like: first you read what is looked at, and there is a room to practise in."
        ).format(minutes=set_up.whole_minutes(found.candidacy.adjustments))
    )
    st.info(
        _(
            "Open it in the browser in which you will take it, best on a computer with a keyboard. "
            "The link opens once; from then on your place is kept in this browser."
        )
    )
    draw_trouble()
    st.button(_("Open it in this browser"), type="primary", on_click=_open, args=(link,))
    if found.candidacy.opened_at is None:
        st.caption(_("Nothing begins yet, and no clock runs."))


def _draw_closed(error: TrainingError, here: Here | None) -> None:
    words = _CLOSED.get(type(error))
    st.title(words.title if words else _("This link does not open"), anchor=False)
    st.write(plain(sentence(error.wrong)))
    st.write(words.what_to_do if words else plain(sentence(error.allowed)))
    if here is not None:
        st.button(_("Back to your work sample"), on_click=_forget_link)


def _draw_without_a_link() -> None:
    st.title(_("A work sample opens by a link"), anchor=False)
    st.write(
        _(
            "Whoever invited you sent you a link of your own. Open it, whole, in the browser in "
            "which you want to take the work sample. If you opened it before, come back in the "
            "same browser."
        )
    )


def _open(link: str) -> None:
    held = new_token()
    try:
        open_link(store(), link, held, now())
    except TrainingError as error:
        keep_trouble(error)
    else:
        begin_as(held)


def _forget_link() -> None:
    st.query_params.pop(LINK, None)
